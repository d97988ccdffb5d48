"""The first page."""

from datetime import UTC, datetime

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from testimonia.model.kinds import ENTITY_KINDS
from testimonia.publish.pages.home import NOT_ACTORS, Beginnings, Counted, HomePage, TopActor, TopDispute, home_page
from testimonia.store.page_records import Cut, DisputesWanted, EntitiesWanted
from testimonia.workbench.visit import Visit, Visiting

router = APIRouter()
SHOWN = 8
"""Actors and disputes on the first page: as many as fit beside one another without scrolling."""
ACTORS = tuple(kind for kind in ENTITY_KINDS if kind not in NOT_ACTORS)


@router.get("/", response_class=HTMLResponse, include_in_schema=False)
def _home(visit: Visiting) -> HTMLResponse:
    """Show the first page."""
    return visit.page("home.html", first_page(visit), section="/")


@router.get("/api/home", tags=["home"])
def _home_data(visit: Visiting) -> HomePage:
    """Say what is in the knowledge base, what waits, and where to begin."""
    return first_page(visit)


def first_page(visit: Visit) -> HomePage:
    """Gather what the first page shows. Its figures are those of the whole knowledge base, whatever the lens.

    Args:
        visit: The visit.

    Returns:
        The page's record.
    """
    store = visit.desk.store
    totals = store.totals()
    whole = totals.get("all", {})
    actors = store.list_entities(EntitiesWanted(kinds=ACTORS, least=1), Cut(SHOWN)).items
    disputes = store.list_disputes(DisputesWanted(), Cut(SHOWN)).items
    decided = sum(store.progress(datetime.now(UTC).date()).states.values())
    waiting = (
        Counted("claims and reports not reviewed", max(0, whole.get("claims", 0) + whole.get("reports", 0) - decided), "/review"),
        Counted("problems to look at", store.count_problems(), "/problems"),
    )
    beginnings = Beginnings(
        tuple(TopActor(one.id, one.name, one.kind, one.claims, one.reports) for one in actors),
        tuple(TopDispute(one.id, one.about, one.certainty, tuple(position.holds for position in one.positions)) for one in disputes),
    )
    return home_page(visit.desk.name, totals, waiting=waiting, beginnings=beginnings)
