"""What waits for a decision, the most urgent first, a page at a time.

Records for which something speaks stand in `attention` with a rank until they are decided on; the rest waits where it was read, in the
order of documents and their texts. Contested records come before all others. A page is a few looks into indices, however long the queue.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from heapq import merge
from itertools import islice
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, text

from testimonia.errors import DecisionError
from testimonia.model.decision import RecordKind, ReviewState, kind_of
from testimonia.store import schema
from testimonia.store.review_records import REST, TIER, Deciders, Hour, Progress, Urgency, Waiting

CONTESTED = 0
"""The tier of records on which people decided differently."""
_AT_ONCE = 10_000
_TABLES: dict[RecordKind, str] = {"claim": "claims", "report": "reports"}

_CONTESTED = """
SELECT record FROM standings WHERE kind = :kind AND state = 'contested' AND record > :record ORDER BY record LIMIT :limit
"""
_RANKED = """
SELECT record, rank FROM attention WHERE kind = :kind AND (rank, record) > (:rank, :record) ORDER BY rank, record LIMIT :limit
"""
# CROSS JOIN keeps the documents outermost: their order is that of capture, and the index of each one's rows gives the order within.
_UNRANKED = """
SELECT d.seq, r.position, r.id FROM documents d CROSS JOIN {table} r ON r.document = d.id
WHERE d.seq >= :seq AND (d.seq > :seq OR r.position > :position)
AND NOT EXISTS (SELECT 1 FROM attention a WHERE a.record = r.id)
AND NOT EXISTS (SELECT 1 FROM standings s WHERE s.stands = r.id AND s.state <> 'proposed')
ORDER BY d.seq, r.position LIMIT :limit
"""
_RERANKED = """
UPDATE standings SET rank = CASE
    WHEN EXISTS (SELECT 1 FROM {table}_aside a WHERE a.id = standings.record)
    OR form = '' AND EXISTS (SELECT 1 FROM {table} r WHERE r.id = standings.record)
    THEN coalesce((SELECT a.rank FROM attention a WHERE a.record = standings.record), rank, :rest)
END WHERE kind = :kind
"""
_DECIDED_ARE_DONE = "DELETE FROM attention WHERE record IN (SELECT record FROM standings WHERE state <> 'proposed')"
_RANKED_TOTALS = """
INSERT INTO attention_totals (kind, tier, total)
SELECT kind, tier, sum(n) FROM (
    SELECT kind, rank / :tier AS tier, count(*) AS n FROM attention GROUP BY 1, 2
    UNION ALL SELECT kind, rank / :tier, count(*) FROM standings WHERE rank < :rest AND state <> 'proposed' GROUP BY 1, 2
) GROUP BY 1, 2
"""
_REST_TOTAL = """
INSERT INTO attention_totals (kind, tier, total) SELECT :kind, :rest / :tier,
    (SELECT count(*) FROM {table}) - (SELECT count(*) FROM attention WHERE kind = :kind)
    - (SELECT count(*) FROM standings s CROSS JOIN {table} r ON r.id = s.stands WHERE s.kind = :kind AND s.state <> 'proposed')
    + (SELECT count(*) FROM standings WHERE kind = :kind AND rank = :rest AND state <> 'proposed')
"""
_WAITING = """
SELECT t.kind, t.tier, t.total - coalesce(done.n, 0) FROM attention_totals t LEFT JOIN (
    SELECT kind, rank / :tier AS tier, count(*) AS n FROM standings WHERE state <> 'proposed' AND rank IS NOT NULL GROUP BY 1, 2
) done USING (kind, tier) ORDER BY t.kind, t.tier
"""
_STATES = "SELECT kind, state, count(*) FROM standings GROUP BY kind, state ORDER BY kind, state"
_BY_CODER = """
SELECT "by", CASE WHEN record LIKE 'e-%' THEN 'report' ELSE 'claim' END AS kind, verdict, count(*) FROM decisions
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""
_TODAY = """
SELECT "by", CAST(substr(recorded, 12, 2) AS INTEGER), count(*) FROM decisions
WHERE recorded >= :day AND recorded < :next AND verdict IN ('ACCEPTED', 'CORRECTED', 'REJECTED') GROUP BY 1, 2 ORDER BY 1, 2
"""
# CROSS JOIN keeps the order of the tables: from the few that people decided on to their lines among the many.
_BY_RULE = """
SELECT rule, sum(n), sum(n * refused) FROM (
    {}
) GROUP BY rule ORDER BY rule
""".format(
    " UNION ALL ".join(
        f"""SELECT r.rule AS rule, count(*) AS n, 0 AS refused FROM standings s CROSS JOIN {table} r ON r.id = s.record
    WHERE s.state = 'accepted' AND s.form = '' GROUP BY 1
    UNION ALL SELECT r.rule, count(*), 1 FROM standings s CROSS JOIN {table}_aside r ON r.id = s.record
    WHERE s.state IN ('corrected', 'rejected') GROUP BY 1"""
        for table in _TABLES.values()
    )
)


class _Place(NamedTuple):
    """A place in the queue: rank, then for the rest the document and the position in it, else the record."""

    rank: int
    seq: int
    position: int
    record: str


_BEGINNING = _Place(-1, 0, 0, "")


def put_attention(connection: Connection, urgencies: Iterable[Urgency]) -> None:
    """Put a new order of what waits in the place of the former one.

    Args:
        connection: A connection inside a writing transaction.
        urgencies: What is to be looked at first, each record once; what people decided already may be among them.
    """
    connection.execute(delete(schema.attention))
    _insert(connection, urgencies)
    _follow(connection)


def change_attention(connection: Connection, urgencies: Iterable[Urgency]) -> None:
    """Put the records that were touched in their places among the others.

    Args:
        connection: A connection inside a writing transaction.
        urgencies: Those of the touched records that are to be looked at before the rest.
    """
    connection.execute(text("DELETE FROM attention WHERE record IN (SELECT record FROM touched WHERE shown = 1)"))
    _insert(connection, urgencies)
    _follow(connection)


def is_ranked(connection: Connection, doubted: Collection[str]) -> bool:
    """Say whether the queue was worked out since the whole was weighed last, with the same rules in doubt.

    Args:
        connection: An open connection.
        doubted: Rules that people often corrected.

    Returns:
        False where all records have to be put in their places.
    """
    before = set(connection.execute(text("SELECT rule FROM doubted")).scalars())
    return before == set(doubted) and connection.execute(text("SELECT 1 FROM attention_totals LIMIT 1")).first() is not None


def _insert(connection: Connection, urgencies: Iterable[Urgency]) -> None:
    rows = ({"record": one.record, "kind": one.kind, "rank": one.rank} for one in urgencies)
    while some := list(islice(rows, _AT_ONCE)):
        connection.execute(insert(schema.attention), some)


def _follow(connection: Connection) -> None:
    """Have what people decided on leave the queue, and count what is left."""
    bound = {"tier": TIER, "rest": REST}
    for kind, table in _TABLES.items():
        connection.execute(text(_RERANKED.format(table=table)), bound | {"kind": kind})
    connection.execute(text(_DECIDED_ARE_DONE))
    connection.execute(delete(schema.attention_totals))
    connection.execute(text(_RANKED_TOTALS), bound)
    for kind, table in _TABLES.items():
        connection.execute(text(_REST_TOTAL.format(table=table)), bound | {"kind": kind})


def waiting(connection: Connection, kinds: Iterable[RecordKind], *, after: str, limit: int) -> list[Waiting]:
    """Give a page of what waits.

    Args:
        connection: An open connection.
        kinds: Claims, reports, or both in one order.
        after: The `cursor` of the last one on the page before; empty to begin.
        limit: The most to give.

    Returns:
        Records by rank.

    Raises:
        DecisionError: The cursor is none.
    """
    place = _place_from(after)
    found = (_of_kind(connection, kind, place, limit) for kind in sorted(set(kinds)))
    shown = islice(merge(*found), max(0, limit))
    return [Waiting(record, kind_of(record), rank, f"{rank}.{seq}.{position}.{record}") for rank, seq, position, record in shown]


def decided_by_rule(connection: Connection) -> dict[str, tuple[int, int]]:
    """Say how what each rule proposed fared with people.

    Args:
        connection: An open connection.

    Returns:
        For each rule on how many of its proposals people decided, and how many of these they corrected or rejected.
    """
    return {rule: (decided, refused) for rule, decided, refused in connection.execute(text(_BY_RULE))}


def progress(connection: Connection, day: date) -> Progress:
    """Say how far review is.

    Args:
        connection: An open connection.
        day: The day whose hours are counted, UTC.

    Returns:
        Counts by kind, state, tier, person and hour.
    """
    hours = {"day": day.isoformat(), "next": f"{day.isoformat()}T99"}
    states: dict[tuple[RecordKind, ReviewState], int] = {(kind, state): count for kind, state, count in connection.execute(text(_STATES))}
    return Progress(
        states={key: count for key, count in states.items() if key[1] != "proposed"},
        waiting={(kind, tier): count for kind, tier, count in connection.execute(text(_WAITING), {"tier": TIER})},
        by_coder=tuple(Deciders(*row) for row in connection.execute(text(_BY_CODER))),
        today=tuple(Hour(*row) for row in connection.execute(text(_TODAY), hours)),
    )


def _of_kind(connection: Connection, kind: RecordKind, place: _Place, limit: int) -> Iterator[_Place]:
    """The three parts of the queue one after another, each begun where the place lies."""
    left = limit
    if place.rank <= CONTESTED:
        after = place.record if place.rank == CONTESTED else ""
        for row in connection.execute(text(_CONTESTED), {"kind": kind, "record": after, "limit": left}).all():
            left -= 1
            yield _Place(CONTESTED, 0, 0, row.record)
    if left > 0 and place.rank < REST:
        bound = {"kind": kind, "rank": place.rank, "record": place.record, "limit": left}
        for row in connection.execute(text(_RANKED), bound).all():
            left -= 1
            yield _Place(row.rank, 0, 0, row.record)
    if left > 0:
        seq, position = (place.seq, place.position) if place.rank == REST else (0, 0)
        # A report at the very place of a claim comes after it.
        at = position - (place.rank == REST and kind == "report" and place.record.startswith("c-"))
        bound = {"seq": seq, "position": at, "limit": left}
        if place.rank < REST:
            bound["position"] = -(2**62)
        for row in connection.execute(text(_UNRANKED.format(table=_TABLES[kind])), bound).all():
            yield _Place(REST, row.seq, row.position, row.id)


def _place_from(cursor: str) -> _Place:
    if not cursor:
        return _BEGINNING
    parts = cursor.split(".", 3)
    try:
        return _Place(int(parts[0]), int(parts[1]), int(parts[2]), parts[3])
    except (ValueError, IndexError) as error:
        raise DecisionError(f"{cursor!r} is no place in the queue; begin without one") from error
