"""Who and what may fill the slots of an event, on trees built by hand."""

from tests.read.sentences import tree_of

from testimonia.model.party import Party
from testimonia.read.events.event_drafts import EventDraft
from testimonia.read.events.event_slots import is_definite, objects_of, once

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
FRONT, GOMA = Party("Front", "r-1", "name", 0, 5), Party("Goma", "r-2", "name", 30, 34)


def draft(**slots: object) -> EventDraft:
    return EventDraft("ASSAULT", None, 0, 34, 10, "events.test", "attack", **slots)  # type: ignore[arg-type]


def test_the_objects_of_a_verb_are_its_own() -> None:
    assert objects_of(ATTACK, 1) == [3]
    assert objects_of(ATTACK, 5) == [7]


def test_a_party_fills_a_slot_once() -> None:
    army, front = Party("army", None, "words", 0, 4), Party("Front", "r-1", "name", 9, 14)
    assert once([army, front, Party("army", None, "words", 20, 24), Party("the Front", "r-1", "short_name", 30, 39)]) == (army, front)


def test_what_may_be_needs_a_name_and_a_place_or_time() -> None:
    assert is_definite(draft(status="hypothetical", initiator=(FRONT,), where=(GOMA,)))
    assert not is_definite(draft(status="hypothetical", initiator=(FRONT,)))
    assert not is_definite(draft(status="hypothetical", initiator=(Party("rebels", None, "words", 0, 6),), edtf="2012"))


def test_a_plan_of_somebody_undescribed_is_nothing() -> None:
    assert not is_definite(draft(status="planned", initiator=(Party("they", None, "words", 0, 4),), where=(GOMA,)))
    assert is_definite(draft(status="planned", target=(Party("mosque", None, "words", 0, 6),), where=(GOMA,)))
