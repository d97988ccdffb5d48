"""Turn words that people type into a question for the full-text index, and find them again in the text as captured."""

import re
from dataclasses import dataclass

from testimonia.model.document import Document
from testimonia.store.folding import fold, unfolded_offset
from testimonia.store.protocol import Hit

_PART = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w+")
_AROUND = 90
"""Characters of the text shown before and after the words found: about two lines of a terminal."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that must stand together, folded; the last may be the beginning of a word."""

    words: tuple[str, ...]
    beginning: bool = False


def wanted(query: str) -> tuple[Wanted, ...]:
    """Read what is looked for.

    Args:
        query: Words that must all occur; "words in quotation marks" stand together, and wor* finds what begins so.

    Returns:
        One entry for each word or phrase; empty where the query has no word.
    """
    parts = []
    for match in _PART.finditer(query):
        phrase, word = match.groups()
        words = tuple(_WORD.findall(fold(word if phrase is None else phrase)))
        if words:
            parts.append(Wanted(words, beginning=word is not None and word.endswith("*")))
    return tuple(parts)


def match_expression(parts: tuple[Wanted, ...]) -> str:
    """Write what is looked for in the language of SQLite's FTS5.

    Args:
        parts: What `wanted` read, at least one.

    Returns:
        An expression in which every word is quoted, so that none is taken for an operator.

    Example:
        >>> match_expression(wanted('peace "splinter group" neg*'))
        '"peace" AND "splinter group" AND "neg"*'
    """
    return " AND ".join(f'"{" ".join(part.words)}"' + ("*" if part.beginning else "") for part in parts)


def locate(document: Document, parts: tuple[Wanted, ...]) -> Hit:
    """Quote the place where the words stand.

    Args:
        document: A document in which they occur, with its text.
        parts: What `wanted` read.

    Returns:
        A hit around the first phrase or word found; around the beginning of the text where none is found word for word.
    """
    text = document.text
    folded = fold(text)
    found_start = found_end = 0
    # The longest phrase first: it says most about why this document was found.
    for part in sorted(parts, key=lambda part: -len(part.words)):
        found = re.search(r"(?<!\w)" + r"\W+".join(map(re.escape, part.words)) + ("" if part.beginning else r"(?!\w)"), folded)
        if found is not None:
            found_start, found_end = unfolded_offset(text, found.start()), unfolded_offset(text, found.end() - 1) + 1
            break
    start, end = max(0, found_start - _AROUND), min(len(text), found_end + _AROUND)
    start, end = _inwards(text, start, end, found_start=found_start, found_end=found_end)
    return Hit(document.id, document.origin, document.title, start, end, text[start:end], found_start, found_end)


def _inwards(text: str, start: int, end: int, *, found_start: int, found_end: int) -> tuple[int, int]:
    """Move the ends of an excerpt to the nearest white space inside it, so that it shows whole words."""
    while 0 < start < found_start and not text[start - 1].isspace():
        start += 1
    while found_end < end < len(text) and not text[end].isspace():
        end -= 1
    while start < found_start and text[start].isspace():
        start += 1
    while end > found_end and text[end - 1].isspace():
        end -= 1
    return start, end
