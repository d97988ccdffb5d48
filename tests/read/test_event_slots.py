"""Who and what may fill the slots of an event, on trees built by hand."""

from tests.read.sentences import tree_of

from testimonia.model.party import Party
from testimonia.read.event_slots import harms, harms_for, objects_of, once

# Rebels attacked a base killing five soldiers
ATTACK = tree_of(
    "Rebels NOUN 1 nsubj rebel",
    "attacked VERB -1 root attack Tense=Past",
    "a DET 3 det",
    "base NOUN 1 obj base",
    ", PUNCT 5 punct ,",
    "killing VERB 1 advcl kill VerbForm=Ger",
    "five NUM 7 nummod five",
    "soldiers NOUN 5 obj soldier",
)


def test_the_objects_of_a_verb_are_its_own() -> None:
    assert objects_of(ATTACK, 1) == [3]
    assert objects_of(ATTACK, 5) == [7]


def test_harm_belongs_to_the_verb_that_it_follows_from() -> None:
    assert harms_for(ATTACK, 5) == 1
    assert harms_for(ATTACK, 1) is None
    assert harms(ATTACK, 1) == [5]


def test_a_party_fills_a_slot_once() -> None:
    army, front = Party("army", None, "words", 0, 4), Party("Front", "r-1", "name", 9, 14)
    assert once([army, front, Party("army", None, "words", 20, 24), Party("the Front", "r-1", "short_name", 30, 39)]) == (army, front)
