"""Decisions are appended, take effect at once, are undone without a trace, and never overwrite one another."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.review.desk import DOCUMENT, TEXT, decider, desk, founded, reading, shelling, strength

from testimonia.errors import DecisionError
from testimonia.model.claim import Claim
from testimonia.model.decision import Decision
from testimonia.model.finding import Corroboration, Dispute, Position
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.model.valid_time import valid_time
from testimonia.review import Change, accept, add, changed, correct, reject, remark, withdraw
from testimonia.review.making import Made
from testimonia.store import Store, open_store

from .conftest import MOMENT

CLAIM, OTHER, REPORT = founded(), strength(), shelling()
LATER = changed(desk(), CLAIM, Change(when="1965"), by="anna")
DENIED = changed(desk(), CLAIM, Change(polarity="denied"), by="anna")
BY_HAND = Made(replace(CLAIM, predicate="dissolved", proposal=LATER.record.proposal))


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "kb", clock=lambda: MOMENT) as store:
        store.add_captured([DOCUMENT])
        store.add_reading(reading())
        store.replace_attention(())
        yield store


def stands(store: Store) -> tuple[dict[str, object], dict[str, object], dict[str, str]]:
    known = store.knowledge()
    return {one.id: one for one in known.claims}, {one.id: one for one in known.reports}, dict(known.reviewed)


def test_what_is_accepted_stands_and_says_so(kept: Store) -> None:
    kept.decide(accept(CLAIM, decider()))
    claims, reports, states = stands(kept)
    assert claims == {CLAIM.id: CLAIM, OTHER.id: OTHER}
    assert reports == {REPORT.id: REPORT}
    assert states == {CLAIM.id: "accepted"}


def test_what_is_rejected_stands_nowhere_and_stays_as_it_was_proposed(kept: Store) -> None:
    kept.decide(reject(CLAIM, decider()))
    kept.decide(reject(REPORT, decider()))
    claims, reports, states = stands(kept)
    assert (list(claims), reports, states) == ([OTHER.id], {}, {})
    assert list(kept.claims(ids=[CLAIM.id])) == []
    assert kept.proposal(CLAIM.id) == CLAIM
    assert kept.proposal(REPORT.id) == REPORT


def test_a_correction_stands_where_the_proposal_stood(kept: Store) -> None:
    kept.decide(correct(CLAIM, DENIED, decider()))
    assert [claim.id for claim in kept.claims()] == [DENIED.record.id, OTHER.id]
    assert kept.proposal(CLAIM.id) == CLAIM
    assert kept.proposal(DENIED.record.id) is None
    assert kept.decided_on(DENIED.record.id) == CLAIM.id
    assert kept.standing(CLAIM.id).made == DENIED.record


def test_a_correction_of_the_date_alone_keeps_the_identifier_and_the_proposal(kept: Store) -> None:
    kept.decide(correct(CLAIM, LATER, decider()))
    (claim,) = kept.claims(ids=[CLAIM.id])
    assert claim == LATER.record
    assert kept.proposal(CLAIM.id) == CLAIM
    kept.decide(withdraw(kept.last_decision("anna"), decider(second=1)))
    assert list(kept.claims(ids=[CLAIM.id])) == [CLAIM]


def test_a_correction_of_a_report_is_found_by_its_parties(kept: Store) -> None:
    made = changed(desk(), REPORT, Change(type="COERCE", where=()), by="anna")
    kept.decide(correct(REPORT, made, decider()))
    place, front = REPORT.where[0].referent, REPORT.initiator[0].referent
    assert place is not None
    assert front is not None
    assert list(kept.reports(referents=[place])) == []
    assert list(kept.reports(referents=[front])) == [made.record]


def test_a_correction_that_reads_like_another_proposal_stands_once(kept: Store) -> None:
    assert isinstance(DENIED.record, Claim)
    kept.add_reading(reading("grammar 2", claims=(CLAIM, DENIED.record, OTHER)))
    kept.decide(correct(CLAIM, DENIED, decider()))
    assert [claim.id for claim in kept.claims()] == [DENIED.record.id, OTHER.id]
    kept.decide(withdraw(kept.last_decision("anna"), decider(second=1)))
    assert [claim.id for claim in kept.claims()] == [CLAIM.id, DENIED.record.id, OTHER.id]


def test_what_is_added_by_hand_stands_where_its_words_do(kept: Store) -> None:
    kept.decide(add(BY_HAND, decider()))
    assert [claim.id for claim in kept.claims()] == [CLAIM.id, BY_HAND.record.id, OTHER.id]
    assert kept.knowledge().reviewed == {BY_HAND.record.id: "accepted"}
    with pytest.raises(DecisionError, match="is there already"):
        kept.decide(add(BY_HAND, decider("berta")))
    kept.decide(withdraw(kept.last_decision("anna"), decider(second=1)))
    assert [claim.id for claim in kept.claims()] == [CLAIM.id, OTHER.id]


def test_a_second_who_has_not_seen_the_first_is_told_who_decided_what(kept: Store) -> None:
    first = accept(CLAIM, decider())
    kept.decide(first)
    with pytest.raises(DecisionError, match="anna accepted it meanwhile"):
        kept.decide(reject(CLAIM, decider("berta")))
    kept.decide(reject(CLAIM, decider("berta")), seen=first.id)
    assert kept.standing(CLAIM.id).state == "contested"
    assert [claim.id for claim in kept.claims()] == [CLAIM.id, OTHER.id]


def test_a_comment_is_always_taken_and_hinders_nobody(kept: Store) -> None:
    kept.decide(remark(CLAIM, decider(because="an odd date")))
    kept.decide(accept(CLAIM, decider("berta")))
    assert [one.verdict for one in kept.decisions(record=CLAIM.id)] == ["COMMENTED", "ACCEPTED"]


def test_the_same_decision_twice_is_one(kept: Store) -> None:
    for _ in range(2):
        kept.decide(accept(CLAIM, decider()))
    assert len(list(kept.decisions(document="d-1", by="anna"))) == 1


@pytest.mark.parametrize(
    ("decision", "message"),
    [
        (Decision("c-none", "d-1", "ACCEPTED", "anna", "2024"), "there is no claim or event report c-none"),
        (Decision(CLAIM.id, "d-1", "CORRECTED", "anna", "2024"), "a correction brings"),
        (Decision(CLAIM.id, "d-1", "REJECTED", "anna", "2024", made=LATER.record), "a correction brings"),
        (Decision(CLAIM.id, "d-1", "CORRECTED", "anna", "2024", made=CLAIM), "nothing differs"),
        (Decision(CLAIM.id, "d-1", "CORRECTED", "anna", "2024", made=REPORT), "a claim a claim"),
        (Decision(CLAIM.id, "d-1", "WITHDRAWN", "anna", "2024"), "names the decision"),
        (Decision(CLAIM.id, "d-1", "WITHDRAWN", "anna", "2024", withdraws="x-1"), "x-1 is no decision"),
        (Decision(CLAIM.id, "d-1", "ACCEPTED", "anna", "2024", settles=("x-1",)), "cannot be settled"),
    ],
)
def test_what_cannot_be_decided_is_refused_and_changes_nothing(kept: Store, decision: Decision, message: str) -> None:
    with pytest.raises(DecisionError, match=message):
        kept.decide(decision)
    assert list(kept.decisions()) == []
    assert list(kept.claims()) == [CLAIM, OTHER]


def test_a_correction_that_does_not_stand_in_the_text_is_refused(kept: Store) -> None:
    assert isinstance(LATER.record, Claim)
    for wrong in (replace(CLAIM.evidence[0], quote="The Shan Front was founded in 1965."), replace(CLAIM.evidence[0], start=3)):
        made = Made(replace(LATER.record, evidence=(wrong,)))
        with pytest.raises(DecisionError, match="does not stand at"):
            kept.decide(correct(CLAIM, made, decider()))


def test_a_decision_of_somebody_else_cannot_be_taken_back(kept: Store) -> None:
    mine = accept(CLAIM, decider())
    kept.decide(mine)
    theirs = Decision(CLAIM.id, "d-1", "WITHDRAWN", "berta", "2024", withdraws=mine.id)
    with pytest.raises(DecisionError, match="decision of anna"):
        kept.decide(theirs)
    kept.decide(withdraw(mine, decider(second=1)))
    with pytest.raises(DecisionError, match="may have been taken back already"):
        kept.decide(withdraw(mine, decider(second=2)))


def test_decisions_outlast_a_new_reading(kept: Store) -> None:
    kept.decide(reject(CLAIM, decider()))
    kept.decide(add(BY_HAND, decider()))
    corrected = changed(desk(), REPORT, Change(status="denied"), by="anna")
    kept.decide(correct(REPORT, corrected, decider()))
    before = stands(kept)
    kept.add_reading(reading("grammar 2"))
    assert {name: one.evidence for name, one in stands(kept)[0].items()} == {name: one.evidence for name, one in before[0].items()}  # type: ignore[attr-defined]
    assert list(kept.reports()) == [corrected.record]
    assert kept.orphaned() == ()
    kept.add_reading(reading("grammar 3", claims=(OTHER,), reports=()))
    assert set(kept.orphaned()) == {CLAIM.id, REPORT.id}
    assert list(kept.reports()) == [corrected.record], "a correction stands though nothing proposes what it corrects"
    assert [claim.id for claim in kept.claims()] == [BY_HAND.record.id, OTHER.id]
    kept.add_reading(reading("grammar 4"))
    assert list(kept.claims(ids=[CLAIM.id])) == [], "the same proposal again meets its decision"
    assert kept.orphaned() == ()


def test_a_document_to_be_read_again_keeps_what_was_added(kept: Store) -> None:
    kept.decide(add(BY_HAND, decider()))
    kept.add_captured([replace(DOCUMENT, title="Another title")])
    assert list(kept.claims()) == []
    kept.add_reading(reading())
    assert [claim.id for claim in kept.claims()] == [CLAIM.id, BY_HAND.record.id, OTHER.id]


def test_no_finding_rests_on_what_was_decided_since(kept: Store) -> None:
    sides = (Position("1964", (CLAIM.id,), 1), Position("otherwise", (OTHER.id,), 1))
    findings = Findings((), (Corroboration("x", (OTHER.id,), True, 2, "two"),), (Dispute("when", sides, "years differ", "dates"),))
    kept.replace_findings(findings)
    kept.decide(accept(CLAIM, decider()))
    assert kept.findings() == findings, "to accept changes nothing that was weighed"
    rejected = reject(CLAIM, decider(second=1))
    kept.decide(rejected, seen=kept.standing(CLAIM.id).latest)
    assert kept.findings() == replace(findings, disputes=())
    assert CLAIM.id in kept.stale()
    kept.decide(withdraw(rejected, decider(second=2)))
    assert kept.findings() == findings
    assert not kept.stale()


def test_weighing_again_makes_findings_current(kept: Store) -> None:
    kept.decide(correct(CLAIM, DENIED, decider()))
    made = Findings((), (Corroboration("x", (DENIED.record.id, OTHER.id), True, 2, "two"),))
    kept.replace_findings(made, decided=kept.newest_decision())
    assert kept.findings() == made
    kept.decide(withdraw(kept.last_decision("anna"), decider(second=1)))
    assert kept.findings() == Findings()
    assert kept.stale() == {CLAIM.id, DENIED.record.id}


def test_a_decision_taken_while_it_is_weighed_leaves_the_finding_out(kept: Store) -> None:
    kept.decide(correct(CLAIM, DENIED, decider()))
    upto = kept.newest_decision()
    kept.decide(reject(CLAIM, decider(second=1)), seen=kept.standing(CLAIM.id).latest)
    made = Findings((), (Corroboration("x", (DENIED.record.id, OTHER.id), True, 2, "two"),))
    kept.replace_findings(made, decided=upto)
    assert kept.findings() == Findings()
    kept.decide(withdraw(kept.last_decision("anna"), decider(second=2)))
    assert kept.findings() == made


def test_a_past_day_knows_the_decisions_of_that_day(tmp_path: Path) -> None:
    now = MOMENT
    with open_store(tmp_path / "kb", clock=lambda: now) as store:
        store.add_captured([DOCUMENT])
        store.add_reading(reading())
        days: list[tuple[object, Knowledge]] = []
        first = correct(CLAIM, LATER, decider())
        for decision in (None, first, reject(OTHER, decider()), add(BY_HAND, decider()), withdraw(first, decider(second=1))):
            if decision is not None:
                store.decide(decision)
            days.append((now.date(), store.knowledge()))
            now += timedelta(days=1)
        for day, known in days:
            assert store.as_of(day).knowledge() == known, day  # type: ignore[arg-type]
        assert [len(list(store.as_of(day).decisions())) for day, _ in days] == [0, 1, 2, 3, 4]  # type: ignore[arg-type]


# Without shrinking, which takes minutes for a history.
thoroughly = settings(max_examples=30, deadline=None, phases=(Phase.reuse, Phase.generate), suppress_health_check=[HealthCheck.too_slow])
verdicts = st.sampled_from(["accept", "reject", "later", "denied", "add", "comment"])


@thoroughly
@given(st.lists(st.tuples(verdicts, st.sampled_from("ab"), st.sampled_from([CLAIM, OTHER, REPORT]), st.booleans()), max_size=9))
def test_undo_restores_exactly_what_stood(tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, Claim, bool]]) -> None:
    with open_store(tmp_path_factory.mktemp("kb"), clock=lambda: MOMENT) as store:
        store.add_captured([DOCUMENT])
        store.add_reading(reading())
        store.replace_attention(())
        for second, (verdict, by, record, undone) in enumerate(steps):
            who = decider(by, second, "so")
            made = {"later": Change(when="1965"), "denied": Change(stance="denied")}.get(verdict)
            before = stands(store), store.stale(), store.waiting(), store.decided_by_rule()
            if verdict == "add":
                if list(store.decisions(record=BY_HAND.record.id)):
                    continue
                decision = add(BY_HAND, who)
            elif made is not None:
                decision = correct(record, changed(desk(), record, made, by=by), who)
            else:
                decision = {"accept": accept, "reject": reject, "comment": remark}[verdict](record, who)
            store.decide(decision, seen=store.standing(decision.record).latest)
            if undone:
                store.decide(withdraw(store.last_decision(by), decider(by, second + 100)))
                assert (stands(store), store.stale() - {BY_HAND.record.id}, store.waiting(), store.decided_by_rule()) == (
                    before[0],
                    before[1] - {BY_HAND.record.id},
                    *before[2:],
                )


def test_two_processes_that_decide_at_once_lose_nothing(kept: Store, tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from testimonia.errors import DecisionError
from testimonia.model.decision import Decision
from testimonia.store import open_store
by, folder, *records = sys.argv[1:]
with open_store(Path(folder), create=False) as store:
    for turn in range(8):
        for record in records:
            while True:
                decision = Decision(record, "d-1", ("ACCEPTED", "REJECTED")[turn % 2], by, f"2024-05-06T{turn:02}:00:00Z")
                try:
                    store.decide(decision, seen=store.standing(record).latest)
                except DecisionError:
                    continue
                break
"""
    words = [str(tmp_path / "kb"), CLAIM.id, REPORT.id]
    running = [subprocess.Popen([sys.executable, "-c", code, by, *words], stderr=subprocess.PIPE) for by in ("anna", "berta")]
    assert [(process.communicate(timeout=400)[1], process.returncode) for process in running] == [(b"", 0)] * 2
    for record in (CLAIM, REPORT):
        taken = list(kept.decisions(record=record.id))
        assert sorted((one.by, one.at) for one in taken) == [
            (by, f"2024-05-06T{turn:02}:00:00Z") for by in ("anna", "berta") for turn in range(8)
        ]
        assert kept.standing(record.id).state == "rejected"
    assert list(kept.claims()) == [OTHER]


def test_the_words_of_the_document_are_those_that_decisions_rest_on() -> None:
    assert TEXT[CLAIM.evidence[0].start : CLAIM.evidence[0].end] == CLAIM.evidence[0].quote
    assert valid_time("1965", mode="within") == LATER.record.when
