"""Note what changes, so that the next weighing brings up to date what rests on it and nothing else.

Whatever puts documents, claims, reports or who is who passes here, in its own transaction: nothing that was changed can be forgotten.
"""

import json
from collections.abc import Iterable

from sqlalchemy import Connection, Table, text

from testimonia.store import page_index, schema
from testimonia.store.coding import Row

_REWRITTEN = "DELETE FROM written WHERE document IN (SELECT value FROM json_each(:ids))"
_TOUCHED = "INSERT OR REPLACE INTO touched SELECT value, 0 FROM json_each(:ids)"
_MOVED = """
INSERT OR REPLACE INTO touched
SELECT c.id, 0 FROM json_each(:ids) AS i CROSS JOIN referents AS r ON r.id = i.value CROSS JOIN claims AS c ON c.document = r.document
UNION SELECT c.id, 0 FROM json_each(:ids) AS i CROSS JOIN referents AS r ON r.id = i.value
CROSS JOIN reports AS c ON c.document = r.document
"""


def touch(connection: Connection, table: Table, *, new: Iterable[Row], former: Iterable[Row], gone: Iterable[Row]) -> None:
    """Note that rows of a table changed.

    Args:
        connection: A connection inside a writing transaction.
        table: Any table.
        new: Rows as they are now, those that changed and those that came.
        former: Those that changed, as they were.
        gone: Those that went.
    """
    if table in (schema.claims, schema.reports):
        rows = [*new, *gone]
        _ask(connection, _REWRITTEN, {row["document"] for row in rows})
        if page_index.is_filled(connection):
            _ask(connection, _TOUCHED, {row["id"] for row in rows})
    elif table is schema.documents:
        _ask(connection, _REWRITTEN, {row["id"] for row in new if "id" in row})
    elif table is schema.entity_referents and page_index.is_filled(connection):
        before = {row["referent"]: row["entity"] for row in (*former, *gone)}
        now = {row["referent"]: row["entity"] for row in new}
        _ask(connection, _MOVED, {name for name in before.keys() | now.keys() if before.get(name) != now.get(name)})


def _ask(connection: Connection, statement: str, ids: Iterable[str]) -> None:
    wanted = sorted(set(ids))
    if wanted:
        connection.execute(text(statement), {"ids": json.dumps(wanted)})
