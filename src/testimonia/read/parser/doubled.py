"""Mend a clause that the parser gave two subjects: "A breakaway of X, this group took shape" has one, and the first noun tells of it."""

from dataclasses import replace

from testimonia.read.parser.records import Sentence, Token

_SUBJECTS = ("nsubj", "nsubj:pass")
_BEFORE_NAME = frozenset(["DET", "ADJ", "PRON"])
"""Parts of speech between the comma and the noun that is the subject."""


def with_one_subject(sentence: Sentence) -> Sentence:
    """Give a sentence in which a noun that opens it, set off by a comma before the subject, stands in apposition to the subject.

    Args:
        sentence: As the parser has it.

    Returns:
        The same sentence where no clause has two subjects of that kind.
    """
    tokens = sentence.tokens
    for verb in {t.head for t in tokens if t.deprel in _SUBJECTS and t.head >= 0}:
        subjects = [t for t in tokens if t.head == verb and t.deprel in _SUBJECTS and t.i < verb]
        if len(subjects) == 2 and _opens(tokens, subjects[0]) and _follows_comma(tokens, subjects[1]):
            first, second = subjects
            mended = tuple(replace(t, deprel="appos", head=second.i) if t.i == first.i else t for t in tokens)
            return replace(sentence, tokens=mended)
    return sentence


def _opens(tokens: tuple[Token, ...], noun: Token) -> bool:
    """Say whether a common noun opens the sentence, with no more than its article and adjectives before it."""
    return noun.upos == "NOUN" and all(t.upos in ("DET", "ADJ", "ADV", "NOUN", "PROPN", "PUNCT") for t in tokens[: noun.i])


def _follows_comma(tokens: tuple[Token, ...], noun: Token) -> bool:
    """Say whether a noun is the first after a comma that no other clause closes."""
    at = noun.i - 1
    while at > 0 and tokens[at].upos in _BEFORE_NAME and tokens[at].head == noun.i:
        at -= 1
    return tokens[at].text == ","
