"""Records of the pages that only a site has: a document without its text, the publishers, the families of bodies, years, search, files."""

from collections.abc import Mapping
from dataclasses import dataclass

from testimonia.publish.pages.atlas import Area
from testimonia.publish.pages.map_page import MapPage
from testimonia.publish.pages.shown import Named, ShownClaim


@dataclass(frozen=True, slots=True)
class Quoted:
    """A claim or report of a document with its number; `anchors` are the places of its quotations that nothing before it has marked."""

    number: int
    claim: ShownClaim
    anchors: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """Where a document comes from, and the words of it that claims rest on; its full text is no part of a site."""

    id: str
    title: str
    origin: str
    publisher: str | None
    original_publisher: str | None
    author: str | None
    published: str | None
    published_basis: str
    language: str | None
    url: str | None
    format: str
    sha256: str
    characters: int
    quoted: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Publisher:
    """One publisher (None where nobody knows), its page where it is an actor, and its documents, the newest first."""

    name: str | None
    path: str | None
    documents: tuple[tuple[Named, str | None], ...]


@dataclass(frozen=True, slots=True)
class PublishersPage:
    """Publishers, those with the most documents first."""

    publishers: tuple[Publisher, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Bodies that ties of kin hold together: the one of which most is claimed, and the others."""

    head: Named
    others: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class FamiliesPage:
    """All families, the largest first."""

    families: tuple[Family, ...]


@dataclass(frozen=True, slots=True)
class YearOfEvents:
    """How many events begin in a year (None for undated), how many have a toll, how many were killed as best told, and the first page."""

    year: int | None
    events: int
    tolls: int
    killed: int
    path: str


@dataclass(frozen=True, slots=True)
class YearsPage:
    """The timeline of a release that has more events than one picture holds: year by year."""

    years: tuple[YearOfEvents, ...]
    events: int
    most: int


ShortMark = tuple[str, str, str, str | None, str | None, int]
"""An event on the map of everything, as short as can be: id, words, EDTF, first and last year (None where not known), 1 if disputed."""


@dataclass(frozen=True, slots=True)
class ShortSpot:
    """A spot of that map: as a spot is, with the places of its events in the list of marks."""

    name: str
    latitude: float
    longitude: float
    precision: str | None
    events: tuple[int, ...]
    areas: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class WholeMapPage:
    """The map of a release that has more events than one page lists: `page` without its marks, and marks and spots in short."""

    page: MapPage
    marks: tuple[ShortMark, ...]
    spots: tuple[ShortSpot, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The search: the files with what can be found, by kind, and how much there is of each."""

    shards: tuple[str, ...]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of the release to take away: its path on the site, what is in it, its size in bytes and its hash."""

    path: str
    what: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class DataPage:
    """What the release holds and what was held back."""

    files: tuple[DataFile, ...]
    withheld: Mapping[str, int]
    inputs: str
