"""Event words: the lists are codes of the codebook, in lower case, each once."""

from typing import get_args

from testimonia.model.kinds import EventType
from testimonia.weigh.event_words import akin_types, event_words


def test_akin_types_are_codes_and_go_both_ways():
    assert {name for pair in akin_types() for name in pair} <= set(get_args(EventType))
    assert all((right, left) in akin_types() for left, right in akin_types())


def test_words_are_lower_case():
    for name in ("happenings", "empty"):
        assert event_words(name)
        assert all(word == word.lower() for word in event_words(name))
