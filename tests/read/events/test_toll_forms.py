"""The words by which a toll is given afterwards, and their lookalikes."""

from collections.abc import Callable

import pytest
from tests.read.reading import Read

OPENING = "Gunmen attacked a village near Bunia on 2 March 2020 and killed five farmers. "
FORMS = [
    ("Hospital staff registered nine dead.", 9),
    ("The government raised the toll to 14.", 14),
    ("The number of dead rose to 14.", 14),
    ("Officials put the number of killed at 14.", 14),
    ("The victims included 14 children.", 14),
    ("Among the dead were 14 children.", 14),
    ("Three of them were children.", 3),
    ("The mayor spoke of 14.", 14),
    ("The mayor said that 14 villagers had died.", 14),
]
LOOKALIKES = [
    "Hospital staff registered nine births.",
    "The government raised the toll on the bridge to 14.",
    "The number of schools rose to 14.",
    "The committee included 14 children.",
    "Three of the singers were children.",
    "The mayor spoke of 14 schools.",
    "The hospital said that 14 patients had died of cholera.",
]


@pytest.mark.parametrize(("text", "number"), FORMS)
def test_a_toll_given_afterwards_is_a_report_of_its_own(text: str, number: int, read: Callable[..., Read]) -> None:
    counted = [f.low for r in read(OPENING + text).reading.reports if r.proposal.rule == "told_tolls.read_told_tolls" for f in r.figures]
    assert counted == [number]


@pytest.mark.parametrize("text", LOOKALIKES)
def test_a_lookalike_is_no_toll(text: str, read: Callable[..., Read]) -> None:
    assert not [r for r in read(OPENING + text).reading.reports if r.proposal.rule == "told_tolls.read_told_tolls"]
