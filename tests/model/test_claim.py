"""A claim's identifier covers what it says and where, and nothing else."""

from dataclasses import FrozenInstanceError, replace

import pytest

from testimonia.errors import RecordError
from testimonia.model.claim import Attribution, Claim, Proposal, Value
from testimonia.model.evidence import Evidence
from testimonia.model.party import Party
from testimonia.model.valid_time import ValidTime

CLAIM = Claim(
    document="d-1",
    predicate="split_from",
    subject=Party("the Continuity wing", referent="r-1", how="name", start=0, end=19),
    object=Party("the Provisional movement", referent="r-2", how="name"),
    attribution=Attribution((Party("The Derry Post", how="publisher"),)),
    evidence=(Evidence("d-1", 0, 30, "The Continuity wing broke away"),),
    proposal=Proposal("grammar", "read.splits.break_away"),
)


@pytest.mark.parametrize(
    "change",
    [
        {"document": "d-2"},
        {"predicate": "allied_with"},
        {"subject": Party("the Continuity wing", referent="r-3")},
        {"object": Party("the Provisional movement", referent="r-4")},
        {"object": None},
        {"value": Value(text="x")},
        {"evidence": (Evidence("d-1", 0, 31, "The Continuity wing broke away."),)},
        {"polarity": "denied"},
    ],
)
def test_the_identifier_changes_with_what_is_said_and_where(change):
    assert replace(CLAIM, **change).id != CLAIM.id


@pytest.mark.parametrize(
    "change",
    [
        {"proposal": Proposal("coder", "by hand")},
        {"attribution": Attribution((Party("The Derry Post", how="publisher"),), "claimed")},
        {"when": ValidTime("1986", None, None, "within")},
        {"subject": Party("the wing", referent="r-1", how="short_name")},
    ],
)
def test_the_identifier_stays_when_only_its_reading_is_refined(change):
    assert replace(CLAIM, **change).id == CLAIM.id


def test_a_described_subject_is_identified_by_its_words():
    one, other = (replace(CLAIM, subject=Party(words)) for words in ("gunmen", "suspected insurgents"))
    assert one.id != other.id


def test_a_lower_bound_above_the_upper_one_is_refused():
    with pytest.raises(RecordError, match="lower bound of 9 exceeds the upper bound of 8"):
        Value(low=9, high=8)


def test_nought_is_a_bound_and_not_stated_is_none():
    assert Value(low=0, high=0) != Value()


def test_a_claim_cannot_be_altered():
    with pytest.raises(FrozenInstanceError):
        CLAIM.predicate = "founded"  # type: ignore[misc]
