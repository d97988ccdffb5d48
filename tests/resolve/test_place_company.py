"""The places of a document speak for one another, and none for itself."""

import numpy as np
import pytest

from testimonia.resolve.gazetteer import GazetteerPlace
from testimonia.resolve.place_company import Company, points_of
from testimonia.resolve.place_scores import COUNTRY_WEIGHT, NEAR_WEIGHT, distance_km


def place(name, country, latitude, longitude, **fields):
    return GazetteerPlace(f"geonames:{name}", name, fields.pop("level", "settlement"), country, "", latitude, longitude, 50_000, **fields)


GAO = place("Gao", "ML", 16.27, -0.04)
ANSONGO = place("Ansongo", "ML", 15.66, 0.5)
PARIS = place("Paris", "FR", 48.85, 2.35)


def support(chosen, key, candidate):
    return Company(chosen).supports(key, [candidate], points_of([candidate]))[0]


def test_others_speak_for_a_place_by_country_and_nearness():
    chosen = {"a": GAO, "b": PARIS}
    assert support(chosen, "c", ANSONGO) > support(chosen, "c", place("Arica", "CL", -18.5, -70.3))


def test_a_name_does_not_speak_for_itself():
    assert support({"a": GAO}, "a", GAO) == 0
    assert support({"a": GAO, "b": GAO}, "a", GAO) == pytest.approx(COUNTRY_WEIGHT + NEAR_WEIGHT)


def test_a_region_in_several_countries_speaks_for_each():
    region = GazetteerPlace("region:liptako", "Liptako", "region", "", "", 15.0, 0.0, 0, countries=("ML", "NE", "BF"))
    assert support({"a": region}, "b", ANSONGO) > COUNTRY_WEIGHT / 3


def test_without_others_nothing_is_said():
    company = Company({})
    assert company.supports("a", [GAO], points_of([GAO])) == [0.0] and len(company) == 0 and company.place_of("a") is None


def test_points_lie_on_the_sphere_as_far_apart_as_the_places():
    points = points_of([GAO, PARIS])
    assert np.allclose(np.linalg.norm(points, axis=1), 1)
    assert 6371.0 * np.arccos(points[0] @ points[1]) == pytest.approx(distance_km(GAO, PARIS))
    assert points_of([]).shape == (0, 3)
