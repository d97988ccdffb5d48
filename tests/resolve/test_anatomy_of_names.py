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
    assert _roles("Jaysh al-Yarmuk") == [("unit", "jaysh"), ("own", "yarmuk")]
    assert _roles("Nur ad-Din") == _roles("Nur al-Din")
    assert anatomy_of("جيش اليرموك").own == "يرموك"
    assert [part.cls for part in anatomy_of("батальон ан-Нур").parts][1] == anatomy_of("an-Nur").own_key


def test_a_short_word_that_only_looks_like_an_article_stays():
    assert ("own", "as") in _roles("As Army")


def test_a_title_is_dropped_where_a_name_follows_and_kept_where_it_is_the_name():
    assert anatomy_of("Shahid Mahmud Brigade").own == "mahmud"
    assert anatomy_of("Shahid Brigade").own == "shahid"


def test_ordinals_in_figures_and_words_are_one():
    assert anatomy_of("3rd Brigade").ordinals == anatomy_of("Third Brigade").ordinals == ("3",)


@pytest.mark.parametrize("name", ["Hizb Allah", "Hizbullah", "Hezbollah", "Party of God", "حزب الله", "Хезболла", "חזבאללה"])
def test_a_body_and_its_god_are_two_words_however_joined(name):
    anatomy = anatomy_of(name)
    assert (anatomy.units, anatomy.themes, anatomy.own) == (("party",), ("god",), "")


def test_a_person_named_after_a_god_stays_one_word():
    assert anatomy_of("Abdallah Brigade").own == "abdallah"


@pytest.mark.parametrize("name", ["Movement of 4 May", "4 May Movement", "Movimiento 4 de Mayo", "Mouvement du 4 mai", "Движение 4 мая"])
def test_a_name_by_a_date_has_one_part_for_it(name):
    assert anatomy_of(name).themes == ("date-5-4",)
    assert anatomy_of(name).ordinals == ()


def test_a_month_that_is_also_a_word_is_none_without_a_day():
    assert anatomy_of("May Brigade").themes == ()
    assert anatomy_of("Black September").themes == ("black", "month-9")


def test_an_elided_article_is_no_part_of_a_name():
    assert anatomy_of("Front de l'Azawad").countries == anatomy_of("Azawad Front").countries == ("azawad",)


def test_a_country_of_two_words_is_not_the_country_of_one():
    assert anatomy_of("South Sudan Army").countries == anatomy_of("جيش جنوب السودان").countries == ("SS",)
    assert anatomy_of("Sudanese Army").countries == ("SD",)


def test_adherents_have_one_key_in_several_languages():
    assert len({anatomy_of(name).own_key for name in ("Gaitanista", "Gaitanistas", "Gaitanist", "gaïtanistes")}) == 1


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
