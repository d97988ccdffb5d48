"""The page Sources."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from testimonia.publish.pages.sources import SourcesPage, sources_page
from testimonia.workbench.visit import Visit, Visiting

router = APIRouter()


@router.get("/sources", response_class=HTMLResponse, include_in_schema=False)
def _sources(visit: Visiting) -> HTMLResponse:
    """Show the page Sources."""
    return visit.page("sources.html", register(visit), section="/sources")


@router.get("/api/sources", tags=["sources"])
def _sources_data(visit: Visiting) -> SourcesPage:
    """List the publishers: what the register says of each, and how many documents it put out."""
    return register(visit)


def register(visit: Visit) -> SourcesPage:
    """Gather what the page Sources shows.

    Args:
        visit: The visit.

    Returns:
        The page's record.
    """
    return sources_page(visit.store.sources(), visit.store.publishers())
