"""Find what a long pattern matches, trying it only where a word stands with which a match may open.

A pattern of hundreds of phrases is tried by `re` at every letter; nineteen words in twenty open none of them.
"""

import re
from collections.abc import Iterable, Iterator, Set

DIGITS = frozenset("0123456789")
"""Openers of patterns that may begin with a number in digits."""
_WORD = re.compile(r"(?<!\w)(?:\d|[^\W\d_]+)")


def scan(pattern: re.Pattern[str], openers: Set[str], text: str, low: int, high: int) -> Iterator[re.Match[str]]:
    """Match a pattern from left to right, as `finditer` does.

    Args:
        pattern: A pattern whose matches begin at the beginning of a word.
        openers: Every word with which a match may begin, in lower case; a number in digits counts by its first digit.
        text: The text.
        low: First code point to read.
        high: One past the last code point to read.

    Yields:
        Matches that do not overlap.

    Example:
        >>> [m.group() for m in scan(re.compile("at least|at most"), {"at"}, "at noon at most", 0, 15)]
        ['at most']
    """
    for word in _WORD.finditer(text, low, high):
        if word.start() >= low and word.group().lower() in openers:
            match = pattern.match(text, word.start(), high)
            if match is not None:
                low = match.end()
                yield match


def openers_of(phrases: Iterable[str]) -> frozenset[str]:
    """Give the words with which phrases begin.

    Args:
        phrases: Phrases that begin with a letter or a digit.

    Returns:
        First words in lower case, as `scan` asks for them.
    """
    return frozenset(match.group() for phrase in phrases if (match := _WORD.search(phrase.lower())) is not None)
