"""Circumstances: days, places and passages, each by the words that a person reads."""

from dataclasses import replace

import pytest

from testimonia.weigh.accounts import accounts_of
from testimonia.weigh.tie_circumstances import passage_features, place_features, time_features

DOCUMENTS = {"a": "The Daily Example; 2015-06-01", "b": "Sample News; 2015-06-02", "c": "Yearbook; 2016"}
PLACES = {
    "Goma": (-1.68, 29.23),
    "Sake": (-1.57, 29.04),
    "Bukavu": (-2.5, 28.86),
    "Aleppo": (36.2, 37.16),
    "South Kivu Province": (-3.0, 28.3),
}


def pair(knowledge_of, left, right):
    return accounts_of(knowledge_of(documents=DOCUMENTS, reports=[left, right], places=PLACES, kinds=dict.fromkeys(PLACES, "place")))


def words(features):
    return [feature.words for feature in features]


@pytest.mark.parametrize(
    ("left", "right", "expect"),
    [
        ("2015-05-20", "2015-05-20", ["the same day"]),
        ("2015-05-20", "2015-05-21", ["other days"]),
        ("2015-05-20", "2015-05-18/2015-05-24", ["compatible dates"]),
        ("2015-05-18/2015-05-24", "2015-05-18/2015-05-24", ["the same days"]),
        ("2015-05-20/2015-05-24", "2015-05-18/2015-05-22", ["days in common"]),
        ("2015-05-20", "2015", ["compatible dates"]),
        ("2015-05-20~", "2015-05-22", ["dates that may be one"]),
        ("", "2015-05-30", ["news of the same week"]),
        ("", "2015-05-02", ["no date to compare"]),
        ("", "", ["news of the same week"]),
        ("XXXX-05-20", "2015-05-20", ["the same day of the year"]),
        ("XXXX-05-20", "2015-05-21", ["other days"]),
    ],
)
def test_days_are_compared_as_exactly_as_they_are_told(knowledge_of, left, right, expect):
    accounts = pair(knowledge_of, f"a | ASSAULT | IS | Goma | {left}", f"b | ASSAULT | IS | Goma | {right}")
    assert words(time_features(*accounts)) == expect
    assert time_features(*accounts) == time_features(*accounts[::-1])


def test_the_wider_a_time_the_less_it_says(knowledge_of):
    weight = [
        time_features(*pair(knowledge_of, "a | ASSAULT | | Goma | 2015-05-20", f"b | ASSAULT | | Goma | {time}"))[0].weight
        for time in ("2015-05-20", "2015-05-18/2015-05-24", "2015-05", "2015-04/2015-06", "2015")
    ]
    assert weight == sorted(weight, reverse=True)
    assert len(set(weight)) == 5


@pytest.mark.parametrize(
    ("left", "right", "expect"),
    [
        ("Goma", "Goma", "the same place (Goma)"),
        ("Goma", "Sake", "compatible places (Goma, Sake)"),
        ("Goma", "Bukavu", "places apart (Goma, Bukavu)"),
        ("Goma", "Aleppo", "places apart (Goma, Aleppo)"),
        ("Goma", "South Kivu Province", "a place and an area (Goma, South Kivu Province)"),
        ("Aleppo", "South Kivu Province", "places far apart (Aleppo, South Kivu Province)"),
        ("Goma", "Ivo", "another place (Goma, Ivo)"),
        ("Jolo", "Jolo town", "compatible places (Jolo, Jolo town)"),
    ],
)
def test_places_are_compared_by_distance_precision_and_name(knowledge_of, left, right, expect):
    accounts = pair(knowledge_of, f"a | ASSAULT | | {left} | 2015-05-20", f"b | ASSAULT | | {right} | 2015-05-20")
    assert words(place_features(*accounts)) == [expect]
    told_together = frozenset([(f"e-{left}", f"e-{right}"), (f"e-{right}", f"e-{left}")])
    if left != right:
        assert words(place_features(*accounts, together=told_together)) == [f"places named together ({left}, {right})"]


def test_one_author_who_names_two_places_means_two(knowledge_of):
    told = [
        place_features(*pair(knowledge_of, "a | ASSAULT | | Ivo | 2015-05-20", f"{document} | ASSAULT | | Drodro | 2015-05-20"))[0].weight
        for document in "ab"
    ]
    assert told[0] < told[1] < 0


def test_only_a_toll_that_stands_alone_goes_on_from_the_passage_before(knowledge_of):
    attack = "a | ASSAULT | ~insurgents -> Goma | Goma | 2015-05-20"
    for second, expect in (
        ("a | ASSAULT | -> ~people | | | killed 12+", ["one passage after another", "a toll told right after"]),
        ("a | ASSAULT | ~rebels -> ~people | | | killed 12", ["one passage after another", "a passage that goes on without a date"]),
        ("a | ASSAULT | -> ~people | | 2015-05-20 | killed 12", ["one passage after another"]),
        ("a | ASSAULT | -> ~people | | | killed 90000", ["one passage after another", "a passage that goes on without a date"]),
        ("b | ASSAULT | -> ~people | | | killed 12", []),
    ):
        assert words(passage_features(*pair(knowledge_of, attack, second))) == expect


@pytest.mark.parametrize(("filed", "expect"), [("geonames:1", "a place and an area"), ("geonames:2", "places far apart")])
def test_a_region_holds_what_the_gazetteer_files_in_it_however_far_its_middle_lies(knowledge_of, filed, expect):
    reports = [f"a | ASSAULT | Azania Front | {place} | 2015-05-20" for place in ("Goma", "South Kivu Province")]
    known = knowledge_of(
        documents=DOCUMENTS, reports=reports, kinds=dict.fromkeys(PLACES, "place"), places={**PLACES, "South Kivu Province": (9.0, 28.3)}
    )
    village = replace(known.entities["e-Goma"], gazetteer="geonames:9", precision="settlement", divisions=(filed,))
    region = replace(known.entities["e-South Kivu Province"], gazetteer="geonames:1", precision="region", divisions=("geonames:7",))
    accounts = accounts_of(replace(known, entities={**known.entities, village.id: village, region.id: region}))
    assert words(place_features(*accounts))[0].startswith(expect)
