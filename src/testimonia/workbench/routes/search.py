"""Search over everything, and suggestions while somebody types."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from testimonia.publish.pages.search import SearchPage, ShownName, search_page, shown_name
from testimonia.publish.pages.shown import shown_claim
from testimonia.store.page_records import About
from testimonia.workbench.visit import Visit, Visiting

router = APIRouter()
MOST = 20
"""Names, claims and documents each that one search gives."""
SUGGESTED = 9
"""Names suggested while somebody types: what fits under the field without scrolling."""
Words = Annotated[
    str, Query(max_length=400, description='Words that must all occur; "words" in quotation marks stand together; wor* is a beginning.')
]


@router.get("/search", response_class=HTMLResponse, include_in_schema=False)
def _search(visit: Visiting, q: Words = "") -> HTMLResponse:
    """Show what answers to some words."""
    return visit.page("search.html", found(visit, q), section="/search")


@router.get("/search/suggest", response_class=HTMLResponse, include_in_schema=False)
def _suggest(visit: Visiting, q: Words = "") -> HTMLResponse:
    """Show names that answer to what is being typed, as a part of a page."""
    page = SearchPage(q.strip(), suggested(visit, q), (), (), SUGGESTED)
    return visit.fragment("_suggestions.html", page)


@router.get("/api/search", tags=["search"])
def _search_data(visit: Visiting, q: Words = "") -> SearchPage:
    """Find names, claims and documents."""
    return found(visit, q)


@router.get("/api/suggest", tags=["search"])
def _suggest_data(visit: Visiting, q: Words = "") -> tuple[ShownName, ...]:
    """Find names that answer to what is being typed."""
    return suggested(visit, q)


def suggested(visit: Visit, words: str) -> tuple[ShownName, ...]:
    """Find names that answer to what is being typed.

    Args:
        visit: The visit.
        words: What is typed so far.

    Returns:
        Names, those that begin so first.
    """
    return tuple(map(shown_name, visit.desk.store.suggest(words.strip(), limit=SUGGESTED))) if words.strip() else ()


def found(visit: Visit, words: str) -> SearchPage:
    """Find everything that answers to some words. Claims are those that the lens leaves.

    Args:
        visit: The visit.
        words: What is looked for.

    Returns:
        The page's record.
    """
    words = words.strip()
    if not words:
        return search_page("", names=(), claims=(), hits=(), most=MOST)
    store = visit.desk.store
    ids = tuple(hit.id for hit in store.search_claims(words, limit=MOST))
    claims = []
    if ids:
        seen = visit.seen(About(claims=ids, alone=True), texts=True)
        left = set(seen.core)
        records = (seen.catalogue.claims.get(key) or seen.catalogue.reports.get(key) for key in ids if key in left)
        claims = [shown_claim(seen.catalogue, record) for record in records if record is not None]
    hits = visit.store.search_text(words, MOST)
    return search_page(words, names=store.suggest(words, limit=MOST), claims=claims, hits=hits, most=MOST)
