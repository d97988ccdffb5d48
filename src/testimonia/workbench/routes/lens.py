"""The editor of lenses: choose whose word to take, see at once how much is left, look through it, save it by name."""

from dataclasses import replace
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from testimonia.errors import LensError
from testimonia.model.best_rule import CRITERIA, BestRule
from testimonia.model.kinds import SOURCE_KINDS, STANCES
from testimonia.model.lens import Lens
from testimonia.publish.pages.frame import lens_shown
from testimonia.store.page_records import About, Cut, DocumentsWanted
from testimonia.weigh import lens_as_data, lens_as_yaml, read_lens, seen_through
from testimonia.workbench.lens_form import BY_HAND, CHOICES, in_address, lens_of_form
from testimonia.workbench.lens_page import LensCount, LensPage
from testimonia.workbench.links import WorkbenchLinks
from testimonia.workbench.visit import Visit, Visiting

router = APIRouter()
Back = Annotated[str, Query(max_length=2000, description="The page to go back to.")]
COUNTED_WHOLE = 20_000
"""Claims and reports up to which a lens is counted over everything; beyond, over the newest documents."""
NEWEST = 60
OFFERED = 200


@router.get("/lens", response_class=HTMLResponse, include_in_schema=False)
def lens_editor(visit: Visiting, back: Back = "/") -> HTMLResponse:
    """Show the editor, filled in with the lens in force."""
    return visit.page("lens.html", _page(visit, visit.lens, back), section="/lens")


@router.get("/lens/look", include_in_schema=False, response_model=None)
def look_through(visit: Visiting, request: Request, back: Back = "/") -> HTMLResponse | RedirectResponse:
    """Look at the page one came from through the lens of the form."""
    fields = request.query_params.multi_items()
    try:
        lens = lens_of_form(fields)
    except LensError as error:
        return visit.page("lens.html", replace(_page(visit, visit.lens, back), error=str(error), count=None), section="/lens", status=400)
    return RedirectResponse(_address(back, in_address(lens)), status_code=303)


@router.get("/lens/count", response_class=HTMLResponse, include_in_schema=False)
def count_left(visit: Visiting, request: Request) -> HTMLResponse:
    """Say how much the lens of the form leaves: the part of the editor that changes while one chooses."""
    try:
        page = replace(_page(visit, visit.lens, "/"), count=_count(visit, lens_of_form(request.query_params.multi_items())))
    except LensError as error:
        page = replace(_page(visit, visit.lens, "/"), count=None, error=str(error))
    return visit.page("_lens_count.html", page, section="/lens")


@router.post("/lens", include_in_schema=False)
async def save_lens(visit: Visiting, request: Request) -> RedirectResponse:
    """Save the lens of the form by its name, and look through it."""
    form = await request.form(max_fields=1000)
    fields = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    lens = lens_of_form(fields)
    if lens.name == BY_HAND:
        raise LensError("a lens is saved under a name; write one")
    visit.desk.store.put_lens(lens.name, lens_as_yaml(lens))
    return RedirectResponse(_address(dict(fields).get("back", "/"), lens.name), status_code=303)


@router.get("/api/lenses", tags=["lenses"])
def lenses_data(visit: Visiting) -> dict[str, dict[str, object]]:
    """Give the saved lenses by name, each as its file has it."""
    return {name: dict(lens_as_data(read_lens(content, origin=name))) for name, content in visit.desk.store.lenses().items()}


@router.get("/api/lens/count", tags=["lenses"])
def count_data(visit: Visiting) -> LensCount:
    """Say how much the lens of the address leaves."""
    return _count(visit, visit.lens)


def _page(visit: Visit, lens: Lens, back: str) -> LensPage:
    saved = tuple((name, lens_shown(read_lens(content, origin=name)).asks) for name, content in visit.desk.store.lenses().items())
    rules = tuple((criterion, BestRule((criterion,)).in_words) for criterion in CRITERIA)
    publishers = tuple(source.name for source in visit.desk.store.sources())[:OFFERED]
    fields = _fields(lens)
    return LensPage(fields, SOURCE_KINDS, STANCES, rules, publishers, saved, _own(back), _count(visit, lens))


def _fields(lens: Lens) -> dict[str, list[str]]:
    """The fields of the form as a lens fills them in."""
    data = dict(lens_as_data(lens))
    fields: dict[str, list[str]] = {}
    for name, value in data.items():
        if name in CHOICES:
            fields |= {f"{name}.{part}": [str(one) for one in values] for part, values in value.items()}
        elif isinstance(value, bool):
            fields[name] = ["yes"] if value else []
        else:
            fields[name] = [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)]
    return fields


def _count(visit: Visit, lens: Lens) -> LensCount:
    totals = visit.desk.store.totals()["all"]
    if totals.get("claims", 0) + totals.get("reports", 0) <= COUNTED_WHOLE:
        whole = visit.desk.store.as_of(lens.known_on).knowledge()
        left = seen_through(whole, lens)
        return LensCount(len(left.claims), len(whole.claims), len(left.reports), len(whole.reports), None)
    lines = visit.desk.store.list_documents(DocumentsWanted(), Cut(limit=NEWEST)).items
    counts = [0, 0, 0, 0]
    for line in lines:
        part = visit.desk.store.part(About(document=line.id), background=True).knowledge
        left = seen_through(part, lens)
        for place, number in enumerate((len(left.claims), len(part.claims), len(left.reports), len(part.reports))):
            counts[place] += number
    return LensCount(counts[0], counts[1], counts[2], counts[3], len(lines))


def _own(back: str) -> str:
    """A path of ours, never an address elsewhere."""
    parts = urlsplit(back)
    return back if back.startswith("/") and not back.startswith(("//", "/\\")) and not parts.netloc else "/"


def _address(back: str, lens: str) -> str:
    path = _own(back)
    query = dict(WorkbenchLinks("", frozenset()).kept(path))
    return WorkbenchLinks(lens, frozenset()).to(path.partition("?")[0], **query)
