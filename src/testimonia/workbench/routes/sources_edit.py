"""What people say of a publisher: the form, its history, and keeping it.

What people say stands above the register beside the documents, however often that is read again, until somebody takes it back.
"""

import re
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Body, Depends, Form, HTTPException, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from testimonia.errors import DecisionError
from testimonia.model.document import Source
from testimonia.model.kinds import SOURCE_KINDS
from testimonia.store.review_records import SourceEdit
from testimonia.workbench.review_coder import Kept, coder_of, name_of, now, plain_words
from testimonia.workbench.review_shown import Notice
from testimonia.workbench.visit import Visit, Visiting

router = APIRouter()
SECTION = "/sources"
NameAsked = Annotated[str, Query(min_length=1, max_length=300, description="The publisher's name, as documents have it.")]


@dataclass(frozen=True, slots=True)
class EditShown:
    """What somebody said of a publisher, or what the register said (`by` empty); `source` is None where nothing is said."""

    number: int
    by: str
    at: str
    source: Source | None


@dataclass(frozen=True, slots=True)
class SourceEditPage:
    """The form: what stands of the publisher, what may be chosen, and what was said before, the newest first.

    `seen` is what an edit must name, 0 where nobody said anything; `is_edited` says whether people's word stands.
    """

    name: str
    source: Source
    kinds: tuple[str, ...]
    edits: tuple[EditShown, ...]
    seen: int
    is_edited: bool
    coder: str
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class SourceAsked:
    """What somebody says of a publisher; what is None is unknown. `take_back` lets the register's word stand again instead."""

    name: str
    by: str
    kind: str | None = None
    side: str | None = None
    country: str | None = None
    note: str | None = None
    seen: int | None = None
    take_back: bool = False


def asked_in_form(
    name: Annotated[str, Form(min_length=1, max_length=300)],
    kind: Annotated[str, Form(max_length=40)] = "",
    side: Annotated[str, Form(max_length=300)] = "",
    country: Annotated[str, Form(max_length=2)] = "",
    note: Annotated[str, Form(max_length=2_000)] = "",
    seen: Annotated[int, Form(ge=0, le=2**40)] = 0,
    take_back: Annotated[bool, Form()] = False,
) -> SourceAsked:
    """Take in the form.

    Args:
        name: The publisher.
        kind: What it is.
        side: The party that it speaks for.
        country: ISO 3166-1 alpha-2.
        note: Anything else.
        seen: The newest edit that they saw.
        take_back: Whether to let the register's word stand again.

    Returns:
        What is said, without who says it.
    """
    return SourceAsked(name, "", kind or None, side or None, country or None, note or None, seen, take_back)


@router.get("/sources/edit", response_class=HTMLResponse, include_in_schema=False)
def _form(visit: Visiting, name: NameAsked, coder: Kept = "") -> HTMLResponse:
    """Show what is known of a publisher, to change it."""
    return visit.page("review_source.html", edit_page(visit, name, coder=coder_of(coder)), section=SECTION)


@router.post("/sources/edit", include_in_schema=False)
def _keep(visit: Visiting, asked: Annotated[SourceAsked, Depends(asked_in_form)], coder: Kept = "") -> Response:
    """Keep what somebody says of a publisher."""
    by = coder_of(coder)
    try:
        keep(visit, asked, by=by)
    except DecisionError as error:
        is_conflict = "meanwhile" in str(error)
        page = edit_page(visit, asked.name, coder=by, notice=Notice("conflict" if is_conflict else "wrong", str(error)))
        return visit.page("review_source.html", page, section=SECTION, status=409 if is_conflict else 400)
    return RedirectResponse(visit.links.to("/sources/edit", name=asked.name), status_code=303)


@router.get("/api/sources/edits", tags=["sources"])
def _form_data(visit: Visiting, name: NameAsked) -> SourceEditPage:
    """Give what is known of a publisher and what people said of it."""
    return edit_page(visit, name, coder="")


@router.post("/api/sources/edits", tags=["sources"], status_code=201, responses={409: {"description": "Somebody edited it meanwhile."}})
def _keep_data(visit: Visiting, asked: Annotated[SourceAsked, Body()]) -> SourceEditPage:
    """Say what a publisher is; it stands above the register until it is taken back."""
    try:
        keep(visit, asked, by=asked.by[:200])
    except DecisionError as error:
        raise HTTPException(409 if "meanwhile" in str(error) else 400, str(error)) from error
    return edit_page(visit, asked.name, coder="")


def keep(visit: Visit, asked: SourceAsked, *, by: str) -> None:
    """Keep what somebody says of a publisher.

    Args:
        visit: The visit.
        asked: What they say.
        by: Who.

    Raises:
        DecisionError: It is none of what a register can say, or somebody edited it meanwhile.
    """
    if asked.kind is not None and asked.kind not in SOURCE_KINDS:
        raise DecisionError(f"{asked.kind[:40]!r} is no kind of source; it can be {', '.join(SOURCE_KINDS)}")
    if asked.country is not None and not re.fullmatch(r"[A-Za-z]{2}", asked.country):
        raise DecisionError(f"{asked.country[:40]!r} is no country; give its two letters (ISO 3166-1), such as PH")
    said = [None if one is None else plain_words(one).strip() or None for one in (asked.side, asked.note)]
    country = None if asked.country is None else asked.country.upper()
    source = None if asked.take_back else Source(asked.name, asked.kind, said[0], country, said[1])
    visit.desk.store.edit_source(SourceEdit(asked.name, name_of(by), now(), source), seen=asked.seen)


def edit_page(visit: Visit, name: str, *, coder: str, notice: Notice | None = None) -> SourceEditPage:
    """Gather what is needed to say what a publisher is.

    Args:
        visit: The visit.
        name: The publisher.
        coder: Who decides here.
        notice: What is to be told above the form.

    Returns:
        The page's record.
    """
    store = visit.desk.store
    stands = next((source for source in store.sources() if source.name == name), Source(name))
    edits = tuple(EditShown(one.number, one.by, one.at, one.source) for one in store.source_edits(name=name))
    newest = next((one for one in reversed(edits) if one.by), None)
    return SourceEditPage(
        name=name,
        source=stands,
        kinds=SOURCE_KINDS,
        edits=edits[::-1],
        seen=0 if newest is None else newest.number,
        is_edited=newest is not None and newest.source is not None,
        coder=coder,
        notice=notice,
    )
