"""Sources: the register of publishers, and those of whom it says nothing yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from testimonia.model.document import Source
from testimonia.model.kinds import SOURCE_KINDS


@dataclass(frozen=True, slots=True)
class ShownSource:
    """One publisher: what the register says of it (None where it says nothing), and how many documents it put out."""

    name: str
    kind: str | None
    side: str | None
    country: str | None
    note: str | None
    documents: int
    is_registered: bool


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """What the page Sources shows: publishers with the most documents first; `kinds` are those that the register knows."""

    sources: tuple[ShownSource, ...]
    unregistered: int
    kinds: tuple[str, ...] = SOURCE_KINDS


def sources_page(sources: Iterable[Source], documents: Mapping[str, int]) -> SourcesPage:
    """Show the register.

    Args:
        sources: The register.
        documents: Number of documents by publisher.

    Returns:
        The page: everybody in the register, and every publisher of a document who is not in it.
    """
    register = {source.name: source for source in sources}
    shown = [
        ShownSource(
            name=name,
            kind=known.kind if known is not None else None,
            side=known.side if known is not None else None,
            country=known.country if known is not None else None,
            note=known.note if known is not None else None,
            documents=documents.get(name, 0),
            is_registered=known is not None,
        )
        for name in dict.fromkeys((*register, *documents))
        for known in (register.get(name),)
    ]
    shown.sort(key=lambda source: (-source.documents, source.name))
    return SourcesPage(tuple(shown), sum(not source.is_registered for source in shown))
