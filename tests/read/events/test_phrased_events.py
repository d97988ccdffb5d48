"""A phrase fills the slots of its event by who stands where; the cases in `events.jsonl` have more of them."""

from collections.abc import Callable

import pytest
from tests.read.reading import Read


@pytest.mark.parametrize(
    ("text", "initiator", "target"),
    [
        ("Soldiers opened fire on a bus near Quetta.", ["soldiers"], ["bus"]),
        ("A patrol came under fire from gunmen near Quetta.", ["gunmen"], ["patrol"]),
        ("Soldiers exchanged fire with gunmen near Quetta.", ["soldiers", "gunmen"], []),
    ],
)
def test_the_subject_of_a_phrase_acts_suffers_or_is_a_side(
    text: str, initiator: list[str], target: list[str], read: Callable[..., Read]
) -> None:
    [report] = read(text).reading.reports
    assert [p.words for p in report.initiator] == initiator
    assert [p.words.removeprefix("A ").removeprefix("a ") for p in report.target] == target
