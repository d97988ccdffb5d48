"""Pages: every file of a site, and the record and template that each is made from."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from testimonia.publish.pages.actor import MOST_EVENTS, actor_page
from testimonia.publish.pages.disputes import dispute_page
from testimonia.publish.pages.event import event_page
from testimonia.publish.pages.lifelines_page import lifelines_page
from testimonia.publish.pages.network_page import network_page
from testimonia.publish.pages.shown import shown_claim, title_of
from testimonia.publish.pages.ties import ties_of
from testimonia.publish.site.book import EACH, Book, earliest
from testimonia.publish.site.data import data_page
from testimonia.publish.site.finding import search_page
from testimonia.publish.site.links import SiteLinks
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
from testimonia.publish.site.over_time import Times, map_of, map_of_everything, timeline_part, times_of, years_page
from testimonia.publish.site.records import DocumentPage, Quoted

HOME_PATHS = frozenset(("/documents", "/actors", "/events", "/disputes"))


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file to write: its path on the site, the kind of page, and what it is about (an id, the number of a part)."""

    file: str
    kind: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A page ready to be rendered: its template, its record, the entry of the navigation, and what it may lead to besides."""

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
    for name in ("home", "lifelines", "map", "sources", "about", "search", *(("data",) if book.options.data else ())):
        yield Sheet("index.html" if name == "home" else f"{name}.html", name)
    sizes = {"actors": len(book.actors), "events": len(book.marks), "disputes": len(found.disputes), "documents": len(known.documents)}
    for name, size in sizes.items():
        for part in parts_of(size):
            yield Sheet(f"{name}.html" if part == 1 else f"{name}-{part}.html", name, str(part))
    times = times_of(book)
    yield Sheet("timeline.html", "timeline" if times.is_one else "years", "")
    if not times.is_one:
        yield from (Sheet(SiteLinks().to(*address), "timeline", key) for key, address in _timeline(times))
    for actor in book.actors:
        yield Sheet(f"actors/{actor}.html", "actor", actor)
        paths = _paths_of(book, actor)
        if "/actors/{actor}/network" in paths:
            yield Sheet(f"networks/{actor}.html", "network", actor)
        if "/map" in paths:
            yield Sheet(f"map/{actor}.html", "actor_map", actor)
    yield from (Sheet(f"lifelines/{head}.html", "family", head) for head in book.kin)
    yield from (Sheet(f"events/{event}.html", "event", event) for event in book.marks)
    yield from (Sheet(f"disputes/{dispute.id}.html", "dispute", dispute.id) for dispute in found.disputes)
    yield from (Sheet(f"documents/{document}.html", "document", document) for document in known.documents)
