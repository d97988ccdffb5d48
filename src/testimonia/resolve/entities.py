"""Entities from clusters: kind, names, coordinates, and an identifier that survives rebuilds."""

from collections.abc import Iterable, Mapping, Sequence

from testimonia.model.claim import Claim
from testimonia.model.entity import Entity
from testimonia.model.identifiers import identify
from testimonia.model.referent import Referent
from testimonia.resolve.ground import Located
from testimonia.resolve.kinds import KindEvidence, decide_kind
from testimonia.resolve.naming import name_claims, names_of


def make_entities(
    clusters: Iterable[Sequence[Referent]],
    claims: Iterable[Claim],
    *,
    evidence: KindEvidence,
    located: Mapping[str, Located],
    known: Mapping[str, str],
    public: frozenset[str],
) -> tuple[Entity, ...]:
    """Make an entity of every cluster, except of people without a public role.

    Args:
        clusters: Referents judged to be one thing, each oldest first.
        claims: Claims of all documents, for names.
        evidence: What decides kinds.
        located: From place referent to its entry in the gazetteer.
        known: From referent to its entity in an earlier build.
        public: Persons with a public role.

    Returns:
        Entities in the clusters' order.
    """
    kept = [members for members in clusters if members[0].cls != "person" or any(member.id in public for member in members)]
    carried = name_claims(claims)
    ids = _identify_all(kept, known)
    entities: list[Entity] = []
    for entity_id, members in zip(ids, kept, strict=True):
        name, names = names_of(members, carried)
        entry = next((located[member.id] for member in members if member.id in located), None)
        entities.append(
            Entity(
                entity_id,
                decide_kind(members, evidence),
                name,
                names,
                tuple(member.id for member in members),
                gazetteer=None if entry is None else entry.id,
                latitude=None if entry is None else entry.latitude,
                longitude=None if entry is None else entry.longitude,
                country=None if entry is None else entry.country,
            )
        )
    return tuple(entities)


def _identify_all(clusters: Sequence[Sequence[Referent]], known: Mapping[str, str]) -> list[str]:
    """Give each cluster the known identifier of its oldest member that has one; where two claim one, the older cluster keeps it."""
    taken: set[str] = set()
    ids: list[str | None] = []
    for members in clusters:
        earlier = next((known[member.id] for member in members if member.id in known and known[member.id] not in taken), None)
        if earlier is not None:
            taken.add(earlier)
        ids.append(earlier)
    fresh: list[str] = []
    for members, entity_id in zip(clusters, ids, strict=True):
        fresh.append(entity_id or _fresh(members[0].id, taken))
    return fresh


def _fresh(founder: str, taken: set[str]) -> str:
    """A hash of the founding referent; counted up where an earlier build gave that one to another entity."""
    entity_id = identify("n", founder)
    turn = 2
    while entity_id in taken:
        entity_id = identify("n", founder, turn)
        turn += 1
    taken.add(entity_id)
    return entity_id
