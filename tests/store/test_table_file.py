"""The SQLite file of a release: typed, linked, searchable, the same bytes on every day and with every engine."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from testimonia.errors import StoreError
from testimonia.store.table_file import (
    Layout,
    Searchable,
    broken_references,
    column_names,
    stored_columns,
    table_file_rows,
    write_table_file,
)
from testimonia.store.tables import Column, ListTable, Table, open_tables

ENTITIES = Table("entities", "entities.jsonl", (Column("id", "text", "id"), Column("name", "text", "name")))
CLAIMS = Table(
    "claims",
    "claims.jsonl",
    (
        Column("id", "text", "id"),
        Column("subject", "text", "subject", refers="entities"),
        Column("lo", "date", "when_lo"),
        Column("sure", "boolean", "sure"),
        Column("quote", "text", "quote"),
        Column("chain", ["text"], "chain"),
        Column("sides", ["text"], "sides"),
        Column("others", ["text"], "others"),
    ),
)
PARTIES = ListTable(
    "parties",
    CLAIMS,
    ("sides", "others"),
    "claim",
    (Column("party", "text", "party"), Column("entity", "text", "entity", refers="entities", entity_of="party")),
)
LAYOUT = Layout(
    (ENTITIES, CLAIMS),
    (PARTIES,),
    (Searchable("claims", ("quote",)),),
    (("named", "SELECT c.id, e.name FROM claims c JOIN entities e ON e.id = c.subject"),),
)
# fmt: off
ROWS = [
    {"id": "c-2", "subject": "n-1", "when_lo": "1990-01-01", "sure": False, "quote": "They split", "chain": ["a"],
     "sides": ["n-1", "men"], "others": ["n-2"]},
    {"id": "c-1", "subject": "n-2", "when_lo": None, "sure": None, "quote": "Élan", "chain": [],
     "sides": [], "others": []},
]
# fmt: on


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "claims.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    (tmp_path / "entities.jsonl").write_text("".join(json.dumps({"id": f"n-{n}", "name": f"Group {n}"}) + "\n" for n in (1, 2)))
    return tmp_path


def written(folder: Path, name: str = "release.sqlite") -> Path:
    with open_tables(folder, spill=folder) as tables:
        write_table_file(folder / name, tables, LAYOUT)
    return folder / name


def test_rows_keep_their_order_and_types(folder):
    file = written(folder)
    assert list(table_file_rows(file, CLAIMS, LAYOUT)) == [
        ("c-2", "n-1", "1990-01-01", 0, "They split", '["a"]'),
        ("c-1", "n-2", None, None, "Élan", "[]"),
    ]
    assert column_names(CLAIMS, LAYOUT) == ("id", "subject", "lo", "sure", "quote", "chain")
    assert [column.name for column in stored_columns(CLAIMS, LAYOUT)] == list(column_names(CLAIMS, LAYOUT))
    assert column_names(PARTIES, LAYOUT) == ("claim", "slot", "position", "party", "entity")
    assert list(table_file_rows(file, PARTIES, LAYOUT)) == [
        ("c-2", "sides", 1, "n-1", "n-1"),
        ("c-2", "sides", 2, "men", None),
        ("c-2", "others", 1, "n-2", "n-2"),
    ]


def test_the_same_rows_give_the_same_bytes_without_a_version_of_the_engine(folder):
    first, second = written(folder).read_bytes(), written(folder, "again.sqlite").read_bytes()
    assert first == second
    assert int.from_bytes(first[96:100], "big") == 3_037_000
    assert first[24:28] == first[92:96], "the file says its own size, and is believed"


def test_words_are_found_and_views_answer(folder):
    with closing(sqlite3.connect(written(folder))) as connection:
        found = connection.execute(
            "SELECT c.id FROM claims_fts f JOIN claims c ON c.rowid = f.rowid WHERE claims_fts MATCH 'elan'"
        ).fetchall()
        assert found == [("c-1",)]
        assert connection.execute("SELECT * FROM named").fetchall() == [("c-2", "Group 1"), ("c-1", "Group 2")]
        foreign = {(row[2], row[3]) for row in connection.execute("PRAGMA foreign_key_list(parties)")}
        assert foreign == {("claims", "claim"), ("entities", "entity")}
        assert connection.execute("SELECT strict FROM pragma_table_list WHERE name = 'claims'").fetchone() == (1,)


def test_references_that_lead_nowhere_are_named(folder):
    file = written(folder)
    assert list(broken_references(file)) == []
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DELETE FROM entities WHERE id = 'n-2'")
        connection.commit()
    assert sorted(broken_references(file)) == [("claims", 2, "entities"), ("parties", 3, "entities")]


def test_a_damaged_file_and_a_missing_table_are_said(folder):
    file = written(folder)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TABLE parties")
        connection.commit()
    with pytest.raises(StoreError, match="make the release anew"):
        list(table_file_rows(file, PARTIES, LAYOUT))
    file.write_bytes(b"no database")
    with pytest.raises(StoreError, match="cannot be made or read"):
        list(broken_references(file))
