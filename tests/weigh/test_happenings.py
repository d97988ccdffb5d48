"""Happenings: events, their witnesses and their tolls as numbers are those that records give."""

import numpy as np
import pytest
from tests.weigh.held import written

from testimonia.weigh.findings import weigh_knowledge
from testimonia.weigh.happenings import UNSTATED
from testimonia.weigh.snapshots import Weighing

SEEDS = (4, 5)


@pytest.mark.parametrize("seed", SEEDS)
def test_events_and_their_witnesses_are_those_of_the_records(seed):
    knowledge, held = written(seed)
    weighing, wanted = Weighing(held), weigh_knowledge(knowledge)
    made, reports = weighing.happenings, weighing.reports
    assert [tuple(reports[place].id for place in made.tied.places(event)) for event in range(len(made))] == [
        e.reports for e in wanted.events
    ]
    ids = {report.id for report in knowledge.reports}
    told = [one for one in wanted.corroborations if one.claims[0] in ids]
    assert sorted(made.witnesses[made.agreed].tolist()) == sorted(one.witnesses for one in told)
    assert len(told) > 10


@pytest.mark.parametrize("seed", SEEDS)
def test_tolls_are_those_of_the_records(seed):
    knowledge, held = written(seed)
    found = Weighing(held).tolls()
    made = set()
    for line in range(len(found)):
        bounds = (None if bound == UNSTATED else bound for bound in (int(column[line]) for column in (found.low, found.best, found.high)))
        made.add((int(found.event[line]), found.counted[int(found.quantity[line])], *bounds))
    wanted = {
        (number, (toll.what, toll.of), *(None if bound is None else bound.value for bound in (toll.low, toll.best, toll.high)))
        for number, event in enumerate(weigh_knowledge(knowledge).events)
        for toll in event.tolls
    }
    assert made == wanted
    assert len({(low, high) for _, _, low, _, high in wanted if low != high}) > 1


def test_the_events_that_are_asked_for_are_written(tmp_path):
    knowledge, held = written(4)
    weighing, wanted = Weighing(held), weigh_knowledge(knowledge).events
    ((events, _),) = weighing.written(np.array([5, 2]))
    assert list(events) == [wanted[5], wanted[2]]
