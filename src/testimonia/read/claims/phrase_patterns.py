"""Turn a list of phrases in the word files into one pattern."""

import re
from functools import cache

from testimonia.read.lexicon import words_of

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


def _compiled(phrase: str) -> str:
    words = [_OPEN.get(word, re.escape(word)) for word in phrase.split()]
    return r"\s+".join(words).replace(_OPEN["LANGUAGE"] + r"\s+", _OPEN["LANGUAGE"])
