"""The review pages: the queue with one record in focus, deciding it, correcting it, and the history of every record."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from testimonia.errors import DecisionError
from testimonia.model.event import EventReport
from testimonia.workbench.review_coder import Kept, Name, coder_of, keep_name, name_of
from testimonia.workbench.review_deciding import (
    PAST,
    MeanwhileError,
    Taken,
    Verb,
    Wanted,
    desk_of,
    find,
    take,
    take_last_back,
)
from testimonia.workbench.review_fields import FieldsShown, at_fields, change_of, fields_shown
from testimonia.workbench.review_filling import FieldsError
from testimonia.workbench.review_shown import (
    Kinds,
    Notice,
    ProgressPage,
    QueueWanted,
    RecordShown,
    progress_page,
    queue_page,
    record_shown,
)
from testimonia.workbench.review_weighing import weigher_of
from testimonia.workbench.review_words import values_of
from testimonia.workbench.visit import Visit, Visiting

router = APIRouter()
SECTION = "/review"
PART = "x-part"
"""The header with which the pages' script asks for the part of a page that changes."""
HERE = "X-Here"
"""The header that tells the script the address of what it got."""
LONGEST_REASON = 4_000
Id = Annotated[str, Form(max_length=200)]
Reason = Annotated[str, Form(max_length=LONGEST_REASON)]
Place = Annotated[str, Form(max_length=1_000)]
PlaceAsked = Annotated[str, Query(max_length=1_000, description="The place in the queue after which to begin; empty for the beginning.")]


@dataclass(frozen=True, slots=True)
class CorrectPage:
    """The form of a correction: the record, what stands in the fields, and where to go afterwards."""

    record: RecordShown
    fields: FieldsShown
    is_report: bool
    start: int
    coder: str
    kind: Kinds
    after: str
    next: str
    because: str = ""
    settle: bool = False
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """A record with all that was decided of it."""

    record: RecordShown
    coder: str
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class PacePage:
    """How far review is, for whoever decides here."""

    progress: ProgressPage
    coder: str


def queue_wanted(
    kind: Kinds = "all", after: PlaceAsked = "", record: Annotated[str, Query(max_length=200, description="What is in focus.")] = ""
) -> QueueWanted:
    """Take in which part of the queue is asked for.

    Args:
        kind: all, claim or report.
        after: The place after which to begin.
        record: What is to be in focus; empty for the first.

    Returns:
        What is asked for.
    """
    return QueueWanted(kind, after, record)


def where_next(
    kind: Annotated[Kinds, Form()] = "all", after: Place = "", onward: Annotated[str, Form(alias="next", max_length=200)] = ""
) -> QueueWanted:
    """Take in where to go once something is decided.

    Args:
        kind: all, claim or report.
        after: The place after which the queue is shown.
        onward: What comes into focus.

    Returns:
        The part of the queue.
    """
    return QueueWanted(kind, after, onward)


def where_afterwards(
    kind: Kinds = "all", after: PlaceAsked = "", onward: Annotated[str, Query(alias="next", max_length=200)] = ""
) -> QueueWanted:
    """Take in where to go once a correction is made.

    Args:
        kind: all, claim or report.
        after: The place after which the queue is shown.
        onward: What comes into focus.

    Returns:
        The part of the queue.
    """
    return QueueWanted(kind, after, onward)


async def form_fields(request: Request) -> dict[str, str]:
    """Take in a form whatever its fields.

    Args:
        request: The request.

    Returns:
        Field to value, the last one where a name comes twice.
    """
    form = await request.form(max_files=0, max_fields=80)
    return {name: value for name, value in form.items() if isinstance(value, str)}


Asked = Annotated[QueueWanted, Depends(queue_wanted)]
Next = Annotated[QueueWanted, Depends(where_next)]
Afterwards = Annotated[QueueWanted, Depends(where_afterwards)]
Fields = Annotated[Mapping[str, str], Depends(form_fields)]


@router.get("/review", response_class=HTMLResponse, include_in_schema=False)
def _queue(visit: Visiting, wanted: Asked, coder: Kept = "", done: Annotated[str, Query(max_length=200)] = "") -> HTMLResponse:
    """Show the queue."""
    return _show(visit, wanted, notice=_told(visit, coder_of(coder), done))


@router.post("/review/name", include_in_schema=False)
def _name(visit: Visiting, name: Name = "", back: Place = "/review") -> Response:
    """Keep the name of whoever decides."""
    try:
        kept = name_of(name)
    except DecisionError as error:
        return _show(visit, QueueWanted(), notice=Notice("wrong", str(error)), status=400)
    answer = RedirectResponse(within(back, visit.links.to(SECTION)), status_code=303)
    keep_name(answer, kept)
    return answer


@router.post("/review/records/{record}/decisions", include_in_schema=False)
def _decide(
    visit: Visiting,
    record: str,
    verb: Annotated[Verb, Form()],
    then: Next,
    because: Reason = "",
    seen: Id = "",
    settle: Annotated[bool, Form()] = False,
    to: Annotated[str, Form(max_length=20)] = "",
    coder: Kept = "",
) -> Response:
    """Decide on a record, and go on."""
    try:
        taken = take(visit.desk.store, Wanted(record, verb, coder_of(coder), because, seen or None, settle))
    except DecisionError as error:
        kind, status = ("conflict", 409) if isinstance(error, MeanwhileError) else ("wrong", 400)
        notice = Notice("conflict" if kind == "conflict" else "wrong", str(error), record)
        again = QueueWanted(then.kind, then.after, record)
        return _show(visit, again, notice=notice, because=because, status=status)
    if to == "history":
        return RedirectResponse(visit.links.to(f"{SECTION}/records/{taken.record}"), status_code=303)
    return _go_on(visit, then, taken)


@router.post("/review/undo", include_in_schema=False)
def _undo(visit: Visiting, then: Next, record: Id = "", to: Annotated[str, Form(max_length=20)] = "", coder: Kept = "") -> Response:
    """Take the last decision back, and bring its record into focus."""
    try:
        taken = take_last_back(visit.desk.store, coder_of(coder), record=record or None)
    except DecisionError as error:
        return _show(visit, then, notice=Notice("wrong", str(error)), status=400)
    if to == "history":
        return RedirectResponse(visit.links.to(f"{SECTION}/records/{taken.record}"), status_code=303)
    return _go_on(visit, QueueWanted(then.kind, then.after, taken.record), taken)


@router.get("/review/records/{record}", response_class=HTMLResponse, include_in_schema=False)
def _history(visit: Visiting, record: str, coder: Kept = "") -> HTMLResponse:
    """Show a record with all that was decided of it."""
    return visit.page("review_record.html", HistoryPage(record_shown(visit, record), coder_of(coder)), section=SECTION)


@router.get("/review/records/{record}/correct", response_class=HTMLResponse, include_in_schema=False)
def _correct(visit: Visiting, record: str, then: Afterwards, coder: Kept = "") -> HTMLResponse:
    """Show the form of a correction."""
    target, said, standing = find(visit.desk.store, record)
    fields = fields_shown(desk_of(visit.desk.store, said.document), values_of(standing.made or said))
    page = _correct_page(visit, target, fields, then, coder_of(coder))
    return visit.page("review_correct.html", page, section=SECTION)


@router.post("/review/records/{record}/correct", include_in_schema=False)
def _correct_now(visit: Visiting, record: str, form: Fields, then: Next, coder: Kept = "") -> Response:
    """Put a corrected record in the place of a proposed one."""
    store = visit.desk.store
    target, said, _ = find(store, record)
    because, settle, seen = form.get("because", "")[:LONGEST_REASON], form.get("settle") == "true", form.get("seen", "")
    desk = desk_of(store, said.document)
    try:
        change = change_of(desk, said, form)
        taken = take(store, Wanted(target, "correct", coder_of(coder), because, seen or None, settle, change))
    except MeanwhileError as error:
        problems, notice, status = {}, Notice("conflict", str(error), target), 409
    except FieldsError as error:
        problems, notice, status = error.problems, Notice("wrong", "Nothing was kept yet: see the fields below.", target), 422
    except DecisionError as error:
        problems = at_fields(str(error), predicate=form.get("predicate", form.get("type", "")))
        notice, status = Notice("wrong", problems.pop("", "Nothing was kept yet: see the fields below."), target), 422
    else:
        return _go_on(visit, then, taken)
    fields = fields_shown(desk, values_of(said) | dict(form), problems=problems)
    page = replace(_correct_page(visit, target, fields, then, coder_of(coder)), notice=notice, because=because, settle=settle)
    return visit.page("review_correct.html", page, section=SECTION, status=status)


@router.get("/review/progress", response_class=HTMLResponse, include_in_schema=False)
def _progress(visit: Visiting, coder: Kept = "") -> HTMLResponse:
    """Show how far review is."""
    return visit.page("review_progress.html", PacePage(progress_page(visit), coder_of(coder)), section=SECTION)


@router.post("/review/weigh", include_in_schema=False)
def _weigh(visit: Visiting, back: Place = "/review") -> Response:
    """Begin to work out what follows from what was decided."""
    weigher_of(visit).start()
    return RedirectResponse(within(back, visit.links.to(SECTION)), status_code=303)


def within(back: str, otherwise: str) -> str:
    """Keep to this address: a form says where to go back to, and never elsewhere.

    Args:
        back: A path with its query.
        otherwise: Where to go if it is none.

    Returns:
        One of the two.
    """
    plain = back.startswith("/") and not back.startswith("//") and back.isprintable() and "\\" not in back
    return back if plain else otherwise


def _show(visit: Visit, wanted: QueueWanted, *, notice: Notice | None = None, because: str = "", status: int = 200) -> HTMLResponse:
    """Show the queue, or only the part of it that changes where the script asks for it."""
    page = queue_page(visit, wanted, notice=notice, because=because)
    if visit.request.headers.get(PART) != "desk":
        return visit.page("review.html", page, section=SECTION, status=status)
    answer = visit.fragment("_review_desk.html", page)
    answer.status_code = status
    answer.headers[HERE] = _address(visit, wanted)
    return answer


def _go_on(visit: Visit, then: QueueWanted, taken: Taken) -> Response:
    if visit.request.headers.get(PART) == "desk":
        return _show(visit, then, notice=_notice(taken))
    return RedirectResponse(_address(visit, then, done=taken.decision), status_code=303)


def _address(visit: Visit, wanted: QueueWanted, *, done: str | None = None) -> str:
    kind = None if wanted.kind == "all" else wanted.kind
    return visit.links.to(SECTION, kind=kind, after=wanted.after or None, record=wanted.record or None, done=done)


def _told(visit: Visit, coder: str, done: str) -> Notice | None:
    """Say what was done, if it was the last thing that whoever decides here did."""
    if not done or not coder:
        return None
    last = visit.desk.store.last_decision(coder)
    if last is not None and last.id == done:
        return _notice(Taken(last.id, last.record, last.verdict, "proposed", None))
    return Notice("ok", "Taken back.")


def _notice(taken: Taken) -> Notice:
    words = "Taken back." if taken.verdict == "WITHDRAWN" else f"{PAST[taken.verdict].capitalize()}."
    return Notice("ok", words, None if taken.verdict == "WITHDRAWN" else taken.record)


def _correct_page(visit: Visit, record: str, fields: FieldsShown, then: QueueWanted, coder: str) -> CorrectPage:
    _, said, _ = find(visit.desk.store, record)
    return CorrectPage(
        record=record_shown(visit, record),
        fields=fields,
        is_report=isinstance(said, EventReport),
        start=said.evidence[0].start,
        coder=coder,
        kind=then.kind,
        after=then.after,
        next=then.record,
    )
