"""Parts of a knowledge base: what one page needs, gathered by key from whatever size the whole has.

1. The core: which claims and reports the part is about (`core_of`), from the tables that `page_index` fills.
2. Beside it the claims and reports that share an event or a dispute with it, and all findings that touch any of these.
3. What they name: documents, sources, and entities, these with the referents that occur in the part and no others, since an actor who is
told of everywhere has hundreds of thousands.

Records come in the order in which the whole has them, so that whoever goes through them meets the same order.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, text

from testimonia.model.claim import Claim
from testimonia.model.document import Document, Source
from testimonia.model.entity import Entity
from testimonia.model.event import EventReport
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.model.party import Party
from testimonia.store.captured_rows import document_from, source_from
from testimonia.store.derived_rows import corroboration_from, dispute_from, entity_from, event_from
from testimonia.store.in_force import reviewed, stale, without
from testimonia.store.part_memory import Memory
from testimonia.store.read_rows import claim_from, report_from

Said = Claim | EventReport
_LISTED = "(SELECT value FROM json_each(:ids))"
_SAID = """
SELECT r.*, g.reader, d.seq FROM json_each(:ids) AS i CROSS JOIN {table} AS r ON r.id = i.value
CROSS JOIN readings AS g ON g.document = r.document CROSS JOIN documents AS d ON d.id = r.document
"""
_PLACES = """
SELECT r.id, g.reader, d.seq, r.position FROM json_each(:ids) AS i CROSS JOIN {table} AS r ON r.id = i.value
CROSS JOIN readings AS g ON g.document = r.document CROSS JOIN documents AS d ON d.id = r.document ORDER BY d.seq, r.position
"""
_TOUCHING = f"SELECT DISTINCT kind, finding FROM page_findings WHERE record IN {_LISTED}"
_FOUND = f"SELECT * FROM {{table}} WHERE id IN {_LISTED} ORDER BY position"
_ENTITY_OF = f"SELECT referent, entity, position FROM entity_referents WHERE referent IN {_LISTED} ORDER BY referent"
_DOCUMENTS = f"SELECT d.* FROM documents AS d WHERE d.id IN {_LISTED} ORDER BY d.seq"
_WITH_TEXT = f"SELECT d.*, t.text FROM documents AS d JOIN texts AS t ON t.seq = d.seq WHERE d.id IN {_LISTED} ORDER BY d.seq"
_WITH_HEAD = f"""
SELECT d.*, substr(t.text, 1, :head) AS text FROM documents AS d JOIN texts AS t ON t.seq = d.seq WHERE d.id IN {_LISTED} ORDER BY d.seq
"""
_SOURCES = f"SELECT * FROM sources WHERE name IN {_LISTED} ORDER BY name"
_MEMORY: dict[str, Memory[Any]] = {"claims": Memory(), "reports": Memory()}
_ALL_SOURCES = "SELECT * FROM sources ORDER BY name"


@dataclass(frozen=True, slots=True)
class Also:
    """What a part holds beside what its claims and reports name: entities, documents, all sources, and how much of each text.

    `head` is the number of code points from the beginning of each text; None for the whole, 0 for nothing. A `bare` part holds entities
    only.
    """

    entities: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    all_sources: bool = False
    head: int | None = 0
    bare: bool = False


def findings_of(connection: Connection, records: Collection[str]) -> Findings:
    """Give the findings that touch any of some claims and reports.

    Args:
        connection: An open connection.
        records: Identifiers of claims and reports.

    Returns:
        Events, corroborations and disputes in the order in which weighing gave them.
    """
    ids: dict[str, list[str]] = {"event": [], "agreement": [], "dispute": []}
    for row in connection.execute(text(_TOUCHING), {"ids": listed(records)}):
        ids[row.kind].append(row.finding)
    found = Findings(
        events=tuple(map(event_from, rows(connection, _FOUND.format(table="events"), ids["event"]))),
        corroborations=tuple(map(corroboration_from, rows(connection, _FOUND.format(table="corroborations"), ids["agreement"]))),
        disputes=tuple(map(dispute_from, rows(connection, _FOUND.format(table="disputes"), ids["dispute"]))),
    )
    return without(found, stale(connection))


def knowledge_of(connection: Connection, records: Collection[str], findings: Findings, also: Also) -> Knowledge:
    """Gather claims and reports with all that they name.

    Args:
        connection: An open connection.
        records: Identifiers of claims and reports.
        findings: Findings whose sides are named too.
        also: What else belongs to the part.

    Returns:
        The knowledge of the part.
    """
    told, of_entity = _told(connection, records)
    counted = (toll.of for event in findings.events for toll in event.tolls if toll.of is not None)
    named = {*of_entity, *counted, *also.entities}
    if also.bare:
        return replace(told, entities=entities(connection, named, of_entity))
    wanted = {claim.document for claim in told.claims} | {report.document for report in told.reports}
    documents = {document.id: document for document in documents_of(connection, wanted | also.documents, head=also.head)}
    return replace(
        told,
        documents=documents,
        sources=_sources(connection, documents, also),
        entities=entities(connection, named, of_entity),
        reviewed=reviewed(connection, ids=set(records)),
    )


def told_of(connection: Connection, records: Collection[str]) -> Knowledge:
    """Gather claims and reports with who stands behind their parties, and nothing else.

    Args:
        connection: An open connection.
        records: Identifiers of claims and reports.

    Returns:
        Knowledge without documents, sources, entities and decisions: quick to gather, for finding out what else belongs to a part.
    """
    return _told(connection, records)[0]


def _told(connection: Connection, records: Collection[str]) -> tuple[Knowledge, dict[str, list[tuple[int, str]]]]:
    """Claims and reports with the entity behind each referent; and by entity the places and identifiers of these referents."""
    claims = said(connection, records, table="claims", made=claim_from)
    reports = said(connection, records, table="reports", made=report_from)
    referents = {party.referent for record in (*claims, *reports) for party in parties_of(record) if party.referent is not None}
    entity_of: dict[str, str] = {}
    of_entity: dict[str, list[tuple[int, str]]] = {}
    for referent, entity, position in connection.execute(text(_ENTITY_OF), {"ids": listed(referents)}).all():
        entity_of[referent] = entity
        of_entity.setdefault(entity, []).append((position, referent))
    return Knowledge({}, {}, {}, entity_of, claims, reports), of_entity


def said(connection: Connection, ids: Iterable[str], *, table: str, made: Any) -> tuple[Any, ...]:
    """Give claims or reports.

    Args:
        connection: An open connection.
        ids: Identifiers, of which some may be of the other table.
        table: `claims` or `reports`.
        made: What reads a line of the table.

    Returns:
        Records in order of capture and text.
    """
    placed = connection.execute(text(_PLACES.format(table=table)), {"ids": listed(ids)}).all()
    keys = [(name, reader) for name, reader, *_ in placed]
    known = _MEMORY[table].get(keys)
    missing = [name for name, reader in keys if (name, reader) not in known]
    if missing:
        read = {(row["id"], row["reader"]): made(row) for row in rows(connection, _SAID.format(table=table), missing)}
        _MEMORY[table].put(read)
        known |= read
    return tuple(known[key] for key in keys)


def entities(connection: Connection, ids: Collection[str], referents: Mapping[str, list[tuple[int, str]]]) -> dict[str, Entity]:
    """Give entities with some of their referents.

    Args:
        connection: An open connection.
        ids: Their identifiers.
        referents: Place and identifier of referents, by entity.

    Returns:
        Entities by identifier, in the order in which they were put.
    """
    found: dict[str, Entity] = {}
    for row in rows(connection, _FOUND.format(table="entities"), ids):
        found[row["id"]] = entity_from(row, referents=tuple(name for _, name in sorted(referents.get(row["id"], ()))))
    return found


def parties_of(record: Said) -> Iterator[Party]:
    """Go through everybody whom a record names.

    Args:
        record: A claim or an event report.

    Yields:
        The parties of all its slots, its voices, and those whom figures count.
    """
    yield from record.attribution.voices
    if isinstance(record, Claim):
        yield record.subject
        if record.object is not None:
            yield record.object
        return
    for side in (record.initiator, record.target, record.where, record.responsibility):
        yield from side
    yield from (figure.of for figure in record.figures if figure.of is not None)


def listed(ids: Iterable[str]) -> str:
    """Write identifiers as one parameter: SQLite takes no more than some thousands singly.

    Args:
        ids: Identifiers.

    Returns:
        A JSON list, sorted, so that keys are looked up in their order.
    """
    return json.dumps(sorted(set(ids)))


def rows(connection: Connection, statement: str, ids: Iterable[str], **values: object) -> Iterator[Mapping[str, Any]]:
    """Ask for rows by identifier.

    Args:
        connection: An open connection.
        statement: SQL with the parameter `ids`.
        ids: Identifiers.
        values: Further parameters.

    Yields:
        Rows as mappings.
    """
    found = connection.execute(text(statement), {"ids": listed(ids), **values})
    names = tuple(found.keys())  # asked for once: as mappings, rows take longer to be named than to be read
    for row in found.all():  # at once: one by one, each is asked for through several functions
        yield dict(zip(names, row, strict=True))


def documents_of(connection: Connection, ids: Collection[str], *, head: int | None) -> Iterator[Document]:
    """Give documents.

    Args:
        connection: An open connection.
        ids: Their identifiers.
        head: Code points from the beginning of each text; None for the whole, 0 for nothing.

    Yields:
        Documents in order of capture.
    """
    if head == 0:
        yield from (document_from(row, text="") for row in rows(connection, _DOCUMENTS, ids))
    elif head is None:
        yield from (document_from(row, text=row["text"]) for row in rows(connection, _WITH_TEXT, ids))
    else:
        yield from (document_from(row, text=row["text"]) for row in rows(connection, _WITH_HEAD, ids, head=head))


def _sources(connection: Connection, documents: Mapping[str, Document], also: Also) -> dict[str, Source]:
    if also.all_sources:
        return {row["name"]: source_from(dict(row)) for row in connection.execute(text(_ALL_SOURCES)).mappings()}
    names = {name for document in documents.values() for name in (document.publisher, document.original_publisher) if name is not None}
    return {row["name"]: source_from(row) for row in rows(connection, _SOURCES, names)}
