"""The demonstration's key is sound, and a reader who codes as the key does reaches every figure."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from eval.check import check_key, main
from eval.floors import guarded
from eval.gate import DOCUMENTS, KEY
from eval.key import Gold, gold_from, load_gold
from eval.released import load_release
from eval.scorer import score_release
from eval.texts import document_texts


@pytest.fixture(scope="module")
def gold() -> Gold:
    return load_gold(KEY, document_texts(DOCUMENTS))


def test_every_quotation_reference_and_code_of_the_key_is_sound(gold: Gold) -> None:
    assert check_key(gold) == []


def test_every_document_of_the_folder_is_coded(gold: Gold) -> None:
    assert {row["id"] for row in gold.key["documents"]} == set(gold.texts)
    assert {item["document"] for item in gold.key["claims"]} == set(gold.texts)


def test_the_checker_finds_what_is_wrong(gold: Gold) -> None:
    key = json.loads(json.dumps(gold.key))
    key["claims"][0]["evidence"] = "words that stand nowhere"
    key["claims"][1]["subject"] = "nobody"
    key["claims"][2]["predicate"] = "befriended"
    key["events"][0]["mode"] = "withdraw"
    key["events"][1]["figures"] = [{"what": "smiles", "low": 1, "high": 1}]
    key["disputes"][0]["claims"] = ["c-none"]
    key["entities"].append(key["entities"][0])
    starts = {line.split(":")[0] for line in check_key(gold_from(key, gold.texts))}
    first, second, third = (key["claims"][i]["id"] for i in range(3))
    assert {first, second, third, key["events"][0]["id"], key["events"][1]["id"]} <= starts
    assert {key["disputes"][0]["about"], key["entities"][0]["id"]} <= starts


def test_the_key_scores_full_marks_against_itself(
    gold: Gold, rows_of: Callable[[Gold], dict[str, Any]], write_release: Callable[[dict[str, Any]], Path]
) -> None:
    figures = score_release(load_release(write_release(rows_of(gold)), gold)).figures
    short = {name: figure for name, figure in guarded(figures).items() if figure < 1.0}
    assert short == {}
    assert figures["traps"]["fallen"] == []
    assert figures["corroborations"]["independence_right"] == len(gold.key["corroborations"])
    assert {name: row["f1"] for name, row in figures["entities"].items() if row["f1"] < 1.0 and row["gold"]} == {}


def test_the_checker_asks_for_a_key_and_its_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["only-one"]) == 2
    assert "KEY FOLDER" in capsys.readouterr().err
    assert main([]) == 0
    assert "check: 0 breaches" in capsys.readouterr().out
