"""Ties: the measure itself, and that its cases are what they say."""

import json
from collections import Counter

import pytest
from eval import ties
from eval.ties import FOLDER, b_cubed, figures_of, tie_cases

CASES = [json.loads(line) for line in (FOLDER / "cases.jsonl").read_text("utf-8").splitlines()]
TEXTS = [json.loads(line) for line in (FOLDER / "texts.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    ("found", "gold", "expect"),
    [
        ("ab", "ab", (1.0, 1.0)),
        ("aa", "ab", (0.5, 1.0)),
        ("ab", "aa", (1.0, 0.5)),
        ("aab", "abb", (2 / 3, 2 / 3)),
        ("", "", (1.0, 1.0)),
    ],
)
def test_b_cubed_is_that_of_its_definition(found, gold, expect):
    assert b_cubed(dict(enumerate(found)), dict(enumerate(gold))) == pytest.approx(expect)


def test_every_case_names_the_happening_of_each_report():
    for case in CASES:
        assert len(case["expect"]) == len(case["reports"]), case["label"]
        assert {report.split()[0] for report in case["reports"]} == set(case["documents"]), case["label"]
        assert len(case["documents"]) in (2, 3, 4)
    assert len({case["label"] for case in CASES}) == len(CASES) >= 60
    assert Counter(case["half"] for case in CASES) == {"dev": len(CASES) / 2, "test": len(CASES) / 2}


def test_every_text_is_of_a_few_sentences_and_has_a_happening_in_two_documents():
    assert len(TEXTS) == 20
    for case in TEXTS:
        told = [{label for labels, _ in document["sentences"] for label in labels.split()} for document in case["documents"].values()]
        assert max(Counter(label for labels in told for label in labels).values()) > 1, case["label"]


def test_the_half_that_is_tuned_on_is_tied_and_its_near_misses_are_not():
    figures = figures_of(tie_cases("dev"))
    assert figures.precision >= 0.95
    assert figures.recall >= 0.85
    assert figures.tied >= 0.8 * figures.told


def test_misses_of_the_kept_half_are_never_shown(capsys):
    ties.main(["--reports-only", "--misses"])
    said = capsys.readouterr().out
    assert "reports, test: B-cubed" in said
    kept = [case["label"] for case in CASES if case["half"] == "test"]
    assert not any(f"{label}: " in said for label in kept)
