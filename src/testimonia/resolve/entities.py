"""Entities from clusters: kind, names, coordinates, and an identifier that survives rebuilds."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from testimonia.model.claim import Claim
from testimonia.model.entity import Entity
from testimonia.model.referent import Referent
from testimonia.resolve.ground import Located
from testimonia.resolve.identities import identify_clusters, lead_here
from testimonia.resolve.kinds import KindEvidence, decide_kind
from testimonia.resolve.naming import name_claims, names_of


def make_entities(
    clusters: Iterable[Sequence[Referent]],
    claims: Iterable[Claim],
    *,
    evidence: KindEvidence,
    located: Mapping[str, Located],
    known: Sequence[Entity] = (),
    public: frozenset[str],
    same_as: Mapping[str, tuple[str, ...]] | None = None,
) -> tuple[Entity, ...]:
    """Make an entity of every cluster, except of people without a public role.

    Args:
        clusters: Referents judged to be one thing, each oldest first.
        claims: Claims of all documents, for names.
        evidence: What decides kinds.
        located: From place referent to its entry in the gazetteer.
        known: Entities of an earlier build; identifiers stay, and those that fall away lead to what they were merged into.
        public: Persons with a public role.
        same_as: From referent to identifiers elsewhere, as a register gives them.

    Returns:
        Entities in the clusters' order.
    """
    kept = [members for members in clusters if members[0].cls != "person" or any(member.id in public for member in members)]
    carried = name_claims(claims)
    members_of = [[member.id for member in members] for members in kept]
    ids = identify_clusters(members_of, known)
    formerly = lead_here(members_of, ids, known)
    elsewhere = same_as or {}
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
                country=None if entry is None else entry.country or None,
                precision=None if entry is None else entry.level,
                divisions=() if entry is None else entry.divisions,
                formerly=formerly.get(entity_id, ()),
                same_as=tuple(dict.fromkeys(chain.from_iterable(elsewhere.get(member.id, ()) for member in members))),
            )
        )
    return tuple(entities)
