"""A past day is what it was: every answer of a store, after a random history, asked again for each day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from testimonia.errors import StoreError
from testimonia.model.document import Document, Source
from testimonia.model.judgement import RULE
from testimonia.model.knowledge import Findings
from testimonia.model.known_group import KnownGroup
from testimonia.model.reading import Reading
from testimonia.store import Store, open_store

from . import strategies

FIRST = datetime(2024, 2, 27, 22, 30, tzinfo=UTC)
READERS = ("grammar 1", "grammar 2", "grammar 3")
Step = Callable[[Store], object]
some = st.lists(st.booleans(), min_size=3, max_size=3)


def answers(store: Store) -> dict[str, Any]:
    """All that can be asked of a store, but for findings and lenses, which have no history."""
    found: dict[str, Any] = {
        "documents": list(store.documents()),
        "referents": list(store.referents()),
        "mentions": list(store.mentions()),
        "claims": list(store.claims()),
        "reports": list(store.reports()),
        "problems": list(store.problems()),
        "sources": list(store.sources()),
        "known groups": list(store.known_groups()),
        "judgements": list(store.judgements()),
        "all judgements": list(store.judgements(history=True)),
        "entities": list(store.entities()),
        "entity of": store.entity_of(),
        "knowledge": store.knowledge(texts=True),
        "meta": store.meta(),
        "counts": store.counts(),
        "unread": [list(store.unread(reader)) for reader in READERS],
    }
    referents = [referent.id for referent in found["referents"]]
    found["claims of some"] = list(store.claims(referents=referents[::2]))
    found["reports of some"] = list(store.reports(referents=referents[::2]))
    found["claims by identifier"] = list(store.claims(ids=[claim.id for claim in found["claims"]][1::2]))
    return found


def _by(reading: Reading, reader: str, kept: list[bool], turned: bool) -> Reading:
    """What another reader makes of a document: some of it not, the rest perhaps in another order."""

    def some_of(records: tuple[Any, ...]) -> tuple[Any, ...]:
        left = [record for place, record in enumerate(records) if kept[place % len(kept)]]
        return tuple(reversed(left) if turned else left)

    claims = tuple(replace(claim, proposal=replace(claim.proposal, reader=reader)) for claim in some_of(reading.claims))
    reports = tuple(replace(report, proposal=replace(report.proposal, reader=reader)) for report in some_of(reading.reports))
    mentions, problems = some_of(reading.mentions), some_of(reading.problems)
    return replace(reading, reader=reader, claims=claims, reports=reports, mentions=mentions, problems=problems)


@st.composite
def steps(draw: st.DrawFn, captured: list[tuple[Document, Reading]]) -> Step:
    """One thing that is done to a knowledge base."""
    kind = draw(st.integers(0, 8))
    if kind in (0, 1) and captured:
        document, reading = draw(st.sampled_from(captured))
        by = _by(reading, draw(st.sampled_from(READERS)), draw(some), draw(st.booleans()))
        return lambda store: (store.add_captured([document]), store.add_reading(by))
    if kind == 2 and captured:
        document, _ = draw(st.sampled_from(captured))
        revised = replace(document, publisher=draw(strategies.optional_words), title=draw(strategies.optional_words))
        return lambda store: store.add_captured([revised])
    if kind == 3:
        sources = draw(st.lists(st.builds(Source, name=st.sampled_from("AB"), kind=strategies.optional_words), max_size=2))
        groups = draw(
            st.lists(st.builds(KnownGroup, id=st.sampled_from("ab"), name=st.sampled_from(("Karenni Army", "Karenni Front"))), max_size=2)
        )
        taken = [*sources, *groups, *draw(st.lists(strategies.problems, max_size=2))]
        return lambda store: store.add_captured(taken)
    if kind == 4:
        problems = draw(st.lists(strategies.problems.map(lambda problem: replace(problem, stage="weigh")), max_size=2))
        return lambda store: store.replace_problems("weigh", problems)
    if kind == 5:
        judgements = draw(st.lists(strategies.judgements, max_size=2))
        return lambda store: store.add_judgements(judgements)
    if kind == 6:
        made = draw(st.lists(strategies.judgements.map(lambda one: replace(one, by=RULE + "names", left=one.left[:1])), max_size=2))
        return lambda store: store.replace_rule_judgements(made)
    if kind == 7:
        stamps = draw(st.dictionaries(st.sampled_from(("reader", "codebook")), strategies.words))
        return lambda store: store.stamp(stamps)
    entities = draw(strategies.entities())
    return lambda store: store.replace_entities(entities)


# Without shrinking, which takes minutes for a history.
thoroughly = settings(
    max_examples=40,
    deadline=None,
    phases=(Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@thoroughly
@given(strategies.captured(), st.data())
def test_every_day_of_a_random_history_is_given_back_exactly(
    tmp_path_factory: pytest.TempPathFactory, captured: list[tuple[Document, Reading]], data: st.DataObject
) -> None:
    now = FIRST
    seen: dict[date, dict[str, Any]] = {}
    with open_store(tmp_path_factory.mktemp("kb"), clock=lambda: now) as store:
        for step in data.draw(st.lists(steps(captured), min_size=2, max_size=14)):
            step(store)
            seen[now.date()] = answers(store)
            now += data.draw(st.sampled_from((timedelta(seconds=1), timedelta(hours=1), timedelta(days=1), timedelta(days=3))))
        for day, expected in seen.items():
            assert answers(store.as_of(day)) == expected, day
        before = store.as_of(FIRST.date() - timedelta(days=1))
        assert not before.knowledge().documents
        assert not before.meta()


def test_the_present_is_the_store_itself(store: Store) -> None:
    assert store.as_of(None) is store
    assert store.as_of(date.max).meta() == store.meta()


def test_the_past_cannot_be_changed(store: Store) -> None:
    store.add_captured([Source("The Dhaka Paper")])
    then = store.as_of(date(2025, 1, 1))
    with pytest.raises(StoreError, match="the past cannot be changed, and this is the knowledge base as of 2025-01-01"):
        then.add_captured([Source("The Rangamati Paper")])
    with pytest.raises(StoreError, match="weigh what was known"):
        then.findings()
    assert [source.name for source in store.sources()] == ["The Dhaka Paper"]


def test_past_and_present_are_asked_at_the_same_time(tmp_path: Path) -> None:
    now = FIRST
    with open_store(tmp_path / "kb", clock=lambda: now) as store:
        store.add_captured([Document("d-1", "a.txt", "00", "text/plain", "One.")])
        now += timedelta(days=1)
        store.add_captured([Document("d-2", "b.txt", "01", "text/plain", "Two.")])
        then = store.as_of(FIRST.date())
        both = zip(store.documents(), then.documents(), strict=False)
        assert next(both) == (Document("d-1", "a.txt", "00", "text/plain", "One."),) * 2
        assert [document.id for document in store.documents()] == ["d-1", "d-2"]
        assert [document.id for document in then.documents()] == ["d-1"]
        then.close()
        assert [hit.document for hit in store.search_text("two", 5)] == ["d-2"]
        assert then.search_text("two", 5) == []


def test_findings_come_with_the_present_only(store: Store) -> None:
    store.replace_findings(Findings())
    assert store.findings() == Findings()
