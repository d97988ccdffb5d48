"""What waits comes in one order, page by page, and a decision takes it out of the queue and back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.review.desk import DOCUMENT, TEXT, decider, founded, reading, shelling

from testimonia.errors import DecisionError
from testimonia.model.claim import Claim
from testimonia.model.evidence import evidence_at
from testimonia.review import accept, reject, withdraw
from testimonia.store import Store, open_store
from testimonia.store.review_records import REST, TIER, Deciders, Hour, Urgency, Waiting

from .conftest import MOMENT


def claims(count: int) -> tuple[Claim, ...]:
    """Claims on words that begin one letter after another."""
    starts = [at for at in range(2 * count) if not TEXT[at].isspace()][:count]
    return tuple(replace(founded(), evidence=(evidence_at("d-1", TEXT, start=at, end=at + 60),)) for at in starts)


MANY = claims(12)
REPORT = shelling()


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "kb", clock=lambda: MOMENT) as store:
        store.add_captured([DOCUMENT])
        store.add_reading(reading(claims=MANY))
        yield store


def order(store: Store, **wanted: object) -> list[str]:
    return [one.record for one in store.waiting(**wanted)]  # type: ignore[arg-type]


def pages(store: Store, size: int, kinds: tuple[str, ...] = ("claim", "report")) -> list[Waiting]:
    found: list[Waiting] = []
    while page := store.waiting(kinds, after=found[-1].cursor if found else "", limit=size):  # type: ignore[arg-type]
        found += page
    return found


def urgent(*ranks: int) -> list[Urgency]:
    return [Urgency(claim.id, "claim", rank) for claim, rank in zip(MANY, ranks, strict=False)]


def test_without_urgency_the_order_is_that_of_the_text_and_claims_come_before_reports(kept: Store) -> None:
    assert order(kept, kinds=("claim",)) == [claim.id for claim in MANY]
    assert order(kept, kinds=("report",)) == [REPORT.id]
    assert set(order(kept)) == {*(claim.id for claim in MANY), REPORT.id}


def test_the_most_urgent_comes_first_then_what_people_differ_on_before_all(kept: Store) -> None:
    kept.replace_attention([*urgent(3 * TIER, 2 * TIER, TIER), Urgency(REPORT.id, "report", 2 * TIER - 1)])
    first = [MANY[2].id, REPORT.id, MANY[1].id, MANY[0].id]
    assert order(kept)[:4] == first
    assert [one.tier for one in kept.waiting(limit=5)] == [1, 1, 2, 3, 4]
    kept.decide(accept(MANY[7], decider()))
    kept.decide(reject(MANY[7], decider("berta")), seen=kept.standing(MANY[7].id).latest)
    assert order(kept)[:5] == [MANY[7].id, *first]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 50])
def test_pages_of_any_size_make_one_order(kept: Store, size: int) -> None:
    kept.replace_attention([*urgent(3 * TIER, TIER, TIER, TIER + 5), Urgency(REPORT.id, "report", TIER)])
    for record in (MANY[9], MANY[3]):
        kept.decide(accept(record, decider()))
        kept.decide(reject(record, decider("berta")), seen=kept.standing(record.id).latest)
    assert [one.record for one in pages(kept, size)] == order(kept, limit=100)
    assert [one.record for one in pages(kept, size, ("claim",))] == order(kept, kinds=("claim",), limit=100)


def test_a_claim_and_a_report_at_one_place_are_both_given_whatever_the_page(kept: Store) -> None:
    both = [one.record for one in pages(kept, 1)]
    assert len(both) == len(set(both)) == len(MANY) + 1


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 11), st.sampled_from([TIER, 2 * TIER + 7, REST]))
def test_a_decision_takes_a_record_out_and_its_undoing_puts_it_back(
    tmp_path_factory: pytest.TempPathFactory, which: int, rank: int
) -> None:
    with open_store(tmp_path_factory.mktemp("kb"), clock=lambda: MOMENT) as store:
        store.add_captured([DOCUMENT])
        store.add_reading(reading(claims=MANY))
        store.replace_attention([] if rank == REST else [Urgency(MANY[which].id, "claim", rank)])
        before = store.waiting(), store.progress(MOMENT.date()).waiting
        decision = reject(MANY[which], decider())
        store.decide(decision)
        assert MANY[which].id not in order(store)
        assert len(order(store)) == len(MANY)
        assert sum(store.progress(MOMENT.date()).waiting.values()) == len(MANY)
        store.decide(withdraw(decision, decider(second=1)))
        assert (store.waiting(), store.progress(MOMENT.date()).waiting) == before


def test_a_new_order_leaves_out_what_is_decided_and_keeps_its_place(kept: Store) -> None:
    kept.replace_attention(urgent(TIER, TIER + 1))
    decision = accept(MANY[0], decider())
    kept.decide(decision)
    kept.replace_attention(urgent(TIER + 2, TIER + 1))
    assert order(kept)[0] == MANY[1].id
    kept.decide(withdraw(decision, decider(second=1)))
    assert order(kept)[:2] == [MANY[1].id, MANY[0].id]


def test_progress_counts_what_is_decided_what_waits_and_who_decided_when(kept: Store) -> None:
    kept.replace_attention(urgent(TIER, TIER + 1, 3 * TIER))
    kept.decide(accept(MANY[0], decider()))
    kept.decide(reject(REPORT, decider("berta")))
    far = kept.progress(MOMENT.date())
    assert far.states == {("claim", "accepted"): 1, ("report", "rejected"): 1}
    assert far.waiting == {("claim", 1): 1, ("claim", 3): 1, ("claim", 4): len(MANY) - 3, ("report", 4): 0}
    assert far.by_coder == (Deciders("anna", "claim", "ACCEPTED", 1), Deciders("berta", "report", "REJECTED", 1))
    assert far.today == (Hour("anna", MOMENT.hour, 1), Hour("berta", MOMENT.hour, 1))
    kept.replace_attention(urgent(TIER, TIER + 1, 3 * TIER))
    assert kept.progress(MOMENT.date()).waiting == far.waiting
    assert kept.progress(MOMENT.date().replace(year=2020)).today == ()


def test_rules_are_told_by_how_their_proposals_fared(kept: Store) -> None:
    kept.decide(accept(MANY[0], decider()))
    kept.decide(reject(MANY[1], decider()))
    kept.decide(reject(REPORT, decider()))
    assert kept.decided_by_rule() == {"founding.year": (2, 1), "attack.shell": (1, 1)}


@pytest.mark.parametrize("cursor", ["x", "1.2", "a.b.c.d"])
def test_what_is_no_place_in_the_queue_is_refused(kept: Store, cursor: str) -> None:
    with pytest.raises(DecisionError, match="no place in the queue"):
        kept.waiting(after=cursor)
