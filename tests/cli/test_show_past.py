"""`--known-on` shows and releases a knowledge base as it stood at the end of a day."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from testimonia.store import embedded

from .conftest import Run

EARLY = {"a.txt": "The Kachin Falcons Brigade was founded in 1991. It attacked a camp near Laiza on 3 May 2011, killing four soldiers."}
LATE = {"b.txt": "The Kachin Falcons Brigade was founded in 1994. The Zarqa Front attacked a post near Myitkyina on 4 June 2012."}


def add(run: Callable[..., Run], folder: Path, texts: dict[str, str]) -> None:
    documents = folder / "documents"
    documents.mkdir(exist_ok=True)
    for name, text in texts.items():
        (documents / name).write_text(text, "utf-8")
    assert run("build", documents, "--out", folder / "kb", "-q").code == 0


@pytest.fixture
def grown(run: Callable[..., Run], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A knowledge base of two days, and what was shown and released on the first."""
    monkeypatch.setattr(embedded, "_now", lambda: datetime(2024, 1, 1, 9, tzinfo=UTC))
    add(run, tmp_path, EARLY)
    for kind in ("actor", "claim", "event", "dispute", "place"):
        (tmp_path / f"{kind}.json").write_text(run("show", tmp_path / "kb", kind, "--json").out)
    assert run("release", tmp_path / "kb", "--out", tmp_path / "first").code == 0
    monkeypatch.setattr(embedded, "_now", lambda: datetime(2024, 1, 5, 9, tzinfo=UTC))
    add(run, tmp_path, LATE)
    said = run("identity", "same", tmp_path / "kb", "Kachin Falcons Brigade", "Zarqa Front", "--by", "anna")
    assert (said.code, said.err) == (0, "")
    return tmp_path


@pytest.mark.parametrize("kind", ["actor", "claim", "event", "dispute", "place"])
def test_a_past_day_is_shown_as_it_was_shown_then(run: Callable[..., Run], grown: Path, kind: str) -> None:
    expected = (grown / f"{kind}.json").read_text()
    ended = run("show", grown / "kb", kind, "--known-on", "2024-01-04", "--json")
    assert (ended.code, ended.err, ended.out) == (0, "", expected)
    assert run("show", grown / "kb", kind, "--json").out != expected or kind == "place"


def test_before_the_first_day_nothing_was_known(run: Callable[..., Run], grown: Path) -> None:
    assert json.loads(run("show", grown / "kb", "claim", "--known-on", "2023-12-31", "--json").out) == []


def test_a_past_day_is_released_as_it_was_released_then(run: Callable[..., Run], grown: Path) -> None:
    assert run("release", grown / "kb", "--out", grown / "again", "--known-on", "2024-01-01").code == 0
    first = grown / "first"
    dated = ("manifest.json", "metadata.json", "README.txt")  # these say as known on which day
    files = sorted(str(file.relative_to(first)) for file in first.rglob("*") if file.is_file() and file.name not in dated)
    assert [name for name in files if (grown / "first" / name).read_bytes() != (grown / "again" / name).read_bytes()] == []
    assert json.loads((grown / "again" / "manifest.json").read_text("utf-8"))["lens"]["known_on"] == "2024-01-01"
