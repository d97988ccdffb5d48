"""Sides: who speaks for whom, read from the claims themselves, so that one body's several mouths are one witness.

A wing and its party, a unit and its command, a spokesman and his group are one side. Two bodies are one side if one stands above the
other or the same body stands above both. A person is never a bridge: a minister who once commanded a militia does not make the two one
side.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from testimonia.model.document import Source
from testimonia.model.entity import Entity
from testimonia.text.names import fold_name
from testimonia.weigh.assertions import Assertion

BONDS = {"armed_wing_of": "is said to be the armed wing of", "part_of": "is said to be part of", "has_role": "is said to hold a role in"}
"""Predicates that tie a mouth to the body that it speaks for, in words. A coalition's members stay separate voices; so do affiliates."""

HEIGHT = 6
"""Steps followed upwards. Real chains of command are shorter; the limit stops a run of misread claims from joining strangers."""


@dataclass(frozen=True, slots=True)
class Sides:
    """For each entity the bodies that it speaks for, itself included, each with the words that say so."""

    above: Mapping[str, Mapping[str, str]]

    def of(self, entity: str) -> Mapping[str, str]:
        """Give the bodies that an entity speaks for.

        Args:
            entity: An entity id.

        Returns:
            Entity ids with the reason in words; the entity itself comes first, with an empty reason.
        """
        return self.above.get(entity, {entity: ""})


def sides_of(assertions: Iterable[Assertion], *, entities: Mapping[str, Entity], sources: Mapping[str, Source]) -> Sides:
    """Read who speaks for whom.

    Args:
        assertions: Prepared claims; denied ones tie nobody.
        entities: Entities by id, for names.
        sources: The register of sources, whose `side` ties a publisher to a party.

    Returns:
        The sides of every entity that speaks for another.
    """
    parents: dict[str, dict[str, str]] = {}
    for made in assertions:
        bond = BONDS.get(made.claim.predicate)
        if bond is not None and made.target is not None and not made.negated:
            parents.setdefault(made.subject, {}).setdefault(
                made.target, f"{_name(entities, made.subject)} {bond} {_name(entities, made.target)}"
            )
    for publisher, party, reason in _registered(entities, sources):
        parents.setdefault(publisher, {}).setdefault(party, reason)
    return Sides({entity: _climb(entity, parents, entities) for entity in parents})


def _climb(entity: str, parents: Mapping[str, Mapping[str, str]], entities: Mapping[str, Entity]) -> dict[str, str]:
    above, layer = {entity: ""}, [entity]
    for _ in range(HEIGHT):
        following = []
        for lower in layer:
            for upper, reason in parents.get(lower, {}).items():
                if upper not in above and not _is_person(entities, upper):
                    above[upper] = "; ".join(filter(None, (above[lower], reason)))
                    following.append(upper)
        layer = following
    return above


def _registered(entities: Mapping[str, Entity], sources: Mapping[str, Source]) -> Iterable[tuple[str, str, str]]:
    """Yield publishers that the register ties to a party, where both are entities."""
    wanted = {fold_name(name) for source in sources.values() if source.side for name in (source.name, source.side)}
    if not wanted:
        return
    known: dict[str, str] = {}
    for entity in entities.values():
        for name in (entity.name, *(name.text for name in entity.names)):
            if entity.kind != "place" and fold_name(name) in wanted:
                known.setdefault(fold_name(name), entity.id)
    for source in sources.values():
        publisher, party = known.get(fold_name(source.name)), known.get(fold_name(source.side or ""))
        if publisher is not None and party is not None and publisher != party:
            yield publisher, party, f"the register of sources says that {source.name} speaks for {source.side}"


def _is_person(entities: Mapping[str, Entity], entity: str) -> bool:
    return entity in entities and entities[entity].kind == "person"


def _name(entities: Mapping[str, Entity], entity: str) -> str:
    return entities[entity].name if entity in entities else entity
