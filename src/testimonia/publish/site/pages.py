"""Pages: every file of a site, and the record and template that each is made from."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from testimonia.publish.pages.actor import actor_page
from testimonia.publish.pages.disputes import dispute_page
from testimonia.publish.pages.event import event_page
from testimonia.publish.pages.lifelines_page import lifelines_page
from testimonia.publish.pages.network_page import network_page
from testimonia.publish.pages.shown import shown_claim, title_of
from testimonia.publish.pages.ties import ties_of
from testimonia.publish.site.book import EACH, Book, earliest
from testimonia.publish.site.data import data_page
from testimonia.publish.site.finding import search_page
from testimonia.publish.site.lists import (
    about_page,
    actors_list,
    disputes_list,
    documents_list,
    events_list,
    families_list,
    first_page,
    parts_of,
    publishers_list,
)
from testimonia.publish.site.over_time import (
    UNDATED,
    has_map,
    map_of,
    map_of_everything,
    timeline_part,
    timeline_parts,
    times_of,
    years_page,
)
from testimonia.publish.site.records import DocumentPage, Quoted, WholeMapPage
from testimonia.publish.site.stemmas import stemma_of

SECTIONS = frozenset(("/documents", "/actors", "/events", "/disputes"))
"""What the first page leads to with its figures."""
MOST_CLAIMS = 12
"""Claims of one tie that a picture's page shows in their words; the pages of the bodies and of the documents have more."""
NETWORK = "/actors/{actor}/network"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file to write: its path on the site, the kind of page, what it is about (an id), and the part of a list."""

    file: str
    kind: str
    of: str = ""
    part: int = 1


@dataclass(frozen=True, slots=True)
class Made:
    """A page ready to be rendered: its template, its record, the entry of the navigation, and the paths that it may lead to besides."""

    template: str
    page: object
    section: str
    paths: frozenset[str] = frozenset()


def sheets_of(book: Book) -> Iterator[Sheet]:
    """List the files of a site.

    Args:
        book: The release.

    Yields:
        Files, the lists first.
    """
    known, found = book.catalogue.knowledge, book.catalogue.findings
    yield Sheet("index.html", "home")
    for name in ("lifelines", "map", "sources", "about", "search", *(("data",) if book.options.data else ())):
        yield Sheet(f"{name}.html", name)
    sizes = {"actors": len(book.actors), "events": len(book.marks), "disputes": len(found.disputes), "documents": len(known.documents)}
    for name, size in sizes.items():
        yield from (Sheet(_numbered(name, part), name, "", part) for part in parts_of(size))
    times = times_of(book)
    yield Sheet("timeline.html", "timeline" if times.is_one else "years")
    if not times.is_one:
        for year, marks in times.years:
            yield from _timeline(UNDATED if year is None else str(year), len(marks))
    for actor in book.actors:
        yield from _sheets_of_actor(book, actor)
    yield from (Sheet(f"lifelines/{head}.html", "family", head) for head in book.kin)
    yield from (Sheet(f"events/{event}.html", "event", event) for event in book.marks)
    yield from (Sheet(f"stemma/{page}.html", "stemma", page) for page in book.stemmas.told)
    yield from (Sheet(f"disputes/{dispute.id}.html", "dispute", dispute.id) for dispute in found.disputes)
    yield from (Sheet(f"documents/{document}.html", "document", document) for document in known.documents)


def made(book: Book, sheet: Sheet) -> Made:
    """Make the page of a file.

    Args:
        book: The release.
        sheet: The file.

    Returns:
        The page, ready to be rendered.
    """
    return MAKERS[sheet.kind](book, sheet)


def _sheets_of_actor(book: Book, actor: str) -> Iterator[Sheet]:
    yield Sheet(f"actors/{actor}.html", "actor", actor)
    paths = _pictures_of(book, actor)
    if NETWORK in paths:
        yield Sheet(f"networks/{actor}.html", "network", actor)
    if "/map" in paths:
        yield Sheet(f"map/{actor}.html", "actor_map", actor)
    if "/timeline" in paths:
        yield from _timeline(actor, len(book.events_of(actor)))


def _pictures_of(book: Book, actor: str) -> frozenset[str]:
    """The pictures that there are of an actor."""
    asked = {
        "/lifelines": actor in book.families,
        NETWORK: bool(ties_of(book.catalogue, (actor,))),
        "/timeline": sum(bool(event.when.edtf) for event in book.events_of(actor)) > 1,
        "/map": has_map(book, actor),
    }
    return frozenset(path for path, is_there in asked.items() if is_there)


def _timeline(of: str, events: int) -> Iterator[Sheet]:
    return (Sheet(f"timeline/{_numbered(of, part)}", "timeline", of, part) for part in timeline_parts(events))


def _numbered(name: str, part: int) -> str:
    return f"{name}.html" if part == 1 else f"{name}-{part}.html"


def _actor(book: Book, sheet: Sheet) -> Made:
    catalogue = book.catalogue
    keys = (*catalogue.about.get(sheet.of, ()), *catalogue.told_of.get(sheet.of, ()))
    page = actor_page(catalogue, sheet.of, core=earliest(catalogue, keys, each=EACH), counts=book.counts.get(sheet.of, {}))
    return Made("actor.html", page, "/actors", _pictures_of(book, sheet.of))


def _document(book: Book, sheet: Sheet) -> Made:
    catalogue = book.catalogue
    document = catalogue.knowledge.documents[sheet.of]
    marked: set[int] = set()
    quoted = []
    for number, key in enumerate(book.spoken.get(document.id, ()), 1):
        claim = shown_claim(catalogue, catalogue.claims.get(key) or catalogue.reports[key])
        starts = dict.fromkeys(quote.start for quote in claim.quotes if quote.document == document.id)
        quoted.append(Quoted(number, claim, tuple(start for start in starts if start not in marked)))
        marked.update(starts)
    page = DocumentPage(
        id=document.id,
        title=title_of(document),
        origin=document.origin,
        publisher=document.publisher,
        original_publisher=document.original_publisher,
        author=document.author,
        published=document.published,
        published_basis=document.published_basis,
        language=document.language,
        url=document.url,
        format=document.format,
        sha256=document.sha256,
        characters=book.lengths[document.id],
        quoted=tuple(quoted),
    )
    return Made("document.html", page, "/documents")


def _family(book: Book, sheet: Sheet) -> Made:
    return Made("lifelines.html", lifelines_page(book.catalogue, book.kin[sheet.of], steps=1, most=MOST_CLAIMS), "/lifelines")


def _map(book: Book, _: Sheet) -> Made:
    page = map_of_everything(book)
    return Made("whole_map.html" if isinstance(page, WholeMapPage) else "map.html", page, "/map")


MAKERS: Mapping[str, Callable[[Book, Sheet], Made]] = {
    "home": lambda book, _: Made("home.html", first_page(book), "/", SECTIONS),
    "actors": lambda book, sheet: Made("actors.html", actors_list(book, sheet.part), "/actors"),
    "events": lambda book, sheet: Made("events.html", events_list(book, sheet.part), "/events"),
    "disputes": lambda book, sheet: Made("disputes.html", disputes_list(book, sheet.part), "/disputes"),
    "documents": lambda book, sheet: Made("documents.html", documents_list(book, sheet.part), "/documents"),
    "lifelines": lambda book, _: Made("families.html", families_list(book), "/lifelines"),
    "map": _map,
    "years": lambda book, _: Made("years.html", years_page(book), "/timeline"),
    "timeline": lambda book, sheet: Made("timeline.html", timeline_part(book, sheet.of, sheet.part), "/timeline"),
    "sources": lambda book, _: Made("publishers.html", publishers_list(book), "/sources"),
    "about": lambda book, _: Made("about.html", about_page(book), "/about"),
    "data": lambda book, _: Made("data.html", data_page(book.released), "/data"),
    "search": lambda book, _: Made("site_search.html", search_page(book), "/search"),
    "actor": _actor,
    "network": lambda book, sheet: Made("network.html", network_page(book.catalogue, sheet.of, most=MOST_CLAIMS), "/actors"),
    "actor_map": lambda book, sheet: Made("map.html", map_of(book, sheet.of), "/map"),
    "family": _family,
    "event": lambda book, sheet: Made("event.html", event_page(book.catalogue, sheet.of), "/events"),
    "dispute": lambda book, sheet: Made("dispute.html", dispute_page(book.catalogue, sheet.of), "/disputes"),
    "document": _document,
    "stemma": lambda book, sheet: Made("stemma.html", stemma_of(book.catalogue, book.stemmas, sheet.of), "/events"),
}
"""What makes each kind of page."""
