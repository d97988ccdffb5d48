"""Decisions as pages and programs ask for them."""

import pytest
from fastapi import HTTPException
from tests.workbench.conftest import claim_at

from testimonia.errors import DecisionError
from testimonia.model.document import Document
from testimonia.model.knowledge import Findings
from testimonia.model.reading import Reading
from testimonia.review import Change
from testimonia.store import open_store
from testimonia.workbench.review_deciding import MeanwhileError, Wanted, desk_of, find, take, take_last_back

DOCUMENT = Document("d-1", "a.txt", "00", "text/plain", "The Front was founded in 1961.", publisher="The Paper")
CLAIM = claim_at(DOCUMENT, 0, 30)


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "kb") as opened:
        opened.add_captured([DOCUMENT])
        opened.add_reading(Reading("d-1", "t", claims=(CLAIM,)))
        opened.replace_findings(Findings())
        yield opened


def test_a_decision_says_what_stands_then(store):
    taken = take(store, Wanted(CLAIM.id, "accept", " anna "))
    assert (taken.record, taken.verdict, taken.state) == (CLAIM.id, "ACCEPTED", "accepted")
    assert take(store, Wanted(CLAIM.id, "comment", "clara", "look")).state == "accepted"
    assert take_last_back(store, "anna").state == "proposed"


def test_who_did_not_see_the_newest_is_told_whoever_asks_twice_is_not(store):
    take(store, Wanted(CLAIM.id, "accept", "anna"))
    assert take(store, Wanted(CLAIM.id, "accept", "anna")).state == "accepted"
    with pytest.raises(MeanwhileError, match="anna accepted it meanwhile"):
        take(store, Wanted(CLAIM.id, "reject", "clara"))
    take_last_back(store, "anna")
    with pytest.raises(MeanwhileError, match="took a decision back meanwhile"):
        take(store, Wanted(CLAIM.id, "reject", "clara"))
    with pytest.raises(MeanwhileError, match="look again"):
        take(store, Wanted(CLAIM.id, "reject", "clara", seen="z-0"))


def test_a_corrected_record_is_found_under_both_names(store):
    taken = take(store, Wanted(CLAIM.id, "correct", "anna", change=Change(when="1962")))
    made = store.standing(CLAIM.id).made
    assert find(store, made.id)[0] == CLAIM.id == taken.record
    with pytest.raises(DecisionError, match="nothing differs"):
        take(store, Wanted(CLAIM.id, "correct", "anna", seen=taken.seen, change=Change()))


def test_what_is_not_there_is_told(store):
    with pytest.raises(HTTPException):
        find(store, "c-0")
    with pytest.raises(HTTPException):
        desk_of(store, "a.txt")
    assert desk_of(store, "d-1").document.id == "d-1"


def test_what_stands_of_several_comes_at_once(store):
    take(store, Wanted(CLAIM.id, "accept", "anna"))
    found = store.standings([CLAIM.id, "c-0"])
    assert found == {one: store.standing(one) for one in (CLAIM.id, "c-0")}
    assert found["c-0"].state == "proposed"
