"""Claims and event reports made by hand from words of a document: the forms, and keeping what was filled in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Body, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from testimonia.errors import DecisionError
from testimonia.publish.pages.shown import ShownQuote, title_of
from testimonia.review import ClaimDraft, Decider, Desk, ReportDraft, add, make_claim, make_report
from testimonia.store import Store
from testimonia.workbench.review_coder import Kept, coder_of, keep_name, name_of, now, plain_words
from testimonia.workbench.review_deciding import desk_of
from testimonia.workbench.review_fields import FieldsShown, at_fields, draft_of, fields_shown, report_draft_of, selected_words
from testimonia.workbench.review_filling import FieldsError
from testimonia.workbench.review_shown import Notice
from testimonia.workbench.routes.review import Fields
from testimonia.workbench.visit import Visit, Visiting

router = APIRouter()
Place = Annotated[int | None, Query(ge=0, le=2**40, description="Where the words begin or end, in code points.")]
EMPTY: Mapping[str, str] = {"polarity": "affirmed", "mode": "within", "stance": "asserted", "status": "happened"}
BESIDE = 700
"""Code points of the text on both sides of the words that the form shows."""


@dataclass(frozen=True, slots=True)
class ByHandPage:
    """The form of a claim or an event report by hand: the document, the words with the text around them, and what stands in the fields."""

    document: str
    title: str
    quote: ShownQuote
    fields: FieldsShown
    coder: str
    because: str = ""
    notice: Notice | None = None
    is_report: bool = False


@dataclass(frozen=True, slots=True)
class ClaimAsked:
    """A claim to add: what is filled in, who adds it, and why."""

    draft: ClaimDraft
    by: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class ReportAsked:
    """An event report to add: what is filled in, who adds it, and why."""

    draft: ReportDraft
    by: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """A claim or an event report that was added: its identifier, the document, and the decision that added it."""

    record: str
    document: str
    decision: str


@router.get("/documents/{document}/claims/new", response_class=HTMLResponse, include_in_schema=False)
def _form(visit: Visiting, document: str, start: Place = None, end: Place = None, coder: Kept = "") -> HTMLResponse:
    """Show the form of a claim by hand."""
    return _empty(visit, document, (start, end), coder)


@router.get("/documents/{document}/reports/new", response_class=HTMLResponse, include_in_schema=False)
def _report_form(visit: Visiting, document: str, start: Place = None, end: Place = None, coder: Kept = "") -> HTMLResponse:
    """Show the form of an event report by hand."""
    return _empty(visit, document, (start, end), coder, is_report=True)


@router.post("/documents/{document}/claims", include_in_schema=False)
def _keep(visit: Visiting, document: str, form: Fields, coder: Kept = "") -> Response:
    """Keep a claim by hand, or say at its fields what is wrong."""
    return _kept(visit, document, form, coder, draft_of)


@router.post("/documents/{document}/reports", include_in_schema=False)
def _keep_report(visit: Visiting, document: str, form: Fields, coder: Kept = "") -> Response:
    """Keep an event report by hand, or say at its fields what is wrong."""
    return _kept(visit, document, form, coder, report_draft_of)


@router.post("/api/documents/{document}/claims", tags=["review"], status_code=201)
def _keep_data(visit: Visiting, document: str, asked: Annotated[ClaimAsked, Body()]) -> Added:
    """Add a claim by hand, from words of a document; it counts as accepted by its author."""
    desk = desk_of(visit.desk.store, document)
    return keep(visit.desk.store, desk, asked.draft, by=asked.by[:200], because=asked.because[:4_000])


@router.post("/api/documents/{document}/reports", tags=["review"], status_code=201)
def _keep_report_data(visit: Visiting, document: str, asked: Annotated[ReportAsked, Body()]) -> Added:
    """Add an event report by hand, from words of a document; it counts as accepted by its author."""
    desk = desk_of(visit.desk.store, document)
    return keep(visit.desk.store, desk, asked.draft, by=asked.by[:200], because=asked.because[:4_000])


def _empty(visit: Visit, document: str, places: tuple[int | None, int | None], coder: str, *, is_report: bool = False) -> HTMLResponse:
    """Show a form with nothing in it but the words."""
    desk = desk_of(visit.desk.store, document)
    named = {name: str(place) for name, place in zip(("start", "end"), places, strict=True) if None not in places}
    return visit.page("review_by_hand.html", _page(desk, {**EMPTY, **named}, coder_of(coder), is_report=is_report), section="/documents")


def _kept(
    visit: Visit, document: str, form: Mapping[str, str], coder: str, read: Callable[[Desk, Mapping[str, str]], ClaimDraft | ReportDraft]
) -> Response:
    """Keep what a form says, or show it again with what is wrong at its fields."""
    desk = desk_of(visit.desk.store, document)
    by, because = form.get("by", "") or coder_of(coder), form.get("comment", form.get("because", ""))
    problems: dict[str, str] = {}
    try:
        if not by.strip():
            raise FieldsError({"by": "say who makes it"})
        draft = read(desk, form)
        added = keep(visit.desk.store, desk, draft, by=by, because=because)
    except FieldsError as error:
        problems = error.problems
    except DecisionError as error:
        problems = at_fields(str(error), predicate=form.get("predicate", form.get("type", "")))
    else:
        answer = RedirectResponse(f"{visit.links.to(f'/documents/{document}', at=draft.start)}#{added.record}", status_code=303)
        keep_name(answer, name_of(by))
        return answer
    notice = Notice("wrong", problems.pop("", "Nothing was kept yet: see the fields below."))
    page = _page(desk, {**EMPTY, **form}, coder_of(coder), problems=problems, is_report=read is report_draft_of)
    return visit.page("review_by_hand.html", replace(page, notice=notice, because=because), section="/documents", status=422)


def keep(store: Store, desk: Desk, draft: ClaimDraft | ReportDraft, *, by: str, because: str) -> Added:
    """Keep a claim or an event report by hand.

    Args:
        store: The open knowledge base.
        desk: The document and what it names.
        draft: What was filled in.
        by: Who makes it.
        because: Why.

    Returns:
        What was added.

    Raises:
        DecisionError: It breaks the codebook, or is there already.
    """
    decider = Decider(name_of(by), now(), plain_words(because).strip())
    made = make_claim(desk, draft, by=decider.by) if isinstance(draft, ClaimDraft) else make_report(desk, draft, by=decider.by)
    decision = add(made, decider)
    store.decide(decision)
    return Added(decision.record, desk.document.id, decision.id)


def _page(
    desk: Desk,
    values: Mapping[str, str],
    coder: str,
    *,
    problems: Mapping[str, str] | None = None,
    is_report: bool = False,
) -> ByHandPage:
    start, end = selected_words(desk, values)
    document = desk.document
    words = values.get("words") or " ".join(document.text[start:end].split())
    # What the quick form of the reader calls a value is words or a role, and either is seen at once.
    shown = {**values, "words": words, "text": values.get("text", values.get("value", ""))}
    quote = ShownQuote(
        document=document.id,
        title=title_of(document),
        publisher=document.publisher,
        published=document.published,
        language=document.language,
        start=start,
        end=end,
        before=document.text[max(0, start - BESIDE) : start],
        quote=document.text[start:end],
        after=document.text[end : end + (BESIDE if end else 4 * BESIDE)],
    )
    fields = fields_shown(desk, shown, problems=problems, by_hand=True)
    return ByHandPage(document.id, title_of(document), quote, fields, coder, is_report=is_report)
