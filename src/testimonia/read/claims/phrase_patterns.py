"""Turn a list of phrases in the word files into one pattern."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from testimonia.read.lexicon import words_of
from testimonia.text.scanning import openers_of, scan

_WORD = re.compile(r"[a-z]+")
_ITS = frozenset(["its", "their", "his", "her", "the"])
_TIME = r"(?:in|on|until|before|around|during|up to|prior to)\s+[^,;.()\"“”]{0,24}?\d{4}s?"
_OPEN = {"TIME": _TIME, "ITS": rf"(?:{'|'.join(sorted(_ITS))})", "LANGUAGE": r"(?:[A-ZÀ-Þ][\w-]+\s+)?"}
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
    spelt = "|".join(_compiled(one) for phrase in phrases for one in _with_adverbs(phrase))
    return re.compile(rf"(?<![\w-])(?:{spelt})" + r"(?!\w)[,:]?\s*", re.IGNORECASE)


def find_phrases(text: str, low: int, high: int, *, file: str, key: str) -> Iterator[re.Match[str]]:
    """Find the phrases of a list in a stretch of text.

    Args:
        text: The text.
        low: First code point of the stretch.
        high: One past its last code point.
        file: Name of the word file without its ending.
        key: The list's key.

    Returns:
        Matches that do not overlap, in text order.
    """
    pattern, openers = phrase_pattern(file, key), _openers(file, key)
    return pattern.finditer(text, low, high) if openers is None else scan(pattern, openers, text, low, high)


@cache
def _openers(file: str, key: str) -> frozenset[str] | None:
    """Give the words with which the phrases of a list begin; None where one may begin with any word."""
    phrases = [one for phrase in words_of(file, key) for one in _with_adverbs(phrase)]
    first = {phrase.split()[0] for phrase in phrases}
    if "LANGUAGE" in first or not all(word[0].isalnum() for word in first):
        return None
    return openers_of(phrases) | (_ITS if "ITS" in first else frozenset())


def may_hold_phrase(text: str, file: str, keys: tuple[str, ...]) -> bool:
    """Say quickly whether a text may hold a phrase of some lists: most sentences hold the longest word of none.

    Args:
        text: A sentence.
        file: Name of the word file without its ending.
        keys: The lists' keys.

    Returns:
        False where no phrase can match.
    """
    lower, held = _words_of(text)
    words, others = _longest_words(file, keys)
    return not words.isdisjoint(held) or any(other in lower for other in others)


@lru_cache(maxsize=2)  # several lists are asked of one sentence after the other
def _words_of(text: str) -> tuple[str, frozenset[str]]:
    lower = text.lower()
    return lower, frozenset(_WORD.findall(lower))


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


def _with_adverbs(phrase: str) -> list[str]:
    """Spell out a phrase that begins with any adverb of naming: "ADVERB known as"."""
    if not phrase.startswith("ADVERB "):
        return [phrase]
    return [phrase.replace("ADVERB", adverb, 1) for adverb in sorted(words_of("naming", "adverbs"))]


def _compiled(phrase: str) -> str:
    words = [_OPEN.get(word, re.escape(word)) for word in phrase.split()]
    return r"\s+".join(words).replace(_OPEN["LANGUAGE"] + r"\s+", _OPEN["LANGUAGE"])
