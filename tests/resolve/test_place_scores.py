"""Scores put the larger, nearer and told-of place first."""

import pytest

from testimonia.resolve.gazetteer import GazetteerPlace
from testimonia.resolve.place_hints import Beside, Hints
from testimonia.resolve.place_scores import (
    bearing,
    beside_share,
    context_score,
    distance_km,
    first_division,
    hint_score,
    is_own_name,
    prior,
)


def place(
    name="Tripoli", level="settlement", country="LY", region="Tripoli", latitude=32.9, longitude=13.2, population=1_150_000, **fields
):
    return GazetteerPlace(
        f"geonames:{abs(hash((name, country))) % 10**6}", name, level, country, region, latitude, longitude, population, **fields
    )


def test_distances_are_great_circles():
    assert round(distance_km(place(latitude=0, longitude=0), place(latitude=0, longitude=90))) == 10008
    assert distance_km(place(), place()) == 0


def test_larger_places_come_first():
    assert prior(place(), "Tripoli") > prior(place(country="LB", population=200_000), "Tripoli")


def test_a_country_comes_before_a_town_of_its_name():
    assert prior(place("Mali", "country", "ML", population=19_000_000), "Mali") > prior(
        place("Mali", country="GN", population=6_000), "Mali"
    )


def test_a_capital_comes_before_a_state_of_its_name():
    capital, state = place("Washington", country="US", population=700_000), place("Washington", "region", "US", population=7_000_000)
    assert prior(capital, "Washington") > prior(state, "Washington")


def test_a_region_in_several_countries_is_supported_by_each():
    region = GazetteerPlace("region:kurdistan", "Kurdistan", "region", "", "", 37.0, 43.0, 0, countries=("TR", "IQ"))
    shares = {"divisions": {}, "siblings": {}, "nearest_km": None}
    assert context_score(region, countries={"IQ": 1.0}, **shares) > context_score(region, countries={"ML": 1.0}, **shares)


def test_a_former_name_loses_to_a_usual_one():
    usual, former = place("Paris", country="US", population=5_000), place("Swainsboro", country="US", population=5_000)
    assert is_own_name(usual, "Paris") and not is_own_name(former, "Paris")
    assert prior(usual, "Paris") > prior(former, "Paris")


def test_the_documents_country_division_and_neighbours_speak_for_a_place():
    lebanese = place(country="LB", region="North", latitude=34.4, longitude=35.8, population=200_000, divisions=("geonames:7",))
    company = {"countries": {"LB": 1.0}, "divisions": {"geonames:7": 1.0}, "siblings": {}}
    assert context_score(lebanese, **company, nearest_km=10.0) > context_score(place(), **company, nearest_km=2_000.0) + 6
    assert context_score(lebanese, **company, nearest_km=None) < context_score(lebanese, **company, nearest_km=10.0)


def test_divisions_are_told_with_divisions():
    state = place("Georgia", "region", "US", population=10_000_000)
    alone = {"countries": {"US": 1.0}, "divisions": {}, "nearest_km": None}
    assert context_score(state, **alone, siblings={"US": 1.0}) > context_score(state, **alone, siblings={})


def test_hints_weigh_more_than_size():
    lebanese = place(country="LB", region="North", population=200_000)
    hints = Hints(countries=frozenset({"LB"}))
    first, second = hint_score(lebanese, hints, within=()), hint_score(place(), hints, within=())
    assert prior(lebanese, "Tripoli") + first > prior(place(), "Tripoli") + second
    assert hint_score(lebanese, Hints(), within=()) == 0


def test_a_named_division_speaks_for_what_lies_in_it():
    town = place(divisions=("geonames:5", "geonames:7"))
    assert hint_score(town, Hints(), within={"geonames:7"}) > 0 == hint_score(town, Hints(), within={"geonames:8"})
    assert first_division(town) == "geonames:7" and first_division(place()) == ""
    region = place(level="region")
    assert first_division(region) == region.id


ORIGIN = place("Kidal", country="ML", latitude=18.4, longitude=1.4)


@pytest.mark.parametrize(
    ("latitude", "longitude", "told", "fits"),
    [
        (18.1, 1.4, Beside("Kidal", 180.0), True),
        (18.7, 1.4, Beside("Kidal", 180.0), False),
        (18.1, 1.4, Beside("Kidal", None, 33.0), True),
        (18.1, 1.4, Beside("Kidal", None, 300.0), False),
        (18.4, 1.7, Beside("Kidal", 90.0, 30.0), True),
        (10.0, 1.4, Beside("Kidal", 180.0), False),
        (18.4, 1.5, Beside("Kidal"), True),
    ],
)
def test_a_place_lies_beside_another_as_told_or_not(latitude, longitude, told, fits):
    share = beside_share(place("Anefis", country="ML", latitude=latitude, longitude=longitude), told, [ORIGIN])
    assert (share > 0.5) is fits and 0 <= share <= 1


def test_nothing_lies_beside_itself_or_a_country():
    assert beside_share(ORIGIN, Beside("Kidal"), [ORIGIN]) == 0
    assert beside_share(ORIGIN, Beside("Mali"), [place("Mali", "country", "ML", latitude=18.4, longitude=1.4)]) == 0


@pytest.mark.parametrize(("latitude", "longitude", "degrees"), [(1, 0, 0), (0, 1, 90), (-1, 0, 180), (0, -1, 270)])
def test_bearings_go_clockwise_from_north(latitude, longitude, degrees):
    centre = place(latitude=0, longitude=0)
    assert round(bearing(centre, place(latitude=latitude, longitude=longitude))) % 360 == degrees


def test_a_city_is_usually_called_without_the_word_city():
    assert is_own_name(place("City of Isabela", country="PH"), "Isabela") and is_own_name(place("Nord-Kivu", "region", "CD"), "North Kivu")
