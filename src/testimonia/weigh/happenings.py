"""Happenings: which event reports of a corpus are one event, who stands behind it, and its tolls, as numbers.

Records are made of the reports that are compared, of the events over whose figures there is a choice, and of what somebody reads.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from testimonia.model.best_rule import BestRule
from testimonia.model.event import Toll
from testimonia.model.knowledge import Knowledge
from testimonia.weigh.accounts import Account
from testimonia.weigh.columns import Columns
from testimonia.weigh.event_disputes import Asked
from testimonia.weigh.event_doubts import doubtful_pairs, told_alike
from testimonia.weigh.event_suspects import Happened, events_in_dispute, set_side_by_side
from testimonia.weigh.events import Tied, tied_of
from testimonia.weigh.hangings import Hangings
from testimonia.weigh.independence import Witnesses
from testimonia.weigh.numbers import Blocks, Numbers, blocks_by, mixed
from testimonia.weigh.reports import Quantity, Reports
from testimonia.weigh.tellings import tellings_of
from testimonia.weigh.told import DENIED, HAPPENED
from testimonia.weigh.tolls import tolls_of

Reckoned = Callable[[list[Account]], tuple[Toll, ...]]

UNSTATED = -1
"""A bound that nobody states."""


@dataclass(frozen=True, slots=True)
class Tolls:
    """Tolls by event: what is counted (a place in `counted`), and its bounds, `UNSTATED` where nobody states one."""

    event: Numbers
    quantity: Numbers
    low: Numbers
    best: Numbers
    high: Numbers
    counted: list[Quantity]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.event)


@dataclass(frozen=True, slots=True)
class Happenings:
    """Events: which reports each has, the independent witnesses of those that several voices or documents tell of (0 for the rest)."""

    tied: Tied
    witnesses: Numbers
    happened: Happened

    def __len__(self) -> int:
        """How many events there are."""
        return len(self.tied)

    @property
    def agreed(self) -> Numbers:
        """The numbers of the events that several voices or documents tell of."""
        return np.flatnonzero(self.witnesses)


def happenings_of(reports: Reports, hangings: Hangings) -> Happenings:
    """Tie the reports of a corpus to events, and count who stands behind each.

    Args:
        reports: The reports.
        hangings: What their witnesses hang on.

    Returns:
        The events.
    """
    tied = tied_of(tellings_of(reports, reports.told), recall=reports.recall)
    members, events = tied.members, len(tied)
    event = np.zeros(len(reports), np.int64)
    event[members.rows] = members.number
    figures, counted = reports.quantities()
    happened = Happened(reports.told, reports.lines, figures, counted, event, events)
    return Happenings(tied, _witnesses(reports, members, hangings), happened)


def tolls_in(made: Happenings, reports: Reports, knowledge: Knowledge, *, witnesses: Witnesses, best_of: BestRule) -> Tolls:
    """Derive the tolls of all events.

    Args:
        made: The events.
        reports: Their reports.
        knowledge: What is known of the parties.
        witnesses: The witnesses of the same corpus.
        best_of: How the best of several figures is chosen.

    Returns:
        The tolls, by event.
    """
    asked = made.happened
    figures = _stated(asked)
    blocks = blocks_by(asked.event[figures["row"]] * (len(asked.counted) + 1) + figures["quantity"])
    rows, first = blocks.rows, blocks.rows[blocks.starts]
    low, high = figures["low"][rows], figures["high"][rows]
    least = blocks.least(np.where(low == UNSTATED, np.iinfo(np.int64).max, low))
    upper = np.where(high == UNSTATED, low, high)
    bounds = mixed(low, high)
    same = blocks.least(bounds) == blocks.most(bounds)
    found = Tolls(
        asked.event[figures["row"][first]],
        figures["quantity"][first],
        np.where(least == np.iinfo(np.int64).max, UNSTATED, least),
        _middle(figures["low"][first], figures["high"][first]),
        blocks.most(upper),
        asked.counted,
    )
    _choose(found, ~same, made, reports, lambda told: tolls_of(knowledge, told, witnesses=witnesses, best_of=best_of))
    return found


def _choose(
    found: Tolls, contested: Numbers, made: Happenings, reports: Reports, tolls: Callable[[list[Account]], tuple[Toll, ...]]
) -> None:
    """Let the rule choose the best figure where reports give several."""
    events = np.unique(found.event[contested]).tolist()
    places = {event: made.tied.places(event) for event in events}
    reports.recall(np.array([place for told in places.values() for place in told], np.int64))
    best = {
        (event, (toll.what, toll.of)): toll.best.value
        for event, told in places.items()
        for toll in tolls([reports[place] for place in told])
        if toll.best is not None
    }
    for line in np.flatnonzero(contested).tolist():
        found.best[line] = best[int(found.event[line]), found.counted[int(found.quantity[line])]]


def asked_about(made: Happenings, reports: Reports) -> Asked:
    """Make records of the reports among which a rule of dispute may find something.

    Args:
        made: The events.
        reports: Their reports.

    Returns:
        What the rules are asked about.
    """
    asked = made.happened
    told, event = asked.told, asked.event
    several = made.tied.members.sizes > 1
    events = [number for number in events_in_dispute(asked).tolist() if several[number]]
    days, alike, beside = doubtful_pairs(told, event), told_alike(told, event), set_side_by_side(asked)
    named = {*events, *(one for pair in days for one in pair), *(one for group in alike for one in group)}
    places = {number: made.tied.places(number) for number in named}
    reports.recall(np.concatenate((beside, np.array([place for one in places.values() for place in one], np.int64))))
    accounts = {number: [reports[place] for place in told] for number, told in places.items()}
    order = np.lexsort((beside, event[beside]))
    near = [reports[place] for place in beside[order].tolist()]
    return Asked(
        [accounts[number] for number in events],
        [(accounts[one], accounts[two]) for one, two in days],
        [[account for number in group for account in accounts[number]] for group in alike],
        near,
        {account.id: number for account, number in zip(near, event[beside[order]].tolist(), strict=True)},
    )


def _witnesses(reports: Reports, members: Blocks, hangings: Hangings) -> Numbers:
    """Count the independent witnesses of the events that several voices or documents tell of; a denial tells of none."""
    number = members.number
    affirmed = reports.told.status[members.rows] != DENIED
    blocks = blocks_by(number[affirmed], members.rows[affirmed], least=2)
    source = reports.lines["source"][blocks.rows]
    blocks = blocks.kept(blocks.least(source) != blocks.most(source))
    found = np.zeros(len(members.starts), np.int64)
    event = np.zeros(len(reports), np.int64)
    event[members.rows] = number
    found[event[blocks.rows[blocks.starts]]] = hangings.counted(reports.lines, blocks.number, blocks.rows, groups=len(blocks.starts))
    return found


def _stated(asked: Happened) -> Columns:
    there = asked.told.status[asked.figures["row"]] == HAPPENED
    return {name: column[there] for name, column in asked.figures.items()}


def _middle(low: Numbers, high: Numbers) -> Numbers:
    return np.where(low == UNSTATED, high, np.where(high == UNSTATED, low, (low + high) // 2))
