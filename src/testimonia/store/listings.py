"""Lists of entities, documents, events and disputes, a page at a time.

A page begins after the key of the line before it, never by counting lines, so that the last page costs what the first does.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, text

from testimonia.model.finding import Dispute
from testimonia.store.derived_rows import dispute_from, event_from
from testimonia.store.folding import fold
from testimonia.store.page_cursors import cursor, key_of
from testimonia.store.page_records import (
    Cut,
    DisputeLines,
    DisputesWanted,
    DocumentLine,
    DocumentLines,
    DocumentsWanted,
    EntitiesWanted,
    EntityLine,
    EntityLines,
    EventLine,
    EventLines,
    EventsWanted,
    Lines,
    Tally,
)
from testimonia.store.page_tables import LAST, ROLES, UNDATED

Made = TypeVar("Made")
_END = "\U0010ffff"
"""After every name that begins with what stands before it."""
_TALLIES = "SELECT role, what, year, number FROM page_tallies WHERE entity = :entity ORDER BY role, what, year"
_ENTITIES = """
SELECT p.entity, p.kind, e.name, p.folded, p.claims, p.reports, p.voiced, p.number
FROM page_entities AS p CROSS JOIN entities AS e ON e.id = p.entity WHERE
"""
_BEGINNING = "p.entity IN (SELECT n.entity FROM page_names AS n WHERE n.folded >= :beginning AND n.folded < :end)"
# Counted for the lines that are listed only: beside the order, they would be counted before it is known which these are.
_DOCUMENTS = """
SELECT d.seq, d.id, d.origin, d.title, d.publisher, s.kind, d.published, d.language,
    (SELECT count(*) FROM claims AS c WHERE c.document = d.id) AS claims,
    (SELECT count(*) FROM reports AS r WHERE r.document = d.id) AS reports
FROM ({found} LIMIT :limit) AS k CROSS JOIN documents AS d ON d.seq = k.seq LEFT JOIN sources AS s ON s.name = d.publisher ORDER BY {order}
"""
_NEWEST = "d.published DESC, d.seq DESC"
_EVENTS = "SELECT v.day, e.* FROM {source} CROSS JOIN events AS e ON e.id = v.event WHERE "
_NAMED = "SELECT event, as_place, entity FROM page_event_entities WHERE event IN (SELECT value FROM json_each(:ids)) ORDER BY 1, 2, 3"
_DISPUTED = """
SELECT m.event, count(DISTINCT f.finding) AS number FROM (
    SELECT e.id AS event, r.value AS record FROM json_each(:ids) AS i CROSS JOIN events AS e ON e.id = i.value, json_each(e.reports) AS r
) AS m CROSS JOIN page_findings AS f ON f.record = m.record AND f.kind = 'dispute' GROUP BY m.event
"""


def tallies(connection: Connection, entity: str) -> tuple[Tally, ...]:
    """Count what names an entity.

    Args:
        connection: An open connection.
        entity: Its identifier.

    Returns:
        Counts by role, then predicate or type, then year; undated ones last.
    """
    found = connection.execute(text(_TALLIES), {"entity": entity}).all()
    return tuple(Tally(ROLES[role], what, 0 if year == UNDATED else year, number) for role, what, year, number in found)


def list_entities(connection: Connection, wanted: EntitiesWanted, cut: Cut) -> EntityLines:
    """List entities.

    Args:
        connection: An open connection.
        wanted: Which, and in which order.
        cut: Which page.

    Returns:
        One page.
    """
    by_name = wanted.by == "name"
    conditions, values = ["p.number >= :least"], {"least": wanted.least, "kinds": json.dumps(wanted.kinds)}
    if len(wanted.kinds) == 1:
        conditions.append("p.kind = :kind")
        values["kind"] = wanted.kinds[0]
    elif wanted.kinds:
        conditions.append("p.kind IN (SELECT value FROM json_each(:kinds))")
    if wanted.beginning:
        beginning = fold(wanted.beginning)
        conditions.append(_BEGINNING)
        values |= {"beginning": beginning, "end": beginning + _END}
    after = key_of(cut.after, kinds=(str, str) if by_name else (int, str))
    if after is not None:
        conditions.append("(p.folded, p.entity) > (:first, :second)" if by_name else "(p.number, p.entity) < (:first, :second)")
        values |= {"first": after[0], "second": after[1]}
    order = "p.folded, p.entity" if by_name else "p.number DESC, p.entity DESC"
    found = _asked(connection, _ENTITIES + " AND ".join(conditions) + f" ORDER BY {order}", values, cut)
    return _page(found, cut, _entity_line, key=lambda row: (row["folded"] if by_name else row["number"], row["entity"]))


def list_documents(connection: Connection, wanted: DocumentsWanted, cut: Cut) -> DocumentLines:
    """List documents, the newest first.

    Args:
        connection: An open connection.
        wanted: Which.
        cut: Which page.

    Returns:
        One page; the numbers of claims and reports are counted for its lines only.
    """
    conditions, values = ["1"], {name: getattr(wanted, name) for name in ("publisher", "since") if getattr(wanted, name) is not None}
    if wanted.publisher is not None:
        conditions.append("d.publisher = :publisher")
    if wanted.kind == "":
        conditions.append("NOT EXISTS (SELECT 1 FROM sources AS s WHERE s.name = d.publisher AND s.kind IS NOT NULL)")
    elif wanted.kind is not None:
        # The register is short: its names are asked for one by one in the index of publishers.
        conditions.append("d.publisher IN (SELECT name FROM sources WHERE kind = :kind)")
        values["kind"] = wanted.kind
    if wanted.since is not None:
        conditions.append("d.published >= :since")
    if wanted.until is not None:
        conditions.append("d.published < :until")
        values["until"] = f"{wanted.until}{_END}"
    after = key_of(cut.after, kinds=(str, int)) or (_END, 0)
    found: list[Mapping[str, Any]] = []
    # Undated documents come last, and no index compares what is not stated: they are asked for by themselves.
    if after[0]:
        keyed = [*conditions, "(d.published, d.seq) < (:first, :second)"]
        found += _asked(connection, _documents(keyed), {**values, "first": after[0], "second": after[1]}, cut)
    if len(found) <= cut.limit and wanted.since is None and wanted.until is None:
        keyed = [*conditions, "d.published IS NULL AND d.seq < :second"]
        last = {**values, "second": 2**62 if after[0] else after[1]}
        found += _asked(connection, _documents(keyed), last, cut)
    return _page(found, cut, _document_line, key=lambda row: (row["published"] or "", row["seq"]))


def _documents(conditions: Sequence[str]) -> str:
    found = f"SELECT d.seq FROM documents AS d WHERE {' AND '.join(conditions)} ORDER BY {_NEWEST}"
    return _DOCUMENTS.format(found=found, order=_NEWEST)


def list_events(connection: Connection, wanted: EventsWanted, cut: Cut) -> EventLines:
    """List events, the earliest first.

    Args:
        connection: An open connection.
        wanted: Which.
        cut: Which page.

    Returns:
        One page.
    """
    source, conditions, values = _events_from(wanted)
    if wanted.since is not None:
        conditions.append("v.day >= :since AND v.day < :undated")
        values |= {"since": f"{wanted.since:04}", "undated": LAST}
    if wanted.until is not None:
        conditions.append("v.day < :until")
        values["until"] = f"{wanted.until + 1:04}"
    after = key_of(cut.after, kinds=(str, str))
    if after is not None:
        conditions.append("(v.day, v.event) > (:first, :second)")
        values |= {"first": after[0], "second": after[1]}
    statement = _EVENTS.format(source=source) + " AND ".join(conditions or ["1"]) + " ORDER BY v.day, v.event"
    found = _asked(connection, statement, values, cut)
    named, disputed = _about_events(connection, [row["id"] for row in found])

    def line(row: Mapping[str, Any]) -> EventLine:
        places, actors = (tuple(one for as_place, one in named.get(row["id"], ()) if as_place is side) for side in (True, False))
        return EventLine(event_from(row), None if row["day"] == LAST else row["day"], places, actors, disputed.get(row["id"], 0))

    return _page(found, cut, line, key=lambda row: (row["day"], row["id"]))


def list_disputes(connection: Connection, wanted: DisputesWanted, cut: Cut) -> DisputeLines:
    """List disputes in the order in which weighing gave them.

    Args:
        connection: An open connection.
        wanted: Which.
        cut: Which page.

    Returns:
        One page.
    """
    conditions = {"rule": "x.rule = :rule", "certainty": "x.certainty = :certainty"}
    values = {name: getattr(wanted, name) for name in conditions if getattr(wanted, name) is not None}
    asked = [conditions[name] for name in values]
    source = "disputes AS x"
    if wanted.entity is not None:
        source = "page_dispute_entities AS p CROSS JOIN disputes AS x ON x.id = p.dispute"
        asked.append("p.entity = :entity")
        values["entity"] = wanted.entity
    after = key_of(cut.after, kinds=(int,))
    if after is not None:
        asked.append(("p" if wanted.entity is not None else "x") + ".position > :first")
        values["first"] = after[0]
    order = "p.position" if wanted.entity is not None else "x.position"
    statement = f"SELECT x.* FROM {source} WHERE {' AND '.join(asked or ['1'])} ORDER BY {order}"
    made: Callable[[Mapping[str, Any]], Dispute] = dispute_from
    return _page(_asked(connection, statement, values, cut), cut, made, key=lambda row: (row["position"],))


def count_disputes(connection: Connection, entity: str) -> int:
    """Count the disputes that touch what is said of an entity.

    Args:
        connection: An open connection.
        entity: Its identifier.

    Returns:
        How many there are.
    """
    counted = connection.execute(text("SELECT count(*) FROM page_dispute_entities WHERE entity = :entity"), {"entity": entity})
    return int(counted.scalar_one())


def publishers(connection: Connection) -> dict[str, int]:
    """Count documents by publisher.

    Args:
        connection: An open connection.

    Returns:
        Numbers by publisher, in the order of their names.
    """
    found = connection.execute(text("SELECT publisher, count(*) AS number FROM documents WHERE publisher IS NOT NULL GROUP BY 1"))
    return {row.publisher: row.number for row in found}


def _events_from(wanted: EventsWanted) -> tuple[str, list[str], dict[str, Any]]:
    """Choose the table that has the events wanted in their order."""
    who, as_place = (wanted.place, 1) if wanted.place is not None else (wanted.actor, 0)
    if who is None:
        conditions = ["v.type = :type"] if wanted.type is not None else []
        conditions += ["v.tolls > 0"] if wanted.with_tolls else []
        return "page_events AS v", conditions, {} if wanted.type is None else {"type": wanted.type}
    conditions, values = ["v.entity = :who", "v.as_place = :as_place"], dict[str, Any](who=who, as_place=as_place)
    if wanted.place is not None and wanted.actor is not None:
        conditions.append(
            "EXISTS (SELECT 1 FROM page_event_entities AS a WHERE (a.entity, a.as_place, a.day, a.event) = (:actor, 0, v.day, v.event))"
        )
        values["actor"] = wanted.actor
    if wanted.type is not None:
        conditions.append("e.type = :type")
        values["type"] = wanted.type
    if wanted.with_tolls:
        conditions.append("e.tolls <> '[]'")
    return "page_event_entities AS v", conditions, values


def _about_events(connection: Connection, ids: Sequence[str]) -> tuple[dict[str, list[tuple[bool, str]]], dict[str, int]]:
    named: dict[str, list[tuple[bool, str]]] = {}
    asked = {"ids": json.dumps(ids)}
    for row in connection.execute(text(_NAMED), asked):
        named.setdefault(row.event, []).append((bool(row.as_place), row.entity))
    return named, {row.event: row.number for row in connection.execute(text(_DISPUTED), asked)}


def _asked(connection: Connection, statement: str, values: Mapping[str, Any], cut: Cut) -> list[Mapping[str, Any]]:
    """Read one line more than a page has, to know whether there is another page."""
    found = connection.execute(text(statement + " LIMIT :limit"), {**values, "limit": max(1, cut.limit) + 1}).mappings()
    return [dict(row) for row in found]


def _page(
    found: Sequence[Mapping[str, Any]],
    cut: Cut,
    line: Callable[[Mapping[str, Any]], Made],
    *,
    key: Callable[[Mapping[str, Any]], tuple[Any, ...]],
) -> Lines[Made]:
    shown = found[: max(1, cut.limit)]
    return Lines(tuple(map(line, shown)), cursor(key(shown[-1])) if len(found) > len(shown) else None)


def _entity_line(row: Mapping[str, Any]) -> EntityLine:
    return EntityLine(row["entity"], row["kind"], row["name"], row["claims"], row["reports"], row["voiced"])


def _document_line(row: Mapping[str, Any]) -> DocumentLine:
    names = ("id", "origin", "title", "publisher", "kind", "published", "language", "claims", "reports")
    return DocumentLine(**{name: row[name] for name in names})
