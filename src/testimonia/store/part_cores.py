"""Which claims and reports a part is about, page by page.

An actor's claims and reports are paged by group: role, then predicate or type, as the tallies have them; within a group the earliest come
first. A page ends in the midst of a group as well as between two; its cursor holds the place of the last one.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from testimonia.errors import StoreError
from testimonia.store.page_cursors import cursor, key_of
from testimonia.store.page_records import About
from testimonia.store.page_tables import ROLES, UNDATED, VOICE

# One statement for all groups: each is read from its own place in the index, and no further than a page can take.
_GROUPS = """
SELECT g.role, g.what, (
    SELECT json_group_array(json_array(k.year, k.moment, k.record)) FROM (
        SELECT p.year, p.moment, p.record FROM page_records AS p WHERE p.entity = :entity AND p.role = g.role AND p.what = g.what
        AND p.year BETWEEN :since AND :until ORDER BY p.year, p.moment, p.record LIMIT :limit
    ) AS k
) AS told, (
    SELECT json_group_array(json_array(k.year, k.moment, k.record)) FROM (
        SELECT p.year, p.moment, p.record FROM page_records AS p WHERE p.entity = :entity AND p.role = g.role AND p.what = g.what
        AND p.year < :undated ORDER BY p.year DESC, p.moment DESC, p.record DESC LIMIT :latest
    ) AS k
) AS lately
FROM (
    SELECT DISTINCT role, what FROM page_tallies WHERE entity = :entity AND role BETWEEN :first AND :last
    AND (:what IS NULL OR what = :what) AND (:any OR what IN (SELECT value FROM json_each(:whats)))
    AND year BETWEEN :since AND :until AND (role, what) > (:after_role, :after_what)
) AS g ORDER BY g.role, g.what
"""
_GROUP = """
SELECT year, moment, record FROM page_records WHERE entity = :entity AND role = :role AND what = :what
AND (year, moment, record) > (:year, :moment, :record) AND year <= :until ORDER BY year, moment, record LIMIT :limit
"""
_OF_DOCUMENT = """
SELECT id, start, "end" FROM claims WHERE document = :document AND (:what IS NULL OR predicate = :what)
UNION ALL SELECT id, start, "end" FROM reports WHERE document = :document AND (:what IS NULL OR type = :what) ORDER BY 2, 3, 1
"""
_OF_EVENT = "SELECT m.value FROM events AS e, json_each(e.reports) AS m WHERE e.id = :id"
_OF_DISPUTE = "SELECT m.value FROM disputes AS x, json_each(x.positions) AS p, json_each(p.value, '$.claims') AS m WHERE x.id = :id"
_ALL = 2**31
_OF_CLAIMS = ROLES.index("object")
_ROLES = {None: (0, VOICE - 1), "claims": (0, _OF_CLAIMS), "reports": (_OF_CLAIMS + 1, VOICE - 1)}


@dataclass(frozen=True, slots=True)
class Core:
    """Identifiers of claims and reports in the page's order, and where the next page begins, None after the last."""

    records: tuple[str, ...]
    after: str | None = None


def core_of(connection: Connection, about: About) -> Core:
    """Find what a part is about.

    Args:
        connection: An open connection.
        about: What is asked for.

    Returns:
        The claims and reports, each once; none where there is no such thing.

    Raises:
        StoreError: Nothing is asked for, or more than one thing, or a cursor is none.
    """
    given = [about.entity, about.event, about.document, about.dispute, about.voice, about.claims or None]
    if sum(one is not None for one in given) != 1:
        raise StoreError("a part is about exactly one thing: an entity, event, document, dispute, voice, or some claims")
    if about.document is not None:
        return _of_document(connection, about)
    if about.event is not None or about.dispute is not None:
        found = connection.execute(text(_OF_DISPUTE if about.event is None else _OF_EVENT), {"id": about.event or about.dispute})
        return Core(tuple(dict.fromkeys(found.scalars())))
    if about.claims:
        return Core(tuple(dict.fromkeys(about.claims)))
    return _of_entity(connection, about)


def _of_document(connection: Connection, about: About) -> Core:
    found = connection.execute(text(_OF_DOCUMENT), {"document": about.document, "what": about.what})
    records = list(dict.fromkeys(row.id for row in found))
    (start,) = key_of(about.after, kinds=(int,)) or (0,)
    if about.limit is None or start + about.limit >= len(records):
        return Core(tuple(records[start:]))
    return Core(tuple(records[start : start + about.limit]), cursor((start + about.limit,)))


def _of_entity(connection: Connection, about: About) -> Core:
    begun = key_of(about.after, kinds=(int, str, int, str, str))
    taken: dict[str, None] = {}
    last: tuple[object, ...] | None = None
    for key in _keys(connection, about, begun):
        if key[-1] in taken:
            continue
        if about.limit is not None and len(taken) == about.limit:
            return Core(tuple(taken), None if last is None else cursor(last))
        taken[str(key[-1])] = None
        last = key
    return Core(tuple(taken))


def _keys(connection: Connection, about: About, begun: tuple[Any, ...] | None) -> Iterator[tuple[Any, ...]]:
    """Go through the group in which the page before ended, then through those after it."""
    year = UNDATED if about.year == 0 else about.year
    first, last = (VOICE, VOICE) if about.voice is not None else _ROLES[about.only]
    since, until = (0, UNDATED) if year is None else (year, year)
    most = _ALL if about.limit is None else about.limit + 1
    asked = {"entity": about.entity or about.voice, "until": until, "limit": most if about.each is None else min(most, about.each)}
    role, what = (-1, "") if begun is None else begun[:2]
    if begun is not None:
        place = dict(zip(("year", "moment", "record"), begun[2:], strict=True))
        for row in connection.execute(text(_GROUP), {**asked, **place, "role": role, "what": what}):
            yield (role, what, row.year, row.moment, row.record)
    rest = {"since": since, "what": about.what, "first": first, "last": last, "after_role": role, "after_what": what}
    rest |= {"any": not about.whats, "whats": json.dumps(about.whats), "latest": about.latest, "undated": UNDATED}
    for group in connection.execute(text(_GROUPS), {**asked, **rest}):
        for key in (*json.loads(group.told), *json.loads(group.lately)):
            yield (group.role, group.what, *key)
