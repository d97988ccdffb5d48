"""Without the seeds there is nothing to measure; with them every figure is printed."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from eval import compare, seeds
from eval.key import gold_from
from eval.keyed import KeyedSet

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in the seeds' form, with one document on another conflict."""
    claim = {"id": "c1", "subject": "milf", "predicate": "split_from", "object": "mnlf", "value": None, "when": "1977"}
    names = {"demo": "Demo News", "milf": "MILF", "mnlf": "MNLF"}
    key = {
        "documents": [{"id": "a.txt"}],
        "entities": [{"id": i, "kind": "media" if i == "demo" else "armed_group", "name": n, "names": [n]} for i, n in names.items()],
        "claims": [
            {**claim, "attribution": ["demo"], "stance": "asserted", "document": "a.txt", "evidence": "split from the MNLF in 1977"}
        ],
        "events": [],
        "disputes": [],
        "corroborations": [],
        "not": [],
    }
    place = tmp_path / "shared" / "seeds"
    place.mkdir(parents=True)
    (place / "a.txt").write_text("The MILF split from the MNLF in 1977.", encoding="utf-8")
    (place / "gold.json").write_text(json.dumps(key), encoding="utf-8")
    return place


def _seeds(folder: Path) -> KeyedSet:
    return replace(seeds.SET, folder=folder, documents=folder)


def test_missing_seeds_are_said_and_are_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _seeds(tmp_path / "shared" / "seeds").main([]) == 0
    assert "not measured" in capsys.readouterr().out
    assert compare.main(["release"], shared=tmp_path) == 0
    assert "nothing to compare" in capsys.readouterr().out


def test_every_figure_of_the_seeds_is_printed(
    folder: Path, rows_of: Callable[..., Rows], write_release: Callable[[Rows], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    texts = {"a.txt": (folder / "a.txt").read_text(encoding="utf-8")}
    gold = gold_from(json.loads((folder / "gold.json").read_text(encoding="utf-8")), texts)
    release = write_release({**rows_of(gold), "claims": []})
    assert _seeds(folder).main([str(release), "--misses"]) == 0
    out = capsys.readouterr().out
    assert "split_from               p 0.0 r 0.0 f1 0.0 right 0 system 0 gold 1" in out
    assert out.splitlines()[-1].startswith("MISSED a.txt")


def test_differences_name_the_path_and_both_figures() -> None:
    mine, theirs = {"a": {"p": 0.5, "r": 1.0}, "b": 1}, {"a": {"p": 0.5, "r": 0.9}, "c": 2}
    assert [line for _, line in compare.differences(mine, theirs)] == ["a.r: 1.0 against 0.9", "c: None against 2", "b: 1 against None"]


def test_the_comparison_wants_one_release(capsys: pytest.CaptureFixture[str]) -> None:
    assert compare.main([]) == 2
    assert "RELEASE" in capsys.readouterr().err
