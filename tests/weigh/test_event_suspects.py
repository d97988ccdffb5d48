"""Suspects among event reports: nothing that a rule finds is left out, and most of what none finds is."""

import pytest
from tests.weigh.held import Held, written

from testimonia.weigh.event_suspects import events_in_dispute, set_side_by_side
from testimonia.weigh.findings import weigh_knowledge
from testimonia.weigh.snapshots import Weighing

DOCUMENTS = {"a": "Paper A", "b": "Paper B"}
PLACES = {"Goma": [-1.68, 29.22], "Sake": [-1.57, 29.04]}
ATTACK = "| ASSAULT | M23 -> ~soldiers | Goma | 2012-11-20 | killed 12"


def asked(knowledge_of, *reports):
    knowledge = knowledge_of(documents=DOCUMENTS, kinds=dict.fromkeys(PLACES, "place"), places=PLACES, reports=list(reports))
    return Weighing(Held(knowledge)).happenings.happened


@pytest.mark.parametrize(
    ("other", "expect"),
    [
        (ATTACK, []),
        (ATTACK.replace("12", "40", 2).replace("2040-11-20", "2012-11-20"), [0]),
        (ATTACK.replace("Goma", "Sake"), [0]),
        (f"{ATTACK} | denied", [0]),
    ],
)
def test_an_event_is_suspected_where_its_reports_differ(knowledge_of, other, expect):
    assert events_in_dispute(asked(knowledge_of, f"a {ATTACK}", f"b {other}")).tolist() == expect


def test_two_voices_of_one_document_that_count_one_thing_are_suspected(knowledge_of):
    lines = ["a > Army | ASSAULT | | | | killed 9", "a > Clinic | ASSAULT | | | | killed 35", "b | ASSAULT | | | | killed 9"]
    assert set_side_by_side(asked(knowledge_of, *lines)).tolist() == [0, 1]
    assert set_side_by_side(asked(knowledge_of, *lines[1:])).tolist() == []


@pytest.mark.parametrize("seed", [4, 5])
def test_whatever_the_rules_find_is_suspected(seed):
    knowledge, held = written(seed)
    weighing = Weighing(held)
    ids = {report.id for report in knowledge.reports}
    wanted = [dispute for dispute in weigh_knowledge(knowledge).disputes if dispute.claims[0] in ids]
    assert list(weighing.event_disputes()) == wanted
    assert len(wanted) > 10
    assert len(events_in_dispute(weighing.happenings.happened)) < len(weighing.happenings) / 2
