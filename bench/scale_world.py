"""The people, bodies and places of a large synthetic knowledge base, and what is told of them; nothing in it is real.

Actors live in communities of some forty that tell mostly of one another; a few actors, the first of all, are told of everywhere. What is
told are facts and happenings; each is told as often as chance has it, so that some agree and some cannot all hold.
"""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bench.world import shares

from testimonia.model.claim import Value
from testimonia.model.kinds import EntityKind, EventType, Predicate

COMMUNITY = 40
"""Actors that tell mostly of one another."""
ELSEWHERE = 0.15
"""Share of the objects that are the best known actors of all instead of neighbours."""
BEST_KNOWN = 30
REPORTS = 0.2
"""Event reports to each claim."""
SLOPE = 0.85
"""How steeply popularity falls from one actor to the next."""
_ONSETS, _VOWELS = ["b", "d", "f", "g", "h", "j", "k", "l", "m", "n", "r", "s", "t", "w", "y", "z", "kh", "sh"], ["a", "i", "u", "aa"]
_ARABIC = dict(zip(_ONSETS, "بدفقهجكلمنرستويزخش", strict=True)) | {"a": "", "i": "ي", "u": "و", "aa": "ا"}
_BODIES: Sequence[tuple[EntityKind, str, str]] = (
    ("armed_group", "{} Front", "جبهة {}"),
    ("armed_group", "{} Movement", "حركة {}"),
    ("armed_group", "{} Army", "جيش {}"),
    ("armed_wing", "{} Brigades", "كتائب {}"),
    ("coalition", "{} Alliance", "تحالف {}"),
    ("political_body", "{} Party", "حزب {}"),
    ("state_force", "{} Guard", "حرس {}"),
    ("person", "{} {}", "{} {}"),
    ("person", "{} {}", "{} {}"),
    ("civil_org", "{} Committee", "لجنة {}"),
)
_TOLD: Sequence[tuple[Predicate, str, int]] = (
    ("opposes", "fought against", 16),
    ("allied_with", "was allied with", 9),
    ("member_of", "was a member of", 7),
    ("part_of", "was part of", 5),
    ("affiliated_with", "was linked to", 5),
    ("armed_wing_of", "was the armed wing of", 3),
    ("split_from", "split from", 4),
    ("merged_into", "merged into", 2),
    ("operates_in", "operated in", 14),
    ("strength", "had", 7),
    ("founded", "was founded", 5),
    ("dissolved", "was dissolved", 2),
    ("ideology", "called its cause", 4),
    ("states_position", "said that it sought", 7),
    ("capability", "was seen with", 4),
    ("known_as", "was also known as", 6),
)
_WORDS = ("autonomy", "dialogue", "elections", "reform", "land", "water", "amnesty", "federation", "withdrawal", "recognition", "schools")
_TYPES: Sequence[tuple[EventType, str, int]] = (
    ("ASSAULT", "clashed with", 12),
    ("ASSAULT", "shelled positions of", 6),
    ("AGREE", "signed a truce with", 2),
    ("CONSULT", "held talks with", 3),
    ("ACCUSE", "accused", 3),
    ("PROTEST", "rallied against", 2),
    ("RETREAT", "withdrew before", 1),
)


@dataclass(frozen=True, slots=True)
class Somebody:
    """An actor or a place, with its names: Latin, Arabic, and a short one."""

    id: str
    kind: EntityKind
    name: str
    arabic: str
    short: str
    latitude: float | None = None
    longitude: float | None = None


@dataclass(slots=True)
class Fact:
    """What may be told of an actor, in words; `said` collects the claims that tell it. Denials of a fact point at it."""

    predicate: Predicate
    subject: Somebody
    words: str
    object: Somebody | None = None
    value: Value | None = None
    edtf: str | None = None
    denies: "Fact | None" = None
    said: list[str] = field(default_factory=list)

    @property
    def coded(self) -> str | None:
        """The value as the store writes it."""
        if self.value is None:
            return None
        return json.dumps({name: got for name in Value.__slots__ if (got := getattr(self.value, name)) is not None}, ensure_ascii=False)


@dataclass(slots=True)
class Happening:
    """What may be told to have happened; `said` collects the reports with the number of killed that each gives, None for no number."""

    type: EventType
    words: str
    initiator: Somebody
    target: Somebody
    place: Somebody
    day: str | None
    killed: int | None
    said: list[tuple[str, int | None]] = field(default_factory=list)


class ScaleWorld:
    """Everybody and everything, made from a seed."""

    def __init__(self, chance: random.Random, *, claims: int, actors: int) -> None:
        """Name everybody."""
        self.chance = chance
        self._minted = 0
        self.actors = [self._actor(number) for number in range(actors)]
        self.places = [self._place() for _ in range(max(6, actors // 4))]
        self.outlets = [self._named("media", "{} Post", "صحيفة {}") for _ in range(max(4, actors // 40))]
        self._shares = shares(claims, actors, slope=SLOPE)

    def everybody(self) -> Iterator[Somebody]:
        """Go through all who are entities.

        Yields:
            Actors, places and outlets.
        """
        yield from self.actors
        yield from self.places
        yield from self.outlets

    def communities(self) -> Iterator[list[Fact | Happening]]:
        """Tell of one community after another.

        Yields:
            Facts and happenings, each as often as it is told, in the order in which documents tell them.
        """
        # Dealt out like cards, so that every community has some who are well known.
        number = max(1, len(self.actors) // COMMUNITY)
        for start in range(number):
            members = range(start, len(self.actors), number)
            told: list[Fact | Happening] = []
            for member in members:
                told += self._told_of(member, [self.actors[other] for other in members])
            self.chance.shuffle(told)
            yield told

    def _told_of(self, member: int, neighbours: Sequence[Somebody]) -> Iterator[Fact | Happening]:
        chance, left, facts = self.chance, self._shares[member], list[Fact]()
        most = max(12, left // 20)
        while left > 0:
            times = min(left, most, int(chance.paretovariate(1.1)))
            fact = self._denial(facts) if facts and chance.random() < 0.02 else self._fact(self.actors[member], neighbours)
            facts.append(fact)
            yield from [fact] * times
            left -= times
            if chance.random() < REPORTS:
                yield from [self._happening(self.actors[member], neighbours)] * times

    def _fact(self, subject: Somebody, neighbours: Sequence[Somebody]) -> Fact:
        chance = self.chance
        if subject.kind == "person" and chance.random() < 0.6:
            body, role = self._other(neighbours), chance.choice(("commander", "spokesman", "leader", "secretary"))
            return Fact("has_role", subject, f"was {role} of {body.name}", body, Value(role=role), self._time())
        ((predicate, words, _),) = chance.choices(_TOLD, [weight for *_, weight in _TOLD])
        if predicate == "operates_in":
            place = chance.choice(self.places)
            return Fact(predicate, subject, f"{words} {place.name}", place, edtf=self._time())
        if predicate == "strength":
            low = chance.randrange(1, 60) * 50
            return Fact(predicate, subject, f"{words} {low} fighters", value=Value(low=low, high=low, unit="fighters"), edtf=self._time())
        if predicate in ("founded", "dissolved"):
            year = str(1970 + hash_of(subject.id) % 20 + chance.choice((0, 0, 0, 1, 3)) + (20 if predicate == "dissolved" else 0))
            return Fact(predicate, subject, f"{words} in {year}", edtf=year)
        if predicate in ("ideology", "states_position", "capability"):
            text = " and ".join(chance.sample(_WORDS, 2))
            return Fact(predicate, subject, f"{words} {text}", value=Value(text=text), edtf=self._time())
        if predicate == "known_as":
            name = chance.choice((subject.short, subject.arabic))
            return Fact(predicate, subject, f"{words} {name}", value=Value(text=name, name_kind="alias"))
        body = self._other(neighbours)
        return Fact(predicate, subject, f"{words} {body.name}", body, edtf=self._time())

    def _denial(self, facts: Sequence[Fact]) -> Fact:
        fact = self.chance.choice(facts)
        told = fact.denies or fact
        return Fact(told.predicate, told.subject, f"never {told.words}", told.object, told.value, told.edtf, told)

    def _happening(self, actor: Somebody, neighbours: Sequence[Somebody]) -> Happening:
        chance = self.chance
        ((kind, words, _),) = chance.choices(_TYPES, [weight for *_, weight in _TYPES])
        place = self.places[(hash_of(actor.id) + int(chance.paretovariate(0.9))) % len(self.places)]
        day = (
            f"{chance.randrange(1990, 2024)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}" if chance.random() < 0.85 else None
        )
        killed = int(chance.paretovariate(0.7)) if kind == "ASSAULT" and chance.random() < 0.6 else None
        return Happening(kind, words, actor, self._other(neighbours), place, day, None if killed is None else min(killed, 900))

    def _other(self, neighbours: Sequence[Somebody]) -> Somebody:
        everywhere = self.chance.random() < ELSEWHERE
        return self.chance.choice(self.actors[:BEST_KNOWN] if everywhere else neighbours)

    def _time(self) -> str | None:
        chance, year = self.chance, self.chance.randrange(1985, 2024)
        form = chance.randrange(5)
        if form == 0:
            return None
        return (f"{year}", f"{year}-{chance.randrange(1, 13):02}", f"{year}/{min(2024, year + 1 + chance.randrange(9))}", f"{year}/..")[
            form - 1
        ]

    def _actor(self, number: int) -> Somebody:
        kind, latin, arabic = _BODIES[hash_of(str(number)) % len(_BODIES)]
        return self._named(kind, latin, arabic)

    def _place(self) -> Somebody:
        place = self._named("place", "{}", "{}")
        latitude, longitude = self.chance.uniform(-50, 60), self.chance.uniform(-120, 140)
        return Somebody(place.id, "place", place.name, place.arabic, place.short, round(latitude, 4), round(longitude, 4))

    def _named(self, kind: EntityKind, latin: str, arabic: str) -> Somebody:
        words = [self._word() for _ in range(latin.count("{}"))]
        name = latin.format(*(word for word, _ in words))
        short = "".join(word[:2].upper() for word in name.split()) + str(self._minted % 97)
        return Somebody(f"n-{self._minted:016x}", kind, name, arabic.format(*(script for _, script in words)), short)

    def _word(self) -> tuple[str, str]:
        """Make a word that nothing else has, in both scripts."""
        self._minted += 1
        number, latin, arabic = self._minted + len(_ONSETS) * len(_VOWELS), "", ""
        while number:
            number, place = divmod(number, len(_ONSETS) * len(_VOWELS))
            onset, vowel = _ONSETS[place // len(_VOWELS)], _VOWELS[place % len(_VOWELS)]
            latin, arabic = latin + onset + vowel, arabic + _ARABIC[onset] + _ARABIC[vowel]
        return latin.capitalize(), arabic


def hash_of(text: str) -> int:
    """Make a number of a text, the same on every run.

    Args:
        text: Any text.

    Returns:
        A number from 0 on.
    """
    number = 0
    for character in text:
        number = (number * 31 + ord(character)) % 1_000_003
    return number
