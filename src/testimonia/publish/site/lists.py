"""Lists: the pages at the top of a site, each in as many parts as it needs. Parts are numbered from 1."""

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from testimonia.model.document import Document
from testimonia.model.kinds import ENTITY_KINDS, EVENT_TYPES
from testimonia.publish.pages.about import AboutPage
from testimonia.publish.pages.actors import ActorLine, ActorsPage
from testimonia.publish.pages.disputes import DisputesPage, dispute_note
from testimonia.publish.pages.documents import DocumentsPage
from testimonia.publish.pages.events import EventsPage
from testimonia.publish.pages.home import NOT_ACTORS, Beginnings, HomePage, KindCount, TopActor, TopDispute, home_page
from testimonia.publish.pages.shown import Named, entity_path, title_of
from testimonia.publish.site.book import Book
from testimonia.publish.site.records import FamiliesPage, Family, Publisher, PublishersPage
from testimonia.store.page_records import DocumentLine, DocumentsWanted

Item = TypeVar("Item")
LISTED = 200
"""Lines of one part of a list: some ten screens, and a page of about 100 kB."""
TOP = 8
"""Actors, disputes and publishers on the first page."""
_ABOUT_CLAIMS = ("subject", "object")
_IN_EVENTS = ("initiator", "target", "where", "responsibility")


def parts_of(number: int) -> range:
    """Say which parts a list has.

    Args:
        number: How many lines there are.

    Returns:
        1 to the number of parts; an empty list has one.
    """
    return range(1, max(1, -(-number // LISTED)) + 1)


def cut(items: Sequence[Item], part: int) -> tuple[tuple[Item, ...], str | None]:
    """Take one part of a list.

    Args:
        items: All lines.
        part: The part's number.

    Returns:
        Its lines, and the number of the next part; None on the last.
    """
    return tuple(items[(part - 1) * LISTED : part * LISTED]), str(part + 1) if part * LISTED < len(items) else None


def first_page(book: Book) -> HomePage:
    """Show what is in the release, and where to begin.

    Args:
        book: The release.

    Returns:
        The page; instead of the kinds of publishers, which a release does not hold, the publishers themselves.
    """
    known, found = book.catalogue.knowledge, book.catalogue.findings
    whole = {"documents": len(known.documents), "claims": len(known.claims), "events": len(found.events)}
    whole |= {"corroborations": len(found.corroborations), "disputes": len(found.disputes)}
    totals = {"all": whole, "entities": Counter(str(entity.kind) for entity in known.entities.values())}
    lines = {actor: actor_line(book, actor) for actor in book.actors[:TOP]}
    actors = tuple(TopActor(actor, line.name.text, line.kind, line.claims, line.reports) for actor, line in lines.items())
    disputes = (TopDispute(one.id, one.about, one.certainty, tuple(side.holds for side in one.positions)) for one in found.disputes[:TOP])
    page = home_page(book.options.name, totals, waiting=(), beginnings=Beginnings(actors, tuple(disputes)))
    published = Counter(document.publisher or "unknown" for document in known.documents.values())
    every = max(1, len(known.documents))
    top = sorted(published.items(), key=lambda pair: (-pair[1], pair[0]))[:TOP]
    sources = tuple(KindCount(name, number, number / every) for name, number in top)
    return HomePage(page.name, page.figures, sources, page.waiting, page.actors, page.disputes)


def actor_line(book: Book, actor: str) -> ActorLine:
    """Show an actor in a list.

    Args:
        book: The release.
        actor: The actor's id.

    Returns:
        Its name with how many claims and reports name it.
    """
    entity = book.catalogue.knowledge.entities[actor]
    by_role: Counter[str] = Counter()
    for (role, _, _), number in book.counts.get(actor, {}).items():
        by_role[role] += number
    claims, reports = (sum(by_role[role] for role in roles) for roles in (_ABOUT_CLAIMS, _IN_EVENTS))
    return ActorLine(Named(entity.name, entity_path(entity)), entity.kind, claims, reports, by_role["voice"])


def actors_list(book: Book, part: int) -> ActorsPage:
    """List actors, those of whom most is claimed first.

    Args:
        book: The release.
        part: The part of the list.

    Returns:
        The page.
    """
    lines, after = cut(book.actors, part)
    kinds = Counter(book.catalogue.knowledge.entities[actor].kind for actor in book.actors)
    offered = tuple((kind, kinds[kind]) for kind in ENTITY_KINDS if kinds[kind] and kind not in NOT_ACTORS)
    return ActorsPage(tuple(actor_line(book, actor) for actor in lines), offered, None, "", "number", after, part > 1)


def events_list(book: Book, part: int) -> EventsPage:
    """List events, earliest first and undated last.

    Args:
        book: The release.
        part: The part of the list.

    Returns:
        The page.
    """
    lines, after = cut(tuple(book.marks.values()), part)
    types = Counter(mark.type for mark in book.marks.values())
    return EventsPage(
        events=lines,
        types=tuple((kind, types[kind]) for kind in EVENT_TYPES if types[kind]),
        type=None,
        since=None,
        until=None,
        actor=None,
        actor_name=None,
        with_tolls=False,
        after=after,
        began=part > 1,
    )


def disputes_list(book: Book, part: int) -> DisputesPage:
    """List what cannot all hold, definite disputes first.

    Args:
        book: The release.
        part: The part of the list.

    Returns:
        The page.
    """
    ordered = sorted(book.catalogue.findings.disputes, key=lambda one: (one.certainty, one.about, one.id))
    lines, after = cut(ordered, part)
    rules = tuple(sorted(Counter(one.rule for one in ordered).items()))
    return DisputesPage(tuple(map(dispute_note, lines)), rules, None, None, None, None, after, part > 1)


def documents_list(book: Book, part: int) -> DocumentsPage:
    """List documents, the newest first.

    Args:
        book: The release.
        part: The part of the list.

    Returns:
        The page.
    """
    documents = newest_first(book)
    lines, after = cut(documents, part)
    return DocumentsPage(tuple(_document_line(book, one) for one in lines), DocumentsWanted(), (), len(documents), after, part > 1)


def newest_first(book: Book) -> list[Document]:
    """Order the documents.

    Args:
        book: The release.

    Returns:
        The newest first, undated ones last, by title within a day.
    """
    documents = sorted(book.catalogue.knowledge.documents.values(), key=lambda one: (title_of(one), one.id))
    return sorted(documents, key=lambda one: one.published or "", reverse=True)


def publishers_list(book: Book) -> PublishersPage:
    """List publishers with their documents.

    Args:
        book: The release.

    Returns:
        The page, those with the most documents first.
    """
    known = book.catalogue.knowledge
    held: dict[str | None, list[Document]] = {}
    for document in newest_first(book):
        held.setdefault(document.publisher, []).append(document)
    pages = {entity.name: entity_path(entity) for entity in known.entities.values()}
    shown = (
        Publisher(
            name,
            None if name is None else pages.get(name),
            tuple((Named(title_of(one), f"/documents/{one.id}", one.language), one.published) for one in documents),
        )
        for name, documents in held.items()
    )
    return PublishersPage(tuple(sorted(shown, key=lambda one: (-len(one.documents), one.name or ""))))


def families_list(book: Book) -> FamiliesPage:
    """List the families of bodies.

    Args:
        book: The release.

    Returns:
        The page, the largest first.
    """
    entities = book.catalogue.knowledge.entities

    def named(body: str) -> Named:
        return Named(entities[body].name, f"/actors/{body}")

    families = (Family(named(head), tuple(named(body) for body in bodies if body != head)) for head, bodies in book.kin.items())
    return FamiliesPage(tuple(sorted(families, key=lambda family: -len(family.others))))


def about_page(book: Book) -> AboutPage:
    """Say by what the release was made, what it holds, and what it cannot tell.

    Args:
        book: The release.

    Returns:
        The page.
    """
    manifest = book.released.manifest
    counts = {file.removesuffix(".jsonl"): int(number) for file, number in manifest["counts"].items()}
    names = {"events": "event reports", "happenings": "events", "judgements": "decisions on identity"}
    return AboutPage(
        knowledge_base=book.options.name,
        version=book.options.version,
        stamps={str(key): str(value) for key, value in manifest.get("meta", {}).items()},
        counts={names.get(kind, kind): number for kind, number in counts.items()},
        inputs=str(manifest.get("inputs", "")),
        missing=book.missing,
    )


def _document_line(book: Book, document: Document) -> DocumentLine:
    spoken = book.spoken.get(document.id, ())
    claims = sum(key in book.catalogue.claims for key in spoken)
    return DocumentLine(
        document.id,
        document.origin,
        document.title,
        document.publisher,
        None,
        document.published,
        document.language,
        claims,
        len(spoken) - claims,
    )
