"""What documents hold is shown and does nothing."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.cli.escaping import visible, visible_json


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("حِزْبُ الأُمَّة", "حِزْبُ الأُمَّة"),
        ("၁၉၆၁ ကချင်", "၁၉၆၁ ကချင်"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("two\nlines\tand\r\nmore", "two lines and more"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x9b31m", "\\x9b31m"),
        ("bell\x07 null\x00 del\x7f", "bell\\x07 null\\x00 del\\x7f"),
        ("\u202eevil\u202c \u2066x\u2069 \u200f", "\\u202eevil\\u202c \\u2066x\\u2069 \\u200f"),
        ("\U000e0041 tag", "\\U000e0041 tag"),
        ("half \ud800", "half \\ud800"),
        ("[bold]kept[/]", "[bold]kept[/]"),
    ],
)
def test_letters_are_shown_and_what_steers_is_spelt_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_nothing_that_steers_is_left(text: str) -> None:
    for character in visible(text) + visible_json(text):
        assert unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} or character in "\u200c\u200d"


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8))
def test_json_means_the_same_as_before(value: object) -> None:
    assert json.loads(visible_json(value)) == value
