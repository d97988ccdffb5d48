"""Bibliography: the documents of a release for reference managers, as BibTeX and as CSL-JSON.

Follows: BibTeX (`@misc`, since nothing says what sort of publication it was); CSL-JSON 1.0 (citationstyles.org).
"""

import re
from typing import Any, BinaryIO

from testimonia.publish.exports.losses import Loss, Losses
from testimonia.publish.exports.writing import json_bytes, one_line, write_members
from testimonia.publish.released import Released
from testimonia.publish.rows import Row

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The names of months that every BibTeX style knows."""
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)")
_SPECIAL = {
    **{char: f"\\{char}" for char in "&%$#_{}"},
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}
MAPPING = {
    "id": "the key",
    "title, publisher, author, url, language": "fields of the same meaning; author and publisher as one literal name",
    "published": "`year`, `month`, `day` (BibTeX); `issued` with parts, `circa` where approximate (CSL)",
    "original_publisher": "`note` (BibTeX); `original-publisher` (CSL)",
    "sha256, path": "`note`",
}
LOSSES = (
    Loss(
        "date",
        "flattened",
        "dates that are no year, month or day (intervals, decades)",
        "they stand in words: `note`, or `literal` of `issued`",
    ),
    Loss("type", "flattened", "what sort of publication it is", "a release does not say; `@misc` and `document`"),
    Loss("basis", "left out", "how the date is known (`published_basis`), format and length", "there is no field"),
    Loss("claims", "left out", "claims and event reports", "it is a list of documents"),
)


def write_bibtex(released: Released, file: BinaryIO, losses: Losses) -> None:
    """Write the documents as BibTeX.

    Args:
        released: The release.
        file: Where to.
        losses: Where what is left out is counted.
    """
    for document in _documents(released, losses):
        file.write(_entry(document, losses).encode("utf-8"))


def write_csl(released: Released, file: BinaryIO, losses: Losses) -> None:
    """Write the documents as CSL-JSON.

    Args:
        released: The release.
        file: Where to.
        losses: Where what is left out is counted.
    """
    file.write(b"[\n")
    write_members(file, (json_bytes(_item(document, losses)) for document in _documents(released, losses)))
    file.write(b"\n]\n")


def _documents(released: Released, losses: Losses) -> Any:
    losses.lose("claims", released.count("claims") + released.count("event_reports"))
    for document in released.documents():
        losses.wrote("documents")
        losses.lose("type")
        losses.lose("basis")
        yield document


def _entry(document: Row, losses: Losses) -> str:
    fields = [(name, _braced(document.get(name))) for name in ("title", "author", "publisher", "url", "language")]
    fields[1] = ("author", f"{{{_escaped(document['author'])}}}" if document.get("author") else None)
    notes = [f"sha256 {document['sha256']}"]
    if document.get("original_publisher"):
        notes.insert(0, f"First published by {document['original_publisher']}")
    found = _DAY.fullmatch(document.get("published") or "")
    if found is None or found.group(4):
        losses.lose("date", bool(document.get("published")))
        notes += [f"published {document['published']}"] if document.get("published") else []
    if found is not None:
        year, month, day, _ = found.groups()
        fields += [("year", year), ("day", day and str(int(day)))]
        fields += [("howpublished", None), ("month", MONTHS[int(month) - 1] if month and 1 <= int(month) <= len(MONTHS) else None)]
    fields.append(("note", _escaped("; ".join(notes))))
    # A month is a name that styles know, and so stands without braces.
    lines = [f"  {name} = {value if name == 'month' else '{' + value + '}'},\n" for name, value in fields if value]
    return f"@misc{{{_key(document['id'])},\n{''.join(lines)}}}\n\n"


def _braced(value: str | None) -> str | None:
    return _escaped(value) if value else None


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(char, char) for char in one_line(text))


def _key(identifier: str) -> str:
    return re.sub(r"[^A-Za-z0-9:_-]", "_", identifier)


def _item(document: Row, losses: Losses) -> dict[str, Any]:
    item: dict[str, Any] = {"id": document["id"], "type": "document"}
    for ours, theirs in (("title", "title"), ("publisher", "publisher"), ("url", "URL"), ("language", "language")):
        if document.get(ours):
            item[theirs] = one_line(document[ours])
    if document.get("author"):
        item["author"] = [{"literal": one_line(document["author"])}]
    if document.get("original_publisher"):
        item["original-publisher"] = one_line(document["original_publisher"])
    if document.get("published"):
        item["issued"] = _issued(document["published"], losses)
    item["note"] = f"sha256 {document['sha256']}; {one_line(document['path'])}"
    return item


def _issued(published: str, losses: Losses) -> dict[str, Any]:
    found = _DAY.fullmatch(published)
    if found is None:
        losses.lose("date")
        return {"literal": one_line(published)}
    issued: dict[str, Any] = {"date-parts": [[int(part) for part in found.groups()[:3] if part]]}
    return {**issued, "circa": True} if found.group(4) else issued
