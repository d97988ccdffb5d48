"""Sides: who speaks for whom and when, read from the claims themselves, so that one body's several mouths are one witness.

A wing and its party, a unit and its command, a spokesman and his group are one side, for as long as that is said to hold. Two bodies are
one side if one stands above the other or the same body stands above both. A person is never a bridge: a minister who once commanded a
militia does not make the two one side.

A bond without a date holds at all times, until a split that somebody dates. A bond of a day or a year, whose beginning and end nobody
states, is taken to hold a year longer on either side.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from testimonia.model.document import Source
from testimonia.model.entity import Entity
from testimonia.text.names import fold_name
from testimonia.weigh.assertions import Assertion
from testimonia.weigh.times import EARLIEST, LATEST, Span, meet

BONDS = {"armed_wing_of": "is said to be the armed wing of", "part_of": "is said to be part of", "has_role": "is said to hold a role in"}
"""Predicates that tie a mouth to the body that it speaks for, in words. A coalition's members stay separate voices; so do affiliates."""

HEIGHT = 6
"""Steps followed upwards. Real chains of command are shorter; the limit stops a run of misread claims from joining strangers."""

MOST_ABOVE = 32
"""Bodies that one mouth speaks for, the nearest first: real ones speak for fewer, and what thousands of claims misread stays bounded."""

LINGERS = 366
"""Days that a bond is taken to have held before and after a date on which it is said to hold, where nobody says from when to when."""

ALWAYS: Span = (EARLIEST, LATEST)

NAMED = 8
"""Claims named as evidence of one bond; a party and its wing may be told of in thousands of documents."""


@dataclass(frozen=True, slots=True)
class Speaks:
    """That somebody speaks for a body: in words, by which claims, how surely (0 to 1); all empty and 1 for the body itself."""

    words: str = ""
    claims: tuple[str, ...] = ()
    strength: float = 1.0


@dataclass(slots=True)
class _Bond:
    """One mouth and the body above it: when the bond holds, and the claims that say so."""

    words: str
    spans: list[Span] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)
    registered: bool = False

    @property
    def strength(self) -> float:
        return 1.0 if self.registered else 1 - 0.5 ** max(1, len(self.documents))

    def holds(self, during: Span) -> bool:
        return any(meet(span, during) for span in self.spans)


ITSELF = Speaks()


class Sides:
    """For each entity the bodies that it speaks for, itself included."""

    def __init__(self, bonds: Mapping[str, Mapping[str, _Bond]], entities: Mapping[str, Entity], named: Mapping[str, str]) -> None:
        """Keep the bonds; who speaks for whom is followed upwards when somebody asks."""
        self._bonds, self._entities, self._named = bonds, entities, named
        self._asked: dict[tuple[str, Span], Mapping[str, Speaks]] = {}
        self._limited: dict[str, bool] = {}

    def of(self, entity: str, *, during: Span = ALWAYS) -> Mapping[str, Speaks]:
        """Give the bodies that an entity speaks for.

        Args:
            entity: An entity id.
            during: The days on which it may have spoken.

        Returns:
            Entity ids with how that is known; the entity itself comes first.
        """
        if entity not in self._bonds:
            return {entity: ITSELF}
        if (entity, during) not in self._asked:
            self._asked[entity, during] = self._climb(entity, during)
        return self._asked[entity, during]

    def depend_on_time(self, entity: str) -> bool:
        """Say whether an entity speaks for others at some times only.

        Args:
            entity: An entity id.

        Returns:
            True if any bond above it has a beginning or an end.
        """
        if entity not in self._bonds:
            return False
        if entity not in self._limited:
            reached = [body for body in self.of(entity) if body in self._bonds]
            self._limited[entity] = any(ALWAYS not in bond.spans for body in reached for bond in self._bonds[body].values())
        return self._limited[entity]

    def speaks(self, entity: str) -> bool:
        """Say whether an entity speaks for anybody besides itself, at any time.

        Args:
            entity: An entity id.

        Returns:
            True if any bond ties it to a body.
        """
        return entity in self._bonds

    def turns(self, entity: str) -> list[Span]:
        """Give the times on which it depends for whom an entity speaks.

        Args:
            entity: An entity id.

        Returns:
            The days of every bond above it, each span once; none where it speaks for the same bodies at all times. At two times that meet
            the same of these spans it speaks for the same bodies.
        """
        if not self.depend_on_time(entity):
            return []
        reached = [body for body in self.of(entity) if body in self._bonds]
        return sorted({span for body in reached for bond in self._bonds[body].values() for span in bond.spans})

    def told(self) -> dict[str, str]:
        """Say of everybody who speaks for another all that findings show of it.

        Returns:
            By entity one text: to whom, when and how it is bound, in the order in which bonds are followed up; not by which claims.
        """
        return {
            lower: json.dumps([self._told(*bond) for bond in bonds.items()], ensure_ascii=False) for lower, bonds in self._bonds.items()
        }

    def _told(self, upper: str, bond: _Bond) -> list[object]:
        name, is_person = _name(self._entities, upper), _is_person(self._entities, upper)
        return [upper, name, is_person, bond.words, [] if ALWAYS in bond.spans else sorted(bond.spans)]

    def body_named(self, name: str) -> str | None:
        """Find the body that the register of sources names as somebody's side.

        Args:
            name: The name as the register has it.

        Returns:
            Its entity id, or None where it is no entity.
        """
        return self._named.get(fold_name(name))

    def _climb(self, entity: str, during: Span) -> dict[str, Speaks]:
        above, layer = {entity: ITSELF}, [entity]
        for _ in range(HEIGHT):
            following = []
            for lower in layer:
                for upper, bond in self._bonds.get(lower, {}).items():
                    if len(above) > MOST_ABOVE:
                        return above
                    if upper not in above and bond.holds(during) and not _is_person(self._entities, upper):
                        below = above[lower]
                        words = "; ".join(filter(None, (below.words, bond.words)))
                        claims = (*below.claims, *bond.claims[:NAMED])
                        above[upper] = Speaks(words, claims, min(below.strength, bond.strength))
                        following.append(upper)
            layer = following
        return above


def sides_of(assertions: Iterable[Assertion], *, entities: Mapping[str, Entity], sources: Mapping[str, Source]) -> Sides:
    """Read who speaks for whom.

    Args:
        assertions: Prepared claims; denied ones tie nobody.
        entities: Entities by id, for names.
        sources: The register of sources, whose `side` ties a publisher to a party.

    Returns:
        The sides of every entity that speaks for another.
    """
    bonds: dict[str, dict[str, _Bond]] = {}
    made = [one for one in assertions if one.target is not None and not one.negated]
    splits = _splits(made)
    for one in made:
        phrase = BONDS.get(one.claim.predicate)
        if phrase is None or one.target is None:
            continue
        words = f"{_name(entities, one.subject)} {phrase} {_name(entities, one.target)}"
        bond = bonds.setdefault(one.subject, {}).setdefault(one.target, _Bond(words))
        span = _until_split(_span(one), splits.get((one.subject, one.target)))
        if ALWAYS not in bond.spans and span not in bond.spans:
            bond.spans.append(span)
        bond.claims.append(one.id)
        bond.documents.add(one.claim.document)
    named = _named(entities, sources)
    for source in sources.values():
        publisher, party = named.get(fold_name(source.name)), named.get(fold_name(source.side or ""))
        if publisher is not None and party is not None and publisher != party:
            bond = bonds.setdefault(publisher, {}).setdefault(party, _Bond(said_by_register(source)))
            bond.registered = True
            bond.spans.append(ALWAYS)
    return Sides(bonds, entities, named)


def said_by_register(source: Source) -> str:
    """Say for whom the register lets a publisher speak.

    Args:
        source: An entry of the register of sources with a side.

    Returns:
        The reason in words, without a full stop.
    """
    return f"the register of sources says that {source.name} speaks for {source.side}"


def _span(made: Assertion) -> Span:
    """The days on which a bond is said to hold, wider where its date is no beginning and end."""
    if made.span is None or made.claim.when is None:
        return ALWAYS
    if "/" in made.claim.when.edtf:
        return made.span
    return max(EARLIEST, made.span[0] - LINGERS), min(LATEST, made.span[1] + LINGERS)


def _splits(assertions: Iterable[Assertion]) -> dict[tuple[str, str], int]:
    """The last day by which each body had split from another, as the latest of those that date it say."""
    found: dict[tuple[str, str], int] = {}
    for made in assertions:
        if made.claim.predicate == "split_from" and made.target is not None and made.span is not None and made.span[1] < LATEST:
            key = made.subject, made.target
            found[key] = max(found.get(key, EARLIEST), made.span[1])
    return found


def _until_split(span: Span, split: int | None) -> Span:
    return (span[0], split) if split is not None and span[0] <= split and span[1] == LATEST else span


def _named(entities: Mapping[str, Entity], sources: Mapping[str, Source]) -> dict[str, str]:
    """The entities that the register names as publishers or sides, by folded name."""
    wanted = {fold_name(name) for source in sources.values() if source.side for name in (source.name, source.side)}
    known: dict[str, str] = {}
    for entity in entities.values() if wanted else ():
        for name in (entity.name, *(name.text for name in entity.names)):
            if entity.kind != "place" and fold_name(name) in wanted:
                known.setdefault(fold_name(name), entity.id)
    return known


def _is_person(entities: Mapping[str, Entity], entity: str) -> bool:
    return entity in entities and entities[entity].kind == "person"


def _name(entities: Mapping[str, Entity], entity: str) -> str:
    return entities[entity].name if entity in entities else entity
