"""Tables are held against the JSON Lines; the first row that differs is named, with the cell."""

import json
from pathlib import Path

import pytest

from testimonia.publish.release import ReleaseOptions
from testimonia.publish.released import Released
from testimonia.publish.verify_tables import table_faults


def faults(folder: Path) -> list[tuple[str, int | None, str]]:
    return list(table_faults(Released(folder), spill=folder.parent))


def test_equal_tables_and_no_tables_have_no_fault(knowledge, released):
    assert faults(released(knowledge)) == []
    assert faults(released(knowledge, "lines", options=ReleaseOptions(tables=False))) == []


def test_the_row_and_the_cell_that_differ_are_named_in_every_format(knowledge, released):
    folder = released(knowledge)
    rows = [json.loads(line) for line in (folder / "documents.jsonl").read_text("utf-8").splitlines()]
    rows[1]["title"] = "Another"
    (folder / "documents.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert faults(folder) == [
        ("parquet/documents.parquet", 2, "title is 'On Sample News', and 'Another' in the JSON Lines"),
        ("csv/documents.csv", 2, "title is 'On Sample News', and 'Another' in the JSON Lines"),
        ("release.sqlite", None, "table documents, row 2: title is 'On Sample News', and 'Another' in the JSON Lines"),
    ]


@pytest.mark.parametrize("name", ["parquet/claims.parquet", "csv/claims.csv", "release.sqlite"])
def test_a_table_that_is_not_there_is_named(knowledge, released, name):
    folder = released(knowledge)
    (folder / name).unlink()
    assert faults(folder) == [(name, None, "is missing")]


def test_other_columns_of_a_csv_are_named(knowledge, released):
    folder = released(knowledge)
    file = folder / "csv" / "problems.csv"
    file.write_bytes(file.read_bytes().replace(b"remedy", b"cure"))
    assert faults(folder) == [("csv/problems.csv", 1, "has other columns")]
