"""Facts: what spares comparisons gives the same groups as all pairs compared one by one, at a cost near the number of statements."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.model.claim import Attribution, Claim, Proposal, Value
from testimonia.model.evidence import Evidence
from testimonia.model.party import Party
from testimonia.model.valid_time import valid_time
from testimonia.weigh.assertions import Assertion
from testimonia.weigh.clashes import ONE_OFF, clash_of_strengths
from testimonia.weigh.components import connected
from testimonia.weigh.dispute_rules import RULES
from testimonia.weigh.facts import Question, clashing, facts_of
from testimonia.weigh.times import EARLIEST, LATEST, span_of

STRENGTHS = next(rule for rule in RULES if rule.name == "strengths_apart").question


def made(
    place, document, predicate, *, low=None, role=None, edtf=None, said=None, voice="", negated=False, title=False, ends=("ELN", "FARC")
):
    mode = "within" if predicate in ONE_OFF else "throughout"
    when = None if edtf is None else valid_time(edtf, mode=mode)
    value = Value(low=low, high=low, unit="members") if low is not None else Value(role=role) if role is not None else None
    chain = Attribution((Party(voice or "publisher"),))
    evidence = (Evidence(document, place, place + 1, "x"),)
    parties = [Party(name, f"r-{name}") for name in ends]
    claim = Claim(document, predicate, parties[0], chain, evidence, Proposal("coder", "r"), parties[1], value, when)
    day = (EARLIEST, LATEST) if said is None else (said, said)
    return Assertion(f"c-{place}", claim, ends[0], ends[1], ("one thing",), negated, span_of(when), day, (voice,), in_title=title)


def one_by_one(facts, clash):
    found = {(a, b): clash(facts[a][0], facts[b][0]) for a, b in combinations(range(len(facts)), 2)}
    sure = [pair for pair, answer in found.items() if answer == "definite"]
    definite = connected([end for pair in sure for end in pair], sure)
    settled = {place: number for number, group in enumerate(definite) for place in group}
    unsure = [p for p, answer in found.items() if answer == "possible" and settled.get(p[0], -1) != settled.get(p[1], -2)]
    return definite, connected([end for pair in unsure for end in pair], unsure)


def as_sets(groups):
    return {frozenset(group) for group in groups}


STATED = st.tuples(
    st.sampled_from("abcdef"),
    st.sampled_from([100, 500, 900]),
    st.sampled_from([None, "2012", "2012/2014", "../2012", "2013/..", "2011~"]),
    st.sampled_from([None, 734_000, 734_900, 735_500]),
    st.sampled_from(["", "army"]),
    st.booleans(),
    st.booleans(),
    st.sampled_from([("ELN", "FARC"), ("ELN", "M-19"), ("EPL", "FARC"), ("FARC", "ELN")]),
    st.integers(0, 20),
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@given(stated=st.lists(STATED, max_size=24))
def test_the_groups_are_those_of_all_pairs(rule, stated):
    predicates = rule.predicates if rule.name != "affirmed_and_denied" else ("part_of", "founded")
    block = [
        made(
            place,
            document,
            predicate,
            low=low if predicate == "strength" else None,
            role="president" if predicate == "has_role" else None,
            edtf=edtf,
            said=said,
            voice=voice,
            negated=negated,
            title=title,
            ends=ends,
        )
        for place, (document, low, edtf, said, voice, negated, title, ends, number) in enumerate(stated)
        for predicate in [predicates[number % len(predicates)]]
    ]
    blocks = {}
    for claim in block:
        blocks.setdefault(rule.block(claim), []).append(claim)
    for shared in blocks.values():
        facts = facts_of(shared)
        definite, possible = clashing(facts, rule.question)
        expected = one_by_one(facts, rule.question.clash)
        assert as_sets(definite) == as_sets(expected[0])
        assert as_sets(possible) == as_sets(expected[1])


def counted(clash):
    asked = []

    def ask(left, right):
        asked.append((left, right))
        return clash(left, right)

    return ask, asked


def test_what_a_thousand_documents_repeat_is_compared_once():
    ask, asked = counted(clash_of_strengths)
    block = [made(place, f"d{place}", "strength", low=100 + 400 * (place % 3)) for place in range(1000)]
    definite, possible = clashing(facts_of(block), Question(ask))
    assert definite == []
    assert [sorted(group) for group in possible] == [list(range(1000))]
    assert len(asked) <= 6


@pytest.mark.parametrize("dated", [True, False])
def test_a_thousand_different_statements_take_few_comparisons_each(dated):
    ask, asked = counted(clash_of_strengths)
    days = [730_000 + 7 * place for place in range(2000)]
    block = [
        made(
            place, f"d{place}", "strength", low=100 if place % 3 else 500 + place, said=day, edtf=f"{1990 + place % 30}" if dated else None
        )
        for place, day in enumerate(days)
    ]
    clashing(facts_of(block), replace(STRENGTHS, clash=ask))
    assert 0 < len(asked) < 20 * len(block)


def test_agreement_is_not_compared_at_all():
    ask, asked = counted(clash_of_strengths)
    block = [made(place, f"d{place}", "strength", low=300, said=730_000 + place) for place in range(500)]
    clashing(facts_of(block), replace(STRENGTHS, clash=ask))
    assert asked == []


def test_two_figures_of_two_voices_in_one_document_clash_whatever_others_say():
    block = [made(0, "a", "strength", low=100), made(1, "a", "strength", low=500, voice="army")]
    block += [made(place, f"d{place}", "strength", low=100) for place in range(2, 6)]
    definite, possible = clashing(facts_of(block), STRENGTHS)
    assert as_sets(definite) == {frozenset((0, 1))}
    assert as_sets(possible) == {frozenset((1, 2, 3, 4, 5))}
