"""What weighing asks of the store in one SQLite file; what each method does is told at `Weighed`."""

from abc import abstractmethod
from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, delete, insert, select, text

from testimonia.model.knowledge import Findings, Knowledge
from testimonia.model.reweighed import Reweighed, Unit
from testimonia.store import attention, queries, weighed, written_parts
from testimonia.store.deciding import mark_weighed
from testimonia.store.in_force import reviewed
from testimonia.store.page_records import CopyOf
from testimonia.store.page_tables import page_copies
from testimonia.store.parts import findings_of
from testimonia.store.review_records import Urgency
from testimonia.store.snapshot import Snapshot
from testimonia.store.weighed_tables import doubted, touched
from testimonia.store.weighing_protocol import Weighed

_DOCUMENTS = 500
"""Documents written in columns at once."""
_RECORDS = 5_000
"""Records ranked at once."""
_EVERYTHING = "SELECT id FROM claims WHERE id > :after UNION ALL SELECT id FROM reports WHERE id > :after ORDER BY 1 LIMIT :limit"
_TOUCHED = "SELECT record FROM touched WHERE shown = 1 AND record > :after ORDER BY 1 LIMIT :limit"


class _EmbeddedWeighing(Weighed):
    """The part of the store that weighing asks; whoever inherits it says how to read and write."""

    _file: Path

    @abstractmethod
    def _read(self) -> AbstractContextManager[Connection]: ...

    @abstractmethod
    def _write(self) -> AbstractContextManager[Connection]: ...

    @contextmanager
    def columns(self) -> Iterator[Snapshot]:
        folder = self._file.with_name(written_parts.FOLDER)
        with self._write() as connection:
            parts = written_parts.standing_parts(connection, folder)
        with TemporaryDirectory() as own, Snapshot(folder, parts=list(parts), own=Path(own)) as snapshot:
            yield snapshot

    def unwritten(self) -> Iterator[tuple[str, Knowledge]]:
        while True:
            with self._write() as connection:
                claimed = written_parts.claim_part(connection, limit=_DOCUMENTS)
            if claimed is None:
                return
            part, documents = claimed
            with self._read() as connection:
                known = written_parts.what_was_read(connection, documents)
            yield part, known

    def settle(self, snapshot: Snapshot) -> None:
        sizes = snapshot.sizes()
        with self._write() as connection:
            standing = written_parts.standing_parts(connection, snapshot.folder)
        with self._read() as connection:
            changed = [part for part, number in sizes.items() if standing.get(part, 0) != number]
            snapshot.pass_over(written_parts.documents_in(connection, changed))
        small = written_parts.to_merge(sizes)
        if small:
            part = written_parts.new_part()
            snapshot.merge(small, part)
            with self._write() as connection:
                written_parts.note_merged(connection, small, part)

    def identity(self) -> Knowledge:
        with self._read() as connection:
            entities = {entity.id: entity for entity in queries.entities(connection)}
            sources = {source.name: source for source in queries.sources(connection)}
            return Knowledge({}, sources, entities, queries.entity_of(connection), (), ())

    def copies(self) -> tuple[CopyOf, ...]:
        with self._read() as connection:
            rows = connection.execute(select(page_copies).order_by(page_copies.c.document))
            return tuple(CopyOf(row.document, row.first, row.other, row.share) for row in rows)

    def units(self) -> frozenset[Unit]:
        with self._read() as connection:
            return weighed.units(connection)

    def put_reweighed(self, made: Reweighed, *, decided: int | None = None) -> bool:
        with self._write() as connection:
            put = weighed.put_reweighed(connection, made)
            if put:
                mark_weighed(connection, upto=decided)
            return put

    def to_rank(self, doubted_rules: Collection[str]) -> Iterator[tuple[Knowledge, Findings]]:
        after = ""
        while True:
            with self._read() as connection:
                ids = self._next(connection, doubted_rules, after)
                if not ids:
                    return
                claims, reports = tuple(queries.claims(connection, ids=ids)), tuple(queries.reports(connection, ids=ids))
                made = Knowledge({}, {}, {}, {}, claims, reports, reviewed(connection, ids=ids))
                findings = findings_of(connection, ids)
            after = ids[-1]
            yield made, findings

    def rank(self, urgencies: Iterable[Urgency], doubted_rules: Collection[str]) -> None:
        found = list(urgencies)
        with self._write() as connection:
            if attention.is_ranked(connection, doubted_rules):
                attention.change_attention(connection, found)
            else:
                attention.put_attention(connection, found)
                connection.execute(delete(doubted))
                if doubted_rules:
                    connection.execute(insert(doubted), [{"rule": rule} for rule in sorted(doubted_rules)])
            connection.execute(delete(touched).where(touched.c.shown == 1))

    def _next(self, connection: Connection, doubted_rules: Collection[str], after: str) -> list[str]:
        statement = _TOUCHED if attention.is_ranked(connection, doubted_rules) else _EVERYTHING
        return list(connection.execute(text(statement), {"after": after, "limit": _RECORDS}).scalars())


EmbeddedWeighing = _EmbeddedWeighing
"""What the store is made of besides."""
