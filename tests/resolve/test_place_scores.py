"""Scores put the larger, nearer and told-of place first."""

from testimonia.resolve.gazetteer import GazetteerPlace
from testimonia.resolve.place_hints import Hints
from testimonia.resolve.place_scores import context_score, distance_km, hint_score, is_own_name, prior


def place(
    name="Tripoli", level="settlement", country="LY", region="Tripoli", latitude=32.9, longitude=13.2, population=1_150_000, **fields
):
    return GazetteerPlace(
        f"geonames:{abs(hash((name, country))) % 10**6}", name, level, country, region, latitude, longitude, population, **fields
    )


NONE = Hints(frozenset(), frozenset(), None)


def test_distances_are_great_circles():
    assert round(distance_km(place(latitude=0, longitude=0), place(latitude=0, longitude=90))) == 10008
    assert distance_km(place(), place()) == 0


def test_larger_places_come_first():
    assert prior(place(), "Tripoli") > prior(place(country="LB", population=200_000), "Tripoli")


def test_a_country_comes_before_a_town_of_its_name():
    assert prior(place("Mali", "country", "ML", population=19_000_000), "Mali") > prior(
        place("Mali", country="GN", population=6_000), "Mali"
    )


def test_a_former_name_loses_to_a_usual_one():
    usual, former = place("Paris", country="US", population=5_000), place("Swainsboro", country="US", population=5_000)
    assert is_own_name(usual, "Paris") and not is_own_name(former, "Paris")
    assert prior(usual, "Paris") > prior(former, "Paris")


def test_the_documents_country_division_and_neighbours_speak_for_a_place():
    lebanese = place(country="LB", region="North", latitude=34.4, longitude=35.8, population=200_000)
    near = place("Zgharta", country="LB", region="North", latitude=34.4, longitude=35.9)
    told = context_score(lebanese, countries={"LB": 1.0}, divisions={("LB", "North"): 1.0}, others=[near])
    assert told > context_score(place(), countries={"LB": 1.0}, divisions={("LB", "North"): 1.0}, others=[near]) + 3


def test_hints_weigh_more_than_size():
    lebanese = place(country="LB", region="North", population=200_000)
    hints = Hints(frozenset({"LB"}), frozenset(), None)
    assert prior(lebanese, "Tripoli") + hint_score(lebanese, hints) > prior(place(), "Tripoli") + hint_score(place(), hints)
    assert hint_score(lebanese, NONE) == 0
