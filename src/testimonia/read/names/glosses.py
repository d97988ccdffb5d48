"""Names that a bracket or comma puts beside a body's name as another name of it.

"The X Y Z (Portuguese: A B C, Shortened)", "the X Y, in Arabic al-Z," and, the other way round than most texts, "the XYZ [Name in Full]".
That an acronym in brackets stands for the name before it is read elsewhere.
"""

import re
from functools import cache

from testimonia.read.lexicon import words_of
from testimonia.read.names.heads import is_body_noun
from testimonia.text.geography import is_country, is_place_name

FEWEST_WORDS = 3
"""Words from which a name in brackets after an acronym is taken for what the letters stand for, in whichever language."""
_WINDOW = 160
"""Code points before a name in which the bracket opens that it stands in."""
_OPENS = re.compile(r"[(\[]|,\sin\s")
"""What a gloss opens with, before its language; few names have it before them."""
_AFTER_ACRONYM = re.compile(r"(?<![\w-])[A-Z][A-Z0-9]{1,9}(?P<gap>[\"”]?\s*[(\[](?:the\s)?[\"“]?)$")


def gloss_owner(text: str, start: int, name: str) -> int | None:
    """Find where the body's name ends of which a name is said to be the form in another language, or a short form beside that.

    Args:
        text: The document's text.
        start: Where the second name begins.
        name: The second name.

    Returns:
        One past the last code point of the name before, or None where nothing says so; a country or region is no gloss.

    Example:
        >>> gloss_owner("the Red Front (Spanish: Frente Rojo)", 24, "Frente Rojo")
        13
    """
    low = max(0, start - _WINDOW)
    match = _labelled().search(text, low, start) if _OPENS.search(text, low, start) is not None else None
    return None if match is None or is_country(name) or is_place_name(name) else match.start()


def spelled_acronym(text: str, start: int, name: str) -> int | None:
    """Find where the acronym ends that a name in brackets spells out: "the XYZ [Name in Full]".

    Args:
        text: The document's text.
        start: Where the name begins.
        name: The name.

    Returns:
        One past the acronym's last code point, or None where the name stands in no such bracket or is no body's by its words.

    Example:
        >>> spelled_acronym("the ELK [Army of the Free Coast] fled", 9, "Army of the Free Coast")
        7
    """
    words = name.lower().split()
    if len(words) < FEWEST_WORDS or not any(map(is_body_noun, words)):
        return None
    closing = start + len(name)
    match = _AFTER_ACRONYM.search(text, max(0, start - _WINDOW), start)
    return match.start("gap") if match is not None and text[closing : closing + 1] in (")", "]") else None


@cache
def _labelled() -> re.Pattern[str]:
    """Match what stands between a name and its gloss: "(Portuguese: ", "(Tamil: ..., ", ", in Arabic ", with the quotation marks beside."""
    languages = "|".join(sorted(name.capitalize() for name in words_of("names", "languages")))
    label = rf"(?:in\s)?(?:{languages})(?::|\sfor)?\s*"
    return re.compile(rf"[\"”’]?\s*(?:[(\[]{label}(?:[^()\[\]\n]{{2,90}}?[,;/]\s*)?|,\sin\s(?:{languages}),?\s)[\"“‘]?$")
