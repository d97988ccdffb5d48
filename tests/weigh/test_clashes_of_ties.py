"""Clashes between ties: symmetric, readable, never of a claim with itself; which offices one person holds."""

from itertools import product

import pytest

from testimonia.weigh.assertions import assertions_of
from testimonia.weigh.clashes_of_ties import (
    clash_of_ends,
    clash_of_life,
    clash_of_offices,
    clash_of_order,
    clash_of_parents,
    office_of,
)

RULES = (clash_of_parents, clash_of_offices, clash_of_order, clash_of_ends, clash_of_life)
DOCUMENTS = {"a": "The Daily Example; 2015-03-01", "b": "Public Encyclopaedia"}
TIMES = ("", "| 2010", "| 2008/2012", "| 2010/..", "| ../2009", "| 2012/2014")
LINES = (
    "A | part_of | B",
    "A | part_of | C",
    "A | has_role | B: president",
    "D | has_role | B: president",
    "A | founded |",
    "A | dissolved |",
)


@pytest.fixture
def made(knowledge_of):
    lines = [f"{document} | {line} {when}" for document, line, when in product(DOCUMENTS, LINES, TIMES)]
    return assertions_of(knowledge_of(documents=DOCUMENTS, claims=lines))


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_symmetric_and_leaves_a_claim_in_peace_with_itself(rule, made):
    for left, right in product(made, made):
        if rule is clash_of_life or left.claim.predicate == right.claim.predicate:  # others are never asked of two predicates
            assert rule(left, right) == rule(right, left)
    assert all(rule(claim, claim) is None for claim in made)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_reads_as_a_reason(rule):
    reason = (rule.__doc__ or "").strip()
    assert reason[0].isupper()
    assert reason.endswith(".")
    assert "\n" not in reason


@pytest.mark.parametrize(
    ("role", "office"),
    [
        ("president", "president"),
        ("the Secretary-General", "secretary-general"),
        ("leader", "leader"),
        ("vice president", None),
        ("former president", None),
        ("spokesman", None),
        ("acting chairman", None),
    ],
)
def test_only_an_office_of_one_person_is_an_office(knowledge_of, role, office):
    (claim,) = assertions_of(knowledge_of(documents=DOCUMENTS, claims=[f"a | D | has_role | B: {role}"]))
    assert office_of(claim) == office
