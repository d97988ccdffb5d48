"""Bylines and issuers: who wrote a text, and which body issued a statement."""

import re
from functools import cache

from testimonia.capture.blocks import Block, Found
from testimonia.capture.titles import head_of
from testimonia.capture.word_lists import load_list, phrases

TOP = 8
"""Blocks at the top among which a byline stands; below, "By" begins a sentence."""

MAX_ISSUER_WORDS = 14
"""Words of the longest bodies that issue statements ("General Command of the Armed Forces of ...")."""

_TOKEN = r"(?:(?:al|el|an|as|ad|ash|at|ar|az|d|l|o)[-'’])?[^\W\da-z_][\w'’.-]*"
_PERSON = rf"{_TOKEN}(?:\s+(?:(?:de|del|da|dos|van|von|der|den|bin|ibn|ould|al|el|la|di)\s+)*{_TOKEN}){{1,4}}"
_AND = r"\s+(?:and|AND|&|y|et|with)\s+"
_BYLINE = re.compile(
    r"(?:[*_]*)(?:[Bb]y|BY|[Pp]or|[Pp]ar|[Ww]ritten by|بقلم:?)\s*:?\s+"
    rf"(?P<names>{_PERSON}(?:,\s*{_PERSON}){{0,3}},?{_AND}{_PERSON}|{_PERSON})"
    r"(?P<rest>(?:\s*[,|–—•*_-].{0,80}|\s+(?:in|IN|at|for|FOR|of)\s+.{1,60})?)$"
)
_LETTERHEAD = re.compile(r"^[\W_]*(?P<name>[^\W_].*?)[\W_]*$", re.DOTALL)


def read_byline(blocks: list[Block]) -> Found | None:
    """Read the author from a line such as "By Jane Doe in Bamako".

    Args:
        blocks: The blocks of the text.

    Returns:
        The names as written, without place or date, and the span of the line; None where there is no such line near the top.

    Example:
        >>> from testimonia.capture.blocks import split_blocks
        >>> read_byline(split_blocks("Calm returns to Goma\\n\\nBy Amina Okello and Jean de Witte | 3 May 2021")).value
        'Amina Okello and Jean de Witte'
    """
    for block in blocks[:TOP]:
        found = _BYLINE.fullmatch(block.words)
        if found is None or (block.ends_a_sentence and not block.words.endswith((".", ")"))):
            continue
        if not _is_nobody(found["names"]):
            return Found(found["names"].strip(" ,"), block.start, block.end)
    return None


def read_issuer(blocks: list[Block]) -> Found | None:
    """Read from the head of a statement which body issues it.

    "Communiqué issued by", "Statement by" and the like, with the name on the same line or the next; else, where the head holds such a word,
    the letterhead on the first line if it returns among the last lines as a signature.

    Args:
        blocks: The blocks of the text.

    Returns:
        The body's name as written, and the span of the line that names it; None where the text is no statement.
    """
    head = head_of(blocks)
    for link in load_list("publication")["issuer_links"]:
        for number, block in enumerate(head):
            found = _issued(link).search(block.words)
            if found is None or (link not in load_list("publication")["sure_links"] and not _opens_line(block.words[: found.start()])):
                continue
            after = block.words[found.end() :].strip(" :")
            named = block if after else (head[number + 1] if number + 1 < len(head) else None)
            name = None if named is None else _body_name(after or named.words)
            if named is not None and name is not None:
                return Found(name, named.start, named.end)
    return _letterhead(head, blocks)


def _is_nobody(names: str) -> bool:
    lower = names.lower()
    return lower in load_list("publication")["not_bylines"] or any(
        form == names for forms in load_list("agencies").values() for form in forms
    )


@cache
def _issued(link: str) -> re.Pattern[str]:
    """Match a word for a statement, what may stand between ("No. 5", a date), and the link to who issues it."""
    statement = phrases(tuple(load_list("publication")["statement_words"])).pattern
    loose = " " in link or link == "by"
    between = r"(?:[^\n.:;]|\bn[or]\.){0,40}?" if loose else r"\s+"
    return re.compile(rf"{statement}{between}\b{re.escape(link)}(?!\w)", re.IGNORECASE)


def _body_name(words: str) -> str | None:
    """Clean a name from decoration and article, and refuse what is a sentence, a topic or a date."""
    first_line = words.strip().split("\n")[0]
    found = _LETTERHEAD.match(first_line)
    if found is None:
        return None
    name = re.split(r"\s+(?:on|regarding|concerning|about|following|at|sobre|in response)\s+", found["name"].strip(), maxsplit=1)[0]
    name = re.sub(r"^(?:the|el|la|le|les|los)\s+", "", name, flags=re.IGNORECASE).strip(" ,.")
    plain = [word for word in name.split() if word[0].islower() and word not in load_list("publication")["small_words"]]
    if not name or len(name.split()) > MAX_ISSUER_WORDS or plain or not name[0].isalpha() or re.search(r"\d{4}", name):
        return None
    return name


def _opens_line(before: str) -> bool:
    """Say whether a word for a statement opens its line: "Joint statement by" does, "A statement by" is a headline about one."""
    words = before.split()
    return len(words) <= 2 and not any(word.lower() in load_list("publication")["headline_openings"] for word in words)


def _letterhead(head: list[Block], blocks: list[Block]) -> Found | None:
    """Take the first line for the issuer where the head says "statement" and the same name signs at the end."""
    statement = phrases(tuple(load_list("publication")["statement_words"]))
    if not head or not any(block.count <= 8 and statement.search(block.words) for block in head):
        return None
    name = _body_name(head[0].words)
    if name is None or statement.search(head[0].words) or len(name.split()) < 2:
        return None
    tail = [block for block in blocks[-6:] if block.start > head[-1].start]
    signed = any(name.lower() in block.words.lower() and block.count <= MAX_ISSUER_WORDS for block in tail)
    return Found(name, head[0].start, head[0].end) if signed else None
