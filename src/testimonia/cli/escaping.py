"""Show what documents hold without letting it act on the terminal.

A captured text may hold escape sequences that recolour, retitle or rewrite a terminal, and marks of direction that make one thing look
like another. Letters of every script are shown as they are; what steers the display is spelt out (`\\x1b`, `\\u202e`).
"""

import json
import re
import unicodedata

_SPACE = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_JOINERS = "\u200c\u200d"
"""Zero-width joiners are spelling in Persian, Hindi and Burmese; they move nothing."""
_STEERING = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def visible(text: str) -> str:
    """Make a text harmless on one line of a terminal.

    Args:
        text: Words from a document, or a name, title or origin made of such.

    Returns:
        The text with line breaks and tabs as spaces, and every other control and formatting character spelt out.

    Example:
        >>> visible("red \\x1b[31m flag")
        'red \\\\x1b[31m flag'
    """
    return _escape(_SPACE.sub(" ", text), short=True)


def visible_json(value: object, *, indent: int | None = 2) -> str:
    """Write JSON that is harmless on a terminal and means the same to a program.

    Args:
        value: What JSON can hold.
        indent: Spaces a level; None for all on one line.

    Returns:
        JSON; letters of every script as they are, control and formatting characters as JSON escapes.
    """
    lines = json.dumps(value, ensure_ascii=False, indent=indent).split("\n")
    return "\n".join(_escape(line, short=False) for line in lines)


def _escape(text: str, *, short: bool) -> str:
    if text.isascii() and text.isprintable():
        return text
    return "".join(_spelt(character, short=short) if _steers(character) else character for character in text)


def _steers(character: str) -> bool:
    return character not in _JOINERS and unicodedata.category(character) in _STEERING


def _spelt(character: str, *, short: bool) -> str:
    code = ord(character)
    if short:
        return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    # JSON spells what lies beyond the first plane as two halves.
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{int.from_bytes(units[place : place + 2], 'big'):04x}" for place in range(0, len(units), 2))
