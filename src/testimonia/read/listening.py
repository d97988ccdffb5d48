"""Which rules a sentence is worth: most rules read nothing in most sentences, for each listens for words of its own.

A rule declares its words with `listens_for`, beside its `def`; it is asked only where one of them stands, as a lemma, as a form or as a
part of a name. A rule that declares nothing is asked everywhere. A declaration never changes what is read: it must name every word
without which the rule reads nothing, and `tests/read/test_listening.py` reads the cases with and without.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cache
from typing import Generic, TypeVar

from testimonia.read.lexicon import words_of
from testimonia.read.syntax import Tree

R = TypeVar("R", bound=Callable[..., object])
Words = str | tuple[str, str] | Callable[[], Iterable[str]]
"""A word, a list of `codebook/words` by file and key, or a function that gives words; all lower-cased."""

_WORD = re.compile(r"[^\W\d_]+")
_MARK = "listens_for"


def listens_for(*words: Words) -> Callable[[R], R]:
    """Declare the words without one of which a rule reads nothing.

    Args:
        words: Words and lists of words.

    Returns:
        A decorator that hands the rule back as it is, with the declaration noted on it.
    """

    def note(rule: R) -> R:
        rule.__dict__[_MARK] = words
        return rule

    return note


def words_in(text: str, tree: Tree) -> Set[str]:
    """Gather all words by which rules may be called to a sentence.

    Args:
        text: The document's text.
        tree: The sentence.

    Returns:
        Lemmas and forms of its tokens, and each run of letters in its text, in lower case.
    """
    return {*tree.lemma, *tree.low, *_WORD.findall(text[tree.sentence.start : tree.sentence.end].lower())}


def runs_of(phrases: Iterable[str]) -> Iterator[str]:
    """Give the first word of each phrase, as it stands among the words of a sentence that holds the phrase.

    Args:
        phrases: Lower-cased words and phrases, with or without hyphens.

    Yields:
        Their first runs of letters.
    """
    for phrase in phrases:
        match = _WORD.search(phrase)
        yield phrase if match is None else match.group()


class Audience(Generic[R]):
    """Rules in the order in which they are asked, and the words that each listens for."""

    __slots__ = ("_always", "_of_word", "_rules")

    def __init__(self, rules: Sequence[R]) -> None:
        """Gather the words of each rule; a set of rules is one number with a bit for each.

        Args:
            rules: Rules in the order in which they are asked.
        """
        self._rules = tuple(rules)
        self._always = 0
        self._of_word: dict[str, int] = {}
        for place, rule in enumerate(rules):
            declared: tuple[Words, ...] | None = getattr(rule, _MARK, None)
            if declared is None:
                self._always |= 1 << place
                continue
            for word in {word for words in declared for word in _spelled_out(words)}:
                self._of_word[word] = self._of_word.get(word, 0) | 1 << place

    def called_by(self, words: Set[str]) -> Iterator[R]:
        """Give the rules that a sentence is worth.

        Args:
            words: All words of the sentence, as `words_in` gives them.

        Yields:
            Rules in their order.
        """
        called = self._always
        for word in self._of_word.keys() & words:
            called |= self._of_word[word]
        while called:
            lowest = called & -called
            yield self._rules[lowest.bit_length() - 1]
            called ^= lowest


@cache
def audience_of(rules: tuple[R, ...]) -> Audience[R]:
    """Give the audience of some rules, put together once.

    Args:
        rules: Rules in the order in which they are asked.

    Returns:
        The audience.
    """
    return Audience(rules)


def _spelled_out(words: Words) -> Iterable[str]:
    if isinstance(words, str):
        return (words,)
    return words_of(*words) if isinstance(words, tuple) else words()
