"""Home: what is in a knowledge base, what waits, and where to begin."""

from collections.abc import Mapping
from dataclasses import dataclass

NOT_ACTORS = ("place", "named_event")
"""Kinds of entities that are no actors."""
UNKNOWN_KIND = "unknown"


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with what it counts and the page that lists it; `path` is None where there is none."""

    label: str
    number: int
    path: str | None


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many documents publishers of one kind put out; `share` is of all documents, from 0 to 1."""

    kind: str
    number: int
    share: float


@dataclass(frozen=True, slots=True)
class TopActor:
    """An actor of whom much is told."""

    id: str
    name: str
    kind: str
    claims: int
    reports: int


@dataclass(frozen=True, slots=True)
class TopDispute:
    """A dispute with what each side holds."""

    id: str
    about: str
    certainty: str
    holds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the first page shows: figures, documents by kind of source, what waits, and actors and disputes to begin with."""

    name: str
    figures: tuple[Counted, ...]
    sources: tuple[KindCount, ...]
    waiting: tuple[Counted, ...]
    actors: tuple[TopActor, ...]
    disputes: tuple[TopDispute, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is no document at all."""
        return not self.figures[0].number


@dataclass(frozen=True, slots=True)
class Beginnings:
    """Where a reader may begin: actors of whom much is told, and disputes."""

    actors: tuple[TopActor, ...] = ()
    disputes: tuple[TopDispute, ...] = ()


def home_page(name: str, totals: Mapping[str, Mapping[str, int]], *, waiting: tuple[Counted, ...], beginnings: Beginnings) -> HomePage:
    """Show what is in a knowledge base.

    Args:
        name: What the knowledge base is called.
        totals: Numbers by what is counted, as `Store.totals` gives them.
        waiting: What waits for somebody.
        beginnings: Where a reader may begin.

    Returns:
        The page.
    """
    whole = totals.get("all", {})
    actors = sum(number for kind, number in totals.get("entities", {}).items() if kind not in NOT_ACTORS)
    figures = (
        Counted("documents", whole.get("documents", 0), "/documents"),
        Counted("claims", whole.get("claims", 0), None),
        Counted("actors", actors, "/actors"),
        Counted("events", whole.get("events", 0), "/events"),
        Counted("agreements", whole.get("corroborations", 0), None),
        Counted("disputes", whole.get("disputes", 0), "/disputes"),
    )
    documents = totals.get("documents", {})
    every = max(1, sum(documents.values()))
    kinds = sorted(documents.items(), key=lambda pair: (-pair[1], pair[0]))
    return HomePage(
        name=name,
        figures=figures,
        sources=tuple(KindCount(kind or UNKNOWN_KIND, number, number / every) for kind, number in kinds),
        waiting=tuple(each for each in waiting if each.number),
        actors=beginnings.actors,
        disputes=beginnings.disputes,
    )
