"""Visit: one request to the workbench. What every route gets: the store as the lens wants it, the lens, and the way to render a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import Depends, Query, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment

from testimonia.errors import LensError
from testimonia.looking import look_at
from testimonia.model.claim import Claim
from testimonia.model.event import EventReport
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.model.lens import Lens
from testimonia.publish import Catalogue, catalogue_of
from testimonia.publish.pages.environment import STATIC, environment, render
from testimonia.publish.pages.frame import NAVIGATION, Frame, lens_shown, offered
from testimonia.store import Store
from testimonia.store.page_records import About
from testimonia.weigh import read_lens
from testimonia.workbench.links import WorkbenchLinks

TEMPLATES = Path(__file__).parent / "templates"
LIBRARIES = (
    "htmx.min.js",
    "cytoscape.min.js",
    "layout-base.js",
    "cose-base.js",
    "cytoscape-fcose.js",
    "d3.min.js",
    "topojson-client.min.js",
    "countries-50m.json",
    "countries-110m.json",
)
"""What the build brings into `static/vendor`, as `hatch_build.py` names it."""
LONGEST_LENS = 8_000
"""Characters of a lens in an address; browsers and servers take at least so long a one."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the application holds for all requests: the open store, the name of the knowledge base, templates, and the paths served."""

    store: Store
    name: str
    lens: str = ""
    reasons: Mapping[str, str] = field(default_factory=dict)
    templates: Environment = field(default_factory=lambda: environment(TEMPLATES))
    missing: tuple[str, ...] = field(default_factory=lambda: missing_libraries())
    paths: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SeenPart:
    """A part of the knowledge base through the lens.

    `core` are the claims and event reports that it is about, in the page's order; `after` asks for the next page, None on the last.
    """

    catalogue: Catalogue
    core: tuple[str, ...]
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """One request: `store` is the knowledge base as known on the lens's day, `asked` the lens as the address has it."""

    desk: Desk
    request: Request
    lens: Lens
    asked: str
    store: Store

    @property
    def links(self) -> WorkbenchLinks:
        """How to write addresses that keep the lens."""
        return WorkbenchLinks(self.asked, self.desk.paths)

    def frame(self, section: str) -> Frame:
        """Say what stands around a page.

        Args:
            section: The path of the entry of the navigation that the page belongs to.

        Returns:
            The frame.
        """
        kept = urlencode(self.links.kept(f"?{self.request.url.query}"), quote_via=quote)
        return Frame(
            knowledge_base=self.desk.name,
            section=section,
            here=f"{self.request.url.path}?{kept}" if kept else self.request.url.path,
            navigation=offered(NAVIGATION, self.desk.paths),
            lens=lens_shown(self.lens, saved=tuple(self.desk.store.lenses())),
            version=program_version(),
            missing=self.desk.missing,
        )

    def seen(self, about: About, *, texts: bool = False) -> SeenPart:
        """See a part of the knowledge base through the lens.

        Args:
            about: What the part is about.
            texts: True fills in the texts of its documents.

        Returns:
            The part, looked up.
        """
        if self.lens.takes_everything:
            part = self.store.part(about, texts=texts)
            return SeenPart(self._looked_up(part.knowledge, part.findings), part.core, part.after)
        seen = look_at(self.desk.store, self.lens, about=about)
        catalogue = self._looked_up(seen.knowledge, seen.findings)
        # What was known on a day is looked at as a whole, without saying what of it is asked for.
        core = seen.core if self.lens.known_on is None else core_of(catalogue, about)
        if texts and self.lens.known_on is None:
            catalogue = self._looked_up(self._with_texts(seen.knowledge, core, catalogue), seen.findings)
        return SeenPart(catalogue, core, seen.after)

    def _looked_up(self, knowledge: Knowledge, findings: Findings) -> Catalogue:
        return catalogue_of(knowledge, findings, reasons=self.desk.reasons)

    def _with_texts(self, knowledge: Knowledge, core: Sequence[str], catalogue: Catalogue) -> Knowledge:
        """Fill in the texts of the documents that the core quotes."""
        records = (catalogue.claims.get(key) or catalogue.reports.get(key) for key in core)
        whole = self.store.texts_of({record.document for record in records if record is not None})
        return replace(knowledge, documents={**knowledge.documents, **whole})

    def page(self, template: str, page: object, *, section: str, status: int = 200) -> HTMLResponse:
        """Render a page.

        Args:
            template: The template's file name.
            page: The page's context record.
            section: The path of the entry of the navigation that it belongs to.
            status: The status of the answer.

        Returns:
            The answer.
        """
        made = render(self.desk.templates, template, page, frame=self.frame(section), links=self.links)
        return HTMLResponse(made, status_code=status)

    def fragment(self, template: str, page: object) -> HTMLResponse:
        """Render a part of a page, for a script that puts it where it belongs.

        Args:
            template: The template's file name.
            page: Its context record.

        Returns:
            The answer.
        """
        return HTMLResponse(render(self.desk.templates, template, page, frame=self.frame(""), links=self.links))


def visit(
    request: Request,
    lens: Annotated[
        str | None,
        Query(max_length=LONGEST_LENS, description="Whose word to take: the name of a saved lens, or a lens written down as JSON or YAML."),
    ] = None,
) -> Visit:
    """Take in a request.

    Args:
        request: The request.
        lens: What its address says of the lens; None for the one that the server was started with, empty for everybody's word.

    Returns:
        The visit.

    Raises:
        LensError: There is no such lens.
    """
    desk: Desk = request.app.state.desk
    asked = desk.lens if lens is None else lens
    chosen = lens_asked(desk.store, asked)
    return Visit(desk, request, chosen, asked, desk.store.as_of(chosen.known_on))


Visiting = Annotated[Visit, Depends(visit)]
"""What a route asks for to get its visit."""


def core_of(catalogue: Catalogue, about: About) -> tuple[str, ...]:
    """Say which claims and reports of a whole knowledge base a part would be about.

    Args:
        catalogue: The whole, looked up.
        about: What the part is about.

    Returns:
        Claims and event reports by identifier, those of a document or an entity in the order of capture.
    """
    if about.claims:
        return tuple(key for key in about.claims if key in catalogue.claims or key in catalogue.reports)
    if about.entity is not None:
        return (*catalogue.about.get(about.entity, ()), *catalogue.told_of.get(about.entity, ()))
    if about.event is not None:
        event = catalogue.events.get(about.event)
        return () if event is None else event.reports
    if about.dispute is not None:
        return tuple(key for dispute in catalogue.findings.disputes if dispute.id == about.dispute for key in dispute.claims)
    records: list[Claim | EventReport] = [*catalogue.claims.values(), *catalogue.reports.values()]
    if about.document is not None:
        return tuple(record.id for record in records if record.document == about.document)
    who = catalogue.knowledge.who
    return tuple(record.id for record in records if about.voice in [who(voice) for voice in record.attribution.voices])


def lens_asked(store: Store, asked: str) -> Lens:
    """Find the lens that an address asks for.

    Args:
        store: The open knowledge base, which keeps the saved lenses.
        asked: A saved lens's name; a lens written down, which begins with a brace or has lines; empty for everybody's word.

    Returns:
        The lens.

    Raises:
        LensError: There is no such lens.
    """
    if not asked.strip():
        return Lens()
    saved = store.lenses()
    if asked in saved:
        return read_lens(saved[asked], origin=f"lens {asked}")
    if asked.lstrip().startswith("{") or "\n" in asked:
        read = read_lens(asked, origin="the lens in the address")
        return replace(read, name="of this address") if read.name == Lens().name and not read.takes_everything else read
    known = f"saved are {', '.join(saved)}" if saved else "none is saved"
    raise LensError(f"there is no lens {asked!r}; {known}")


def missing_libraries() -> tuple[str, ...]:
    """Say what the build could not bring.

    Returns:
        The libraries that are not in `static/vendor`.
    """
    return tuple(name for name in LIBRARIES if not (STATIC / "vendor" / name).is_file())


@cache
def program_version() -> str:
    """Give this program's version.

    Returns:
        The version as installed, "unknown" where it runs from bare files.
    """
    try:
        return version("testimonia")
    except PackageNotFoundError:
        return "unknown"
