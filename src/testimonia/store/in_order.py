"""Give a knowledge base in the order of a release, document by document, however large it is.

All is read on one connection, as of one moment even while another process writes. What is held in memory is one document with what was
read from it; the engine brings the order about with its indices.
"""

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeVar

from sqlalchemy import Connection, text

from testimonia.model.claim import Claim
from testimonia.model.decision import ReviewState
from testimonia.model.document import Document, Source
from testimonia.model.entity import Entity
from testimonia.model.event import Event, EventReport
from testimonia.model.finding import Corroboration, Dispute
from testimonia.model.judgement import Judgement
from testimonia.model.problem import Problem
from testimonia.store.captured_rows import document_from, problem_from, source_from
from testimonia.store.coding import strings
from testimonia.store.derived_rows import corroboration_from, dispute_from, entity_from, event_from, judgement_from
from testimonia.store.embedded import reading
from testimonia.store.in_force import reviewed, stale
from testimonia.store.page_records import CopyOf
from testimonia.store.protocol import Store
from testimonia.store.read_rows import claim_from, report_from

_AT_ONCE = 500
"""Rows fetched at once; texts come one by one, as each can be as large as the largest file allowed."""
_DOCUMENTS = "SELECT d.*, t.text FROM documents d JOIN texts t USING (seq) ORDER BY d.origin, d.id"
# CROSS JOIN keeps the documents outermost: their index gives the order, and only each document's own rows have to be sorted.
_READ = """
SELECT r.*, g.reader FROM documents d CROSS JOIN {table} r ON r.document = d.id JOIN readings g ON g.document = d.id
ORDER BY d.origin, d.id, r.start, r.end, r.id
"""
_WHO = """
SELECT r.document, r.id, e.entity FROM documents d CROSS JOIN referents r ON r.document = d.id JOIN entity_referents e ON e.referent = r.id
ORDER BY d.origin, d.id
"""
_ENTITIES = """
SELECT e.*, (SELECT json_group_array(referent) FROM (SELECT referent FROM entity_referents WHERE entity = e.id ORDER BY position)) AS held
FROM entities e ORDER BY e.id
"""
_ROLES = """
SELECT e.entity, r.role FROM referents r JOIN entity_referents e ON e.referent = r.id WHERE r.role IS NOT NULL
ORDER BY e.entity, r.role DESC
"""
_PROBLEMS = "SELECT * FROM problems ORDER BY origin, stage, rule, id"
_JUDGEMENTS = 'SELECT * FROM judgements WHERE superseded IS NULL ORDER BY "left", "right", id'
_SOURCES = "SELECT * FROM sources ORDER BY name"
_COPIES = "SELECT c.* FROM page_copies c JOIN documents d ON d.id = c.document ORDER BY c.document"
_TOLD_ON = """
SELECT r.*, g.reader, s.entity AS lower, o.entity AS upper FROM claims r JOIN readings g ON g.document = r.document
JOIN entity_referents s ON s.referent = r.subject_referent LEFT JOIN entity_referents o ON o.referent = r.object_referent
WHERE r.predicate IN (SELECT value FROM json_each(?)) AND (? IS NULL OR s.entity IN (SELECT value FROM json_each(?)))
ORDER BY r.document, r.start, r.id
"""
_NAMED_DOCUMENTS = "SELECT * FROM documents WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"

T = TypeVar("T")
_Line = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """One document with its text, what was read from it, and the entity behind each of its referents."""

    document: Document
    claims: tuple[Claim, ...]
    reports: tuple[EventReport, ...]
    entity_of: Mapping[str, str]


class InOrder:
    """A knowledge base as of one moment; every iterator begins anew when it is asked for, and is in the order of a release."""

    def __init__(self, connection: Connection) -> None:
        """Take the connection.

        Args:
            connection: Inside a transaction that only reads.
        """
        self._connection = connection

    def parts(self) -> Iterator[DocumentPart]:
        """Give each document with what was read from it, by origin; claims and reports by their place in the text."""
        claims, reports = self._grouped(_READ.format(table="claims")), self._grouped(_READ.format(table="reports"))
        who = self._grouped(_WHO)
        for row in self._rows(_DOCUMENTS, at_once=1):
            document = document_from({name: row[name] for name in row if name != "text"}, text=row["text"])
            yield DocumentPart(
                document,
                tuple(map(claim_from, claims(document.id))),
                tuple(map(report_from, reports(document.id))),
                {line["id"]: line["entity"] for line in who(document.id)},
            )

    def entities(self) -> Iterator[Entity]:
        """Give the entities, each with its referents, by identifier."""
        for row in self._rows(_ENTITIES):
            yield entity_from({name: row[name] for name in row if name != "held"}, referents=strings(row["held"]))

    def named(self) -> Iterator[Entity]:
        """Give the entities with nothing but identifier, kind and name, by identifier."""
        for row in self._connection.execute(text("SELECT id, kind, name FROM entities ORDER BY id")).yield_per(_AT_ONCE):
            yield Entity(row.id, row.kind, row.name, (), ())

    def sources(self) -> Iterator[Source]:
        """Give what the register says of publishers, by name."""
        return map(source_from, self._rows(_SOURCES))

    def copies(self) -> Iterator[CopyOf]:
        """Give the documents that are copies, as was found when everything was weighed."""
        for row in self._rows(_COPIES):
            yield CopyOf(row["document"], row["first"], row["other"], row["share"])

    def documents(self, names: Collection[str]) -> Iterator[Document]:
        """Give documents without their texts.

        Args:
            names: Their identifiers.

        Yields:
            Those that there are, by identifier.
        """
        for row in self._rows(_NAMED_DOCUMENTS, (json.dumps(sorted(names)),)):
            yield document_from(row, text="")

    def told_on(self, predicates: Collection[str], *, of: Collection[str] | None = None) -> Iterator[tuple[Claim, Mapping[str, str]]]:
        """Give the claims of some predicates whose subject is an entity.

        Args:
            predicates: The predicates.
            of: The subjects that are wanted, None for all.

        Yields:
            Each with the entities of its subject and object by referent, by document and place in it.
        """
        wanted = None if of is None else json.dumps(sorted(of))
        for row in self._rows(_TOLD_ON, (json.dumps(sorted(predicates)), wanted, wanted)):
            ends = {row["subject_referent"]: row["lower"], row["object_referent"]: row["upper"]}
            yield claim_from(row), {referent: entity for referent, entity in ends.items() if entity is not None}

    def roles(self) -> Iterator[tuple[str, str]]:
        """Give each public role that a text states beside a name, with the entity behind the name."""
        for row in self._connection.execute(text(_ROLES)).yield_per(_AT_ONCE):
            yield row.entity, row.role

    def reviewed(self) -> dict[str, ReviewState]:
        """Give what people decided of claims and reports that stand; what nobody decided on is missing."""
        return reviewed(self._connection)

    def events(self) -> Iterator[Event]:
        """Give the events, as the last weighing put them, without those that rest on what people decided since."""
        stale = self._stale()
        events = map(event_from, self._rows("SELECT * FROM events ORDER BY position"))
        return (event for event in events if stale.isdisjoint(event.reports))

    def corroborations(self) -> Iterator[Corroboration]:
        """Give what agrees, as the last weighing put it, without what rests on what people decided since."""
        stale = self._stale()
        found = map(corroboration_from, self._rows("SELECT * FROM corroborations ORDER BY position"))
        return (made for made in found if stale.isdisjoint(made.claims))

    def disputes(self) -> Iterator[Dispute]:
        """Give what cannot all hold, as the last weighing put it, without what rests on what people decided since."""
        stale = self._stale()
        found = map(dispute_from, self._rows("SELECT * FROM disputes ORDER BY position"))
        return (dispute for dispute in found if stale.isdisjoint(dispute.claims))

    def problems(self) -> Iterator[Problem]:
        """Give what could not be done, by origin, stage and rule."""
        return map(problem_from, self._rows(_PROBLEMS))

    def judgements(self) -> Iterator[Judgement]:
        """Give the decisions on identity that stand, by the referents that they are on."""
        return map(judgement_from, self._rows(_JUDGEMENTS))

    def count(self, table: str) -> int:
        """Count documents, claims or reports.

        Args:
            table: Which of them.

        Returns:
            The number.
        """
        return int(self._connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())

    def _stale(self) -> frozenset[str]:
        return stale(self._connection)

    def _rows(self, statement: str, asked: tuple[Any, ...] = (), *, at_once: int = _AT_ONCE) -> Iterator[dict[str, Any]]:
        # The engine's own cursor: what SQLAlchemy puts around each row is a tenth of the time of a release.
        driver = self._connection.connection.driver_connection
        assert driver is not None, "a connection that is closed"
        cursor = driver.execute(statement, asked)
        cursor.arraysize = at_once
        names = tuple(column[0] for column in cursor.description)
        while rows := cursor.fetchmany():
            for row in rows:
                yield dict(zip(names, row, strict=True))

    def _grouped(self, statement: str) -> Callable[[str], list[_Line]]:
        """Give the rows of one document after the other; documents must be asked for in the order of the statement."""
        groups = groupby(self._rows(statement), key=lambda row: row["document"])
        ahead: list[tuple[str, list[_Line]]] = []

        def of(document: str) -> list[_Line]:
            if not ahead:
                ahead.extend((name, list(rows)) for name, rows in _first(groups))
            return ahead.pop()[1] if ahead and ahead[0][0] == document else []

        return of


def _first(items: Iterator[T]) -> Iterator[T]:
    """The next item where there is one."""
    for item in items:
        yield item
        return


@contextmanager
def in_order(store: Store) -> Iterator[InOrder]:
    """Read a knowledge base in the order of a release.

    Args:
        store: The open knowledge base, or its past.

    Yields:
        It, as of one moment, until the block ends.
    """
    with reading(store) as connection:
        yield InOrder(connection)
