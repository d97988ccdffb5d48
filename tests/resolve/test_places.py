"""Same-named places are told apart by the document; what nothing tells apart stays unlocated, with the reason."""

import json
import re
from pathlib import Path

import pytest

from testimonia.model.referent import Referent, referent_id
from testimonia.resolve.places import explain_places, locate_places
from testimonia.text.names import fold_name

CASES = [json.loads(line) for line in (Path(__file__).parents[1] / "cases/resolve/places.jsonl").read_text("utf-8").splitlines()]
NAMED = re.compile(r"\[([^\]]+)\]")
REACH = 120
DEGREES = 0.35


def told(text):
    """The referents of a text whose place names stand in square brackets, with the words around each mention."""
    plain, contexts, at = "", {}, 0
    marks = []
    for match in NAMED.finditer(text):
        plain += text[at : match.start()]
        marks.append((len(plain), match[1]))
        plain, at = plain + match[1], match.end()
    plain += text[at:]
    people = {fold_name(name): referents(name)[0] for _, name in marks}
    for start, name in marks:
        snippet = plain[max(0, start - REACH) : start + len(name) + REACH]
        contexts.setdefault(people[fold_name(name)].id, []).append(snippet)
    return list(people.values()), contexts


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=() if case["holds"] == "yes" else pytest.mark.xfail(strict=True, reason=case["comment"]), id=case["label"])
        for case in CASES
    ],
)
def test_places_of_a_text_are_told_apart_or_left_without_coordinates(case):
    people, contexts = told(case["text"])
    found = explain_places(people, contexts)
    assert {person.name for person in people} == set(case["expect"])
    for person in people:
        place, expected = found[person.id].place, case["expect"][person.name]
        if expected is None:
            assert place is None, f"{person.name} was put in {place}"
            continue
        assert place is not None, f"{person.name}: {found[person.id].reason}"
        country, level, latitude, longitude = expected.split()
        assert (place.country or "-", place.level) == (country, level), place
        assert abs(place.latitude - float(latitude)) < DEGREES and abs(place.longitude - float(longitude)) < DEGREES, place


def referents(*names, document="d-1", cls="place"):
    return [Referent(referent_id(document, cls, fold_name(name)), document, name, cls, names=(name,)) for name in names]


def located(names, contexts=None):
    people = referents(*names)
    by_id = {referent.id: referent.name for referent in people}
    given = {referent.id: (contexts or {}).get(referent.name, ()) for referent in people}
    return {by_id[key]: place for key, place in locate_places(people, given).items()}


@pytest.mark.parametrize(
    ("names", "name", "country"),
    [
        (["Tripoli", "Benghazi", "Misrata"], "Tripoli", "LY"),
        (["Tripoli", "Beirut", "Sidon", "Zgharta"], "Tripoli", "LB"),
        (["Goma", "Bukavu", "Rutshuru"], "Goma", "CD"),
        (["Marawi", "Cotabato City", "Davao"], "Marawi", "PH"),
        (["Derry", "Belfast", "Omagh"], "Derry", "GB"),
        (["Cali", "Medellín", "Cauca"], "Cali", "CO"),
        (["Hama", "Homs", "Aleppo"], "Hama", "SY"),
    ],
)
def test_the_documents_other_places_tell_same_named_ones_apart(names, name, country):
    place = located(names)[name]
    assert place is not None and place.country == country


@pytest.mark.parametrize(
    ("name", "context", "country", "region"),
    [
        ("Paris", "The man was arrested in Paris, Texas, last week.", "US", "Texas"),
        ("Tripoli", "Clashes broke out in the Lebanese city of Tripoli.", "LB", None),
        ("Springfield", "He lives in Springfield, Ill., with others.", "US", "Illinois"),
    ],
)
def test_the_words_around_a_name_outweigh_its_size(name, context, country, region):
    place = located([name], {name: [context]})[name]
    assert place is not None and place.country == country and region in (None, place.region)


def test_countries_and_regions_are_located():
    found = located(["Mali", "Sahel", "Kidal"])
    assert found["Mali"].level == "country" and found["Kidal"].country == "ML"


def test_a_division_of_the_same_name_is_no_rival():
    place = located(["Kidal", "Mali"])["Kidal"]
    assert place is not None and place.country == "ML"


@pytest.mark.parametrize(
    ("names", "name", "reason"),
    [
        (["Zzyzxqqq"], "Zzyzxqqq", "no place of this name"),
        (["Camp Bravo Zzyzxqqq", "Mosul"], "Camp Bravo Zzyzxqqq", "a site"),
        (["Springfield"], "Springfield", "nothing tells them apart"),
        (["Police", "Kabul", "Kandahar", "Herat"], "Police", "of which the text does not speak"),
    ],
)
def test_a_name_stays_unlocated_with_its_reason(names, name, reason):
    people = referents(*names)
    location = explain_places(people, {})[people[names.index(name)].id]
    assert location.place is None and reason in location.reason


def test_a_located_place_comes_with_its_reason():
    people = referents("Tripoli", "Benghazi", "Misrata")
    location = explain_places(people, {})[people[0].id]
    assert location.candidates > 1 and location.reason


def test_documents_do_not_speak_for_one_another():
    libya = referents("Tripoli", "Benghazi", "Misrata", document="d-1")
    lebanon = referents("Tripoli", "Beirut", "Sidon", "Zgharta", document="d-2")
    found = locate_places([*libya, *lebanon], {})
    assert found[libya[0].id].country == "LY" and found[lebanon[0].id].country == "LB"


def test_only_places_are_located():
    assert locate_places(referents("Mali", cls="org"), {}) == {}
    assert locate_places([], {}) == {}


def test_the_order_of_referents_does_not_matter():
    people = referents("Tripoli", "Beirut", "Sidon", "Zgharta", "Springfield")
    assert locate_places(people, {}) == locate_places(people[::-1], {})


def test_a_name_means_the_town_rather_than_the_district_around_it():
    place = located(["Qatana", "Damascus", "Homs"])["Qatana"]
    assert place is not None and place.level == "settlement"


def test_a_place_that_lies_elsewhere_does_not_speak_for_others():
    people, contexts = told("The hamlet of [Tripoli], 20 km east of [Kidal], was burnt.")
    found = {person.name: explain_places(people, contexts)[person.id] for person in people}
    assert "where the text puts it" in found["Tripoli"].reason and found["Kidal"].place is not None
