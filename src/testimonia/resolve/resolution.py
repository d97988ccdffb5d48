"""From referents to entities: the order in which evidence is asked.

1. Lay the ground: stated names, relations and lists that keep apart, parents, places located.
2. Organisations and named events: one name in two documents, names that resemble each other, short forms within a document, stated names.
3. Once more with the clusters of the first pass, if wings and parents are stated: a shared parent lifts a doubt, other parents raise one.
4. Places, then persons with a public role (their organisations are known by now).
5. Clusters under all that keeps apart; judgements in agreement with them; entities with kind, names and identifier.
"""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from testimonia.model.claim import Claim
from testimonia.model.document import Document, Source
from testimonia.model.entity import Entity
from testimonia.model.event import EventReport
from testimonia.model.judgement import Judgement
from testimonia.model.known_group import KnownGroup
from testimonia.model.referent import Referent
from testimonia.resolve.aliases import AliasTable, propose_by_aliases, table_of_aliases
from testimonia.resolve.entities import make_entities
from testimonia.resolve.ground import Ground, GroupKey, Locate, lay_ground
from testimonia.resolve.kinds import gather_kind_evidence
from testimonia.resolve.people import propose_same_persons, public_persons, roles_in_bodies
from testimonia.resolve.proposals import Proposals
from testimonia.resolve.registered import propose_by_register
from testimonia.resolve.same_name import propose_same_names
from testimonia.resolve.same_place import propose_same_places
from testimonia.resolve.short_forms import propose_short_forms
from testimonia.resolve.state_forces import propose_state_forces
from testimonia.resolve.structure import propose_by_structure

_BODIES = frozenset(("org", "named_event"))


@dataclass(frozen=True, slots=True)
class Resolution:
    """The rules' judgements of this build, and the entities that they and people's judgements give."""

    judgements: tuple[Judgement, ...]
    entities: tuple[Entity, ...]

    def entity_of(self) -> dict[str, str]:
        """Map every referent of an entity to it.

        Returns:
            From referent to entity id; persons without a public role stand nowhere in it.
        """
        return {referent: entity.id for entity in self.entities for referent in entity.referents}


@contextmanager
def _without_collector() -> Iterator[None]:
    """Rest Python's search for cycles: the records made here hold none, and it would walk through all of them again and again (a third of
    the time at 100,000 names; memory at the peak is the same, `bench.names`).

    Afterwards they count as old, so that it does not walk through all of them at once; what others have frozen stays so.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()


@_without_collector()
def resolve_referents(
    referents: Sequence[Referent],
    claims: Sequence[Claim],
    *,
    documents: Mapping[str, Document],
    reports: Sequence[EventReport] = (),
    earlier: Sequence[Judgement] = (),
    known: Sequence[Entity] = (),
    register: Sequence[KnownGroup] = (),
    sources: Mapping[str, Source] | None = None,
    locate: Locate | None = None,
) -> Resolution:
    """Decide which referents of all documents are one thing, and say why.

    Judgements of people stand above every rule; rules' judgements of earlier builds are made anew. UNSURE pairs are left apart and kept
    for review. Nothing here says which claim is true.

    Args:
        referents: Referents of all documents, oldest document first, each document's in the order of first mention.
        claims: Claims of all documents.
        documents: Documents by id, for their publishers.
        reports: Event reports of all documents; opponents in a clash are two.
        earlier: Judgements made before, oldest first.
        known: Entities of the earlier build, so that identifiers stay.
        register: Known groups; they support and never override what documents say.
        sources: The register of sources by publisher's name.
        locate: Finds places: from place referents to gazetteer entries.

    Returns:
        New judgements and all entities; the same input gives the same output.
    """
    ground = lay_ground(referents, claims, reports=reports, earlier=earlier, register=register, locate=locate)
    public = public_persons(ground.referents, claims)
    table = table_of_aliases(ground, public=public)
    proposals = _judge_bodies(ground, table)
    if ground.parents:
        ground = replace(ground, roots=proposals.cluster().root_of())
        proposals = _judge_bodies(ground, table)
    _judge_places_and_people(ground, proposals, table, claims, public)
    clustering = proposals.cluster()
    entities = make_entities(
        [[ground.referents[member] for member in members] for members in clustering.clusters],
        claims,
        evidence=gather_kind_evidence(claims, documents, sources or {}, reports=reports),
        located=ground.located,
        known=known,
        public=public,
        same_as=_same_as(ground, register),
    )
    return Resolution(proposals.settled(clustering), entities)


def _same_as(ground: Ground, register: Sequence[KnownGroup]) -> dict[str, tuple[str, ...]]:
    """Give each organisation's referent the identifiers elsewhere of the one entry that bears its name."""
    entries = {group.id: group for group in register}
    found: dict[str, tuple[str, ...]] = {}
    for (cls, key), members in ground.groups.items():
        bearing = ground.registered.get(key, frozenset())
        if cls == "org" and len(bearing) == 1:
            found.update((member, entries[min(bearing)].same_as) for member in members)
    return found


def _judge_bodies(ground: Ground, table: AliasTable) -> Proposals:
    """Organisations and named events, in the order of the module's second step."""
    proposals = Proposals(ground)
    bearers = propose_same_names(ground, proposals)
    propose_by_structure(ground, proposals, bearers=bearers, also=table.also_called(ground))
    propose_state_forces(ground, proposals, bearers=bearers)
    propose_by_register(ground, proposals, bearers=bearers)
    table = table.with_names(ground, propose_short_forms(ground, proposals))
    propose_by_aliases(ground, proposals, table, bearers=bearers, classes=_BODIES)
    return proposals


def _judge_places_and_people(
    ground: Ground, proposals: Proposals, table: AliasTable, claims: Sequence[Claim], public: frozenset[str]
) -> None:
    propose_same_places(ground, proposals)
    offices = any(claim.predicate == "has_role" for claim in claims)
    bodies = roles_in_bodies(claims, proposals.cluster().root_of()) if offices else {}
    persons = propose_same_persons(ground, proposals, public=public, bodies=bodies)
    places: dict[GroupKey, tuple[str, ...]] = {key: members[:1] for key, members in ground.groups.items() if key[0] == "place"}
    propose_by_aliases(ground, proposals, table, bearers={**persons, **places}, classes=frozenset(("person", "place")))
