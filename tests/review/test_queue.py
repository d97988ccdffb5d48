"""What is to be looked at first, and why."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.review.desk import DOCUMENT, decider, founded, reading, shelling, strength

from testimonia.model.claim import Attribution, Proposal
from testimonia.model.finding import Corroboration, Dispute, Position
from testimonia.model.knowledge import Findings
from testimonia.review import accept, questions, reject, tier_name, urgencies
from testimonia.review.queue import AGREED, CONTESTED, DISPUTED, DOUBTFUL, doubted_rules, doubts_about
from testimonia.store import Store, open_store
from testimonia.store.review_records import TIER

CLAIM, OTHER, REPORT = founded(), strength(), shelling()


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "kb") as store:
        store.add_captured([DOCUMENT])
        store.add_reading(reading())
        yield store


def dispute(*claims: str, witnesses: int = 1, certainty: str = "definite") -> Dispute:
    sides = tuple(Position(claim, (claim,), witnesses) for claim in claims)
    return Dispute("x", sides, "they differ", "dates", certainty)  # type: ignore[arg-type]


def ranked(store: Store, findings: Findings) -> dict[str, int]:
    return {one.record: one.rank for one in urgencies(store.knowledge(), findings)}


def test_disputed_comes_before_agreed_before_doubtful(kept: Store) -> None:
    agreed = Corroboration("x", (CLAIM.id, REPORT.id), True, 3, "three")
    ranks = ranked(kept, Findings((), (agreed,), (dispute(CLAIM.id, "c-0"),)))
    assert {name: rank // TIER for name, rank in ranks.items()} == {CLAIM.id: DISPUTED, REPORT.id: AGREED, OTHER.id: DOUBTFUL}


def test_more_witnesses_come_first_and_what_is_possible_comes_after_what_is_definite(kept: Store) -> None:
    both = ranked(kept, Findings((), (), (dispute(CLAIM.id, "c-0", witnesses=50, certainty="possible"), dispute(OTHER.id, "c-0"))))
    assert both[OTHER.id] < both[CLAIM.id]
    agreed = [Corroboration(name, (name,), True, count, "many") for name, count in ((CLAIM.id, 2), (OTHER.id, 4))]
    assert ranked(kept, Findings((), tuple(agreed)))[OTHER.id] < ranked(kept, Findings((), tuple(agreed)))[CLAIM.id]
    one = Findings((), (Corroboration("x", (CLAIM.id,), False, 1, "one"),))
    assert CLAIM.id not in ranked(kept, one)


def test_what_is_decided_is_not_urgent(kept: Store) -> None:
    kept.decide(accept(OTHER, decider()))
    assert OTHER.id not in ranked(kept, Findings())


def test_doubts_are_told_in_words() -> None:
    assert doubts_about(CLAIM) == ()
    assert doubts_about(OTHER) == ("the voice estimates", "the subject is followed from other words")
    told = replace(REPORT, status="planned", proposal=Proposal("g", "r", "t", ("told before",)))
    assert doubts_about(told) == ("it is told as planned", "it is read together with an earlier account")
    unnamed = replace(CLAIM, attribution=Attribution((), "reported_anonymous"))
    assert doubts_about(unnamed, doubted={"founding.year"}) == (
        "the voice is not named",
        "people often corrected what this rule proposed",
    )
    assert CLAIM.when is not None
    assert doubts_about(replace(CLAIM, when=replace(CLAIM.when, basis="derived"))) == ("the date is derived, not stated",)


def test_a_rule_is_doubted_when_people_often_corrected_it_and_not_before() -> None:
    assert doubted_rules({"a": (4, 4), "b": (5, 1), "c": (6, 2), "d": (9, 9)}) == {"c", "d"}


def test_a_page_says_why_each_stands_where_it_does(kept: Store) -> None:
    known = kept.knowledge()
    findings = Findings((), (Corroboration("x", (REPORT.id,), True, 3, "three"),), (dispute(CLAIM.id, "c-0"),))
    kept.replace_attention(urgencies(known, findings))
    asked = questions(kept)
    assert [(one.record, tier_name(one.tier)) for one in asked] == [(CLAIM, "disputed"), (REPORT, "agreed"), (OTHER, "doubtful")]
    assert [one.why[0] for one in asked] == ["disputed; 2 witnesses on all sides", "3 independent witnesses agree", "the voice estimates"]
    assert questions(kept, kinds=("report",), limit=1)[0].record == REPORT
    assert [one.record for one in questions(kept, after=asked[0].cursor)] == [REPORT, OTHER]
    kept.decide(accept(OTHER, decider()))
    kept.decide(reject(OTHER, decider("berta")), seen=kept.standing(OTHER.id).latest)
    first = questions(kept)[0]
    assert (first.record, first.tier, first.standing.state) == (OTHER, CONTESTED, "contested")
    assert first.why == ("people differ: anna accepted it, berta rejected it",)


def test_what_nothing_speaks_for_comes_last_and_says_so(kept: Store) -> None:
    assert {one.why for one in questions(kept)} == {("nothing speaks for looking at it first",)}
