"""Characters: show what a text hides. Characters without a width, and those that turn the direction of writing, become visible signs."""

import unicodedata
from collections.abc import Iterator

from markupsafe import Markup, escape

_JOINERS = "\u200c\u200d"
"""They shape letters in Persian, Urdu and the scripts of India, where they are spelling; elsewhere they hide."""
_SHAPED = ((0x0600, 0x07FF), (0x0860, 0x109F), (0x1780, 0x18AF), (0x1F000, 0x1FAFF))
"""Blocks of the scripts (and the pictures) in which joiners are spelling."""
_DIRECTION_MARKS = "\u200e\u200f\u061c"
"""Marks that are ordinary in right-to-left text; they turn nothing but what touches them, so they stay as they are."""
_PLAIN = "\t\n"
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters that nobody sees."""
_BLANKS, _BREAKS = frozenset(_BLANK), dict.fromkeys(map(ord, _PLAIN))
_SEEN = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2"
"""Signs of Arabic and Syriac that Unicode files among the hidden ones, though they are drawn."""
_NAMES = {"\r": "carriage return", "\x00": "null", "\u00ad": "soft hyphen"}


def visible(text: str) -> Markup:
    """Escape a text for a page and make its hidden characters visible.

    Args:
        text: Any words out of a document.

    Returns:
        Markup. A hidden character stands in it as an element of the class `hidden-char` that names it, so that a script can count it as
        one character; the character itself is left out where it would act on the words around it.

    Example:
        >>> str(visible("a<b"))
        'a&lt;b'
    """
    if text.translate(_BREAKS).isprintable() and (text.isascii() or _BLANKS.isdisjoint(text)):
        return escape(text)
    parts: list[str] = []
    plain = 0
    for place in _hidden(text):
        parts.append(str(escape(text[plain:place])))
        parts.append(_sign(text, place))
        plain = place + 1
    parts.append(str(escape(text[plain:])))
    return Markup("".join(parts))  # every part is escaped above or made in _sign


def without_hidden(text: str) -> str:
    """Leave hidden characters out, where no sign can stand for them: in a page's title or in a choice.

    Args:
        text: Any words.

    Returns:
        The words that one sees.
    """
    hidden = set(_hidden(text))
    return "".join(char for place, char in enumerate(text) if place not in hidden) if hidden else text


def _hidden(text: str) -> Iterator[int]:
    for place, char in enumerate(text):
        if char in _BLANK:
            yield place
        elif char.isprintable() or char in _PLAIN or char in _DIRECTION_MARKS or char in _SEEN:
            continue
        elif unicodedata.category(char) in ("Cc", "Cf", "Cs") and not _is_spelling(text, place):
            yield place


def _is_spelling(text: str, place: int) -> bool:
    if text[place] not in _JOINERS or not 0 < place < len(text) - 1:
        return False
    code = ord(text[place - 1])
    return any(low <= code <= high for low, high in _SHAPED) or 0xFE00 <= code <= 0xFE0F


def _sign(text: str, place: int) -> str:
    char = text[place]
    if char == "\r":
        # The end of a line on some machines: nothing to see, yet one character of the text.
        return '<span class="hidden-char is-silent" data-chars="1"></span>'
    code = f"U+{ord(char):04X}"
    return f'<span class="hidden-char" data-chars="1" title="{escape(_name(char))} ({code}), hidden in the text">{code}</span>'


def _name(char: str) -> str:
    return _NAMES.get(char) or unicodedata.name(char, "control character").lower()
