"""Countries, peoples, capitals and regions are told without the gazetteer."""

import pytest

from testimonia.text.geography import (
    countries,
    countries_of_adjective,
    country_code,
    country_of_adjective,
    country_of_capital,
    find_region,
    is_country,
    is_people,
    is_place_name,
    region_of_adjective,
    regions,
)


@pytest.mark.parametrize(
    ("name", "code"), [("Mali", "ML"), ("the Philippines", "PH"), ("DRC", "CD"), ("Burma", "MM"), ("U.S.", "US"), ("Côte d’Ivoire", "CI")]
)
def test_countries_are_known_by_all_their_names(name, code):
    assert is_country(name) and country_code(name) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Malian", "ML"),
        ("Malians", "ML"),
        ("Spaniards", "ES"),
        ("Filipino", "PH"),
        ("South Sudanese", "SS"),
        ("Congolese", None),
        ("Blue", None),
    ],
)
def test_adjectives_and_people_lead_to_a_country_if_to_one(word, code):
    assert country_of_adjective(word) == code


def test_a_shared_adjective_leads_to_all_its_countries():
    assert countries_of_adjective("Congolese") == ("CD", "CG")


def test_people_are_told_from_adjectives():
    assert is_people("Malians") and is_people("Sudanese") and not is_people("Philippine")


def test_capitals_stand_for_their_country():
    assert country_of_capital("Bogotá") == country_of_capital("Bogota") == "CO"
    assert country_of_capital("Timbuktu") is None


@pytest.mark.parametrize(
    ("name", "is_place"),
    [
        ("Mali", True),
        ("northern Mali", True),
        ("north-eastern Syria", True),
        ("the Horn of Africa", True),
        ("Donbass", True),
        ("Bamako", True),
        ("Africa", True),
        ("Eastern Alliance", False),
        ("Northern", False),
        ("Malian", False),
        ("", False),
    ],
)
def test_place_names_with_and_without_a_direction(name, is_place):
    assert is_place_name(name) is is_place


def test_every_country_has_a_point_on_the_globe_and_a_name_of_its_own():
    names = [country.names[0] for country in countries()]
    assert len(set(names)) == len(names) > 190
    assert all(-90 <= c.latitude <= 90 and -180 <= c.longitude <= 180 for c in (*countries(), *regions()))


def test_regions_name_countries_that_are_listed():
    codes = {country.code for country in countries()}
    assert all(set(region.countries) <= codes for region in regions())
    assert find_region("Donbass") is find_region("Donbas") and find_region("Donbas").countries == ("UA",)


@pytest.mark.parametrize(("word", "name"), [("Chechen", "Chechnya"), ("Sahelian", "Sahel"), ("Abkhaz", "Abkhazia"), ("Malian", None)])
def test_adjectives_lead_to_a_region_and_are_no_place_names(word, name):
    region = region_of_adjective(word)
    assert (None if region is None else region.names[0]) == name
    assert not is_place_name(word)


def test_a_disputed_region_names_all_that_claim_or_hold_it():
    disputed = [region for region in regions() if region.is_disputed]
    assert {region.names[0] for region in disputed} >= {"Crimea", "Kashmir", "Abyei"}
    assert all(len(region.countries) > 1 for region in disputed)
