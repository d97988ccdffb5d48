"""The pages of actors: the list, one actor, and all claims about one."""

from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query
from fastapi.responses import HTMLResponse

from testimonia.model.entity import Entity
from testimonia.model.kinds import ENTITY_KINDS, EVENT_TYPES, PREDICATES, EntityKind, EventType, Predicate
from testimonia.publish.pages.actor import ActorPage, Listed, actor_page, most_of_each
from testimonia.publish.pages.actors import ActorClaimsPage, ActorLine, ActorsPage, shown_claims
from testimonia.publish.pages.disputes import dispute_note
from testimonia.publish.pages.event_marks import EventMark, marks_of
from testimonia.publish.pages.shown import Named
from testimonia.store.page_records import About, Cut, DisputesWanted, EntitiesWanted, EventsWanted
from testimonia.workbench.visit import Visit, Visiting

router = APIRouter()
Order = Literal["number", "name"]
Kind = Annotated[EntityKind | None, Query(description="Only actors of this kind.")]
Beginning = Annotated[str, Query(max_length=200, description="Only actors with a name that begins so, in any script.")]
After = Annotated[str | None, Query(max_length=500, description="Where the part before ended: its `after`.")]
What = Annotated[Predicate | EventType | Literal[""], Query(description="Only this predicate or event type; empty for all.")]
InYear = Annotated[int | None, Query(ge=0, le=9999, description="Only what begins in this year; 0 for what is undated.")]
ACTORS: tuple[EntityKind, ...] = tuple(kind for kind in ENTITY_KINDS if kind not in ("place", "named_event"))
"""The kinds that can act."""
MOST, EACH = 100, 60
"""Claims on an actor's page, and of each predicate; the rest is a link away."""
EVENTS, DISPUTES = 20, 8
"""Events and disputes listed on an actor's page; the rest is a link away."""
LISTED = 50


@router.get("/actors", response_class=HTMLResponse, include_in_schema=False)
def actors(visit: Visiting, kind: Kind = None, beginning: Beginning = "", order: Order = "number", after: After = None) -> HTMLResponse:
    """Show the list of actors."""
    return visit.page("actors.html", _actors(visit, kind, beginning, order, after), section="/actors")


@router.get("/api/actors", tags=["actors"])
def actors_data(visit: Visiting, kind: Kind = None, beginning: Beginning = "", order: Order = "number", after: After = None) -> ActorsPage:
    """List actors, those of whom most is claimed first, or by name."""
    return _actors(visit, kind, beginning, order, after)


@router.get("/actors/{actor}", response_class=HTMLResponse, include_in_schema=False)
def actor(visit: Visiting, actor: str) -> HTMLResponse:
    """Show one actor."""
    return visit.page("actor.html", _actor(visit, actor), section="/actors")


@router.get("/api/actors/{actor}", tags=["actors"])
def actor_data(visit: Visiting, actor: str) -> ActorPage:
    """Tell what is claimed of an actor, by whom, and where that is contested."""
    return _actor(visit, actor)


@router.get("/actors/{actor}/claims", response_class=HTMLResponse, include_in_schema=False)
def actor_claims(visit: Visiting, actor: str, what: What = "", year: InYear = None, after: After = None) -> HTMLResponse:
    """Show all claims and reports about one actor, a part at a time."""
    return visit.page("actor_claims.html", _claims(visit, actor, what or None, year, after), section="/actors")


@router.get("/api/actors/{actor}/claims", tags=["actors"])
def actor_claims_data(visit: Visiting, actor: str, what: What = "", year: InYear = None, after: After = None) -> ActorClaimsPage:
    """List claims and event reports about an actor, a part at a time."""
    return _claims(visit, actor, what or None, year, after)


def found_actor(visit: Visit, identifier: str) -> Entity:
    """Find the actor that an address names.

    Args:
        visit: The request.
        identifier: Its id, or one that leads to it since a merge.

    Returns:
        The entity, without its referents.

    Raises:
        HTTPException: There is none (404).
    """
    entity = visit.store.entities_by_id([identifier]).get(identifier)
    if entity is None:
        raise HTTPException(404, f"there is no actor {identifier!r}; look it up by one of its names")
    return entity


def _actors(visit: Visit, kind: EntityKind | None, beginning: str, order: Order, after: str | None) -> ActorsPage:
    wanted = EntitiesWanted(kinds=ACTORS if kind is None else (kind,), beginning=beginning, by=order)
    lines = visit.store.list_entities(wanted, Cut(limit=LISTED, after=after))
    shown = tuple(
        ActorLine(Named(line.name, f"/actors/{line.id}"), line.kind, line.claims, line.reports, line.voiced) for line in lines.items
    )
    return ActorsPage(shown, _kinds(visit), kind, beginning, order, lines.after, after is not None)


def _kinds(visit: Visit) -> tuple[tuple[EntityKind, int], ...]:
    totals = visit.store.totals()["entities"]
    return tuple((kind, totals[kind]) for kind in ACTORS if totals.get(kind))


def _actor(visit: Visit, identifier: str) -> ActorPage:
    entity = found_actor(visit, identifier)
    store = visit.desk.store
    counts: dict[tuple[str, str, int], int] = {(tally.role, tally.what, tally.year): tally.number for tally in store.tallies(entity.id)}
    each = min(EACH, most_of_each(counts, most=MOST))
    if not visit.lens.takes_everything:
        seen = visit.seen(About(entity=entity.id, each=each), texts=True)
        return actor_page(seen.catalogue, entity.id, core=seen.core, counts=counts)
    seen = visit.seen(About(entity=entity.id, each=each, only="claims", alone=True), texts=True)
    return actor_page(seen.catalogue, entity.id, core=seen.core, counts=counts, listed=_listed(visit, entity.id))


def _listed(visit: Visit, actor: str) -> Listed:
    store = visit.desk.store
    events = store.list_events(EventsWanted(actor=actor), Cut(EVENTS)).items
    reports = tuple(key for line in events for key in line.event.reports)
    marks: tuple[EventMark, ...] = ()
    if reports:
        catalogue = visit.seen(About(claims=reports, alone=True, bare=True)).catalogue
        marks = marks_of(catalogue, (line.event.id for line in events if line.event.id in catalogue.events))
    disputes = store.list_disputes(DisputesWanted(entity=actor), Cut(DISPUTES)).items
    return Listed(marks, tuple(map(dispute_note, disputes)), store.count_disputes(actor))


def _claims(visit: Visit, identifier: str, what: str | None, year: int | None, after: str | None) -> ActorClaimsPage:
    entity = found_actor(visit, identifier)
    seen = visit.seen(About(entity=entity.id, what=what, year=year, limit=LISTED, after=after, alone=True), texts=True)
    offered: dict[str, int] = {}
    for tally in visit.store.tallies(entity.id):
        if tally.role not in ("voice", "where"):
            offered[tally.what] = offered.get(tally.what, 0) + tally.number
    ordered = tuple((name, offered[name]) for name in (*PREDICATES, *EVENT_TYPES) if name in offered)
    shown = shown_claims(seen.catalogue, seen.core)
    return ActorClaimsPage(entity.id, entity.name, what, year, ordered, shown, seen.after, after is not None)
