"""The outline of a text: same length, plain ASCII."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.read.parser.outline import DASH, ELLIPSIS, MARK, SYMBOL, is_format, outline


@given(st.text())
def test_the_outline_is_ascii_of_the_same_length(text: str) -> None:
    signs = outline(text)
    assert len(signs) == len(text)
    assert all(sign.isascii() or sign.isspace() for sign in signs)


@pytest.mark.parametrize(
    ("character", "sign"),
    [("’", "'"), ("“", '"'), ("«", '"'), ("–", DASH), ("…", ELLIPSIS), ("é", "x"), ("É", "X"), ("ك", "x"), ("\u064e", MARK), ("٣", "0")],
)
def test_characters_stand_for_their_class(character: str, sign: str) -> None:
    assert outline(character) == sign


def test_emoji_are_symbols_and_joiners_belong_to_them() -> None:
    assert outline("👨\u200d👩") == SYMBOL + MARK + SYMBOL


def test_control_characters_cannot_pose_as_classes() -> None:
    assert SYMBOL not in outline("\x01\x02\x04")
    assert MARK not in outline("\x01\x02\x04")


def test_joiners_are_no_format_characters_but_zero_width_spaces_are() -> None:
    assert is_format("\u200b")
    assert is_format("\u00ad")
    assert not is_format("\u200d")
    assert not is_format("a")
