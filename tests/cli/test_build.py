"""Build hands its options on, sums up, and ends with the right code."""

import inspect
import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

import testimonia
from testimonia.cli.build import _FIELDS
from testimonia.model.document import Document
from testimonia.model.problem import Problem
from testimonia.store import open_store

from .conftest import Run


@dataclass(frozen=True)
class Capture:
    max_bytes: int = 1
    text_column: str | None = None
    title_column: str | None = None
    date_column: str | None = None
    stdin: bytes | None = None


@dataclass(frozen=True)
class BuildOptions:
    capture: Capture = field(default_factory=Capture)


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> SimpleNamespace:
    """A pipeline that captures one document without reading it, so that nothing but the command is tested."""
    seen = SimpleNamespace(paths=None, kb=None, options=None, items=[Document("d-1", "a.txt", "00", "text/plain", "The ceasefire held.")])

    def build(paths: list[Path], kb: Path, *, options: BuildOptions, progress: Callable[[str, int, int | None], None]) -> object:
        seen.paths, seen.kb, seen.options = paths, kb, options
        progress("capture", 1, None)
        with open_store(kb) as store:
            store.add_captured(seen.items)
        return SimpleNamespace(problems=tuple(item for item in seen.items if isinstance(item, Problem)))

    module = ModuleType("testimonia.pipeline")
    module.build, module.BuildOptions = build, BuildOptions  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "testimonia.pipeline", module)
    monkeypatch.setattr(testimonia, "pipeline", module, raising=False)
    monkeypatch.chdir(tmp_path)
    return seen


def test_a_build_sums_up_and_says_where_the_result_is_and_what_to_open(run: Callable[..., Run], pipeline: SimpleNamespace) -> None:
    ended = run("build", "reports", "more.pdf", "--out", "my kb")
    assert (ended.code, ended.err) == (0, "")
    assert (pipeline.paths, pipeline.kb) == ([Path("reports"), Path("more.pdf")], Path("my kb"))
    for label in ("documents", "claims", "event reports", "entities", "events", "disputes", "corroborations", "problems"):
        assert label in ended.out
    assert "Kept in my kb. Open next:" in ended.out
    assert "testimonia show" in ended.out


def test_problems_end_with_1_and_are_pointed_to(run: Callable[..., Run], pipeline: SimpleNamespace) -> None:
    pipeline.items.append(Problem("b.pdf", "capture", "capture.encrypted", "a password is needed", "remove it"))
    ended = run("build", "reports")
    assert ended.code == 1
    assert "testimonia problems kb" in ended.out
    assert "b.pdf: a password is needed remove it" in ended.err


def test_of_many_problems_the_first_are_told_and_the_rest_counted(run: Callable[..., Run], pipeline: SimpleNamespace) -> None:
    pipeline.items += [Problem(f"{at}.pdf", "capture", "capture.encrypted", "a password is needed.", "Remove it.") for at in range(5)]
    ended = run("build", "reports")
    assert ended.err.count("a password is needed.") == 3
    assert "and 2 more problems" in ended.err


def test_options_reach_capture(run: Callable[..., Run], pipeline: SimpleNamespace) -> None:
    run("build", "x.csv", "--text-column", "body", "--column", "title=headline", "--column", "date=day=1", "--max-mb", "0.5")
    assert pipeline.options.capture == Capture(500_000, "body", "headline", "day=1", None)


def test_settings_reach_capture_where_no_option_is_given(run: Callable[..., Run], pipeline: SimpleNamespace, tmp_path: Path) -> None:
    (tmp_path / "testimonia.toml").write_text('max_mb = 2\nkb = "from-file"\n')
    run("build", "x.csv")
    assert pipeline.options.capture.max_bytes == 2_000_000
    assert pipeline.kb == Path("from-file")


def test_a_dash_is_standard_input(run: Callable[..., Run], pipeline: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"The ceasefire held.")))
    run("build", "-")
    assert pipeline.options.capture.stdin == b"The ceasefire held."


@pytest.mark.parametrize("column", ["title", "=x", "title=", "nonsense=x"])
def test_a_column_that_makes_no_sense_is_wrong_use(run: Callable[..., Run], pipeline: SimpleNamespace, column: str) -> None:
    ended = run("build", "x.csv", "--column", column)
    assert ended.code == 2
    assert "write FIELD=NAME" in " ".join(ended.err.split())
    assert pipeline.paths is None


def test_a_quiet_build_prints_nothing(run: Callable[..., Run], pipeline: SimpleNamespace) -> None:
    ended = run("build", "reports", "--quiet")
    assert (ended.code, ended.out, ended.err) == (0, "", "")


def test_json_has_the_counts(run: Callable[..., Run], pipeline: SimpleNamespace) -> None:
    summary = json.loads(run("build", "reports", "--json").out)
    assert summary["kb"] == "kb"
    assert summary["counts"]["documents"] == 1


def test_a_folder_of_other_things_is_never_written_to(run: Callable[..., Run], pipeline: SimpleNamespace, tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.docx").touch()
    ended = run("build", "reports", "--out", "thesis")
    assert ended.code == 2
    assert "holds other things (chapter.docx); name a new or an empty folder" in ended.err


def test_the_real_pipeline_takes_what_this_command_gives() -> None:
    from testimonia import pipeline as real
    from testimonia import releasing

    options = real.BuildOptions(capture=replace(real.BuildOptions().capture, max_bytes=1, stdin=b"", text_column="x"))
    assert {f"{name}_column" for name in _FIELDS} < {each.name for each in fields(options.capture)}
    inspect.signature(real.build).bind([Path("a")], Path("kb"), options=options, progress=lambda stage, done, total: None)
    inspect.signature(releasing.release).bind(Path("kb"), Path("out"))
