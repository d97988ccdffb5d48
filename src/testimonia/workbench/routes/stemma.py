"""The pages of stemmata: who has a claim or an event from whom, as a page, a picture and a graph for programs."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query
from fastapi.responses import HTMLResponse, Response

from testimonia.looking import copies_in, draw_stemma
from testimonia.model.stemma import Stemma
from testimonia.publish.pages.shown import shown_claim
from testimonia.publish.pages.stemma_page import StemmaPage, stemma_page
from testimonia.store.page_records import About
from testimonia.weigh import stemma_of
from testimonia.workbench.visit import SeenPart, Visit, Visiting

router = APIRouter()
Witness = Annotated[str | None, Query(max_length=100, description="Id of a witness, for the path between two.")]
MOST = 200
"""Claims or reports in one stemma: more cannot be looked through, and a story told thousands of times is no clearer for it."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    seen: SeenPart
    stemma: Stemma


@router.get("/stemma/{asked}", response_class=HTMLResponse, include_in_schema=False)
def stemma(visit: Visiting, asked: str, left: Witness = None, right: Witness = None) -> HTMLResponse:
    """Show who has it from whom."""
    return visit.page("stemma.html", _page(visit, asked, left, right), section="/events")


@router.get("/api/stemma/{asked}", tags=["stemma"])
def stemma_data(visit: Visiting, asked: str, left: Witness = None, right: Witness = None) -> StemmaPage:
    """Tell who has a claim, an event report or an event from whom."""
    return _page(visit, asked, left, right)


@router.get("/stemma/{asked}/{file}", include_in_schema=False)
def stemma_file(visit: Visiting, asked: str, file: Literal["picture.svg", "graph.graphml"]) -> Response:
    """Give the stemma as a picture or as a graph."""
    drawn = _drawn(visit, asked)
    as_svg = file == "picture.svg"
    content = draw_stemma(drawn.stemma, drawn.seen.catalogue.knowledge.documents, as_svg=as_svg)
    kind = "image/svg+xml" if as_svg else "application/graphml+xml"
    return Response(content, media_type=kind, headers={"Content-Disposition": f'attachment; filename="stemma-{file}"'})


def _page(visit: Visit, asked: str, left: str | None, right: str | None) -> StemmaPage:
    drawn = _drawn(visit, asked)
    return stemma_page(drawn.seen.catalogue, drawn.stemma, asked=asked, between=(left, right))


def _drawn(visit: Visit, asked: str) -> _Drawn:
    told = _told(visit, asked)
    seen = visit.seen(About(claims=told[:MOST], alone=True), texts=True)
    first = next((seen.catalogue.claims.get(key) or seen.catalogue.reports.get(key) for key in seen.core), None)
    if first is None:
        raise HTTPException(404, f"there is no claim or event {asked!r}, or the lens leaves no witness of it")
    part = visit.desk.store.part(About(claims=told[:MOST], alone=True), background=True)
    left, text = set(seen.core), shown_claim(seen.catalogue, first).text
    made = stemma_of(part.knowledge, [key for key in told[:MOST] if key in left], about=text, copies=copies_in(part))
    return _Drawn(seen, made)


def _told(visit: Visit, asked: str) -> tuple[str, ...]:
    """The claims that tell of what is asked for: an event's reports; a claim with those that agree with it."""
    event = visit.store.part(About(event=asked))
    if event.core:
        return event.core
    claim = visit.store.part(About(claims=(asked,)))
    agreeing = [key for made in claim.findings.corroborations if asked in made.claims for key in made.claims]
    told = [key for one in claim.findings.events if asked in one.reports for key in one.reports]
    return tuple(dict.fromkeys((asked, *agreeing, *told)))
