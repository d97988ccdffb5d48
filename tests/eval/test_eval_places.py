"""The measure of places counts as it says: right within 161 km, the right country apart, towns wrong where they lie far from the rest."""

import json

import pytest
from eval import places, row

from testimonia.model.referent import Referent
from testimonia.resolve.gazetteer import GazetteerPlace
from testimonia.resolve.places import Location


def place(name, latitude, longitude):
    return GazetteerPlace(f"geonames:{name}", name, "settlement", "ML", "", latitude, longitude, 1_000)


def toponym(text, name, latitude, longitude, page=""):
    start = text.index(name)
    return {"start": start, "end": start + len(name), "text": name, "lat": latitude, "lon": longitude, "page": page}


@pytest.fixture
def data(tmp_path, monkeypatch):
    text = "From Kidal in Mali to Zzyzxqqq."
    toponyms = [
        toponym(text, "Kidal", 18.44, 1.41),
        toponym(text, "Mali", 0.0, 0.0, "https://example.org/wiki/Mali"),
        toponym(text, "Zzyzxqqq", 1.0, 1.0),
    ]
    documents = [{"docid": "1", "text": text, "toponyms": toponyms}, {"docid": "2", "text": text, "toponyms": toponyms[:1]}]
    folder = tmp_path / "data" / "geoparsing"
    folder.mkdir(parents=True)
    for name in ("lgl", "geovirus"):
        (folder / f"{name}.jsonl").write_text("\n".join(map(json.dumps, documents)) + "\n", "utf-8")
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_text("Fighters left Gao for Ansongo, and the Zzyzx crossing in Mali.", "utf-8")
    entities = [
        {"id": name, "kind": "place", "name": name, "names": [name]} for name in ("Gao", "Ansongo", "Zzyzx crossing", "Mali", "Bamako")
    ]
    (seeds / "gold.json").write_text(json.dumps({"documents": [{"id": "a.txt"}], "entities": entities}), "utf-8")
    monkeypatch.setattr(row, "SHARED", tmp_path)
    return tmp_path


def test_rows_tell_the_whole_the_kept_half_and_the_countries_apart(data):
    rows = {(row.data, row.metric): (row.value, row.of) for row in places.measure()}
    assert rows["LGL, toponyms given", "accuracy within 161 km"] == (0.5, 4)
    assert rows["LGL, the half that nothing was set on", "accuracy within 161 km"] == (1.0, 1)
    assert rows["LGL, toponyms given", "accuracy within 161 km, or the right country"] == (0.75, 4)
    assert rows["towns of the four documents", "not put elsewhere"] == (1.0, 2)


def test_the_command_tells_figures_and_misses(data, capsys):
    assert places.main(["--misses"]) == 0
    told = capsys.readouterr().out
    assert "accuracy 0.500 of 4" in told and "Zzyzxqqq" in told and "towns: 2; located 2" in told and "Ansongo: Ansongo" in told


def test_missing_data_is_told_and_no_failure(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(row, "SHARED", tmp_path)
    assert places.main([]) == 0
    assert capsys.readouterr().out.count("not measured") == 2


@pytest.mark.parametrize(
    ("name", "is_town"),
    [
        ("Gao", True),
        ("Deir ez-Zor", True),
        ("Mali", False),
        ("Bekaa Valley", False),
        ("Torkham crossing", False),
        ("refugee camps", False),
        ("Area C", False),
    ],
)
def test_towns_are_told_from_countries_and_sites(name, is_town):
    assert places.is_town(name) is is_town


def test_a_town_far_from_the_others_is_wrong_and_one_without_coordinates_is_not():
    towns = [Referent(name, "d", name, "place", names=(name,)) for name in ("a", "b", "c", "d")]
    points = {"a": place("a", 16.0, 0.0), "b": place("b", 16.1, 0.0), "c": place("c", 48.0, 2.0), "d": None}
    judged = places.judge_towns(towns, {name: Location(point, "reason", 1) for name, point in points.items()})
    assert [(town.name, town.is_far) for town in judged] == [("a", False), ("b", False), ("c", True), ("d", False)]


def test_distances_are_great_circles():
    assert round(places.distance(place("a", 0, 0), 0, 90)) == 10008
