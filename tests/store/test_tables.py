"""Tables say what the JSON Lines say, read by other programs than the one that wrote them; no cell runs in a spreadsheet."""

import csv
import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from testimonia.errors import StoreError
from testimonia.store.tables import Column, ListTable, Table, csv_rows, open_tables

COLUMNS = (
    Column("id", "text", "id"),
    Column("who", "text", "who"),
    Column("who_name", "text", "who_name", name_of="who"),
    Column("words", "text", "value.text"),
    Column("low", "integer", "value.low"),
    Column("score", "number", "score"),
    Column("sure", "boolean", "sure"),
    Column("lo", "date", "when_lo"),
    Column("chain", ["text"], "chain"),
    Column("quote", "text", "evidence.0.quote"),
    Column("evidence", [{"quote": "text", "start": "integer"}], "evidence"),
    Column("counts", "counts", "counts"),
)
TABLE = Table("claims", "claims.jsonl", COLUMNS)
VOICES = ListTable(
    "voices", TABLE, ("chain",), "claim", (Column("voice", "text", "voice"), Column("entity", "text", "entity", entity_of="voice"))
)
ROW = {
    "id": "c-1",
    "who": "n-1",
    "value": {"text": "=cmd()", "low": 0},
    "score": -1e-07,
    "sure": True,
    "when_lo": "1969-05-01",
    "chain": ["n-1", "a resident"],
    "evidence": [{"quote": 'said "no",\r\nthen', "start": 3}, {"quote": "b", "start": 9}],
    "counts": {"claimed": 2},
    "unknown": "further fields do not matter",
}
EMPTY = {"id": "c-2", "who": None, "value": None, "score": None, "sure": None, "when_lo": None, "chain": [], "evidence": [], "counts": {}}
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)


def lines(folder: Path, *rows: dict) -> None:
    (folder / "claims.jsonl").write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8", newline="")
    (folder / "entities.jsonl").write_text(json.dumps({"id": "n-1", "name": "Front"}) + "\n", "utf-8")


def test_parquet_has_types_and_names_and_lists(tmp_path):
    lines(tmp_path, ROW, EMPTY)
    with open_tables(tmp_path, spill=tmp_path) as tables:
        tables.write_parquet(TABLE, tmp_path / "claims.parquet")
        assert list(tables.parquet_rows(tmp_path / "claims.parquet")) == list(tables.typed_rows(TABLE))
    first, second = pyarrow.parquet.read_table(tmp_path / "claims.parquet").to_pylist()
    assert first == {
        "id": "c-1",
        "who": "n-1",
        "who_name": "Front",
        "words": "=cmd()",
        "low": 0,
        "score": -1e-07,
        "sure": True,
        "lo": date(1969, 5, 1),
        "chain": ["n-1", "a resident"],
        "quote": 'said "no",\r\nthen',
        "evidence": [{"quote": 'said "no",\r\nthen', "start": 3}, {"quote": "b", "start": 9}],
        "counts": [("claimed", 2)],
    }
    assert {name: value for name, value in second.items() if value is not None} == {"id": "c-2", "chain": [], "evidence": [], "counts": []}
    assert pyarrow.parquet.read_metadata(tmp_path / "claims.parquet").created_by == "testimonia"


def test_csv_is_rfc_4180_and_harmless_and_read_back(tmp_path):
    lines(tmp_path, ROW, EMPTY | {"value": {"text": "", "low": -4}})
    with open_tables(tmp_path, spill=tmp_path) as tables:
        tables.write_csv(TABLE, tmp_path / "claims.csv")
        assert list(csv_rows(tmp_path / "claims.csv"))[1:] == list(tables.text_rows(TABLE))
    content = (tmp_path / "claims.csv").read_bytes()
    assert content.endswith(b"\r\n")
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        first, second = reader
        head = reader.fieldnames
    assert head == [column.name for column in COLUMNS]
    assert first["words"] == "'=cmd()"
    assert first["score"] == "-1e-07", "numbers are left alone"
    assert first["quote"] == 'said "no",\r\nthen'
    assert (first["sure"], first["lo"], first["low"]) == ("true", "1969-05-01", "0")
    assert json.loads(first["chain"]) == ["n-1", "a resident"]
    assert second["low"] == "-4"
    assert b'c-2,,,"",-4,' in content, "an empty text is not nothing"


@pytest.mark.parametrize("start", ["=1+1", "+1+1", "-1+1", "@sum(a)", "\tx", "\rx", "\nx", "＝1", "'=1", "''@x"])
def test_every_formula_gets_an_apostrophe_and_loses_it_again(tmp_path, start):
    lines(tmp_path, ROW | {"value": {"text": start, "low": 1}})
    with open_tables(tmp_path, spill=tmp_path) as tables:
        tables.write_csv(TABLE, tmp_path / "claims.csv")
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["words"] == "'" + start
    assert list(csv_rows(tmp_path / "claims.csv"))[1][3] == start


@pytest.mark.parametrize("plain", ["-5", "+3.25", "'tis", "a=b", "", "–5"])
def test_numbers_and_plain_words_are_left_alone(tmp_path, plain):
    lines(tmp_path, ROW | {"value": {"text": plain, "low": 1}})
    with open_tables(tmp_path, spill=tmp_path) as tables:
        tables.write_csv(TABLE, tmp_path / "claims.csv")
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["words"] == plain


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(words=st.lists(TEXTS, min_size=1, max_size=8))
@example(words=["'=", "-1", "-1a", '"', "\r\n", "\u2028", "", ","])
def test_any_text_goes_through_parquet_and_csv_unchanged(words):
    with TemporaryDirectory() as name:
        folder = Path(name)
        lines(folder, *(ROW | {"id": f"c-{number}", "value": {"text": text, "low": 1}} for number, text in enumerate(words)))
        with open_tables(folder, spill=folder) as tables:
            tables.write_csv(TABLE, folder / "claims.csv")
            tables.write_parquet(TABLE, folder / "claims.parquet")
        assert [row[3] for row in csv_rows(folder / "claims.csv")][1:] == words
        assert pyarrow.parquet.read_table(folder / "claims.parquet").column("words").to_pylist() == words


def test_the_entries_of_lists_become_rows_and_entities_are_told_from_words(tmp_path):
    lines(tmp_path, ROW, EMPTY, ROW | {"id": "c-3", "chain": ["n-9"]})
    with open_tables(tmp_path, spill=tmp_path) as tables:
        found = list(tables.rows(VOICES, VOICES.columns))
    assert found == [("c-1", 1, "n-1", "n-1"), ("c-1", 2, "a resident", None), ("c-3", 1, "n-9", None)]


def test_many_rows_stay_in_their_order(tmp_path):
    lines(tmp_path, *(ROW | {"id": f"c-{number * 7919 % 30_011}", "who": f"n-{number % 3}"} for number in range(30_000)))
    with open_tables(tmp_path, spill=tmp_path) as tables:
        tables.write_parquet(TABLE, tmp_path / "claims.parquet")
    found = pyarrow.parquet.read_table(tmp_path / "claims.parquet").column("id").to_pylist()
    assert found == [f"c-{number * 7919 % 30_011}" for number in range(30_000)]


def test_no_lines_give_a_table_without_rows(tmp_path):
    lines(tmp_path)
    with open_tables(tmp_path, spill=tmp_path) as tables:
        tables.write_parquet(TABLE, tmp_path / "claims.parquet")
        tables.write_csv(TABLE, tmp_path / "claims.csv")
    assert pyarrow.parquet.read_table(tmp_path / "claims.parquet").num_rows == 0
    assert list(csv_rows(tmp_path / "claims.csv")) == [tuple(column.name for column in COLUMNS)]


def test_a_long_line_is_read(tmp_path):
    lines(tmp_path, ROW | {"chain": ["voice " * 40] * 20_000})
    with open_tables(tmp_path, spill=tmp_path) as tables:
        assert len(next(tables.typed_rows(TABLE))[8]) == 20_000


@pytest.mark.parametrize("line", ["not JSON", '{"id": "c-1", "value": {"low": "many"}}', '{"id": "\\ud800"}'])
def test_what_does_not_have_the_types_is_said(tmp_path, line):
    lines(tmp_path)
    (tmp_path / "claims.jsonl").write_text(line + "\n")
    with pytest.raises(StoreError, match="make the release anew"), open_tables(tmp_path, spill=tmp_path) as tables:
        list(tables.typed_rows(TABLE))


def test_a_damaged_csv_is_said(tmp_path):
    (tmp_path / "claims.csv").write_bytes(b'a\r\n"b')
    with pytest.raises(StoreError, match="is no CSV"):
        list(csv_rows(tmp_path / "claims.csv"))
