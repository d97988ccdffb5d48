"""Search: names, claims and documents that answer to some words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from testimonia.model.kinds import EntityKind
from testimonia.publish.pages.shown import ShownClaim
from testimonia.store import Hit
from testimonia.store.page_records import NameHit


@dataclass(frozen=True, slots=True)
class ShownName:
    """A name that answers: as written, the entity's chosen name where that is another, and its page (None where it has none)."""

    entity: str
    kind: EntityKind
    name: str
    canonical: str | None
    number: int
    path: str | None


@dataclass(frozen=True, slots=True)
class ShownHit:
    """A document that answers: an excerpt around the first words found, which stand at `start` (in code points)."""

    document: str
    title: str
    start: int
    before: str
    found: str
    after: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What the search shows: what was looked for, and the names, claims and documents that answer, the best first.

    `most` is the number of each at which the search stops; where that many are shown there may be more.
    """

    query: str
    names: tuple[ShownName, ...]
    claims: tuple[ShownClaim, ...]
    documents: tuple[ShownHit, ...]
    most: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing answers."""
        return not (self.names or self.claims or self.documents)


def search_page(query: str, *, names: Iterable[NameHit], claims: Sequence[ShownClaim], hits: Iterable[Hit], most: int) -> SearchPage:
    """Show what answers to some words.

    Args:
        query: The words, as typed.
        names: Names that answer.
        claims: Claims and reports whose quotations hold the words.
        hits: Documents that hold the words.
        most: The number of each at which the search stopped.

    Returns:
        The page.
    """
    return SearchPage(query, tuple(map(shown_name, names)), tuple(claims), tuple(map(shown_hit, hits)), most)


def shown_name(hit: NameHit) -> ShownName:
    """Show a name that answers.

    Args:
        hit: What the store found.

    Returns:
        The name with its page.
    """
    place = hit.kind in ("place", "named_event")
    return ShownName(
        entity=hit.entity,
        kind=hit.kind,
        name=hit.name,
        canonical=None if hit.canonical == hit.name else hit.canonical,
        number=hit.number,
        path=None if place else f"/actors/{hit.entity}",
    )


def shown_hit(hit: Hit) -> ShownHit:
    """Show a document that answers.

    Args:
        hit: What the store found.

    Returns:
        The excerpt in three parts.
    """
    start, end = hit.found_start - hit.start, hit.found_end - hit.start
    title = hit.title or hit.origin.replace("\\", "/").rsplit("/", 1)[-1]
    return ShownHit(hit.document, title, hit.found_start, hit.quote[:start], hit.quote[start:end], hit.quote[end:])
