"""The tables of a release: every field of every row has its column, every column its meaning, every view answers."""

import csv
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import duckdb
import pandas
import pyarrow.parquet
import pytest

from testimonia.codebook.phrases import described
from testimonia.model.finding import Agreed
from testimonia.model.judgement import Feature, Judgement
from testimonia.model.problem import Problem
from testimonia.publish.release import write_release
from testimonia.publish.released import FILES, Released
from testimonia.publish.tables import (
    DATABASE,
    described_in_sql,
    described_tables,
    layout,
    layout_of,
    record_tables,
    view_meanings,
    write_database,
    write_tables,
)
from testimonia.store.tables import ListTable, Table, open_tables

JUDGEMENT = Judgement("r-1", "r-2", "SAME", 1.0, (Feature("same name", 1.0, "one name"),), "rule:name")
PROBLEM = Problem("x", "capture", "capture.empty", "no text", "give one")


def sources(table: Table | ListTable) -> set[str]:
    return {column.source.partition(".")[0] for column in table.columns if column.name_of is None and column.entity_of is None}


@pytest.mark.parametrize("kind", FILES)
def test_every_field_of_a_row_has_a_column(kind, knowledge, released):
    row = next(Released(released(knowledge, problems=[PROBLEM], judgements=[JUDGEMENT])).rows(kind))
    table = next(table for table in record_tables() if table.name == kind)
    assert sources(table) == set(row), f"src/testimonia/publish/data/tables.yml, {kind}: a column lacks, or stands for nothing"


@pytest.mark.parametrize("one", described_tables(), ids=lambda one: one.table.name)
def test_every_table_and_column_has_a_meaning(one):
    assert one.says.endswith(".")
    assert one.title
    assert {column.name for column in one.table.columns} <= set(one.meanings)
    assert all(meaning.strip() for meaning in one.meanings.values())
    names = {table.name for table in record_tables()}
    assert {column.refers for column in one.table.columns} <= names | {None}


def names_in(kind: Any) -> Iterator[Any]:
    for inner in kind if isinstance(kind, list) else kind.values() if isinstance(kind, dict) else ():
        yield from names_in(inner)
    if isinstance(kind, dict):
        yield from kind


def test_no_name_is_a_word_that_yaml_reads_otherwise():
    names = [name for one in described_tables() for column in one.table.columns for name in (column.name, *names_in(column.type))]
    assert [name for name in names if not isinstance(name, str)] == [], "quote it: YAML takes on for true"
    assert "on" in names


def test_what_an_agreement_is_about_reaches_every_format(knowledge, findings, tmp_path):
    agreed = replace(findings.corroborations[0], agreed=(Agreed("number", "500", "members"),), stances=(("claimed", 2),))
    found = replace(findings, corroborations=(agreed,))
    write_release(tmp_path / "release", knowledge, found, meta={})
    said = {"on": "number", "value": "500", "unit": "members"}
    table = pyarrow.parquet.read_table(tmp_path / "release" / "parquet" / "corroborations.parquet").to_pylist()[0]
    assert (table["agreed"], table["stances"]) == ([said], [("claimed", 2)])
    with (tmp_path / "release" / "csv" / "corroborations.csv").open(encoding="utf-8", newline="") as file:
        assert json.loads(next(csv.DictReader(file))["agreed"]) == [said]


def test_lists_have_the_entries_that_their_rows_have(knowledge, released):
    folder = released(knowledge)
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        count = {table.name: connection.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()[0] for table in layout().lists}
        voices = connection.execute("SELECT voice, entity FROM event_report_voices ORDER BY report, position").fetchall()
        tolls = connection.execute("SELECT low, best, high, low_reports FROM tolls").fetchall()
    release = Released(folder)
    assert count["claim_evidence"] == sum(len(row["evidence"]) for row in release.claims())
    assert count["claim_voices"] == sum(len(row["attribution"]) for row in release.claims())
    assert count["entity_names"] == sum(len(row["names"]) for row in release.entities())
    assert count["dispute_positions"] == 2
    assert ("Jane Doe", None) in voices
    assert ("e-Sample News", "e-Sample News") in voices
    attack = next(row["id"] for row in release.event_reports() if row["figures"])
    assert tolls == [(5, 5, 5, f'["{attack}"]')]


def test_views_say_it_in_words(knowledge, released):
    with closing(sqlite3.connect(released(knowledge) / DATABASE)) as connection:
        says = {row[0] for row in connection.execute("SELECT says FROM claims_in_words")}
        event = connection.execute("SELECT reports, places, what, best FROM events_with_tolls WHERE what IS NOT NULL").fetchall()
        report = connection.execute(
            "SELECT initiators, targets, places FROM event_reports_in_words WHERE initiators IS NOT NULL"
        ).fetchall()
        disputed = connection.execute("SELECT holds, witnesses FROM disputes_with_positions ORDER BY position").fetchall()
        views = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
        found = connection.execute("SELECT count(*) FROM claims_fts WHERE claims_fts MATCH 'founded'").fetchone()
    assert "Example Front: armed wing of Sample Party" in says
    assert "Ana Cruz: has role Example Front" in says or "Ana Cruz: has role spokesman" in says
    assert "Example Front: strength 500 to 500 members" in says
    assert event == [(1, "Jolo", "killed", 5)]
    assert report == [("Example Front", "“soldiers”", "Jolo")]
    assert disputed == [("1972", 1), ("1975", 1)]
    assert views == set(view_meanings())
    assert found == (2,)


TITLES = ["=cmd|' /C calc'!A0", '+1+1, "said"', "-2+3\r\nand more", "@SUM(1)", "'=1", "plain, with a comma", "-4.5", "\u202e=1", "a;b\tc"]


@pytest.mark.parametrize("title", TITLES)
def test_duckdb_pandas_and_python_read_the_same_cells_and_none_runs(knowledge, released, title):
    documents = {name: replace(document, title=title) for name, document in knowledge.documents.items()}
    file = released(replace(knowledge, documents=documents)) / "csv" / "documents.csv"
    with file.open(encoding="utf-8", newline="") as opened:
        by_python = [row["title"] for row in csv.DictReader(opened)]
    by_pandas = pandas.read_csv(file, dtype=str, keep_default_na=False)["title"].tolist()
    sniffed = duckdb.sql(f"SELECT title FROM read_csv('{file}', all_varchar = true) ORDER BY id").fetchall()
    assert [row[0] for row in sniffed] == by_pandas == by_python == [by_python[0]] * len(documents)
    harmless = by_python[0]
    assert harmless.removeprefix("'") == title or harmless == title
    assert harmless == "-4.5" or harmless[0] not in "=+-@", "a number is left alone; all else that would run has an apostrophe"


@pytest.mark.parametrize("words", ["armed men", "terrorists", "the Martyrs Brigade", "203 “terrorists", "Liberation Army"])
def test_words_that_take_a_side_are_quoted_in_sql_as_in_sentences(words):
    function, gives = described_in_sql()
    with duckdb.connect() as connection:
        connection.execute(f"CREATE MACRO {function} AS {gives}")
        found = connection.execute("SELECT described(?)", [words]).fetchone()[0]
    assert found.startswith("“") == described(words).startswith("“")


def test_a_release_that_leaves_a_file_out_has_no_table_of_it(knowledge, released, tmp_path):
    folder = released(knowledge)
    assert not (folder / "parquet" / "judgements.parquet").exists()
    there = [table for table in record_tables() if table.name in ("documents", "entities", "claims")]
    assert {table.name for table in layout_of(there).lists} == {"entity_names", "claim_evidence", "claim_voices"}
    again = tmp_path / "again"
    again.mkdir()
    for file in folder.glob("*.jsonl"):
        (again / file.name).write_bytes(file.read_bytes())
    with open_tables(again, spill=tmp_path) as tables:
        files = [file.relative_to(again).as_posix() for file in (*write_tables(again, tables), write_database(again, tables))]
    assert all((again / name).read_bytes() == (folder / name).read_bytes() for name in files)
    assert len(files) == 2 * 10 + 1
