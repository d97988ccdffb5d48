"""Fold a text for searching, so that words are found whatever their spelling of the same letters.

Case, Latin accents, Arabic vowel marks (harakat) and lengthening strokes (tatweel), invisible marks of direction and the half rings of
scholarly transliteration go; the forms of alef become one, as do ya and alef maqsura, and ta marbuta becomes ha; digits of every script
become 0 to 9.

Follows: the measurements behind full-text search here: unfolded, SQLite's own word splitter takes vowel marks for spaces and misses bare
    spellings.
"""

import unicodedata

_DROPPED_RANGES = (
    (0x0300, 0x036F),  # accents on Latin, Greek and Cyrillic letters
    (0x0591, 0x05C7),  # Hebrew points
    (0x0610, 0x061A),  # Arabic honorific signs above letters
    (0x064B, 0x065F),  # harakat
    (0x06D6, 0x06ED),  # Quranic marks
    (0x200B, 0x200F),  # zero-width space and joiners, marks of direction
    (0x202A, 0x202E),  # embedding and override of direction
    (0x2060, 0x2069),  # word joiner, isolates
)
_DROPPED = frozenset(code for first, last in _DROPPED_RANGES for code in range(first, last + 1)) | {
    0x00AD,  # soft hyphen
    0x02BB,  # turned comma, ayn in many romanisations
    0x02BC,  # modifier apostrophe, hamza
    0x02BE,  # right half ring, hamza
    0x02BF,  # left half ring, ayn
    0x0640,  # tatweel
    0x0670,  # dagger alef
    0xFEFF,  # byte order mark
}
_LETTERS = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",  # Persian ya
    "ئ": "ي",
    "ؤ": "و",
    "ة": "ه",
    "ک": "ك",  # Persian kaf
    "ı": "i",  # Turkish dotless i: case folding leaves it apart
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "\x00": " ",  # SQLite's functions stop at a null character
}


class _Folds(dict[int, str]):
    """Code point to what it folds to, worked out once each; `str.translate` asks it."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(code)
        return folded


_FOLDS = _Folds()
_STRETCH, _SHORT_STRETCH = 4096, 64
"""Characters folded at once while looking for an offset, and then within the last stretch, so that few are walked one by one."""


def fold(text: str) -> str:
    """Fold a text for searching.

    Args:
        text: A text or the words looked for.

    Returns:
        The folded text; one character may have become none or several, see `unfolded_offset`.

    Example:
        >>> fold("Frente Farabundo Martí para la Liberación")
        'frente farabundo marti para la liberacion'
        >>> fold("حِـزْبُ الأُمَّةِ") == fold("حزب الامه")
        True
    """
    if text.isascii():
        return text.replace("\x00", " ").lower()  # what the rest comes to, in a tenth of the time
    return text.translate(_FOLDS)


def unfolded_offset(text: str, folded_offset: int) -> int:
    """Find the character of a text that a place in its folded form comes from.

    Args:
        text: A text as captured.
        folded_offset: An offset into `fold(text)`.

    Returns:
        The offset in the text, in code points; the length of the text for a place past the end.

    Example:
        >>> unfolded_offset("ﷲ 1987", fold("ﷲ 1987").index("1987"))
        2
    """
    if text.isascii():
        return min(folded_offset, len(text))  # each of these folds to one
    place = passed = 0
    # Whole stretches first: folding a stretch is fast, and each character folds by itself.
    for stretch in (_STRETCH, _SHORT_STRETCH):
        while place < len(text) and passed + (length := len(fold(text[place : place + stretch]))) <= folded_offset:
            passed += length
            place += stretch
    for offset in range(place, len(text)):
        passed += len(_FOLDS[ord(text[offset])])
        if passed > folded_offset:
            return offset
    return len(text)


def _fold_character(code: int) -> str:
    if code in _DROPPED or 0xD800 <= code <= 0xDFFF:
        return ""
    # Decomposed first, so that an accented letter loses its accent and a ligature (lam-alef) becomes its letters.
    decomposed = unicodedata.normalize("NFKD", _LETTERS.get(chr(code), chr(code))).casefold()
    kept = (_LETTERS.get(character, character) for character in decomposed if ord(character) not in _DROPPED)
    return "".join(_digit(character) for character in kept)


def _digit(character: str) -> str:
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)
