"""A release is built by the commands that everybody uses."""

import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from eval.building import BuildError, build_release


class _Recorder:
    """Stands in for running a command: notes the arguments and ends as told."""

    def __init__(self, code: int) -> None:
        self.code = code
        self.calls: list[list[str]] = []

    def __call__(self, command: list[str], **_: Any) -> SimpleNamespace:
        self.calls.append(command[3:])
        return SimpleNamespace(returncode=self.code, stdout="", stderr="the store is locked")


@pytest.mark.parametrize("code", [0, 1])
def test_documents_are_built_and_then_released_also_with_problems(code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorder = _Recorder(code)
    (tmp_path / "release").mkdir()
    (tmp_path / "release" / "documents.jsonl").touch()
    monkeypatch.setattr(subprocess, "run", recorder)
    assert build_release(Path("docs"), tmp_path) == tmp_path / "release"
    kb, release = str(tmp_path / "kb"), str(tmp_path / "release")
    assert recorder.calls == [["build", "docs", "--out", kb], ["release", kb, "--out", release]]


def test_a_run_that_leaves_no_release_is_a_failure_whatever_its_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", _Recorder(1))
    with pytest.raises(BuildError, match=r"left no documents.jsonl: the store is locked"):
        build_release(Path("docs"), tmp_path)


def test_a_command_that_fails_is_told_in_its_own_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", _Recorder(2))
    with pytest.raises(BuildError, match=r"`testimonia build` ended with 2: the store is locked"):
        build_release(Path("docs"), tmp_path)
