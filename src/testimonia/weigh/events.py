"""Events: reports of one happening, tied within and across documents.

1. Reports that say the same are one telling (`tellings`), so that what a thousand documents repeat is compared once.
2. Tellings that share a time and what else they tell of meet (`tie_keys`), so that the cost stays near-linear.
3. Pairs are judged by `likeness_of`, a sum of named features; the strongest are tied first.
4. A tie is refused where the groups could not be one happening as a whole: no common day, a planned and a happened one, or two reports
   that speak against each other.

Events are derived: they never replace the reports, and every report belongs to exactly one.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from testimonia.model.best_rule import BestRule
from testimonia.model.event import Event
from testimonia.model.identifiers import identify
from testimonia.model.knowledge import Knowledge
from testimonia.weigh.accounts import Account
from testimonia.weigh.independence import Witnesses
from testimonia.weigh.likeness import Likeness
from testimonia.weigh.numbers import Blocks, Numbers, blocks_by, distinct
from testimonia.weigh.tellings import Comparison, Telling, Tellings, tellings_of
from testimonia.weigh.tie_keys import candidates, named_together
from testimonia.weigh.tie_weights import AT_ODDS, CONTRADICTED, ENOUGH
from testimonia.weigh.times import EARLIEST, LATEST, Span, meet
from testimonia.weigh.tolls import BY_DEFAULT, tolls_of

Pair = tuple[int, int]

Recall = Callable[[Numbers], None]

SPOKEN_FOR = 6
"""Tellings of a group that are asked whether another group's can be the same happening: groups are nearly always smaller."""


@dataclass(frozen=True, slots=True)
class Tied:
    """Which reports are one event: their places by event, in the order of the first, and why.

    `groups` has the tellings of each event that has several, by number of the event, with what holds them together.
    """

    members: Blocks
    tellings: Tellings
    groups: dict[int, tuple[list[int], list[Likeness]]]

    def __len__(self) -> int:
        """How many events there are."""
        return len(self.members.starts)

    def places(self, event: int) -> list[int]:
        """Give the reports of an event.

        Args:
            event: Its number.

        Returns:
            Their places.
        """
        start = self.members.starts[event]
        end = self.members.starts[event + 1] if event + 1 < len(self) else len(self.members.rows)
        found: list[int] = self.members.rows[start:end].tolist()
        return found

    def shared(self, event: int) -> list[Likeness]:
        """Give what holds the reports of an event together.

        Args:
            event: Its number.

        Returns:
            What those have in common that say the same, and then every tie.
        """
        numbers, ties = self.groups.get(event) or ([self._telling(event)], [])
        return [*(why for number in numbers if (why := self.tellings[number].why) is not None), *ties]

    def _telling(self, event: int) -> int:
        return int(np.searchsorted(self.tellings.firsts, self.members.rows[self.members.starts[event]]))


def events_of(
    knowledge: Knowledge, accounts: Sequence[Account], *, witnesses: Witnesses, best_of: BestRule = BY_DEFAULT
) -> tuple[Event, ...]:
    """Tie reports to events.

    Args:
        knowledge: What is known.
        accounts: Its prepared reports.
        witnesses: The witnesses of the same knowledge.
        best_of: How the best of several figures is chosen.

    Returns:
        Events in the order of their first report; a report that is tied to no other is an event of its own.
    """
    tied = tied_of(tellings_of(accounts))
    return tuple(event_of(knowledge, accounts, tied, event, witnesses=witnesses, best_of=best_of) for event in range(len(tied)))


def event_of(
    knowledge: Knowledge, accounts: Sequence[Account], tied: Tied, event: int, *, witnesses: Witnesses, best_of: BestRule = BY_DEFAULT
) -> Event:
    """Write out one event.

    Args:
        knowledge: What is known.
        accounts: Its prepared reports.
        tied: Which of them are one event.
        event: The event's number.
        witnesses: The witnesses of the same knowledge.
        best_of: How the best of several figures is chosen.

    Returns:
        The event.
    """
    reports = [accounts[place] for place in tied.places(event)]
    ids = tuple(account.id for account in reports)
    tolls = tolls_of(knowledge, reports, witnesses=witnesses, best_of=best_of)
    return Event(identify("ev", *sorted(ids)), reports[0].report.type, ids, _why(reports, tied.shared(event)), tolls)


def tied_of(tellings: Tellings, *, recall: Recall | None = None) -> Tied:
    """Tie tellings that are one happening.

    Args:
        tellings: The tellings of all reports.
        recall: Makes the records at some places, where they are not made yet.

    Returns:
        Which reports are one event.
    """
    comparison = Comparison(named_together([tellings.told.sides[place] for place in distinct(tellings.told.where).tolist()]))
    likenesses: dict[Pair, Likeness] = {}
    earlier, later = candidates(tellings)
    if recall is not None:
        recall(tellings.compared(earlier, later))
    for left, right in zip(earlier.tolist(), later.tolist(), strict=True):
        likeness = comparison.likeness(tellings[left], tellings[right])
        if likeness is not None:
            likenesses[left, right] = likeness
    label, grouped = np.arange(len(tellings)), {}
    for group, ties in _grouped(tellings, likenesses, comparison):
        label[group] = group[0]
        grouped[group[0]] = group, [likenesses[pair] for pair in ties]
    first, number = np.unique(label, return_inverse=True)
    event, rows = np.repeat(number, tellings.rows.sizes), tellings.rows.rows
    order = np.lexsort((rows, event))
    members = Blocks(rows[order], blocks_by(event).starts)
    numbers = np.searchsorted(first, list(grouped)).tolist()
    return Tied(members, tellings, dict(zip(numbers, grouped.values(), strict=True)))


def _grouped(tellings: Tellings, likenesses: dict[Pair, Likeness], comparison: Comparison) -> Iterable[tuple[list[int], list[Pair]]]:
    """Tie the strongest pairs first; refuse a tie that leaves a group without a common day or with reports that speak against each other.

    Returns:
        Groups of several tellings, each in order and with the ties that hold it together.
    """
    group_of = {place: place for pair in likenesses for place in pair}
    members: dict[int, list[int]] = {place: [place] for place in group_of}
    ties: dict[int, list[Pair]] = {place: [] for place in group_of}
    spans = _days(tellings, list(group_of))
    for pair in sorted(likenesses, key=lambda pair: (-likenesses[pair].score, _passages_apart(tellings, pair), pair)):
        one, two = sorted((group_of[pair[0]], group_of[pair[1]]))
        if one == two or not meet(spans[one], spans[two]) or _at_odds(tellings, members[one], members[two], comparison):
            continue
        spans[one] = max(spans[one][0], spans[two][0]), min(spans[one][1], spans[two][1])
        ties[one] += [*ties.pop(two), pair]
        for place in members.pop(two):
            group_of[place] = one
            members[one].append(place)
    return ((sorted(group), ties[first]) for first, group in members.items() if len(group) > 1)


def _passages_apart(tellings: Sequence[Telling], pair: Pair) -> float:
    """Count how many reports on the second of two tellings stands in the document of the first; what stands nearest is tied first."""
    one, two = tellings[pair[0]], tellings[pair[1]]
    return two.first.number - one.first.number if one.document == two.document else float("inf")


def _at_odds(tellings: Sequence[Telling], one: list[int], two: list[int], comparison: Comparison) -> bool:
    """Say whether two groups speak against each other: a pair of them so much that nothing outweighs it, or all of them together."""
    weights = [comparison.against(tellings[left], tellings[right]) for left in _spokesmen(one) for right in _spokesmen(two)]
    return min(weights) <= CONTRADICTED or sum(weights) <= AT_ODDS * len(weights)


def _spokesmen(group: list[int]) -> list[int]:
    """Choose a few of a group, evenly over the order in which they were tied."""
    return group if len(group) <= SPOKEN_FOR else [group[place * len(group) // SPOKEN_FOR] for place in range(SPOKEN_FOR)]


def _days(tellings: Tellings, places: list[int]) -> dict[int, Span]:
    """Give the days that tellings state, all days where they state none."""
    told, rows = tellings.told, tellings.firsts[places] if places else tellings.firsts[:0]
    stated = told.dated[rows]
    low, high = np.where(stated, told.low[rows], EARLIEST), np.where(stated, told.high[rows], LATEST)
    return dict(zip(places, zip(low.tolist(), high.tolist(), strict=True), strict=True))


def _why(reports: Sequence[Account], likenesses: Sequence[Likeness]) -> str:
    """Say in one sentence what ties the reports, what speaks against it, and how strong the weakest of the ties is."""
    if len(reports) == 1:
        account = reports[0]
        told = (
            "it tells of something that recurs or is only supposed"
            if account.alone
            else "no other report shares enough of its time, place, participants and figures"
        )
        return f"One report; {told}."
    documents = len({account.report.document for account in reports})
    ordered = sorted(likenesses, key=lambda like: -like.score)
    reasons = list(dict.fromkeys(reason for likeness in ordered for reason in likeness.reasons))
    doubts = list(dict.fromkeys(doubt for likeness in ordered for doubt in likeness.doubts))
    why = f"{len(reports)} reports in {documents} document{'s' if documents > 1 else ''} share {', '.join(reasons)}"
    against = f"; against it: {', '.join(doubts)}" if doubts else ""
    return f"{why}{against}; score {min(like.score for like in likenesses):g}, where {ENOUGH:g} suffices."
