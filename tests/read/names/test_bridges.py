"""How far small words lead on inside a name."""

import pytest

from testimonia.read.names.ahead import capital_at, ends_in_head
from testimonia.read.names.aims import series
from testimonia.read.names.bridges import bridge, is_foreign_word
from testimonia.read.names.pieces import cut_pieces


def taken(text: str) -> int:
    """Count what is taken after the first word of a text."""
    pieces = cut_pieces(text, start=0, end=len(text))
    return bridge(pieces, 0, pieces[:1])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Front for the Defence", 3),
        ("Front de Libération", 2),
        ("Movement of October 8", 3),
        ("Movement 5 June", 2),
        ("Committee to Protect Journalists", 2),
        ("Justice and Equality Movement", 2),
        ("Committee on Peace", 2),
        ("Women against War", 2),
    ],
)
def test_a_name_goes_on_over_small_words(text: str, count: int) -> None:
    assert taken(text) == count


@pytest.mark.parametrize(
    "text",
    [
        "Goma and Bukavu",
        "Goma of",
        "Goma",
        "Movement 5 June 2014",
        "Kabul as Taliban",
        "Goma against Rwanda",
        "Goma – Congo",
    ],
)
def test_a_name_ends_before_what_is_no_part_of_it(text: str) -> None:
    assert taken(text) == 0


def test_a_capital_beyond_the_last_piece_is_none() -> None:
    pieces = cut_pieces("Salah Brigades, men", start=0, end=19)
    assert capital_at(pieces, 1) and not capital_at(pieces, 2) and not capital_at(pieces, 9)
    assert ends_in_head(pieces, 0)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Movement for Peace, Unity and Reform left", 3),
        ("Movement for Peace, Unity, Justice and Reform", 4),
        ("Movement for Peace, Hamid and Reform", 0),
        ("Movement for Peace, Goma and Bukavu", 0),
        ("Movement for Peace, Unity left", 0),
        ("Friends for Peace, Unity", 0),
    ],
)
def test_a_comma_goes_on_with_a_list_of_aims_and_with_nothing_else(text: str, count: int) -> None:
    pieces = cut_pieces(text, start=0, end=len(text))
    assert series(pieces, 2, pieces[:3]) == count


@pytest.mark.parametrize(
    ("word", "foreign"), [("nationale", True), ("libération", True), ("national", False), ("left", False), ("", False)]
)
def test_a_small_word_of_another_language_is_known(word: str, foreign: bool) -> None:
    [piece] = cut_pieces(word, start=0, end=len(word)) or cut_pieces("-", start=0, end=1)
    assert is_foreign_word(piece) is foreign
