"""The outline of a text: every character as one ASCII character of its class, so that rules on words can be plain ASCII.

Curly quotes become straight ones, dashes, marks, emoji and letters of other scripts each become one sign; the length never changes,
so an offset in the outline is an offset in the text. Format characters (zero-width space, soft hyphen, direction marks) are removed
beforehand, with a map back, because they may stand in the middle of a word without being seen.
"""

import unicodedata

SYMBOL = "\x01"  # emoji, arrows, mathematical signs
MARK = "\x02"  # combining marks and joiners: they belong to what stands before them
DASH = "\x04"  # en dash, em dash and their kin
ELLIPSIS = "\x05"
OTHER_MARK = "\x06"  # any other punctuation mark: Arabic comma, bullet, inverted question mark
HYPHEN = "-"

_JOINERS = "\u200c\u200d"
_HYPHENS = "\u2010\u2011\u00ad"
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u02bc\u02bb\u02b9\u00b4\uff07"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02"
_EMOJI_PARTS = ("\ufe0f", "\ufe0e", "\u20e3")


def _class_of(character: str) -> str:
    if character in _JOINERS or character in _EMOJI_PARTS:
        return MARK
    if character in _SINGLE_QUOTES:
        return "'"
    if character in _DOUBLE_QUOTES:
        return '"'
    if character in _HYPHENS:
        return HYPHEN
    if character == "\u2026":
        return ELLIPSIS
    return _class_of_category(character, unicodedata.category(character))


def _class_of_category(character: str, category: str) -> str:
    if category[0] == "L":
        return "X" if character.isupper() else "x"
    if category[0] == "M":
        return MARK
    if category == "Nd":
        return "0"
    if category[0] == "N":
        return "x"
    fixed = {"Pd": DASH, "Ps": "(", "Pe": ")", "Pi": '"', "Pf": '"', "Sc": "$", "So": SYMBOL, "Sk": MARK}
    if category in fixed:
        return fixed[category]
    if category in ("Co", "Cn"):
        return "x"
    return OTHER_MARK


class _Outline(dict[int, str]):
    """Fills itself: a character is classified once."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if code >= 128:
            sign = _class_of(character)
        elif character.isspace() or 32 < code < 127:
            sign = character
        else:
            sign = OTHER_MARK
        self[code] = sign
        return sign


_OUTLINE = _Outline()


def outline(text: str) -> str:
    """Replace every character by the sign of its class.

    Args:
        text: Any text without format characters.

    Returns:
        ASCII text of the same length.

    Example:
        >>> outline("Émile’s “5 €”")
        'Xmile\\'s "5 $"'
    """
    return text.translate(_OUTLINE)


def is_format(character: str) -> bool:
    """Say whether a character is invisible formatting that words are read without.

    Args:
        character: One character.

    Returns:
        True for zero-width spaces, soft hyphens, direction marks; False for joiners, which shape letters and emoji.
    """
    return character not in _JOINERS and unicodedata.category(character) == "Cf"
