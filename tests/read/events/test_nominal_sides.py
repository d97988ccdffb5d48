"""Who stands on which side of a noun of event."""

from collections.abc import Callable

import pytest
from tests.read.reading import Read


@pytest.mark.parametrize(
    ("text", "initiator", "target"),
    [
        ("An attack by gunmen on a bus near Quetta began on 3 May 2012.", ["gunmen"], ["bus"]),
        ("The army repelled an attack by gunmen on a post near Quetta.", ["gunmen"], ["post"]),
        ("A convoy suffered an attack near Quetta on 3 May 2012.", [], ["convoy"]),
        ("Clashes between gunmen and soldiers erupted in Quetta.", ["gunmen", "soldiers"], []),
        ("Police blamed gunmen for an attack on a bus near Quetta.", ["gunmen"], ["bus"]),
        ("Saturday's attack on a bus in Quetta shocked the town.", [], ["bus"]),
    ],
)
def test_prepositions_and_verbs_tell_the_sides(text: str, initiator: list[str], target: list[str], read: Callable[..., Read]) -> None:
    [report] = read(text).reading.reports
    assert [p.words for p in report.initiator] == initiator
    assert [p.words.lower().removeprefix("a ") for p in report.target] == target


def test_nobody_claims_what_nobody_claimed(read: Callable[..., Read]) -> None:
    for report in read("No group claimed responsibility for an attack on a bus in Quetta on 3 May 2012.").reading.reports:
        assert report.responsibility == () and report.initiator == ()
