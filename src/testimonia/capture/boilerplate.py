"""Boilerplate: which spans of a text are no testimony about the subject, each with its kind and the reason; nothing is cut out.

Order, which decides where two would overlap: reference lists, appeals, fixed phrases of web pages, menus, notes on authors, notices of
publication (byline, date line, republication, the outlet in brackets).
"""

import re
from collections.abc import Iterator

from testimonia.capture.appeals import mark_appeals
from testimonia.capture.biographies import mark_biographies
from testimonia.capture.blocks import Block, split_blocks, split_lines
from testimonia.capture.bylines import read_byline
from testimonia.capture.fixed_phrases import mark_fixed
from testimonia.capture.outlets import agency_credit, original_outlet, outlet_in_brackets
from testimonia.capture.references import mark_references
from testimonia.capture.word_lists import load_list
from testimonia.model.document import Marked

MENU_LINES = 4
"""Lines from which a run of short lines at an edge of the text can be a menu."""

MENU_WORDS = 4
"""Words that a line of a menu has at most."""

MENU_SHARE = 0.5
"""Share of a run's lines that must be words of menus; letterheads and lists of names have next to none."""


def mark_boilerplate(text: str, *, author: str | None = None, publisher: str | None = None) -> tuple[Marked, ...]:
    """Mark the spans of a text that are no testimony about its subject.

    Titles, captions and quotations stay unmarked: they speak about the subject.

    Args:
        text: The text as captured.
        author: The author, by whom notes on her are known; None where not known.
        publisher: The publisher, None where not known.

    Returns:
        Marks in the order of the text, none overlapping another, each a span without white space at its ends.

    Example:
        >>> [mark.kind for mark in mark_boilerplate("Calm returned to Goma.\\n\\nBe the first to comment")]
        ['comment_prompt']
    """
    blocks = split_blocks(text)
    lines = split_lines(text)
    fixed = list(mark_fixed(lines))
    kept: list[Marked] = []
    for mark in (
        *mark_references(lines),
        *mark_appeals(blocks, publisher=publisher),
        *fixed,
        *_menus(lines),
        *mark_biographies(_unmarked_tail(blocks, fixed), author=author),
        *_notices(blocks),
    ):
        if not any(other.start < mark.end and mark.start < other.end for other in kept):
            kept.append(mark)
    return tuple(sorted(kept, key=lambda mark: mark.start))


def _menus(lines: list[Block]) -> Iterator[Marked]:
    """Yield runs of short lines at the top and the end of which half are words of menus, and single lines that list such words."""
    words = frozenset(load_list("menu_words")["words"])
    for run in (_short_run(lines), _short_run(lines[::-1])[::-1]):
        known = sum(1 for line in run if _plain(line.words) in words)
        if len(run) >= MENU_LINES and known >= MENU_SHARE * len(run):
            first = next(number for number, line in enumerate(run) if _plain(line.words) in words)
            last = max(number for number, line in enumerate(run) if _plain(line.words) in words)
            yield Marked(
                run[first].start, run[last].end, "menu", f"a run of {last - first + 1} short lines, {known} of them words of menus"
            )
    for line in lines:
        parts = [_plain(part) for part in re.split(r"\s*[|·•»›/]\s*|\s{2,}|\t", line.words) if part.strip()]
        known = sum(1 for part in parts if part in words)
        if len(parts) >= MENU_LINES and known >= MENU_SHARE * len(parts):
            yield Marked(line.start, line.end, "menu", f"a line of {len(parts)} entries, {known} of them words of menus")


def _short_run(lines: list[Block]) -> list[Block]:
    run: list[Block] = []
    for line in lines:
        if line.count > MENU_WORDS or line.words[-1] in ".!?":
            break
        run.append(line)
    return run


def _plain(words: str) -> str:
    return words.strip(" *_|·•>»–—-#[]").casefold()


def _unmarked_tail(blocks: list[Block], marks: list[Marked]) -> list[Block]:
    """Leave out what fixed phrases cover, so that notes on authors are counted from the end of the text proper."""
    fixed = [mark for mark in marks if mark.kind != "caption_credit"]
    return [block for block in blocks if not any(mark.start <= block.start and block.end <= mark.end for mark in fixed)]


def _notices(blocks: list[Block]) -> Iterator[Marked]:
    byline, notice = read_byline(blocks), original_outlet(blocks)
    credit, bracketed = agency_credit(blocks), outlet_in_brackets(blocks)
    if byline is not None:
        yield Marked(byline.start, byline.end, "notice", f"a byline: {byline.value}")
    if notice is not None:
        yield Marked(notice.start, notice.end, "notice", f"says that the text was published elsewhere: {notice.value}")
    if credit is not None:
        yield Marked(credit.start, credit.end, "notice", f"a news agency's credit: {credit.value}")
    if bracketed is not None:
        yield Marked(bracketed.start, bracketed.end, "notice", f"the outlet's own name in brackets: {bracketed.value}")
