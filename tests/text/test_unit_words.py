"""The table of words that names are built from."""

from collections import Counter

import pytest

from testimonia.text.names import fold_spelling
from testimonia.text.unit_words import ROLES, is_dividing, is_weak, unit_word
from testimonia.text.wordlists import word_list

TABLE = word_list("unit_words")
ENTRIES = [
    (role, str(title), str(word), str(languages))
    for role in ROLES
    for title, words in TABLE[role].items()
    for word, languages in words.items()
]


def test_no_word_stands_in_two_classes():
    counts = Counter(folded for folded, _ in {(fold_spelling(word), title) for _, title, word, _ in ENTRIES})
    assert [word for word, count in counts.items() if count > 1] == []


def test_every_entry_is_one_word_with_its_languages():
    assert [entry for entry in ENTRIES if " " in fold_spelling(entry[2]) or not entry[3]] == []


def test_weak_and_dividing_classes_are_classes_of_the_table():
    classes = {title.partition(".")[0] for _, title, _, _ in ENTRIES}
    assert set(TABLE["weak"]) | set(TABLE["dividing"]) <= classes


@pytest.mark.parametrize(
    "words, cls",
    [
        (("brigades", "battalions", "kataib", "katibat", "كتائب", "brigadas", "бригада"), "troop"),
        (("front", "jabhat", "جبهة", "frente", "фронт"), "front"),
        (("army", "jaysh", "jaish", "جيش", "ejercito"), "army"),
        (("movement", "harakat", "حركة", "movimiento"), "movement"),
        (("party", "hizb", "حزب", "partido", "partiya"), "party"),
        (("forces", "quwwat", "قوات", "fuerzas"), "forces"),
        (("committee", "committees", "لجان", "comite"), "committee"),
        (("council", "majlis", "مجلس", "consejo"), "council"),
        (("room", "غرفة"), "room"),
    ],
)
def test_words_of_several_languages_are_of_one_class(words, cls):
    assert {unit_word(fold_spelling(word)).cls for word in words} == {cls}


def test_the_rank_within_a_class_is_kept():
    assert (unit_word("brigade").rank, unit_word("battalion").rank) == ("brigade", "battalion")


def test_a_plural_is_found_by_its_singular():
    assert unit_word("democratiques") == unit_word("democratique")


def test_names_own_words_are_in_no_class():
    assert [word for word in ("kachin", "tawhid", "azov", "moro", "farc") if unit_word(word) is not None] == []


def test_classes_with_a_part_of_their_own():
    assert is_weak("movement")
    assert not is_weak("troop")
    assert is_dividing("southern")
    assert not is_dividing("liberation")
