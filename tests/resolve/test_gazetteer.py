"""The gazetteer finds places by their spellings in several scripts, loads fast and stays small."""

import hashlib
import subprocess
import sys
from importlib.resources import files

import numpy as np
import pytest

from testimonia.resolve.gazetteer import HASH_BYTES, LEVELS, hash_key, load_gazetteer, settlement_test

FILE = files("testimonia.resolve") / "data" / "gazetteer.npz"
MAX_BYTES = 20_000_000


@pytest.fixture(scope="module")
def gazetteer():
    return load_gazetteer()


@pytest.mark.parametrize(
    ("name", "geonames", "country"),
    [
        ("Timbuktu", "Timbuktu", "ML"),
        ("Tombouctou", "Timbuktu", "ML"),
        ("تمبكتو", "Timbuktu", "ML"),
        ("Горловка", "Horlivka", "UA"),
        ("El Fasher", "El Fasher", "SD"),
        ("al-Fashir", "El Fasher", "SD"),
        ("Fasher", "El Fasher", "SD"),
        ("Omagh", "Omagh", "GB"),
        ("Marawi", "Marawi City", "PH"),
        ("Kilinochchi", "Kilinochchi", "LK"),
        ("Deir ez-Zor", "Deir ez-Zor", "SY"),
        ("Dayr az-Zawr", "Deir ez-Zor", "SY"),
        ("Hassakeh", "Al Ḩasakah", "SY"),
        ("Ma'arrat al-Nu'man", "Ma‘arrat an Nu‘mān", "SY"),
        ("Bogotá", "Bogotá", "CO"),
        ("BOGOTA", "Bogotá", "CO"),
    ],
)
def test_settlements_are_found_by_their_spellings(gazetteer, name, geonames, country):
    assert (geonames, country) in {(place.name, place.country) for place in gazetteer.find(name) if place.level == "settlement"}


@pytest.mark.parametrize(
    ("name", "level", "country"),
    [
        ("Mali", "country", "ML"),
        ("مالي", "country", "ML"),
        ("Malian", "country", "ML"),
        ("North Kivu", "region", "CD"),
        ("Helmand Province", "region", "AF"),
        ("Cauca Department", "region", "CO"),
        ("the Sahel", "region", ""),
        ("Africa", "continent", ""),
        ("Okla.", "region", "US"),
        ("Calif", "region", "US"),
        ("Nord-Kivu", "region", "CD"),
        ("شمال كردفان", "region", "SD"),
        ("الأنبار", "region", "IQ"),
        ("Донецкая область", "region", "UA"),
        ("Nueva Ecija", "district", "PH"),
        ("Province of Basilan", "district", "PH"),
        ("Kampuchea", "country", "KH"),
        ("French Guiana", "country", "GF"),
        ("Chechen", "region", "RU"),
        ("Orientale Province", "region", "CD"),
    ],
)
def test_larger_places_have_their_level(gazetteer, name, level, country):
    assert (level, country) in {(place.level, place.country) for place in gazetteer.find(name)}


def test_a_division_is_asked_for_by_its_word(gazetteer):
    assert {place.level for place in gazetteer.find("Aleppo Governorate")} == {"region"}
    assert "settlement" in {place.level for place in gazetteer.find("Aleppo")}


def test_a_country_whose_adjective_is_its_name_is_found_once(gazetteer):
    assert [place.level for place in gazetteer.find("Hong Kong")].count("country") == 1


@pytest.mark.parametrize("name", ["", "Zzyzxqqq", "No. 7", "Camp Zzyzxqqq", "the"])
def test_what_no_place_is_called_is_not_found(gazetteer, name):
    assert gazetteer.find(name) == []


@pytest.mark.parametrize(("name", "listed"), [("Crimea", ("UA", "RU")), ("Kashmir", ("IN", "PK")), ("Golan Heights", ("SY", "IL"))])
def test_a_region_that_several_hold_or_claim_is_given_to_none(gazetteer, name, listed):
    regions = [place for place in gazetteer.find(name) if place.level == "region"]
    assert [(place.country, place.countries, place.source) for place in regions] == [("", listed, "Testimonia's list of regions")]


def test_a_region_that_spans_borders_stands_beside_the_province_of_its_name(gazetteer):
    regions = {(place.country, place.countries) for place in gazetteer.find("Balochistan") if place.level == "region"}
    assert regions == {("PK", ()), ("", ("PK", "IR", "AF"))}


def test_a_division_of_another_kind_is_not_found(gazetteer):
    assert gazetteer.find("Green Zone") == []
    assert {place.level for place in gazetteer.find("Masisi territory")} == {"district"}


def test_labels_come_with_their_source(gazetteer):
    assert {place.source for place in gazetteer.find("Sevastopol")} == {"GeoNames"}


def test_divisions_are_found_with_all_that_lie_above_them(gazetteer):
    division = next(place for place in gazetteer.divisions("Nueva Ecija") if place.country == "PH")
    assert division.region == "Central Luzon" and len(division.divisions) == 1
    town = next(place for place in gazetteer.find("Cabanatuan City") if place.country == "PH")
    assert town.divisions == (division.id, *division.divisions) and gazetteer.divisions("Cabanatuan") == []


@pytest.mark.parametrize(
    ("name", "country", "latitude", "longitude"),
    [("Ontario", "CA", 50, -86), ("Western Australia", "AU", -25, 122), ("Kidal", "ML", 19.7, 1.0), ("Hebei", "CN", 39, 116)],
)
def test_a_division_lies_in_the_middle_of_its_area(gazetteer, name, country, latitude, longitude):
    place = next(place for place in gazetteer.find(name) if place.level == "region" and place.country == country)
    assert abs(place.latitude - latitude) < 1 and abs(place.longitude - longitude) < 2


def test_another_romanisation_is_tried_where_only_a_hamlet_bears_the_name(gazetteer):
    found = gazetteer.find("Hiran")
    assert {("IQ", True), ("SO", False)} <= {(place.country, place.is_exact) for place in found}


def test_a_place_lies_where_it_should(gazetteer):
    place = next(place for place in gazetteer.find("Timbuktu"))
    assert abs(place.latitude - 16.77) < 0.1 and abs(place.longitude + 3.0) < 0.1 and place.population > 30_000
    assert place.id == f"geonames:{place.geonameid}"


def test_places_come_with_the_most_people_first(gazetteer):
    populations = [place.population for place in gazetteer.find("Goma")]
    assert populations == sorted(populations, reverse=True)


def test_settlements_are_told_without_a_place_being_made(gazetteer):
    assert gazetteer.is_settlement("Goma") and gazetteer.is_settlement("al-Hasakah") and settlement_test()("Kidal")
    assert not gazetteer.is_settlement("Zzyzxqqq") and not gazetteer.is_settlement("Sahel Zone Force")


def test_the_file_is_small_and_its_keys_sorted(gazetteer):
    assert len(FILE.read_bytes()) < MAX_BYTES
    assert bool(np.all(gazetteer._keys[1:] >= gazetteer._keys[:-1])) and int(gazetteer._keys[-1]) < 256**HASH_BYTES
    assert len(gazetteer) > 200_000


def test_the_file_fits_the_keys_of_this_version(gazetteer):
    names = gazetteer._names
    step = len(names) // 2_000
    towns = [at for at in range(0, len(names), step) if LEVELS[gazetteer._columns["level"][at]] == "settlement"]
    found = sum(any(place.id == f"geonames:{gazetteer._ids[at]}" for place in gazetteer.find(names[at])) for at in towns)
    assert found / len(towns) > 0.995


def test_hashes_are_the_same_everywhere():
    assert hash_key("goma") == int.from_bytes(hashlib.blake2b(b"goma", digest_size=6).digest(), "big")


def test_it_is_loaded_on_the_first_look_up_and_not_before():
    code = (
        "from testimonia.resolve.gazetteer import load_gazetteer, settlement_test\n"
        "settlement_test()\n"
        "print(load_gazetteer.cache_info().currsize)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "0"
