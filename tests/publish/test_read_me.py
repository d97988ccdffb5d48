"""Words that go with a release: what is in it, what was held back, whose word it takes."""

from testimonia.publish.manifest import Manifest
from testimonia.publish.read_me import datasette_metadata, read_me
from testimonia.publish.tables import described_tables, view_meanings

MADE = Manifest(
    meta={"software": "0.1.0"},
    inputs="0",
    counts={"claims.jsonl": 1234},
    sha256={},
    withheld={"claim: stands twice": 2, "none": 0},
    lens={"name": "ngos only"},
)


def test_people_are_told_what_there_is_what_was_held_back_and_how_to_check_it():
    words = read_me(MADE, tables=True)
    for expected in (
        "1,234",
        "claim: stands twice",
        "software: 0.1.0",
        "lens: ngos only",
        "testimonia verify DIR",
        "csv/claims.csv",
        "GeoNames",
    ):
        assert expected in words
    assert "none" not in words
    assert "full texts" not in words
    assert "csv/" not in read_me(MADE, tables=False)


def test_datasette_is_told_every_table_column_unit_and_view():
    said = datasette_metadata({"name": "ngos only"})
    tables = said["databases"]["release"]["tables"]
    assert set(tables) == {one.table.name for one in described_tables()} | set(view_meanings())
    assert tables["entities"]["units"] == {"latitude": "degree", "longitude": "degree"}
    assert all(tables[one.table.name]["columns"] for one in described_tables())
    assert "ngos only" in said["source"]
