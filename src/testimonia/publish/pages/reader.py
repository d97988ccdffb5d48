"""Reader: a document's text with the words that claims rest on, and the claims beside them.

A long text is shown in windows; claims are numbered through the whole document, so that a number means the same in every window and under
every filter.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from testimonia.model.claim import Claim
from testimonia.model.document import Document, Marked
from testimonia.model.event import EventReport
from testimonia.model.kinds import PREDICATES
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.shown import ShownClaim, shown_claim, title_of
from testimonia.publish.pages.windows import window_at, windows_of

Said = Claim | EventReport
STATUSES = ("disputed", "several witnesses", "undated", "not reviewed", "reviewed", "denied or did not happen")
"""What the filter by status knows."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of the text of which the same holds everywhere.

    `claims` are those whose words it is part of; `notes` the numbers of claims whose words end with it; `anchor` is set where words of a
    claim begin. `boilerplate` says why it is no testimony, None where it is; `is_voice` marks words that name a voice.
    """

    start: int
    text: str
    claims: tuple[str, ...] = ()
    notes: tuple[tuple[int, str], ...] = ()
    anchor: bool = False
    boilerplate: str | None = None
    is_voice: bool = False
    is_disputed: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """One choice of a filter and how many claims it leaves."""

    value: str
    number: int


@dataclass(frozen=True, slots=True)
class Numbered:
    """A claim or report with its number in the document."""

    number: int
    claim: ShownClaim


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asks of a document: a place in code points, and filters, each empty for everything."""

    at: int = 0
    what: str = ""
    voice: str = ""
    status: str = ""

    @property
    def is_filtered(self) -> bool:
        """Whether something is left out."""
        return bool(self.what or self.voice or self.status)


@dataclass(frozen=True, slots=True)
class ReaderPage:
    """What the reader shows: where the document comes from, one window of its text, and the claims in it.

    `total` counts all claims and reports of the document that the lens leaves, `shown` those that the filters leave. `windows` are the
    places at which the windows begin, `window` is the number of the one shown. `predicates` are what a claim made by
    hand may say.
    """

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
    length: int
    segments: tuple[Segment, ...]
    claims: tuple[Numbered, ...]
    total: int
    shown: int
    asked: Asked
    whats: tuple[Facet, ...]
    voices: tuple[Facet, ...]
    statuses: tuple[Facet, ...]
    windows: tuple[int, ...]
    window: int
    predicates: tuple[str, ...] = PREDICATES


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    claim: str
    number: int
    is_disputed: bool
    is_voice: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    """A record with its number and its identifier, which is a hash over all of it and so worked out once."""

    number: int
    key: str
    record: Said
    traits: frozenset[str]


def reader_page(catalogue: Catalogue, document: Document, records: Iterable[Said], *, asked: Asked) -> ReaderPage:
    """Show a document and what was read from it.

    Args:
        catalogue: Where everything is, at least the document's part of it.
        document: The document, with its text.
        records: Its claims and reports that are to be shown, in any order.
        asked: The place and the filters.

    Returns:
        The page, with the window in which the place lies.
    """
    placed = sorted(((record.evidence[0].start, record.evidence[0].end, record.id), record) for record in records)
    entries = [_Entry(number, place[2], record, _traits(catalogue, place[2], record)) for number, (place, record) in enumerate(placed, 1)]
    left = [entry for entry in entries if _passes(catalogue, entry, asked)]
    windows = windows_of(document.text)
    here = window_at(windows, asked.at)
    low, high = windows[here]
    inside = [entry for entry in left if any(span.start < high and low < span.end for span in entry.record.evidence)]
    return ReaderPage(
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
        length=len(document.text),
        segments=segments_of(document.text, (low, high), spans=_spans(catalogue, inside), marked=document.marked, places=(asked.at,)),
        claims=tuple(Numbered(entry.number, shown_claim(catalogue, entry.record)) for entry in inside),
        total=len(entries),
        shown=len(left),
        asked=asked,
        whats=_facets(_what(entry.record) for entry in entries),
        voices=_facets(_innermost(catalogue, entry.record) for entry in entries),
        statuses=_facets(trait for entry in entries for trait in entry.traits),
        windows=tuple(start for start, _ in windows),
        window=here,
    )


def segments_of(
    text: str, window: tuple[int, int], *, spans: Iterable[_Span], marked: Iterable[Marked] = (), places: Iterable[int] = ()
) -> tuple[Segment, ...]:
    """Cut a window of a text where anything begins or ends.

    Args:
        text: The whole text.
        window: Start and end of the window, half-open, in code points.
        spans: Words that claims rest on, and words that name voices.
        marked: Spans of boilerplate.
        places: Further places that need an anchor.

    Returns:
        Segments in order; together they are the window.
    """
    low, high = window
    spans = sorted((span for span in spans if span.start < high and low < span.end), key=lambda span: (span.start, span.end, span.number))
    marked = [mark for mark in marked if mark.start < high and low < mark.end]
    anchors = {span.start for span in spans if not span.is_voice} | {place for place in places if low < place < high}
    edges = {low, high, *anchors, *(end for span in spans for end in (span.start, span.end))}
    edges |= {end for mark in marked for end in (mark.start, mark.end)}
    cuts = sorted(edge for edge in edges if low <= edge <= high)
    return tuple(_segments(text, cuts, spans, marked, anchors))


def _segments(text: str, cuts: list[int], spans: list[_Span], marked: list[Marked], anchors: set[int]) -> Iterable[Segment]:
    """Sweep over the cuts with the spans that are open, so that many spans cost no more than their number."""
    waiting, open_spans = list(reversed(spans)), list[_Span]()
    for start, end in pairwise(cuts):
        while waiting and waiting[-1].start <= start:
            open_spans.append(waiting.pop())
        open_spans = [span for span in open_spans if span.end > start]
        said = [span for span in open_spans if not span.is_voice]
        ends = dict.fromkeys((span.number, span.claim) for span in said if span.end == end or (end == cuts[-1] and span.end > end))
        yield Segment(
            start=start,
            text=text[start:end],
            claims=tuple(dict.fromkeys(span.claim for span in said)),
            notes=tuple(sorted(ends)),
            anchor=start in anchors,
            boilerplate=next((mark.reason for mark in marked if mark.start <= start and end <= mark.end), None),
            is_voice=any(span.is_voice for span in open_spans),
            is_disputed=any(span.is_disputed for span in said),
        )


def _spans(catalogue: Catalogue, entries: Iterable[_Entry]) -> list[_Span]:
    spans = []
    for entry in entries:
        disputed = entry.key in catalogue.disputed
        spans += [_Span(span.start, span.end, entry.key, entry.number, disputed) for span in entry.record.evidence]
        for voice in entry.record.attribution.voices:
            if voice.start is not None and voice.end is not None:
                spans.append(_Span(voice.start, voice.end, entry.key, entry.number, disputed, is_voice=True))
    return spans


def _what(record: Said) -> str:
    return record.predicate if isinstance(record, Claim) else record.type


def _innermost(catalogue: Catalogue, record: Said) -> str:
    return catalogue.knowledge.name_of(catalogue.knowledge.who(record.attribution.voices[-1]))


def _traits(catalogue: Catalogue, key: str, record: Said) -> frozenset[str]:
    denied = record.polarity == "denied" if isinstance(record, Claim) else record.status != "happened"
    proposed = catalogue.knowledge.review_of(key) == "proposed"
    holds = (
        key in catalogue.disputed,
        any(made.witnesses > 1 for made in catalogue.agreed.get(key, ())),
        record.when is None,
        proposed,
        not proposed,
        denied,
    )
    return frozenset(status for status, held in zip(STATUSES, holds, strict=True) if held)


def _passes(catalogue: Catalogue, entry: _Entry, asked: Asked) -> bool:
    if asked.what and _what(entry.record) != asked.what:
        return False
    if asked.voice and _innermost(catalogue, entry.record) != asked.voice:
        return False
    return not asked.status or asked.status in entry.traits


def _facets(values: Iterable[str]) -> tuple[Facet, ...]:
    counted = Counter(values)
    return tuple(Facet(value, number) for value, number in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))
