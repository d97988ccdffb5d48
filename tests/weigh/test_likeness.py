"""Likeness: reasons and doubts, and that it does not matter which report comes first."""

import json
from pathlib import Path

from testimonia.weigh.accounts import accounts_of
from testimonia.weigh.likeness import against_each_other, features_of, likeness_of
from testimonia.weigh.tie_weights import ENOUGH, PARTS

CASES = [json.loads(line) for line in (Path(__file__).parents[1] / "cases" / "weigh" / "events.jsonl").read_text("utf-8").splitlines()]
TWO = {"a": "The Daily Example; 2015-06-01", "b": "Sample News; 2015-06-02"}


def compared(knowledge_of, *lines, **more):
    accounts = accounts_of(knowledge_of(documents=TWO, reports=list(lines), **more))
    return features_of(*accounts)


def test_likeness_is_symmetric_and_tied_reports_never_speak_against_each_other(knowledge_of):
    tied = 0
    for case in CASES:
        left, right = accounts_of(knowledge_of(**{key: case[key] for key in ("documents", "reports", "kinds", "places")}))[:2]
        one, two = likeness_of(left, right), likeness_of(right, left)
        assert (one is None) is (two is None), case["label"]
        if one is not None and two is not None:
            tied += 1
            assert one.score == two.score >= ENOUGH
            assert one.reasons
            assert against_each_other(left, right) == 0
    assert tied >= 25


def test_what_speaks_for_and_against_is_told_in_words(knowledge_of):
    lines = [
        "a | ASSAULT explosives | ~rebels -> ~a market | Gao | 2015-05-20 | killed 16",
        "b | ASSAULT aerial | ~soldiers -> ~a market | Gao | 2015-05-20 | killed 16",
    ]
    made = likeness_of(*accounts_of(knowledge_of(documents=TWO, reports=lines)))
    assert made is not None
    assert made.reasons == (
        "the same day",
        "the same place (Gao)",
        "a target in the same words",
        "the same figure (killed)",
        "akin modes (explosives, aerial)",
    )
    assert made.doubts == ("another sort of initiator",)
    assert made.score == sum(feature.weight for feature in made.features)


def test_what_rules_a_tie_out_is_the_only_thing_said(knowledge_of):
    for line, words in (
        ("b | ASSAULT | IS | Palmyra | 2015-05-21", "other days"),
        ("b | PROTEST | IS | Palmyra | 2015-05-20", "other types"),
        ("b | ASSAULT | IS | Palmyra | 2015-05-20 | | planned", "what happened and what planned"),
        ("b | ASSAULT | IS | Palmyra | 2015-05 | | recurrent", "something that recurs or is only supposed"),
        ("b | ASSAULT | IS | Palmyra | 2015-05-20/.. | killed 9 | throughout", "a sum and what it may sum"),
    ):
        (feature,) = compared(knowledge_of, "a | ASSAULT | IS | Palmyra | 2015-05-20", line)
        assert (feature.weight, feature.words) == (PARTS, words)


def test_one_author_who_tells_it_otherwise_tells_of_another(knowledge_of):
    first = "a | ASSAULT firearms | ELN -> ~a police post | Saravena | 2015-03-10"
    second = "ASSAULT firearms | ELN -> ~bus drivers | Saravena | 2015-03-10"
    told = [feature.words for feature in compared(knowledge_of, first, f"a | {second}")]
    assert "told apart by one author" in told
    for chain in ("b", "a > Army"):
        assert "told apart by one author" not in [feature.words for feature in compared(knowledge_of, first, f"{chain} | {second}")]
