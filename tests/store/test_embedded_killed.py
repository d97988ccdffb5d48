"""A build that is killed at any moment loses nothing and doubles nothing."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("interrupted.py")


def build(folder: Path, *, seed: int, milliseconds: int) -> int:
    run = subprocess.run(
        [sys.executable, str(PROGRAM), str(folder), str(seed), str(milliseconds)], capture_output=True, text=True, timeout=120
    )
    assert run.returncode == 0, run.stderr
    return int(run.stdout)


def content(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = sqlite3.connect(folder / "kb.sqlite")
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.execute("INSERT INTO text_index (text_index) VALUES ('integrity-check')")
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'text_index%'")]
    tables = {name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names}
    for word in ("front", "1977", "fighters"):
        tables[word] = sorted(connection.execute("SELECT rowid FROM text_index WHERE text_index MATCH ?", (word,)))
    connection.close()
    return tables


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "kb"
    assert build(folder, seed=0, milliseconds=0) == 0
    return folder


def test_a_build_that_nobody_stops_is_complete(whole: Path) -> None:
    tables = content(whole)
    expected = {"documents": 60, "texts": 60, "readings": 60, "claims": 720, "reports": 720, "problems": 67, "judgements": 59, "front": 60}
    assert {name: len(tables[name]) for name in expected} == expected


@pytest.mark.parametrize("seed", range(2))
def test_killed_again_and_again_it_ends_with_the_same_content(seed: int, tmp_path: Path, whole: Path) -> None:
    killed = build(tmp_path / "kb", seed=seed, milliseconds=40)
    assert killed >= 3, "the kills must fall into the build, or this proves nothing"
    assert content(tmp_path / "kb") == content(whole)


def test_a_second_build_adds_nothing(whole: Path) -> None:
    before = content(whole)
    build(whole, seed=0, milliseconds=0)
    assert content(whole) == before
