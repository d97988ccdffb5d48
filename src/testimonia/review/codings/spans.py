"""Spans and links: what tools for marking text export, as rows.

A span's label is a kind of entity (it names something), an event type (`ASSAULT` or `ASSAULT:firearms`) or a predicate (it anchors a
claim). A link's label is a predicate, from subject to object, or a slot (`initiator`, `target`, `where`, `responsibility`, `subject`,
`object`, `voice`), from the anchor to what fills it. What a claim or report rests on reaches from the first of its spans to the last.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from testimonia.model.kinds import ENTITY_KINDS, EVENT_TYPES, PREDICATES
from testimonia.model.problem import Problem
from testimonia.review.codings.sheet import Entry, nearest, unreadable
from testimonia.text.names import fold_name

SLOTS = ("initiator", "target", "where", "responsibility", "subject", "object", "voice")
WORDS = ("words", "value", "voice")
"""Labels of spans that name nobody: they fill slots and values as words."""
_FEATURES = ("when", "when_mode", "when_basis", "stance", "polarity", "mode", "status", "recurrent", "note")
_VALUE = ("text", "low", "high", "unit", "role", "lang")


@dataclass(frozen=True, slots=True)
class Span:
    """Marked words: where, with what label, and what else the tool says of them."""

    id: str
    start: int
    end: int
    label: str
    features: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Link:
    """A relation from one span to another."""

    place: str
    source: str
    target: str
    label: str
    features: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Marked:
    """A document as a tool exports it: how it is called, its text, and what was marked in it."""

    origin: str
    place: str
    document: str
    text: str
    spans: tuple[Span, ...]
    links: tuple[Link, ...] = ()


@dataclass(slots=True)
class Rows:
    """Rows gathered from marked documents."""

    entities: list[Entry] = field(default_factory=list)
    claims: list[Entry] = field(default_factory=list)
    events: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def rows_of(marked: Marked, rows: Rows) -> None:
    """Turn what was marked in a document into rows.

    Args:
        marked: The document with its spans and links.
        rows: Where they go.
    """
    spans = {span.id: span for span in marked.spans if _is_sound(span, marked, rows)}
    fillers: dict[str, list[Link]] = {}
    for link in marked.links:
        if link.source not in spans or link.target not in spans:
            rows.problems.append(unreadable(marked.origin, link.place, "this relation joins a span that is not there"))
        elif link.label in PREDICATES:
            rows.claims.append(_related(marked, spans[link.source], spans[link.target], link))
        elif link.label in SLOTS:
            fillers.setdefault(link.source, []).append(link)
        else:
            what = f"{link.label!r} is no predicate and no slot; {nearest(link.label, (*PREDICATES, *SLOTS))}"
            rows.problems.append(unreadable(marked.origin, link.place, what))
    for span in spans.values():
        entry_at = f"{marked.place}, {span.start}-{span.end}"
        if span.label in ENTITY_KINDS:
            rows.entities.append(Entry(marked.origin, entry_at, _entity(marked, span)))
        elif span.label.partition(":")[0] in EVENT_TYPES:
            rows.events.append(Entry(marked.origin, entry_at, _event(marked, span, fillers.get(span.id, ()), spans)))
        elif span.label in PREDICATES:
            rows.claims.append(Entry(marked.origin, entry_at, _anchored(marked, span, fillers.get(span.id, ()), spans)))


def _is_sound(span: Span, marked: Marked, rows: Rows) -> bool:
    at = f"{marked.place}, {span.start}-{span.end}"
    if not 0 <= span.start < span.end <= len(marked.text):
        rows.problems.append(unreadable(marked.origin, at, "this span lies outside the text"))
        return False
    allowed = (*ENTITY_KINDS, *EVENT_TYPES, *PREDICATES, *WORDS)
    if span.label.partition(":")[0] in allowed:
        return True
    rows.problems.append(unreadable(marked.origin, at, f"{span.label[:80]!r} is no term of the codebook; {nearest(span.label, allowed)}"))
    return False


def _entity(marked: Marked, span: Span) -> dict[str, Any]:
    words = marked.text[span.start : span.end]
    return {
        "id": _key(marked, span),
        "kind": span.label,
        "name": words,
        "role": span.features.get("role"),
        "document": marked.document,
    }


def _key(marked: Marked, span: Span) -> str:
    """One thing for all spans of one name in a document, or for all that the tool says are one (`entity`)."""
    named = span.features.get("entity") or span.features.get("identifier")
    return named if isinstance(named, str) else f"{marked.document}#{span.label}#{fold_name(marked.text[span.start : span.end])}"


def _filled(marked: Marked, span: Span) -> str:
    return _key(marked, span) if span.label in ENTITY_KINDS else marked.text[span.start : span.end]


def _evidence(marked: Marked, spans: Sequence[Span]) -> list[dict[str, Any]]:
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return [{"document": marked.document, "start": start, "end": end, "quote": marked.text[start:end]}]


def _said(features: Mapping[str, Any]) -> dict[str, Any]:
    held = {name: features[name] for name in _FEATURES if features.get(name) is not None}
    value = {name: features[name] for name in _VALUE if features.get(name) is not None}
    return held | ({"value": value} if value else {})


def _related(marked: Marked, source: Span, target: Span, link: Link) -> Entry:
    row = {"predicate": link.label, "subject": _filled(marked, source), "evidence": _evidence(marked, (source, target))} | _said(
        link.features
    )
    words = marked.text[target.start : target.end]
    if target.label in ENTITY_KINDS:
        row["object"] = _filled(marked, target)
    elif "value" not in row:
        row["value"] = {"role": words} if link.label == "has_role" else {"text": words}
    return Entry(marked.origin, link.place, row)


def _slots(marked: Marked, links: Iterable[Link], spans: Mapping[str, Span]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for link in links:
        found.setdefault("attribution" if link.label == "voice" else link.label, []).append(_filled(marked, spans[link.target]))
    return found


def _event(marked: Marked, span: Span, links: Sequence[Link], spans: Mapping[str, Span]) -> dict[str, Any]:
    kind, _, mode = span.label.partition(":")
    row = {"type": kind, **({"mode": mode} if mode else {}), **_said(span.features)}
    row |= {name: filled for name, filled in _slots(marked, links, spans).items() if name not in ("subject", "object")}
    return row | {"evidence": _evidence(marked, (span, *(spans[link.target] for link in links)))}


def _anchored(marked: Marked, span: Span, links: Sequence[Link], spans: Mapping[str, Span]) -> dict[str, Any]:
    filled = _slots(marked, links, spans)
    row: dict[str, Any] = {"predicate": span.label, **_said(span.features)}
    row |= {name: filled[name][0] for name in ("subject", "object") if name in filled}
    if "attribution" in filled:
        row["attribution"] = filled["attribution"]
    return row | {"evidence": _evidence(marked, (span, *(spans[link.target] for link in links)))}
