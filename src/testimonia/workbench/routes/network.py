"""The page of an actor's network."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from testimonia.publish.pages.network import MOST_NODES
from testimonia.publish.pages.network_page import NetworkPage, network_page
from testimonia.publish.pages.ties import TIES, ties_of
from testimonia.store.page_records import About
from testimonia.workbench.routes.actors import found_actor
from testimonia.workbench.visit import Visit, Visiting

router = APIRouter()
CENTRE, AROUND = 400, 60
"""Claims of each kind of tie taken of the body in the middle, and of each one around it."""


@router.get("/actors/{actor}/network", response_class=HTMLResponse, include_in_schema=False)
def network(visit: Visiting, actor: str) -> HTMLResponse:
    """Show who an actor is tied to."""
    return visit.page("network.html", _page(visit, actor), section="/actors")


@router.get("/api/actors/{actor}/network", tags=["actors", "pictures"])
def network_data(visit: Visiting, actor: str) -> NetworkPage:
    """Tell who an actor is tied to, how, when, and who says so."""
    return _page(visit, actor)


def _page(visit: Visit, identifier: str) -> NetworkPage:
    centre = found_actor(visit, identifier).id
    keys = dict.fromkeys(_ties_about(visit, centre, CENTRE))
    if not keys:
        return network_page(visit.seen(About(entity=centre, limit=1)).catalogue, centre)
    catalogue = visit.seen(About(claims=tuple(keys))).catalogue
    near = list(dict.fromkeys(tie.other(centre) for tie in ties_of(catalogue, (centre,))))[: MOST_NODES - 1]
    keys |= dict.fromkeys(key for body in near for key in _ties_about(visit, body, AROUND))
    return network_page(visit.seen(About(claims=tuple(keys)), texts=True).catalogue, centre)


def _ties_about(visit: Visit, body: str, most: int) -> list[str]:
    part = visit.store.part(About(entity=body, each=most))
    tied = {claim.id for claim in part.knowledge.claims if claim.predicate in TIES}
    return [key for key in part.core if key in tied]
