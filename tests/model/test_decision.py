"""What stands follows from the decisions alone, and taking one back restores what stood."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.review.desk import founded

from testimonia.model.decision import Decision, Standing, kind_of, live_decisions, same_content, standing_of
from testimonia.model.valid_time import valid_time

CLAIM = founded()
OTHER = replace(CLAIM, when=valid_time("1965", mode="within"))


def said(verdict: str, by: str = "anna", at: int = 0, **more: object) -> Decision:
    return Decision(CLAIM.id, "d-1", verdict, by, f"2024-05-06T07:08:{at:02}Z", **more)  # type: ignore[arg-type]


def test_nobody_decided_leaves_the_proposal() -> None:
    assert standing_of([]) == Standing()
    assert not standing_of([]).is_hidden


@pytest.mark.parametrize(("verdict", "state", "hidden"), [("ACCEPTED", "accepted", False), ("REJECTED", "rejected", True)])
def test_one_verdict_stands(verdict: str, state: str, hidden: bool) -> None:
    standing = standing_of([said(verdict)])
    assert (standing.state, standing.is_hidden, standing.latest) == (state, hidden, said(verdict).id)


def test_a_correction_takes_the_place_of_the_proposal() -> None:
    standing = standing_of([said("CORRECTED", made=OTHER)])
    assert (standing.state, standing.made) == ("corrected", OTHER)


def test_of_each_person_the_latest_verdict_counts() -> None:
    standing = standing_of([said("REJECTED", at=1), said("ACCEPTED", "berta", 2), said("ACCEPTED", at=3)])
    assert standing.state == "accepted"
    assert [decision.by for decision in standing.counting] == ["berta", "anna"]


def test_two_who_differ_leave_the_proposal_contested_until_somebody_settles_it() -> None:
    yes, no = said("ACCEPTED", at=1), said("REJECTED", "berta", 2)
    contested = standing_of([yes, no])
    assert (contested.state, contested.made, contested.is_hidden) == ("contested", None, False)
    settled = said("REJECTED", "clara", 3, settles=(yes.id, no.id))
    assert standing_of([yes, no, settled]).state == "rejected"
    again = said("ACCEPTED", at=4)
    assert standing_of([yes, no, settled, again]).state == "contested"


def test_two_who_correct_alike_are_of_one_mind() -> None:
    theirs = replace(OTHER, proposal=replace(OTHER.proposal, reader="coder:berta"))
    one, two = said("CORRECTED", at=1, made=OTHER), said("CORRECTED", "berta", 2, made=theirs)
    assert standing_of([one, two]).state == "corrected"
    assert standing_of([one, said("CORRECTED", "berta", 2, made=replace(OTHER, polarity="denied"))]).state == "contested"
    assert same_content(OTHER, theirs)
    assert not same_content(OTHER, CLAIM)


def test_a_comment_says_nothing_of_the_record() -> None:
    comment = said("COMMENTED", comment="look at the date")
    assert standing_of([comment]) == Standing()
    assert live_decisions([comment]) == (comment,)


def test_what_was_added_by_hand_goes_when_nobody_stands_by_it() -> None:
    added = said("ACCEPTED", at=1, made=CLAIM)
    back = said("WITHDRAWN", at=3, withdraws=added.id)
    assert standing_of([added]).made == CLAIM
    assert standing_of([added, back]).made is None
    assert standing_of([added, said("ACCEPTED", "berta", 2), back]).made == CLAIM
    assert standing_of([added, said("REJECTED", "berta", 2)]).made == CLAIM, "contested: it stands as it was added"


def test_an_identifier_tells_its_kind() -> None:
    assert (kind_of("c-1"), kind_of("e-1")) == ("claim", "report")


def test_equal_decisions_have_one_identifier_and_others_another() -> None:
    assert said("ACCEPTED").id == said("ACCEPTED").id
    variants = [said("ACCEPTED"), said("REJECTED"), said("ACCEPTED", "berta"), said("ACCEPTED", at=1), said("ACCEPTED", made=OTHER)]
    variants += [said("ACCEPTED", comment="x"), said("CORRECTED", made=OTHER), said("CORRECTED", made=replace(OTHER, when=None))]
    assert len({one.id for one in variants}) == len(variants)


steps = st.tuples(st.sampled_from(["ACCEPTED", "REJECTED", "CORRECTED", "COMMENTED"]), st.sampled_from("abc"), st.booleans(), st.booleans())


@given(st.lists(steps, max_size=12))
def test_whatever_was_decided_taking_it_back_restores_what_stood(taken: list[tuple[str, str, bool, bool]]) -> None:
    log: list[Decision] = []
    for second, (verdict, by, settles, undone) in enumerate(taken):
        before = standing_of(log)
        others = tuple(one.id for one in before.counting if one.by != by) if settles and verdict != "COMMENTED" else ()
        decision = said(verdict, by, second, made=OTHER if verdict == "CORRECTED" else None, settles=others)
        log.append(decision)
        if undone:
            log.append(said("WITHDRAWN", by, second + 20, withdraws=decision.id))
            after = standing_of(log)
            assert (after.state, after.made, after.counting) == (before.state, before.made, before.counting)


@given(st.lists(steps, max_size=8))
def test_the_state_is_that_of_all_who_count(taken: list[tuple[str, str, bool, bool]]) -> None:
    log = [said(verdict, by, second, made=OTHER if verdict == "CORRECTED" else None) for second, (verdict, by, *_) in enumerate(taken)]
    standing = standing_of(log)
    verdicts = {decision.verdict for decision in standing.counting}
    assert (standing.state == "proposed") == (not verdicts)
    assert (standing.state == "contested") == (len(verdicts) > 1)
    assert len({decision.by for decision in standing.counting}) == len(standing.counting)
