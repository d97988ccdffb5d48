"""Each decision names its record, its author, its moment and its reason."""

from dataclasses import replace

import pytest
from tests.review.desk import decider, desk, founded

from testimonia.errors import DecisionError
from testimonia.model.decision import Standing, standing_of
from testimonia.review import Change, accept, add, changed, correct, reject, remark, withdraw
from testimonia.review.making import Made

CLAIM = founded()


def test_a_decision_says_who_when_what_and_why() -> None:
    made = accept(CLAIM, decider(because="the words say so"))
    assert (made.record, made.document, made.verdict, made.by, made.comment) == (CLAIM.id, "d-1", "ACCEPTED", "anna", "the words say so")
    assert (reject(CLAIM, decider()).verdict, remark(CLAIM, decider(because="see below")).verdict) == ("REJECTED", "COMMENTED")


def test_a_correction_brings_its_record_and_an_equal_one_is_none() -> None:
    other = changed(desk(), CLAIM, Change(when="1965"), by="anna")
    assert correct(CLAIM, other, decider()).made == other.record
    with pytest.raises(DecisionError, match="nothing differs"):
        correct(CLAIM, Made(replace(CLAIM, proposal=other.record.proposal)), decider())


def test_what_is_added_is_decided_on_as_itself() -> None:
    made = add(Made(CLAIM), decider())
    assert (made.record, made.made, made.adds) == (CLAIM.id, CLAIM, True)


def test_who_settles_names_the_decisions_of_the_others_only() -> None:
    yes, no = accept(CLAIM, decider()), reject(CLAIM, decider("berta", 1))
    contested = standing_of([yes, no])
    assert set(accept(CLAIM, decider("clara", 2), settling=contested).settles) == {yes.id, no.id}
    assert accept(CLAIM, decider("anna", 2), settling=contested).settles == (no.id,)
    assert accept(CLAIM, decider(), settling=Standing()).settles == ()


def test_only_ones_own_decision_is_taken_back() -> None:
    mine = accept(CLAIM, decider())
    assert withdraw(mine, decider(second=1)).withdraws == mine.id
    with pytest.raises(DecisionError, match="decision of anna"):
        withdraw(mine, decider("berta"))
    with pytest.raises(DecisionError, match="has decided nothing"):
        withdraw(None, decider())


def test_an_empty_comment_is_none() -> None:
    with pytest.raises(DecisionError, match="says something"):
        remark(CLAIM, decider(because="  "))
