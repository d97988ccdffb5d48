"""Fill what pages look up, from everything else, in one go: after the first weighing, or when a page first asks of an older file.

Rows come sorted by the key of their table: written in their order they cost a fraction of what they cost one by one. Later weighings change
a few rows (`page_changes`), by the same statements.
"""

import json
from collections.abc import Iterator

from sqlalchemy import Connection, delete, insert, text

from testimonia.store import page_tables
from testimonia.store.coding import Row
from testimonia.store.folding import fold
from testimonia.store.page_tables import LAST, ROLES, UNDATED, VOICE

BONDS = ("armed_wing_of", "part_of", "member_of", "affiliated_with", "merged_into", "has_role", "split_from")
"""Predicates by which one body stands below another or has left it: what weighing asks of everybody whom a claim or a voice names."""
BONDS_KEPT = 64
"""Claims kept of one bond between two bodies, the first by document: how sure it is does not change beyond."""
_BATCH = 10_000
"""Names written at once."""

_YEAR = f"coalesce(CAST(substr({{0}}.lo, 1, 4) AS INTEGER), CAST(substr({{0}}.hi, 1, 4) AS INTEGER), {UNDATED})"
_MOMENT = f"coalesce({{0}}.edtf, '{LAST}')"
_TIME = f"{_YEAR}, {_MOMENT}, {{0}}.id"
_SIDES = " ".join(f"WHEN '{role}' THEN {number}" for number, role in enumerate(ROLES))
_VOICED = f"""
SELECT er.entity, {VOICE}, {{what}}, {_TIME.format("c")} FROM {{table}}, json_each(c.voices) AS v
CROSS JOIN entity_referents AS er ON er.referent = json_extract(v.value, '$.referent')
WHERE coalesce(json_extract(v.value, '$.how'), '') NOT IN ('publisher', 'issuer')
"""
RECORDS = f"""
INSERT OR IGNORE INTO page_records (entity, role, what, year, moment, record)
SELECT er.entity, 0, c.predicate, {_TIME.format("c")} FROM {{claims}} CROSS JOIN entity_referents AS er ON er.referent = c.subject_referent
UNION ALL
SELECT er.entity, 1, c.predicate, {_TIME.format("c")} FROM {{claims}} CROSS JOIN entity_referents AS er ON er.referent = c.object_referent
UNION ALL
SELECT er.entity, CASE p.slot {_SIDES} END, c.type, {_TIME.format("c")}
FROM {{reports}} CROSS JOIN report_parties AS p ON p.report = c.id CROSS JOIN entity_referents AS er ON er.referent = p.referent
UNION ALL {_VOICED.format(what="c.predicate", table="{claims}")}
UNION ALL {_VOICED.format(what="c.type", table="{reports}")}
ORDER BY 1, 2, 3, 4, 5, 6
"""
"""What is told of whom, by claims and reports that go by the name of c."""
_TALLIES = """
INSERT INTO page_tallies (entity, role, what, year, number)
SELECT entity, role, what, year, count(*) FROM page_records GROUP BY 1, 2, 3, 4
"""
FINDINGS = """
INSERT OR IGNORE INTO page_findings (record, kind, finding)
SELECT m.value, 'event', e.id FROM {events} AS e, json_each(e.reports) AS m
UNION ALL SELECT m.value, 'agreement', k.id FROM {corroborations} AS k, json_each(k.claims) AS m
UNION ALL SELECT m.value, 'dispute', x.id FROM {disputes} AS x, json_each(x.positions) AS p, json_each(p.value, '$.claims') AS m
ORDER BY 1, 2, 3
"""
_BONDS = f"""
INSERT OR IGNORE INTO page_bonds (lower, what, upper, claim)
SELECT lower, what, upper, claim FROM (
    SELECT s.entity AS lower, c.predicate AS what, o.entity AS upper, c.id AS claim,
        row_number() OVER (PARTITION BY s.entity, c.predicate, o.entity ORDER BY c.document, c.start, c.id) AS place
    FROM claims AS c CROSS JOIN entity_referents AS s ON s.referent = c.subject_referent
        CROSS JOIN entity_referents AS o ON o.referent = c.object_referent
    WHERE c.predicate IN ({", ".join(f"'{bond}'" for bond in BONDS)})
) WHERE place <= {BONDS_KEPT} ORDER BY 1, 2, 3, 4
"""
EVENTS = f"""
INSERT OR REPLACE INTO page_events (event, type, day, tolls)
SELECT e.id, e.type, coalesce(min(coalesce(r.lo, r.hi)), '{LAST}'), json_array_length(e.tolls)
FROM {{events}} AS e, json_each(e.reports) AS m CROSS JOIN reports AS r ON r.id = m.value GROUP BY e.id
"""
EVENT_ENTITIES = """
INSERT OR IGNORE INTO page_event_entities (entity, as_place, day, event)
SELECT er.entity, p.slot = 'where', v.day, e.id FROM {events} AS e CROSS JOIN page_events AS v ON v.event = e.id, json_each(e.reports) AS m
CROSS JOIN report_parties AS p ON p.report = m.value CROSS JOIN entity_referents AS er ON er.referent = p.referent ORDER BY 1, 2, 3, 4
"""
DISPUTE_ENTITIES = """
INSERT OR IGNORE INTO page_dispute_entities (entity, position, dispute)
SELECT er.entity, x.position, x.id FROM {disputes} AS x, json_each(x.positions) AS p, json_each(p.value, '$.claims') AS m
CROSS JOIN claims AS c ON c.id = m.value CROSS JOIN entity_referents AS er ON er.referent IN (c.subject_referent, c.object_referent)
UNION ALL
SELECT er.entity, x.position, x.id FROM {disputes} AS x, json_each(x.positions) AS p, json_each(p.value, '$.claims') AS m
CROSS JOIN report_parties AS r ON r.report = m.value CROSS JOIN entity_referents AS er ON er.referent = r.referent
ORDER BY 1, 2, 3
"""
_TOTALS = """
INSERT INTO page_totals (what, of, number)
SELECT 'all', 'documents', count(*) FROM documents
UNION ALL SELECT 'all', 'claims', count(*) FROM claims
UNION ALL SELECT 'all', 'reports', count(*) FROM reports
UNION ALL SELECT 'all', 'entities', count(*) FROM entities
UNION ALL SELECT 'all', 'events', count(*) FROM events
UNION ALL SELECT 'all', 'corroborations', count(*) FROM corroborations
UNION ALL SELECT 'all', 'disputes', count(*) FROM disputes
UNION ALL SELECT 'documents', coalesce(s.kind, ''), count(*) FROM documents AS d LEFT JOIN sources AS s ON s.name = d.publisher GROUP BY 2
UNION ALL SELECT 'entities', kind, count(*) FROM entities GROUP BY 2
UNION ALL SELECT 'claims', predicate, count(*) FROM claims GROUP BY 2
UNION ALL SELECT 'events', type, count(*) FROM events GROUP BY 2
UNION ALL SELECT 'disputes', rule, count(*) FROM disputes GROUP BY 2
"""
_NUMBERS = f"""
SELECT e.id, e.kind, e.name, e.names,
    coalesce(sum(CASE WHEN t.role < 2 THEN t.number END), 0) AS claims,
    coalesce(sum(CASE WHEN t.role BETWEEN 2 AND {VOICE - 1} THEN t.number END), 0) AS reports,
    coalesce(sum(CASE WHEN t.role = {VOICE} THEN t.number END), 0) AS voiced
FROM entities AS e LEFT JOIN page_tallies AS t ON t.entity = e.id GROUP BY e.id
ORDER BY coalesce(sum(CASE WHEN t.role < {VOICE} THEN t.number END), 0) DESC, e.id
"""
_WORDS = text("INSERT INTO page_name_words (rowid, body) VALUES (:seq, :folded)")
_PARTS = text("INSERT INTO page_name_parts (rowid, body) VALUES (:seq, :folded)")


def is_filled(connection: Connection) -> bool:
    """Say whether there is something to look up.

    Args:
        connection: An open connection.

    Returns:
        False for a file of an older layout, and one in which nothing was weighed yet.
    """
    return connection.execute(text("SELECT 1 FROM page_totals LIMIT 1")).first() is not None


def fill(connection: Connection) -> None:
    """Fill all tables anew.

    Args:
        connection: A connection inside a writing transaction.
    """
    for table in page_tables.ALL:
        connection.execute(delete(table))
    everything = {name: name for name in ("events", "corroborations", "disputes")}
    connection.execute(text(RECORDS.format(claims="claims AS c", reports="reports AS c")))
    for statement in (_TALLIES, FINDINGS.format(**everything), _BONDS):
        connection.execute(text(statement))
    for statement in (EVENTS, EVENT_ENTITIES, DISPUTE_ENTITIES):
        connection.execute(text(statement.format(**everything)))
    fill_entities(connection)
    fill_totals(connection)


def fill_totals(connection: Connection) -> None:
    """Count everything anew.

    Args:
        connection: A connection inside a writing transaction.
    """
    connection.execute(delete(page_tables.page_totals))
    connection.execute(text(_TOTALS))


def fill_entities(connection: Connection) -> None:
    """Count anew what is told of whom, and write the names in that order.

    Args:
        connection: A connection inside a writing transaction.
    """
    for table in (page_tables.page_entities, page_tables.page_names):
        connection.execute(delete(table))
    for index in ("page_name_words", "page_name_parts"):
        connection.execute(text(f"INSERT INTO {index} ({index}) VALUES ('delete-all')"))
    entities: list[Row] = []
    names: list[Row] = []
    seq = 0
    for row in connection.execute(text(_NUMBERS)).mappings().all():
        numbers = {"claims": row["claims"], "reports": row["reports"], "voiced": row["voiced"], "number": row["claims"] + row["reports"]}
        entities.append({"entity": row["id"], "kind": row["kind"], "folded": fold(row["name"]), **numbers})
        for name in _names(row["name"], row["names"]):
            seq += 1
            names.append({"seq": seq, "folded": fold(name), "name": name, "entity": row["id"], "kind": row["kind"]})
        if len(names) >= _BATCH:
            _write(connection, entities, names)
            entities, names = [], []
    _write(connection, entities, names)


def _write(connection: Connection, entities: list[Row], names: list[Row]) -> None:
    if entities:
        connection.execute(insert(page_tables.page_entities), entities)
    if names:
        connection.execute(insert(page_tables.page_names), names)
        for statement in (_WORDS, _PARTS):
            connection.execute(statement, [{"seq": row["seq"], "folded": row["folded"]} for row in names])


def _names(name: str, coded: str) -> Iterator[str]:
    yield from dict.fromkeys((name, *(one["text"] for one in json.loads(coded))))
