"""Let what pages look up follow single changes: what was touched is taken out before findings are put, and put in again afterwards.

Both halves run in the transaction that puts the findings, so that pages never show half of it. What comes of it is what filling everything
anew would give.
"""

import json
from collections.abc import Collection

from sqlalchemy import Connection, text

from testimonia.store.page_index import BONDS, BONDS_KEPT, DISPUTE_ENTITIES, EVENT_ENTITIES, EVENTS, FINDINGS, RECORDS

_MADE = (
    "CREATE TEMP TABLE IF NOT EXISTS changed_records (record TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TEMP TABLE IF NOT EXISTS changed_findings (finding TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TEMP TABLE IF NOT EXISTS changed_bonds (lower TEXT, what TEXT, upper TEXT, PRIMARY KEY (lower, what, upper)) WITHOUT ROWID",
    "CREATE TEMP TABLE IF NOT EXISTS changed_tallies (entity TEXT, role INTEGER, what TEXT, year INTEGER, number INTEGER)",
)
_EMPTIED = tuple(f"DELETE FROM temp.changed_{name}" for name in ("records", "findings", "bonds", "tallies"))
_OF = {
    "events": "FROM changed_findings AS f CROSS JOIN events AS x ON x.id = f.finding, json_each(x.reports) AS m",
    "corroborations": "FROM changed_findings AS f CROSS JOIN corroborations AS x ON x.id = f.finding, json_each(x.claims) AS m",
    "disputes": (
        "FROM changed_findings AS f CROSS JOIN disputes AS x ON x.id = f.finding, json_each(x.positions) AS p, "
        "json_each(p.value, '$.claims') AS m"
    ),
}
_KINDS = {"events": "event", "corroborations": "agreement", "disputes": "dispute"}
_TALLIED = """
INSERT INTO changed_tallies SELECT p.entity, p.role, p.what, p.year, {sign} count(*)
FROM changed_records AS t CROSS JOIN page_records AS p ON p.record = t.record GROUP BY 1, 2, 3, 4
"""
_BOUND = f"""
INSERT OR IGNORE INTO changed_bonds SELECT a.entity, a.what, b.entity FROM changed_records AS t
CROSS JOIN page_records AS a ON a.record = t.record AND a.role = 0 CROSS JOIN page_records AS b ON b.record = t.record AND b.role = 1
WHERE a.what IN ({", ".join(f"'{bond}'" for bond in BONDS)})
"""
_TOUCHING = """
INSERT OR IGNORE INTO changed_findings SELECT f.finding FROM changed_records AS t CROSS JOIN page_findings AS f ON f.record = t.record
WHERE f.kind <> 'agreement'
"""
_TAKEN_OUT = (
    "DELETE FROM page_records WHERE (entity, role, what, year, moment, record) IN ("
    "SELECT p.entity, p.role, p.what, p.year, p.moment, p.record"
    " FROM changed_records AS t CROSS JOIN page_records AS p ON p.record = t.record)",
    "DELETE FROM page_events WHERE event IN (SELECT finding FROM changed_findings)",
    "DELETE FROM page_event_entities WHERE event IN (SELECT finding FROM changed_findings)",
    "DELETE FROM page_dispute_entities WHERE dispute IN (SELECT finding FROM changed_findings)",
)
_TALLIES = (
    """
    INSERT INTO page_tallies (entity, role, what, year, number)
    SELECT entity, role, what, year, sum(number) FROM changed_tallies WHERE true GROUP BY 1, 2, 3, 4 HAVING sum(number) <> 0
    ON CONFLICT (entity, role, what, year) DO UPDATE SET number = number + excluded.number
    """,
    """
    DELETE FROM page_tallies WHERE number = 0 AND (entity, role, what, year) IN (SELECT entity, role, what, year FROM changed_tallies)
    """,
)
_BONDS = (
    "DELETE FROM page_bonds WHERE (lower, what, upper) IN (SELECT lower, what, upper FROM changed_bonds)",
    f"""
    INSERT OR IGNORE INTO page_bonds (lower, what, upper, claim) SELECT lower, what, upper, claim FROM (
        SELECT b.lower, b.what, b.upper, c.id AS claim,
            row_number() OVER (PARTITION BY b.lower, b.what, b.upper ORDER BY c.document, c.start, c.id) AS place
        FROM changed_bonds AS b CROSS JOIN page_records AS p ON p.entity = b.lower AND p.role = 0 AND p.what = b.what
            CROSS JOIN page_records AS q ON q.record = p.record AND q.role = 1 AND q.entity = b.upper
            CROSS JOIN claims AS c ON c.id = p.record
    ) WHERE place <= {BONDS_KEPT} ORDER BY 1, 2, 3, 4
    """,
)
_CHANGED = {table: f"(SELECT x.* FROM changed_findings AS f CROSS JOIN {table} AS x ON x.id = f.finding)" for table in _OF}


def take_out(connection: Connection, gone: Collection[str]) -> None:
    """Take out what pages look up of findings that go, and of records that were touched.

    Args:
        connection: A connection inside a writing transaction, before the findings are deleted.
        gone: Findings that go or change.
    """
    for statement in (*_MADE, *_EMPTIED):
        connection.execute(text(statement))
    _note(connection, gone)
    for table, kind in _KINDS.items():
        found = connection.execute(text(f"SELECT m.value AS record, x.id AS finding {_OF[table]}")).mappings().all()
        if found:
            listed = "DELETE FROM page_findings WHERE record = :record AND kind = :kind AND finding = :finding"
            connection.execute(text(listed), [{**row, "kind": kind} for row in found])
    connection.execute(text("INSERT INTO changed_records SELECT record FROM touched"))
    for statement in (_TALLIED.format(sign="-"), _BOUND, _TOUCHING, *_TAKEN_OUT):
        connection.execute(text(statement))


def put_in(connection: Connection, new: Collection[str]) -> None:
    """Put in what pages look up of new findings, and of what was touched as it is now.

    Args:
        connection: A connection inside a writing transaction, after the findings were put.
        new: Findings that are new or changed.
    """
    touched = "changed_records AS t CROSS JOIN {0} AS c ON c.id = t.record"
    connection.execute(text(RECORDS.format(claims=touched.format("claims"), reports=touched.format("reports"))))
    for statement in (_TALLIED.format(sign=""), _BOUND, *_TALLIES, *_BONDS):
        connection.execute(text(statement))
    _note(connection, new)
    for statement in (FINDINGS, EVENTS, EVENT_ENTITIES, DISPUTE_ENTITIES):
        connection.execute(text(statement.format(**_CHANGED)))


def records_of(connection: Connection, findings: Collection[str]) -> set[str]:
    """Name the claims and event reports of some findings.

    Args:
        connection: A connection inside a writing transaction.
        findings: Identifiers of events, corroborations and disputes.

    Returns:
        Identifiers of records.
    """
    for statement in (*_MADE, "DELETE FROM temp.changed_findings"):
        connection.execute(text(statement))
    _note(connection, findings)
    return {row.record for found in _OF.values() for row in connection.execute(text(f"SELECT m.value AS record {found}"))}


def _note(connection: Connection, findings: Collection[str]) -> None:
    listed = json.dumps(sorted(findings))
    connection.execute(text("INSERT OR IGNORE INTO changed_findings SELECT value FROM json_each(:ids)"), {"ids": listed})
