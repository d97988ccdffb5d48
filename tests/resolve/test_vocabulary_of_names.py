"""Words of names looked up with their clitics and endings; the tables themselves."""

from collections import Counter
from importlib.resources import files

import pytest
import yaml

from testimonia.resolve.vocabulary import look_up, phrase_at, taken_apart, without_clitics
from testimonia.text.names import fold_spelling

DATA = files("testimonia.resolve") / "data"


def _listed(name):
    return yaml.safe_load((DATA / f"{name}.yml").read_text("utf-8"))


def _words():
    for cls, languages in _listed("theme_words").items():
        yield from ((fold_spelling(word), cls) for words in languages.values() for word in words)
    for role, classes in _listed("name_words").items():
        yield from (
            (fold_spelling(word), (role, cls)) for cls, languages in classes.items() for words in languages.values() for word in words
        )
    for name in ("country_words", "region_words", "month_words"):
        yield from ((fold_spelling(word), (name, code)) for code, words in _listed(name).items() for word in words)


def test_no_word_stands_in_two_classes():
    counts = Counter(word for word, _ in set(_words()))
    assert [word for word, count in counts.items() if count > 1] == []


def test_every_word_leaves_letters_when_folded():
    assert [cls for word, cls in _words() if not word] == []


@pytest.mark.parametrize(
    "words, cls",
    [
        (("conquest", "fath", "fateh", "фатх", "fetih"), "conquest"),
        (("lions", "usud", "львы", "львов", "leones"), "lions"),
        (("mujahideen", "mojahedin", "المجاهدين", "муджахидов", "muyahidines"), "mujahideen"),
        (("falcons", "suqour", "صقور", "соколы"), "falcons"),
        (("peace", "السلام", "paix"), "peace"),
    ],
)
def test_words_of_several_languages_and_scripts_are_of_one_class(words, cls):
    found = [look_up(without_clitics(fold_spelling(word))) for word in words]
    assert {entry.cls for entry in found} == {cls}


@pytest.mark.parametrize(
    "forms", [("революция", "революции", "революцией"), ("народный", "народная", "народного", "народной"), ("україна", "україни")]
)
def test_cyrillic_endings_are_taken_off(forms):
    assert len({look_up(fold_spelling(form)).cls for form in forms}) == 1


@pytest.mark.parametrize(
    "word, plain",
    [("liddaawati", "daawati"), ("لتحرير", "تحرير"), ("والجهاد", "جهاد"), ("likud", "likud"), ("wagner", "wagner"), ("وطني", "وطني")],
)
def test_clitics_are_taken_off_words_of_the_tables_only(word, plain):
    assert without_clitics(word) == plain


@pytest.mark.parametrize(
    "word, parts",
    [
        ("jundallah", ("jund", "allah")),
        ("hezbollah", ("hezb", "allah")),
        ("abdallah", ("abdallah",)),
        ("nasrullah", ("nasr", "allah")),
        ("gorillah", ("gorillah",)),
    ],
)
def test_a_body_and_its_god_are_taken_apart(word, parts):
    assert taken_apart(word) == parts


def test_a_phrase_is_found_before_its_words():
    entry, size = phrase_at(["south", "sudan", "army"], 0)
    assert (entry.cls, size) == ("SS", 2)
    assert phrase_at(["south", "army"], 0) is None
    assert phrase_at(["sudan", "army"], 0) is None


@pytest.mark.parametrize("word", ["karim", "omar", "zenki", "kachin", "yarmouk", "wagner", "taliban"])
def test_names_own_words_are_in_no_table(word):
    assert look_up(word) is None
