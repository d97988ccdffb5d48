"""A hyphenated participle ties a body to another or to a state, and to nobody where none is named."""

from collections.abc import Callable

import pytest
from tests.read.reading import Read


def _told(told: Read) -> set[tuple[str, str, str]]:
    return {(c.predicate, told.name(c.subject), told.name(c.object)) for c in told.reading.claims if c.object is not None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Iran-backed Karbala Brigade claimed it.", ("affiliated_with", "Karbala Brigade", "Iran")),
        ("The ELN-linked Camilo Front stopped the bus.", ("affiliated_with", "Camilo Front", "ELN")),
        ("Uganda denied it. The Ugandan-backed Lendu Front took Bunia.", ("affiliated_with", "Lendu Front", "Uganda")),
        ("The Ugandan-backed Lendu Front took Bunia.", ("affiliated_with", "Lendu Front", "<Ugandan>")),
    ],
)
def test_who_stands_before_the_hyphen_backs_the_body(text: str, expected: tuple[str, str, str], read: Callable[..., Read]) -> None:
    assert expected in _told(read(text))


@pytest.mark.parametrize("text", ["The foreign-backed Lendu Front took Bunia.", "The Iran-backed rebels took Bunia."])
def test_nobody_is_tied_where_a_side_has_no_name(text: str, read: Callable[..., Read]) -> None:
    assert not _told(read(text))
