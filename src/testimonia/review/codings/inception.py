"""INCEpTION: UIMA CAS as JSON, one document an object, with layers of spans and of relations.

Follows: the JSON of Apache UIMA CAS 0.4 (`%FEATURE_STRUCTURES`, references as `@Governor` and `@Dependent`); the older form (`_views`,
`_referenced_fss`) is read as well. A span's or relation's term stands in its feature `label`, `value` or `kind`. Offsets count units of
UTF-16.
"""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from testimonia.review.codings.sheet import Entry, Row, Sheet, unreadable
from testimonia.review.codings.spans import Link, Marked, Rows, Span, rows_of

_TERM = ("label", "value", "kind")
_NOT_MARKED = ("Sentence", "Token", "DocumentAnnotation", "DocumentMetaData", "Sofa", "TagsetDescription", "Lemma", "POS")


def sheet_of_inception(documents: list[Any], *, name: str, sha256: str) -> Sheet:
    """Take an export of INCEpTION apart.

    Args:
        documents: The objects of the file: one, or one a line.
        name: The file's name, by which a document is known that has no name of its own.
        sha256: That of the file.

    Returns:
        The sheet.
    """
    rows, hints = Rows(), []
    for number, held in enumerate(documents):
        place = f"document {number + 1}"
        structures = dict(_structures(held))
        text = next((one["sofaString"] for one in structures.values() if isinstance(one.get("sofaString"), str)), None)
        if text is None:
            rows.problems.append(unreadable(name, place, "there is no text (sofaString); export the document with its text"))
            continue
        document = f"{place} of {name}"
        hints.append(Entry(name, place, {"id": document, "path": _called(structures, name), "sha256": _sha(text)}))
        spans, links = _marks(structures, text, (place, name, rows))
        rows_of(Marked(name, place, document, text, spans, links), rows)
    held_rows = (tuple(rows.entities), tuple(rows.claims), tuple(rows.events))
    return Sheet(name, sha256, tuple(hints), *held_rows, problems=tuple(rows.problems))


def is_inception(held: Any) -> bool:
    """Say whether JSON is a CAS.

    Args:
        held: What it holds.

    Returns:
        True if it has feature structures, in the newer form or the older one.
    """
    return isinstance(held, dict) and ("%FEATURE_STRUCTURES" in held or "_views" in held)


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _structures(held: Any) -> Iterator[tuple[str, Row]]:
    """Every structure with its identifier and its `%TYPE`."""
    if not isinstance(held, dict):
        return
    listed = held.get("%FEATURE_STRUCTURES")
    for number, one in enumerate(listed if isinstance(listed, list) else []):
        if isinstance(one, dict):
            yield str(one.get("%ID", f"#{number}")), one
    referenced, views = held.get("_referenced_fss"), held.get("_views")
    for made, one in (referenced if isinstance(referenced, dict) else {}).items():
        if isinstance(one, dict):
            yield str(made), {"%TYPE": one.get("_type", ""), **one}
    for view in (views if isinstance(views, dict) else {}).values():
        for kind, members in (view if isinstance(view, dict) else {}).items():
            for number, one in enumerate(members if isinstance(members, list) else []):
                if isinstance(one, dict):
                    yield f"{kind}#{number}", {"%TYPE": kind, **one}


def _called(structures: Mapping[str, Row], name: str) -> str:
    for one in structures.values():
        if _type(one).endswith("DocumentMetaData"):
            for key in ("documentTitle", "documentId", "documentUri"):
                if isinstance(one.get(key), str) and one[key]:
                    return str(one[key])
    return name.removesuffix(".json").removesuffix(".jsonl")


def _type(one: Row) -> str:
    said = one.get("%TYPE")
    return said if isinstance(said, str) else ""


def _term(one: Row) -> str | None:
    return next((str(one[key]) for key in _TERM if isinstance(one.get(key), str)), None)


def _marks(structures: Mapping[str, Row], text: str, at: tuple[str, str, Rows]) -> tuple[tuple[Span, ...], tuple[Link, ...]]:
    place, name, rows = at
    units = _units(text)
    spans, links = [], []
    for made, one in structures.items():
        start, end, term = one.get("begin"), one.get("end"), _term(one)
        ends = [one.get(f"@{side}", one.get(side)) for side in ("Governor", "Dependent")]
        features = {key: said for key, said in one.items() if key[:1] not in "%@" and key not in ("begin", "end", "sofa", *_TERM)}
        if None not in ends:
            if term is not None:
                links.append(Link(f"{place}, structure {made}", str(ends[0]), str(ends[1]), term, features))
            else:
                rows.problems.append(unreadable(name, f"{place}, structure {made}", "this relation has no label"))
        elif type(start) is int and type(end) is int and term is not None and not _type(one).endswith(_NOT_MARKED):
            spans.append(Span(made, units.get(start, -1), units.get(end, -1), term, features))
    return tuple(spans), tuple(links)


def _units(text: str) -> dict[int, int]:
    """From offsets in UTF-16 units to those in code points."""
    found, at = {}, 0
    for place, character in enumerate(text):
        found[at] = place
        at += 2 if ord(character) > 0xFFFF else 1
    return found | {at: len(text)}
