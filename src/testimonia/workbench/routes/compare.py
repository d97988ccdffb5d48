"""Two lenses side by side: what only the one would believe of an actor or an event, what only the other, and where they differ."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from fastapi.responses import HTMLResponse

from testimonia.model.knowledge import Knowledge
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.actors import shown_claims
from testimonia.publish.pages.event import TollShown, event_page
from testimonia.publish.pages.frame import lens_shown
from testimonia.publish.pages.shown import Named
from testimonia.store.page_records import About, Cut, EntitiesWanted
from testimonia.weigh import Contrast, compare_claims, compare_events
from testimonia.workbench.lens_page import ComparePage, ContrastShown, LensSide
from testimonia.workbench.routes.actors import ACTORS, found_actor
from testimonia.workbench.visit import LONGEST_LENS, SeenPart, Visit, Visiting, lens_asked

router = APIRouter()
One = Annotated[
    str, Query(max_length=LONGEST_LENS, description="One lens: the name of a saved one, or one written down; empty for everybody's word.")
]
Actor = Annotated[str | None, Query(max_length=200, description="Compare what is claimed of this actor.")]
Event = Annotated[str | None, Query(max_length=200, description="Compare this event.")]
EACH = 60
OFFERED = 40


@router.get("/compare", response_class=HTMLResponse, include_in_schema=False)
def compare(visit: Visiting, a: One = "", b: One = "", actor: Actor = None, event: Event = None) -> HTMLResponse:
    """Show what two lenses would believe."""
    return visit.page("compare.html", _page(visit, (a, b), actor or None, event or None), section="/lens")


@router.get("/api/compare", tags=["lenses"])
def compare_data(visit: Visiting, a: One = "", b: One = "", actor: Actor = None, event: Event = None) -> ComparePage:
    """Tell what only one lens would believe of an actor or an event, what both, and where they differ, claim by claim."""
    return _page(visit, (a, b), actor or None, event or None)


def _page(visit: Visit, asked: tuple[str, str], actor: str | None, event: str | None) -> ComparePage:
    sides = [_through(visit, one) for one in asked]
    named = None if actor is None else found_actor(visit, actor)
    about = None
    if event is not None:
        about = About(event=event)
    elif named is not None:
        about = About(entity=named.id, each=EACH)
    claims: tuple[ContrastShown, ...] = ()
    events: tuple[ContrastShown, ...] = ()
    tolls: tuple[tuple[TollShown, ...], tuple[TollShown, ...]] = ((), ())
    if about is not None:
        whole = visit.store.part(about)
        if not whole.core:
            raise HTTPException(404, f"there is no event {event!r}" if event else "nothing is claimed of this actor")
        left, right = (side.seen(about, texts=True) for side in sides)
        core = set(whole.core)
        if named is not None and event is None:
            found = compare_claims(_only(left), _only(right), entity=named.id)
            claims = _shown(found, left.catalogue, right.catalogue)
        between = compare_events(left.catalogue.findings, right.catalogue.findings, knowledge=whole.knowledge, reports=core)
        events = _shown(between, left.catalogue, right.catalogue)
        tolls = (_tolls(left), _tolls(right)) if event is not None else tolls
    counts: dict[str, int] = {}
    for one in (*claims, *events):
        counts[one.believed] = counts.get(one.believed, 0) + 1
    first, second = (_side(one, side) for one, side in zip(asked, sides, strict=True))
    return ComparePage(
        a=first,
        b=second,
        saved=tuple(visit.desk.store.lenses()),
        actor=None if named is None else named.id,
        actor_name=None if named is None else named.name,
        event=event,
        claims=claims,
        events=events,
        tolls=tolls,
        counts=counts,
        offered=_offered(visit),
    )


def _through(visit: Visit, asked: str) -> Visit:
    lens = lens_asked(visit.desk.store, asked)
    return replace(visit, lens=lens, asked=asked, store=visit.desk.store.as_of(lens.known_on))


def _side(asked: str, visit: Visit) -> LensSide:
    shown = lens_shown(visit.lens)
    return LensSide(asked, "everybody’s word" if shown.takes_everything else shown.name, shown.asks)


def _only(seen: SeenPart) -> Knowledge:
    """What the part is about, without the background by which it was weighed."""
    core = set(seen.core)
    known = seen.catalogue.knowledge
    return replace(known, claims=tuple(claim for claim in known.claims if claim.id in core))


def _shown(found: Iterable[Contrast], left: Catalogue, right: Catalogue) -> tuple[ContrastShown, ...]:
    return tuple(
        ContrastShown(
            one.about, one.believed, one.left_holds, one.right_holds, shown_claims(left, one.left), shown_claims(right, one.right)
        )
        for one in found
    )


def _tolls(seen: SeenPart) -> tuple[TollShown, ...]:
    told = next((key for key in seen.core if key in seen.catalogue.event_of), None)
    return () if told is None else event_page(seen.catalogue, told).tolls


def _offered(visit: Visit) -> tuple[Named, ...]:
    lines = visit.store.list_entities(EntitiesWanted(kinds=ACTORS), Cut(limit=OFFERED)).items
    return tuple(Named(line.name, line.id) for line in lines)
