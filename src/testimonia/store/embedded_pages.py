"""What pages ask of the store in one SQLite file."""

from abc import abstractmethod
from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager

from sqlalchemy import Connection, delete, insert, text

from testimonia.model.document import Document
from testimonia.model.entity import Entity
from testimonia.model.kinds import EntityKind
from testimonia.model.knowledge import Findings
from testimonia.store import listings, name_search, page_index, page_ties
from testimonia.store.in_force import stale, without
from testimonia.store.page_records import (
    About,
    ClaimHit,
    CopyOf,
    Cut,
    DisputeLines,
    DisputesWanted,
    DocumentLines,
    DocumentsWanted,
    EntitiesWanted,
    EntityLines,
    EventLines,
    EventsWanted,
    Lines,
    NameHit,
    Part,
    Tally,
    Totals,
)
from testimonia.store.page_tables import page_copies
from testimonia.store.pages import FIRST_PAGE, Pages
from testimonia.store.part_background import weighable
from testimonia.store.part_cores import core_of
from testimonia.store.part_decisions import as_decided, newly_made
from testimonia.store.part_seen import beside
from testimonia.store.parts import Also, documents_of, entities, findings_of, knowledge_of, listed

_FORMER = """
SELECT f.value AS former, e.id FROM entities AS e, json_each(e.formerly) AS f
WHERE e.formerly <> '[]' AND f.value IN (SELECT value FROM json_each(:ids))
"""


class _Pages(Pages):
    """What each method does is told at `Pages`."""

    _is_filled = False
    """Once filled it stays so: whatever is written later changes what pages look up in the same transaction."""

    @abstractmethod
    def _read(self) -> AbstractContextManager[Connection]: ...

    @abstractmethod
    def _write(self) -> AbstractContextManager[Connection]: ...

    @contextmanager
    def _pages(self) -> Iterator[Connection]:
        """Read what pages look up; a file in which it was never filled is filled once."""
        with self._read() as connection:
            if self._is_filled or page_index.is_filled(connection):
                self._is_filled = True
                yield connection
                return
        with self._write() as connection:
            if not page_index.is_filled(connection):
                page_index.fill(connection)
        with self._read() as connection:
            yield connection

    def part(self, about: About, *, texts: bool = False, background: bool = False) -> Part:
        with self._pages() as connection:
            core = core_of(connection, about)
            near = findings_of(connection, core.records)
            own = _own(connection, about, core.records)
            records = own if about.alone else tuple(dict.fromkeys((*own, *as_decided(connection, beside(near)))))
            touching = near if about.alone else findings_of(connection, records)
            # What stands beside one page of many may be about the same actor, and its own disputes are not whole here.
            paged = about.limit is not None or about.each is not None or about.what is not None or about.year is not None
            findings = Findings(near.events, touching.corroborations, near.disputes if paged else touching.disputes)
            also = Also(
                entities=frozenset(filter(None, (about.entity, about.voice))),
                documents=frozenset(filter(None, (about.document,))),
                head=None if texts else 0,
                bare=about.bare and not background,
            )
            if background:
                made = weighable(connection, own, findings, also=also)
                return Part(made.knowledge, findings, own, core.after, made.compared, made.copies)
            return Part(knowledge_of(connection, records, findings, also), findings, own, core.after)

    def core(self, about: About) -> tuple[str, ...]:
        with self._pages() as connection:
            return _own(connection, about, core_of(connection, about).records)

    def near(self, bodies: Collection[str], *, whats: Collection[str], limit: int) -> dict[str, int]:
        with self._pages() as connection:
            return page_ties.near(connection, bodies, whats=whats, limit=limit)

    def ties_between(self, bodies: Collection[str], *, whats: Collection[str], each: int, limit: int) -> tuple[str, ...]:
        with self._pages() as connection:
            return as_decided(connection, page_ties.ties_between(connection, bodies, whats=whats, each=each, limit=limit))

    def tallies(self, entity: str) -> tuple[Tally, ...]:
        with self._pages() as connection:
            return listings.tallies(connection, entity)

    def entities_by_id(self, ids: Collection[str]) -> dict[str, Entity]:
        with self._read() as connection:
            found = entities(connection, ids, {})
            missing = [name for name in ids if name not in found]
            if missing:
                former = {row.former: row.id for row in connection.execute(text(_FORMER), {"ids": listed(missing)})}
                now = entities(connection, set(former.values()), {})
                found |= {name: now[entity] for name, entity in former.items()}
            return found

    def list_entities(self, wanted: EntitiesWanted, cut: Cut = FIRST_PAGE) -> EntityLines:
        with self._pages() as connection:
            return listings.list_entities(connection, wanted, cut)

    def list_documents(self, wanted: DocumentsWanted, cut: Cut = FIRST_PAGE) -> DocumentLines:
        with self._pages() as connection:
            return listings.list_documents(connection, wanted, cut)

    def list_events(self, wanted: EventsWanted, cut: Cut = FIRST_PAGE) -> EventLines:
        with self._pages() as connection:
            return listings.list_events(connection, wanted, cut)

    def list_disputes(self, wanted: DisputesWanted, cut: Cut = FIRST_PAGE) -> DisputeLines:
        with self._pages() as connection:
            lines = listings.list_disputes(connection, wanted, cut)
            return Lines(without(Findings(disputes=lines.items), stale(connection)).disputes, lines.after)

    def count_disputes(self, entity: str) -> int:
        with self._pages() as connection:
            return listings.count_disputes(connection, entity)

    def publishers(self) -> dict[str, int]:
        with self._read() as connection:
            return listings.publishers(connection)

    def texts_of(self, ids: Collection[str]) -> dict[str, Document]:
        with self._read() as connection:
            return {document.id: document for document in documents_of(connection, ids, head=None)}

    def count_problems(self) -> int:
        with self._read() as connection:
            return int(connection.execute(text("SELECT count(*) FROM problems")).scalar_one())

    def hashes(self) -> list[tuple[str, str]]:
        with self._read() as connection:
            return [(name, sha256) for name, sha256 in connection.execute(text("SELECT id, sha256 FROM documents ORDER BY seq")).all()]

    def totals(self) -> Totals:
        with self._pages() as connection:
            found: dict[str, dict[str, int]] = {}
            for row in connection.execute(text("SELECT what, of, number FROM page_totals")):
                found.setdefault(row.what, {})[row.of] = row.number
            return found

    def suggest(self, typed: str, *, kinds: Collection[EntityKind] = (), limit: int = 12) -> tuple[NameHit, ...]:
        with self._pages() as connection:
            return name_search.suggest(connection, typed, kinds=kinds, limit=limit)

    def search_claims(self, query: str, *, limit: int = 20) -> tuple[ClaimHit, ...]:
        with self._read() as connection:
            return name_search.search_claims(connection, query, limit=limit)

    def replace_copies(self, copies: Iterable[CopyOf]) -> None:
        found = [{"document": copy.document, "first": copy.group, "other": copy.of, "share": copy.share} for copy in copies]
        with self._write() as connection:
            connection.execute(delete(page_copies))
            if found:
                connection.execute(insert(page_copies), found)


def _own(connection: Connection, about: About, records: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*as_decided(connection, records), *newly_made(connection, about))))


EmbeddedPages = _Pages
"""What the store is made of besides."""
