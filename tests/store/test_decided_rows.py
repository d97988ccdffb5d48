"""Decisions come back as they went, whatever they hold."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.review.desk import FRONT, founded, shelling, strength

from testimonia.model.decision import VERDICTS, Decision, Standing, standing_of
from testimonia.model.event import EventReport
from testimonia.model.referent import Mention
from testimonia.store.decided_rows import AS_PROPOSED, NOT_AT_ALL, decision_from, decision_row, made_from, made_json, standing_row

from . import strategies

made = st.none() | st.sampled_from([founded(), strength(), shelling()])
decisions = st.builds(
    Decision,
    record=st.sampled_from(["c-1", "e-1"]),
    document=st.just("d-1"),
    verdict=st.sampled_from(VERDICTS),
    by=strategies.words,
    at=strategies.words,
    comment=strategies.words,
    made=made,
    referents=st.sampled_from([(), (FRONT,)]),
    mentions=st.sampled_from([(), (Mention("d-1", 4, 14, "Shan Front", FRONT.id),)]),
    withdraws=strategies.optional_words,
    settles=st.lists(strategies.words, max_size=2).map(tuple),
)


@given(decisions)
def test_every_decision_comes_back(decision: Decision) -> None:
    assert decision_from(decision_row(decision)) == decision
    assert decision_row(decision)["id"] == decision.id


def test_a_record_made_by_hand_comes_back_with_its_maker() -> None:
    for record in (founded(), strength(), shelling()):
        assert made_from(made_json(record)) == record


def test_the_form_tells_how_a_record_stands() -> None:
    claim = founded()
    assert standing_row(claim.id, "d-1", Standing())["form"] == AS_PROPOSED
    rejected = standing_of([Decision(claim.id, "d-1", "REJECTED", "anna", "2024")])
    assert (standing_row(claim.id, "d-1", rejected)["form"], standing_row(claim.id, "d-1", rejected)["stands"]) == (NOT_AT_ALL, None)
    forms = {standing_row(claim.id, "d-1", Standing("corrected", one))["form"] for one in (claim, replace(claim, when=None))}
    assert len(forms) == 2
    assert not forms & {AS_PROPOSED, NOT_AT_ALL}


def test_a_line_names_whom_the_record_is_about() -> None:
    report = shelling()
    assert isinstance(report, EventReport)
    line = standing_row(report.id, "d-1", Standing("corrected", report))
    assert (line["kind"], line["predicate"]) == ("report", None)
    assert FRONT.id in line["referents"]
    assert standing_row("c-1", "d-1", Standing("corrected", founded()))["predicate"] == "founded"
