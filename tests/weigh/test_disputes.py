"""Disputes: every case that a coder wrote, and the shape of what comes out."""

import json
from pathlib import Path
from typing import Any

import pytest

from testimonia.weigh.dispute_rules import RULES
from testimonia.weigh.findings import weigh_knowledge

CASES = [json.loads(line) for line in (Path(__file__).parents[1] / "cases" / "weigh" / "disputes.jsonl").read_text("utf-8").splitlines()]


def marked(case: dict[str, Any]) -> Any:
    limits = [pytest.mark.xfail(strict=True, reason=case["comment"])] if case["holds"] == "no" else []
    return pytest.param(case, id=case["label"], marks=limits)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_a_case_gives_the_disputes_that_its_coder_expects(case, knowledge_of):
    knowledge = knowledge_of(**{key: case[key] for key in ("documents", "claims", "kinds", "titles") if key in case})
    number = {claim.id: place for place, claim in enumerate(knowledge.claims, start=1)}
    found = [(x.rule, x.certainty, sorted(number[c] for c in x.claims)) for x in weigh_knowledge(knowledge).disputes]
    assert found == [(x["rule"], x["certainty"], sorted(x["claims"])) for x in case["expect"]], case["comment"]


def test_at_least_eighty_cases_and_half_of_them_look_alikes():
    assert len(CASES) >= 80
    assert 2 * sum(not case["expect"] for case in CASES) >= len(CASES)


def test_a_dispute_of_title_and_text_says_so(knowledge_of):
    lines = ["a | FNLA | strength | 3000 members | 1975", "a | FNLA | strength | 20000 members | 1975"]
    (dispute,) = weigh_knowledge(knowledge_of(documents={"a": "Sample News"}, titles={"a": "FNLA: 3000"}, claims=lines)).disputes
    assert dispute.why.endswith("The one stands in the document's title, the other in its text.")


def test_every_rule_reads_as_a_reason_and_has_a_case_that_fires():
    fired = {expected["rule"] for case in CASES for expected in case["expect"]}
    for rule in RULES:
        assert rule.reason.endswith("."), rule.name
        assert rule.name in fired


def test_positions_group_what_agrees_and_count_independent_witnesses(knowledge_of):
    knowledge = knowledge_of(
        documents={"a": "The Daily Example", "b": "Sample News", "c": "Third Paper; from Sample News", "d": "Public Encyclopaedia"},
        claims=["a | ELN | founded | | 1964", "b | ELN | founded | | 1966", "c | ELN | founded | | 1966-05", "d | ELN | founded | | 1964"],
    )
    (dispute,) = weigh_knowledge(knowledge).disputes
    assert [(len(position.claims), position.witnesses) for position in dispute.positions] == [(2, 2), (2, 1)]
    assert dispute.about == "when ELN was founded"
    assert dispute.why == "The dates given for when ELN was founded share no day: 1964 against 1966 and 1966-05."


def test_definite_and_possible_disputes_about_one_thing_stand_apart(knowledge_of):
    knowledge = knowledge_of(
        documents={"a": "The Daily Example; 2015", "b": "Sample News; 2016", "c": "Public Encyclopaedia"},
        claims=["a | BIFF | split_from | MILF | 2010", "b | BIFF | part_of | MILF | 2014", "c | BIFF | affiliated_with | MILF"],
    )
    disputes = weigh_knowledge(knowledge).disputes
    assert [(x.certainty, len(x.claims)) for x in disputes] == [("definite", 2), ("possible", 2)]
    assert "A date is missing" in disputes[1].why


def test_the_order_of_claims_changes_nothing(knowledge_of):
    lines = ["a | FARC | founded | | 1964", "b | FARC | founded | | 1966", "b | FARC | strength | 9 members | 2001"]
    lines.append("a | FARC | strength | 4 members | 2001")
    documents = {"a": "The Daily Example", "b": "Sample News"}
    forwards, backwards = knowledge_of(documents=documents, claims=lines), knowledge_of(documents=documents, claims=lines[::-1])
    about = [[(x.about, x.why.count("against")) for x in weigh_knowledge(made).disputes] for made in (forwards, backwards)]
    assert about[0] == about[1]
    assert len(about[0]) == 2
