"""People's decisions in the parts of pages: at once, and not only after the next weighing.

A claim that was corrected gives way to its correction, one that was rejected goes, one that was added by hand comes in.
"""

import json
from collections.abc import Iterable

from sqlalchemy import Connection, text

from testimonia.store.page_records import About

_CHANGED = "SELECT record, stands FROM standings WHERE form <> '' AND record IN (SELECT value FROM json_each(:ids))"
_MADE = """
SELECT s.stands FROM standings AS s WHERE s.stale = 1 AND s.made IS NOT NULL AND s.stands IS NOT NULL AND EXISTS (
    SELECT 1 FROM json_each(s.referents) AS r CROSS JOIN entity_referents AS er ON er.referent = r.value AND er.entity = :entity
) ORDER BY s.record
"""


def as_decided(connection: Connection, records: Iterable[str]) -> tuple[str, ...]:
    """Put what stands in the place of what was weighed.

    Args:
        connection: An open connection.
        records: Identifiers of claims and reports.

    Returns:
        The identifiers under which they stand, each once; what was rejected is missing.
    """
    names = list(records)
    changed = {row.record: row.stands for row in connection.execute(text(_CHANGED), {"ids": json.dumps(sorted(names))})}
    return tuple(dict.fromkeys(stands for name in names if (stands := changed.get(name, name)) is not None))


def newly_made(connection: Connection, about: About) -> tuple[str, ...]:
    """Find what people said of an entity by hand since the last weighing.

    Args:
        connection: An open connection.
        about: What a part is about.

    Returns:
        Identifiers; none but on the first page.
    """
    if about.entity is None or about.after is not None or about.what is not None or about.year is not None or about.whats:
        return ()
    return tuple(connection.execute(text(_MADE), {"entity": about.entity}).scalars())
