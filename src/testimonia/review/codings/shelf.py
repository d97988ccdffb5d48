"""Shelf: which document a coder means, and where in it their quotation stands."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from testimonia.model.document import Document
from testimonia.review.codings.sheet import Entry, Row, refuse

_HINTS = ("id", "sha256", "path", "url", "title")
_LONGEST = 20_000
"""Code points of a quotation beyond which none is looked for with other white space: nobody quotes so much as the shortest passage."""


@dataclass(frozen=True, slots=True)
class Located:
    """Where a quotation stands, and in words why not where it was said to stand; None where it is as stated."""

    start: int
    end: int
    moved: str | None = None


class Shelf:
    """The documents of a knowledge base, found as a coder calls them: by identifier, hash, path, address or title."""

    def __init__(self, documents: Iterable[Document]) -> None:
        """Put documents on the shelf.

        Args:
            documents: With or without their texts.
        """
        self._by: dict[str, dict[str, None]] = {}
        for document in documents:
            origin = document.origin.replace("\\", "/")
            ends = [origin[at + 1 :] for at, character in enumerate(origin) if character == "/"]
            called = {document.id, f"urn:testimonia:{document.id}", document.sha256, origin, *ends}
            for name in (*called, document.url, document.title):
                if name:
                    self._by.setdefault(name, {})[document.id] = None

    def find(self, reference: object, hints: Mapping[str, Entry]) -> str:
        """Find the document that a coder means.

        Args:
            reference: How a row calls it.
            hints: What the coder's file says of its documents, by the name that its rows call them.

        Returns:
            The document's identifier.

        Raises:
            RefusedError: None answers, or more than one.
        """
        if reference is None and len(hints) == 1:
            reference = next(iter(hints))  # a file on a single document need not name it in every row
        if not isinstance(reference, str) or not reference:
            raise refuse("document_not_named", "no document is named", "name the document by identifier, path, hash or title")
        entry = hints.get(reference)
        names = [] if entry is None else [entry.row[hint] for hint in _HINTS if isinstance(entry.row.get(hint), str)]
        ends = [name.replace("\\", "/").rpartition("/")[2] for name in (reference, *names)]
        several: list[str] = []
        for name in (reference, *names, *ends):
            found = list(self._by.get(name.replace("\\", "/"), self._by.get(name, {})))
            if len(found) == 1:
                return found[0]
            several = several or found
        if several:
            what = f"{reference[:120]!r} may be {' or '.join(several[:4])}"
            raise refuse("document_ambiguous", what, "name the document by its identifier")
        remedy = "build the knowledge base with that document, or name it by identifier, path, hash or title"
        raise refuse("document_unknown", f"no document of the knowledge base is {reference[:120]!r}", remedy)


def locate(text: str, span: Row) -> Located:
    """Find a quotation in a document, verbatim but for white space.

    Args:
        text: The document's text.
        span: `quote`, and as far as known `start`, `end` (code points), `prefix` and `suffix`.

    Returns:
        Where it stands. Where it stands elsewhere than stated the offsets are corrected; of several the one whose surroundings are as
        stated, then the nearest to the stated place, then the first.

    Raises:
        RefusedError: The words do not stand in the text, or there are none.
    """
    quote, start, end = span.get("quote"), span.get("start"), span.get("end")
    quote = quote.strip() if isinstance(quote, str) else quote
    there = type(start) is int and type(end) is int and 0 <= start < end <= len(text)
    if not quote:
        if there and isinstance(start, int) and isinstance(end, int) and text[start:end].strip():
            return _trimmed(text, start, end)
        raise refuse("no_words", "no words are quoted", "quote the shortest passage that says it, as the document has it")
    if not isinstance(quote, str):
        raise refuse("no_words", "the quotation is no text", "quote the shortest passage that says it, as the document has it")
    if there and isinstance(start, int) and isinstance(end, int) and text[start:end].strip() == quote:
        return _trimmed(text, start, end)
    found = places(text, quote)
    if not found:
        what = f"{quote[:120]!r} does not stand in the document"
        raise refuse("not_in_text", what, "quote the words exactly as the document has them; look them up with: testimonia search KB WORDS")
    chosen = _chosen(text, found, span, start if type(start) is int else None)
    if type(start) is not int:
        return Located(*chosen, None if len(found) == 1 else f"the words stand there {len(found)} times; {chosen[0]} was taken")
    at = "the only place" if len(found) == 1 else f"the nearest of {len(found)} places"
    return Located(*chosen, f"the words do not stand at {start}; they were taken at {chosen[0]}, {at} where they do")


def places(text: str, words: str, *, whole: bool = False) -> list[tuple[int, int]]:
    """Find every place where words stand, verbatim but for white space.

    Args:
        text: The text.
        words: The words.
        whole: Only where no letter or digit stands on either side.

    Returns:
        Half-open spans in order.
    """
    parts = words.split()
    if not parts or len(words) > _LONGEST:
        return []
    pattern = r"\s+".join(map(re.escape, parts))
    if whole:
        pattern = (r"(?<!\w)" if words.strip()[0].isalnum() else "") + pattern + (r"(?!\w)" if words.strip()[-1].isalnum() else "")
    return [match.span() for match in re.finditer(pattern, text)]


def _chosen(text: str, found: list[tuple[int, int]], span: Row, start: int | None) -> tuple[int, int]:
    before, after = span.get("prefix"), span.get("suffix")

    def rank(place: tuple[int, int]) -> tuple[int, int]:
        fits = isinstance(before, str) and bool(before) and text[: place[0]].endswith(before)
        fits_after = isinstance(after, str) and bool(after) and text.startswith(after, place[1])
        return (-(fits + fits_after), 0 if start is None else abs(place[0] - start))

    return min(found, key=rank)


def _trimmed(text: str, start: int, end: int) -> Located:
    held = text[start:end]
    return Located(start + len(held) - len(held.lstrip()), end - len(held) + len(held.rstrip()))
