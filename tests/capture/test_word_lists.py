"""Word lists: every shipped file loads, says where it comes from, and its patterns compile."""

import re
from importlib.resources import files

import pytest

from testimonia.capture.word_lists import any_of, load_list, phrases

NAMES = sorted(entry.name for entry in files("testimonia.capture").joinpath("data").iterdir() if entry.name.endswith(".yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_each_list_loads_and_names_its_source(name: str) -> None:
    text = files("testimonia.capture").joinpath("data", name).read_text("utf-8")
    assert load_list(name.removesuffix(".yaml")) and re.search(r"^# .*|Source", text) and "ource" in text.split("\n\n")[0]


def test_phrases_match_whole_words_over_any_space_and_either_apostrophe() -> None:
    pattern = phrases(("don't miss", "donate"))
    assert pattern.search("DON’T\n miss it") and pattern.search("Donate.") and not pattern.search("donated")


def test_the_longest_phrase_is_tried_first() -> None:
    found = any_of("appeals", "own_voice").search("we're")
    assert found is not None and found.group() == "we're"
