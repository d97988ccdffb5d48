"""Facts: kinds compared once give the same groups as all pairs compared one by one, at a cost that repetitions do not raise."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.model.claim import Attribution, Claim, Proposal, Value
from testimonia.model.evidence import Evidence
from testimonia.model.party import Party
from testimonia.model.valid_time import valid_time
from testimonia.weigh.assertions import Assertion
from testimonia.weigh.clashes import clash_of_polarity, clash_of_split, clash_of_strengths
from testimonia.weigh.components import connected
from testimonia.weigh.facts import clashing, facts_of
from testimonia.weigh.times import EARLIEST, LATEST, span_of

SUBJECT, OBJECT = Party("ELN", "r-eln"), Party("FARC", "r-farc")


def made(place, document, predicate, *, low=None, edtf=None, said=None, voice="", negated=False):
    when = None if edtf is None else valid_time(edtf, mode="throughout")
    value = None if low is None else Value(low=low, high=low, unit="members")
    chain = Attribution((Party(voice or "publisher"),))
    claim = Claim(
        document, predicate, SUBJECT, chain, (Evidence(document, place, place + 1, "x"),), Proposal("coder", "r"), OBJECT, value, when
    )
    day = (EARLIEST, LATEST) if said is None else (said, said)
    return Assertion(f"c-{place}", claim, "n-eln", "n-farc", ("n-eln",), negated, span_of(when), day, (voice,))


def one_by_one(facts, clash, *, across):
    sides = [(fact[0].negated, fact[0].claim.predicate == "split_from") for fact in facts]
    pairs = [(a, b) for a, b in combinations(range(len(facts)), 2) if not across or sides[a] != sides[b]]
    found = {pair: clash(facts[pair[0]][0], facts[pair[1]][0]) for pair in pairs}
    sure = [pair for pair, answer in found.items() if answer == "definite"]
    definite = connected([end for pair in sure for end in pair], sure)
    settled = {place: number for number, group in enumerate(definite) for place in group}
    unsure = [p for p, answer in found.items() if answer == "possible" and settled.get(p[0], -1) != settled.get(p[1], -2)]
    return definite, connected([end for pair in unsure for end in pair], unsure)


def as_sets(groups):
    return {frozenset(group) for group in groups}


STATED = st.tuples(
    st.sampled_from("abcdef"),
    st.sampled_from([100, 500, None]),
    st.sampled_from([None, "2012", "2012/2014"]),
    st.sampled_from([None, 734_000, 734_900]),
    st.sampled_from(["", "army"]),
    st.booleans(),
)


@pytest.mark.parametrize(
    ("clash", "predicates", "across"),
    [
        (clash_of_strengths, ("strength",), False),
        (clash_of_polarity, ("part_of",), True),
        (clash_of_split, ("split_from", "part_of"), True),
    ],
)
@given(stated=st.lists(STATED, max_size=24))
def test_the_groups_are_those_of_all_pairs(clash, predicates, across, stated):
    block = [
        made(place, document, predicates[place % len(predicates)], low=low, edtf=edtf, said=said, voice=voice, negated=negated)
        for place, (document, low, edtf, said, voice, negated) in enumerate(stated)
    ]
    facts = facts_of(block)
    definite, possible = clashing(facts, clash, across=across)
    expected = one_by_one(facts, clash, across=across)
    assert as_sets(definite) == as_sets(expected[0])
    assert as_sets(possible) == as_sets(expected[1])


def test_what_a_thousand_documents_repeat_is_compared_once():
    asked = []

    def counted(left, right):
        asked.append((left, right))
        return clash_of_strengths(left, right)

    block = [made(place, f"d{place}", "strength", low=100 + 400 * (place % 3)) for place in range(1000)]
    definite, possible = clashing(facts_of(block), counted, across=False)
    assert definite == []
    assert [sorted(group) for group in possible] == [list(range(1000))]
    assert len(asked) == 3


def test_two_figures_of_two_voices_in_one_document_clash_whatever_others_say():
    block = [made(0, "a", "strength", low=100), made(1, "a", "strength", low=500, voice="army")]
    block += [made(place, f"d{place}", "strength", low=100) for place in range(2, 6)]
    definite, possible = clashing(facts_of(block), clash_of_strengths, across=False)
    assert as_sets(definite) == {frozenset((0, 1))}
    assert as_sets(possible) == {frozenset((1, 2, 3, 4, 5))}
