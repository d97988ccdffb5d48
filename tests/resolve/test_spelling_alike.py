"""Spellings of one word."""

import pytest

from testimonia.resolve.spelling import consonants, spells_alike

ONE = [
    ("tawhid", "tawheed"),
    ("nusra", "nusrah"),
    ("muhammad", "mohammed"),
    ("yarmuk", "yarmouk"),
    ("shabab", "shabaab"),
    ("qadhafi", "kadafi"),
]
TWO = [("karen", "karenni"), ("karim", "karam"), ("hasan", "husayn"), ("hasan", "hasani"), ("omar", "amir")]
ARABIC = [
    ("نصره", "nusra"),
    ("توحيد", "tawhid"),
    ("توحيد", "tawheed"),
    ("احرار شام", "ahrar sham"),
    ("يرموك", "yarmouk"),
    ("حزبلله", "hezbollah"),
]


@pytest.mark.parametrize("left, right", ONE)
def test_romanisations_that_differ_in_vowels_only(left, right):
    assert spells_alike(left, right)
    assert spells_alike(right, left)


@pytest.mark.parametrize("left, right", TWO)
def test_names_with_like_consonants_that_are_two(left, right):
    assert not spells_alike(left, right)


@pytest.mark.parametrize("arabic, latin", ARABIC)
def test_arabic_script_and_its_romanisations(arabic, latin):
    assert spells_alike(arabic, latin)
    assert spells_alike(latin, arabic)


@pytest.mark.parametrize("arabic, latin", [("ناصر", "nusra"), ("نصره", "nasir"), ("حسين", "hasan"), ("كريم", "karam")])
def test_long_vowels_tell_names_apart_across_scripts(arabic, latin):
    assert not spells_alike(arabic, latin)


@pytest.mark.parametrize("cyrillic, latin", [("донбасс", "donbas"), ("харкив", "kharkiv"), ("азов", "azov")])
def test_cyrillic_and_its_romanisations(cyrillic, latin):
    assert spells_alike(cyrillic, latin)


def test_consonant_keys_meet_across_scripts():
    assert consonants("nusra") == consonants("نصرة") != ""
