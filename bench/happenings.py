"""Happenings of a synthetic corpus: events told by several, with figures that agree or do not, denials, twins, and sums that are none.

Two events never share town and day, nor do events of one town lie closer than two weeks, unless it is planted that they are told with two
dates. So what is one happening is known without asking any rule.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from bench.planted import PlantedDispute, PlantedEvent, PlantedToll, Side, Told, count_of, is_agreement, side_of
from bench.scribe import Scribe
from bench.world import FIRST_DAY, LAST_DAY, TOWNS

from testimonia.model.entity import Entity
from testimonia.model.kinds import Status

FORTNIGHT = 15
DAYS = (LAST_DAY - FIRST_DAY).days - FORTNIGHT
STRIDE, STEPS = 7, 97
"""From one event to the next: so many towns on, and after a round so many fortnights."""
SUMS = 0.03
"""Share of the happenings that come with a sum over their year."""
CALM = ("plain", "bare")
CONTESTED = ("figures", "figures", "denied", "twin places", "two days", "blame")


class Happenings:
    """Makes one event after another, each in another town or another fortnight."""

    def __init__(self, scribe: Scribe, *, towns: int) -> None:
        """Begin in the first of so many towns."""
        self._scribe, self._made = scribe, 0
        self._towns = min(TOWNS, towns) // STRIDE * STRIDE + 1  # no multiple of the stride, so that every town has its turn
        self.events: list[PlantedEvent] = []
        self.disputes: list[PlantedDispute] = []
        self.agreements: list[Side] = []

    def happen(self, initiator: Entity, target: Entity, other: Entity, *, size: int, calm: bool) -> None:
        """Let something happen and be told.

        Args:
            initiator: Who attacked.
            target: Who was attacked.
            other: Whom else some may blame.
            size: By how many reports, at least.
            calm: Whether nobody disputes it.
        """
        scribe, chance = self._scribe, self._scribe.chance
        scribe.begin()
        town, village = scribe.world.town(self._made * STRIDE % self._towns)
        fortnight = self._made // self._towns * STEPS % (DAYS // FORTNIGHT)
        day = FIRST_DAY + timedelta(days=FORTNIGHT * fortnight + chance.randrange(8))
        self._made += 1
        kind, killed = chance.choice(CALM if calm else CONTESTED), chance.randrange(3, 60)
        half = max(1, size // 2)
        when = day.isoformat()
        if kind == "bare":
            self._event(scribe.reports(size, initiator, target, town, when=when))
        elif kind == "figures":
            self._figures(initiator, target, town, when=when, killed=killed, size=size)
        elif kind == "blame":
            self._blame(initiator, other, target, town, when=when, killed=killed, half=half)
        elif kind == "two days":
            self._days(initiator, target, town, day=day, killed=killed, half=half)
        else:
            told = scribe.reports(half, initiator, target, town, when=when, killed=killed)
            place = village if kind == "twin places" else town
            status: Status = "denied" if kind == "denied" else "happened"
            more = scribe.reports(half, initiator, target, place, when=when, killed=None if kind == "denied" else killed, status=status)
            denials = more if kind == "denied" else []
            self._event([*told, *more], figures={killed: told if denials else [*told, *more]}, denied=denials)
            if kind == "twin places":
                self._dispute("event_places", "possible", told, more)
            if kind == "denied":
                self._dispute("event_denied", "definite", told, more)
        if chance.random() < SUMS:
            self._sum(initiator, target, town, day)

    def forget(self) -> None:
        """Begin with nothing planted; towns and days already used stay so."""
        self.events, self.disputes, self.agreements = [], [], []

    def _figures(self, initiator: Entity, target: Entity, town: Entity, *, when: str, killed: int, size: int) -> None:
        """Two figures, of which one has more independent witnesses."""
        few = self._scribe.reports(1, initiator, target, town, when=when, killed=killed, full=True)
        many = self._scribe.reports(max(2, size - 1), initiator, target, town, when=when, killed=killed * 3, full=True)
        while count_of(many) <= count_of(few):
            many += self._scribe.reports(1, initiator, target, town, when=when, killed=killed * 3, full=True)
        self._event([*few, *many], figures={killed: few, killed * 3: many})
        self._dispute("event_figures", "definite", few, many)

    def _blame(self, one: Entity, two: Entity, target: Entity, town: Entity, *, when: str, killed: int, half: int) -> None:
        """Different sides are named for one attack, in different documents."""
        first = self._scribe.reports(half, one, target, town, when=when, killed=killed, full=True)
        second = self._scribe.reports(half, two, target, town, when=when, killed=killed, full=True)
        self._event([*first, *second], figures={killed: [*first, *second]})
        self._dispute("event_blame", "possible", first, second)

    def _days(self, initiator: Entity, target: Entity, town: Entity, *, day: date, killed: int, half: int) -> None:
        """One attack as it seems, told with two dates, so that there are two events."""
        groups = [
            self._scribe.reports(half, initiator, target, town, when=(day + timedelta(days=later)).isoformat(), killed=killed, full=True)
            for later in (0, 2)
        ]
        for group in groups:
            self._event(group, figures={killed: group})
        self._dispute("event_days", "possible", *groups)

    def _sum(self, initiator: Entity, target: Entity, town: Entity, day: date) -> None:
        """A year's dead in one town; no happening, and tied to none."""
        number = 1000 + self._made
        told = self._scribe.reports(1, initiator, target, town, when=f"{day.year}", mode="throughout", killed=number, full=True)
        self._event(told, figures={number: told})

    def _event(self, told: Sequence[Told], *, figures: dict[int, Sequence[Told]] | None = None, denied: Sequence[Told] = ()) -> None:
        numbers = figures or {}
        best = max(numbers, key=lambda number: count_of(numbers[number]), default=0)
        tolls = (PlantedToll("killed", None, min(numbers), best, max(numbers)),) if numbers else ()
        self.events.append(PlantedEvent(frozenset(one.id for one in told), tolls))
        affirmed = [one for one in told if one not in denied]
        if is_agreement(affirmed):
            self.agreements.append(side_of(affirmed))

    def _dispute(self, rule: str, certainty: str, *groups: Sequence[Told]) -> None:
        self.disputes.append(PlantedDispute(rule, certainty, frozenset(side_of(group) for group in groups)))
