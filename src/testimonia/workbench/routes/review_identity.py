"""Who is who: pairs left open, entities to divide, and the log of what people decided, as pages and as API."""

from dataclasses import asdict, dataclass, replace
from enum import Enum
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from testimonia.errors import DecisionError
from testimonia.workbench.review_coder import Kept, coder_of
from testimonia.workbench.review_joining import Made, MeanwhilePairError, PairWanted, decide_pair, divide, undo_last
from testimonia.workbench.review_pairs import (
    IN_SIGHT,
    DividePage,
    IdentityPart,
    LogPage,
    divide_page,
    identity_page,
    identity_part,
    log_page,
)
from testimonia.workbench.review_shown import Notice
from testimonia.workbench.visit import Visiting

router = APIRouter()
SECTION = "/review"
PAGE = "/review/identity"
TAGS: list[str | Enum] = ["review"]
After = Annotated[int, Query(ge=0, le=10**9, description="How many to pass over: `after` of the part before.")]
Limit = Annotated[int, Query(ge=1, le=200, description="The most pairs to give.")]
Id = Annotated[str, Form(max_length=200)]
Reason = Annotated[str, Form(max_length=4_000)]
EntityAsked = Annotated[str, Query(max_length=200)]


@dataclass(frozen=True, slots=True)
class DivideAsked:
    """A decision to divide an entity: what of its referents is another body, who, and why."""

    leaving: tuple[str, ...]
    by: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class IdentityUndo:
    """Whose last decision on identity to take back."""

    by: str


@dataclass(frozen=True, slots=True)
class PairConflict:
    """Somebody decided otherwise on the two meanwhile; a decision that names `seen` is kept all the same."""

    detail: str
    seen: str


CONFLICT: dict[int | str, dict[str, Any]] = {409: {"model": PairConflict, "description": "Somebody decided otherwise meanwhile."}}


async def chosen(request: Request) -> tuple[str, ...]:
    """Take in which boxes are ticked.

    Args:
        request: The request.

    Returns:
        The referents that are named.
    """
    form = await request.form(max_files=0, max_fields=400)
    return tuple(value for value in form.getlist("leaving") if isinstance(value, str))


def pair_wanted(
    left: Id, right: Id, verdict: Annotated[Literal["same", "different"], Form()], because: Reason = "", seen: Id = ""
) -> PairWanted:
    """Take in a decision on two entities.

    Args:
        left: One entity.
        right: The other.
        verdict: same or different.
        because: Why.
        seen: The newest decision on the two that they saw.

    Returns:
        The decision, without who takes it.
    """
    return PairWanted(left, right, verdict, "", because, seen or None)


@router.get("/review/identity", response_class=HTMLResponse, include_in_schema=False)
def _identity(visit: Visiting, after: After = 0, left: EntityAsked = "", right: EntityAsked = "", done: EntityAsked = "") -> HTMLResponse:
    """Show the pairs left open."""
    words = {"SAME": "They are one.", "DIFFERENT": "They are two.", "WITHDRAWN": "Taken back.", "divided": "Divided."}.get(done)
    page = identity_page(visit, after=after, pair=(left, right), notice=None if words is None else Notice("ok", words))
    return visit.page("review_identity.html", page, section=SECTION)


@router.post("/review/identity/decisions", include_in_schema=False)
def _decide(
    visit: Visiting, wanted: Annotated[PairWanted, Depends(pair_wanted)], after: Annotated[int, Form(ge=0)] = 0, coder: Kept = ""
) -> Response:
    """Decide on two entities."""
    asked = replace(wanted, by=coder_of(coder))
    try:
        made = decide_pair(visit.desk.store, asked)
    except DecisionError as error:
        again = replace(asked, seen=error.seen) if isinstance(error, MeanwhilePairError) else None
        notice = Notice("wrong" if again is None else "conflict", str(error))
        page = identity_page(visit, after=after, pair=(wanted.left, wanted.right), notice=notice, because=wanted.because)
        return visit.page("review_identity.html", replace(page, again=again), section=SECTION, status=400 if again is None else 409)
    return RedirectResponse(visit.links.to(PAGE, after=after or None, done=made.verdict), status_code=303)


@router.post("/review/identity/undo", include_in_schema=False)
def _undo(visit: Visiting, coder: Kept = "") -> Response:
    """Take the last decision on identity back."""
    try:
        made = undo_last(visit.desk.store, by=coder_of(coder))
    except DecisionError as error:
        page = identity_page(visit, notice=Notice("wrong", str(error)))
        return visit.page("review_identity.html", page, section=SECTION, status=400)
    return RedirectResponse(visit.links.to(PAGE, done=made.verdict), status_code=303)


@router.get("/review/identity/log", response_class=HTMLResponse, include_in_schema=False)
def _log(visit: Visiting, after: After = 0) -> HTMLResponse:
    """Show what people decided on identity."""
    return visit.page("review_identity_log.html", log_page(visit, after=after), section=SECTION)


@router.get("/review/identity/entities/{entity}", response_class=HTMLResponse, include_in_schema=False)
def _divide(visit: Visiting, entity: str) -> HTMLResponse:
    """Show an entity with what documents name as it."""
    return visit.page("review_divide.html", divide_page(visit, entity), section=SECTION)


@router.post("/review/identity/entities/{entity}", include_in_schema=False)
def _divide_now(
    visit: Visiting, entity: str, leaving: Annotated[tuple[str, ...], Depends(chosen)], because: Reason = "", coder: Kept = ""
) -> Response:
    """Divide an entity."""
    try:
        divide(visit.desk.store, entity, leaving, by=coder_of(coder), because=because)
    except DecisionError as error:
        page = divide_page(visit, entity, chosen=leaving, because=because, notice=Notice("wrong", str(error)))
        return visit.page("review_divide.html", page, section=SECTION, status=400)
    return RedirectResponse(visit.links.to(PAGE, done="divided"), status_code=303)


@router.get("/api/review/identity", tags=TAGS)
def _identity_data(visit: Visiting, after: After = 0, limit: Limit = IN_SIGHT) -> IdentityPart:
    """List the pairs that rules left open and nobody decided, the likeliest to be one first."""
    return identity_part(visit, after=after, limit=limit)


@router.post("/api/review/identity/decisions", tags=TAGS, response_model=Made, status_code=201, responses=CONFLICT)
def _decide_data(visit: Visiting, asked: Annotated[PairWanted, Body()]) -> Made | Response:
    """Decide that two entities are one, or are two."""
    try:
        return decide_pair(visit.desk.store, replace(asked, by=asked.by[:200], because=asked.because[:4_000]))
    except MeanwhilePairError as error:
        return JSONResponse(asdict(PairConflict(str(error), error.seen)), status_code=409)


@router.post("/api/review/identity/undo", tags=TAGS, status_code=201)
def _undo_data(visit: Visiting, asked: Annotated[IdentityUndo, Body()]) -> Made:
    """Take somebody's last decision on identity back."""
    return undo_last(visit.desk.store, by=asked.by[:200])


@router.get("/api/review/identity/log", tags=TAGS)
def _log_data(visit: Visiting, after: After = 0) -> LogPage:
    """List what people decided on identity, the newest first."""
    return log_page(visit, after=after)


@router.get("/api/review/identity/entities/{entity}", tags=TAGS)
def _divide_page_data(visit: Visiting, entity: str) -> DividePage:
    """Give an entity with what documents name as it."""
    return divide_page(visit, entity)


@router.post("/api/review/identity/entities/{entity}", tags=TAGS, status_code=201)
def _divide_data(visit: Visiting, entity: str, asked: Annotated[DivideAsked, Body()]) -> Made:
    """Decide that some of what documents name as an entity is another body."""
    return divide(visit.desk.store, entity, asked.leaving, by=asked.by[:200], because=asked.because[:4_000])
