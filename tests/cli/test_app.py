"""Exit codes, errors as messages, and a quick start."""

import os
import resource
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from testimonia.cli import app

from .conftest import Run, started


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["show", "--help"], ["build", "-h"], ["version"]])
def test_help_and_version_end_well(run: Callable[..., Run], words: list[str]) -> None:
    assert run(*words).code == 0


@pytest.mark.parametrize(
    "words",
    [["nonsense"], ["show"], ["show", "kb", "nonsense"], ["build"], ["version", "--nonsense"], ["search", "kb", "x", "--limit", "0"]],
)
def test_wrong_use_ends_with_2_and_says_so(run: Callable[..., Run], words: list[str]) -> None:
    ended = run(*words)
    assert ended.code == 2
    assert "Traceback" not in ended.err
    assert ended.err


def test_help_does_not_show_the_reference_part_of_docstrings(run: Callable[..., Run]) -> None:
    for command in ("build", "show", "search", "problems", "release", "version"):
        assert "Args:" not in run(command, "--help").out
    for words in (("identity", "why"), ("lens", "save")):
        assert "Args:" not in run(*words, "--help").out


def test_an_error_is_a_message_with_a_way_out(run: Callable[..., Run], tmp_path: Path) -> None:
    ended = run("show", tmp_path / "none", "actor")
    assert (ended.code, ended.out) == (2, "")
    assert "make one with: testimonia build PATH" in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("place", [0, 1, 4])
def test_debug_shows_where_an_error_arose(run: Callable[..., Run], tmp_path: Path, place: int) -> None:
    words = ["show", str(tmp_path / "none"), "actor", "x"]
    ended = run(*words[:place], "--debug", *words[place:])
    assert ended.code == 2
    assert "Traceback" in ended.err
    assert "StoreError" in ended.err


def test_a_defect_is_never_taken_for_done_with_problems(run: Callable[..., Run], monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object, **__: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(app, "_app", break_down)
    ended = run("version")
    assert ended.code == 70
    assert "ZeroDivisionError" in ended.err
    assert "please report it" in ended.err


def test_the_user_stopping_it_is_no_crash(run: Callable[..., Run], monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "_app", stop)
    ended = run("version")
    assert ended.code == 130
    assert "the same command goes on from there" in ended.err


def test_help_loads_nothing_heavy_and_takes_under_half_a_second_of_computing(program: list[str]) -> None:
    code = "import sys; from testimonia.cli.app import main; main(['--help']); print(*sys.modules)"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ended = subprocess.run([program[0], "-c", code], capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    loaded = set(ended.stdout.split())
    assert not loaded & {
        "sqlalchemy",
        "alembic",
        "numpy",
        "onnxruntime",
        "rapidfuzz",
        "trafilatura",
        "rich.progress",
        "testimonia.pipeline",
    }
    # Processor time and not the clock's: tests share their machine. Twice the aim, for machines slower than those we know.
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 1.0


@pytest.mark.parametrize("words", [["show", "KB", "claim", "--json"], ["show", "KB", "actor"], ["search", "KB", "marawi"], ["--help"]])
def test_a_reader_that_has_seen_enough_ends_it_quietly(program: list[str], kb: Path, words: list[str]) -> None:
    words = [str(kb) if word == "KB" else word for word in words]
    with subprocess.Popen([*program, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()  # before the first word is written
        assert process.stderr.read() == b""
    assert process.returncode == 0 or words == ["--help"], "help is printed by the library below, which ends with 1 here"


def test_a_terminal_that_knows_no_arabic_shows_codes_instead_of_failing(program: list[str], kb: Path) -> None:
    ended = started(program, "show", kb, "actor", "milf", env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "\\u062c" in ended.stdout
