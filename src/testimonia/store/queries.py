"""Ask the tables for records; each function reads on the connection of its caller, in a stable order."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Select, Table, and_, exists, func, or_, select, text

from testimonia.model.claim import Claim
from testimonia.model.document import Document, Source
from testimonia.model.entity import Entity
from testimonia.model.event import EventReport
from testimonia.model.judgement import Judgement
from testimonia.model.kinds import Predicate
from testimonia.model.knowledge import Findings
from testimonia.model.known_group import KnownGroup
from testimonia.model.problem import Problem
from testimonia.model.referent import Mention, Referent
from testimonia.store import schema
from testimonia.store.captured_rows import document_from, known_group_from, problem_from, source_from
from testimonia.store.derived_rows import corroboration_from, dispute_from, entity_from, event_from, judgement_from
from testimonia.store.protocol import Hit
from testimonia.store.read_rows import claim_from, mention_from, referent_from, report_from
from testimonia.store.searching import locate, match_expression, wanted

_ROWS = 500
"""Rows fetched at once."""
_COUNTED = {
    "documents": schema.documents,
    "read": schema.readings,
    "referents": schema.referents,
    "mentions": schema.mentions,
    "claims": schema.claims,
    "reports": schema.reports,
    "problems": schema.problems,
    "sources": schema.sources,
    "judgements": schema.judgements,
    "entities": schema.entities,
    "events": schema.events,
    "corroborations": schema.corroborations,
    "disputes": schema.disputes,
}
_RANKED = 2_000
"""Documents that are ranked by how well they fit: of words that more hold, the first ones."""
_SEARCH = text(
    "SELECT seq FROM (SELECT rowid AS seq, bm25(text_index) AS far FROM text_index WHERE text_index MATCH :expression"
    f" AND EXISTS (SELECT 1 FROM documents WHERE documents.seq = text_index.rowid) LIMIT {_RANKED}) ORDER BY far, seq LIMIT :limit"
)  # asked of each hit: as "rowid IN (...)" it would be the index that is asked of each document
_FOUND = text(
    "SELECT d.*, t.text FROM json_each(:ids) AS i CROSS JOIN documents AS d ON d.seq = i.value CROSS JOIN texts AS t ON t.seq = d.seq"
    " ORDER BY i.key"
)


def next_unread(connection: Connection, reader: str, *, after: int) -> tuple[int, Document] | None:
    """Find the next document without a reading by this reader.

    Args:
        connection: An open connection.
        reader: The reader with its version.
        after: The `seq` of the last one handed out, 0 to begin.

    Returns:
        The document's `seq` and the document; None where all are read.
    """
    read = exists().where(schema.readings.c.document == schema.documents.c.id, schema.readings.c.reader == reader)
    statement = select(schema.documents, schema.texts.c.text).join(schema.texts).where(schema.documents.c.seq > after, ~read)
    for row in _rows(connection, statement.order_by(schema.documents.c.seq).limit(1)):
        return row["seq"], document_from(row, text=row["text"])
    return None


def documents(connection: Connection, *, texts: bool) -> Iterator[Document]:
    """Give all documents.

    Args:
        connection: An open connection.
        texts: False leaves every `text` empty.

    Yields:
        Documents in order of capture.
    """
    statement: Select[Any] = select(schema.documents, schema.texts.c.text).join(schema.texts) if texts else select(schema.documents)
    # A text can be as large as the largest file allowed, so they come one by one.
    for row in _rows(connection, statement.order_by(schema.documents.c.seq), at_once=1 if texts else _ROWS):
        yield document_from(row, text=row["text"] if texts else "")


def document(connection: Connection, reference: str) -> Document | None:
    """Find one document.

    Args:
        connection: An open connection.
        reference: Its identifier, its origin, the beginning of its identifier, or the end of its origin after a slash.

    Returns:
        The document with its text; None where none or more than one answers.
    """
    column = schema.documents.c
    beginning = and_(column.id > reference, column.id < reference + "\U0010ffff")
    ending = func.substr(column.origin, -len(reference) - 1).in_(("/" + reference, "!" + reference, "\\" + reference))
    if not reference:
        return None
    for condition in (column.id == reference, column.origin == reference, beginning, ending):
        statement = select(schema.documents, schema.texts.c.text).join(schema.texts).where(condition)
        rows = list(_rows(connection, statement.limit(2)))
        if rows:
            return document_from(rows[0], text=rows[0]["text"]) if len(rows) == 1 else None
    return None


def referents(connection: Connection, *, document: str | None = None) -> Iterator[Referent]:
    """Give who and what documents name.

    Args:
        connection: An open connection.
        document: Only those of one document.

    Yields:
        Referents in order of capture and reading.
    """
    return map(referent_from, _rows(connection, _in_order(schema.referents, document=document)))


def mentions(connection: Connection, *, document: str | None = None, referent: str | None = None) -> Iterator[Mention]:
    """Give the words that stand for referents.

    Args:
        connection: An open connection.
        document: Only those in one document.
        referent: Only those of one referent.

    Yields:
        Mentions in order of capture and reading.
    """
    statement = _in_order(schema.mentions, document=document)
    if referent is not None:
        statement = statement.where(schema.mentions.c.referent == referent)
    return map(mention_from, _rows(connection, statement))


def claims(
    connection: Connection,
    *,
    ids: Collection[str] | None = None,
    document: str | None = None,
    referents: Collection[str] | None = None,
    predicate: Predicate | None = None,
) -> Iterator[Claim]:
    """Give claims.

    Args:
        connection: An open connection.
        ids: Only those with these identifiers.
        document: Only those of one document.
        referents: Only those whose subject or object is one of these.
        predicate: Only those with this predicate.

    Yields:
        Claims in order of capture and reading.
    """
    column = schema.claims.c
    statement = _with_reader(schema.claims, document=document)
    if ids is not None:
        statement = statement.where(column.id.in_(_listed(ids)))
    if referents is not None:
        listed = _listed(referents)
        statement = statement.where(or_(column.subject_referent.in_(listed), column.object_referent.in_(listed)))
    if predicate is not None:
        statement = statement.where(column.predicate == predicate)
    return map(claim_from, _rows(connection, statement))


def reports(
    connection: Connection, *, ids: Collection[str] | None = None, document: str | None = None, referents: Collection[str] | None = None
) -> Iterator[EventReport]:
    """Give event reports.

    Args:
        connection: An open connection.
        ids: Only those with these identifiers.
        document: Only those of one document.
        referents: Only those with one of these in a slot.

    Yields:
        Event reports in order of capture and reading.
    """
    statement = _with_reader(schema.reports, document=document)
    if ids is not None:
        statement = statement.where(schema.reports.c.id.in_(_listed(ids)))
    if referents is not None:
        party = schema.report_parties.c
        statement = statement.where(schema.reports.c.id.in_(select(party.report).where(party.referent.in_(_listed(referents)))))
    return map(report_from, _rows(connection, statement))


def problems(connection: Connection, *, document: str | None = None) -> Iterator[Problem]:
    """Give what could not be done.

    Args:
        connection: An open connection.
        document: Only those of one document.

    Yields:
        Problems by origin, then stage, rule and place.
    """
    column = schema.problems.c
    statement = select(schema.problems).order_by(column.origin, column.stage, column.rule, column.place, column.id)
    if document is not None:
        statement = statement.where(column.document == document)
    return map(problem_from, _rows(connection, statement))


def sources(connection: Connection) -> Iterator[Source]:
    """Give the register of publishers.

    Args:
        connection: An open connection.

    Yields:
        Sources by name.
    """
    return map(source_from, _rows(connection, select(schema.sources).order_by(schema.sources.c.name)))


def known_groups(connection: Connection) -> Iterator[KnownGroup]:
    """Give the register of known groups.

    Args:
        connection: An open connection.

    Returns:
        Entries by identifier.
    """
    return map(known_group_from, _rows(connection, select(schema.known_groups).order_by(schema.known_groups.c.id)))


def lenses(connection: Connection) -> dict[str, str]:
    """Give the lenses that were saved.

    Args:
        connection: An open connection.

    Returns:
        From name to the lens as it was written down, by name.
    """
    return {row["name"]: row["content"] for row in _rows(connection, select(schema.lenses).order_by(schema.lenses.c.name))}


def judgements(connection: Connection, *, history: bool = False) -> Iterator[Judgement]:
    """Give decisions on identity.

    Args:
        connection: An open connection.
        history: True gives superseded judgements of rules too.

    Yields:
        Judgements in the order in which they were recorded.
    """
    statement = select(schema.judgements).order_by(schema.judgements.c.seq)
    return map(judgement_from, _rows(connection, statement if history else statement.where(schema.judgements.c.superseded.is_(None))))


def entities(connection: Connection) -> Iterator[Entity]:
    """Give all entities.

    Args:
        connection: An open connection.

    Yields:
        Entities in the order in which they were put.
    """
    referents: defaultdict[str, list[str]] = defaultdict(list)
    column = schema.entity_referents.c
    for row in connection.execute(select(column.entity, column.referent).order_by(column.entity, column.position)):
        referents[row.entity].append(row.referent)
    for mapping in _rows(connection, select(schema.entities).order_by(schema.entities.c.position)):
        yield entity_from(mapping, referents=tuple(referents.get(mapping["id"], ())))


def entity_of(connection: Connection) -> dict[str, str]:
    """Give the entity behind each referent.

    Args:
        connection: An open connection.

    Returns:
        Referent to entity, by referent.
    """
    column = schema.entity_referents.c
    return {row.referent: row.entity for row in connection.execute(select(column.referent, column.entity).order_by(column.referent))}


def findings(connection: Connection) -> Findings:
    """Give the latest events, corroborations and disputes.

    Args:
        connection: An open connection.

    Returns:
        They, in the order in which they were put.
    """
    return Findings(
        events=tuple(map(event_from, _rows(connection, select(schema.events).order_by(schema.events.c.position)))),
        corroborations=tuple(
            map(corroboration_from, _rows(connection, select(schema.corroborations).order_by(schema.corroborations.c.position)))
        ),
        disputes=tuple(map(dispute_from, _rows(connection, select(schema.disputes).order_by(schema.disputes.c.position)))),
    )


def search_text(connection: Connection, query: str, limit: int) -> list[Hit]:
    """Find words in the documents' texts.

    Args:
        connection: An open connection.
        query: What `searching.wanted` reads.
        limit: The most documents to give.

    Returns:
        One hit a document, the best first.
    """
    parts = wanted(query)
    if not parts or limit < 1:
        return []
    best = connection.execute(_SEARCH, {"expression": match_expression(parts), "limit": limit}).scalars().all()
    found = map(dict, connection.execute(_FOUND, {"ids": json.dumps(list(best))}).mappings())
    return [locate(document_from(row, text=row["text"]), parts) for row in found]


def meta(connection: Connection) -> dict[str, str]:
    """Give by what the knowledge base was made.

    Args:
        connection: An open connection.

    Returns:
        Stamps by key.
    """
    return {row["key"]: row["value"] for row in _rows(connection, select(schema.meta).order_by(schema.meta.c.key))}


def counts(connection: Connection) -> dict[str, int]:
    """Count what is there.

    Args:
        connection: An open connection.

    Returns:
        Records by kind.
    """
    return {name: connection.execute(select(func.count()).select_from(table)).scalar_one() for name, table in _COUNTED.items()}


def _rows(connection: Connection, statement: Select[Any], *, at_once: int = _ROWS) -> Iterator[Mapping[str, Any]]:
    for row in connection.execute(statement).yield_per(at_once).mappings():
        yield dict(row)


def _in_order(table: Table, *, document: str | None) -> Select[Any]:
    statement = select(table).order_by(table.c.position)
    if document is not None:
        return statement.where(table.c.document == document)
    return (
        select(table).join(schema.documents, schema.documents.c.id == table.c.document).order_by(schema.documents.c.seq, table.c.position)
    )


def _with_reader(table: Table, *, document: str | None) -> Select[Any]:
    """Claims and reports leave their reader to be told by the reading."""
    readings = schema.readings.c
    return _in_order(table, document=document).add_columns(readings.reader).join(schema.readings, readings.document == table.c.document)


def _listed(identifiers: Collection[str]) -> Any:
    """One parameter however many there are; SQLite allows no more than some thousands."""
    return select(func.json_each(json.dumps(sorted(identifiers))).table_valued("value").c.value)
