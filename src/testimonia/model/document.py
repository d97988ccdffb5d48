"""Document: captured text with where it came from, when and from whom; never altered afterwards."""

from dataclasses import dataclass
from typing import Literal

MarkKind = Literal[
    "menu",
    "appeal",
    "biography",
    "caption_credit",
    "comment_prompt",
    "share_prompt",
    "subscription",
    "legal",
    "reference_list",
    "related_link",
    "notice",
]
DateBasis = Literal["sidecar", "metadata", "text", "unknown"]


@dataclass(frozen=True, slots=True)
class Marked:
    """A span of the text that is no testimony about the subject, with the reason; it stays in the text."""

    start: int
    end: int
    kind: MarkKind
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """What the register says of a publisher. Unknown stays None; nothing is guessed from the name.

    `kind` as the codebook's lens uses it: belligerent, party_of_a_side, state, independent_media, partisan_media, encyclopaedia, ngo,
    intergovernmental, academic, anonymous. `side` names the party that the publisher speaks for. `country` is ISO 3166-1 alpha-2.
    """

    name: str
    kind: str | None = None
    side: str | None = None
    country: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A captured text and its origin.

    `id` is `d-` and 16 digits of the SHA-256 of the bytes (with the member or row where one file holds several). `text` is what every
    offset counts, in code points. `published` is EDTF, `published_basis` says how it is known. `language` is BCP 47. `format` is a media
    type. `original_publisher` is set where the text is a republication; the two are not independent.
    """

    id: str
    origin: str
    sha256: str
    format: str
    text: str
    title: str | None = None
    publisher: str | None = None
    original_publisher: str | None = None
    author: str | None = None
    published: str | None = None
    published_basis: DateBasis = "unknown"
    language: str | None = None
    url: str | None = None
    encoding: str | None = None
    marked: tuple[Marked, ...] = ()

    def is_marked(self, start: int, end: int) -> bool:
        """Say whether any part of a span is marked as boilerplate.

        Args:
            start: First code point of the span.
            end: One past its last code point.

        Returns:
            True if the span overlaps a marked one.
        """
        return any(mark.start < end and start < mark.end for mark in self.marked)
