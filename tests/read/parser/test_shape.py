"""The outline of a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.read.parser.shape import LONGEST_SHAPE, word_shape


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("Front", "Xxx"),
        ("front", "xx"),
        ("FARC", "XXX"),
        ("NPA", "XXX"),
        ("M-19", "X-dd"),
        ("2,000", "dpddd"),
        ("’s", "qx"),
        ("حركة", "aa"),
    ],
)
def test_capitals_digits_and_marks_are_told_apart(word: str, shape: str) -> None:
    assert word_shape(word) == shape


@given(st.text())
def test_a_shape_is_short_whatever_the_word(word: str) -> None:
    shape = word_shape(word)
    assert len(shape) <= LONGEST_SHAPE
    assert set(shape) <= set("Xxdapq-s")
