"""Put what a weighing found: only the findings of units that are new, changed or gone are written, in one transaction."""

import json
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, text, update

from testimonia.model.event import Event
from testimonia.model.finding import Corroboration
from testimonia.model.reweighed import Finding, Reweighed, Unit
from testimonia.store import page_changes, page_index, schema
from testimonia.store.coding import Row
from testimonia.store.derived_rows import corroboration_row, dispute_row, event_row
from testimonia.store.positions import numbered
from testimonia.store.weighed_tables import touched, weighed

_TABLES = (schema.events, schema.corroborations, schema.disputes)
_MOST = 0.25
"""Share of all claims and reports from which on, where so many were touched, what pages look up is filled anew: that costs less."""
_AT_ONCE = 10_000
_IN_ORDER: Mapping[str, str] = {
    "events": """
        SELECT e.id, e.position FROM events AS e LEFT JOIN reports AS r ON r.id = json_extract(e.reports, '$[0]')
        ORDER BY r.document, r.start, json_extract(e.reports, '$[0]'), e.id
    """,
    "corroborations": "SELECT id, position FROM corroborations ORDER BY json_extract(claims, '$[0]') >= 'e', about, id",
    "disputes": "SELECT id, position FROM disputes ORDER BY json_extract(positions, '$[0].claims[0]') >= 'e', certainty, about, id",
}
"""What is told of claims comes before what is told of events."""
_MOVED = "DELETE FROM page_dispute_entities WHERE dispute IN (SELECT value FROM json_each(:ids))"
_SHARES = """
SELECT (SELECT count(*) FROM touched), (SELECT sum(number) FROM page_totals WHERE what = 'all' AND "of" IN ('claims', 'reports'))
"""
_SHOWN = "INSERT OR IGNORE INTO touched SELECT value, 1 FROM json_each(:ids)"
_NEW = -(2**62)
"""The position of what has none yet."""


def units(connection: Connection) -> frozenset[Unit]:
    """Name the units whose findings stand.

    Args:
        connection: An open connection.

    Returns:
        The units.
    """
    return frozenset((row.kind, row.mark) for row in connection.execute(select(weighed.c.kind, weighed.c.mark)))


def put_reweighed(connection: Connection, made: Reweighed, *, order: Sequence[str] | None = None) -> bool:
    """Put what a weighing found in the place of what no longer stands.

    Args:
        connection: A connection inside a writing transaction.
        made: What was found, and what stands.
        order: The order of all findings; None for the usual one.

    Returns:
        False, and nothing is changed, where another process weighed meanwhile, so that what was taken to stand does not.
    """
    former = {(row.kind, row.mark): json.loads(row.findings) for row in connection.execute(select(weighed))}
    if not made.stands <= former.keys():
        return False
    standing = {name for unit in made.stands for name in former[unit]}
    new: dict[str, Finding] = {}
    for findings in made.found.values():
        for one in findings:
            if one.id not in standing:
                new.setdefault(one.id, one)
    left = {name for unit, names in former.items() if unit not in made.stands for name in names} - standing
    if made.stands and page_index.is_filled(connection) and not _much_is_touched(connection):
        _change(connection, gone=left | new.keys(), new=new)
    else:
        _replace(connection, gone=None if not made.stands else left | new.keys(), new=new, order=order)
    _put_units(connection, former.keys() - made.stands, made.found)
    return True


def _change(connection: Connection, *, gone: set[str], new: Mapping[str, Finding]) -> None:
    """Write what has changed, and let pages and the queue follow."""
    affected = page_changes.records_of(connection, gone)
    page_changes.take_out(connection, gone)
    _delete(connection, gone)
    _insert(connection, new.values())
    moved = [name for table in _TABLES for name in _place(connection, table) if table is schema.disputes]
    connection.execute(text(_MOVED), {"ids": json.dumps(moved)})
    page_changes.put_in(connection, {*new, *moved})
    page_index.fill_entities(connection)
    page_index.fill_totals(connection)
    affected |= {record for finding in new.values() for record in _records(finding)}
    connection.execute(update(touched).values(shown=1))
    connection.execute(text(_SHOWN), {"ids": json.dumps(sorted(affected))})


def _replace(connection: Connection, *, gone: set[str] | None, new: Mapping[str, Finding], order: Sequence[str] | None) -> None:
    """Write what has changed, all of it where nothing stood, and fill anew what follows."""
    if gone is None:
        for table in _TABLES:
            connection.execute(delete(table))
    else:
        _delete(connection, gone)
    _insert(connection, new.values())
    for table in _TABLES:
        _place(connection, table, order=order)
    page_index.fill(connection)
    connection.execute(delete(touched))
    connection.execute(delete(schema.attention_totals))  # the queue is worked out as a whole


def _much_is_touched(connection: Connection) -> bool:
    changed, everything = connection.execute(text(_SHARES)).one()
    return bool(changed > _MOST * everything)


def _delete(connection: Connection, gone: Iterable[str]) -> None:
    for table in _TABLES:
        statement = f"DELETE FROM {table.name} WHERE id IN (SELECT value FROM json_each(:ids))"
        connection.execute(text(statement), {"ids": json.dumps(sorted(gone))})


def _insert(connection: Connection, new: Iterable[Finding]) -> None:
    rows: dict[Table, list[Row]] = {table: [] for table in _TABLES}
    for finding in new:
        table, row = _row(finding)
        rows[table].append(row)
        if len(rows[table]) >= _AT_ONCE:
            connection.execute(insert(table), rows[table])
            rows[table] = []
    for table, some in rows.items():
        if some:
            connection.execute(insert(table), some)


def _row(finding: Finding) -> tuple[Table, Row]:
    if isinstance(finding, Event):
        return schema.events, event_row(finding, _NEW)
    if isinstance(finding, Corroboration):
        return schema.corroborations, corroboration_row(finding, _NEW)
    return schema.disputes, dispute_row(finding, _NEW)


def _records(finding: Finding) -> tuple[str, ...]:
    return finding.reports if isinstance(finding, Event) else finding.claims


def _place(connection: Connection, table: Table, *, order: Sequence[str] | None = None) -> list[str]:
    """Give new findings a place in the order, and name those that were there and had to give up theirs."""
    if connection.execute(select(table.c.id).where(table.c.position == _NEW).limit(1)).first() is None:
        return []
    found = [(row.id, None if row.position == _NEW else row.position) for row in connection.execute(text(_IN_ORDER[table.name]))]
    if order is not None:
        at = {finding: place for place, finding in enumerate(order)}
        found.sort(key=lambda one: at[one[0]])
    places = numbered([position for _, position in found])
    changed = [(one, position, place) for (one, position), place in zip(found, places, strict=True) if position != place]
    statement = update(table).where(table.c.id == bindparam("of")).values(position=bindparam("to"))
    connection.execute(statement, [{"of": one, "to": place} for one, _, place in changed])
    return [one for one, position, _ in changed if position is not None]


def _put_units(connection: Connection, gone: Iterable[Unit], found: Mapping[Unit, tuple[Finding, ...]]) -> None:
    left = [{"of": kind, "at": mark} for kind, mark in gone]
    if left:
        connection.execute(delete(weighed).where(weighed.c.kind == bindparam("of"), weighed.c.mark == bindparam("at")), left)
    rows = [{"kind": kind, "mark": mark, "findings": json.dumps([one.id for one in ones])} for (kind, mark), ones in found.items()]
    if rows:
        connection.execute(insert(weighed), rows)
