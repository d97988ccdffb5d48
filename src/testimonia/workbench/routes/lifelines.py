"""The page Lifelines."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.lifelines import MOST_LINES, kin_of
from testimonia.publish.pages.lifelines_page import LifelinesPage, lifelines_page
from testimonia.publish.pages.shown import Named
from testimonia.store.page_records import About, Cut, EntitiesWanted
from testimonia.workbench.routes.actors import found_actor
from testimonia.workbench.visit import Visit, Visiting

router = APIRouter()
Actor = Annotated[str | None, Query(max_length=200, description="The body to begin from; the one of which most is claimed if left out.")]
Steps = Annotated[int, Query(ge=0, le=3, description="How many ties away from it a body may be.")]
EACH = 40
"""Claims of each predicate and reports of each type taken of every body: lines need the earliest, and the latest is among the others."""
OFFERED = 40


@router.get("/lifelines", response_class=HTMLResponse, include_in_schema=False)
def lifelines(visit: Visiting, actor: Actor = None, steps: Steps = 2) -> HTMLResponse:
    """Show bodies over time."""
    return visit.page("lifelines.html", _page(visit, actor, steps), section="/lifelines")


@router.get("/api/lifelines", tags=["pictures"])
def lifelines_data(visit: Visiting, actor: Actor = None, steps: Steps = 2) -> LifelinesPage:
    """Tell when bodies began and ended, and what ties them, as is claimed."""
    return _page(visit, actor, steps)


def _page(visit: Visit, actor: str | None, steps: int) -> LifelinesPage:
    wanted = EntitiesWanted(kinds=("armed_group", "armed_wing", "coalition", "political_body"))
    offered = [Named(line.name, line.id) for line in visit.store.list_entities(wanted, Cut(limit=OFFERED)).items]
    first = found_actor(visit, actor).id if actor is not None else next((named.path for named in offered), None)
    if first is None:
        return LifelinesPage(None, None, steps, None, (), (), (), ())
    bodies, catalogue = _gathered(visit, first, steps)
    return lifelines_page(catalogue, bodies, steps=steps, offered=offered)


def _gathered(visit: Visit, first: str, steps: int) -> tuple[list[str], Catalogue]:
    """Follow the ties step by step; each step asks for what is claimed of the bodies that it has come to."""
    bodies, keys = [first], dict.fromkeys(_about(visit, first))
    catalogue = visit.seen(About(claims=tuple(keys)) if keys else About(entity=first, limit=1), texts=True).catalogue
    for _ in range(steps):
        reached = [body for body in kin_of(catalogue, bodies, steps=1) if body not in bodies][: MOST_LINES - len(bodies)]
        if not reached:
            break
        bodies += reached
        keys |= dict.fromkeys(key for body in reached for key in _about(visit, body))
        catalogue = visit.seen(About(claims=tuple(keys)), texts=True).catalogue
    return [body for body in bodies if body in catalogue.knowledge.entities], catalogue


def _about(visit: Visit, body: str) -> tuple[str, ...]:
    return visit.store.part(About(entity=body, each=EACH)).core
