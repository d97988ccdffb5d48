"""Over time and on the map: the timeline cut into years where one picture cannot hold it, and the maps of everything and of one actor."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from testimonia.publish.pages.atlas import Atlas, atlas_of
from testimonia.publish.pages.event_marks import EventMark
from testimonia.publish.pages.map_page import MapPage, years_of
from testimonia.publish.pages.timeline import TimelinePage, timeline_picture
from testimonia.publish.site.book import Book
from testimonia.publish.site.records import ShortMark, ShortSpot, WholeMapPage, YearOfEvents, YearsPage

MOST = 300
"""Events in one picture, as on the workbench: more marks cover one another."""
UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Times:
    """The events of a release by the year in which they begin, None for undated; `is_one` says whether one picture holds them all."""

    years: tuple[tuple[int | None, tuple[EventMark, ...]], ...]
    is_one: bool


def times_of(book: Book) -> Times:
    """Part the events by years.

    Args:
        book: The release.

    Returns:
        Years in their order, undated events last.
    """
    years: dict[int | None, list[EventMark]] = {}
    for mark in book.marks.values():
        years.setdefault(year_of(mark), []).append(mark)
    return Times(tuple((year, tuple(marks)) for year, marks in years.items()), len(book.marks) <= MOST)


def year_of(mark: EventMark) -> int | None:
    """Say in which year an event begins.

    Args:
        mark: The event.

    Returns:
        The year; where only its end is known, that of its end; None where it is undated.
    """
    day = mark.when.lo or mark.when.hi
    return None if day is None else int(day[:4])


def timeline_parts(number: int) -> range:
    """Say in how many pictures events are drawn.

    Args:
        number: How many events there are.

    Returns:
        1 to the number of pictures.
    """
    return range(1, max(1, -(-number // MOST)) + 1)


def timeline_part(book: Book, of: str, part: int) -> TimelinePage:
    """Show one part of the timeline.

    Args:
        book: The release.
        of: A year, `undated`, the id of an actor, or nothing for all events.
        part: The part, counted from 1.

    Returns:
        The page.
    """
    entity = book.catalogue.knowledge.entities.get(of)
    year = int(of) if entity is None and of.isdigit() else None
    if entity is not None:
        events: Sequence[EventMark] = book.events_of(of)
    elif of:
        events = [mark for mark in book.marks.values() if year_of(mark) == year]
    else:
        events = list(book.marks.values())
    shown = tuple(events[(part - 1) * MOST : part * MOST])
    further = str(part + 1) if part * MOST < len(events) else None
    return TimelinePage(
        picture=timeline_picture(shown),
        events=shown,
        undated=sum(year_of(mark) is None for mark in shown),
        types=(),
        type=None,
        since=year,
        until=year,
        actor=None if entity is None else of,
        actor_name=None if entity is None else entity.name,
        offered=(),
        after=f"{UNDATED}-{further}" if further is not None and of == UNDATED else further,
        began=part > 1,
    )


def years_page(book: Book) -> YearsPage:
    """List the years of a timeline that one picture cannot hold.

    Args:
        book: The release.

    Returns:
        The page.
    """
    years = tuple(
        YearOfEvents(
            year,
            len(marks),
            sum(_killed(mark) is not None for mark in marks),
            sum(_killed(mark) or 0 for mark in marks),
            f"timeline/{UNDATED if year is None else year}.html",
        )
        for year, marks in times_of(book).years
    )
    return YearsPage(years, len(book.marks), max((year.events for year in years), default=1))


def map_of_everything(book: Book) -> MapPage | WholeMapPage:
    """Put all events and areas of operation on one map.

    Args:
        book: The release.

    Returns:
        The page with its list of events; where they are more than one page lists, the map alone, and the list is on the timeline.
    """
    marks = tuple(book.marks.values())
    page = _map_page(book, atlas_of(book.catalogue, marks))
    if len(marks) <= MOST:
        return page
    unlocated = frozenset(page.atlas.unlocated)
    drawn = {mark.id: mark for mark in marks if mark.id not in unlocated}
    place = {event: number for number, event in enumerate(drawn)}
    spots = tuple(
        ShortSpot(spot.name, spot.latitude, spot.longitude, spot.precision, tuple(place[event] for event in spot.events), spot.areas)
        for spot in page.atlas.spots
    )
    undated = sum(year_of(mark) is None for mark in marks)
    return WholeMapPage(replace(page, atlas=replace(page.atlas, marks=())), tuple(map(_short, drawn.values())), spots, undated)


def map_of(book: Book, actor: str) -> MapPage:
    """Put the events that name an actor, and where it is said to operate, on a map.

    Args:
        book: The release.
        actor: The actor's id.

    Returns:
        The page.
    """
    events = book.events_of(actor)
    catalogue = book.catalogue
    own = replace(catalogue, claims={key: catalogue.claims[key] for key in catalogue.about.get(actor, ())})
    atlas = atlas_of(own, events[:MOST])
    # What others are said to do where this one is told of stands on their own maps.
    areas = {spot.id: tuple(area for area in spot.areas if area.body == actor) for spot in atlas.spots}
    spots = tuple(replace(spot, areas=areas[spot.id]) for spot in atlas.spots if spot.events or areas[spot.id])
    page = _map_page(book, replace(atlas, spots=spots))
    return replace(page, actor=actor, actor_name=book.catalogue.knowledge.entities[actor].name, more=len(events) > MOST)


def has_map(book: Book, actor: str) -> bool:
    """Say whether anything that is told of an actor has a place on the map.

    Args:
        book: The release.
        actor: The actor's id.

    Returns:
        True if an event that names it, or an area where it is said to operate, has coordinates.
    """
    catalogue = book.catalogue
    claims = (catalogue.claims[key] for key in catalogue.about.get(actor, ()))
    areas = (catalogue.knowledge.who(claim.object) for claim in claims if claim.predicate == "operates_in" and claim.object is not None)
    entities = catalogue.knowledge.entities
    placed = (entities.get(place) for places in (areas, *(event.places for event in book.events_of(actor))) for place in places)
    return any(place is not None and place.latitude is not None and place.longitude is not None for place in placed)


def _map_page(book: Book, atlas: Atlas) -> MapPage:
    first, last = years_of(atlas)
    return MapPage(atlas, first, last, (), None, None, None, None, (), more=False)


def _short(mark: EventMark) -> ShortMark:
    first, last = (None if day is None else day[:4] for day in (mark.when.lo, mark.when.hi))
    return mark.id, mark.words, mark.when.edtf, first, last, int(mark.disputed)


def _killed(mark: EventMark) -> int | None:
    return None if mark.killed is None else mark.killed.best
