"""Names fold to one key, acronyms fit their names, scripts and languages are told."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.text.names import acronym_of, fold_name, fold_spelling, is_acronym_for, language_of_name, script_of, strip_article

FOLDER = Path(__file__).parents[1] / "cases" / "text"


def cases(name):
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").strip().split("\n")]


@pytest.mark.parametrize("case", cases("folding"), ids=lambda case: case["label"])
def test_spellings_of_one_name_have_one_key(case):
    assert (fold_name(case["text"]) == fold_name(case["expect"]["other"])) is case["expect"]["same"]


@pytest.mark.parametrize("case", cases("acronyms"), ids=lambda case: case["label"])
def test_acronyms_are_made_of_initials_in_order(case):
    assert is_acronym_for(case["expect"]["acronym"], case["text"]) is case["expect"]["is"]


@pytest.mark.parametrize("case", [c for c in cases("acronyms") if c["expect"]["is"]], ids=lambda case: case["label"])
def test_the_acronyms_of_a_name_include_its_own(case):
    assert "".join(c for c in case["expect"]["acronym"] if c.isalnum()) in acronym_of(case["text"])


def test_spelling_keeps_the_article():
    assert fold_spelling("El Salvador") == "el salvador" != fold_spelling("Salvador")
    assert fold_name("El Fasher") == fold_name("al-Fasher") == "fasher"


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("the Lord's Resistance Army", "Lord's Resistance Army"),
        ("al-Shabaab", "Shabaab"),
        ("El-Obeid", "Obeid"),
        ("الجبهة", "جبهة"),
        ("The", "The"),
        ("Albania", "Albania"),
    ],
)
def test_articles_are_stripped_from_the_front_only(name, bare):
    assert strip_article(name) == bare


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Karen", "Latn"),
        ("كتائب", "Arab"),
        ("חטיבה", "Hebr"),
        ("Азов", "Cyrl"),
        ("တပ်", "Mymr"),
        ("புலி", "Taml"),
        ("12 !", "Zyyy"),
        ("قوات (SDF)", "Arab"),
    ],
)
def test_the_script_is_that_of_most_letters(text, script):
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("كتائب حزب الله", "ar"),
        ("سپاه پاسداران", "fa"),
        ('לח"י', "he"),
        ("Українська повстанська армія", "uk"),
        ("Ополчение", "ru"),
        ("Kata'ib al-Imam Ali", "ar-Latn"),
        ("Jabhat al-Nusra", "ar-Latn"),
        ("Moro Islamic Liberation Front", "en"),
        ("Ejército de Liberación Nacional", "es"),
        ("Forces démocratiques de libération du Rwanda", "fr"),
        ("Karen National Union", "en"),
    ],
)
def test_the_language_is_told_by_letters_and_words(text, language):
    assert language_of_name(text) == language


@given(st.text())
def test_folding_is_stable(name):
    key = fold_spelling(name)
    assert fold_spelling(key) == key
    assert key == key.strip()


@given(st.lists(st.text(alphabet="abcdefghij", min_size=2), min_size=2, max_size=6))
def test_plain_initials_are_always_an_acronym(words):
    name = " ".join(word.title() for word in words)
    assert is_acronym_for("".join(word[0].upper() for word in words), name)
