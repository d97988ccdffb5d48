"""The pages of events: the list, and one event."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query
from fastapi.responses import HTMLResponse

from testimonia.model.kinds import EVENT_TYPES, EventType
from testimonia.publish.pages.event import EventPage, event_page
from testimonia.publish.pages.event_marks import marks_of
from testimonia.publish.pages.events import EventsPage
from testimonia.store.page_records import About, Cut, EventsWanted
from testimonia.workbench.routes.actors import found_actor
from testimonia.workbench.visit import Visit, Visiting

router = APIRouter()
Kind = Annotated[EventType | None, Query(alias="type", description="Only events of this type (PLOVER 2.0).")]
Since = Annotated[int | None, Query(ge=1, le=9999, description="Only events that begin in this year or later.")]
Until = Annotated[int | None, Query(ge=1, le=9999, description="Only events that begin in this year or earlier.")]
Actor = Annotated[str | None, Query(max_length=200, description="Only events that name this actor as a party.")]
WithTolls = Annotated[bool, Query(description="Only events of which a toll is told.")]
After = Annotated[str | None, Query(max_length=500, description="Where the part before ended: its `after`.")]
LISTED = 50


def _wanted(
    kind: Kind = None, since: Since = None, until: Until = None, actor: Actor = None, with_tolls: WithTolls = False
) -> EventsWanted:
    return EventsWanted(type=kind, since=since, until=until, actor=actor, with_tolls=with_tolls)


Wanted = Annotated[EventsWanted, Depends(_wanted)]


@router.get("/events", response_class=HTMLResponse, include_in_schema=False)
def events(visit: Visiting, wanted: Wanted, after: After = None) -> HTMLResponse:
    """Show the list of events."""
    return visit.page("events.html", _events(visit, wanted, after), section="/events")


@router.get("/api/events", tags=["events"])
def events_data(visit: Visiting, wanted: Wanted, after: After = None) -> EventsPage:
    """List events, earliest first, undated last."""
    return _events(visit, wanted, after)


@router.get("/events/{event}", response_class=HTMLResponse, include_in_schema=False)
def event(visit: Visiting, event: str) -> HTMLResponse:
    """Show one event."""
    return visit.page("event.html", _event(visit, event), section="/events")


@router.get("/api/events/{event}", tags=["events"])
def event_data(visit: Visiting, event: str) -> EventPage:
    """Tell of an event as its reports do, with low, best and high of its figures and the reports that set each."""
    return _event(visit, event)


def _events(visit: Visit, wanted: EventsWanted, after: str | None) -> EventsPage:
    named = None if wanted.actor is None else found_actor(visit, wanted.actor)
    lines = visit.store.list_events(wanted, Cut(limit=LISTED, after=after))
    reports = tuple(key for line in lines.items for key in line.event.reports)
    seen = visit.seen(About(claims=reports, alone=True, bare=True)) if reports else None
    order = [line.event.id for line in lines.items]
    marks = () if seen is None else marks_of(seen.catalogue, (key for key in order if key in seen.catalogue.events))
    by_id = {mark.id: mark for mark in marks}
    totals = visit.store.totals()["events"]
    return EventsPage(
        events=tuple(by_id[key] for key in order if key in by_id),
        types=tuple((kind, totals[kind]) for kind in EVENT_TYPES if totals.get(kind)),
        type=wanted.type,
        since=wanted.since,
        until=wanted.until,
        actor=wanted.actor,
        actor_name=None if named is None else named.name,
        with_tolls=wanted.with_tolls,
        after=lines.after,
        began=after is not None,
    )


def _event(visit: Visit, identifier: str) -> EventPage:
    seen = visit.seen(About(event=identifier), texts=True)
    if not seen.core:
        raise HTTPException(404, f"there is no event {identifier!r}, or the lens leaves none of its reports")
    # Under a lens the reports that are left may be tied otherwise: the event is the one that the first of them tells of.
    known = identifier if identifier in seen.catalogue.events else next(key for key in seen.core if key in seen.catalogue.event_of)
    return event_page(seen.catalogue, known)
