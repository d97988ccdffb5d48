"""The forms of the words that rules listen to, so that a rare verb's lemma is never guessed.

A trained lemmatiser is right 98 times in a hundred and wrong on the very verbs of conflict ("shelled", "split"); regular forms are
spelled out here, and irregular ones stand in `codebook/words/irregular.yml`.
"""

import re
from collections.abc import Iterator
from functools import cache

from testimonia.codebook.words import load_words
from testimonia.read.lexicon import table, words_of

_DOUBLES = re.compile(r"(?:^|[^aeiou])[aeiou][bdgmnprt]$")
_RELATIONS = [
    "affiliation_verbs",
    "split_verbs",
    "merge_verbs",
    "found_verbs",
    "dissolve_verbs",
    "join_verbs",
    "leave_verbs",
    "include_verbs",
    "oppose_verbs",
    "ally_verbs",
    "operate_verbs",
    "position_verbs",
    "strength_verbs",
    "rename_verbs",
]


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


def _verbs() -> set[str]:
    verbs = (
        {str(v) for v in load_words("triggers")["verbs"]}
        | words_of("triggers", "light")
        | words_of("triggers", "harm")
        | words_of("capabilities", "verbs")
    )
    for stance in load_words("voices")["verbs"].values():
        verbs.update(str(v) for v in stance)
    for key in _RELATIONS:
        verbs |= words_of("relations", key)
    return {v for v in verbs if v.isalpha()}


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
    """Give the lemma of a word, from the table for verbs that rules listen to, else as the model has it.

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
    if upos in ("VERB", "AUX"):
        return verb_of_form().get(text.lower(), lemma)
    return lemma
