"""Every need that the word list names is one that the rules know, and none is idle."""

from testimonia.read.events.event_needs import KNOWN_NEEDS
from testimonia.read.events.happenings import noun_triggers, verb_triggers


def test_every_need_of_a_verb_is_known_and_every_known_one_is_used() -> None:
    assert {trigger.needs for trigger in verb_triggers().values()} == KNOWN_NEEDS


def test_every_need_of_a_noun_is_known() -> None:
    assert {trigger.needs for trigger in noun_triggers().values()} <= {"none", "armed", "signed", "place", "captives"}
