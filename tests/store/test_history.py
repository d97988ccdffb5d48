"""What is put stays, changes or goes; what stood at the end of a day is kept, and nothing else."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from testimonia.model.claim import Attribution, Claim, Proposal
from testimonia.model.document import Document, Source
from testimonia.model.entity import Entity
from testimonia.model.evidence import evidence_at
from testimonia.model.judgement import Judgement
from testimonia.model.party import Party
from testimonia.model.problem import Problem
from testimonia.model.reading import Reading
from testimonia.store import Store, open_store

TEXT = "The Chittagong Front split in 1983. It laid down its arms in 1997. Its commander fled. It was banned."
DOCUMENT = Document("d-1", "a.txt", "00", "text/plain", TEXT, publisher="The Dhaka Paper")
MORNING = datetime(2024, 5, 6, 8, tzinfo=UTC)


class Clock:
    """A clock that somebody sets."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kept(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with open_store(tmp_path / "kb", clock=clock) as store:
        yield store


def past(folder: Path, table: str) -> int:
    with closing(sqlite3.connect(folder / "kb" / "kb.sqlite")) as connection:
        return int(connection.execute(f"SELECT count(*) FROM past_{table}").fetchone()[0])


def claims(reader: str, *predicates: str) -> tuple[Claim, ...]:
    """One claim for each sentence, with the predicate given for it."""
    ends = [at + 1 for at, character in enumerate(TEXT) if character == "."]
    starts = [0, *(end + 1 for end in ends)]
    return tuple(
        Claim("d-1", predicate, Party("The front"), Attribution(()), (evidence_at("d-1", TEXT, start=s, end=e),), Proposal(reader, "r"))
        for predicate, s, e in zip(predicates, starts, ends, strict=False)
    )


def reading(reader: str, *predicates: str) -> Reading:
    return Reading("d-1", reader, claims=claims(reader, *predicates))


def test_a_claim_that_another_reader_reads_too_stays_and_bears_the_name_of_the_latest(kept: Store, clock: Clock, tmp_path: Path) -> None:
    kept.add_captured([DOCUMENT])
    kept.add_reading(reading("grammar 1", "split_from", "dissolved", "has_role", "opposes"))
    clock.now += timedelta(days=1)
    kept.add_reading(reading("grammar 2", "split_from", "renounced", "has_role", "opposes"))
    assert [claim.predicate for claim in kept.claims()] == ["split_from", "renounced", "has_role", "opposes"]
    assert {claim.proposal.reader for claim in kept.claims()} == {"grammar 2"}
    assert {claim.proposal.reader for claim in kept.as_of(MORNING.date()).claims()} == {"grammar 1"}
    assert past(tmp_path, "claims") == 1, "only the claim that is read no more is another row"


def test_what_came_and_went_within_a_day_leaves_nothing(kept: Store, clock: Clock, tmp_path: Path) -> None:
    kept.add_captured([DOCUMENT])
    for predicate in ("split_from", "dissolved", "opposes"):
        clock.now += timedelta(hours=2)
        kept.add_reading(reading("grammar 1", predicate))
    assert past(tmp_path, "claims") == 0


def test_what_goes_one_second_before_midnight_was_not_there_that_night(kept: Store, clock: Clock) -> None:
    kept.add_captured([DOCUMENT])
    clock.now = datetime(2024, 5, 7, tzinfo=UTC) - timedelta(seconds=1)
    kept.add_reading(reading("grammar 1", "split_from"))
    clock.now = datetime(2024, 5, 8, tzinfo=UTC) - timedelta(seconds=1)
    kept.add_reading(reading("grammar 2", "dissolved"))
    clock.now = datetime(2024, 5, 8, tzinfo=UTC)
    kept.add_reading(reading("grammar 3", "opposes"))
    read = [[claim.predicate for claim in kept.as_of(datetime(2024, 5, day, tzinfo=UTC).date()).claims()] for day in (5, 6, 7, 8)]
    assert read == [[], ["split_from"], ["dissolved"], ["opposes"]]


def test_a_document_reread_while_its_particulars_change_keeps_both(kept: Store, clock: Clock) -> None:
    kept.add_captured([DOCUMENT])
    kept.add_reading(reading("grammar 1", "split_from"))
    clock.now += timedelta(days=1)
    kept.add_captured([replace(DOCUMENT, publisher="The Rangamati Paper")])
    then, now = kept.as_of(MORNING.date()), kept.as_of(clock.now.date())
    assert [document.publisher for document in then.documents()] == ["The Dhaka Paper"]
    assert [document.publisher for document in now.documents()] == ["The Rangamati Paper"]
    assert (len(list(then.claims())), len(list(now.claims()))) == (1, 0)


def test_a_register_keeps_what_it_said(kept: Store, clock: Clock) -> None:
    kept.add_captured([Source("The Dhaka Paper", kind="independent_media", country="BD")])
    clock.now += timedelta(days=1)
    kept.add_captured([Source("The Dhaka Paper", kind="partisan_media"), Source("The Rangamati Paper")])
    assert list(kept.as_of(MORNING.date()).sources()) == [Source("The Dhaka Paper", "independent_media", country="BD")]
    assert [source.kind for source in kept.sources()] == ["partisan_media", None]


def test_a_problem_that_is_solved_was_one(kept: Store, clock: Clock) -> None:
    kept.add_captured([Problem("a.txt", "capture", "capture.encrypted", "a password is needed", "remove it")])
    clock.now += timedelta(days=1)
    kept.add_captured([DOCUMENT])
    assert list(kept.problems()) == []
    assert [problem.rule for problem in kept.as_of(MORNING.date()).problems()] == ["capture.encrypted"]


def test_a_merge_moves_its_own_rows_and_no_others(kept: Store, clock: Clock, tmp_path: Path) -> None:
    entities = [Entity(f"n-{n}", "armed_group", f"Group {n}", (), (f"r-{n}",)) for n in range(100)]
    kept.replace_entities(entities)
    clock.now += timedelta(days=1)
    merged = replace(entities[3], referents=("r-3", "r-70"), formerly=("n-70",))
    kept.replace_entities([*entities[:3], merged, *entities[4:70], *entities[71:]])
    assert (past(tmp_path, "entities"), past(tmp_path, "entity_referents")) == (2, 1)
    assert list(kept.as_of(MORNING.date()).entities()) == entities
    clock.now += timedelta(days=1)
    kept.replace_entities(entities)
    assert list(kept.entities()) == entities
    assert list(kept.as_of(clock.now.date() - timedelta(days=1)).entities())[3] == merged


def test_a_claim_and_a_decision_say_since_when_they_are_recorded(kept: Store, clock: Clock) -> None:
    kept.add_captured([DOCUMENT])
    kept.add_reading(reading("grammar 1", "split_from"))
    (first,) = kept.claims()
    clock.now += timedelta(days=1)
    other = replace(first, proposal=Proposal("grammar 2", "another rule"))
    late = claims("grammar 2", "opposes", "dissolved")[1]
    kept.add_reading(Reading("d-1", "grammar 2", claims=(other, late)))
    decision = Judgement("r-1", "r-2", "SAME", 1.0, (), "anna", at=clock.now.isoformat())
    kept.add_judgements([decision])
    morning, next_morning = MORNING.isoformat(), clock.now.isoformat()
    assert kept.recorded([first.id, late.id, decision.id, "c-none"]) == {
        first.id: morning,
        late.id: next_morning,
        decision.id: next_morning,
    }
    assert kept.as_of(MORNING.date()).recorded([first.id, late.id]) == {first.id: morning}
