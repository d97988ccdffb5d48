"""Coders' files brought in from the command line: what goes in, what is told, what a trial run leaves alone."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run

KEY: dict[str, Any] = {
    "entities": [{"id": "f", "kind": "armed_group", "name": "Kachin Falcons Brigade"}],
    "claims": [
        {"subject": "f", "predicate": "founded", "when": "1961", "document": "a.txt", "evidence": "was founded in 1961"},
        {"subject": "f", "predicate": "strength", "value": {"low": 300}, "document": "a.txt", "evidence": "about 300 fighters hold"},
        {"subject": "f", "predicate": "found", "when": "1961", "document": "a.txt", "evidence": "was founded in 1961"},
    ],
}


@pytest.fixture
def built(run: Callable[..., Run], tmp_path: Path) -> Path:
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "a.txt").write_text("The Kachin Falcons Brigade was founded in 1961. It has about 300 fighters.", "utf-8")
    assert run("build", documents, "--out", tmp_path / "kb", "-q").code == 0
    return tmp_path / "kb"


@pytest.fixture
def key(tmp_path: Path) -> Path:
    file = tmp_path / "key.json"
    file.write_text(json.dumps(KEY), "utf-8")
    return file


def log(run: Callable[..., Run], kb: Path) -> list[dict[str, Any]]:
    return list(json.loads(run("review", "log", kb, "--json").out))


def test_what_is_right_goes_in_and_what_is_wrong_is_told_with_exit_code_1(run: Callable[..., Run], built: Path, key: Path) -> None:
    ended = run("import", built, key, "--by", "anna", "--json")
    assert ended.code == 1
    (told,) = json.loads(ended.out)
    assert told["counts"]["accepted"] == 1
    wrong = {one["place"]: one["rule"] for one in told["problems"]}
    assert wrong == {"claims[1]": "review.not_in_text", "claims[2]": "review.unknown_code"}
    assert told["problems"][0]["remedy"]
    (decision,) = [one for one in log(run, built) if one["verdict"] == "ACCEPTED"]
    assert (decision["by"], f"key.json, claims[0] (sha256 {told['sha256']})" in decision["comment"]) == ("anna", True)
    shown = run("import", built, key, "--by", "anna", columns=200)
    assert (shown.code, "on record already: 1" in shown.out, "did you mean 'founded'?" in shown.out) == (1, True, True)


def test_a_trial_run_says_the_same_and_writes_nothing(run: Callable[..., Run], built: Path, key: Path) -> None:
    before = log(run, built)
    ended = run("import", built, key, "--by", "anna", "--dry-run")
    assert (ended.code, "nothing is written" in ended.out) == (1, True)
    assert log(run, built) == before


def test_a_release_is_a_folder_and_a_table_is_filled_from_its_template(run: Callable[..., Run], built: Path, tmp_path: Path) -> None:
    assert run("release", built, "--out", tmp_path / "release").code == 0
    ended = run("import", built, tmp_path / "release", "--by", "anna", "--json")
    assert ended.code == 0
    assert json.loads(ended.out)[0]["counts"]["accepted"] == 2
    written = run("template", "attributes")
    assert written.out.startswith("document,quote,start,end,subject,predicate")
    table = tmp_path / "claims.csv"
    table.write_text(
        written.out.splitlines()[0] + '\na.txt,was founded in 1961,,,"Kachin Falcons Brigade",founded,,,,,,1961,asserted,,,\n', "utf-8"
    )
    assert run("import", built, table, "--by", "berta").code == 0
    agreed = run("review", "agreement", built, "--by", "anna", "--by", "berta", columns=120)
    assert "100.0%" in agreed.out


@pytest.mark.parametrize("words", [["--format", "xml"], ["--by", ""]])
def test_wrong_use_is_told(run: Callable[..., Run], built: Path, key: Path, words: list[str]) -> None:
    assert run("import", built, key, *(words if "--by" in words else ["--by", "anna", *words])).code == 2
    assert run("template", "disputes").code == 2
    assert run("import", built, built, "--by", "anna").code == 2
