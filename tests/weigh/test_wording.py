"""Wording: one neutral phrase for each predicate."""

from testimonia.model.kinds import PREDICATES
from testimonia.weigh.assertions import assertions_of
from testimonia.weigh.wording import listed, phrase_of

VALUES = {"strength": "9 members", "has_role": "B: spokesman", "founded": "", "dissolved": ""}


def test_every_predicate_has_a_phrase_without_gaps(knowledge_of):
    claims = [f"a | A | {predicate} | {VALUES.get(predicate, 'B')}" for predicate in PREDICATES]
    knowledge = knowledge_of(documents={"a": "The Daily Example"}, claims=claims)
    for made in assertions_of(knowledge):
        phrase = phrase_of(knowledge, made)
        assert phrase.startswith("A ")
        assert "{" not in phrase
        assert "None" not in phrase


def test_long_lists_are_cut():
    assert listed(["1", "2", "3", "4", "5", "6"]) == "1, 2, 3, 4 and 2 more"
    assert listed(["1"]) == "1"
