"""The world of a synthetic corpus: outlets with kinds and sides, parties with wings and spokesmen, towns on a grid, and names for all.

Nothing in it is real. A name is a number in syllables, so that no two are alike and none has to be remembered.
"""

import random
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from testimonia.model.document import Source
from testimonia.model.entity import Entity, Name
from testimonia.model.kinds import EntityKind
from testimonia.model.party import Party

FIRST_DAY, LAST_DAY = date(1996, 1, 1), date(2023, 12, 31)
"""Within these days the documents were published."""
SPOKEN_FOR = 0.15
"""Share of the outlets that the register says speak for a party."""
STEP = 2.5
"""Degrees between two towns: more than 120 km everywhere south of the 60th parallel, so that no two are taken for one."""
TWIN_DEGREES = 0.2
"""Degrees of latitude from a town to the village that stands for it in some reports, some 22 km."""
TOWNS = 60 * 40

_SYLLABLES = tuple(onset + vowel for onset in ("b", "d", "f", "g", "k", "l", "m", "n", "r", "s", "t", "v", "z") for vowel in "aeiou")
_KINDS = ("independent_media", "independent_media", "partisan_media", "state", "ngo", "academic", None)
_DESCRIBED = ("a resident", "a security source", "a local official", "an eyewitness", "a doctor", "a trader", "an analyst", "a diplomat")


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher: its entity, and the party that the register says it speaks for."""

    entity: Entity
    kind: str | None
    party: str | None

    @property
    def name(self) -> str:
        """What documents call it."""
        return self.entity.name


@dataclass(frozen=True, slots=True)
class Family:
    """A party, its wing in some years, a unit of the wing, and a spokesman of the party: voices that are one side when they are."""

    party: Entity
    wing: Entity
    unit: Entity
    spokesman: Entity
    first_year: int
    last_year: int

    def bodies(self, voice: Entity, *, tied: bool) -> frozenset[str]:
        """Name the bodies whose word a voice of this family is.

        Args:
            voice: One of its four.
            tied: Whether it speaks when the wing is the party's.

        Returns:
            Entity ids.
        """
        if voice is self.party:
            return frozenset((voice.id,))
        if voice is self.spokesman:
            return frozenset((voice.id, self.party.id))
        own = {voice.id, self.wing.id}
        return frozenset(own | {self.party.id} if tied else own)


class World:
    """Everybody who speaks and everywhere something happens; made from a seed."""

    def __init__(self, chance: random.Random, *, claims: int) -> None:
        """Make as many as a corpus of so many claims would have."""
        self._chance = chance
        self._minted = 0
        self.families = [self._family() for _ in range(3 + int(claims**0.5 / 10))]
        self.outlets = [self._outlet() for _ in range(12 + int(claims**0.5 / 2))]
        self._weights = list(accumulate(1 / (place + 2) for place in range(len(self.outlets))))
        self.described = [f"{who} of {self.name()}" for who in _DESCRIBED for _ in range(4 + int(claims**0.5 / 20))]
        self.towns: list[tuple[Entity, Entity]] = []
        self._seen = 0

    def name(self) -> str:
        """Make a name that nothing else has.

        Returns:
            At least three syllables and a capital.
        """
        self._minted += 1
        number, parts = self._minted + len(_SYLLABLES) ** 2, []
        while number:
            number, place = divmod(number, len(_SYLLABLES))
            parts.append(_SYLLABLES[place])
        return "".join(parts).capitalize()

    def body(self, kind: EntityKind = "armed_group", *, called: str = "{}") -> Entity:
        """Make an entity.

        Args:
            kind: Its kind.
            called: A pattern for its name.

        Returns:
            One with a name and a referent of its own.
        """
        name = called.format(self.name())
        return Entity(f"e-{self._minted:08}", kind, name, (Name(name),), (f"r-{self._minted:08}",))

    def outlet(self) -> Outlet:
        """Choose an outlet; a few publish most.

        Returns:
            One of the outlets.
        """
        return self.outlets[bisect(self._weights, self._chance.random() * self._weights[-1])]

    def town(self, number: int) -> tuple[Entity, Entity]:
        """Give a town and the village beside it.

        Args:
            number: Which; there are `TOWNS`.

        Returns:
            Two places, less than 30 and more than 15 km apart.
        """
        while len(self.towns) <= number:
            across, up = divmod(len(self.towns), 40)
            latitude, longitude = up * STEP - 48.0, across * 2 * STEP - 150.0
            pair = (self.body("place"), self.body("place"))
            self.towns.append((_at(pair[0], latitude, longitude), _at(pair[1], latitude + TWIN_DEGREES, longitude)))
        return self.towns[number]

    def unseen_towns(self) -> list[Entity]:
        """Hand over the towns that are new.

        Returns:
            Towns and villages since the last time.
        """
        new, self._seen = self.towns[self._seen :], len(self.towns)
        return [place for pair in new for place in pair]

    def sources(self) -> list[Source]:
        """Write the register of sources.

        Returns:
            One entry per outlet.
        """
        return [Source(outlet.name, kind=outlet.kind, side=outlet.party) for outlet in self.outlets]

    def _family(self) -> Family:
        first = self._chance.randrange(1996, 2010)
        return Family(
            self.body("political_body", called="{} Party"),
            self.body("armed_wing", called="{} Brigades"),
            self.body("armed_wing", called="{} Company"),
            self.body("person"),
            first,
            first + self._chance.randrange(4, 10),
        )

    def _outlet(self) -> Outlet:
        party = self._chance.choice(self.families).party.name if self._chance.random() < SPOKEN_FOR else None
        return Outlet(self.body("media", called="{} News"), self._chance.choice(_KINDS), party)


def party_of(entity: Entity, *, publisher: bool = False) -> Party:
    """Put an entity into a slot.

    Args:
        entity: Who.
        publisher: Whether as the publisher of a document.

    Returns:
        A party by name.
    """
    return Party(entity.name, entity.referents[0], "publisher" if publisher else "name")


def shares(total: int, ranks: int, *, slope: float) -> Sequence[int]:
    """Share out claims so that a few have many and most have few, as Zipf's law has it.

    Args:
        total: How many to share.
        ranks: Among how many.
        slope: How steep.

    Returns:
        The share of each rank, the largest first; at least one each, together the total or a little more.
    """
    weights = [(rank + 3) ** -slope for rank in range(ranks)]
    scale = total / sum(weights)
    return [max(1, round(weight * scale)) for weight in weights]


def _at(place: Entity, latitude: float, longitude: float) -> Entity:
    return Entity(place.id, place.kind, place.name, place.names, place.referents, latitude=latitude, longitude=longitude)
