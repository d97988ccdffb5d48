"""Web Annotations: quotations with a body of codebook terms.

Follows: W3C Web Annotation Data Model (2017). A body holds our fields with the prefix `tm:` or without; a body that only tags words with a
kind of entity names something. Selectors may be one, a list, or one refined by another.
"""

from collections.abc import Iterator
from typing import Any

from testimonia.model.kinds import ENTITY_KINDS
from testimonia.model.problem import Problem
from testimonia.review.codings.sheet import Entry, Row, Sheet, nearest, unreadable

_SELECTORS = 8
"""How deep selectors may refine one another."""
_KEPT = (
    "predicate",
    "polarity",
    "when",
    "when_mode",
    "when_basis",
    "stance",
    "mode",
    "status",
    "recurrent",
    "subject",
    "object",
    "figures",
    "initiator",
    "target",
    "where",
    "responsibility",
    "note",
)


def sheet_of_annotations(held: Any, *, name: str, sha256: str) -> Sheet:
    """Take annotations apart.

    Args:
        held: A page, a collection, an annotation or a list of them, as JSON has it.
        name: The file's name.
        sha256: That of the file.

    Returns:
        The sheet.
    """
    claims: dict[str, Entry] = {}
    events: dict[str, Entry] = {}
    entities: list[Entry] = []
    problems: list[Problem] = []
    for place, annotation in _annotations(held):
        if not isinstance(annotation, dict):
            problems.append(unreadable(name, place, "an annotation is an object"))
            continue
        fields, tags = _bodies(annotation)
        span = _span(annotation)
        record = _own(annotation, "record")
        key = record if isinstance(record, str) else place
        row = {**fields, "evidence": [span], **({"id": record} if isinstance(record, str) else {})}
        if "predicate" in fields or "type" in fields:
            kept = claims if "predicate" in fields else events
            if key in kept:
                row = {**row, "evidence": [*kept[key].row["evidence"], span]}
            kept[key] = Entry(name, place, row)
        elif tags:
            entities += [Entry(name, place, {"kind": tag, "name": span.get("quote"), "document": span.get("document")}) for tag in tags]
        else:
            problems.append(unreadable(name, place, f"no body holds a term of the codebook; {nearest('', ('predicate', *ENTITY_KINDS))}"))
    return Sheet(name, sha256, (), tuple(entities), tuple(claims.values()), tuple(events.values()), problems=tuple(problems))


def is_annotation(held: Any) -> bool:
    """Say whether JSON holds annotations.

    Args:
        held: What it holds.

    Returns:
        True if an annotation, or a page or collection of them, is there.
    """
    first = held[0] if isinstance(held, list) and held else held
    if not isinstance(first, dict):
        return False
    context = first.get("@context")
    said = [context] if isinstance(context, str) else context if isinstance(context, list) else []
    return any(isinstance(one, str) and "/ns/anno" in one for one in said) or (
        "target" in first and ("body" in first or "motivation" in first)
    )


def _annotations(held: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(held, dict) and isinstance(held.get("first"), dict):
        held = held["first"]
    if isinstance(held, dict) and isinstance(held.get("items"), list):
        yield from ((f"items[{number}]", one) for number, one in enumerate(held["items"]))
    elif isinstance(held, list):
        yield from ((f"[{number}]", one) for number, one in enumerate(held))
    else:
        yield "the annotation", held


def _own(held: Row, field: str) -> Any:
    """Give a field of ours, written with our prefix or without."""
    return held.get(f"tm:{field}", held.get(field))


def _bodies(annotation: Row) -> tuple[dict[str, Any], list[str]]:
    bodies = annotation.get("body")
    fields: dict[str, Any] = {}
    tags: list[str] = []
    for body in bodies if isinstance(bodies, list) else [bodies]:
        if not isinstance(body, dict):
            continue
        value = body.get("value")
        if isinstance(value, str) and value in ENTITY_KINDS and body.get("purpose") in ("tagging", "classifying", None):
            tags.append(value)
        fields |= _fields(body)
        if isinstance(value, dict):
            fields |= _fields(value)
    return fields, tags


def _fields(body: Row) -> dict[str, Any]:
    held = {field: _own(body, field) for field in _KEPT if f"tm:{field}" in body or field in body}
    event = body.get("tm:type", body.get("event_type"))
    if event is not None:
        held["type"] = event
    for slot in ("subject", "object"):
        named = _own(body, f"{slot}Name")
        if named is not None:
            held[slot] = named
    value = {field.partition("value_")[2]: said for field, said in body.items() if "value_" in field}
    if value:
        held["value"] = value
    voices = _own(body, "voices")
    if voices is not None:
        held["attribution"] = voices
    if isinstance(held.get("figures"), list):
        held["figures"] = [
            {field.removeprefix("tm:"): said for field, said in one.items()} if isinstance(one, dict) else one for one in held["figures"]
        ]
    return held


def _span(annotation: Row) -> dict[str, Any]:
    target = annotation.get("target")
    target = target[0] if isinstance(target, list) and target else target
    span: dict[str, Any] = {}
    if isinstance(target, str):
        span["document"] = target
    elif isinstance(target, dict):
        source = target.get("source", target.get("id"))
        span["document"] = source.get("id") if isinstance(source, dict) else source
        _select(target.get("selector"), span, _SELECTORS)
    document = _own(annotation, "document")
    if isinstance(document, str):
        span["document"] = document
    return span


def _select(selector: Any, span: dict[str, Any], depth: int) -> None:
    if depth == 0:
        return
    for one in selector if isinstance(selector, list) else [selector]:
        if not isinstance(one, dict):
            continue
        if one.get("type") == "TextQuoteSelector":
            span |= {"quote": one.get("exact"), "prefix": one.get("prefix"), "suffix": one.get("suffix")}
        elif one.get("type") == "TextPositionSelector":
            span |= {"start": one.get("start"), "end": one.get("end")}
        _select(one.get("refinedBy"), span, depth - 1)
