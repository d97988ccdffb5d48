"""Cutting at white space, and what one piece says of names."""

import pytest

from testimonia.read.names.pieces import Piece, cut_pieces, date_length, has_article, is_capital


def pieces_of(text: str) -> list[Piece]:
    """Cut a whole text."""
    return cut_pieces(text, start=0, end=len(text))


def test_a_piece_is_its_core_without_the_marks_around_it() -> None:
    [piece, _] = cut_pieces("“Taliban’s, men", start=0, end=15)
    assert (piece.core, piece.possessive, piece.closes, piece.opens, piece.first) == ("Taliban", True, True, True, True)
    assert (piece.start, piece.end) == (1, 8)


def test_the_first_part_of_a_compound_is_a_piece_of_its_own() -> None:
    led, plain = pieces_of("Fano-led Al-Shabaab")
    assert (led.core, led.end, led.compound, led.closes) == ("Fano", 4, True, True)
    assert (plain.core, plain.compound) == ("Al-Shabaab", False)


def test_a_sentence_begins_after_a_full_stop_and_not_after_a_comma() -> None:
    assert [p.first for p in pieces_of("Goma fell. Rebels, Mai-Mai, left")] == [True, False, True, False, False]


@pytest.mark.parametrize("word", ["Goma", "al-Sham", "e-Tayyiba", "M27", "17N", "l’Union"])
def test_words_of_names_are_capitals(word: str) -> None:
    assert is_capital(word)


@pytest.mark.parametrize("word", ["goma", "I", "I've", "A", "Tuesday", "May", "al-sham", "15M", "23", "ABC2014", ""])
def test_other_words_are_none(word: str) -> None:
    assert not is_capital(word)


def test_articles_are_written_to_a_word() -> None:
    assert has_article("al-Sham") and has_article("Wal-Jihad")
    assert not has_article("Alamo") and not has_article("I've")


@pytest.mark.parametrize(("text", "length"), [("March 23 Movement", 2), ("23 May Movement", 2), ("51st Division", 1), ("1920 Brigade", 1)])
def test_days_years_and_ordinals_may_begin_a_name(text: str, length: int) -> None:
    assert date_length(pieces_of(text), 0) == length


@pytest.mark.parametrize("text", ["may 23 people", "Goma 23", "23 people", "", "March"])
def test_other_numbers_do_not(text: str) -> None:
    assert not pieces_of(text) or date_length(pieces_of(text), 0) == 0
