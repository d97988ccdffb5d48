"""Candidates of a name are those that bear it, less those that are rarely called so."""

import pytest

from testimonia.model.referent import Referent
from testimonia.resolve.gazetteer import load_gazetteer
from testimonia.resolve.place_candidates import find_candidates, names_site


def candidates(*names, level=None):
    return find_candidates(Referent("r-1", "d-1", names[0], "place", names=names), load_gazetteer(), level=level)


@pytest.mark.parametrize("name", ["Aleppo", "Kidal", "Goma"])
def test_a_town_stands_for_the_division_called_after_it(name):
    assert {place.level for place in candidates(name)} == {"settlement"}
    assert "region" in {place.level for place in candidates(name, level="region")} or name == "Goma"


@pytest.mark.parametrize("name", ["Quebec", "New York"])
def test_a_division_that_its_town_does_not_fill_stays(name):
    assert "region" in {place.level for place in candidates(name)}


def test_a_site_is_not_looked_for_under_its_towns_name():
    assert candidates("Zzyzx refugee camp", "Goma") == []
    assert candidates("Zzyzx", "Goma") != []


@pytest.mark.parametrize(("name", "is_town"), [("EU", False), ("Eu", True), ("UN", False)])
def test_an_abbreviation_is_no_town(name, is_town):
    assert any(place.level == "settlement" for place in candidates(name)) is is_town


@pytest.mark.parametrize(("name", "is_site"), [("Torkham crossing", True), ("Kakuma camp", True), ("Campeche", False)])
def test_words_for_sites_are_told_from_names(name, is_site):
    assert names_site(name) is is_site
