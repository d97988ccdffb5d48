"""The page Problems."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from testimonia.publish.pages.problems import ProblemsPage, problems_page
from testimonia.workbench.visit import Visiting

router = APIRouter()
Rule = Annotated[str, Query(max_length=200, description="Only problems of this rule; empty for all.")]
After = Annotated[int, Query(ge=0, le=10**9, description="How many to pass over: `after` of the part before.")]


@router.get("/problems", response_class=HTMLResponse, include_in_schema=False)
def _problems(visit: Visiting, rule: Rule = "", after: After = 0) -> HTMLResponse:
    """Show the page Problems."""
    page = problems_page(visit.store.problems(), rule=rule or None, first=after)
    return visit.page("problems.html", page, section="/problems")


@router.get("/api/problems", tags=["problems"])
def _problems_data(visit: Visiting, rule: Rule = "", after: After = 0) -> ProblemsPage:
    """List what could not be done, where, and the way out."""
    return problems_page(visit.store.problems(), rule=rule or None, first=after)
