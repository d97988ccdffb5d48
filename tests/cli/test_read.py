"""`testimonia read` shows a text with its claims, why they were read, and keeps nothing."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Run

TEXT = """Demo Wire

MARAWI, 3 May 2013 (Demo Wire) - The Moro National Liberation Front (MNLF) attacked an army camp near Marawi, killing four, the army said.

The minister launched an attack on the budget.
"""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "wire.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_each_claim_stands_below_its_passage_with_quotation_and_voices(run: Callable[..., Run], text: Path) -> None:
    ended = run("read", text)
    assert ended.code == 0
    passage, claim, last = (ended.out.index(words) for words in ("an army camp near", "known_as “MNLF”", "launched an attack on"))
    assert passage < claim < last
    assert "“Moro National Liberation Front (MNLF" in ended.out
    assert "rule " not in ended.out


def test_explain_tells_the_rule_its_words_and_how_each_slot_was_filled(run: Callable[..., Run], text: Path) -> None:
    out = run("read", text, "--explain").out
    assert "rule naming.read_asides, by “MNLF”: The name is followed by another form of itself" in out
    assert "initiator: “Moro National Liberation Front”, named" in out
    assert "when: 2013-05-03" in out or "army camp" in out


def test_json_is_one_document_a_line_and_explains_on_request(run: Callable[..., Run], text: Path) -> None:
    plain, asked = (json.loads(run("read", text, "--json", *more).out) for more in ((), ("--explain",)))
    assert {claim["predicate"] for claim in plain["claims"]} == {"known_as"}
    assert [report["type"] for report in plain["reports"]] == ["ASSAULT"]
    assert "refused" not in plain
    slots = asked["reports"][0]["slots"]
    assert {slot["slot"] for slot in slots} >= {"initiator", "target", "voice"}
    for slot in slots:
        if slot["start"] is not None:
            assert slot["words"] in TEXT[slot["start"] : slot["end"]]
    assert all(refusal["words"] for refusal in asked["refused"])


def test_a_missing_file_is_told_and_the_others_are_read(run: Callable[..., Run], text: Path, tmp_path: Path) -> None:
    ended = run("read", tmp_path / "nowhere.txt", text)
    assert ended.code == 1
    assert "nowhere.txt" in ended.err
    assert "MNLF" in ended.out
