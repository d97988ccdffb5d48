"""Hidden characters become signs; spelling stays spelling."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.publish.pages.characters import visible, without_hidden


@pytest.mark.parametrize(
    ("text", "code"),
    [("a\u200bb", "200B"), ("a\u202eb", "202E"), ("\ufeffa", "FEFF"), ("a\u2067b", "2067"), ("a\x00b", "0000"), ("a\u3164b", "3164")],
)
def test_what_nobody_sees_is_named(text, code):
    assert f">U+{code}</span>" in visible(text)
    assert without_hidden(text) in ("ab", "a")


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",  # a non-joiner in a Persian verb
        "क्\u200dष",  # a joiner in Devanagari
        "👩\u200d🚒",  # a joiner in a picture
        "عربي\u200f (b)",  # a mark of direction, as right-to-left text has it
        "na\u0308ive\u00a0text\nnext\ttab",
    ],
)
def test_what_is_spelling_stays_as_it_is(text):
    assert "hidden-char" not in visible(text)
    assert str(visible(text)) == text


def test_a_joiner_between_other_letters_hides_something_and_is_shown():
    assert "U+200D" in visible("ad\u200dmin")


def test_the_end_of_a_line_of_some_machines_counts_as_one_and_is_not_seen():
    assert str(visible("a\r\nb")) == 'a<span class="hidden-char is-silent" data-chars="1"></span>\nb'


@given(st.text())
def test_no_sign_of_html_and_no_turning_character_gets_through(text):
    made = str(visible(text))
    plain = re.sub(r'<span class="hidden-char[^>]*>([^<]*)</span>', "", made)
    assert "<" not in plain
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", made)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_signs_and_letters_together_are_as_many_as_the_texts_characters(text):
    made = str(visible(text))
    signs = len(re.findall('class="hidden-char', made))
    assert len(without_hidden(text)) + signs == len(text)
