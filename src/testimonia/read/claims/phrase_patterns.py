"""Turn a list of phrases in the word files into one pattern."""

import re
from functools import cache

from testimonia.read.lexicon import words_of

_WORD = re.compile(r"[a-z]+")
_OPEN = {"ITS": r"(?:its|their|his|her|the)", "LANGUAGE": r"(?:[A-ZÀ-Þ][\w-]+\s+)?"}
"""What stands for a choice of words in a phrase."""


@cache
def phrase_pattern(file: str, key: str) -> re.Pattern[str]:
    """Compile a list of phrases; the longest that fits wins.

    Args:
        file: Name of the word file without its ending.
        key: The list's key.

    Returns:
        A pattern that matches one phrase with the white space after it, in either case.
    """
    phrases = sorted(words_of(file, key), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"(?<!\w)(?:" + "|".join(_compiled(phrase) for phrase in phrases) + r")(?!\w)[,:]?\s*", re.IGNORECASE)


def may_hold_phrase(text: str, file: str, keys: tuple[str, ...]) -> bool:
    """Say quickly whether a text may hold a phrase of some lists: most sentences hold the longest word of none.

    Args:
        text: A sentence.
        file: Name of the word file without its ending.
        keys: The lists' keys.

    Returns:
        False where no phrase can match.
    """
    lower = text.lower()
    words, others = _longest_words(file, keys)
    return not words.isdisjoint(_WORD.findall(lower)) or any(other in lower for other in others)


@cache
def _longest_words(file: str, keys: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Give the longest word of each phrase; of phrases without a plain word the phrase's first part."""
    plain: set[str] = set()
    others: set[str] = set()
    for phrase in (phrase.lower() for key in keys for phrase in words_of(file, key)):
        words = [word for word in phrase.split() if _WORD.fullmatch(word) and word.upper() not in _OPEN]
        if words:
            plain.add(max(words, key=len))
        else:
            others.add(phrase.split()[0])
    return frozenset(plain), tuple(sorted(others))


def _compiled(phrase: str) -> str:
    words = [_OPEN.get(word, re.escape(word)) for word in phrase.split()]
    return r"\s+".join(words).replace(_OPEN["LANGUAGE"] + r"\s+", _OPEN["LANGUAGE"])
