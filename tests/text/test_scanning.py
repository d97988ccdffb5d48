"""Scanning: a long pattern is tried only where one of its first words stands, and finds the same."""

import re

from hypothesis import given
from hypothesis import strategies as st

from testimonia.text.scanning import DIGITS, openers_of, scan

PHRASES = ("at least", "also known as", "12 of", "née", "at")
PATTERN = re.compile(r"(?<!\w)(?:" + "|".join(PHRASES) + r")(?!\w)", re.IGNORECASE)


def test_phrases_open_with_their_first_word_or_digit() -> None:
    assert openers_of(PHRASES) == {"at", "also", "1", "née"}
    assert "1" in DIGITS


def test_only_the_stretch_asked_for_is_read() -> None:
    assert [m.span() for m in scan(PATTERN, openers_of(PHRASES), "at at least at", 3, 11)] == [(3, 11)]


@given(st.lists(st.sampled_from([*PHRASES, "AT LEAST", "least", "cat", "a_t", " ", "-", "(", "12", "known as", "Née", "\n"]), max_size=14))
def test_a_scan_finds_what_searching_everywhere_finds(parts: list[str]) -> None:
    for text in (" ".join(parts), "".join(parts)):
        found = [m.span() for m in scan(PATTERN, openers_of(PHRASES), text, 0, len(text))]
        assert found == [m.span() for m in PATTERN.finditer(text)]
