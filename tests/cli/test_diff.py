"""Diff shows what changed between two releases, for people, for a page, and for programs."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Run
from .test_verify import folder

__all__ = ["folder"]


@pytest.fixture
def changed(folder: Path) -> Path:
    other = folder.with_name("later")
    other.mkdir()
    for file in folder.iterdir():
        if file.is_file():
            (other / file.name).write_bytes(file.read_bytes())
    lines = (folder / "claims.jsonl").read_bytes().splitlines(keepends=True)
    (other / "claims.jsonl").write_bytes(b"".join(lines[1:]).replace(b'"proposed"', b'"accepted"'))
    return other


def test_nothing_is_said_of_equal_releases(run: Callable[..., Run], folder: Path) -> None:
    ended = run("diff", folder, folder)
    assert ended.code == 0
    assert "Nothing: the releases say the same." in ended.out


def test_changes_are_counted_and_told_with_their_cause(run: Callable[..., Run], folder: Path, changed: Path) -> None:
    ended = run("diff", folder, changed, columns=300)
    assert ended.code == 0
    assert "  withdrawn: decision 1" in ended.out
    assert "  changed: decision 1" in ended.out
    assert "[review] – somebody decided" in ended.out


def test_more_than_the_limit_are_counted(run: Callable[..., Run], folder: Path, changed: Path) -> None:
    ended = run("diff", folder, changed, "--limit", 1, columns=300)
    assert "… and 1 more; --limit 0 shows all" in ended.out
    assert "more;" not in run("diff", folder, changed, "--limit", 0, columns=300).out


def test_markdown_has_headings_and_items(run: Callable[..., Run], folder: Path, changed: Path) -> None:
    out = run("diff", folder, changed, "--as", "markdown", columns=300).out
    assert "## Claims" in out
    assert "- changed: decision 1" in out


def test_programs_get_one_difference_a_line(run: Callable[..., Run], folder: Path, changed: Path) -> None:
    rows = [json.loads(line) for line in run("diff", folder, changed, "--json").out.splitlines()]
    assert {row["change"] for row in rows} == {"withdrawn", "changed"}
    assert {tuple(row["causes"]) for row in rows} == {("decision",)}
    assert all(row["why"] == "somebody decided" for row in rows)


def test_what_is_no_release_is_wrong_use(run: Callable[..., Run], folder: Path, tmp_path: Path) -> None:
    ended = run("diff", folder, tmp_path / "nowhere")
    assert (ended.code, "is no release" in ended.err) == (2, True)
