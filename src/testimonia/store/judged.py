"""What people are shown who decide on identity: the pairs left open, what others decided, and whom some referents are.

Each question costs as much as it gives, however large the knowledge base.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator

from sqlalchemy import Connection, text

from testimonia.model.entity import Entity
from testimonia.model.judgement import RULE, Judgement
from testimonia.model.referent import Referent
from testimonia.store.derived_rows import entity_from, judgement_from
from testimonia.store.read_rows import referent_from
from testimonia.store.review_records import OpenPair

_LISTED = "(SELECT value FROM json_each(:ids))"
_BY_PEOPLE = 'SELECT * FROM judgements WHERE substr("by", 1, :long) <> :rule AND superseded IS NULL ORDER BY seq'
# As `review.open_questions` orders them: the likeliest first, those of more documents before others of their score.
_OPEN_PAIRS = """
WITH asked AS MATERIALIZED (
    SELECT j.id, j.score, min(a.entity, b.entity) AS one, max(a.entity, b.entity) AS other
    FROM judgements AS j CROSS JOIN entity_referents AS a ON a.referent = j."left"
    CROSS JOIN entity_referents AS b ON b.referent = j."right"
    WHERE j.verdict = 'UNSURE' AND substr(j."by", 1, :long) = :rule AND j.superseded IS NULL AND a.entity <> b.entity
), pairs AS MATERIALIZED (
    SELECT * FROM (
        SELECT *, row_number() OVER (PARTITION BY one, other ORDER BY score DESC, id DESC) AS place,
            count(*) OVER (PARTITION BY one, other) - 1 AS others
        FROM asked
    ) WHERE place = 1
), sizes AS MATERIALIZED (
    SELECT entity, count(*) AS number FROM entity_referents WHERE entity IN (SELECT one FROM pairs UNION SELECT other FROM pairs) GROUP BY 1
)
SELECT p.one, p.other, p.id, p.score, p.others FROM pairs AS p
JOIN sizes AS s ON s.entity = p.one JOIN sizes AS t ON t.entity = p.other
JOIN entities AS e ON e.id = p.one JOIN entities AS f ON f.id = p.other
ORDER BY p.score DESC, s.number + t.number DESC, e.name, f.name
"""
_JUDGED = f"SELECT * FROM judgements WHERE id IN {_LISTED} ORDER BY seq"
_NEWEST = 'SELECT seq FROM judgements WHERE substr("by", 1, :long) = :rule ORDER BY seq DESC LIMIT 1'
_SUPERSEDED = "SELECT count(*), max(superseded) FROM judgements WHERE superseded IS NOT NULL"
_ENTITIES = "SELECT count(*), max(since) FROM entities"
_BEHIND = f"SELECT referent, entity FROM entity_referents WHERE referent IN {_LISTED}"
_OF_ENTITY = f"SELECT entity, referent FROM entity_referents WHERE entity IN {_LISTED} ORDER BY entity, position"
_NAMED = f"SELECT * FROM entities WHERE id IN {_LISTED}"
_REFERENTS = f"SELECT * FROM referents WHERE id IN {_LISTED}"
_RULES = {"rule": RULE, "long": len(RULE)}


def by_people(connection: Connection) -> Iterator[Judgement]:
    """Give what people decided on identity, with what they took back.

    Args:
        connection: An open connection.

    Yields:
        Judgements in the order in which they were recorded.
    """
    for row in connection.execute(text(_BY_PEOPLE), _RULES).mappings():
        yield judgement_from(dict(row))


def open_pairs(connection: Connection) -> tuple[OpenPair, ...]:
    """Give the pairs of entities that rules left open.

    Args:
        connection: An open connection.

    Returns:
        Each pair once, the likeliest to be one first, those of more documents before others of their score.
    """
    return tuple(OpenPair(*row) for row in connection.execute(text(_OPEN_PAIRS), _RULES).all())


def judgements_named(connection: Connection, ids: Collection[str]) -> dict[str, Judgement]:
    """Give some judgements.

    Args:
        connection: An open connection.
        ids: Their identifiers.

    Returns:
        Judgements by identifier, as they were recorded last.
    """
    return {row["id"]: judgement_from(dict(row)) for row in connection.execute(text(_JUDGED), _ids(ids)).mappings()}


def mark(connection: Connection) -> str:
    """Mark what rules found of identity.

    Args:
        connection: An open connection.

    Returns:
        Words that differ as soon as names were compared anew or entities changed.
    """
    parts = [
        connection.execute(text(_NEWEST), _RULES).first(),
        *(connection.execute(text(one)).first() for one in (_SUPERSEDED, _ENTITIES)),
    ]
    return json.dumps([None if part is None else list(part) for part in parts])


def entities_behind(connection: Connection, referents: Collection[str]) -> dict[str, str]:
    """Give the entity behind each of some referents.

    Args:
        connection: An open connection.
        referents: Their identifiers.

    Returns:
        Referent to entity.
    """
    return {row.referent: row.entity for row in connection.execute(text(_BEHIND), _ids(referents))}


def entities_named(connection: Connection, ids: Collection[str]) -> dict[str, Entity]:
    """Give some entities, whole.

    Args:
        connection: An open connection.
        ids: Their identifiers.

    Returns:
        Entities by identifier.
    """
    of_entity: defaultdict[str, list[str]] = defaultdict(list)
    for row in connection.execute(text(_OF_ENTITY), _ids(ids)):
        of_entity[row.entity].append(row.referent)
    rows = connection.execute(text(_NAMED), _ids(ids)).mappings()
    return {row["id"]: entity_from(dict(row), referents=tuple(of_entity[row["id"]])) for row in rows}


def referents_named(connection: Connection, ids: Collection[str]) -> dict[str, Referent]:
    """Give some referents.

    Args:
        connection: An open connection.
        ids: Their identifiers.

    Returns:
        Referents by identifier.
    """
    return {row["id"]: referent_from(dict(row)) for row in connection.execute(text(_REFERENTS), _ids(ids)).mappings()}


def _ids(ids: Collection[str]) -> dict[str, str]:
    return {"ids": json.dumps(sorted(set(ids)))}
