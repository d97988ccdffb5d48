"""The reader of one document."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query
from fastapi.responses import HTMLResponse

from testimonia.model.claim import Claim
from testimonia.model.event import EventReport
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.reader import Asked, ReaderPage, reader_page
from testimonia.store.page_records import About
from testimonia.workbench.visit import Visit, Visiting

router = APIRouter()
At = Annotated[int, Query(ge=0, le=2**40, description="A place in the text, in code points; the part in which it lies is given.")]
Filter = Annotated[str, Query(max_length=400, description="Only claims of this predicate or event type, voice or standing; empty for all.")]


def asked_of(at: At = 0, what: Filter = "", voice: Filter = "", status: Filter = "") -> Asked:
    """Take in what is asked of a document.

    Args:
        at: A place in the text.
        what: A predicate or event type.
        voice: The name of an innermost voice.
        status: A standing, as `publish.pages.reader.STATUSES` names them.

    Returns:
        What is asked for.
    """
    return Asked(at, what, voice, status)


Asking = Annotated[Asked, Depends(asked_of)]


@router.get("/documents/{document}", response_class=HTMLResponse, include_in_schema=False)
def _read(visit: Visiting, document: str, asked: Asking) -> HTMLResponse:
    """Show a document with its claims beside it."""
    return visit.page("reader.html", document_page(visit, document, asked), section="/documents")


@router.get("/api/documents/{document}", tags=["documents"])
def _read_data(visit: Visiting, document: str, asked: Asking) -> ReaderPage:
    """Give a part of a document's text with the claims in it."""
    return document_page(visit, document, asked)


def document_page(visit: Visit, name: str, asked: Asked) -> ReaderPage:
    """Gather what the reader shows.

    Args:
        visit: The visit.
        name: The document's identifier.
        asked: The place and the filters.

    Returns:
        The page's record.

    Raises:
        HTTPException: There is no such document.
    """
    document = visit.store.document(name)
    if document is None or document.id != name:
        raise HTTPException(404, f"there is no document {name[:80]!r}; see the list of documents")
    seen = visit.seen(About(document=name, alone=True))
    records = [found for key in seen.core if (found := _record(seen.catalogue, key)) is not None]
    return reader_page(seen.catalogue, document, records, asked=asked)


def _record(catalogue: Catalogue, key: str) -> Claim | EventReport | None:
    return catalogue.claims.get(key) or catalogue.reports.get(key)
