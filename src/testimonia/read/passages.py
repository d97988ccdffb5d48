"""Cut a document into passages: headings, prose, list items, letterhead lines.

A passage is what the parser sees at once. Lines wrapped by a page's width are one passage; lines of a web page are a passage each.
Boilerplate marked by `capture/` yields no passage, so it can yield no claim.
"""

import re
from dataclasses import dataclass
from typing import Literal

from testimonia.model.document import Document
from testimonia.read.boxes import find_facts, unmarked_lines

PassageKind = Literal["heading", "prose", "item", "box"]
"""`box` is a value of a fact box that no mark sets apart; only its names and its label tell something."""
HEADING_WORDS = 14
"""A line of at most so many words without end punctuation is taken for a heading; longer ones were sentences cut short."""
WRAP_WIDTH = range(50, 121)
"""Widths at which page-wrapped lines end; measured as the 80th centile of line lengths."""

_LINE = re.compile(r"[^\n]*\n?")
_WIKI = re.compile(r"^\s*(={2,6})\s*(.+?)\s*\1\s*$")
_MARKDOWN = re.compile(r"^\s{0,3}(#{1,6})\s+(.+?)\s*#*\s*$")
_ITEM = re.compile(r"^\s*(?:[-*•‣▪–—]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+(?=\S)")
_LABEL = re.compile(r"^\s*(?:[A-H]|[IVX]{1,5})[.)]\s+(?=\S)(?![A-Z]\.)")
"""The letter or Roman numeral of a heading, "B. Armed groups"; only headings lose it, for a sentence may begin with an initial."""
_END = re.compile(r"[.!?…:;,]['\"”’»)\]]*\s*$")
_DATED = re.compile(r"\s*(?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+)?(?:1[89]|20)\d\d\s*:\s+\S")
"""A line that opens with a date tells what happened then, and heads nothing: "2003: 5,500 combatants"."""
_DATELINE = re.compile(r"^\s*[A-Z][A-ZÀ-Þ' .-]{2,30}(?:,\s*[\w. ]{1,30}){0,4}\s*(?:\([^()]{2,40}\)\s*)?[-–—]{1,2}\s+(?=[A-Z“\"])")
"""A news dateline, "BAMAKO, 5 April (Agency) -", tells where it was filed and not where anything happened."""
_UNDERLINE = re.compile(r"^\s*[=\-_*~#:|+]{3,}\s*$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text to be read at once, with offsets in code points; `level` orders headings, 1 highest."""

    start: int
    end: int
    kind: PassageKind
    level: int = 0


def cut_passages(document: Document) -> list[Passage]:
    """Cut a document's text into passages, leaving out what is marked as boilerplate.

    Args:
        document: The document, with `marked` spans.

    Returns:
        Passages in text order; none overlaps a marked span.

    Example:
        >>> text = "== History ==\\nIt split in 1969."
        >>> [p.kind for p in cut_passages(Document("d", "t", "0", "text/plain", text))]
        ['heading', 'prose']
    """
    lines = _lines(document.text)
    wrapped = _is_wrapped(document.text, lines)
    boxed = unmarked_lines(document.text, find_facts(document.text))
    passages: list[Passage] = []
    run: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(lines):
        line = document.text[start:end]
        blank = not line.strip() or _UNDERLINE.match(line) is not None or start in boxed
        if blank or (run and not (wrapped and _continues(document.text, run[-1], (start, end)))):
            _close(document.text, run, passages, last=number >= len(lines) - 1)
            run = []
        if start in boxed and boxed[start][0] < boxed[start][1]:
            passages.append(Passage(*boxed[start], "box"))
        if not blank:
            run.append((start, end))
    _close(document.text, run, passages, last=True)
    return [clear for passage in passages for clear in _clear_of_marks(document, passage)]


def _lines(text: str) -> list[tuple[int, int]]:
    """Give the offsets of every line, without its line break."""
    found = []
    for match in _LINE.finditer(text):
        if match.end() > match.start():
            end = match.end() - (1 if match.group().endswith("\n") else 0)
            found.append((match.start(), end))
    return found


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Say whether line breaks were set by a page's width and not by the author."""
    lengths = sorted(end - start for start, end in lines if text[start:end].strip())
    if len(lengths) < 4:
        return False
    width = lengths[int(len(lengths) * 0.8)]
    if width not in WRAP_WIDTH or lengths[-1] > width * 1.6:
        return False
    full = [(start, end) for start, end in lines if end - start > width * 0.7]
    unfinished = sum(not _END.search(text[start:end]) for start, end in full)
    return unfinished > 0.5 * len(full)


def _continues(text: str, last: tuple[int, int], this: tuple[int, int]) -> bool:
    """Say whether a line goes on from the one before, in a text whose lines are wrapped."""
    before, line = text[last[0] : last[1]], text[this[0] : this[1]]
    if _ITEM.match(line) or _WIKI.match(line) or _MARKDOWN.match(line) or _WIKI.match(before) or _MARKDOWN.match(before):
        return False
    return len(before.strip()) > 35 or line[:1].islower()


def _close(text: str, run: list[tuple[int, int]], passages: list[Passage], *, last: bool) -> None:
    """Turn a run of lines into a passage and append it."""
    if not run:
        return
    start, end = run[0][0], run[-1][1]
    line = text[start:end]
    for pattern in (_WIKI, _MARKDOWN):
        heading = pattern.match(line)
        if heading:
            passages.append(Passage(start + heading.start(2), start + heading.end(2), "heading", len(heading.group(1))))
            return
    item = _ITEM.match(line)
    if item:
        passages.append(Passage(start + item.end(), end, "item"))
        return
    words = line.split()
    label = _LABEL.match(line)
    is_heading = len(words) <= HEADING_WORDS and not _END.search(line.rstrip()) and not last and not _DATED.match(line)
    if not is_heading and line.rstrip().endswith(":") and len(words) <= 6:
        is_heading = True
    if is_heading and label is not None:
        start += label.end()
    dateline = _DATELINE.match(line)
    if dateline and not is_heading:
        start += dateline.end()
    passages.append(Passage(start, end, "heading" if is_heading else "prose", 3 if is_heading else 0))


def _clear_of_marks(document: Document, passage: Passage) -> list[Passage]:
    """Cut marked spans out of a passage; what is left may be nothing or several pieces."""
    pieces = [(passage.start, passage.end)]
    for mark in document.marked:
        nxt = []
        for start, end in pieces:
            if mark.end <= start or end <= mark.start:
                nxt.append((start, end))
                continue
            nxt += [(a, b) for a, b in ((start, mark.start), (mark.end, end)) if document.text[a:b].strip()]
        pieces = nxt
    return [Passage(start, end, passage.kind, passage.level) for start, end in pieces if start < end]
