"""What people say of a publisher, and what the register beside the documents says.

1. What somebody says stands in the place of the register's word, whole: what they leave empty is unknown.
2. Of several people the last one's word stands; all of them are kept, with when they said it.
3. A register that is read again, even one that says otherwise now, is kept beside it and changes nothing that stands.
4. Taking back what people said lets the register's newest word stand again.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, insert, select

from testimonia.errors import DecisionError
from testimonia.model.document import Source
from testimonia.store import schema
from testimonia.store.captured_rows import source_from, source_row
from testimonia.store.coding import Row, encode, writable
from testimonia.store.history import Stand, put
from testimonia.store.review_records import SourceEdit

REGISTER = ""
"""As whose word the register's is kept."""


def edit(connection: Connection, made: SourceEdit, *, seen: int | None, recorded: datetime) -> None:
    """Keep what somebody says of a publisher, and let it stand.

    Args:
        connection: A connection inside a writing transaction.
        made: What they say.
        seen: The number of the newest edit by people that they saw; None asks nothing.
        recorded: When this happens, in UTC.

    Raises:
        DecisionError: Somebody edited it meanwhile, nobody is named, or there is nothing to take back.
    """
    if not made.by.strip() or not made.name.strip():
        raise DecisionError("an edit names the publisher and whoever makes it")
    if made.source is not None and made.source.name != made.name:
        raise DecisionError(f"{made.source.name!r} is another publisher than {made.name!r}")
    made = replace(made, name=writable(made.name), by=writable(made.by), at=writable(made.at))
    earlier = list(edits(connection, name=made.name))
    newest = next((one for one in reversed(earlier) if one.by != REGISTER), None)
    if seen is not None and (0 if newest is None else newest.number) != seen:
        who = "nobody" if newest is None else f"{newest.by} ({newest.at})"
        raise DecisionError(f"{made.name} was edited meanwhile by {who}; look again, then decide")
    if made.source is None and (newest is None or newest.source is None):
        raise DecisionError(f"nobody has said anything of {made.name} that could be taken back")
    if not earlier:
        _append(connection, SourceEdit(made.name, REGISTER, made.at, _standing(connection, made.name)), recorded=recorded)
    _append(connection, made, recorded=recorded)
    stands = made.source if made.source is not None else _register(connection, made.name)
    rows = [] if stands is None else [source_row(stands)]
    put(connection, [Stand(schema.sources, rows, schema.sources.c.name == made.name)], since=int(recorded.timestamp()))


def edits(connection: Connection, *, name: str | None = None) -> Iterator[SourceEdit]:
    """Give what people said of publishers, with what the register said before and since.

    Args:
        connection: An open connection.
        name: Only of this publisher.

    Yields:
        Edits in the order in which they were recorded.
    """
    statement = select(schema.source_edits).order_by(schema.source_edits.c.seq)
    if name is not None:
        statement = statement.where(schema.source_edits.c.name == writable(name))
    for row in connection.execute(statement).mappings():
        yield _from(dict(row))


def is_edited(connection: Connection, source: Source, *, recorded: datetime) -> bool:
    """Say whether people's word stands above what the register says now, which is kept beside it.

    Args:
        connection: A connection inside a writing transaction.
        source: What the register says.
        recorded: When this happens, in UTC.

    Returns:
        Whether what stands must stay as it is.
    """
    earlier = list(edits(connection, name=source.name))
    if not earlier:
        return False
    before = next((one.source for one in reversed(earlier) if one.by == REGISTER), None)
    # As without any edit: what the register does not state leaves what it stated before.
    stated = {} if before is None else source_row(before)
    said = source_from(stated | {name: value for name, value in source_row(source).items() if value is not None})
    if said != before:
        _append(connection, SourceEdit(writable(source.name), REGISTER, recorded.isoformat(timespec="seconds"), said), recorded=recorded)
    newest = next(one for one in reversed(earlier) if one.by != REGISTER)
    return newest.source is not None


def _register(connection: Connection, name: str) -> Source | None:
    return next((one.source for one in reversed(list(edits(connection, name=name))) if one.by == REGISTER), None)


def _standing(connection: Connection, name: str) -> Source | None:
    row = connection.execute(select(schema.sources).where(schema.sources.c.name == name)).mappings().first()
    return None if row is None else source_from(dict(row))


def _append(connection: Connection, made: SourceEdit, *, recorded: datetime) -> None:
    row = {
        "name": made.name,
        "by": made.by,
        "at": made.at,
        "stated": None if made.source is None else encode(source_row(made.source)),
        "recorded": recorded.isoformat(timespec="seconds"),
    }
    connection.execute(insert(schema.source_edits), row)


def _from(row: Row) -> SourceEdit:
    stated = None if row["stated"] is None else source_from(json.loads(row["stated"]))
    return SourceEdit(row["name"], row["by"], row["at"], stated, row["seq"])
