"""A name taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.resolve.anatomy import anatomy_of, bag_key, is_acronym_form


def _roles(name):
    return [(part.role, part.word) for part in anatomy_of(name).parts]


def test_unit_words_programme_words_and_own_words_are_told_apart():
    assert _roles("Kachin Independence Army") == [("own", "kachin"), ("concept", "independence"), ("unit", "army")]


def test_a_country_is_named_by_adjective_or_noun():
    assert anatomy_of("Colombian Army").countries == anatomy_of("Army of Colombia").countries == ("CO",)


def test_articles_are_no_part_of_a_name_in_any_script():
    assert _roles("Jaysh al-Fath") == [("unit", "jaysh"), ("own", "fath")]
    assert _roles("Nur ad-Din") == _roles("Nur al-Din")
    assert anatomy_of("جيش الفتح").own == "فتح"


def test_a_short_word_that_only_looks_like_an_article_stays():
    assert ("own", "as") in _roles("As Army")


def test_a_title_is_dropped_where_a_name_follows_and_kept_where_it_is_the_name():
    assert anatomy_of("Shahid Mahmud Brigade").own == "mahmud"
    assert anatomy_of("Shahid Brigade").own == "shahid"


def test_ordinals_in_figures_and_words_are_one():
    assert anatomy_of("3rd Brigade").ordinals == anatomy_of("Third Brigade").ordinals == ("3",)


def test_hizb_allah_is_one_word_and_no_party():
    assert anatomy_of("Hizb Allah").units == ()
    assert anatomy_of("Hizb Allah").own == "hizballah"


def test_an_acronym_is_one_word_whatever_its_signs():
    assert anatomy_of("FARC-EP").acronym
    assert anatomy_of("FARC-EP").own_key == "farcep"


@pytest.mark.parametrize(
    "name, expected", [("FARC", True), ("FARC-EP", True), ("YPG/J", True), ("HuM", True), ("Taliban", False), ("M23", False), ("A", False)]
)
def test_acronyms_are_known_by_their_capitals(name, expected):
    assert is_acronym_form(name) is expected


@pytest.mark.parametrize("name, bare, general", [("the Brigades", True, True), ("الكتائب", True, True), ("Security Forces", False, True)])
def test_names_of_nobody_in_particular(name, bare, general):
    assert (anatomy_of(name).bare, anatomy_of(name).general) == (bare, general)


@pytest.mark.parametrize("name", ["National Liberation Army", "Kachin Army", "Colombian Army", "Taliban"])
def test_names_that_tell_are_not_general(name):
    assert not anatomy_of(name).general


def test_a_country_alone_is_a_bare_country():
    assert anatomy_of("Colombia").bare_country
    assert not anatomy_of("Colombian Army").bare_country


@given(st.permutations(["Liberation", "Popular", "Front"]))
def test_the_key_does_not_depend_on_the_order_of_classes(words):
    assert anatomy_of(" ".join(words)).key == anatomy_of("Popular Liberation Front").key


@given(st.text(max_size=40))
def test_any_text_can_be_taken_apart(text):
    anatomy = anatomy_of(text)
    assert anatomy.key == bag_key(anatomy.parts)
