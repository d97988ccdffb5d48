"""Whose figure a number is."""

from collections.abc import Callable

import pytest
from tests.read.reading import Read


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Rebels killed dozens of villagers in Beni.", [("killed", 12, None, "villagers")]),
        ("The bomb in Jolo left 12 dead and 30 injured.", [("killed", 12, 12, None), ("injured", 30, 30, None)]),
        ("Rebels burned hundreds of homes in Beni.", [("houses", 100, None, None)]),
        ("The army captured 12 outposts near Papun.", [("positions", 12, 12, None)]),
    ],
)
def test_a_number_counts_what_stands_with_it(
    text: str, figures: list[tuple[str, int, int | None, str | None]], read: Callable[..., Read]
) -> None:
    [report] = read(text).reading.reports
    assert [(f.what, f.low, f.high, None if f.of is None else f.of.words) for f in report.figures] == figures
