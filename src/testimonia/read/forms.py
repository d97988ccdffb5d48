"""The forms of the words that rules listen to, so that a rare verb's lemma is never guessed.

A trained lemmatiser is right 98 times in a hundred and wrong on the very verbs of conflict ("shelled", "split"); regular forms are
spelled out here, and irregular ones stand in `codebook/words/irregular.yml`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from testimonia.codebook.words import available_words, load_words
from testimonia.model.kinds import STANCES
from testimonia.read.lexicon import any_of, table
from testimonia.read.parser.records import Token

_DOUBLES = re.compile(r"(?:^|[^aeiou])[aeiou][bdgmnprt]$")


@cache
def verb_of_form() -> dict[str, str]:
    """Map every form of every verb in the word lists to its lemma.

    Returns:
        Lower-cased form to lemma; irregular forms win over regular ones of another verb.
    """
    found: dict[str, str] = {}
    for verb in sorted(_verbs()):
        for form in _forms(verb):
            found.setdefault(form, verb)
    return {**found, **dict(table("irregular", "verbs"))}


def _words_in(content: object) -> Iterator[str]:
    """Yield the words of a list, of a mapping's lists, or those that a mapping codes."""
    if isinstance(content, Mapping):
        for key, value in content.items():
            if isinstance(value, tuple) and value and key in STANCES:
                yield from map(str, value)
            else:
                yield str(key)
    elif isinstance(content, tuple):
        yield from map(str, content)


def _verbs() -> set[str]:
    """Gather the verbs of all word files: of every key `verbs` or `..._verbs`, and of what voices do."""
    verbs = set(any_of(("triggers", "light"), ("triggers", "harm")))
    for name in available_words():
        if name != "irregular":
            verbs.update(*(_words_in(content) for key, content in load_words(name).items() if key == "verbs" or key.endswith("_verbs")))
    verbs |= {word for patterns in load_words("constructions").values() for pattern in patterns for word in _head_of(str(pattern))}
    return {v for v in verbs if v.isalpha()}


def _head_of(pattern: str) -> list[str]:
    """Give the verbs that a construction begins with."""
    words = pattern.split()
    return [] if words[1] in ("=", "be") else words[1].split("|")


def _forms(verb: str) -> Iterator[str]:
    """Spell out the regular forms of a verb."""
    yield verb
    yield verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    if verb.endswith("e"):
        yield verb + "d"
        yield verb[:-1] + "ing"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        yield verb[:-1] + "ied"
        yield verb[:-1] + "ies"
        yield verb + "ing"
    else:
        yield verb + "ed"
        yield verb + "ing"
        if _DOUBLES.search(verb):
            yield verb + verb[-1] + "ed"
            yield verb + verb[-1] + "ing"


def lemma_of(text: str, lemma: str, upos: str) -> str:
    """Give the lemma of a word, from the tables for verbs that rules listen to and for irregular nouns, else as the model has it.

    Args:
        text: The word as it stands.
        lemma: The model's lemma.
        upos: The model's part of speech.

    Returns:
        A lemma in lower case, or the model's as it is.

    Example:
        >>> lemma_of("shelled", "shelle", "VERB")
        'shell'
    """
    return _lemmas_of_kind().get(upos, {}).get(text.lower(), lemma)


@cache
def _lemmas_of_kind() -> dict[str, Mapping[str, str]]:
    """Forms and their lemmas, by part of speech."""
    return {"VERB": verb_of_form(), "AUX": verb_of_form(), "NOUN": table("irregular", "nouns")}


def with_known_lemmas(tokens: Sequence[Token], low: Sequence[str]) -> tuple[Token, ...]:
    """Give tokens the lemmas that the word lists know for their forms.

    Args:
        tokens: Tokens with the model's lemmas.
        low: Their forms in lower case.

    Returns:
        The tokens; those of which the lists know no other lemma as they are.
    """
    kinds, none = _lemmas_of_kind(), dict[str, str]()
    known = [kinds.get(token.upos, none).get(form) for token, form in zip(tokens, low, strict=True)]
    return tuple([t if lemma is None or lemma == t.lemma else replace(t, lemma=lemma) for t, lemma in zip(tokens, known, strict=True)])
