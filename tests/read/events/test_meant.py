"""Which happening told before is meant."""

from collections.abc import Callable

import pytest
from tests.read.reading import Read

BOTH = "A bomb exploded in Jolo on 3 May 2016. On 5 May 2016 gunmen kidnapped a priest in Sulu. "
MEANT = [
    ("The army blamed the Moro Front for the bombing.", "Jolo"),
    ("The army blamed the Moro Front for the kidnapping.", "Sulu"),
    ("The army blamed the Moro Front for the attack.", "Sulu"),
    ("The army blamed the Moro Front.", "Sulu"),
    ("The Moro Front said it was behind the blast in Jolo.", "Jolo"),
]


@pytest.mark.parametrize(("text", "place"), MEANT)
def test_the_noun_decides_and_then_the_distance(text: str, place: str, read: Callable[..., Read]) -> None:
    found = [r for r in read(BOTH + text).reading.reports if r.proposal.rule.startswith("accounts.")]
    assert [p.words for r in found for p in r.where] == [place]
    assert all(r.proposal.notes for r in found)


@pytest.mark.parametrize("text", ["The army blamed the Moro Front for the looting.", "The army blamed the Moro Front for the torture."])
def test_a_noun_that_nothing_fits_means_nothing(text: str, read: Callable[..., Read]) -> None:
    assert not [r for r in read(BOTH + text).reading.reports if r.proposal.rule.startswith("accounts.")]


def test_what_is_planned_or_only_an_account_is_not_meant(read: Callable[..., Read]) -> None:
    text = "The army foiled an attack on a church in Jolo on 3 May 2016. The mayor blamed the Moro Front."
    assert not [r for r in read(text).reading.reports if r.proposal.rule.startswith("accounts.")]
