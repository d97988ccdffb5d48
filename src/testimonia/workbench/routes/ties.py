"""The page of one tie: the words of its claims, which pictures of many ties leave to it."""

from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException
from fastapi import Path as InPath
from fastapi.responses import HTMLResponse

from testimonia.model.kinds import Predicate
from testimonia.publish.pages.lifelines_page import TiePage, tie_shown
from testimonia.publish.pages.ties import ties_of
from testimonia.store.page_records import About
from testimonia.workbench.visit import Visit, Visiting

router = APIRouter()
MOST = 50
"""Claims of a tie on its page, the first by document."""
Kind = Literal["armed_wing_of", "part_of", "member_of", "affiliated_with", "split_from", "merged_into", "allied_with", "opposes"]
Body = Annotated[str, InPath(max_length=200)]


@router.get("/ties/{kind}/{source}/{target}", response_class=HTMLResponse, include_in_schema=False)
def _tie(visit: Visiting, kind: Kind, source: Body, target: Body) -> HTMLResponse:
    """Show a tie with the words of its claims."""
    return visit.page("tie.html", _page(visit, kind, source, target), section="/actors")


@router.get("/api/ties/{kind}/{source}/{target}", tags=["pictures"])
def _tie_data(visit: Visiting, kind: Kind, source: Body, target: Body) -> TiePage:
    """Tell of a tie between two bodies: its times, its witnesses, and the words of its claims."""
    return _page(visit, kind, source, target)


def _page(visit: Visit, kind: Predicate, source: str, target: str) -> TiePage:
    keys = visit.desk.store.ties_between((source, target), whats=(kind,), each=MOST, limit=2 * MOST)
    if keys:
        catalogue = visit.seen(About(claims=keys, alone=True), texts=True).catalogue
        for tie in ties_of(catalogue, (source,)):
            if (tie.kind, tie.source, tie.target) == (kind, source, target):
                return TiePage(tie_shown(catalogue, tie, most=MOST))
    raise HTTPException(404, "nobody says so of these two, or the lens leaves none of its claims")
