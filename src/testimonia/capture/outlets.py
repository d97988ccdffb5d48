"""Outlets: who published a text before (republication notices, agency credits), and who publishes it (an outlet in brackets at the end)."""

import re
from functools import cache
from itertools import pairwise

from testimonia.capture.blocks import Block, Found, outside_quotations
from testimonia.capture.dates import date_pattern
from testimonia.capture.word_lists import load_list

EDGE = 12
"""Blocks at the top and at the end in which a notice may stand; "first published in" within the text is a statement about another text."""

END = 5
"""Blocks at the end in which an agency or an outlet may sign."""

_TOKEN = r"(?:[A-ZÀ-ÞĀ-Ž0-9][\w&'’.-]*|[^\W\d_a-zA-Zà-ÿ][^\s,.;:()]*)"
_LINK = r"(?:of|the|and|for|de|del|la|las|los|le|les|du|des|el|al|in|on|a|der|die|y|et|&|-|–)"
_NAME = rf"{_TOKEN}(?:\s+(?:{_LINK}\s+){{0,3}}{_TOKEN})*"
_DOMAIN = r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?"
_MEDIUM = r"(?:website|site|blog|pages|newspaper|magazine|news agency|news site|journal|weekly|daily|online magazine)"
_OUTLET = (
    rf"(?-i:(?:the\s+)?(?:{_MEDIUM}\s+(?:of\s+)?(?:the\s+)?)?"
    rf"[\"“‘'*_]*(?P<outlet>{_NAME}|{_DOMAIN})[\"”’'*_]*)"
)


def original_outlet(blocks: list[Block]) -> Found | None:
    """Read from a notice at the top or the end where a text was published before.

    Args:
        blocks: The blocks of the text.

    Returns:
        The outlet's name and the span of the notice; None where there is no notice.

    Example:
        >>> from testimonia.capture.blocks import split_blocks
        >>> original_outlet(split_blocks("This story first appeared in Rappler on 3 May 2020.")).value
        'Rappler'
    """
    edges = blocks if len(blocks) <= 2 * EDGE else blocks[:EDGE] + blocks[-EDGE:]
    for block in edges:
        for sentence in _sentences(block):
            for pattern in _sentence_patterns():
                found = pattern.search(outside_quotations(sentence.words) if sentence.words[0] in '“"«' else sentence.words)
                name = None if found is None else _outlet_name(found["outlet"])
                if name is not None:
                    return Found(name, sentence.start, sentence.end)
        for pattern in _line_patterns() if block.count <= EDGE else ():
            found = pattern.fullmatch(block.words.strip(" ()[]*_.—–-"))
            name = None if found is None else _outlet_name(found["outlet"])
            if name is not None:
                return Found(name, block.start, block.end)
    return None


def agency_credit(blocks: list[Block]) -> Found | None:
    """Read which news agency or other outlet a text is credited to, in its dateline, its byline or its last lines.

    An outlet that is on no list is taken from a dateline alone, and only where its name ends as outlets' names do.

    An agency within a photograph's credit, a sentence or "with reporting by" is no credit of the text.

    Args:
        blocks: The blocks of the text.

    Returns:
        The agency's full name and the span of the credit; None where no agency is credited.

    Example:
        >>> from testimonia.capture.blocks import split_blocks
        >>> agency_credit(split_blocks("KINSHASA, Nov 3 (Reuters) - The army said on Friday it had left the town.")).value
        'Reuters'
    """
    for block in blocks[: EDGE // 2]:
        for pattern in _top_credits():
            found = pattern.match(block.words)
            if found is not None:
                return Found(_agencies()[found["agency"]], block.start + found.start("credit"), block.start + found.end("credit"))
    for block in blocks[: EDGE // 2]:
        outlet = _OUTLET_IN_DATELINE.match(block.words)
        if outlet is not None and outlet["outlet"].split()[-1] in load_list("republication")["media_words"]:
            return Found(outlet["outlet"], block.start + outlet.start("credit"), block.start + outlet.end("credit"))
    for block in blocks[-END:]:
        found = _last_credit().search(block.words)
        if found is not None and not _PHOTOGRAPH.search(block.words):
            return Found(_agencies()[found["agency"]], block.start + found.start("credit"), block.start + found.end("credit"))
    return None


def outlet_in_brackets(blocks: list[Block]) -> Found | None:
    """Read an outlet that signs in brackets on a line of its own at the end, as in "(The Daily Example)".

    Args:
        blocks: The blocks of the text.

    Returns:
        The outlet's name and the span of the line; None where there is none, or the brackets hold an agency, a number or an editor's
        remark.
    """
    for before, block in reversed(list(pairwise(blocks[-END - 1 :]))):
        found = _BRACKETED.fullmatch(block.words)
        if (
            found is None
            or block.count > 6
            or not before.ends_a_sentence
            or found["outlet"] in _agencies()
            or date_pattern().search(block.words)
        ):
            continue
        first = found["outlet"].split()[0].lower()
        if not any(character.isdigit() for character in first) and first not in load_list("publication")["remarks"]:
            return Found(found["outlet"], block.start, block.end)
    return None


_OUTLET_IN_DATELINE = re.compile(rf"[^\W\da-z_][^\n()]{{1,60}}?\s*(?P<credit>\(\s*(?P<outlet>{_NAME})\s*\))\s*[-–—:]")
_BRACKETED = re.compile(rf"\(\s*(?P<outlet>{_NAME})\s*\)\.?")
_PHOTOGRAPH = re.compile(r"\b(?:photo|photograph|image|picture|file|video|reporting|editing|writing)\b", re.IGNORECASE)


def _sentences(block: Block) -> list[Block]:
    """Split a block at sentence ends followed by a capital; good enough for notices, which are short and plain."""
    found, start = [], 0
    for end in re.finditer(r"(?<=[^A-Z][.!?])[\"”')\]]*\s+(?=[\"“(\[]?[A-Z])", block.words):
        found.append((start, end.start()))
        start = end.end()
    found.append((start, len(block.words)))
    return [Block(block.start + one, block.start + two, block.words[one:two]) for one, two in found if two > one]


def _compile(pattern: str) -> re.Pattern[str]:
    lists = load_list("republication")
    nouns = "|".join(re.escape(noun) for noun in sorted(lists["nouns"], key=len, reverse=True))
    languages = rf"(?:\s+in\s+(?:{'|'.join(lists['languages'])}))?"
    filled = pattern.replace("{noun}", f"(?:{nouns})").replace("{language}", languages).replace("{outlet}", _OUTLET)
    return re.compile(filled, re.IGNORECASE)


@cache
def _sentence_patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(_compile(pattern) for pattern in load_list("republication")["patterns"])


@cache
def _line_patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(_compile(pattern) for pattern in load_list("republication")["lines"])


def _outlet_name(words: str) -> str | None:
    """Clean a name from what follows it, and refuse what is none: a month, a language, a weekday, a year."""
    name = re.split(rf"\s+(?:on|in)\s+(?=\d|{date_pattern().pattern})", words, maxsplit=1, flags=re.IGNORECASE)[0]
    dated = date_pattern().search(name)
    if dated is not None:
        name = name[: dated.start()]
    name = re.sub(r"\s+(?:on|in|and|of|the|for)$", "", name.strip(" ,.;:-–'’\"“”*_"))
    name = re.sub(r"^(?:https?://)?(?:www\.)?", "", name).split("/")[0] if "." in name and " " not in name else name
    lists = load_list("republication")
    first = name.split(" ")[0] if name else ""
    if not name or first.isdigit() or first in lists["not_outlets"] or name in lists["languages"]:
        return None
    return (
        None if first.lower() in {month for names in load_list("months").values() for month in names} and len(name.split()) == 1 else name
    )


@cache
def _agencies() -> dict[str, str]:
    return {form: name for name, forms in load_list("agencies").items() for form in forms}


def _any_agency() -> str:
    return "|".join(re.escape(form) for form in sorted(_agencies(), key=len, reverse=True))


@cache
def _top_credits() -> tuple[re.Pattern[str], ...]:
    agency = rf"(?P<agency>{_any_agency()})"
    place = r"[^\W\da-z_][^\n()]{1,60}?"
    return (
        re.compile(rf"{place}\s*(?P<credit>\({agency}\))\s*[-–—:]"),  # KINSHASA, Nov 3 (Reuters) -
        re.compile(rf"{place}\s*[-–—]+\s*(?P<credit>\({agency}\))"),  # BAMAKO -- (AFP)
        re.compile(rf"(?P<credit>\({agency}\))\s*[-–—:]"),  # (AP) —
        re.compile(rf"(?P<credit>(?:by\s+|By\s+|BY\s+)?(?:the\s+|The\s+)?{agency})\s*(?:[|,•-].{{0,40}})?$"),  # By Reuters
    )


@cache
def _last_credit() -> re.Pattern[str]:
    return re.compile(rf"(?:[.!?”\"’]\s*|^)(?P<credit>(?:\(|[-–—]+\s*)?(?P<agency>{_any_agency()})\)?)\.?$")
