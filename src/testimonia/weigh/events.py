"""Events: reports of one happening, tied within and across documents.

1. Reports that say the same are one telling (`tellings`), so that what a thousand documents repeat is compared once.
2. Tellings are looked up by type family, day (or year) and a participant or place, so that only those with something in common are
compared.
3. Pairs are judged by `likeness_of`; the strongest are tied first.
4. A tie is refused where the groups could not be one happening as a whole: no common day, or a planned and a happened one.

Events are derived: they never replace the reports, and every report belongs to exactly one.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from testimonia.model.event import Event
from testimonia.model.identifiers import identify
from testimonia.model.knowledge import Knowledge
from testimonia.weigh.accounts import Account, Somebody
from testimonia.weigh.event_words import akin_types
from testimonia.weigh.independence import Witnesses
from testimonia.weigh.likeness import KIN, Likeness
from testimonia.weigh.tellings import Comparison, Telling, tellings_of
from testimonia.weigh.times import EARLIEST, LATEST, Span, meet
from testimonia.weigh.tolls import tolls_of

Key = tuple[str | int, ...]

DAYS_LISTED = 31
"""Reports up to this wide are looked up day by day, wider ones by year; undated ones only within their own document."""

NEIGHBOURS = 40
"""Tellings under one key that each is compared with. A day, a side and a place seldom have more; it keeps the cost linear where they
have."""

SPOKEN_FOR = 8
"""Tellings of a group that are asked whether another group's can be the same happening: groups are nearly always smaller."""


def events_of(knowledge: Knowledge, accounts: Sequence[Account], *, witnesses: Witnesses) -> tuple[Event, ...]:
    """Tie reports to events.

    Args:
        knowledge: What is known.
        accounts: Its prepared reports.
        witnesses: The witnesses of the same knowledge.

    Returns:
        Events in the order of their first report; a report that is tied to no other is an event of its own.
    """
    tellings, comparison = tellings_of(accounts), Comparison()
    likenesses: dict[tuple[int, int], Likeness] = {}
    for left, right in _candidates(tellings):
        likeness = comparison.likeness(tellings[left], tellings[right])
        if likeness is not None:
            likenesses[left, right] = likeness
    groups = _grouped(tellings, likenesses, comparison)
    number = {telling: n for n, group in enumerate(groups) for telling in group}
    inside: dict[int, list[Likeness]] = {}
    for (left, right), likeness in likenesses.items():
        if number[left] == number[right]:
            inside.setdefault(number[left], []).append(likeness)
    made = []
    for n, group in enumerate(groups):
        reports = [accounts[place] for place in sorted(place for telling in group for place in tellings[telling].places)]
        ids = tuple(account.id for account in reports)
        shared = [*(why for telling in group if (why := tellings[telling].why) is not None), *inside.get(n, [])]
        tolls = tolls_of(knowledge, reports, witnesses=witnesses)
        made.append(Event(identify("ev", *sorted(ids)), reports[0].report.type, ids, _why(reports, shared), tolls))
    return tuple(made)


def _candidates(tellings: Sequence[Telling]) -> Iterable[tuple[int, int]]:
    """Yield pairs of tellings that share a key, each once, in a stable order."""
    shelves: dict[Key, list[int]] = {}
    for place, telling in enumerate(tellings):
        account = telling.first
        if account.alone:
            continue
        wide = account.span is None or account.span[1] - account.span[0] >= DAYS_LISTED
        looked_up = [(key, key) for key in _day_keys(account)] if not wide else []
        for key in _wide_keys(telling):  # two narrow reports have met under their day
            looked_up += [((*key, "wide"), (*key, "wide")), ((*key, "narrow"), ())] if wide else [((*key, "wide"), (*key, "narrow"))]
        met: dict[int, None] = {}
        for look, shelve in looked_up:
            met.update(dict.fromkeys(shelves.get(look, ())[-NEIGHBOURS:]))
            if shelve:
                shelves.setdefault(shelve, []).append(place)
        yield from ((other, place) for other in met if other != place)


def _day_keys(account: Account) -> Iterable[Key]:
    """Yield the keys of a narrow report: family of types, each of its days, and one participant or place."""
    lo, hi = account.span or (0, -1)
    family = _family(account.report.type)
    labels = dict.fromkeys(label for body in (*account.initiator, *account.target, *account.where) for label in _labels(body))
    return [(family, day, label) for day in range(lo, hi + 1) for label in labels]


def _wide_keys(telling: Telling) -> Iterable[Key]:
    """Yield the keys under which a year meets its days, a sum its like, an undated report its document: a side and a place."""
    account = telling.first
    sides = dict.fromkeys(label for body in (*account.initiator, *account.target) for label in _labels(body))
    places = dict.fromkeys(label for body in account.where for label in _labels(body))
    stated = () if account.report.when is None else (account.report.when.edtf,)
    family = _family(account.report.type)
    times = dict.fromkeys((*_years(account), *stated, *telling.inside))
    told = [f"{figure.what} {figure.low}-{figure.high}" for figure in account.report.figures]  # what an undated passage goes on from
    shared = [(family, time, side, place) for time in times for side in sides for place in places]
    return shared + [(family, document, side, figure) for document in telling.inside for side in sides for figure in told]


def _labels(body: Somebody) -> Iterable[str]:
    if body.entity is not None:
        yield body.entity
    yield from sorted(word[:KIN] for word in body.words)


def _years(account: Account) -> Iterable[str]:
    """Name the years of a span in units of 366 days, with open ends left out."""
    if account.span is None or account.span[0] == EARLIEST or account.span[1] == LATEST:
        return ()
    return (f"y{year}" for year in range(account.span[0] // 366, account.span[1] // 366 + 1))


@cache
def _family(kind: str) -> str:
    """Name the types that may be one happening by the first of them."""
    family = {kind}
    for _ in akin_types():
        family |= {right for left, right in akin_types() if left in family}
    return min(family)


def _grouped(tellings: Sequence[Telling], likenesses: dict[tuple[int, int], Likeness], comparison: Comparison) -> list[list[int]]:
    """Tie the strongest pairs first; refuse a tie that leaves a group without a common day or with two statuses that exclude each other."""
    group_of = list(range(len(tellings)))
    members: dict[int, list[int]] = {place: [place] for place in group_of}
    spans: dict[int, Span] = {place: telling.first.span or (EARLIEST, LATEST) for place, telling in enumerate(tellings)}
    for left, right in sorted(likenesses, key=lambda pair: (-likenesses[pair].points, pair)):
        one, two = sorted((group_of[left], group_of[right]))
        if one == two or not meet(spans[one], spans[two]) or _excluded(tellings, members[one], members[two], comparison):
            continue
        spans[one] = max(spans[one][0], spans[two][0]), min(spans[one][1], spans[two][1])
        for place in members.pop(two):
            group_of[place] = one
            members[one].append(place)
    return [sorted(group) for group in sorted(members.values(), key=min)]


def _excluded(tellings: Sequence[Telling], one: list[int], two: list[int], comparison: Comparison) -> bool:
    """Say whether a telling of one group and one of the other cannot be one happening; of large groups the first few speak for all."""
    return any(comparison.excluded(tellings[left], tellings[right]) for left in one[:SPOKEN_FOR] for right in two[:SPOKEN_FOR])


def _why(reports: Sequence[Account], likenesses: Sequence[Likeness]) -> str:
    if len(reports) == 1:
        account = reports[0]
        told = (
            "it tells of something that recurs or is only supposed"
            if account.alone
            else "no other report shares its time and its place or participants"
        )
        return f"One report; {told}."
    documents = len({account.report.document for account in reports})
    reasons = list(dict.fromkeys(reason for likeness in sorted(likenesses, key=lambda like: -like.points) for reason in likeness.reasons))
    return f"{len(reports)} reports in {documents} document{'s' if documents > 1 else ''} share {', '.join(reasons)}."
