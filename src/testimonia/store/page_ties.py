"""Ties between bodies by number: who is tied to whom, and the claims that say so, without gathering the claims.

Bonds are looked up in `page_bonds`, which keeps the first claims of each; ties of other kinds in what is told of each body, the earliest.
"""

from collections.abc import Collection

from sqlalchemy import Connection, text

from testimonia.store.page_index import BONDS
from testimonia.store.parts import listed

_LISTED = "(SELECT value FROM json_each(:ids))"
_WHATS = "(SELECT value FROM json_each(:whats))"
_NEAR = f"""
SELECT other, sum(number) AS number FROM (
    SELECT upper AS other, count(*) AS number FROM page_bonds WHERE lower IN {_LISTED} AND what IN {_WHATS} GROUP BY upper
    UNION ALL SELECT lower, count(*) FROM page_bonds WHERE upper IN {_LISTED} AND what IN {_WHATS} GROUP BY lower
) AS near WHERE other NOT IN {_LISTED} GROUP BY other ORDER BY 2 DESC, 1 LIMIT :limit
"""
_BOUND = f"""
SELECT claim FROM (
    SELECT claim, lower, upper, row_number() OVER (PARTITION BY lower, what, upper ORDER BY claim) AS place
    FROM page_bonds WHERE lower IN {_LISTED} AND upper IN {_LISTED} AND what IN {_WHATS}
) AS bound WHERE place <= :each ORDER BY place, lower, upper, claim LIMIT :limit
"""
_TIED = f"""
SELECT c.id FROM json_each(:ids) AS i CROSS JOIN json_each(:whats) AS w CROSS JOIN page_records AS p
ON p.entity = i.value AND p.role = 0 AND p.what = w.value AND p.year <= coalesce((
    SELECT k.year FROM page_records AS k WHERE k.entity = i.value AND k.role = 0 AND k.what = w.value
    ORDER BY k.year, k.moment, k.record LIMIT 1 OFFSET :read
), 9999)
CROSS JOIN claims AS c ON c.id = p.record CROSS JOIN entity_referents AS er ON er.referent = c.object_referent AND er.entity IN {_LISTED}
LIMIT :limit
"""
_READ = 60
"""Claims of one kind that are looked through for each body, where there is no index of both ends."""


def near(connection: Connection, bodies: Collection[str], *, whats: Collection[str], limit: int) -> dict[str, int]:
    """Find who is tied to bodies by bonds.

    Args:
        connection: An open connection.
        bodies: Entities.
        whats: Predicates; those that are no bonds are passed over.
        limit: The most entities to give.

    Returns:
        The others with the number of claims kept, the most tied first.
    """
    found = connection.execute(text(_NEAR), {"ids": listed(bodies), "whats": listed(whats), "limit": limit})
    return {row.other: row.number for row in found}


def ties_between(connection: Connection, bodies: Collection[str], *, whats: Collection[str], each: int, limit: int) -> tuple[str, ...]:
    """Name the claims that tie bodies to one another.

    Args:
        connection: An open connection.
        bodies: Entities.
        whats: Predicates.
        each: The most claims of one bond between two.
        limit: The most claims in all, bonds before other ties.

    Returns:
        Claims by identifier, each once.
    """
    asked = {"ids": listed(bodies), "whats": listed(set(whats) & set(BONDS)), "each": each, "limit": limit}
    found = dict.fromkeys(connection.execute(text(_BOUND), asked).scalars())
    others = listed(set(whats) - set(BONDS))
    rest = {"ids": listed(bodies), "whats": others, "read": _READ, "limit": max(0, limit - len(found))}
    found.update(dict.fromkeys(connection.execute(text(_TIED), rest).scalars()))
    return tuple(found)
