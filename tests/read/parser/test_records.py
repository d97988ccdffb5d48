"""The records are values: frozen, comparable, small."""

from dataclasses import FrozenInstanceError

import pytest

from testimonia.read.parser.records import Sentence, Token, Word


def test_records_are_frozen_and_compare_by_value() -> None:
    word = Word(0, 4, "Mali")
    assert word == Word(start=0, end=4, text="Mali")
    with pytest.raises(FrozenInstanceError):
        word.start = 1  # type: ignore[misc]


def test_records_have_no_room_for_more() -> None:
    token = Token(0, 0, 4, "Mali", "Mali", "PROPN", "Number=Sing", -1, "root", "B-LOC")
    assert not hasattr(token, "__dict__")
    assert not hasattr(Sentence(0, 4, (token,)), "__dict__")
