"""The page of an actor's network."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from testimonia.publish.pages.network import MOST_NODES
from testimonia.publish.pages.network_page import NetworkPage, network_page
from testimonia.publish.pages.ties import IN_WORDS, TIES, ties_of
from testimonia.store.page_records import About
from testimonia.workbench.routes.actors import found_actor
from testimonia.workbench.visit import Visit, Visiting

router = APIRouter()
CENTRE, AROUND, SHOWN = 40, 300, 4
"""Claims of each kind of tie taken of the body in the middle, of ties between those around it in all, and of each tie on the page."""


@router.get("/actors/{actor}/network", response_class=HTMLResponse, include_in_schema=False)
def network(visit: Visiting, actor: str) -> HTMLResponse:
    """Show who an actor is tied to."""
    return visit.page("network.html", _page(visit, actor), section="/actors")


@router.get("/api/actors/{actor}/network", tags=["actors", "pictures"])
def network_data(visit: Visiting, actor: str) -> NetworkPage:
    """Tell who an actor is tied to, how, when, and who says so."""
    return _page(visit, actor)


def _page(visit: Visit, identifier: str) -> NetworkPage:
    store = visit.desk.store
    centre = found_actor(visit, identifier).id
    keys = dict.fromkeys(store.core(About(entity=centre, whats=TIES, each=CENTRE, only="claims")))
    if not keys:
        return network_page(visit.seen(About(entity=centre, limit=1, alone=True)).catalogue, centre)
    weight: dict[str, int] = {}
    for tie in ties_of(visit.seen(About(claims=tuple(keys), alone=True, bare=True)).catalogue, (centre,)):
        weight[tie.other(centre)] = weight.get(tie.other(centre), 0) + len(tie.claims) + len(tie.denied)
    near = sorted(weight, key=lambda body: (-weight[body], body))[: MOST_NODES - 1]
    between = store.ties_between(near, whats=TIES, each=SHOWN, limit=AROUND)
    drawn = tuple(dict.fromkeys((*keys, *between)))
    with_words = len(drawn) <= IN_WORDS
    seen = visit.seen(About(claims=drawn, alone=True, bare=not with_words), texts=with_words)
    return network_page(seen.catalogue, centre, most=SHOWN if with_words else 0, is_cut=len(between) >= AROUND)
