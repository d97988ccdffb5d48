"""Release says what it wrote and what to open."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

import testimonia
from testimonia.errors import RecordError

from .conftest import Run


@pytest.fixture
def releasing(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    def release(kb: Path, out: Path, *, lens: object, texts: bool, tables: bool, progress: object) -> None:
        out.mkdir()
        (out / ("with texts" if texts else "without texts")).write_text("")
        (out / ("with tables" if tables else "without tables")).write_text("")
        (out / "claims.jsonl").write_text("{}\n" * 500)

    module = ModuleType("testimonia.releasing")
    module.release = release  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "testimonia.releasing", module)
    monkeypatch.setattr(testimonia, "releasing", module, raising=False)
    return module


def test_files_and_their_sizes_are_listed(run: Callable[..., Run], releasing: ModuleType, kb: Path, tmp_path: Path) -> None:
    ended = run("release", kb, "--out", tmp_path / "out", columns=200)
    assert ended.code == 0
    assert "claims.jsonl" in ended.out
    assert "1,500" in ended.out
    assert "Open next:" in ended.out


def test_a_refused_release_is_a_message(run: Callable[..., Run], releasing: ModuleType, kb: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(kb: Path, out: Path, **more: object) -> None:
        raise RecordError("a person without a public role would be released; see the resolver")

    monkeypatch.setattr(releasing, "release", refuse)
    ended = run("release", kb, "--out", "out")
    assert (ended.code, ended.out) == (2, "")
    assert "a person without a public role" in ended.err


def test_texts_come_only_when_asked_for_and_with_a_word_of_warning(
    run: Callable[..., Run], releasing: ModuleType, kb: Path, tmp_path: Path
) -> None:
    plain = run("release", kb, "--out", tmp_path / "plain")
    assert (tmp_path / "plain" / "without texts").exists()
    assert (tmp_path / "plain" / "with tables").exists()
    assert "do not pass them on" not in plain.out
    private = run("release", kb, "--out", tmp_path / "private", "--with-texts", "--no-tables")
    assert (tmp_path / "private" / "with texts").exists()
    assert (tmp_path / "private" / "without tables").exists()
    assert "do not pass them on" in private.out
