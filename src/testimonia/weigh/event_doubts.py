"""Reports that may be of one event though nothing ties them: two days, two culprits, two voices that a document sets side by side.

"Hospital staff counted nine dead; the army spoke of 35" is told of one happening, and neither voice names the sides. Being set against each
other is no reason to tie reports, but it is one to compare what they say.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product

from testimonia.model.kinds import Status
from testimonia.weigh.accounts import Account, Somebody
from testimonia.weigh.event_words import akin_types
from testimonia.weigh.times import meet

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

Event = Sequence[Account]


def doubtful_pairs(events: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    """Find events that agree in type, place, both sides and a figure, a few days apart in different documents.

    Args:
        events: The reports of each event.

    Yields:
        Pairs, the earlier first.
    """
    shelves: dict[tuple[object, ...], list[tuple[int, int]]] = {}
    for number, reports in enumerate(events):
        first = reports[0]
        day = next((account.span[0] for account in reports if account.is_day and account.span is not None), None)
        if day is not None and not first.alone and not first.sums and first.report.status == "happened":
            for key in dict.fromkeys(key for account in reports for key in _sameness(account)):
                shelves.setdefault(key, []).append((day, number))
    told: dict[tuple[int, int], None] = {}
    for shelf in shelves.values():
        shelf.sort()
        told.update({(one[1], two[1]): None for one, two in pairwise(shelf) if 0 < two[0] - one[0] <= DAYS_OFF})
    for one, two in told:
        if not {account.report.document for account in events[one]} & {account.report.document for account in events[two]}:
            yield events[one], events[two]


def told_alike(events: Sequence[Event]) -> Iterator[list[Account]]:
    """Find events that agree in type, place, day, those attacked and a figure, so that only who did it may keep them apart.

    Args:
        events: The reports of each event.

    Yields:
        The reports of such events together.
    """
    shelves: dict[tuple[object, ...], dict[int, None]] = {}
    for number, reports in enumerate(events):
        for account in reports:
            if account.is_day and not account.alone and not account.sums and account.report.status == "happened":
                for place, hit in product(sorted(_entities(account.where)), _labels(account.target[:1])):
                    for what, low in _telling_figures(account):
                        shelves.setdefault((account.report.type, place, account.span, hit, what, low), {})[number] = None
    for numbers in dict.fromkeys(tuple(shelf) for shelf in shelves.values() if len(shelf) > 1):
        yield [account for number in numbers for account in events[number]]


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


def _sameness(account: Account) -> Iterable[tuple[object, ...]]:
    """Yield what two tellings must share word for word to be taken for one event in spite of their days."""
    sides = [body.entity for body in (*account.initiator[:1], *account.target[:1])]
    places = [body.entity for body in account.where if body.entity is not None]
    if len(sides) < 2 or not places:
        return
    labels = _labels((*account.initiator[:1], *account.target[:1]))
    for what, low in _telling_figures(account):
        yield (account.report.type, places[0], *labels, what, low)


def _labels(bodies: Sequence[Somebody]) -> list[str]:
    return [body.entity or " ".join(sorted(body.words)) for body in bodies]


def _telling_figures(account: Account) -> Iterator[tuple[str, int]]:
    """Yield the exact figures that are large enough to show by being equal that two tellings are of one event."""
    for figure in account.report.figures:
        if figure.low is not None and figure.low >= FEWEST_EQUAL and figure.low == figure.high:
            yield figure.what, figure.low
