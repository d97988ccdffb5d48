"""Where and when an attack took place may stand in a later sentence; it adds to what was told, and only where that has no place or day."""

from collections.abc import Callable

import pytest
from tests.read.reading import Read


def _first(read: Callable[..., Read], text: str) -> tuple[list[str], str | None]:
    report = read(text).reading.reports[0]
    return [p.words for p in report.where], None if report.when is None else report.when.edtf


@pytest.mark.parametrize(
    ("later", "where", "when"),
    [
        ("The attack took place in Gao on 3 May 2014.", ["Gao"], "2014-05-03"),
        ("The attack happened near Kidal.", ["Kidal"], None),
        ("The incident occurred on 4 May 2014.", [], "2014-05-04"),
        ("The attack did not take place in Gao.", [], None),
        ("The talks took place in Gao on 3 May 2014.", [], None),
        ("Another attack took place in Gao on 3 May 2014.", [], None),
        ("The attack took four hours.", [], None),
    ],
)
def test_a_later_sentence_places_what_was_told(later: str, where: list[str], when: str | None, read: Callable[..., Read]) -> None:
    assert _first(read, f"Gunmen killed four policemen, officials said.\n\n{later}") == (where, when)


def test_a_place_that_is_told_stays(read: Callable[..., Read]) -> None:
    text = "Gunmen killed four policemen in Timbuktu, officials said.\n\nThe attack took place in Gao."
    assert _first(read, text)[0] == ["Timbuktu"]


def test_a_place_takes_that_of_a_country(read: Callable[..., Read]) -> None:
    text = "Gunmen killed four policemen in Mali, officials said.\n\nThe attack took place in Gao."
    assert _first(read, text)[0] == ["Gao"]
