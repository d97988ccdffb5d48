"""Pair quotation marks within a paragraph, whatever their shape, balanced or not."""

import re
from dataclasses import dataclass

_MARK = re.compile('[“”«»„"]')
_OPENING = {"“": "”", "«": "»", "„": "“"}
MINIMUM_WORDS = 4
"""Quotations of fewer words are names, nicknames or words held at a distance; they carry no claim of their own."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks; `open` tells that the paragraph ends first, so that the next one goes on in the same voice."""

    start: int
    end: int
    open: bool = False


def find_quotations(text: str, *, start: int, end: int) -> list[Quotation]:
    """Find the quotations of a paragraph.

    Args:
        text: The document's text.
        start: First code point of the paragraph.
        end: One past its last code point.

    Returns:
        Outermost quotations in text order; one left open runs to the end of the paragraph.

    Example:
        >>> [(q.start, q.end) for q in find_quotations('He said: "We left."', start=0, end=19)]
        [(9, 19)]
    """
    found: list[Quotation] = []
    closing: str | None = None
    begun = start
    for match in _MARK.finditer(text, start, end):
        at, mark = match.start(), match.group()
        if closing is None:
            if mark in _OPENING:
                closing, begun = _OPENING[mark], at
            elif mark == '"':
                closing, begun = '"', at
        elif mark == closing or (closing == "”" and mark == "“" and not text[at + 1 : at + 2].isalnum()):
            found.append(Quotation(begun, at + 1))
            closing = None
    if closing is not None:
        found.append(Quotation(begun, end, open=True))
    return found


def is_speech(text: str, quotation: Quotation) -> bool:
    """Say whether a quotation is long enough to carry what somebody says.

    Args:
        text: The document's text.
        quotation: A quotation in it.

    Returns:
        False for names and single words in quotation marks.
    """
    return len(text[quotation.start : quotation.end].split()) >= MINIMUM_WORDS
