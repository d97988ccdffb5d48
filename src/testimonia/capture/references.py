"""Reference lists: the sections at the end of encyclopaedia articles, papers and reports that list sources and links."""

import re

from testimonia.capture.blocks import Block
from testimonia.capture.word_lists import load_list
from testimonia.model.document import Marked

CITATION_SHARE = 0.6
"""Share of the lines under a bare heading that must look like citations; wiki headings with their marks need no such proof."""

_HEADING = re.compile(r"(?P<marks>={2,6}|#{1,6})\s*(?P<words>[^=#].*?)\s*(?:={2,6}|#{1,6})?$")
_CITATION = re.compile(
    r"^\W{0,3}(?:\[?\d{1,3}[\].)]|\^|•|\*)|https?://|\bdoi:|\bISBN\b|\bRetrieved\b|\bAccessed\b|\bArchived\b|"
    r"\bIbid\b|\bet al\b|\bpp?\.\s?\d|\((?:\w+ )?(?:1[89]|20)\d\d\)|"
    r"(?:1[89]|20)\d\d[a-z]?\.?$|\bvol\.|\bno\.\s?\d"
)


def mark_references(lines: list[Block]) -> list[Marked]:
    """Mark the lists of references and links with their headings.

    Args:
        lines: The lines of the text.

    Returns:
        Marks of the kinds `reference_list` and `related_link`, in order.
    """
    marked: list[Marked] = []
    number = 0
    while number < len(lines):
        section = _section(lines, number)
        if section is None:
            number += 1
            continue
        end, mark = section
        marked.append(mark)
        number = end
    return marked


def _section(lines: list[Block], number: int) -> tuple[int, Marked] | None:
    """Return where the section that a line opens ends, and its mark; None where the line opens no such section."""
    heading = _HEADING.fullmatch(lines[number].words)
    name = (lines[number].words if heading is None else heading["words"]).strip(" :*_").casefold()
    lists = load_list("reference_headings")
    if name not in lists["references"] and name not in lists["links"]:
        return None
    if heading is not None:
        level = len(heading["marks"])
        end = next((later for later in range(number + 1, len(lines)) if _closes(lines[later], level)), len(lines))
    elif _cites(lines[number + 1 :]):
        end = len(lines)
    else:
        return None
    words = lines[number].words
    if name in lists["references"]:
        return end, Marked(lines[number].start, lines[end - 1].end, "reference_list", f"a list of references under “{words}”")
    return end, Marked(lines[number].start, lines[end - 1].end, "related_link", f"a list of links under “{words}”")


def _closes(line: Block, level: int) -> bool:
    heading = _HEADING.fullmatch(line.words)
    return heading is not None and len(heading["marks"]) <= level


def _cites(lines: list[Block]) -> bool:
    """Say whether most lines under a bare heading are citations; a section of prose called "Sources" has none."""
    return bool(lines) and sum(1 for line in lines if _CITATION.search(line.words)) >= CITATION_SHARE * len(lines)
