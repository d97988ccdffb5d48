"""Biographies: the notes on authors at the end of a text, told from paragraphs about people in the report."""

import re
from functools import cache

from testimonia.capture.blocks import Block
from testimonia.capture.word_lists import any_of, load_list, phrases
from testimonia.model.document import Marked

LAST = 8
"""Blocks at the end among which such notes stand; comment prompts, tags and share lines may follow them."""

OPENING_WORDS = 16
"""Words after the name within which the role must come: "is an Italian writer and the managing editor of"."""

MAX_WORDS = 130
"""Words of the longest notes; a profile of a person in a report is longer or has several paragraphs."""

_NAME = r"[^\W\da-z_][\w'’.-]*(?:\s+(?:(?:de|del|da|van|von|der|bin|ibn|al|el|la)\s+)*[^\W\da-z_][\w'’.-]*){0,4}"
_OPENING = re.compile(
    rf"(?P<dash>[–—*_•-]+\s*)?(?:(?:About the authors?|The (?:author|writer)|Author|About)\s*:?\s*)?(?P<name>{_NAME})[*_]*\s*,?\s*"
    r"(?:\(@\w+\)\s*)?(?:is|was|has been|are|works|writes|covers|reports|teaches|serves|lives)\s"
)
_ABOUT = re.compile(
    r"(?:about the (?:author|writer|contributor)s?|(?:the )?(?:author|writer) (?:is|was|works|writes)\b.*)", re.IGNORECASE | re.DOTALL
)
_GOES_ON = re.compile(r"[–—*_\s]*(?:He|She|They|Her|His|Their|Follow|Twitter|@\w+|You can (?:follow|find|reach)|Email)\b")


def mark_biographies(blocks: list[Block], *, author: str | None) -> list[Marked]:
    """Mark notes on the author among the last blocks.

    A paragraph that opens "Name is a ..." with a writer's role is such a note if the name is the author's, a dash or asterisk stands before
    it, or it says what only such notes say ("her work has appeared in"). "Name is a journalist who was arrested in March" is testimony and
    stays.

    Args:
        blocks: The blocks of the text.
        author: The author as the byline or the metadata names her; None where not known.

    Returns:
        Marks of the kind `biography`, in order.
    """
    marked: list[Marked] = []
    for block in blocks[max(1, len(blocks) - LAST) :]:
        reason = _why(block, author) if block.count <= MAX_WORDS else None
        if reason is None and marked and marked[-1].kind == "biography" and _continues(block):
            reason = "goes on about the author"
        if reason is not None:
            marked.append(Marked(block.start, block.end, "biography", reason))
    return marked


def _why(block: Block, author: str | None) -> str | None:
    if _ABOUT.fullmatch(block.words):
        return "a note on the author"
    found = _OPENING.match(block.words)
    if found is None:
        return None
    opening = " ".join(block.words[found.end() :].split()[:OPENING_WORDS])
    role = any_of("biographies", "roles").search(opening)
    name = found["name"].strip()
    if author is not None and len(name.split()) > 1 and _folded(name) in _folded(author) and (role is not None or _cues(block.words)):
        return f"a note on the author, {name}, whom the byline names"
    if role is None:
        return None
    if found["dash"] is not None:
        return f"a note on the author, {name}, set off by a mark: “{role.group()}”"
    cues = _cues(block.words)
    return f"a note on the author, {name}: “{role.group()}”, “{cues[0]}”" if cues and not _is_news(block.words) else None


def _cues(words: str) -> list[str]:
    return [found.group() for found in any_of("biographies", "cues").finditer(words)]


def _is_news(words: str) -> bool:
    """Say whether a paragraph tells what happened to somebody, or quotes her, as reports do and notes on authors do not."""
    return _news().search(words) is not None


@cache
def _news() -> re.Pattern[str]:
    return re.compile(rf"[“\"]|{phrases(tuple(load_list('biography_news')['words'])).pattern}", re.IGNORECASE)


def _continues(block: Block) -> bool:
    return block.count <= MAX_WORDS // 2 and _GOES_ON.match(block.words) is not None and not _is_news(block.words)


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace(".", " ").split())
