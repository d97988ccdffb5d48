"""Words that go with a release: what is in it, what was held back, whose word it takes."""

import sqlite3
from contextlib import closing

from testimonia.publish.manifest import Manifest
from testimonia.publish.read_me import FACETS, LABELS, QUESTIONS, datasette_metadata, read_me
from testimonia.publish.released import Released
from testimonia.publish.tables import DATABASE, described_tables, view_meanings

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
    for one in described_tables():
        assert all(f"<dt>{name}</dt>" in tables[one.table.name]["description_html"] for name in one.meanings)
    assert "ngos only" in said["source"]


def test_every_facet_and_label_is_a_column_and_every_question_has_an_answer(knowledge, released):
    folder = released(knowledge)
    columns = {one.table.name: {column.name for column in one.table.columns} for one in described_tables()}
    assert all(set(facets) <= columns[name] for name, facets in FACETS.items())
    assert all(label in columns[name] for name, label in LABELS.items())
    claim = next(Released(folder).claims())
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        told = connection.execute(QUESTIONS["what_is_said_of"]["sql"], {"name": "Example"}).fetchall()
        borne = connection.execute(QUESTIONS["who_bears_it"]["sql"], {"id": claim["id"]}).fetchall()
        event = connection.execute(QUESTIONS["who_bears_it"]["sql"], {"id": "ev-1"}).fetchall()
    assert len(told) == 4
    assert {row[0] for row in borne} == {claim["id"]}
    assert len(borne) == len(event) == 2
