"""doccano: one document a line of JSON, with spans and relations between them.

Both of its exports are read: `label` as lists of start, end and label, and `entities` with `relations`.
"""

import hashlib
from typing import Any

from testimonia.review.codings.key import parse_json
from testimonia.review.codings.sheet import Entry, Row, Sheet, unreadable
from testimonia.review.codings.spans import Link, Marked, Rows, Span, rows_of

_NAMED = ("document", "filename", "file", "path", "doc_id", "source", "title")


def sheet_of_doccano(text: str, *, name: str, sha256: str) -> Sheet:
    """Take an export of doccano apart.

    Args:
        text: JSON Lines.
        name: The file's name.
        sha256: That of the file.

    Returns:
        The sheet. A document is known by a field such as `document` or `filename`, there or in `meta`, and else by the hash of its text.
    """
    rows, documents = Rows(), []
    for number, line in enumerate(text.split("\n"), 1):
        place = f"line {number}"
        if not line.strip():
            continue
        try:
            held = parse_json(line)
        except ValueError as error:
            rows.problems.append(unreadable(name, place, f"it is no JSON ({error})"))
            continue
        body = None if not isinstance(held, dict) else next((held[key] for key in ("text", "data") if isinstance(held.get(key), str)), None)
        if body is None:
            rows.problems.append(unreadable(name, place, "there is no text"))
            continue
        document = f"{place} of {name}"
        hint = {"id": document, "sha256": hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest(), **_called(held)}
        documents.append(Entry(name, place, hint))
        rows_of(Marked(name, place, document, body, _spans(held, rows, (name, place)), _links(held, rows, (name, place))), rows)
    held_rows = (tuple(rows.entities), tuple(rows.claims), tuple(rows.events))
    return Sheet(name, sha256, tuple(documents), *held_rows, problems=tuple(rows.problems))


def is_doccano(held: Any) -> bool:
    """Say whether a line of JSON is one of doccano's.

    Args:
        held: What it holds.

    Returns:
        True if it has a text, and labels, entities or relations.
    """
    return (
        isinstance(held, dict)
        and any(isinstance(held.get(key), str) for key in ("text", "data"))
        and bool({"label", "labels", "entities"} & set(held))
    )


def _called(held: Row) -> dict[str, Any]:
    meta = held.get("meta")
    for source in (held, meta if isinstance(meta, dict) else {}):
        for key in _NAMED:
            if isinstance(source.get(key), str):
                return {"path": source[key]}
    return {}


def _spans(held: Row, rows: Rows, at: tuple[str, str]) -> tuple[Span, ...]:
    found = []
    for key in ("label", "labels", "entities"):
        listed = held.get(key)
        for number, one in enumerate(listed if isinstance(listed, list) else []):
            span = _span(one, f"{key}[{number}]")
            if span is None:
                rows.problems.append(unreadable(at[0], f"{at[1]}, {key}[{number}]", "a span has a start, an end and a label"))
            else:
                found.append(span)
    return tuple(found)


def _span(one: Any, number: str) -> Span | None:
    if isinstance(one, list) and len(one) == 3:
        start, end, label, made, features = one[0], one[1], one[2], number, {}
    elif isinstance(one, dict):
        start, end, label, made, features = one.get("start_offset"), one.get("end_offset"), one.get("label"), one.get("id", number), one
    else:
        return None
    if type(start) is not int or type(end) is not int or not isinstance(label, str):
        return None
    return Span(str(made), start, end, label, {key: said for key, said in features.items() if key not in ("id", "label")})


def _links(held: Row, rows: Rows, at: tuple[str, str]) -> tuple[Link, ...]:
    found = []
    listed = held.get("relations")
    for number, one in enumerate(listed if isinstance(listed, list) else []):
        place = f"{at[1]}, relations[{number}]"
        label = one.get("type", one.get("label")) if isinstance(one, dict) else None
        if not isinstance(one, dict) or not isinstance(label, str):
            rows.problems.append(unreadable(at[0], place, "a relation has from_id, to_id and type"))
            continue
        features = {key: said for key, said in one.items() if key not in ("id", "from_id", "to_id", "type", "label")}
        found.append(Link(place, str(one.get("from_id")), str(one.get("to_id")), label, features))
    return tuple(found)
