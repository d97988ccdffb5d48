"""Events: reports of one happening, tied within and across documents.

1. Reports that say the same are one telling (`tellings`), so that what a thousand documents repeat is compared once.
2. Tellings that share a time and what else they tell of meet (`tie_keys`), so that the cost stays near-linear.
3. Pairs are judged by `likeness_of`, a sum of named features; the strongest are tied first.
4. A tie is refused where the groups could not be one happening as a whole: no common day, a planned and a happened one, or two reports
   that speak against each other.

Events are derived: they never replace the reports, and every report belongs to exactly one.
"""

from collections.abc import Sequence

from testimonia.model.best_rule import BestRule
from testimonia.model.event import Event
from testimonia.model.identifiers import identify
from testimonia.model.knowledge import Knowledge
from testimonia.weigh.accounts import Account
from testimonia.weigh.independence import Witnesses
from testimonia.weigh.likeness import Likeness
from testimonia.weigh.tellings import Comparison, Telling, tellings_of
from testimonia.weigh.tie_keys import candidates
from testimonia.weigh.tie_weights import AT_ODDS, CONTRADICTED, ENOUGH
from testimonia.weigh.times import EARLIEST, LATEST, Span, meet
from testimonia.weigh.tolls import BY_DEFAULT, tolls_of

Pair = tuple[int, int]

SPOKEN_FOR = 6
"""Tellings of a group that are asked whether another group's can be the same happening: groups are nearly always smaller."""


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
    tellings, comparison = tellings_of(accounts), Comparison(_named_together(accounts))
    likenesses: dict[Pair, Likeness] = {}
    for left, right in candidates(tellings):
        likeness = comparison.likeness(tellings[left], tellings[right])
        if likeness is not None:
            likenesses[left, right] = likeness
    made = []
    for group, ties in _grouped(tellings, likenesses, comparison):
        reports = [accounts[place] for place in sorted(place for telling in group for place in tellings[telling].places)]
        ids = tuple(account.id for account in reports)
        shared = [*(why for telling in group if (why := tellings[telling].why) is not None), *(likenesses[pair] for pair in ties)]
        tolls = tolls_of(knowledge, reports, witnesses=witnesses, best_of=best_of)
        made.append(Event(identify("ev", *sorted(ids)), reports[0].report.type, ids, _why(reports, shared), tolls))
    return tuple(made)


def _named_together(accounts: Sequence[Account]) -> frozenset[tuple[str, str]]:
    """Pair the places that reports name as one: a village and its district."""
    named = [[body.entity for body in account.where if body.entity is not None] for account in accounts]
    pairs = [(places[0], places[1]) for places in named if len(places) == 2]
    return frozenset(pairs + [(right, left) for left, right in pairs])


def _grouped(tellings: Sequence[Telling], likenesses: dict[Pair, Likeness], comparison: Comparison) -> list[tuple[list[int], list[Pair]]]:
    """Tie the strongest pairs first; refuse a tie that leaves a group without a common day or with reports that speak against each other.

    Returns:
        Groups of tellings in the order of their first, each with the ties that hold it together.
    """
    group_of = list(range(len(tellings)))
    members: dict[int, list[int]] = {place: [place] for place in group_of}
    ties: dict[int, list[Pair]] = {place: [] for place in group_of}
    spans: dict[int, Span] = {place: _days(telling.first) for place, telling in enumerate(tellings)}
    for pair in sorted(likenesses, key=lambda pair: (-likenesses[pair].score, _passages_apart(tellings, pair), pair)):
        one, two = sorted((group_of[pair[0]], group_of[pair[1]]))
        if one == two or not meet(spans[one], spans[two]) or _at_odds(tellings, members[one], members[two], comparison):
            continue
        spans[one] = max(spans[one][0], spans[two][0]), min(spans[one][1], spans[two][1])
        ties[one] += [*ties.pop(two), pair]
        for place in members.pop(two):
            group_of[place] = one
            members[one].append(place)
    return [(sorted(members[first]), ties[first]) for first in sorted(members, key=lambda first: min(members[first]))]


def _passages_apart(tellings: Sequence[Telling], pair: Pair) -> float:
    """Count how many reports on the second of two tellings stands in the document of the first; what stands nearest is tied first."""
    one, two = tellings[pair[0]].first, tellings[pair[1]].first
    return two.number - one.number if one.report.document == two.report.document else float("inf")


def _at_odds(tellings: Sequence[Telling], one: list[int], two: list[int], comparison: Comparison) -> bool:
    """Say whether two groups speak against each other: a pair of them so much that nothing outweighs it, or all of them together."""
    weights = [comparison.against(tellings[left], tellings[right]) for left in _spokesmen(one) for right in _spokesmen(two)]
    return min(weights) <= CONTRADICTED or sum(weights) <= AT_ODDS * len(weights)


def _spokesmen(group: list[int]) -> list[int]:
    """Choose a few of a group, evenly over the order in which they were tied."""
    return group if len(group) <= SPOKEN_FOR else [group[place * len(group) // SPOKEN_FOR] for place in range(SPOKEN_FOR)]


def _days(account: Account) -> Span:
    return account.span or (EARLIEST, LATEST)


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
