"""Event marks: an event as one mark on a timeline or a map, with how sure its time, its place and its toll are."""

from collections.abc import Iterable
from dataclasses import dataclass

from testimonia.model.event import Bound, Event, EventReport
from testimonia.model.kinds import EventType, Status
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.ties import Spell, spell_of
from testimonia.publish.statements import happening_in_words

KILLED = "killed"
"""What is counted where a picture shows one number of an event."""

_OPEN = 10**7
"""Days that stand for a time without an end: more than any written one has."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many were killed in all, after UCDP's low, best and high; None is not stated, which 0 is not."""

    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class EventMark:
    """One event as a picture shows it.

    `words` tells it in a sentence, `when` is the most exact time that a report gives, `places` holds ids of place entities, `status`
    is the one that most speaks for its having happened, `witnesses` counts the independent witnesses of its strongest agreement.
    """

    id: str
    type: EventType
    mode: str | None
    words: str
    status: Status
    when: Spell
    places: tuple[str, ...]
    killed: Count | None
    reports: int
    witnesses: int
    disputed: bool


def marks_of(catalogue: Catalogue, events: Iterable[str] | None = None) -> tuple[EventMark, ...]:
    """Give events as marks.

    Args:
        catalogue: Where everything is, as the lens leaves it.
        events: Ids of events; None for all.

    Returns:
        Marks by their first day; what is undated comes last.
    """
    records = catalogue.events.values() if events is None else [catalogue.events[key] for key in dict.fromkeys(events)]
    return tuple(sorted((_mark(catalogue, event) for event in records), key=_order))


def _mark(catalogue: Catalogue, event: Event) -> EventMark:
    # A decision since the last weighing may have taken one away.
    reports = [catalogue.reports[key] for key in event.reports if key in catalogue.reports]
    told = min(reports, key=_telling)
    dated = [report for report in reports if report.when is not None]
    best = min(dated, key=_days, default=told)
    return EventMark(
        id=event.id,
        type=event.type,
        mode=told.mode,
        words=happening_in_words(catalogue.knowledge, told),
        status=told.status,
        when=spell_of(best.when, (best.id,)),
        places=_places(catalogue, reports),
        killed=_killed(event),
        reports=len(event.reports),
        witnesses=max((made.witnesses for key in event.reports for made in catalogue.agreed.get(key, ())), default=1),
        disputed=any(key in catalogue.disputed for key in event.reports),
    )


def _telling(report: EventReport) -> tuple[bool, int, str]:
    """The report that tells most goes into words: one of something that happened, naming both sides and a place."""
    return (report.status != "happened", -sum(map(bool, (report.initiator, report.target, report.where))), report.id)


def _days(report: EventReport) -> tuple[int, str]:
    when = report.when
    if when is None or when.lo is None or when.hi is None:
        return (_OPEN, report.id)
    return ((when.hi - when.lo).days, report.id)


def _places(catalogue: Catalogue, reports: Iterable[EventReport]) -> tuple[str, ...]:
    named = dict.fromkeys(catalogue.knowledge.who(place) for report in reports for place in report.where)
    return tuple(name for name in named if name in catalogue.knowledge.entities)


def _killed(event: Event) -> Count | None:
    total = next((toll for toll in event.tolls if toll.what == KILLED and toll.of is None), None)
    return None if total is None else Count(_value(total.low), _value(total.best), _value(total.high))


def _value(bound: Bound | None) -> int | None:
    return None if bound is None else bound.value


def _order(mark: EventMark) -> tuple[bool, str, str]:
    day = mark.when.lo or mark.when.hi
    return (day is None, day or "", mark.id)
