"""What a lens needs beside a part, so that the part can be weighed by itself as it would be in the whole.

1. For every voice, subject and object, the claims on who stands below or above whom, followed upwards (`CLIMBED` steps): who speaks for
whom, and which ties excuse what looks like a clash.
2. What is compared with claims of the part without being about the same entity: a body has one beginning, one end and one parent, so the
others of what stands in the part as an object; an office has one holder, so the other holders; of two reports in one document it counts
what is told between them.
3. Other reports of events that clash with those of the part, the register of sources, the bearers of its names, and who copied whom.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from testimonia.model.knowledge import Findings, Knowledge
from testimonia.store.folding import fold
from testimonia.store.page_records import CopyOf
from testimonia.store.part_seen import beside
from testimonia.store.parts import Also, Said, findings_of, knowledge_of, listed, parties_of, rows, told_of

CLIMBED = 6
"""Steps followed upwards, as weighing follows them."""
MOST_BONDS = 600
"""Claims on bonds in a background, the nearest to the part first: where everybody is said to belong to everybody, no more are weighed."""
EACH_BOND = 4
"""Claims of one bond between two bodies in a background: who stands below whom is told by one, at which times by a few."""
MOST_COMPARED = 300
"""Claims about others that are compared with those of the part, besides what was found to agree or clash with it in the whole."""
LEAST_COMPARED = 4
"""Of these, at least so many of each body and predicate."""
MOST_TOLD = 100
"""Documents of the part, those that tell of most of it first, of which all reports are compared."""
HEAD = 600
"""Code points from the beginning of a text within which weighing looks for the document's title."""
_ONE_OF_A_KIND = ("founded", "dissolved", "armed_wing_of", "part_of")
"""Predicates of which a body has one, so that claims with different objects are compared."""
_SHARED_OFFICE = "has_role"
# Read in the order of the key, so that it ends where the limit is reached.
_ABOVE = """
SELECT upper, claim FROM (
    SELECT upper, claim, row_number() OVER (PARTITION BY lower, what, upper ORDER BY claim) AS place
    FROM page_bonds WHERE lower IN (SELECT value FROM json_each(:ids))
) WHERE place <= :each LIMIT :limit
"""
_WINGS = """
SELECT min(claim) AS claim FROM page_bonds WHERE what = 'armed_wing_of' AND upper IN (SELECT value FROM json_each(:ids)) GROUP BY upper
"""
_COMPARED = """
SELECT k.value FROM json_each(:ids) AS i CROSS JOIN json_each(:whats) AS w CROSS JOIN json_each((
    SELECT json_group_array(record) FROM (
        SELECT record FROM page_records WHERE entity = i.value AND role = :role AND what = w.value ORDER BY year, moment, record LIMIT :each
    )
)) AS k LIMIT :limit
"""
_OF_DOCUMENTS = "SELECT id FROM reports WHERE document IN (SELECT value FROM json_each(:ids))"
_BEARERS = "SELECT DISTINCT entity FROM page_names WHERE folded IN (SELECT value FROM json_each(:ids))"
_SPOKEN_FOR = "SELECT side FROM sources WHERE side IS NOT NULL AND name IN (SELECT value FROM json_each(:ids))"
_PUBLISHERS = "SELECT DISTINCT publisher, original_publisher FROM documents WHERE id IN (SELECT value FROM json_each(:ids))"
_COPIES = "SELECT * FROM page_copies WHERE document IN (SELECT value FROM json_each(:ids))"


@dataclass(frozen=True, slots=True)
class Weighable:
    """A part with its background: the claims and reports that are compared with its own, all that is known of it, and its copies."""

    compared: tuple[str, ...]
    knowledge: Knowledge
    copies: dict[str, CopyOf]


def weighable(connection: Connection, core: Collection[str], findings: Findings, *, also: Also) -> Weighable:
    """Gather what weighing a part takes.

    Args:
        connection: An open connection.
        core: Identifiers of the part's claims and reports.
        findings: What touches them.
        also: What else belongs to the part.

    Returns:
        The part with its background.
    """
    own = dict.fromkeys((*core, *beside(findings)))
    own.update(dict.fromkeys(beside(findings_of(connection, own))))
    told = told_of(connection, own)
    compared = _compared_with(connection, told)
    if not compared.keys() <= own.keys():
        own.update(compared)
        told = told_of(connection, own)
    documents = {record.document for record in _said(told)}
    bearers = _bearers(connection, told, documents)
    bonds = _bonds(connection, {*told.entity_of.values(), *bearers})
    copies = {row["document"]: _copy(row) for row in rows(connection, _COPIES, documents)}
    others = frozenset(name for copy in copies.values() for name in (copy.group, copy.of))
    with_all = Also(also.entities | bearers, also.documents | others, all_sources=True, head=HEAD if also.head == 0 else also.head)
    everything = knowledge_of(connection, (*own, *bonds), findings, with_all)
    copies |= {row["document"]: _copy(row) for row in rows(connection, _COPIES, everything.documents)}
    return Weighable(tuple(own), everything, copies)


def _compared_with(connection: Connection, told: Knowledge) -> dict[str, None]:
    """Find claims about other entities that rules compare with those of the part."""
    subjects = {told.who(claim.subject) for claim in told.claims}
    bodies = {told.who(claim.object) for claim in told.claims if claim.object is not None and claim.predicate == _SHARED_OFFICE}
    found: dict[str, None] = {}
    for ids, role, whats in ((subjects, 0, _ONE_OF_A_KIND), (bodies, 1, (_SHARED_OFFICE,))):
        each = max(LEAST_COMPARED, MOST_COMPARED // max(1, len(ids) * len(whats)))
        asked = {"ids": listed(ids), "role": role, "whats": listed(whats), "each": each, "limit": MOST_COMPARED}
        found.update(dict.fromkeys(connection.execute(text(_COMPARED), asked).scalars()))
    reports = Counter(report.document for report in told.reports)
    several = listed(document for document, number in reports.most_common(MOST_TOLD) if number > 1)
    found.update(dict.fromkeys(connection.execute(text(_OF_DOCUMENTS), {"ids": several}).scalars()))
    return found


def _bonds(connection: Connection, entities: Collection[str]) -> dict[str, None]:
    """Follow bonds upwards from everybody, and say whose wings there are."""
    claims: dict[str, None] = {}
    reached, layer = set(entities), set(entities)
    for _ in range(CLIMBED):
        above: set[str] = set()
        asked = {"ids": listed(layer), "each": EACH_BOND, "limit": MOST_BONDS - len(claims)}
        for upper, claim in connection.execute(text(_ABOVE), asked).all():
            claims[claim] = None
            above.add(upper)
        layer = above - reached
        reached |= layer
        if not layer or len(claims) >= MOST_BONDS:
            break
    claims.update(dict.fromkeys(connection.execute(text(_WINGS), {"ids": listed(reached)}).scalars()))
    return claims


def _bearers(connection: Connection, told: Knowledge, documents: Collection[str]) -> set[str]:
    """Find the entities whose names the part's publishers have, and the bodies that the register lets them speak for."""
    names = {name for row in connection.execute(text(_PUBLISHERS), {"ids": listed(documents)}).all() for name in row if name}
    voices = {party.words for record in _said(told) for party in parties_of(record)}
    sides = set(connection.execute(text(_SPOKEN_FOR), {"ids": listed(names | voices)}).scalars())
    folded = {fold(name) for name in names | sides}
    return set(connection.execute(text(_BEARERS), {"ids": listed(folded)}).scalars())


def _said(known: Knowledge) -> Iterator[Said]:
    yield from known.claims
    yield from known.reports


def _copy(row: Mapping[str, Any]) -> CopyOf:
    return CopyOf(row["document"], row["first"], row["other"], row["share"])
