"""Titles: the headline of a text, only where it is convincing; a document without a title keeps none."""

import re
from collections.abc import Collection

from testimonia.capture.blocks import Block
from testimonia.capture.dates import date_pattern
from testimonia.capture.word_lists import load_list, phrases

MAX_TITLE_WORDS = 30
"""The longest headlines that news pages print; a longer first line is a sentence of the text."""

BODY_WORDS = 25
"""Words from which a block is body text and the head of the document is over."""

_HEADING = re.compile(r"#{1,2}\s+(?P<words>.*?)\s*#*$")
_FILE_NAME = re.compile(r"\S+\.(?:docx?|pdf|indd|qxd|odt|rtf|pptx?|html?|txt)$|^[\w-]*\d[\w-]*$", re.IGNORECASE)
_DECORATED = re.compile(r"^(?:[:*=~_•|#-]{2,}|\W{3,})|(?:[:*=~_|-]{2,})$")


def is_convincing(title: str) -> bool:
    """Say whether a title that a file states of itself is one, and not what a program wrote there.

    Args:
        title: The title in the file's metadata.

    Returns:
        False for "Microsoft Word - draft3.doc", a file name, and a title without letters.

    Example:
        >>> is_convincing("Microsoft Word - final.doc"), is_convincing("Ceasefire in Bougainville")
        (False, True)
    """
    words = " ".join(title.split())
    if not re.search(r"[^\W\d_]{2}", words) or len(words.split()) > 2 * MAX_TITLE_WORDS or _FILE_NAME.search(words):
        return False
    lower = words.lower()
    if lower.startswith(tuple(load_list("publication")["junk_beginnings"])):
        return False
    for junk in load_list("publication")["junk_titles"]:
        if lower == junk or (lower.startswith(junk) and not lower[len(junk) :][:2].strip().isalpha()):
            return False
    return True


def head_of(blocks: list[Block]) -> list[Block]:
    """Return the blocks before the body of the text begins.

    Args:
        blocks: The blocks of a text.

    Returns:
        The short blocks at the top; empty where the text begins with its body or has none.
    """
    for number, block in enumerate(blocks):
        if block.count >= BODY_WORDS or (block.count >= BODY_WORDS // 2 and block.ends_a_sentence):
            return blocks[:number]
    return []


def read_title(blocks: list[Block], *, taken: Collection[int], issued: bool) -> str | None:
    """Read the headline at the top of a text.

    Args:
        blocks: The blocks of the text.
        taken: Starts of blocks that are something else: a byline, a date line, a menu, the issuer of a statement.
        issued: Whether the text is a statement with a letterhead, whose headline stands below that.

    Returns:
        The headline in its own words; None where the first line is none.
    """
    for block in blocks[:5]:
        heading = _HEADING.match(block.words)
        if heading is not None and heading["words"]:
            return heading["words"]
    head = head_of(blocks)
    candidates = [block for block in head if block.start not in taken and _could_be(block)]
    if issued:
        below = [
            block
            for block in candidates
            if block.count >= 4 and block.start > min(taken, default=-1) and not _NUMBERED.fullmatch(block.words)
        ]
        full = next((block.words for block in below if _STATEMENT_BY.match(block.words) is None), None)
        return full or (below[0].words if below else None)
    first = next((block for block in head if block.start not in taken), None)
    return _without_date(first.words) if first is not None and first in candidates else None


def _without_date(words: str) -> str | None:
    """Take off a date that stands behind a headline on its line."""
    dated = list(date_pattern().finditer(words))
    if not dated or dated[-1].end() < len(words):
        return words
    return words[: dated[-1].start()].rstrip(" ,|–—-:•") or None


_NUMBERED = re.compile(
    phrases(tuple(load_list("publication")["statement_words"])).pattern + r"\W*(?:no|n|nr|number|№)?\W*\d+\W*", re.IGNORECASE
)
_STATEMENT_BY = re.compile(
    phrases(tuple(load_list("publication")["statement_words"])).pattern + r"[^.]{0,20}?\b(?:by|of|from|de|del|du)\b", re.IGNORECASE
)


def _could_be(block: Block) -> bool:
    words = block.words
    if "\n" in words and block.count > MAX_TITLE_WORDS // 2:
        return False
    if (
        not is_convincing(words)
        or not 2 <= block.count <= MAX_TITLE_WORDS
        or words[-1] in ".,;:"
        or words[0] in "([©•"
        or _DECORATED.search(words)
    ):
        return False
    return bool(re.search(r"[^\W\d_]{3}", words)) and "http" not in words and "|" not in words
