"""The store in one SQLite file, with SQLAlchemy Core.

Writers take the write lock at once and hold it for one batch or one document; readers see the moment at which they began, and never wait.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from testimonia.errors import StoreError
from testimonia.model.captured import Captured
from testimonia.model.claim import Claim
from testimonia.model.document import Document, Source
from testimonia.model.entity import Entity
from testimonia.model.event import EventReport
from testimonia.model.judgement import Judgement
from testimonia.model.kinds import Predicate, Stage
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.model.known_group import KnownGroup
from testimonia.model.problem import Problem
from testimonia.model.reading import Reading
from testimonia.model.referent import Mention, Referent
from testimonia.model.reweighed import Finding, Reweighed
from testimonia.store import queries, writing
from testimonia.store.deciding import mark_weighed
from testimonia.store.embedded_pages import EmbeddedPages
from testimonia.store.embedded_weighing import EmbeddedWeighing
from testimonia.store.in_force import reviewed, stale, without
from testimonia.store.opening import FILE, WRITING, explained, open_engine
from testimonia.store.past import go_back, recorded
from testimonia.store.protocol import Added, Hit, Store
from testimonia.store.reviewing import EmbeddedReview
from testimonia.store.weighed import put_reweighed

_BATCH_ITEMS = 200
"""Records captured in one transaction: fewer cost more waiting for the disk, more lose more when a build is killed."""
_BATCH_CHARACTERS = 4_000_000
"""Characters of text in one transaction, so that a batch of large documents stays in memory."""


def open_embedded(path: Path, *, create: bool, clock: Callable[[], datetime] | None) -> Store:
    """Open the knowledge base in a folder; see `testimonia.store.open_store`.

    Args:
        path: The folder of the knowledge base.
        create: Make an empty one where there is none.
        clock: Gives the moment at which something is recorded; None for the machine's clock.

    Returns:
        An open store.

    Raises:
        StoreError: The folder is something else, damaged, or newer than this program.
    """
    store = _EmbeddedStore(open_engine(path, create=create), path / FILE, clock=clock or _now)
    try:
        store.stamp_creation()
    except BaseException:
        store.close()
        raise
    return store


class _EmbeddedStore(EmbeddedPages, EmbeddedReview, EmbeddedWeighing, Store):
    """What each method does is told at `Store`."""

    def __init__(self, engine: Engine, file: Path, *, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._file = file
        self._clock = clock

    def add_captured(self, items: Iterable[Captured]) -> Added:
        total = Added()
        for batch in _batches(items):
            with self._write() as connection:
                added = writing.add_batch(connection, batch, recorded=self._recorded())
            total = Added(*(getattr(total, name) + getattr(added, name) for name in Added.__slots__))
        return total

    def unread(self, reader: str) -> Iterator[Document]:
        last = 0
        while True:
            # One at a time and no transaction in between: whoever asks adds a reading before asking for the next.
            with self._read() as connection:
                found = queries.next_unread(connection, reader, after=last)
            if found is None:
                return
            last, document = found
            yield document

    def add_reading(self, reading: Reading) -> None:
        with self._write() as connection:
            writing.put_reading(connection, reading, recorded=self._recorded())

    def documents(self, *, texts: bool = True) -> Iterator[Document]:
        with self._read() as connection:
            yield from queries.documents(connection, texts=texts)

    def document(self, reference: str) -> Document | None:
        with self._read() as connection:
            return queries.document(connection, reference)

    def referents(self, *, document: str | None = None) -> Iterator[Referent]:
        with self._read() as connection:
            yield from queries.referents(connection, document=document)

    def mentions(self, *, document: str | None = None, referent: str | None = None) -> Iterator[Mention]:
        with self._read() as connection:
            yield from queries.mentions(connection, document=document, referent=referent)

    def claims(
        self,
        *,
        ids: Collection[str] | None = None,
        document: str | None = None,
        referents: Collection[str] | None = None,
        predicate: Predicate | None = None,
    ) -> Iterator[Claim]:
        with self._read() as connection:
            yield from queries.claims(connection, ids=ids, document=document, referents=referents, predicate=predicate)

    def reports(
        self, *, ids: Collection[str] | None = None, document: str | None = None, referents: Collection[str] | None = None
    ) -> Iterator[EventReport]:
        with self._read() as connection:
            yield from queries.reports(connection, ids=ids, document=document, referents=referents)

    def problems(self, *, document: str | None = None) -> Iterator[Problem]:
        with self._read() as connection:
            yield from queries.problems(connection, document=document)

    def replace_problems(self, stage: Stage, problems: Iterable[Problem]) -> None:
        taken = list(problems)
        with self._write() as connection:
            writing.put_problems(connection, stage, taken, recorded=self._recorded())

    def sources(self) -> Iterator[Source]:
        with self._read() as connection:
            yield from queries.sources(connection)

    def known_groups(self) -> Iterator[KnownGroup]:
        with self._read() as connection:
            yield from queries.known_groups(connection)

    def put_lens(self, name: str, content: str) -> None:
        with self._write() as connection:
            writing.put_lens(connection, name, content, recorded=self._recorded())

    def lenses(self) -> dict[str, str]:
        with self._read() as connection:
            return queries.lenses(connection)

    def add_judgements(self, judgements: Iterable[Judgement]) -> int:
        taken = list(judgements)
        with self._write() as connection:
            return writing.add_judgements(connection, taken, recorded=self._recorded())

    def replace_rule_judgements(self, judgements: Iterable[Judgement]) -> None:
        taken = list(judgements)
        with self._write() as connection:
            writing.replace_rule_judgements(connection, taken, recorded=self._recorded())

    def judgements(self, *, history: bool = False) -> Iterator[Judgement]:
        with self._read() as connection:
            yield from queries.judgements(connection, history=history)

    def replace_entities(self, entities: Iterable[Entity]) -> None:
        taken = list(entities)
        with self._write() as connection:
            writing.put_entities(connection, taken, recorded=self._recorded())

    def entities(self) -> Iterator[Entity]:
        with self._read() as connection:
            yield from queries.entities(connection)

    def entity_of(self) -> dict[str, str]:
        with self._read() as connection:
            return queries.entity_of(connection)

    def replace_findings(self, findings: Findings, *, decided: int | None = None) -> None:
        everything: tuple[Finding, ...] = (*findings.events, *findings.corroborations, *findings.disputes)
        made = Reweighed(frozenset(), {("given", number): (finding,) for number, finding in enumerate(everything)})
        with self._write() as connection:
            put_reweighed(connection, made, order=[finding.id for finding in everything])
            mark_weighed(connection, upto=decided)

    def findings(self) -> Findings:
        with self._read() as connection:
            return without(queries.findings(connection), stale(connection))

    def knowledge(self, *, texts: bool = False) -> Knowledge:
        with self._read() as connection:
            return Knowledge(
                documents={document.id: document for document in queries.documents(connection, texts=texts)},
                sources={source.name: source for source in queries.sources(connection)},
                entities={entity.id: entity for entity in queries.entities(connection)},
                entity_of=queries.entity_of(connection),
                claims=tuple(queries.claims(connection)),
                reports=tuple(queries.reports(connection)),
                reviewed=reviewed(connection),
            )

    def recorded(self, ids: Collection[str]) -> dict[str, str]:
        with self._read() as connection:
            return recorded(connection, ids)

    def as_of(self, day: date | None) -> "Store":
        return self if day is None else _PastStore(self, day)

    def search_text(self, query: str, limit: int) -> list[Hit]:
        with self._read() as connection:
            return queries.search_text(connection, query, limit)

    def counts(self) -> dict[str, int]:
        with self._read() as connection:
            return queries.counts(connection)

    def stamp(self, values: Mapping[str, str]) -> None:
        with self._write() as connection:
            writing.put_stamps(connection, values, recorded=self._recorded())

    def stamp_creation(self) -> None:
        """Note when and by which version the knowledge base was made, unless that is noted."""
        if {"created", "version"} - self.meta().keys():
            with self._write() as connection:
                moment = self._recorded()
                stamps = {"created": writing.written(moment), "version": _version()}
                stands = queries.meta(connection)
                writing.put_stamps(connection, stamps | stands, recorded=moment)

    def meta(self) -> dict[str, str]:
        with self._read() as connection:
            return queries.meta(connection)

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with explained(self._file), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with explained(self._file), self._engine.connect() as connection, connection.execution_options(**{WRITING: True}).begin():
            yield connection

    def _recorded(self) -> datetime:
        return self._clock().astimezone(UTC)


class _PastStore(_EmbeddedStore):
    """A store as it stood at the end of a day."""

    def __init__(self, now: _EmbeddedStore, day: date) -> None:
        super().__init__(now._engine, now._file, clock=now._clock)
        self._day = day

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with super()._read() as connection:
            go_back(connection, self._day)
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        raise StoreError(f"{self._file}: the past cannot be changed, and this is the knowledge base as of {self._day}")
        yield

    def findings(self) -> Findings:
        raise StoreError(f"{self._file}: what was found by {self._day} is not kept; weigh what was known")

    @contextmanager
    def _pages(self) -> Iterator[Connection]:
        raise StoreError(f"{self._file}: what pages look up is of now, not of {self._day}; take what was known then")
        yield

    def close(self) -> None:
        """Leave the file to the store whose past this is."""


def reading(store: Store) -> AbstractContextManager[Connection]:
    """Read on one connection, as of one moment.

    Args:
        store: A store that `open_embedded` gave, or the past of one.

    Returns:
        The connection, for a `with`; it only reads.

    Raises:
        StoreError: Another engine keeps this store.
    """
    if not isinstance(store, _EmbeddedStore):
        raise StoreError("only a knowledge base in an SQLite file can be read so")
    return store._read()


def _batches(items: Iterable[Captured]) -> Iterator[list[Captured]]:
    """Collect before writing: while a slow file is captured, nobody waits for the write lock."""
    batch: list[Captured] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.text) if isinstance(item, Document) else 0
        if len(batch) >= _BATCH_ITEMS or size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _now() -> datetime:
    return datetime.now(UTC)


def _version() -> str:
    try:
        return version("testimonia")
    except PackageNotFoundError:
        return "unknown"
