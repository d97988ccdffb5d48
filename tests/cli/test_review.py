"""Claims and reports accepted, corrected, rejected, added and taken back from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Run

TEXTS = {
    "a.txt": "The Kachin Falcons Brigade was founded in 1961. It has about 300 fighters. A monk saw smoke over Laiza.",
    "b.txt": "The Kachin Falcons Brigade was founded in 1964. "
    "The Kachin Falcons Brigade attacked Laiza on 3 May 2011, killing four soldiers.",
}


@pytest.fixture
def built(run: Callable[..., Run], tmp_path: Path) -> Path:
    documents = tmp_path / "documents"
    documents.mkdir()
    for name, text in TEXTS.items():
        (documents / name).write_text(text, "utf-8")
    assert run("build", documents, "--out", tmp_path / "kb", "-q").code == 0
    return tmp_path / "kb"


def _queue(run: Callable[..., Run], kb: Path, *words: str) -> list[dict[str, object]]:
    return list(json.loads(run("review", "queue", kb, "--json", *words).out))


def _foundings(run: Callable[..., Run], kb: Path) -> list[dict[str, object]]:
    return [one for one in _queue(run, kb) if one.get("predicate") == "founded"]


def test_the_queue_begins_with_what_is_disputed_and_says_why(run: Callable[..., Run], built: Path) -> None:
    asked = _queue(run, built)
    assert asked[0]["part"] == "disputed"
    assert "disputed; 1 witnesses" in str(asked[0]["why"]) or "disputed; 2 witnesses" in str(asked[0]["why"])
    assert {one["part"] for one in asked[:2]} == {"disputed"}
    pages, after = [], ""
    while page := _queue(run, built, "--limit", "2", "--after", after):
        pages += page
        after = str(page[-1]["cursor"])
    assert [one["id"] for one in pages] == [one["id"] for one in asked]
    assert {one["kind"] for one in _queue(run, built, "--kind", "report")} == {"report"}
    shown = run("review", "queue", built, "--limit", "1", columns=200)
    assert (shown.code, "--after" in shown.err) == (0, True)
    assert run("review", "queue", built, "--kind", "names").code == 2


def test_what_is_rejected_is_shown_and_released_no_more_until_it_is_undone(run: Callable[..., Run], built: Path, tmp_path: Path) -> None:
    one = _foundings(run, built)[0]
    ended = run("review", "reject", built, one["id"], "--by", "anna", "--because", "another body")
    assert (ended.code, ended.out.strip()) == (0, f"REJECTED: {one['id']} (rejected)")
    assert "review weigh" in ended.err
    assert json.loads(run("show", built, "dispute", "--json").out) == []
    assert run("release", built, "--out", tmp_path / "release").code == 0
    claims = (tmp_path / "release" / "claims.jsonl").read_text("utf-8")
    assert str(one["id"]) not in claims
    assert str(one["id"]) not in (tmp_path / "release" / "disputes.jsonl").read_text("utf-8")
    assert run("review", "undo", built, "--by", "anna").code == 0
    assert len(json.loads(run("show", built, "dispute", "--json").out)) == 1
    assert run("review", "undo", built, "--by", "anna").code == 2


def test_a_correction_settles_the_dispute_after_weighing_and_keeps_the_proposal(run: Callable[..., Run], built: Path) -> None:
    wrong = next(one for one in _foundings(run, built) if "1961" in str(one["statement"]))
    assert run("review", "correct", built, wrong["id"], "--by", "anna", "--when", "1964").code == 0
    assert run("review", "weigh", built).out.strip() == "Everything is weighed."
    assert run("review", "weigh", built).out.startswith("Nothing has changed")
    assert json.loads(run("show", built, "dispute", "--json").out) == []
    (logged,) = json.loads(run("review", "log", built, str(wrong["id"]), "--json").out)
    assert (logged["verdict"], logged["by"], logged["record"]) == ("CORRECTED", "anna", wrong["id"])
    assert not [one for one in _foundings(run, built) if one["id"] == wrong["id"]]


def test_two_who_differ_are_asked_to_settle_it(run: Callable[..., Run], built: Path) -> None:
    one = _foundings(run, built)[0]["id"]
    assert run("review", "accept", built, one, "--by", "anna").code == 0
    assert "(contested)" in run("review", "reject", built, one, "--by", "berta").out
    assert (first := _queue(run, built)[0])["id"] == one
    assert first["part"] == "contested"
    assert "(accepted)" in run("review", "accept", built, one, "--by", "clara", "--settle").out
    far = json.loads(run("review", "progress", built, "--json").out)
    assert far["states"] == [{"kind": "claim", "state": "accepted", "count": 1}]
    assert {(row["by"], row["verdict"]) for row in far["by_coder"]} == {("anna", "ACCEPTED"), ("berta", "REJECTED"), ("clara", "ACCEPTED")}
    assert {row["by"] for row in far["today"]} == {"anna", "berta", "clara"}
    assert run("review", "progress", built).code == 0


def test_a_claim_is_added_by_hand_and_seen_by_who_takes_only_what_is_reviewed(run: Callable[..., Run], built: Path, tmp_path: Path) -> None:
    words = [
        "--predicate",
        "operates_in",
        "--subject",
        "Kachin Falcons Brigade",
        "--object",
        "Laiza",
        "--object-kind",
        "place",
        "--by",
        "anna",
    ]
    ended = run("review", "add", built, "b.txt", "--quote", "The Kachin Falcons Brigade attacked Laiza", *words)
    assert (ended.code, ended.out.split(":")[0]) == (0, "added")
    made = ended.out.split()[1]
    assert run("review", "weigh", built).code == 0
    (tmp_path / "lens.yaml").write_text("name: looked at\nreviewed_only: true\n", "utf-8")
    assert run("release", built, "--lens", tmp_path / "lens.yaml", "--out", tmp_path / "release").code == 0
    (row,) = [json.loads(line) for line in (tmp_path / "release" / "claims.jsonl").read_text("utf-8").splitlines()]
    assert (row["id"], row["review"], row["reader"], row["rule"]) == (made, "accepted", "coder:anna", "by hand")
    assert row["object"] is not None
    refused = run("review", "add", built, "b.txt", "--quote", "The Kachin Falcons Brigade attacked Laiza", *words)
    assert (refused.code, "is there already" in refused.err) == (2, True)
    assert run("review", "add", built, "b.txt", "--quote", "nothing of the kind", *words).code == 2


def test_a_comment_is_logged_and_decides_nothing(run: Callable[..., Run], built: Path) -> None:
    one = _foundings(run, built)[0]["id"]
    assert "(proposed)" in run("review", "comment", built, one, "--by", "anna", "--because", "see the other paper").out
    shown = run("review", "log", built, columns=200)
    assert "see the other paper" in shown.out
    assert "Nobody has decided" in run("review", "log", built, "--orphaned").out
    assert run("review", "accept", built, "c-none", "--by", "anna").code == 2
