"""Word pieces: the longest known piece from the left, accents off, letters small."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.read.parser.session import load_parser
from testimonia.read.parser.wordpiece import LONGEST_WORD, WordPieces

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "rebel", "##s", "##lion", "re", "##bel", "'", "s", ".", "etat", "村", "a", "##a", "##b"]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("rebels", ["rebel", "##s"]),
        ("Rebellion", ["rebel", "##lion"]),
        ("REBEL's", ["rebel", "'", "s"]),
        ("État", ["etat"]),
        ("E\u0301tat", ["etat"]),
        ("re\u200bbel", ["rebel"]),
        ("村村", ["村", "村"]),
        ("aaab", ["a", "##a", "##a", "##b"]),
        ("xyz", ["[UNK]"]),
        ("rebel.xyz", ["rebel", ".", "[UNK]"]),
        ("\u200b", ["[UNK]"]),
        ("", ["[UNK]"]),
        ("a" * (LONGEST_WORD + 1), ["[UNK]"]),
    ],
)
def test_words_are_cut_into_the_longest_known_pieces(word: str, pieces: list[str]) -> None:
    assert [VOCABULARY[number] for number in WordPieces(VOCABULARY).pieces(word)] == pieces


@given(st.text(max_size=300))
def test_every_word_has_at_least_one_piece_and_always_the_same(word: str) -> None:
    pieces = WordPieces(VOCABULARY)
    assert pieces.pieces(word)
    assert pieces.pieces(word) == pieces.pieces(word)


def test_the_shipped_vocabulary_knows_arabic_letters_and_common_words() -> None:
    pieces = load_parser().pieces
    assert len(pieces.pieces("ceasefire")) == 1
    assert pieces.unknown not in pieces.pieces("كتائب")
