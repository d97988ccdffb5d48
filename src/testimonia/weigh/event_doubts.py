"""Reports that may be of one event though nothing ties them: two days, two culprits, two voices that a document sets side by side.

"Hospital staff counted nine dead; the army spoke of 35" is told of one happening, and neither voice names the sides. Being set against each
other is no reason to tie reports, but it is one to compare what they say.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from testimonia.model.kinds import Status
from testimonia.weigh.accounts import Account, Somebody
from testimonia.weigh.event_words import akin_types
from testimonia.weigh.numbers import Blocks, Numbers, blocks_by, mixed, starts_of
from testimonia.weigh.times import meet
from testimonia.weigh.told import HAPPENED, Numbered, Told, laid_out

DAYS_OFF = 3
"""Two tellings of one attack seldom differ by more days; beyond that they are more likely two attacks."""

FEWEST_EQUAL = 3
"""A figure below this is too common for its equality to show that two attacks on other days are one."""

NEAR = 400
"""Code points between two passages of one document that still speak of one thing: two or three sentences."""

IN_COMMON = 2
"""Things that a denial shares with what it denies: its type and one more."""

TOGETHER = 6
"""Reports that are set side by side; a longer run of them is a list of events."""


def doubtful_pairs(told: Told, event: Numbers) -> list[tuple[int, int]]:
    """Find events that agree in type, place, both sides and a figure, a few days apart in different documents.

    Args:
        told: What reports tell.
        event: The number of each report's event.

    Returns:
        Pairs of events, the earlier first.
    """
    day = _days(told, event)
    place, hit, did = _firsts(told.sides, _place_of), _firsts(told.sides, _label_of), _firsts(told.sides, _label_of)
    rows, figure = _with_figures(told, np.flatnonzero(day[event] >= 0))
    whole = (place[told.where[rows]] >= 0) & (did[told.initiator[rows]] >= 0) & (hit[told.target[rows]] >= 0)
    rows, figure = rows[whole], figure[whole]
    key = mixed(told.type[rows], place[told.where[rows]], did[told.initiator[rows]], hit[told.target[rows]], figure)
    shelf, number = _once(key, event[rows])
    order = np.lexsort((number, day[number], shelf))
    shelf, number = shelf[order], number[order]
    later = day[number[1:]] - day[number[:-1]]
    close = (shelf[1:] == shelf[:-1]) & (later > 0) & (later <= DAYS_OFF)
    pairs = dict.fromkeys(zip(number[:-1][close].tolist(), number[1:][close].tolist(), strict=True))
    of_event = blocks_by(event)
    papers = {one: _papers(told, of_event, one) for pair in pairs for one in pair}
    return [(one, two) for one, two in pairs if papers[one].isdisjoint(papers[two])]


def told_alike(told: Told, event: Numbers) -> list[tuple[int, ...]]:
    """Find events that agree in type, place, day and those attacked, so that only who did it may keep them apart.

    A figure must agree too, unless there are just two such events, told in a settlement by different documents without figures that differ:
    on a day of many attacks nothing shows which two are one.

    Args:
        told: What reports tell.
        event: The number of each report's event.

    Returns:
        Groups of at least two events, each in order.
    """
    hit = _firsts(told.sides, _label_of)[told.target]
    rows = np.flatnonzero(told.dated & (told.low == told.high) & ~told.alone & ~told.sums & (told.status == HAPPENED) & (hit >= 0))
    places = Numbered[str]()
    every = [[places.of(name) for name in sorted(_entities(side))] for side in told.sides]
    settled = [[places.of(name) for name in sorted(_entities([one for one in side if not one.is_area]))] for side in told.sides]
    with_figure, figure = _with_figures(told, rows)
    alike = _on_shelves(told, event, hit, with_figure, every, figure)
    bare = _on_shelves(told, event, hit, rows, settled, np.zeros(len(rows), np.int64))
    of_event = blocks_by(event)
    unlike = [pair for pair in bare if len(pair) == 2 and _by_others(told, of_event, *pair)]
    return list(dict.fromkeys((*alike, *unlike)))


def _on_shelves(told: Told, event: Numbers, hit: Numbers, rows: Numbers, places: list[list[int]], figure: Numbers) -> list[tuple[int, ...]]:
    """Group the events whose reports share type, place, day, those attacked, and a figure."""
    which, place = laid_out(places, told.where[rows])
    key = mixed(*(column[rows][which] for column in (told.type, told.low, hit)), place, figure[which])
    shelf, number = _once(key, event[rows][which])
    starts = starts_of(shelf)
    shelves = np.split(number, starts[1:]) if len(starts) else []
    return list(dict.fromkeys(tuple(one.tolist()) for one in shelves if len(one) > 1))


def _by_others(told: Told, of_event: Blocks, one: int, two: int) -> bool:
    """Say whether different documents tell of two events, and give no exact figures of one thing that differ."""
    if not _papers(told, of_event, one).isdisjoint(_papers(told, of_event, two)):
        return False
    left, right = (_exact_figures(told, of_event, number) for number in (one, two))
    return all(left[what] == right[what] for what in left.keys() & right.keys())


def _exact_figures(told: Told, of_event: Blocks, event: int) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for count in told.count[_reports(of_event, event)].tolist():
        for one in told.figures[count]:
            if one.low is not None and one.low == one.high:
                found.setdefault(one.what, set()).add(one.low)
    return found


def told_side_by_side(accounts: Iterable[Account]) -> Iterator[list[Account]]:
    """Find reports that a document sets side by side, that count one thing and that may be of one event.

    Args:
        accounts: Prepared reports.

    Yields:
        Groups of reports by at least two voices, all near each other and nothing in them against each other; a report may be in several.
    """
    for told in _by_document(accounts, "happened"):
        seen: list[set[str]] = []
        for place, first in enumerate(told):
            group = [first]
            for account in told[place + 1 :]:
                if _apart(group[-1], account) > NEAR or len(group) == TOGETHER:
                    break
                if all(_may_be_one(other, account) for other in group) and any(_count_one_thing(other, account) for other in group):
                    group.append(account)
            ids = {account.id for account in group}
            if len({account.voice for account in group}) > 1 and not any(ids <= other for other in seen):
                seen.append(ids)
                yield group


def denied_side_by_side(accounts: Sequence[Account]) -> Iterator[list[Account]]:
    """Find what a report denies that is tied to no report of its event: what the same document told before it, most like it and nearest.

    Args:
        accounts: Prepared reports.

    Yields:
        A report of what happened, with those that deny it.
    """
    happened = {told[0].report.document: told for told in _by_document(accounts, "happened")}
    denied: dict[str, list[Account]] = {}
    for told in _by_document(accounts, "denied"):
        for denial in told:
            fitting = [account for account in happened.get(denial.report.document, ()) if _is_what_is_denied(account, denial)]
            best = max(fitting, key=lambda account: (_in_common(account, denial), -_apart(account, denial)), default=None)
            if best is not None and _in_common(best, denial) >= IN_COMMON:
                denied.setdefault(best.id, [best]).append(denial)
    yield from denied.values()


def _by_document(accounts: Iterable[Account], status: Status) -> Iterator[list[Account]]:
    inside: dict[str, list[Account]] = {}
    for account in accounts:
        if not account.report.recurrent and account.report.status == status:
            inside.setdefault(account.report.document, []).append(account)
    for told in inside.values():
        yield sorted(told, key=lambda account: (account.report.evidence[0].start, account.id))


def _apart(one: Account, two: Account) -> int:
    """Count the code points between two passages of one document."""
    first, second = one.report.evidence[0], two.report.evidence[0]
    return max(0, second.start - first.end, first.start - second.end)


def _count_one_thing(one: Account, two: Account) -> bool:
    """Say whether two voices count one thing: no toll is a single person's death, and no sum is compared with what has its day or place."""
    counted = [{figure.what for figure in account.report.figures if (figure.low, figure.high) != (1, 1)} for account in (one, two)]
    placed = [account.is_day or bool(account.where) for account in (one, two)]
    single = placed[1] if one.sums else placed[0] if two.sums else False
    return one.voice != two.voice and not single and not counted[0].isdisjoint(counted[1])


def _is_what_is_denied(account: Account, denial: Account) -> bool:
    """Say whether a denial may be of what a report tells: near it and by another voice, and it names nobody that the report does not."""
    if account.voice == denial.voice or _apart(account, denial) > NEAR or not _may_be_one(account, denial):
        return False
    sides = ((account.where, denial.where), (account.initiator, denial.initiator), (account.target, denial.target))
    return all(_entities(denied) <= _entities(told) for told, denied in sides if _entities(told))


def _in_common(account: Account, denial: Account) -> int:
    """Count what a report and a denial share: mode, days, and each side and place of an entity."""
    one, two = account.report, denial.report
    sides = ((account.initiator, denial.initiator), (account.target, denial.target), (account.where, denial.where))
    shared = [_entities(told) & _entities(denied) or (told == denied and denied) for told, denied in sides]
    equal = [one.type == two.type, one.mode is not None and one.mode == two.mode, account.span is not None and account.span == denial.span]
    return sum(map(bool, shared)) + sum(equal)


def _may_be_one(one: Account, two: Account) -> bool:
    """Say whether nothing stated keeps two reports from being of one event."""
    if one.report.type != two.report.type and (one.report.type, two.report.type) not in akin_types():
        return False
    if one.span is not None and two.span is not None and not meet(one.span, two.span):
        return False
    sides = ((one.where, two.where), (one.initiator, two.initiator), (one.target, two.target))
    named = [(_entities(left), _entities(right)) for left, right in sides]
    return all(not left or not right or not left.isdisjoint(right) for left, right in named)


def _entities(bodies: Sequence[Somebody]) -> set[str]:
    return {body.entity for body in bodies if body.entity is not None}


def _days(told: Told, event: Numbers) -> Numbers:
    """Give each event the day that its first report dated to a day states; -1 where its first report is none of what happened."""
    first = np.unique(event, return_index=True)[1]
    day = np.full(len(first), -1, np.int64)
    rows = np.flatnonzero(told.dated & (told.low == told.high))[::-1]
    day[event[rows]] = told.low[rows]  # the first is written last
    plain = ~told.alone[first] & ~told.sums[first] & (told.status[first] == HAPPENED)
    return np.where(plain, day, -1)


def _with_figures(told: Told, rows: Numbers) -> tuple[Numbers, Numbers]:
    """Give each report once for every exact figure that is large enough to show by being equal that two tellings are of one event."""
    numbers = Numbered[tuple[str, int]]()
    listed = [
        [numbers.of((one.what, one.low)) for one in figures if one.low is not None and one.low >= FEWEST_EQUAL and one.low == one.high]
        for figures in told.figures
    ]
    which, figure = laid_out(listed, told.count[rows])
    return rows[which], figure


def _firsts(sides: Sequence[Sequence[Somebody]], name: Callable[[Sequence[Somebody]], str | None]) -> Numbers:
    """Number what stands for each side, -1 where nothing does."""
    names = Numbered[str]()
    found = [name(side) for side in sides]
    return np.array([-1 if one is None else names.of(one) for one in found], np.int64)


def _place_of(side: Sequence[Somebody]) -> str | None:
    return next((body.entity for body in side if body.entity is not None), None)


def _label_of(side: Sequence[Somebody]) -> str | None:
    return next((body.entity or " ".join(sorted(body.words)) for body in side), None)


def _once(key: Numbers, event: Numbers) -> tuple[Numbers, Numbers]:
    """Name each event once for each key, by key and event."""
    order = np.lexsort((event, key))
    key, event = key[order], event[order]
    new = np.ones(len(key), bool)
    new[1:] = (key[1:] != key[:-1]) | (event[1:] != event[:-1])
    return key[new], event[new]


def _papers(told: Told, of_event: Blocks, event: int) -> set[int]:
    return set(told.document[_reports(of_event, event)].tolist())


def _reports(of_event: Blocks, event: int) -> Numbers:
    start = of_event.starts[event]
    return of_event.rows[start : start + of_event.sizes[event]]
