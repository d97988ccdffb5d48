"""Identity asked about, decided and undone from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Run

TEXTS = {
    "a.txt": "The Kachin Falcons Brigade attacked Laiza on 3 May 2011, killing four soldiers.",
    "b.txt": "The Falcons Brigade of Kachin attacked a post near Myitkyina on 4 June 2012. The Zarqa Front denied it.",
    "c.txt": "The Hasaka Battalion attacked a post near Bhamo on 9 July 2012.",
}


@pytest.fixture
def built(run: Callable[..., Run], tmp_path: Path) -> Path:
    documents = tmp_path / "documents"
    documents.mkdir()
    for name, text in TEXTS.items():
        (documents / name).write_text(text, "utf-8")
    assert run("build", documents, "--out", tmp_path / "kb", "-q").code == 0
    return tmp_path / "kb"


def _entity(run: Callable[..., Run], kb: Path, name: str) -> str:
    return str(json.loads(run("show", kb, "actor", name, "--json").out)["id"])


def test_a_decision_is_kept_with_who_and_why_and_undone_without_a_trace(run: Callable[..., Run], built: Path) -> None:
    one, other = _entity(run, built, "Kachin Falcons Brigade"), _entity(run, built, "Zarqa Front")
    ended = run("identity", "same", built, "Kachin Falcons Brigade", "Zarqa Front", "--by", "anna", "--because", "a communique says so")
    assert (ended.code, ended.out.split(":")[0]) == (0, "SAME")
    assert _entity(run, built, other) == one
    (logged,) = json.loads(run("identity", "log", built, "--json").out)
    assert (logged["by"], logged["verdict"], logged["features"][0]["words"]) == ("anna", "SAME", "a communique says so")
    assert run("identity", "undo", built, "--by", "anna").code == 0
    assert _entity(run, built, "Zarqa Front") == other
    assert run("identity", "undo", built, "--by", "anna").code == 2


def test_what_is_open_is_listed_with_what_speaks_for_and_against(run: Callable[..., Run], built: Path) -> None:
    open_pairs = json.loads(run("identity", "queue", built, "--least", "0", "--json").out)
    for pair in open_pairs:
        told = run("identity", "why", built, pair["one"], pair["other"], columns=200)
        assert told.code == 0
        assert "two entities" in told.out
        assert pair["features"][0]["words"].split()[0] in told.out


def test_an_unknown_or_doubtful_name_is_answered_with_what_it_may_mean(run: Callable[..., Run], built: Path) -> None:
    ended = run("identity", "different", built, "Zarka Frnt", "Kachin Falcons Brigade", "--by", "anna")
    assert ended.code == 2
    assert "did you mean" in ended.err
    assert "Zarqa Front" in ended.err


def test_an_entity_is_divided_by_its_referents(run: Callable[..., Run], built: Path) -> None:
    run("identity", "same", built, "Kachin Falcons Brigade", "Zarqa Front", "--by", "anna")
    (logged,) = json.loads(run("identity", "log", built, "--json").out)
    ended = run("identity", "split", built, "Kachin Falcons Brigade", logged["right"], "--by", "berta")
    assert ended.code == 0
    assert _entity(run, built, "Zarqa Front") != _entity(run, built, "Kachin Falcons Brigade")


def test_what_may_be_divided_is_listed_with_words_and_origins(run: Callable[..., Run], built: Path) -> None:
    run("identity", "same", built, "Kachin Falcons Brigade", "Zarqa Front", "--by", "anna")
    listed = run("identity", "split", built, "Kachin Falcons Brigade", columns=200)
    assert listed.code == 0
    assert "r-" in listed.out and "Zarqa Front" in listed.out and "b.txt" in listed.out
    told = json.loads(run("identity", "why", built, "Kachin Falcons Brigade", "Zarqa Front", "--json").out)
    assert len({row["from"] for row in told["referents"]}) > 1
    assert run("identity", "split", built, "Kachin Falcons Brigade", told["referents"][0]["referent"]).code == 2


def test_what_keeps_two_apart_is_named(run: Callable[..., Run], built: Path) -> None:
    run("identity", "different", built, "Kachin Falcons Brigade", "Zarqa Front", "--by", "anna", "--because", "two communiques")
    told = json.loads(run("identity", "why", built, "Kachin Falcons Brigade", "Zarqa Front", "--json").out)
    assert any(sentence.startswith("Kept apart by anna") and "two communiques" in sentence for sentence in told["apart"])


def test_a_decision_that_an_earlier_one_keeps_from_working_says_so(run: Callable[..., Run], built: Path) -> None:
    assert run("identity", "different", built, "Kachin Falcons Brigade", "Zarqa Front", "--by", "anna").code == 0
    assert run("identity", "same", built, "Zarqa Front", "Hasaka Battalion", "--by", "anna").code == 0
    ended = run("identity", "same", built, "Kachin Falcons Brigade", "Hasaka Battalion", "--by", "anna")
    joined = _entity(run, built, "Kachin Falcons Brigade") == _entity(run, built, "Hasaka Battalion")
    assert (ended.code == 0) == joined
    assert ("still two" in ended.err) == (not joined)
