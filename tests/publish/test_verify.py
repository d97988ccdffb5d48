"""Verify: a whole release passes; every kind of damage is found, with its file, its line and a way out."""

import hashlib
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from testimonia.errors import StoreError
from testimonia.publish.release import ReleaseOptions
from testimonia.publish.released import FILES, MANIFEST
from testimonia.publish.verify import verify_release
from testimonia.store.tables import Column, Table, open_tables

Change = Callable[[dict[str, Any]], None]


@pytest.fixture
def folder(knowledge, released) -> Path:
    return released(knowledge, options=ReleaseOptions(texts=True), judgements=[])


@pytest.fixture
def lines_only(knowledge, released) -> Path:
    return released(knowledge, options=ReleaseOptions(texts=True, tables=False), judgements=[])


def sign(folder: Path, *, counts: bool = True) -> None:
    """Give the manifest the hashes of what is there, as somebody would who hides a change."""
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    for name in manifest["sha256"]:
        if (folder / name).exists():
            manifest["sha256"][name] = hashlib.sha256((folder / name).read_bytes()).hexdigest()
            if counts and name.endswith(".jsonl"):
                manifest["counts"][name] = (folder / name).read_bytes().count(b"\n")
    (folder / MANIFEST).write_text(json.dumps(manifest), "utf-8")


def change_row(folder: Path, kind: str, change: Change, *, where: Callable[[dict[str, Any]], bool] = lambda row: True) -> int:
    """Change the first row that fits, and give its line."""
    file = folder / FILES[kind]
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    number = next(number for number, row in enumerate(rows) if where(row))
    change(rows[number])
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return number + 1


def test_a_whole_release_passes_with_every_quotation_held_against_its_text(folder):
    found = verify_release(folder)
    assert (found.faults, found.more) == ((), False)
    assert (found.rows, found.grounded, found.ungrounded) == (24, 7, 0)


def test_without_texts_quotations_are_counted_as_not_held(knowledge, released):
    folder = released(knowledge)
    assert verify_release(folder).ungrounded == 7
    texts = {document.id: document.text for document in knowledge.documents.values()}
    assert verify_release(folder, text_of=texts.get).grounded == 7
    fault = verify_release(folder, text_of={"d-a": "Other words.", "d-b": texts["d-b"]}.get).faults[0]
    assert (fault.check, fault.file, fault.line) == ("grounding", "claims.jsonl", 1)


def damage_hash(folder: Path) -> None:
    (folder / "README.txt").write_text("changed")


def remove_file(folder: Path) -> None:
    (folder / "disputes.jsonl").unlink()


def add_file(folder: Path) -> None:
    (folder / "more.csv").write_text("a")


def cut_line(folder: Path) -> None:
    content = (folder / "claims.jsonl").read_bytes()
    (folder / "claims.jsonl").write_bytes(content[:-40])


def lose_line(folder: Path) -> None:
    lines = (folder / "entities.jsonl").read_bytes().splitlines(keepends=True)
    (folder / "entities.jsonl").write_bytes(b"".join(lines[:-1]))


def double_line(folder: Path) -> None:
    lines = (folder / "claims.jsonl").read_bytes().splitlines(keepends=True)
    (folder / "claims.jsonl").write_bytes(b"".join([*lines, lines[0]]))


@pytest.mark.parametrize(
    ("damage", "file", "said"),
    [
        (damage_hash, "README.txt", "was changed since"),
        (remove_file, "disputes.jsonl", "is named in the manifest and not there"),
        (add_file, "more.csv", "is not named in the manifest"),
        (cut_line, "claims.jsonl", "is no JSON"),
        (lose_line, "entities.jsonl", "has 5 lines; the manifest counts 6"),
        (double_line, "claims.jsonl", "stands twice"),
    ],
)
def test_damage_to_files_is_found(lines_only, damage, file, said):
    damage(lines_only)
    if damage is not damage_hash:
        sign(lines_only, counts=damage is double_line)
    faults = verify_release(lines_only).faults
    assert any(fault.file == file and said in fault.what for fault in faults), faults
    assert all(fault.remedy for fault in faults)


@pytest.mark.parametrize(
    ("kind", "change", "check", "said"),
    [
        ("claims", lambda row: row.update(subject="n-0000000000000000"), "references", "does not stand in entities.jsonl"),
        ("claims", lambda row: row.update(object="n-0000000000000000"), "references", "does not stand in entities.jsonl"),
        ("claims", lambda row: row["evidence"][0].update(document="d-z"), "references", "does not stand in documents.jsonl"),
        ("claims", lambda row: row.update(evidence=[]), "grounding", "has no evidence"),
        ("claims", lambda row: row["evidence"][0].update(quote="other words"), "grounding", "does not stand at"),
        ("claims", lambda row: row["evidence"][0].update(start=0), "grounding", "does not stand at"),
        ("claims", lambda row: row.update(predicate="liberated"), "never", "is no code"),
        ("claims", lambda row: row.update(stance="proven"), "never", "is no code"),
        ("claims", lambda row: row.update(value={"unit": "martyrs"}), "never", "loaded word"),
        ("claims", lambda row: row.update(value={"role": "chief terrorist"}), "never", "loaded word"),
        ("claims", lambda row: row.pop("evidence"), "rows", "lacks a field"),
        ("claims", lambda row: row.update(value="x"), "rows", "lacks a field"),
        ("entities", lambda row: row.update(kind="terrorist_group"), "never", "is no code"),
        ("entities", lambda row: row.update(kind="person", role=None), "never", "a person without a public role"),
        ("entities", lambda row: row.update(role="terrorist"), "never", "loaded word"),
        ("entities", lambda row: row.update(kind="person", role="resident"), "never", "is not public and stands in no claim"),
        ("witnesses", lambda row: row.update(document="d-none"), "references", "d-none"),
        ("witnesses", lambda row: row.update(claims=["c-none"]), "references", "c-none"),
        ("witnesses", lambda row: row.update(label="a martyr"), "never", "loaded word"),
        ("sources", lambda row: row.update(kind="terrorist"), "never", "is no code"),
        ("event_reports", lambda row: row.update(event="ev-9"), "references", "does not stand in happenings.jsonl"),
        ("event_reports", lambda row: row.update(where=["n-00000000000000aa"]), "references", "does not stand in entities.jsonl"),
        ("event_reports", lambda row: row.update(mode="neutralised"), "never", "loaded word"),
        ("event_reports", lambda row: row.update(target=["Jane Doe"]), "never", "bare name"),
        ("event_reports", lambda row: row.update(type="LIBERATE"), "never", "is no code"),
        ("happenings", lambda row: row.update(reports=["e-9"]), "references", "does not stand in events.jsonl"),
        ("happenings", lambda row: row["tolls"][0].update(what="martyrs"), "never", "loaded word"),
        ("disputes", lambda row: row.update(claims=["c-9"]), "references", "no claim or event report"),
        ("disputes", lambda row: row["positions"][0].update(claims=["c-9"]), "references", "no claim or event report"),
        ("corroborations", lambda row: row.update(claims=["c-9"]), "references", "no claim or event report"),
    ],
)
def test_damage_to_rows_is_found_with_its_line_even_if_the_manifest_was_changed_with_it(lines_only, kind, change, check, said):
    where = (lambda row: bool(row["tolls"])) if kind == "happenings" else lambda row: True
    line = change_row(lines_only, kind, change, where=where)
    unsigned = verify_release(lines_only).faults
    assert any(fault.check == "hashes" and fault.file == FILES[kind] for fault in unsigned)
    sign(lines_only)
    faults = verify_release(lines_only).faults
    assert [fault for fault in faults if (fault.check, fault.file, fault.line) == (check, FILES[kind], line) and said in fault.what], faults
    assert all(fault.in_words.startswith(fault.file) for fault in faults)


def other_parquet(folder: Path) -> str:
    table = Table("claims", "claims.jsonl", (Column("id", "text", "id"),))
    with open_tables(folder, spill=folder.parent) as tables:
        tables.write_parquet(table, folder / "parquet" / "claims.parquet")
    return "parquet/claims.parquet"


def other_csv(folder: Path) -> str:
    file = folder / "csv" / "claims.csv"
    file.write_bytes(file.read_bytes().replace(b"Example Front", b"Sample Front", 1))
    return "csv/claims.csv"


def csv_with_fewer_rows(folder: Path) -> str:
    file = folder / "csv" / "documents.csv"
    file.write_bytes(b"\r\n".join(file.read_bytes().split(b"\r\n")[:-2]) + b"\r\n")
    return "csv/documents.csv"


def no_parquet(folder: Path) -> str:
    (folder / "parquet" / "entities.parquet").write_bytes(b"PAR1")
    return "tables"


def other_database(folder: Path) -> str:
    with closing(sqlite3.connect(folder / "release.sqlite")) as connection:
        connection.execute("UPDATE claims SET stance = 'denied' WHERE rowid = 2")
        connection.commit()
    return "release.sqlite"


def database_without_a_row(folder: Path) -> str:
    with closing(sqlite3.connect(folder / "release.sqlite")) as connection:
        connection.execute("DELETE FROM claim_voices WHERE rowid = 1")
        connection.commit()
    return "release.sqlite"


@pytest.mark.parametrize("damage", [other_parquet, other_csv, csv_with_fewer_rows, no_parquet, other_database, database_without_a_row])
def test_tables_that_say_other_than_the_lines_are_found(folder, damage):
    file = damage(folder)
    sign(folder)
    faults = verify_release(folder).faults
    assert [fault for fault in faults if (fault.check, fault.file) == ("tables", file)], faults
    assert all(fault.check == "tables" for fault in faults)


def test_no_more_faults_are_gathered_than_are_asked_for(lines_only):
    rows = [json.loads(line) for line in (lines_only / "claims.jsonl").read_text("utf-8").splitlines()]
    lines = "".join(json.dumps(row | {"subject": "n-9"}) + "\n" for row in rows)
    (lines_only / "claims.jsonl").write_text(lines, "utf-8")
    found = verify_release(lines_only, most=2)
    assert (len(found.faults), found.more) == (2, True)


def test_what_is_no_release_is_an_error(tmp_path):
    with pytest.raises(StoreError, match="is no release"):
        verify_release(tmp_path)


def test_a_manifest_that_names_files_elsewhere_is_a_fault(lines_only):
    manifest = json.loads((lines_only / MANIFEST).read_text("utf-8"))
    manifest["sha256"]["../outside"] = "0"
    (lines_only / MANIFEST).write_text(json.dumps(manifest), "utf-8")
    (lines_only.parent / "outside").write_text("x")
    assert [fault.file for fault in verify_release(lines_only).faults] == ["../outside"]
