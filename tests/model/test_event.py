"""An event report's identifier covers its passage, type, mode and sides; its figures keep their bounds apart."""

from dataclasses import replace

import pytest

from testimonia.errors import RecordError
from testimonia.model.claim import Attribution, Proposal
from testimonia.model.event import EventReport, Figure
from testimonia.model.evidence import Evidence
from testimonia.model.party import Party

REPORT = EventReport(
    document="d-1",
    type="ASSAULT",
    mode="explosives",
    attribution=Attribution((Party("Radio Kivu", how="publisher"),)),
    evidence=(Evidence("d-1", 5, 20, "attacked a post"),),
    proposal=Proposal("grammar", "read.events.verb"),
    initiator=(Party("gunmen"),),
    target=(Party("a post"),),
    figures=(Figure("killed", low=8),),
)


@pytest.mark.parametrize(
    "change",
    [
        {"type": "COERCE"},
        {"mode": None},
        {"mode": "aerial"},
        {"initiator": ()},
        {"initiator": (Party("a post"),), "target": (Party("gunmen"),)},
        {"target": (Party("a post", referent="r-1"),)},
        {"evidence": (Evidence("d-1", 4, 20, " attacked a post"),)},
    ],
)
def test_the_identifier_changes_with_the_account(change):
    assert replace(REPORT, **change).id != REPORT.id


@pytest.mark.parametrize("change", [{"figures": ()}, {"status": "denied"}, {"proposal": Proposal("coder", "by hand")}])
def test_the_identifier_stays_when_only_its_reading_is_refined(change):
    assert replace(REPORT, **change).id == REPORT.id


def test_one_initiator_of_two_is_not_an_initiator_and_a_target():
    both = replace(REPORT, initiator=(Party("a"), Party("b")), target=())
    apart = replace(REPORT, initiator=(Party("a"),), target=(Party("b"),))
    assert both.id != apart.id


def test_a_lower_bound_above_the_upper_one_is_refused():
    with pytest.raises(RecordError, match="killed: a lower bound of 3 exceeds the upper bound of 2"):
        Figure("killed", low=3, high=2)


def test_at_least_eight_has_no_upper_bound():
    assert Figure("killed", low=8).high is None


def test_nobody_killed_is_not_the_same_as_no_figure():
    assert Figure("killed", low=0, high=0) != Figure("killed")
