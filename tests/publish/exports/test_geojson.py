"""GeoJSON follows RFC 7946, and what has no point is there without one."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from testimonia.publish.exports.losses import Losses
from testimonia.publish.released import Released

from .releases import REPORTS, moro

Write = Callable[[Released, str], tuple[bytes, Losses]]
POSITION: dict[str, Any] = {
    "type": "array",
    "prefixItems": [{"type": "number", "minimum": -180, "maximum": 180}, {"type": "number", "minimum": -90, "maximum": 90}],
    "minItems": 2,
    "maxItems": 2,
}
POINT = {"type": "object", "required": ["type", "coordinates"], "properties": {"type": {"const": "Point"}, "coordinates": POSITION}}
POINTS = {
    "type": "object",
    "required": ["type", "coordinates"],
    "properties": {"type": {"const": "MultiPoint"}, "coordinates": {"type": "array", "items": POSITION}},
}
FEATURE = {
    "type": "object",
    "required": ["type", "geometry", "properties"],
    "properties": {
        "type": {"const": "Feature"},
        "id": {"type": ["string", "number"]},
        "geometry": {"oneOf": [{"type": "null"}, POINT, POINTS]},
        "properties": {"type": ["object", "null"]},
    },
}
RFC_7946 = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["type", "features"],
    "properties": {"type": {"const": "FeatureCollection"}, "features": {"type": "array", "items": FEATURE}, "crs": False},
}


@pytest.fixture
def features(released: Released, write: Write) -> dict[str, Any]:
    held = json.loads(write(released, "geojson")[0])
    jsonschema.validate(held, RFC_7946)
    return {feature["id"]: feature for feature in held["features"]}


def test_an_event_has_its_point_longitude_first_and_says_how_exact_it_is(features: dict[str, Any]) -> None:
    event = features["ev-1"]
    assert event["geometry"] == {"type": "Point", "coordinates": [124.5, 6.9]}
    held = event["properties"]
    assert (held["precision"], held["places"][0]["credit"]) == ("settlement", "GeoNames, CC BY 4.0")
    assert (held["initiator"], held["target"], held["when"], held["witnesses"]) == (
        "Moro Islamic Liberation Front",
        "Philippine Army",
        "2015-01-25",
        2,
    )
    assert {"what": "killed", "of": "Philippine Army", "low": 44, "best": 44, "high": 44} in held["tolls"]
    assert [account["status"] for account in held["accounts"]] == ["happened", "happened", "denied"]


def test_no_private_name_stands_in_it(released: Released, write: Write) -> None:
    assert b"Dimaano" not in write(released, "geojson")[0]


def test_what_is_not_located_has_a_null_geometry_and_is_counted(features: dict[str, Any], released: Released, write: Write) -> None:
    assert features["ev-2"]["geometry"] is None
    assert features["ev-2"]["properties"]["places"][0]["name"] == "Camp Lost"
    assert write(released, "geojson")[1].lost["unlocated"] == 1


def test_what_nobody_says_happened_is_marked(features: dict[str, Any]) -> None:
    assert features["ev-3"]["properties"]["happened"] is False


def test_an_area_is_where_a_body_is_said_to_be(features: dict[str, Any]) -> None:
    area = features["n-milf-n-basilan"]
    assert area["properties"]["feature"] == "area"
    assert (area["properties"]["first_day"], area["properties"]["last_day"], area["properties"]["precision"]) == (
        "2000-01-01",
        "2005-12-31",
        "district",
    )


def test_several_places_are_several_points_and_the_coarsest_says_how_exact(tmp_path: Path, write: Write) -> None:
    reports = [{**REPORTS[0], "where": ["n-country", "n-mamasapano"]}, *REPORTS[1:]]
    held = json.loads(write(moro(tmp_path / "two", event_reports=reports), "geojson")[0])
    jsonschema.validate(held, RFC_7946)
    event = held["features"][0]
    assert event["geometry"] == {"type": "MultiPoint", "coordinates": [[124.5, 6.9], [122.0, 13.0]]}
    assert event["properties"]["precision"] == "country"
