"""Disputes about events: figures that do not meet, another day, another place, and whether it happened at all.

Each rule looks at the reports of one event, except `event_days`, which looks at two events that agree in everything but the day.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from testimonia.model.event import Event
from testimonia.model.finding import Dispute, Position
from testimonia.model.knowledge import Knowledge
from testimonia.text.names import fold_name
from testimonia.weigh.accounts import Account, distance_km
from testimonia.weigh.independence import Witnesses, count_independent
from testimonia.weigh.times import stab
from testimonia.weigh.tolls import Reported, quantities_of
from testimonia.weigh.wording import listed, range_in_words

OPEN_HIGH = 10**12
"""Above any toll: an upper bound that nobody stated."""

APART_KM = 15.0
"""Two settlements of one event this far apart are two places, not two names for one neighbourhood."""

DAYS_OFF = 3
"""Two tellings of one attack seldom differ by more days; beyond that they are more likely two attacks."""

FEWEST_EQUAL = 3
"""A figure below this is too common for its equality to show that two attacks on other days are one."""

Certainty = Literal["definite", "possible"]
Parts = list[tuple[str, list[Account]]]


def event_disputes_of(
    knowledge: Knowledge, events: Sequence[Event], *, accounts: Mapping[str, Account], witnesses: Witnesses
) -> tuple[Dispute, ...]:
    """Find what the reports of one event cannot all be right about.

    Args:
        knowledge: What is known, for names.
        events: The events tied from the reports.
        accounts: The prepared reports by id.
        witnesses: The witnesses of the same knowledge.

    Returns:
        Disputes, definite ones first, then by what they are about and by id.
    """
    found: list[Dispute] = []
    for event in events:
        reports = [accounts[name] for name in event.reports]
        if len(reports) > 1:
            found += _figures(knowledge, reports, witnesses)
            found += _places(reports, witnesses)
            found += _statuses(reports, witnesses)
    found += _days([[accounts[name] for name in event.reports] for event in events], witnesses)
    return tuple(sorted(found, key=lambda dispute: (dispute.certainty, dispute.about, dispute.id)))


def name_of_event(reports: Sequence[Account]) -> str:
    """Name an event for people: its type, first place and date.

    Args:
        reports: The prepared reports of the event.

    Returns:
        A phrase such as "the event coded ASSAULT in Goma on 2012-11-20".
    """
    place = next((body.name for account in reports for body in account.where if body.entity is not None), None)
    when = min((account for account in reports if account.span is not None), key=_width, default=None)
    phrase = f"the event coded {reports[0].report.type}"
    phrase += "" if place is None else f" in {place}"
    return phrase if when is None or when.report.when is None else f"{phrase} ({when.report.when.edtf})"


def _figures(knowledge: Knowledge, reports: list[Account], witnesses: Witnesses) -> Iterable[Dispute]:
    """Two counts of one thing in one event whose ranges do not meet cannot both be right."""
    happened = [account for account in reports if account.report.status == "happened"]
    for (what, of), reported in quantities_of(knowledge, happened):
        parts = _by_range(reported)
        if len(parts) > 1:
            counted = what if of is None else f"{what}, of {knowledge.name_of(of)},"
            about = f"{counted} in {name_of_event(reports)}"
            why = f"The figures given for {about} do not meet: {' against '.join(holds for holds, _ in parts)}."
            alike = (
                len({None if figure.of is None else fold_name(figure.of.words) for _, figure in reported}) == 1 or of in knowledge.entities
            )
            why += "" if alike else " Those counted are described in different words, so they may not be the same."
            yield _dispute("event_figures", about, parts, why=why, certainty="definite" if alike else "possible", witnesses=witnesses)


def _by_range(reported: list[Reported]) -> Parts:
    """Group figures by a number that they share; one that fits every group belongs to no side."""
    ranges = {str(n): (f.low or 0, OPEN_HIGH if f.high is None else f.high) for n, (_, f) in enumerate(reported)}
    most, least = min((high for _, high in ranges.values()), default=0), max((low for low, _ in ranges.values()), default=0)
    clashing = {one for one, (low, high) in ranges.items() if low > most or high < least}
    groups = stab({key: bounds for key, bounds in ranges.items() if key in clashing})
    return [
        (
            listed([range_in_words(reported[int(key)][1].low, reported[int(key)][1].high) for key in group]),
            [reported[int(key)][0] for key in group],
        )
        for group in groups
    ]


def _places(reports: list[Account], witnesses: Witnesses) -> Iterable[Dispute]:
    """One event happened in one place; two settlements far from one another cannot both be it."""
    parts: dict[str, list[Account]] = {}
    spots = {}
    for account in reports:
        if len(account.where) == 1 and account.where[0].coordinates is not None:
            parts.setdefault(account.where[0].name, []).append(account)
            spots[account.where[0].name] = account.where[0].coordinates
    names = list(parts)
    if len(names) > 1 and all(distance_km(spots[names[0]], spots[name]) > APART_KM for name in names[1:]):
        about = f"the place of {name_of_event(reports)}"
        why = f"One event is placed in {listed(names)}, which lie more than {APART_KM:.0f} km apart; one may be a wider area."
        yield _dispute("event_places", about, list(parts.items()), why=why, certainty="possible", witnesses=witnesses)


def _statuses(reports: list[Account], witnesses: Witnesses) -> Iterable[Dispute]:
    """What one voice reports as having happened and another denies cannot both hold."""
    parts = [
        ("it happened", [a for a in reports if a.report.status == "happened"]),
        ("denied", [a for a in reports if a.report.status == "denied"]),
    ]
    if all(part for _, part in parts):
        about = f"whether {name_of_event(reports)} happened"
        why = f"Some report {name_of_event(reports)} as having happened, others deny it."
        yield _dispute("event_denied", about, parts, why=why, certainty="definite", witnesses=witnesses)


def _days(events: list[list[Account]], witnesses: Witnesses) -> Iterable[Dispute]:
    """Two events that agree in type, place, both sides and a figure, a few days apart in different documents, may be one told with two
    dates."""
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
        if {account.report.document for account in events[one]} & {account.report.document for account in events[two]}:
            continue
        parts = [(_day_of(events[number]), events[number]) for number in (one, two)]
        about = f"the day of {name_of_event(events[one])}"
        why = f"Two documents tell of what may be one event, with one place, sides and figure, on {listed([holds for holds, _ in parts])}."
        yield _dispute("event_days", about, parts, why=why, certainty="possible", witnesses=witnesses)


def _sameness(account: Account) -> Iterable[tuple[object, ...]]:
    """Yield what two tellings must share word for word to be taken for one event in spite of their days."""
    sides = [body.entity for body in (*account.initiator[:1], *account.target[:1])]
    places = [body.entity for body in account.where if body.entity is not None]
    if len(sides) < 2 or not places:
        return
    for figure in account.report.figures:
        if figure.low is not None and figure.low >= FEWEST_EQUAL and figure.low == figure.high:
            labels = [body.entity or " ".join(sorted(body.words)) for body in (*account.initiator[:1], *account.target[:1])]
            yield (account.report.type, places[0], *labels, figure.what, figure.low)


def _day_of(reports: list[Account]) -> str:
    return next((account.report.when.edtf for account in reports if account.is_day and account.report.when is not None), "a day not stated")


def _dispute(rule: str, about: str, parts: Parts, *, why: str, certainty: Certainty, witnesses: Witnesses) -> Dispute:
    positions = tuple(
        Position(
            holds,
            tuple(dict.fromkeys(a.id for a in part)),
            count_independent([witnesses.of(a.report.document, a.report.attribution) for a in part]),
        )
        for holds, part in parts
    )
    return Dispute(about, positions, why, rule, certainty)


def _width(account: Account) -> int:
    return 0 if account.span is None else account.span[1] - account.span[0]
