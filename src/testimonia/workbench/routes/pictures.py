"""The pages Timeline and Map: the same events along time and at their places."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import HTMLResponse

from testimonia.model.kinds import EVENT_TYPES, EventType
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.atlas import atlas_of
from testimonia.publish.pages.event_marks import EventMark, marks_of
from testimonia.publish.pages.map_page import MapPage, years_of
from testimonia.publish.pages.shown import Named
from testimonia.publish.pages.timeline import TimelinePage, timeline_picture
from testimonia.store.page_records import About, Cut, EntitiesWanted, EventsWanted
from testimonia.workbench.routes.actors import found_actor
from testimonia.workbench.visit import Visit, Visiting

router = APIRouter()
MOST = 200
"""Events in one picture: more marks cover one another; the page says that there are more and leads on."""
AREAS = 200
OFFERED = 40


@dataclass(frozen=True, slots=True)
class Asked:
    """What a picture is asked for."""

    type: EventType | None
    since: int | None
    until: int | None
    actor: str | None
    event: str | None
    after: str | None


def _asked(
    kind: Annotated[EventType | None, Query(alias="type", description="Only events of this type (PLOVER 2.0).")] = None,
    since: Annotated[int | None, Query(ge=1, le=9999, description="Only events that begin in this year or later.")] = None,
    until: Annotated[int | None, Query(ge=1, le=9999, description="Only events that begin in this year or earlier.")] = None,
    actor: Annotated[str | None, Query(max_length=200, description="Only events that name this actor as a party.")] = None,
    after: Annotated[str | None, Query(max_length=500, description="Where the part before ended: its `after`.")] = None,
) -> Asked:
    return Asked(kind, since, until, actor or None, None, after)


Asking = Annotated[Asked, Depends(_asked)]
Event = Annotated[str | None, Query(max_length=200, description="Only this event.")]


@router.get("/timeline", response_class=HTMLResponse, include_in_schema=False)
def timeline(visit: Visiting, asked: Asking) -> HTMLResponse:
    """Show events along time."""
    return visit.page("timeline.html", _timeline(visit, asked), section="/timeline")


@router.get("/api/timeline", tags=["pictures"])
def timeline_data(visit: Visiting, asked: Asking) -> TimelinePage:
    """Tell of events along time, with low, best and high of the killed."""
    return _timeline(visit, asked)


@router.get("/map", response_class=HTMLResponse, include_in_schema=False)
def map_of_events(visit: Visiting, asked: Asking, event: Event = None) -> HTMLResponse:
    """Show events and areas of operation at their places."""
    return visit.page("map.html", _map(visit, asked, event), section="/map")


@router.get("/api/map", tags=["pictures"])
def map_data(visit: Visiting, asked: Asking, event: Event = None) -> MapPage:
    """Tell where events and areas of operation are, and which have no place on a map."""
    return _map(visit, asked, event)


def _timeline(visit: Visit, asked: Asked) -> TimelinePage:
    _, marks, after = _marks(visit, asked)
    return TimelinePage(
        picture=timeline_picture(marks),
        events=marks,
        undated=sum(not (mark.when.lo or mark.when.hi) for mark in marks),
        types=_types(visit),
        type=asked.type,
        since=asked.since,
        until=asked.until,
        actor=asked.actor,
        actor_name=_name(visit, asked.actor),
        offered=_offered(visit),
        after=after,
        began=asked.after is not None,
    )


def _map(visit: Visit, asked: Asked, event: str | None) -> MapPage:
    if event is not None:
        catalogue = visit.seen(About(event=event)).catalogue
        atlas, after = atlas_of(catalogue, marks_of(catalogue, [event] if event in catalogue.events else ()), areas=False), None
    else:
        catalogue, marks, after = _marks(visit, asked)
        atlas = atlas_of(catalogue, marks)
    first, last = years_of(atlas)
    return MapPage(
        atlas, first, last, _types(visit), asked.type, asked.actor, _name(visit, asked.actor), event, _offered(visit), after is not None
    )


def _marks(visit: Visit, asked: Asked) -> tuple[Catalogue, tuple[EventMark, ...], str | None]:
    """The events asked for as the lens shows them, with the claims on where the actor asked for operates."""
    if asked.actor is not None:
        found_actor(visit, asked.actor)
    wanted = EventsWanted(type=asked.type, since=asked.since, until=asked.until, actor=asked.actor)
    lines = visit.store.list_events(wanted, Cut(limit=MOST, after=asked.after))
    keys = [key for line in lines.items for key in line.event.reports]
    if asked.actor is not None:
        keys += visit.desk.store.core(About(entity=asked.actor, what="operates_in", limit=AREAS))
    if not keys:
        return visit.seen(About(event="")).catalogue, (), lines.after
    catalogue = visit.seen(About(claims=tuple(keys), alone=True)).catalogue
    order = [line.event.id for line in lines.items if line.event.id in catalogue.events]
    return catalogue, marks_of(catalogue, order), lines.after


def _types(visit: Visit) -> tuple[tuple[EventType, int], ...]:
    totals = visit.store.totals()["events"]
    return tuple((kind, totals[kind]) for kind in EVENT_TYPES if totals.get(kind))


def _name(visit: Visit, actor: str | None) -> str | None:
    return None if actor is None else found_actor(visit, actor).name


def _offered(visit: Visit) -> tuple[Named, ...]:
    wanted = EntitiesWanted(kinds=("armed_group", "armed_wing", "coalition", "state_force", "political_body", "government"))
    return tuple(Named(line.name, line.id) for line in visit.store.list_entities(wanted, Cut(limit=OFFERED)).items)
