"""Word lists are loaded once, checked, and never altered."""

import pytest

from testimonia.codebook.words import available_words, load_words, read_word_list, word_map, words_of
from testimonia.errors import CodebookError


@pytest.mark.parametrize("name", available_words())
def test_every_list_of_the_package_loads(name):
    assert load_words(name)


def test_a_second_call_returns_the_same_object():
    assert load_words("voices") is load_words("voices")


def test_a_list_that_is_not_there_names_those_that_are():
    with pytest.raises(CodebookError, match=r"'vioces'.*voices"):
        load_words("vioces")


def test_a_loaded_list_cannot_be_altered_at_any_depth():
    content = read_word_list("verbs: {asserted: [say, tell], pairs: [[a, b]]}", file="x.yml")
    with pytest.raises(TypeError):
        content["verbs"] = ()
    with pytest.raises(TypeError):
        content["verbs"]["asserted"] = ()
    assert content["verbs"]["asserted"] == ("say", "tell")
    assert content["verbs"]["pairs"] == (("a", "b"),)


def test_empty_values_and_numbers_are_kept_as_they_are():
    assert read_word_list("strike: [ASSAULT, null, 3, 0.5]", file="x.yml")["strike"] == ("ASSAULT", None, 3, 0.5)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("before: [in, on, at]", r"x\.yml: before\[1\] reads as a truth value"),
        ("before:\n  - yes", r"x\.yml: before\[0\] reads as a truth value"),
        ("verbs: {no: [a]}", r"x\.yml: the key False under verbs is no word"),
        ("a: [x]\nb: [y]\na: [z]", r"x\.yml: the key 'a' stands twice"),
        ("verbs: {a: [x], a: [y]}", r"x\.yml: the key 'a' stands twice"),
        ("a: ['']", r"x\.yml: a\[0\] is an empty word"),
        ("a: {}", r"x\.yml: a is empty"),
        ("a: [2018-03-30]", r"x\.yml: a\[0\] is datetime"),
        ("[a, b]", r"x\.yml: a word list is a mapping .* holds list"),
        ("", r"x\.yml: a word list is a mapping .* holds NoneType"),
        ("a: [b", r"x\.yml: while parsing"),
        ("? [a, b]\n: [c]", r"x\.yml: "),
        ("a: !!python/object/apply:os.getcwd []", r"x\.yml: could not determine a constructor"),
    ],
)
def test_a_broken_list_is_refused_with_file_and_key(text, says):
    with pytest.raises(CodebookError, match=says):
        read_word_list(text, file="x.yml")


def test_words_under_a_key_come_in_the_order_of_the_file():
    assert words_of("voices", "verbs", "asserted")[:2] == ("say", "announce")


def test_words_of_a_mapping_are_its_keys():
    assert set(words_of("voices", "verbs")) == {"asserted", "claimed", "estimated", "denied"}


def test_a_key_that_is_not_there_is_named():
    with pytest.raises(CodebookError, match=r"words/voices\.yml: there is no verbs\.shouted"):
        words_of("voices", "verbs", "shouted")


def test_a_word_maps_to_a_word():
    assert word_map("people", "roles")["co-founders"] == "co-founder"


def test_a_list_is_no_mapping_of_words():
    with pytest.raises(CodebookError, match="maps no words"):
        word_map("relations", "join_verbs")
