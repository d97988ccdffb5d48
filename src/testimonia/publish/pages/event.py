"""The page of an event: its reports side by side, what they agree on, and each bound of its figures with the reports that set it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from testimonia.errors import RecordError
from testimonia.model.event import Bound, Event, EventReport, Toll
from testimonia.model.party import Party
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.actor import DisputeNote, disputes_of
from testimonia.publish.pages.atlas import Spot, atlas_of
from testimonia.publish.pages.event_marks import EventMark, marks_of
from testimonia.publish.pages.shown import Named, ShownClaim, entity_path, range_shown, shown_claim
from testimonia.publish.rows import is_name_in_passing, is_private
from testimonia.publish.statements import UNNAMED, participant_of


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report says on one point: names and words, empty where it says nothing."""

    said: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One point on which the reports are laid side by side; `alike` says whether all that say anything say the same."""

    label: str
    cells: tuple[Cell, ...]
    alike: bool


@dataclass(frozen=True, slots=True)
class BoundShown:
    """One bound of a figure and the numbers, on this page, of the reports that set it; `value` None where nobody states one."""

    value: int | None
    reports: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TollShown:
    """Low, best and high of one quantity, after UCDP; `of` is the side counted, None for the total."""

    what: str
    of: str | None
    low: BoundShown
    best: BoundShown
    high: BoundShown


@dataclass(frozen=True, slots=True)
class EventPage:
    """All that the page of an event shows.

    `reports` are numbered from 1 in this order wherever the page refers to them. `why` says why they are judged to tell of one event,
    `agreed` what independent voices agree on.
    """

    id: str
    mark: EventMark
    why: str
    reports: tuple[ShownClaim, ...]
    rows: tuple[Row, ...]
    tolls: tuple[TollShown, ...]
    agreed: tuple[str, ...]
    disputes: tuple[DisputeNote, ...]
    spots: tuple[Spot, ...]


def event_page(catalogue: Catalogue, event: str) -> EventPage:
    """Show an event.

    Args:
        catalogue: Where everything is, as the lens leaves it; a part about the event is enough.
        event: The id of the event, or of a report of it.

    Returns:
        The page.

    Raises:
        RecordError: There is no such event, or the lens leaves no report of it.
    """
    record = catalogue.events.get(catalogue.event_of.get(event, event))
    if record is None:
        raise RecordError(f"there is no event {event!r}, or the lens leaves none of its reports")
    reports = [catalogue.reports[key] for key in record.reports]
    (mark,) = marks_of(catalogue, (record.id,))
    agreed = dict.fromkeys(made.why for key in record.reports for made in catalogue.agreed.get(key, ()))
    return EventPage(
        id=record.id,
        mark=mark,
        why=record.why,
        reports=tuple(shown_claim(catalogue, report) for report in reports),
        rows=_rows(catalogue, reports),
        tolls=_tolls(catalogue, record),
        agreed=tuple(agreed),
        disputes=disputes_of(catalogue, record.reports),
        spots=atlas_of(catalogue, (mark,), areas=False).spots,
    )


def _rows(catalogue: Catalogue, reports: Sequence[EventReport]) -> tuple[Row, ...]:
    """Points that at least one report speaks to, in the order in which people ask for them."""
    points = [
        ("Who", [_parties(catalogue, report.initiator) for report in reports]),
        ("To whom", [_parties(catalogue, report.target) for report in reports]),
        ("Where", [_parties(catalogue, report.where) for report in reports]),
        ("Blamed", [_parties(catalogue, report.responsibility) for report in reports]),
        ("By what means", [_words(report.mode) for report in reports]),
        ("Status", [_words(report.status) for report in reports]),
    ]
    figures = dict.fromkeys(_counted(catalogue, figure.what, figure.of) for report in reports for figure in report.figures)
    for counted in figures:
        points.append((counted, [_figures(catalogue, report, counted) for report in reports]))
    return tuple(Row(label, tuple(map(Cell, said)), _alike(said)) for label, said in points if any(said))


def _parties(catalogue: Catalogue, parties: Iterable[Party]) -> tuple[Named, ...]:
    shown: dict[Named, None] = {}
    for party in parties:
        entity = catalogue.knowledge.entities.get(catalogue.knowledge.who(party))
        hidden = is_private(catalogue.knowledge, party) or is_name_in_passing(party)
        path = None if entity is None or hidden else entity_path(entity)
        shown[Named(UNNAMED if hidden else participant_of(catalogue.knowledge, party), path)] = None
    return tuple(shown)


def _words(code: str | None) -> tuple[Named, ...]:
    return () if code is None else (Named(code.replace("_", " ")),)


def _counted(catalogue: Catalogue, what: str, of: Party | None) -> str:
    return what if of is None else f"{what} of {participant_of(catalogue.knowledge, of)}"


def _figures(catalogue: Catalogue, report: EventReport, counted: str) -> tuple[Named, ...]:
    said = (f for f in report.figures if _counted(catalogue, f.what, f.of) == counted)
    return tuple(Named(range_shown(figure.low, figure.high)) for figure in said)


def _alike(said: Sequence[tuple[Named, ...]]) -> bool:
    told = {frozenset(name.text for name in names) for names in said if names}
    return len(told) == 1 and sum(map(bool, said)) > 1


def _tolls(catalogue: Catalogue, event: Event) -> tuple[TollShown, ...]:
    numbers = {report: number for number, report in enumerate(event.reports, 1)}

    def bound(made: Bound | None) -> BoundShown:
        return (
            BoundShown(None, ())
            if made is None
            else BoundShown(made.value, tuple(sorted(numbers[r] for r in made.reports if r in numbers)))
        )

    def shown(toll: Toll) -> TollShown:
        of = None if toll.of is None else catalogue.knowledge.name_of(toll.of)
        return TollShown(toll.what, of, bound(toll.low), bound(toll.best), bound(toll.high))

    return tuple(shown(toll) for toll in event.tolls)
