"""The list of documents."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import HTMLResponse

from testimonia.publish.pages.documents import DocumentsPage, documents_page
from testimonia.publish.pages.home import UNKNOWN_KIND
from testimonia.store.page_records import LISTED, Cut, DocumentsWanted
from testimonia.workbench.visit import Visit, Visiting

router = APIRouter()
Publisher = Annotated[str, Query(max_length=300, description="Only those of this publisher; empty for all.")]
Kind = Annotated[str, Query(max_length=40, description="Only those of publishers of this kind; `unknown` where the register says nothing.")]
Day = Annotated[str, Query(max_length=10, description="A year, month or day as YYYY, YYYY-MM or YYYY-MM-DD; empty for no bound.")]
After = Annotated[str, Query(max_length=1_000, description="`after` of the part before; empty for the first.")]
Limit = Annotated[int, Query(ge=1, le=500, description="The most documents to give.")]


def documents_wanted(publisher: Publisher = "", kind: Kind = "", since: Day = "", until: Day = "") -> DocumentsWanted:
    """Take in which documents are asked for.

    Args:
        publisher: Only those of this publisher.
        kind: Only those of publishers of this kind.
        since: Only those published from this day on.
        until: Only those published until this day.

    Returns:
        What is asked for.
    """
    return DocumentsWanted(
        publisher=publisher or None, kind="" if kind == UNKNOWN_KIND else kind or None, since=since or None, until=until or None
    )


Wanted = Annotated[DocumentsWanted, Depends(documents_wanted)]


@router.get("/documents", response_class=HTMLResponse, include_in_schema=False)
def _documents(visit: Visiting, wanted: Wanted, after: After = "") -> HTMLResponse:
    """Show the list of documents."""
    return visit.page("documents.html", listed(visit, wanted, Cut(after=after or None)), section="/documents")


@router.get("/api/documents", tags=["documents"])
def _documents_data(visit: Visiting, wanted: Wanted, after: After = "", limit: Limit = LISTED) -> DocumentsPage:
    """List documents, the newest first."""
    return listed(visit, wanted, Cut(limit, after or None))


def listed(visit: Visit, wanted: DocumentsWanted, cut: Cut) -> DocumentsPage:
    """Gather a part of the list.

    Args:
        visit: The visit.
        wanted: Which documents.
        cut: Which part.

    Returns:
        The page's record.
    """
    store = visit.desk.store
    kinds = store.totals().get("documents", {})
    return documents_page(store.list_documents(wanted, cut), wanted, kinds=kinds, began=cut.after is not None)
