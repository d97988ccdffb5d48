"""Word pieces: the units of the encoder's vocabulary, split in plain Python.

The same pieces as the BERT uncased splitter gives: control characters dropped, accents stripped, lower-cased, punctuation apart,
then the longest known piece from the left. One word at a time, with a cache, so no tokeniser package is needed at run time.
"""

import unicodedata
from collections.abc import Sequence

UNKNOWN, START, END = "[UNK]", "[CLS]", "[SEP]"
LONGEST_WORD = 100  # characters; the BERT splitter gives up on longer ones too
CACHE_SIZE = 200_000  # words; about 40 MB when full
LONGEST_CACHED = 64  # characters: keeps a hostile text from filling the memory through the cache

_CJK_BLOCKS = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)
_DROPPED = ("Cc", "Cf", "Cn", "Co", "Cs")


def _is_punctuation(character: str) -> bool:
    code = ord(character)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(character)[0] == "P"


def _stands_alone(character: str) -> bool:
    code = ord(character)
    return _is_punctuation(character) or any(low <= code <= high for low, high in _CJK_BLOCKS)


def _clean(word: str) -> str:
    kept: list[str] = []
    for character in word:
        category = unicodedata.category(character)
        if character in "\t\n\r" or category == "Zs":
            kept.append(" ")
        elif character not in "\0\ufffd" and category not in _DROPPED:
            kept.append(character)
    spread = unicodedata.normalize("NFD", "".join(kept))
    return "".join(character for character in spread if unicodedata.category(character) != "Mn").lower()


def _parts(word: str) -> list[str]:
    if word.isascii() and word.isalpha():
        return [word.lower()]
    parts: list[str] = []
    current = ""
    for character in _clean(word):
        if character == " ":
            parts.append(current)
            current = ""
        elif _stands_alone(character):
            parts += (current, character)
            current = ""
        else:
            current += character
    parts.append(current)
    return [part for part in parts if part]


class WordPieces:
    """The vocabulary of the encoder, and how words are cut into its pieces."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """Index the vocabulary.

        Args:
            vocabulary: The pieces in the order of their numbers.
        """
        self._number = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown = self._number[UNKNOWN]
        self.start = self._number[START]
        self.end = self._number[END]
        self._cache: dict[str, tuple[int, ...]] = {}

    def pieces(self, word: str) -> tuple[int, ...]:
        """Cut a word into pieces.

        Args:
            word: One word; may hold any characters.

        Returns:
            The numbers of its pieces, at least one.
        """
        known = self._cache.get(word)
        if known is not None:
            return known
        numbers = tuple(number for part in _parts(word[: LONGEST_WORD * 4]) for number in self._longest_first(part))
        numbers = numbers or (self.unknown,)
        if len(word) <= LONGEST_CACHED and len(self._cache) < CACHE_SIZE:
            self._cache[word] = numbers
        return numbers

    def _longest_first(self, part: str) -> list[int]:
        if len(part) > LONGEST_WORD:
            return [self.unknown]
        numbers: list[int] = []
        begin = 0
        while begin < len(part):
            prefix = "##" if begin else ""
            for end in range(len(part), begin, -1):
                number = self._number.get(prefix + part[begin:end])
                if number is not None:
                    numbers.append(number)
                    begin = end
                    break
            else:
                return [self.unknown]
        return numbers
