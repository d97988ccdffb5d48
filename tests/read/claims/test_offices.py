"""The time of an office: periods, and what only begins or ends it. Who follows whom is in the cases of successions."""

from collections.abc import Callable

import pytest
from tests.read.reading import Read

from testimonia.read.claims.offices import since, until


def test_a_date_opens_or_closes_a_tenure_and_a_period_stays() -> None:
    assert since("2001") == "2001/.."
    assert until("2001") == "../2001"
    assert since("2001/2004") == until("2001/2004") == "2001/2004"


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("from 1979 until his death in May 1998", "1979/1998-05"),
        ("for ten years, until he was killed in 1998", "../1998"),
        ("from 1979 to 1998", "1979/1998"),
        ("since 1979", "1979/.."),
    ],
)
def test_an_office_lasts_as_long_as_the_words_say(words: str, edtf: str, read: Callable[..., Read]) -> None:
    found = read(f"Hassan Turki led the Shabelle Front {words}.").reading.claims
    assert [c.when.edtf for c in found if c.predicate == "has_role" and c.when is not None] == [edtf]


def test_a_person_without_a_public_role_holds_no_office(read: Callable[..., Read]) -> None:
    found = read("Hassan Turki sold fish in Kismayo until 1998. His brother took over the stall.").reading
    assert not [r for r in found.referents if r.cls == "person"]
