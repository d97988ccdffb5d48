"""Where an event took place: as exact as the words are, and never where somebody only comes from."""

from collections.abc import Callable

import pytest
from tests.read.reading import Read


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Rebels attacked a checkpoint near the bridge of Beni.", ["Beni"]),
        ("Rebels from Beni attacked Bunia.", ["Bunia"]),
        ("Gunmen shot a guard at a church in Jolo.", ["Jolo"]),
        ("Rebels attacked a convoy in Mali.", ["Mali"]),
        ("In Mali, rebels attacked a convoy near Gao.", ["Gao"]),
        ("The army withdrew from Goma.", ["Goma"]),
    ],
)
def test_the_most_exact_place_is_the_scene(text: str, where: list[str], read: Callable[..., Read]) -> None:
    [report] = read(text).reading.reports
    assert [p.words for p in report.where] == where
