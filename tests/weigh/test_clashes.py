"""Clashes: the rules read as reasons, are symmetric, and never fire on a claim against itself."""

from itertools import product

import pytest

from testimonia.weigh.assertions import assertions_of
from testimonia.weigh.clashes import clash_of_dates, clash_of_no_tie, clash_of_polarity, clash_of_split, clash_of_strengths

RULES = (clash_of_dates, clash_of_strengths, clash_of_polarity, clash_of_split, clash_of_no_tie)
DOCUMENTS = {"a": "The Daily Example; 2015-03-01", "b": "Public Encyclopaedia"}
TIMES = ("", "| 2010", "| 2008/2012", "| 2010/..", "| ../2009", "| 2010-05~")
LINES = ("A | founded |", "A | not dissolved |", "A | dissolved |", "A | strength | 10-20 members", "A | strength | 30+ members")
BONDS = ("A | split_from | B", "A | part_of | B", "A | not part_of | B", "A | not affiliated_with | B")


@pytest.fixture
def made(knowledge_of):
    lines = [f"{document} | {line} {when}" for document, line, when in product(DOCUMENTS, (*LINES, *BONDS), TIMES)]
    return assertions_of(knowledge_of(documents=DOCUMENTS, claims=lines))


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_symmetric_and_leaves_a_claim_in_peace_with_itself(rule, made):
    for left, right in product(made, made):
        assert rule(left, right) == rule(right, left) or left.claim.predicate != right.claim.predicate or left.negated != right.negated
    assert all(rule(claim, claim) is None for claim in made)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_reads_as_a_reason(rule):
    reason = (rule.__doc__ or "").strip()
    assert reason[0].isupper()
    assert reason.endswith(".")
    assert "\n" not in reason


def test_nothing_definite_follows_from_an_undated_claim_in_a_document_of_unknown_date(made):
    undated = [claim for claim in made if not claim.dated and claim.claim.document == "b"]
    dated = [claim for claim in made if claim.claim.document == "a" and claim.dated]
    assert all(
        rule(left, right) != "definite" for rule in RULES for left, right in product(undated, dated) if left.claim.predicate != "founded"
    )
