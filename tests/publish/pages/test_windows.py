"""Long texts in parts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.publish.pages.windows import WINDOW, window_at, windows_of


@given(st.text(alphabet="ab \n", max_size=300), st.integers(5, 60))
def test_the_parts_are_the_whole_text_in_order(text, size):
    windows = windows_of(text, size=size)
    assert "".join(text[start:end] for start, end in windows) == text
    assert all(end - start <= size for start, end in windows)
    assert all(one[1] == two[0] for one, two in pairwise(windows))


def test_an_empty_text_has_one_empty_part():
    assert windows_of("") == ((0, 0),)


@pytest.mark.parametrize(("text", "cut"), [("a" * 90 + "\n" + "b" * 60, 91), ("a" * 90 + " " + "b" * 60, 91), ("a" * 150, 100)])
def test_a_part_ends_after_a_line_else_after_a_word_else_where_it_is_full(text, cut):
    assert windows_of(text, size=100)[0] == (0, cut)


def test_a_line_without_breaks_of_five_million_characters_is_cut():
    windows = windows_of("x" * 5_000_000)
    assert len(windows) == -(-5_000_000 // WINDOW)


@pytest.mark.parametrize(("place", "number"), [(-5, 0), (0, 0), (9, 0), (10, 1), (25, 2), (10**30, 2)])
def test_every_place_lies_in_a_part(place, number):
    assert window_at(((0, 10), (10, 20), (20, 30)), place) == number
