"""Marks of events change with what an event is written from, and with nothing else."""

from dataclasses import replace

import pytest
from tests.weigh.held import Held, written

from testimonia.model.knowledge import Knowledge
from testimonia.weigh.snapshots import Weighing
from testimonia.weigh.tolls import BY_DEFAULT


def marks(knowledge: Knowledge, **options) -> dict[frozenset[str], int]:
    """The marks of all events, by their reports."""
    weighing = Weighing(Held(knowledge))
    made, ids = weighing.event_marks(**options), weighing.reports.lines["id"]
    tied = weighing.happenings.tied
    return {frozenset(f"e-{ids[place]:016x}" for place in tied.places(event)): int(mark) for event, mark in enumerate(made.tolist())}


def changed(knowledge: Knowledge, other: Knowledge) -> set[str]:
    """The reports of the events whose marks changed."""
    before, after = marks(knowledge), marks(other)
    return {report for reports in after for report in reports if after[reports] != before.get(reports)}


def test_equal_knowledge_has_equal_marks_and_events_have_marks_of_their_own():
    knowledge, _ = written(4)
    made = marks(knowledge)
    assert made == marks(replace(knowledge, reports=knowledge.reports[::-1]))
    assert len(set(made.values())) == len(made)


@pytest.mark.parametrize("kind", ("armed_group", "place"))
def test_another_name_of_a_party_or_place_changes_the_events_that_name_it_and_no_others(kind):
    knowledge, _ = written(5)
    named = [p for r in knowledge.reports for p in (*r.initiator, *r.where) if knowledge.entities.get(knowledge.who(p))]
    entity = next(knowledge.who(party) for party in named if knowledge.entities[knowledge.who(party)].kind == kind)
    told = {
        report.id
        for report in knowledge.reports
        if any(knowledge.who(party) == entity for party in (*report.initiator, *report.target, *report.where, *report.responsibility))
    }
    entities = dict(knowledge.entities) | {entity: replace(knowledge.entities[entity], name="Quite Another")}
    found = changed(knowledge, replace(knowledge, entities=entities))
    assert told <= found < {report.id for report in knowledge.reports}


def test_another_rule_of_the_best_figure_changes_all_marks():
    knowledge, _ = written(5)
    one, two = marks(knowledge), marks(knowledge, best_of=replace(BY_DEFAULT, criteria=BY_DEFAULT.criteria[::-1]))
    assert one.keys() == two.keys() and not set(one.values()) & set(two.values())
