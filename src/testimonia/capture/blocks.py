"""Blocks: the paragraphs of a text with their offsets, whether each stands on one line or is broken over several.

Web pages saved as text have one paragraph a line; PDFs and mails break a paragraph over many lines and leave a blank line between two.
Which of the two a text is, is read from the text: where lines go on in lower case without an end mark, they are broken.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

BROKEN_SHARE = 0.25
"""Share of neighbouring lines that must read as one broken sentence before lines are joined; one paragraph a line has almost none."""

FULL_SHARE = 0.7
"""Share of lines followed directly by another that must be full, in a text without a longer line, before they are joined."""

_END_MARKS = '.!?:;"”’»)…؟。'


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or other run of text without the white space around it; `text[start:end]` is `words`."""

    start: int
    end: int
    words: str

    @property
    def count(self) -> int:
        """The number of words, as white space parts them."""
        return len(self.words.split())

    @property
    def ends_a_sentence(self) -> bool:
        """Whether the last character is a mark that ends a sentence."""
        return self.words[-1] in _END_MARKS


@dataclass(frozen=True, slots=True)
class Found:
    """Something read from the text and the span that says it."""

    value: str
    start: int
    end: int


def split_blocks(text: str) -> list[Block]:
    """Split a text into its paragraphs.

    Args:
        text: The text as captured.

    Returns:
        Blocks in order, none empty; no two overlap and nothing but white space stands between them.

    Example:
        >>> [block.words for block in split_blocks("Title\\n\\nFirst.\\nSecond.")]
        ['Title', 'First.', 'Second.']
    """
    lines = split_lines(text)
    if not _is_broken(lines, text):
        return lines
    blocks: list[Block] = []
    for line in lines:
        if blocks and text.count("\n", blocks[-1].end, line.start) == 1 and _goes_on(blocks[-1], line):
            start = blocks[-1].start
            blocks[-1] = Block(start, line.end, text[start : line.end])
        else:
            blocks.append(line)
    return blocks


def split_lines(text: str) -> list[Block]:
    """Split a text into its lines.

    Args:
        text: The text as captured.

    Returns:
        One block for each line that is not blank, in order.
    """
    found = []
    for line in re.finditer(r"[^\n]+", text):
        words = line.group().strip()
        if words:
            start = line.start() + len(line.group()) - len(line.group().lstrip())
            found.append(Block(start, start + len(words), words))
    return found


def outside_quotations(words: str) -> str:
    """Blank out what stands in quotation marks, so that what somebody is quoted as saying is not taken for the page's own voice.

    Args:
        words: A paragraph.

    Returns:
        A text of the same length with spaces for the quoted words and their marks; an opening mark without a closing one blanks to the end.
    """
    return _QUOTED.sub(lambda found: " " * len(found.group()), words)


_QUOTED = re.compile(r"“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|(?<!\w)\"[^\"]*(?:\"|$)|(?<!\w)‘[^’]{12,}?’(?!\w)", re.DOTALL)


def _is_broken(lines: list[Block], text: str) -> bool:
    """Say whether paragraphs are broken over lines: many go on in lower case, or (in capitals, in Arabic) nearly all are equally full."""
    pairs = [(one, two) for one, two in pairwise(lines) if text.count("\n", one.end, two.start) == 1]
    if not pairs:
        return False
    going_on = sum(1 for one, two in pairs if two.words[0].islower() and not one.ends_a_sentence)
    full = sum(1 for one, _ in pairs if _FULL_LINE <= one.end - one.start <= _LONGEST_BROKEN)
    longest = max(line.end - line.start for line in lines)
    return going_on >= BROKEN_SHARE * len(pairs) or (full >= FULL_SHARE * len(pairs) and len(pairs) >= 3 and longest <= _LONGEST_BROKEN)


def _goes_on(block: Block, line: Block) -> bool:
    """Join a line to the block before it unless that one is a short finished line, as headings and list entries are."""
    last = block.words.rsplit("\n", 1)[-1]
    if line.words[0].islower():
        return True
    return len(last) >= _FULL_LINE


_FULL_LINE = 55
"""Characters above which a line was broken because it was full; books and mails break at 60 to 80."""

_LONGEST_BROKEN = 100
"""Characters of the longest lines into which programs break text."""
