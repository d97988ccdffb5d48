"""Agreement of two coders from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Run


@pytest.fixture
def coded(run: Callable[..., Run], tmp_path: Path) -> Path:
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "a.txt").write_text("The Kachin Falcons Brigade was founded in 1961. It has about 300 fighters.", "utf-8")
    kb = tmp_path / "kb"
    assert run("build", documents, "--out", kb, "-q").code == 0
    for one in json.loads(run("review", "queue", kb, "--json").out):
        assert run("review", "accept", kb, one["id"], "--by", "anna").code == 0
        verdict = (
            ("correct", kb, one["id"], "--by", "berta", "--when", "1962")
            if one.get("predicate") == "founded"
            else ("accept", kb, one["id"], "--by", "berta")
        )
        assert run("review", *verdict).code == 0
    return kb


def test_what_two_coders_coded_alike_and_otherwise_is_shown(run: Callable[..., Run], coded: Path) -> None:
    told = json.loads(run("review", "agreement", coded, "--by", "anna", "--by", "berta", "--json").out)
    assert (told["by"], told["documents"]) == (["anna", "berta"], 1)
    by_field = {one["on"]: one["percent"] for one in told["agreed"] if one["section"] == "attributes"}
    assert (by_field["time"], by_field["code"]) == (0.5, 1.0)
    shown = run("review", "agreement", coded, "--by", "anna", "--by", "berta", columns=120)
    assert "50.0%" in shown.out


def test_two_coders_are_needed_who_coded_the_same_documents(run: Callable[..., Run], coded: Path) -> None:
    assert run("review", "agreement", coded, "--by", "anna").code == 2
    assert run("review", "agreement", coded, "--by", "anna", "--by", "anna").code == 2
    assert "no document in common" in run("review", "agreement", coded, "--by", "anna", "--by", "clara").out
