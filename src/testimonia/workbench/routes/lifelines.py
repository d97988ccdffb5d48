"""The page Lifelines."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from testimonia.model.kinds import entity_class
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.lifelines import KIN, MOST_LINES, kin_of
from testimonia.publish.pages.lifelines_page import LifelinesPage, lifelines_page
from testimonia.publish.pages.shown import Named
from testimonia.publish.pages.ties import IN_WORDS
from testimonia.store.page_records import About, Cut, EntitiesWanted
from testimonia.workbench.routes.actors import found_actor
from testimonia.workbench.visit import Visit, Visiting

router = APIRouter()
Actor = Annotated[str | None, Query(max_length=200, description="The body to begin from; the one of which most is claimed if left out.")]
Steps = Annotated[int, Query(ge=0, le=3, description="How many ties away from it a body may be.")]
BOUNDS = ("founded", "dissolved", "renamed", "split_from", "merged_into")
"""Predicates that say when a line begins, ends or changes its name."""
UNSEEN = ("named_after", "dissolved")
"""Predicates that show nobody alive at the time told of."""
EACH, SHOWN, MOST = 6, 3, 500
"""Claims of each bound of a body, of each tie on the page, and of ties in all."""
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
    reached = _reached(visit, first, steps)
    between = visit.desk.store.ties_between(reached, whats=KIN, each=SHOWN, limit=MOST)
    with_words = len(between) <= IN_WORDS
    catalogue = _gathered(visit, reached, between, with_words=with_words)
    left = set(kin_of(catalogue, [first], steps=steps))
    bodies = [body for body in reached if body in catalogue.knowledge.entities and (body in left or body == first)]
    return lifelines_page(catalogue, bodies, steps=steps, offered=offered, most=SHOWN if with_words else 0)


def _reached(visit: Visit, first: str, steps: int) -> list[str]:
    """Follow the ties step by step, by number."""
    store = visit.desk.store
    reached, edge = [first], [first]
    for _ in range(steps):
        room = MOST_LINES - len(reached)
        found = store.entities_by_id(store.near(edge, whats=KIN, limit=room * 2)) if room > 0 else {}
        edge = [body for body, known in found.items() if entity_class(known.kind) == "org" and body not in reached][:room]
        reached += edge
        if not edge:
            break
    return reached


def _gathered(visit: Visit, bodies: Sequence[str], between: Sequence[str], *, with_words: bool) -> Catalogue:
    """Gather what draws the lines of bodies, and the ties between them."""
    keys = tuple(dict.fromkeys((*(key for body in bodies for key in _drawn(visit, body)), *between)))
    about = About(claims=keys, alone=True, bare=not with_words) if keys else About(entity=bodies[0], limit=1)
    return visit.seen(about, texts=with_words).catalogue


def _drawn(visit: Visit, body: str) -> tuple[str, ...]:
    """What draws a line: its bounds, and the first and the last that is told of it in any way."""
    store = visit.desk.store
    bounds = store.core(About(entity=body, whats=BOUNDS, each=EACH, only="claims"))
    dated = [tally for tally in store.tallies(body) if tally.year and tally.role != "voice" and tally.what not in UNSEEN]
    years = sorted({tally.year for tally in dated})
    ends = {*years[:2], *years[-2:]}  # two, since what is told of the first may be denied
    whats = tuple(sorted({tally.what for tally in dated if tally.year in ends}))
    return (*bounds, *(store.core(About(entity=body, whats=whats, each=1, latest=1)) if whats else ()))
