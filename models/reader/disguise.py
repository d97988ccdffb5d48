"""Showing training windows the way our texts look: dashes, capitals, and names that nobody has seen.

The treebanks write about companies and towns of the United States. The texts we read are full of acronyms and of names from other
languages, so some windows get invented names in place of their own: the same name always the same within a window, tree and tags
unchanged. What comes out means nothing and names nobody.
"""

import random
from typing import Any

from treebanks import Sentence

DASHES = ("–", "—")
SPACED_HYPHENS = ("-", "--")
LONGEST_ACRONYM = 6
ACRONYMS_THAT_ARE_WORDS = ("IS", "AN", "AS", "SAC", "PALM", "ALL", "SOS", "ARM", "CAN", "MAN", "AID", "OR", "US", "IT", "PAX", "ACT")
A_WORD = 0.15  # share of invented acronyms that are also words

_ONSETS = (*"bdfghjk", "kh", *"lmnqrs", "sh", "t", "th", *"wyz", "zh", "ch", "ng", "p", "v", "br", "tr", "kr", "gh", "dh")
_VOWELS = (*"aaaeiiouu", "aa", "ai", "ou", "ee")
_CODAS = (*" " * 4, *"nrlmtdbskh", "sh", "ng", *"fqz")

Window = list[Sentence]


def disguise(window: Window, chance: random.Random, options: dict[str, Any]) -> Window:
    """Show a window as our texts might have it.

    Args:
        window: Its sentences.
        chance: The source of chance.
        options: The "training" part of config.yaml.

    Returns:
        A window of the same words, or with some of them changed.
    """
    shouted = chance.random() < options["capitals"]
    renamed = chance.random() < options["renamed"]
    invented: dict[str, str] = {}
    changed = []
    for sentence in window:
        words = [
            chance.choice(DASHES) if _could_be_dash(sentence, place) and chance.random() < options["dashes"] else word
            for place, word in enumerate(sentence["w"])
        ]
        lemmas = sentence["l"]
        if renamed:
            words = _rename(sentence, words, invented, chance)
            if lemmas is not None:
                pairs = zip(lemmas, sentence["w"], words, strict=True)
                lemmas = [new if lemma == old else lemma for lemma, old, new in pairs]
        if shouted:
            words = [word.upper() for word in words]
        changed.append({**sentence, "w": words, "l": lemmas})
    return changed


def _could_be_dash(sentence: Sentence, place: int) -> bool:
    """Whether a word is a hyphen with white space on both sides."""
    spaces = sentence["s"]
    spaced = sentence["w"][place] in SPACED_HYPHENS and spaces is not None and place > 0
    return bool(spaced and spaces[place - 1] and spaces[place])


def _rename(sentence: Sentence, words: list[str], invented: dict[str, str], chance: random.Random) -> list[str]:
    """Put invented words in place of those that make a name known; "Army" and "University" stay."""
    tags = sentence["n"]
    if tags is None:
        return words
    renamed = list(words)
    for place, (word, tag) in enumerate(zip(words, tags, strict=True)):
        alone = tag[0] == "B" and (place + 1 == len(tags) or tags[place + 1][0] != "I")
        leads = tag[0] == "B" if tag.endswith("ORG") else tag[1:] in ("-PER", "-LOC")
        if leads and word.isalpha() and word[0].isupper():
            if word not in invented:
                acronym = alone and tag == "B-ORG" and (word.isupper() or chance.random() < 0.5)
                invented[word] = invent_acronym(chance) if acronym else invent_name(chance)
            renamed[place] = invented[word]
    return renamed


def invent_acronym(chance: random.Random) -> str:
    """Make up an acronym, sometimes one that is also a word.

    Args:
        chance: The source of chance.

    Returns:
        Two to six capitals.
    """
    if chance.random() < A_WORD:
        return chance.choice(ACRONYMS_THAT_ARE_WORDS)
    length = chance.choice((2, 3, 3, 3, 4, 4, 5, LONGEST_ACRONYM))
    return "".join(chance.choice("AAABCDDEFFFGHIIJKLLLMMNNNOPPQRSTUVWXYZ") for _ in range(length))


def invent_name(chance: random.Random) -> str:
    """Make up a word that could be a name in some language.

    Args:
        chance: The source of chance.

    Returns:
        One capitalised word of two or three syllables.
    """
    count = chance.choice((1, 2, 2, 2, 3))
    syllables = [chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS).strip() for _ in range(count)]
    return "".join(syllables).capitalize()
