"""Review in the store of one SQLite file; what each method does is told at `Review`."""

from abc import abstractmethod
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime

from sqlalchemy import Connection

from testimonia.model.decision import Decision, RecordKind, Said, Standing, standing_of
from testimonia.model.entity import Entity
from testimonia.model.judgement import Judgement
from testimonia.model.referent import Referent
from testimonia.store import attention, deciding, editing, in_force, judged
from testimonia.store.review_protocol import Review
from testimonia.store.review_records import OpenPair, Progress, SourceEdit, Urgency, Waiting
from testimonia.store.writing import add_judgements


class _EmbeddedReview(Review):
    """The part of the store that review asks; whoever inherits it says how to read and write."""

    @abstractmethod
    def _read(self) -> AbstractContextManager[Connection]: ...

    @abstractmethod
    def _write(self) -> AbstractContextManager[Connection]: ...

    @abstractmethod
    def _recorded(self) -> datetime: ...

    def decide(self, decision: Decision, *, seen: str | None = None) -> None:
        with self._write() as connection:
            deciding.decide(connection, decision, seen=seen, recorded=self._recorded())

    def decide_all(self, decided: Iterable[tuple[Decision, str | None]], judgements: Iterable[Judgement] = ()) -> None:
        taken, judged = list(decided), list(judgements)
        with self._write() as connection:
            for decision, seen in taken:
                deciding.decide(connection, decision, seen=seen, recorded=self._recorded())
            add_judgements(connection, judged, recorded=self._recorded())

    def decisions(self, *, record: str | None = None, document: str | None = None, by: str | None = None) -> Iterator[Decision]:
        with self._read() as connection:
            yield from deciding.decisions(connection, record=record, document=document, by=by)

    def last_decision(self, by: str, *, record: str | None = None) -> Decision | None:
        with self._read() as connection:
            return deciding.last_of(connection, by, record=record)

    def standing(self, record: str) -> Standing:
        with self._read() as connection:
            return standing_of(list(deciding.decisions(connection, record=record)))

    def standings(self, records: Collection[str]) -> dict[str, Standing]:
        with self._read() as connection:
            return deciding.standings_of(connection, records)

    def proposal(self, record: str) -> Said | None:
        with self._read() as connection:
            return deciding.proposal(connection, record)

    def decided_on(self, identifier: str) -> str:
        with self._read() as connection:
            return deciding.decided_on(connection, identifier)

    def orphaned(self) -> tuple[str, ...]:
        with self._read() as connection:
            return tuple(deciding.orphaned(connection))

    def stale(self) -> frozenset[str]:
        with self._read() as connection:
            return in_force.stale(connection)

    def newest_decision(self) -> int:
        with self._read() as connection:
            return deciding.newest(connection)

    def replace_attention(self, urgencies: Iterable[Urgency]) -> None:
        with self._write() as connection:
            attention.put_attention(connection, urgencies)

    def waiting(self, kinds: Sequence[RecordKind] = ("claim", "report"), *, after: str = "", limit: int = 50) -> list[Waiting]:
        with self._read() as connection:
            return attention.waiting(connection, kinds, after=after, limit=limit)

    def decided_by_rule(self) -> dict[str, tuple[int, int]]:
        with self._read() as connection:
            return attention.decided_by_rule(connection)

    def progress(self, day: date) -> Progress:
        with self._read() as connection:
            return attention.progress(connection, day)

    def edit_source(self, edit: SourceEdit, *, seen: int | None = None) -> None:
        with self._write() as connection:
            editing.edit(connection, edit, seen=seen, recorded=self._recorded())

    def source_edits(self, *, name: str | None = None) -> Iterator[SourceEdit]:
        with self._read() as connection:
            yield from editing.edits(connection, name=name)

    def judged_by_people(self) -> Iterator[Judgement]:
        with self._read() as connection:
            yield from judged.by_people(connection)

    def open_pairs(self) -> tuple[OpenPair, ...]:
        with self._read() as connection:
            return judged.open_pairs(connection)

    def judgements_named(self, ids: Collection[str]) -> dict[str, Judgement]:
        with self._read() as connection:
            return judged.judgements_named(connection, ids)

    def identity_mark(self) -> str:
        with self._read() as connection:
            return judged.mark(connection)

    def entities_behind(self, referents: Collection[str]) -> dict[str, str]:
        with self._read() as connection:
            return judged.entities_behind(connection, referents)

    def entities_named(self, ids: Collection[str]) -> dict[str, Entity]:
        with self._read() as connection:
            return judged.entities_named(connection, ids)

    def referents_named(self, ids: Collection[str]) -> dict[str, Referent]:
        with self._read() as connection:
            return judged.referents_named(connection, ids)


EmbeddedReview = _EmbeddedReview
"""What each method does is told where it is asked for, at `Review`."""
