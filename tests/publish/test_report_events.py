"""Events in a report: tellings apart where they differ, bounds as bounds."""

from dataclasses import replace

import pytest

from testimonia.model.event import Bound, Event, Figure, Toll
from testimonia.model.party import Party
from testimonia.publish.catalogue import catalogue_of
from testimonia.publish.report import actor_report
from testimonia.publish.report_events import SAME_EVENT, alternatives, tellings_of, tolls_in_words
from testimonia.publish.views import event_view


@pytest.fixture
def told(knowledge, findings):
    """The attack, told a second time without a date, and denied by a third report."""
    attack = knowledge.reports[0]
    again = replace(attack, when=None, initiator=(), figures=(Figure("killed", None, 37, None),))
    front = knowledge.claims[0].subject
    denial = replace(
        attack, status="denied", target=(), figures=(), attribution=replace(attack.attribution, voices=(front,), stance="denied")
    )
    known = replace(knowledge, reports=(attack, again, denial))
    bound = Bound(37, (again.id,))
    event = Event("ev-1", "ASSAULT", (attack.id, again.id, denial.id), "Three reports.", (Toll("killed", None, bound, bound, bound),))
    return catalogue_of(known, replace(findings, events=(event,), disputes=(), corroborations=()))


def test_what_is_told_otherwise_stands_apart(told):
    first, second, third = tellings_of(told, event_view(told, "ev-1"))
    assert (first.opening, first.denied) == ("3 May 2015", False)
    assert (second.opening, second.told) == (SAME_EVENT, "soldiers and a person without a public role came under attack in Jolo")
    assert third.denied and "denied" not in third.told


def test_a_bound_is_written_as_a_bound_and_what_differs_as_alternatives(told):
    words, lines = tolls_in_words(told, event_view(told, "ev-1"))
    assert words == "5 or at least 37 killed, best 37"
    assert len(lines) == 2


def test_a_side_is_named_with_its_figure(knowledge, findings):
    attack = replace(knowledge.reports[0], figures=(Figure("killed", Party("soldiers"), 8, None),))
    event = Event("ev-1", "ASSAULT", (attack.id,), "One report.")
    catalogue = catalogue_of(replace(knowledge, reports=(attack,)), replace(findings, events=(event,), disputes=(), corroborations=()))
    assert tolls_in_words(catalogue, event_view(catalogue, "ev-1"))[0] == "at least 8 killed (soldiers)"


def test_every_sentence_of_a_report_carries_only_its_own_notes(told):
    chapters = {chapter.heading: chapter.sentences for chapter in actor_report(told, "e-Example Front", lens="everything").chapters}
    events = chapters["Events by year"]
    assert [len(sentence.notes) for sentence in events] == [1, 1, 1, 2]
    assert any(": that Example Front carried out an attack in Jolo is denied by Example Front." in sentence.text for sentence in events)


def test_alternatives_end_in_or():
    assert alternatives(["4", "6", "at least 9"]) == "4, 6 or at least 9"
    assert alternatives(["4"]) == "4"
