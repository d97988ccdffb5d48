"""Put rows in the place of those that stand, keeping what stood at the end of any day.

A row that comes again as it is stays, with the moment at which it was first recorded. One that changed or goes is copied to its table's
`past_...`, unless it came and went within one day (UTC): the past is asked by the day, so such a row could never be seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, Table, bindparam, delete, insert, select, update

from testimonia.store.coding import Row
from testimonia.store.positions import numbered
from testimonia.store.schema import PAST
from testimonia.store.touching import touch

DAY = 86_400
"""Seconds of a day; moments are counted from a midnight in UTC."""
_Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """What shall stand in a table, in order: `rows` in the place of those `among` which they are; None where there are none yet.

    The rows are given away: their positions and moments are filled in; `placed` rows have their positions already.
    """

    table: Table
    rows: Sequence[Row]
    among: ColumnElement[bool] | None = None
    placed: bool = False


def put(connection: Connection, stands: Sequence[Stand], *, since: int) -> int:
    """Make rows stand as they are given.

    Args:
        connection: A connection inside a writing transaction.
        stands: For each table its rows; a table comes after those that its rows refer to.
        since: The moment, in seconds since 1970, UTC.

    Returns:
        How many rows are new.
    """
    changes = [_changes(connection, stand) for stand in stands]
    for change in changes:
        _keep(connection, change, until=since)
    for change in changes:
        _write(connection, change, since=since)
    for change in changes:
        touch(connection, change.table, new=(*change.new, *change.changed), former=change.former, gone=change.gone)
    for change in reversed(changes):
        _delete(connection, change)
    return sum(len(change.new) for change in changes)


@dataclass(slots=True)
class _Change:
    """What must be done in one table."""

    table: Table
    new: list[Row] = field(default_factory=list)
    changed: list[Row] = field(default_factory=list)
    gone: list[Row] = field(default_factory=list)
    former: list[Row] = field(default_factory=list)


def _changes(connection: Connection, stand: Stand) -> _Change:
    table, keys = stand.table, [column.name for column in stand.table.primary_key]
    standing: dict[_Key, Row] = {}
    if stand.among is not None:
        standing = {_key(row, keys): row for row in map(dict, connection.execute(select(table).where(stand.among)).mappings())}
    if "position" in table.c and not stand.placed:
        known = (standing.get(_key(row, keys)) for row in stand.rows)
        places = numbered([None if row is None else row["position"] for row in known])
        for row, place in zip(stand.rows, places, strict=True):
            row["position"] = place
    change = _Change(table)
    for row in stand.rows:
        before = standing.pop(_key(row, keys), None)
        if before is None:
            change.new.append(row)
        elif any(before[name] != value for name, value in row.items()):
            change.changed.append(row)
            change.former.append(before)
    change.gone = list(standing.values())
    return change


def _keep(connection: Connection, change: _Change, *, until: int) -> None:
    left = [row | {"until": until} for row in (*change.former, *change.gone) if row["since"] // DAY < until // DAY]
    if left:
        connection.execute(insert(PAST[change.table.name]), left)


def _write(connection: Connection, change: _Change, *, since: int) -> None:
    for row in (*change.new, *change.changed):
        row["since"] = since
    if change.new:
        connection.execute(insert(change.table), change.new)
    if change.changed:
        keys = {column.name for column in change.table.primary_key}
        rows = [{f"new_{name}": value for name, value in row.items()} for row in change.changed]
        values: dict[str, BindParameter[Any]] = {name: bindparam(f"new_{name}") for name in change.changed[0] if name not in keys}
        connection.execute(_of_key(update(change.table), change.table).values(values), rows)


def _delete(connection: Connection, change: _Change) -> None:
    if change.gone:
        keys = [column.name for column in change.table.primary_key]
        rows = [{f"new_{name}": row[name] for name in keys} for row in change.gone]
        connection.execute(_of_key(delete(change.table), change.table), rows)


def _of_key(statement: Any, table: Table) -> Any:
    return statement.where(*(column == bindparam(f"new_{column.name}") for column in table.primary_key))


def _key(row: Row, keys: Sequence[str]) -> _Key:
    return tuple(row[name] for name in keys)
