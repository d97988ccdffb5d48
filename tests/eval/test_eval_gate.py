"""The gate holds, fails, and is moved only by its two switches."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from eval import keyed
from eval.building import BuildError
from eval.gate import DOCUMENTS, KEY, main
from eval.key import load_gold
from eval.texts import document_texts

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture
def release(rows_of: Callable[..., Rows], write_release: Callable[[Rows], Path]) -> Callable[[int], Path]:
    """A release of the demonstration that lacks its first claims."""

    def write(lacking: int) -> Path:
        rows = rows_of(load_gold(KEY, document_texts(DOCUMENTS)))
        return write_release({**rows, "claims": rows["claims"][lacking:]})

    return write


def test_floors_rise_hold_and_are_lowered_with_a_reason(
    release: Callable[[int], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = tmp_path / "floors.json"
    where = ["--floors", str(floors)]
    assert main([str(release(0)), *where]) == 1  # no floors yet: the corpus is unknown
    assert main([str(release(0)), "--update", *where]) == 0
    assert main([str(release(0)), *where]) == 0
    assert main([str(release(40)), *where]) == 1
    assert "BELOW  structural_r" in capsys.readouterr().out
    assert main([str(release(40)), "--update", *where]) == 1
    assert json.loads(floors.read_text())["floors"]["structural_r"] == 1.0
    assert main([str(release(40)), "--allow-regression", "a stricter reader", *where]) == 0
    assert json.loads(floors.read_text())["history"][0]["reason"] == "a stricter reader"


def test_a_changed_corpus_fails_until_the_floors_are_set_anew(
    release: Callable[[int], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps({"corpus": "another", "floors": {"structural_r": 0.5}}))
    assert main([str(release(0)), "--floors", str(floors)]) == 1
    assert "corpus:" in capsys.readouterr().out


def test_a_release_that_is_not_there_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none")]) == 2
    assert "no such folder" in capsys.readouterr().err


def test_a_failing_build_is_told_and_scores_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise BuildError("`testimonia build` ended with 2: it said why")

    monkeypatch.setattr(keyed, "open_release", fail)
    assert main([]) == 2
    assert "it said why" in capsys.readouterr().err
