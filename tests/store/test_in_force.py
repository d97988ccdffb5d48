"""`claims` and `reports` hold what stands; proposals that do not lie aside, and what somebody named stays."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.review.desk import DOCUMENT, decider, desk, founded, reading, shelling, span

from testimonia.model.event import Event
from testimonia.model.finding import Corroboration, Dispute, Position
from testimonia.model.knowledge import Findings
from testimonia.review import Change, ClaimDraft, Named, add, changed, correct, make_claim, reject, withdraw
from testimonia.store import Store
from testimonia.store.in_force import without


@pytest.fixture
def kept(store: Store) -> Store:
    store.add_captured([DOCUMENT])
    store.add_reading(reading())
    return store


def aside(folder: Path) -> tuple[int, int]:
    with closing(sqlite3.connect(folder / "kb" / "kb.sqlite")) as connection:
        return tuple(connection.execute(f"SELECT count(*) FROM {table}_aside").fetchone()[0] for table in ("claims", "reports"))  # type: ignore[return-value]


def test_proposals_lie_aside_while_they_do_not_stand(kept: Store, tmp_path: Path) -> None:
    kept.decide(reject(founded(), decider()))
    kept.decide(correct(shelling(), changed(desk(), shelling(), Change(status="denied"), by="anna"), decider()))
    assert aside(tmp_path) == (1, 1)
    kept.add_reading(reading("grammar 2"))
    assert aside(tmp_path) == (1, 1)
    for second in (1, 2):
        kept.decide(withdraw(kept.last_decision("anna"), decider(second=second)))
    assert aside(tmp_path) == (0, 0)
    kept.add_reading(reading("grammar 3"))
    assert next(iter(kept.reports())).proposal.rule == "attack.shell"


def test_what_somebody_named_is_there_and_outlasts_readings_and_undoing(kept: Store) -> None:
    draft = ClaimDraft(
        **span("The Karen League denied that it had split from the Shan Front."),
        predicate="split_from",
        subject=Named(**span("Karen League"), kind="armed_group"),
        object=Named(**span("Shan Front"), kind="armed_group"),
    )
    kept.decide(add(make_claim(desk(), draft, by="anna"), decider()))
    names = {referent.name: referent.id for referent in kept.referents(document="d-1")}
    assert {"Karen League", "Shan Front"} <= names.keys()
    assert [mention.quote for mention in kept.mentions(referent=names["Karen League"])] == ["Karen League"]
    kept.add_reading(reading("grammar 2"))
    kept.decide(withdraw(kept.last_decision("anna"), decider(second=1)))
    kept.add_reading(reading("grammar 3"))
    assert "Karen League" in {referent.name for referent in kept.referents()}
    assert len([mention for mention in kept.mentions() if mention.quote == "Karen League"]) == 1


def test_a_finding_that_names_a_stale_record_is_left_out_whole() -> None:
    sides = (Position("a", ("c-1",), 1), Position("b", ("c-2",), 1))
    findings = Findings(
        (Event("v-1", "ASSAULT", ("e-1", "e-2"), "one"),),
        (Corroboration("x", ("c-1", "c-3"), True, 2, "two"), Corroboration("y", ("c-3",), False, 1, "one")),
        (Dispute("x", sides, "they differ", "dates"),),
    )
    assert without(findings, frozenset()) is findings
    assert without(findings, {"c-1"}) == Findings(findings.events, findings.corroborations[1:], ())
    assert without(findings, {"e-2"}) == Findings((), findings.corroborations, findings.disputes)
