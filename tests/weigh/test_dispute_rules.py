"""The rules of dispute: each has a name of its own, a sentence, positions, and predicates that there are."""

import pytest

from testimonia.model.kinds import PREDICATES
from testimonia.weigh.dispute_rules import RULES
from testimonia.weigh.findings import weigh_knowledge


def test_rules_have_names_of_their_own():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(set(rule.predicates) <= set(PREDICATES) for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_gives_its_reason_in_one_sentence(rule):
    assert rule.reason.count(".") == 1
    assert rule.why.endswith(".")
    assert rule.doubt.endswith(".")


@pytest.mark.parametrize(
    ("claims", "about", "holds"),
    [
        (
            ["a | A | has_role | B: president | 2002/2010", "b | C | has_role | B: president | 2005/2012"],
            "who is president of B",
            ["A", "C"],
        ),
        (["a | A | member_of | B | ../2014", "b | A | member_of | B | ../2017"], "how long A is a member of B", ["../2014", "../2017"]),
        (["a | A | armed_wing_of | B | 2002/2010", "b | A | armed_wing_of | C | 2005/2012"], "whom A belongs to", ["B", "C"]),
        (["a | A | part_of | B | 2002/2010", "b | B | part_of | A | 2002/2010"], "which of A and B belongs to the other", ["A", "B"]),
    ],
)
def test_positions_say_what_they_hold(knowledge_of, claims, about, holds):
    (dispute,) = weigh_knowledge(knowledge_of(documents={"a": "The Daily Example", "b": "Sample News"}, claims=claims)).disputes
    assert dispute.about == about
    assert [position.holds for position in dispute.positions] == holds
    assert all(word in dispute.why for word in holds)
