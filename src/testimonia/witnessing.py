"""Witnessing: who has it from whom, for every claim of a knowledge base as a release gives it, without holding the claims.

Whose word is taken changes nothing here: who speaks for whom is read from all claims on bonds, and which documents are copies was found
when everything was weighed.
"""

from collections.abc import Callable, Collection
from dataclasses import replace

from testimonia.model.entity import Entity
from testimonia.model.knowledge import Knowledge
from testimonia.model.stemma import Witness
from testimonia.publish.stemma_rows import Said, WitnessOf
from testimonia.store.in_order import InOrder
from testimonia.weigh.assertions import assertions_of
from testimonia.weigh.copies import Copy
from testimonia.weigh.independence import Witnesses
from testimonia.weigh.sides import BONDS, sides_of

PARTINGS = ("split_from",)
"""Predicates that end a bond."""


def witnesses_in(stored: InOrder) -> WitnessOf:
    """Read what tells witnesses apart.

    Args:
        stored: A knowledge base as of one moment.

    Returns:
        For the knowledge of one document, what gives the witness behind each of its claims and reports.
    """
    bonds = _bonds(stored)
    sides = sides_of(assertions_of(bonds), entities=bonds.entities, sources=bonds.sources)
    copies = {copy.document: Copy(copy.group, copy.of, copy.share) for copy in stored.copies()}
    originals = {
        document.id: document for document in stored.documents({name for copy in copies.values() for name in (copy.group, copy.of)})
    }

    def of_document(part: Knowledge) -> Callable[[Said], Witness]:
        known = replace(part, documents=originals | dict(part.documents), sources=bonds.sources, claims=(), reports=())
        witnesses = Witnesses(known, (), copies=copies, sides=sides)
        return lambda said: witnesses.of(said.document, said.attribution, when=said.when)

    return of_document


def _bonds(stored: InOrder) -> Knowledge:
    """What is claimed of who speaks for whom, and of when bodies parted that were bound."""
    sources = {source.name: source for source in stored.sources()}
    whole = any(source.side is not None for source in sources.values())  # the register names bodies by any of their names
    entities: dict[str, Entity] = {entity.id: entity for entity in (stored.entities() if whole else stored.named())}
    bound = _told(stored, tuple(BONDS), None)
    lower = {bound.entity_of[claim.subject.referent] for claim in bound.claims if claim.subject.referent is not None}
    parted = _told(stored, PARTINGS, lower)
    claims, entity_of = (*bound.claims, *parted.claims), {**bound.entity_of, **parted.entity_of}
    documents = {document.id: document for document in stored.documents({claim.document for claim in claims})}
    return Knowledge(documents, sources, entities, entity_of, claims, ())


def _told(stored: InOrder, predicates: Collection[str], of: Collection[str] | None) -> Knowledge:
    claims, entity_of = [], dict[str, str]()
    for claim, entities in stored.told_on(predicates, of=of):
        claims.append(claim)
        entity_of.update(entities)
    return Knowledge({}, {}, {}, entity_of, tuple(claims), ())
