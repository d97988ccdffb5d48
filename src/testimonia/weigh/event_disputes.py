"""Disputes about events: figures that do not meet, a part that exceeds the whole, another place, who did it, and whether it happened.

Each rule looks at the reports of one event. Reports that may be of one event are compared in `event_doubts`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

import numpy as np

from testimonia.codebook.phrases import described, event_in_words, range_in_words
from testimonia.model.event import Event
from testimonia.model.finding import Dispute, Position
from testimonia.model.knowledge import Knowledge
from testimonia.text.names import fold_name
from testimonia.weigh.accounts import Account, distance_km
from testimonia.weigh.assertions import bodies_above
from testimonia.weigh.claim_words import claim_words
from testimonia.weigh.components import connected
from testimonia.weigh.event_doubts import denied_side_by_side, doubtful_pairs, told_alike, told_side_by_side
from testimonia.weigh.independence import Witnesses, count_independent
from testimonia.weigh.times import stab
from testimonia.weigh.told import told_of
from testimonia.weigh.tolls import Reported, quantities_of
from testimonia.weigh.wording import listed

OPEN_HIGH = 10**12
"""Above any toll: an upper bound that nobody stated."""

APART_KM = 15.0
"""Two settlements of one event this far apart are two places, not two names for one neighbourhood."""

BLAMED_FOR = ("ASSAULT", "COERCE")
"""Types of event of which somebody is blamed."""

FIGHTING = ("armed_group", "armed_wing", "coalition", "state_force", "government", "political_body")
"""Kinds of bodies that can be blamed; of a person it is seldom said for whom they acted."""

OF_A_STATE = ("state_force", "government")
"""Kinds of bodies of which two are taken for one state's, unless they are said to be of different countries."""

DOUBTED = ("event_figures", "event_part_over_total", "event_denied")
"""Rules that are asked of reports which only stand side by side; other places and other sides show that the events are not one."""

Certainty = Literal["definite", "possible"]
Parts = list[tuple[str, list[Account]]]
Bodies = tuple[str, ...]
Above = Mapping[str, frozenset[str]]


class EventDisputes:
    """Finds what the reports of one event cannot all be right about; who belongs to whom is looked up once."""

    def __init__(self, knowledge: Knowledge, witnesses: Witnesses, *, above: Above | None = None) -> None:
        """Read who belongs to whom, where it is not known."""
        self._knowledge, self._witnesses = knowledge, witnesses
        self._above = bodies_above(knowledge) if above is None else above

    def of(self, reports: Sequence[Account]) -> Iterable[Dispute]:
        """Yield the disputes about one event.

        Args:
            reports: Its prepared reports.

        Yields:
            Disputes.
        """
        happened = [account for account in reports if account.report.status == "happened"]
        quantities = quantities_of(self._knowledge, happened)
        for (what, of), reported in quantities:
            yield from self._figures(what, of, reported, reports)
        for (what, of), reported in quantities:
            if of is None:
                parts = [(part, figures) for (counted, part), figures in quantities if counted == what and part is not None]
                yield from self._parts(what, reported, parts, reports)
        yield from self._places(reports)
        yield from self._statuses(reports)
        yield from self.blame(reports)

    def told_apart(self, rule: str, about: str, parts: Parts, *, why: str, certainty: Certainty) -> Dispute:
        """Make a dispute of positions.

        Args:
            rule: The rule's name.
            about: What it is about.
            parts: What each position holds, and by which reports.
            why: The reason in a sentence.
            certainty: How sure it is.

        Returns:
            The dispute, with the independent witnesses of each position.
        """
        return Dispute(about, tuple(self._position(holds, part) for holds, part in parts), why, rule, certainty)

    def _position(self, holds: str, part: list[Account]) -> Position:
        told = [self._witnesses.of(account.report.document, account.report.attribution, when=account.report.when) for account in part]
        return Position(holds, tuple(dict.fromkeys(account.id for account in part)), count_independent(told))

    def _figures(self, what: str, of: str | None, reported: list[Reported], reports: Sequence[Account]) -> Iterable[Dispute]:
        """Two counts of one thing in one event whose ranges do not meet cannot both be right."""
        parts = _by_range(reported)
        words = {None if figure.of is None else fold_name(figure.of.words) for _, figure in reported}
        alike = len(words) == 1 or of in self._knowledge.entities
        if len(parts) < 2 or not (alike or _may_be_the_same(words)):
            return
        counted = what if of is None else f"{what}, of {described(self._knowledge.name_of(of))},"
        about = f"{counted} in {name_of_event(reports)}"
        why = f"The figures given for {about} do not meet: {' against '.join(holds for holds, _ in parts)}."
        why += "" if alike else " Those counted are described in different words, so they may not be the same."
        yield self.told_apart("event_figures", about, parts, why=why, certainty="definite" if alike else "possible")

    def _parts(
        self, what: str, total: list[Reported], parts: list[tuple[str, list[Reported]]], reports: Sequence[Account]
    ) -> Iterable[Dispute]:
        """A part is never more than the whole: who counts more of one side than another counts in all contradicts that other."""
        for of, reported in parts:
            least = max(((figure.low or 0) for _, figure in reported), default=0)
            small = [(account, figure) for account, figure in total if figure.high is not None and figure.high < least]
            most = max((figure.high for _, figure in small if figure.high is not None), default=0)
            large = [(account, figure) for account, figure in reported if (figure.low or 0) > most]
            if not small or not large or {account.id for account, _ in small} & {account.id for account, _ in large}:
                continue
            name = described(self._knowledge.name_of(of))
            held = [(f"{_ranges(small)} in all", _accounts(small)), (f"{_ranges(large)}, of {name}", _accounts(large))]
            about = f"{what} in {name_of_event(reports)}"
            why = f"More are counted of a part than in all, for {about}: {' against '.join(holds for holds, _ in held)}."
            yield self.told_apart(
                "event_part_over_total", about, held, why=f"{why} The smaller figure may count one side only.", certainty="possible"
            )

    def _places(self, reports: Sequence[Account]) -> Iterable[Dispute]:
        """One event happened in one place; two settlements far from one another cannot both be it."""
        parts: dict[str, list[Account]] = {}
        spots = {}
        for account in reports:
            if len(account.where) == 1 and account.where[0].coordinates is not None and not account.where[0].is_area:
                parts.setdefault(account.where[0].name, []).append(account)
                spots[account.where[0].name] = account.where[0].coordinates
        names = list(parts)
        if len(names) > 1 and all(distance_km(spots[names[0]], spots[name]) > APART_KM for name in names[1:]):
            about = f"the place of {name_of_event(reports)}"
            why = f"One event is placed in {listed(names)}, which lie more than {APART_KM:.0f} km apart; one may be a wider area."
            yield self.told_apart("event_places", about, list(parts.items()), why=why, certainty="possible")

    def _statuses(self, reports: Sequence[Account]) -> Iterable[Dispute]:
        """What one voice reports as having happened and another denies cannot both hold.

        Who denies that a body did it says nothing of whether others did: that stands only against those who lay it to that body.
        """
        denials = [a for a in reports if a.report.status == "denied"]
        named = [frozenset(body.entity for body in a.initiator if body.entity is not None) for a in denials]
        told = [a for a in reports if a.report.status == "happened"]
        parts = [("it happened", [a for a in told if any(self._meets(a, bodies) for bodies in named)]), ("denied", denials)]
        if all(part for _, part in parts):
            about = f"whether {name_of_event(reports)} happened"
            why = f"Some report {name_of_event(reports)} as having happened, others deny it."
            yield self.told_apart("event_denied", about, parts, why=why, certainty="definite")

    def _meets(self, account: Account, denied: frozenset[str]) -> bool:
        """Say whether a report tells of what is denied: of anybody's deed where no body is named, else of one that is laid to them."""
        entities = self._knowledge.entities
        named = [self._knowledge.who(party) for party in account.report.responsibility] or [body.entity or "" for body in account.initiator]
        laid, denying = tuple(one for one in named if one in entities), tuple(one for one in denied if one in entities)
        return not denied or self._one_side(laid, denying)

    def blame(self, reports: Sequence[Account]) -> Iterable[Dispute]:
        """Yield the disputes about who did it.

        An event that one voice lays to one side and another to another was not both's, unless they acted together.

        Args:
            reports: Prepared reports of one event.

        Yields:
            Disputes.
        """
        blamed: dict[Bodies, list[Account]] = {}
        for account in reports:
            if account.report.status == "happened" and account.report.type in BLAMED_FOR and (sides := self._blamed(account)):
                blamed.setdefault(sides, []).append(account)
        clashes = [(one, two) for one, two in combinations(blamed, 2) if not self._one_side(one, two) and _blame(blamed, one, two)]
        for group in connected(list(dict.fromkeys(sides for pair in clashes for sides in pair)), clashes):
            parts = [(listed([self._knowledge.name_of(body) for body in sides]), blamed[sides]) for sides in group]
            about = f"who is behind {name_of_event(reports)}"
            why = f"Different sides are named for {name_of_event(reports)}: {' against '.join(holds for holds, _ in parts)}."
            sure = all(any(account.report.responsibility for account in part) for _, part in parts)
            why += "" if sure else " They may have acted together."
            yield self.told_apart("event_blame", about, parts, why=why, certainty="definite" if sure else "possible")

    def _blamed(self, account: Account) -> Bodies:
        """Give the bodies that a report lays an event to; of a clash without an aggressor all sides are, and nobody is blamed."""
        report, entities = account.report, self._knowledge.entities
        named = [self._knowledge.who(party) for party in report.responsibility] or [body.entity or "" for body in account.initiator]
        bodies = [entity for entity in named if entity in entities and entities[entity].kind in FIGHTING]
        return tuple(sorted(set(bodies))) if len(bodies) == len(named) else ()

    def _one_side(self, one: Bodies, two: Bodies) -> bool:
        """Say whether any of the one and any of the other are one body, or belong to one, or are of one state."""
        return any(self._related(left, right) for left in one for right in two)

    def _related(self, left: str, right: str) -> bool:
        lefts, rights = {left, *self._above.get(left, ())}, {right, *self._above.get(right, ())}
        if not lefts.isdisjoint(rights):
            return True
        one, two = self._knowledge.entities[left], self._knowledge.entities[right]
        if one.kind not in OF_A_STATE or two.kind not in OF_A_STATE:
            return False
        return one.country is None or two.country is None or one.country == two.country


def event_disputes_of(
    knowledge: Knowledge, events: Sequence[Event], *, accounts: Mapping[str, Account], witnesses: Witnesses, above: Above | None = None
) -> tuple[Dispute, ...]:
    """Find what the reports of one event, or of what may be one, cannot all be right about.

    Args:
        knowledge: What is known, for names.
        events: The events tied from the reports.
        accounts: The prepared reports by id.
        witnesses: The witnesses of the same knowledge.
        above: The bodies that each is said to belong to, None to read it from the claims.

    Returns:
        Disputes, definite ones first, then by what they are about and by id.
    """
    told = [[accounts[name] for name in event.reports] for event in events]
    every = [account for reports in told for account in reports]
    event = np.repeat(np.arange(len(told)), [len(reports) for reports in told])
    numbers = told_of(every)
    asked = Asked(
        [reports for reports in told if len(reports) > 1],
        [(told[one], told[two]) for one, two in doubtful_pairs(numbers, event)],
        [[account for number in group for account in told[number]] for group in told_alike(numbers, event)],
        every,
        dict(zip((account.id for account in every), event.tolist(), strict=True)),
    )
    return disputes_among(asked, EventDisputes(knowledge, witnesses, above=above))


@dataclass(frozen=True, slots=True)
class Asked:
    """The reports that rules of dispute are asked about.

    `events` are the reports of one event each, `days` two events that may be one on two days, `alike` the reports of events that only their
    initiators may keep apart, `beside` those that a document may set side by side, and `event_of` numbers the events of these by report.
    """

    events: Sequence[Sequence[Account]]
    days: Sequence[tuple[Sequence[Account], Sequence[Account]]]
    alike: Sequence[Sequence[Account]]
    beside: Sequence[Account]
    event_of: Mapping[str, int]


def laid_to(asked: Asked, knowledge: Knowledge) -> list[str]:
    """Name those to whom reports lay events, whom the rules compare.

    Args:
        asked: Among which reports a rule may find a dispute.
        knowledge: What is known.

    Returns:
        Entity ids, each once.
    """
    told = [account for reports in (*asked.events, *asked.alike, asked.beside) for account in reports]
    parties = {party for account in told for party in (*account.report.initiator, *account.report.responsibility)}
    return sorted({name for party in parties if (name := knowledge.who(party)) in knowledge.entities})


def disputes_among(asked: Asked, rules: EventDisputes) -> tuple[Dispute, ...]:
    """Ask the rules of dispute about reports.

    Args:
        asked: Among which reports a rule may find a dispute; others may be left out.
        rules: The rules.

    Returns:
        Disputes, definite ones first, then by what they are about and by id.
    """
    found = [dispute for reports in asked.events for dispute in rules.of(reports)]
    for one, two in asked.days:
        parts = [(_day_of(reports), list(reports)) for reports in (one, two)]
        about = f"the day of {name_of_event(one)}"
        why = f"Two documents tell of what may be one event, with one place, sides and figure, on {listed([holds for holds, _ in parts])}."
        found.append(rules.told_apart("event_days", about, parts, why=why, certainty="possible"))
    for reports in asked.alike:
        why = "Two documents tell of what may be one event, with one place, one day and the same attacked, and name others for it"
        found += [replace(dispute, why=f"{why}: {_held(dispute)}.", certainty="possible") for dispute in rules.blame(reports)]
    found += _side_by_side(rules, asked, found)
    return tuple(sorted(found, key=lambda dispute: (dispute.certainty, dispute.about, dispute.id)))


def _side_by_side(rules: EventDisputes, asked: Asked, found: Sequence[Dispute]) -> Iterable[Dispute]:
    """Ask the same of reports that a document sets side by side, where they are not tied; never more than possible."""
    known = _Told(found)
    disputed = {name for dispute in found if dispute.rule == "event_denied" for name in dispute.claims}
    untied = [account for account in asked.beside if account.report.status != "denied" or account.id not in disputed]
    for group in (*told_side_by_side(asked.beside), *denied_side_by_side(untied)):
        for dispute in rules.of(group):
            claims = set(dispute.claims)
            apart = len({asked.event_of[name] for name in claims}) > 1
            if dispute.rule in DOUBTED and apart and not known.shares_two(claims):
                known.add(claims)
                yield replace(
                    dispute, why=f"{dispute.why} One document sets them side by side, but they may be of two events.", certainty="possible"
                )


class _Told:
    """The disputes already told, looked up by their reports."""

    def __init__(self, found: Sequence[Dispute]) -> None:
        self._number, self._told_in = 0, dict[str, list[int]]()
        for dispute in found:
            self.add(set(dispute.claims))

    def add(self, reports: set[str]) -> None:
        self._number += 1
        for name in reports:
            self._told_in.setdefault(name, []).append(self._number)

    def shares_two(self, reports: set[str]) -> bool:
        """Say whether two of some reports stand in one dispute already."""
        counted = Counter(number for name in reports for number in self._told_in.get(name, ()))
        return max(counted.values(), default=0) > 1


def name_of_event(reports: Sequence[Account]) -> str:
    """Name an event for people: what kind of thing it was, its first place and its date.

    Args:
        reports: The prepared reports of the event.

    Returns:
        A phrase such as "the attack or clash in Goma (2012-11-20)".
    """
    place = next((body.name for account in reports for body in account.where if body.entity is not None), None)
    when = min((account for account in reports if account.span is not None), key=_width, default=None)
    phrase = event_in_words(reports[0].report.type, reports[0].report.mode)
    phrase += "" if place is None else f" in {place}"
    return phrase if when is None or when.report.when is None else f"{phrase} ({when.report.when.edtf})"


def _by_range(reported: list[Reported]) -> Parts:
    """Group figures by a number that they share; one that fits every group belongs to no side."""
    ranges = {str(n): (f.low or 0, OPEN_HIGH if f.high is None else f.high) for n, (_, f) in enumerate(reported)}
    most, least = min((high for _, high in ranges.values()), default=0), max((low for low, _ in ranges.values()), default=0)
    clashing = {one for one, (low, high) in ranges.items() if low > most or high < least}
    groups = stab({key: bounds for key, bounds in ranges.items() if key in clashing})
    parts = [[reported[int(key)] for key in group] for group in groups]
    return [(_ranges(part), _accounts(part)) for part in parts]


def _may_be_the_same(words: Iterable[str | None]) -> bool:
    """Say whether those counted may be the same under different words: "fighters" and "men", but not "attackers" and "soldiers"."""
    return sum(not claim_words("anybody") & set((word or "").split()) for word in words) <= 1


def _held(dispute: Dispute) -> str:
    return " against ".join(position.holds for position in dispute.positions)


def _ranges(reported: list[Reported]) -> str:
    return listed([range_in_words(figure.low, figure.high) for _, figure in reported])


def _accounts(reported: list[Reported]) -> list[Account]:
    return [account for account, _ in reported]


def _blame(blamed: Mapping[Bodies, Sequence[Account]], one: Bodies, two: Bodies) -> bool:
    """Say whether different voices blame the one and the other; where each is the other's target, two fought, and nobody is blamed."""
    voices = [{(account.report.document, account.voice) for account in blamed[sides]} for sides in (one, two)]
    targets = [{body.entity for account in blamed[sides] for body in account.target} for sides in (one, two)]
    return voices[0] != voices[1] and targets[0].isdisjoint(two) and targets[1].isdisjoint(one)


def _day_of(reports: Sequence[Account]) -> str:
    return next((account.report.when.edtf for account in reports if account.is_day and account.report.when is not None), "a day not stated")


def _width(account: Account) -> int:
    return 0 if account.span is None else account.span[1] - account.span[0]
