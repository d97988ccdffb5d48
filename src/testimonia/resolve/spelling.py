"""Whether two words are spellings of one: consonant keys propose, vowels and edits decide.

Romanised Arabic, Persian or Russian is spelled in many ways (Nur ad-Din, Noureddine). A consonant key makes such spellings meet; it also
makes unlike words meet (Karen, Karenni), so a second look is needed: within one script the romanisations must differ in a few inner vowels
only, across scripts the long vowels that the other script writes must be there.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from rapidfuzz.distance import Levenshtein

from testimonia.codebook.words import read_word_list
from testimonia.text.names import script_of
from testimonia.text.skeleton import skeleton

LETTERS_PER_EDIT = 6
"""One inner vowel may differ for every six letters: Mohammed and Muhammad meet, Karim and Karam (two names) do not."""
ENOUGH_CONSONANTS = 5
"""Two scripts without a table of letters meet by consonants alone only if there are so many."""

_SHORT_VOWEL = "(?:ou|[aeiou])?"
_VOWELS = (
    ("ee", "i"),
    ("oo", "u"),
    ("ou", "u"),
    ("aa", "a"),
    ("ii", "i"),
    ("uu", "u"),
    ("ay", "ai"),
    ("ey", "ai"),
    ("ei", "ai"),
    ("iy", "i"),
    ("y", "i"),
)
_HISSES = (("tch", "$"), ("sch", "$"), ("ch", "$"), ("sh", "$"), ("c", "k"), ("gh", "g"), ("ph", "f"))
"""French, German and English write one sound differently (Cheka, Sheka; Macina, Makina); words whose consonants agree are asked alone."""
_PLAIN = (
    *_VOWELS,
    ("e", "i"),
    ("o", "u"),
    ("v", "w"),
    ("dj", "j"),
    ("ck", "k"),
    ("q", "k"),
    ("kh", "x"),
    *_HISSES,
    ("th", "t"),
    ("dh", "d"),
)
_LETTERS_OF = {"Arab": "arabic_letters", "Hebr": "hebrew_letters"}
_VOWEL_LETTERS = frozenset("اعويאעוי")
_GLIDES = frozenset("ويוי")
_DOUBLE = re.compile(r"(.)\1+")
_CLOSING_HA = re.compile(r"[هה](?= |$)")  # folding makes ha of ta marbuta; both are left out of the plainest key
_ADHERENT = re.compile(r"ist[aei]?s?(?= |$)")
"""Adherents in several languages: Gaitanista, Gaitanist, salafistes."""
_HALF_VOWELS = re.compile("[vв]")
"""Arabic, Persian and Urdu write v and w with a letter that is a vowel too, so that v tells no more than a vowel."""
_NISBA = re.compile(r"ia$")
"""A feminine adjective beside the masculine one: Naqshbandiyya, Naqshbandi."""
_CLOSING_H = re.compile(r"(?<=[aiu])h$")
_SERVANT_OF_GOD = re.compile(r"\babd ?[aeou]ll?[aeou]h?\b")
_SERVANT_OF = re.compile(r"\babd(?!allah)[aeiou](?:ll?(?=[^laeiou])|(?=(.)\1))")
"""Abd with the article of the word that follows."""
_PLURAL = re.compile(r"(?<=[a-z]{5}[^iusz])s(?= |$)")
"""Kamajors and Kamajor."""
_HARDENED = re.compile(r"(?<=\w{2})t(?= |$)")
"""Turkish hardens a closing d: Murat, Mehmet."""
_FRENCH_E = re.compile(r"(?<=[ei][nd])e(?= |$)")
"""A French closing e is not heard: Ansar Dine, Noureddine."""


@lru_cache(maxsize=65536)
def consonants(word: str) -> str:
    """Return the consonant key of one word or of several together; kh and h are one, since Russian and French spellings have one letter.

    Args:
        word: Folded words.

    Returns:
        The key without spaces; empty where the words hold no consonant.

    Example:
        >>> consonants("nusra") == consonants("النصرة")
        True
    """
    return skeleton(_CLOSING_HA.sub("ة", _HALF_VOWELS.sub("w", word))).replace(" ", "").replace("k", "h")


def own_consonants(word: str) -> str:
    """Return the consonant key of a name's own word, whatever its ending.

    Args:
        word: A folded word.

    Returns:
        The key without an English plural's s, with adherents (Gaitanistas, Gaitanist) and a hardened close (Murat, Murad) in one form.
    """
    return _HARDENED.sub("d", consonants(_PLURAL.sub("", _ADHERENT.sub("ist", word))))


def spells_alike(left: str, right: str) -> bool:
    """Say whether two words, whose consonant keys are equal, are spellings of one.

    Does not say that two names with these words are one body.

    Args:
        left: Folded words without unit words, articles and honorifics.
        right: The other name's.

    Returns:
        True within one script if only inner vowels differ, and few (in Arabic and Hebrew letters if nothing does); across scripts if
        either spells the other.

    Example:
        >>> spells_alike("tawhid", "tawheed"), spells_alike("karen", "karenni")
        (True, False)
    """
    if left == right:
        return True
    if script_of(left) != script_of(right):
        return _spells_across(left, right)
    if script_of(left) == "Cyrl":
        return _sounds_alike(in_latin(left), in_latin(right))
    return script_of(left) == "Latn" and _sounds_alike(left, right)


def in_latin(word: str) -> str:
    """Write a Cyrillic word in Latin letters.

    Args:
        word: One folded word.

    Returns:
        Its plain romanisation; letters of other scripts leave nothing.

    Example:
        >>> in_latin("харкив")
        'kharkiv'
    """
    return "".join(_cyrillic().get(letter, "") for letter in word)


def _sounds_alike(left: str, right: str) -> bool:
    """Compare two Latin spellings: the same but for a few inner vowels."""
    first, second = _sounded(left), _sounded(right)
    if first == second:
        return True
    if first[-1:] != second[-1:]:
        return False
    return Levenshtein.distance(first, second) <= max(len(first), len(second)) // LETTERS_PER_EDIT


@lru_cache(maxsize=65536)
def _sounded(words: str) -> str:
    """Write romanised words with one letter for each sound, as far as spellings tell."""
    text = _HARDENED.sub("d", _FRENCH_E.sub("", _PLURAL.sub("", _ADHERENT.sub("ist", words)))).replace(" ", "")
    for spelled, sound in _PLAIN:
        text = text.replace(spelled, sound)
    return _NISBA.sub("i", _CLOSING_H.sub("", _DOUBLE.sub(r"\1", text)))


def _spells_across(left: str, right: str) -> bool:
    """Say whether words of two scripts spell one thing, as far as the scripts tell."""
    scripts = {script_of(left): left, script_of(right): right}
    for script in ("Arab", "Hebr"):
        if scripts.keys() == {script, "Latn"}:
            latin = _servants_apart(scripts["Latn"]).replace(" ", "")
            return _pattern(scripts[script], script).fullmatch(latin) is not None
    if scripts.keys() == {"Cyrl", "Latn"}:
        written = in_latin(scripts["Cyrl"].replace(" ", ""))
        latin = scripts["Latn"].replace(" ", "")
        pairs = ((written, latin), (written.rstrip("aeiouy"), latin.rstrip("aeiouy")))
        return any(_sounds_alike(one.replace("kh", kh), other) for one, other in pairs for kh in ("kh", "h"))
    return len(consonants(left)) >= ENOUGH_CONSONANTS


def _servants_apart(words: str) -> str:
    """Leave out of names with abd what Arabic writes as an article: Abdulqader, Abdurrahman; of Abdullah it is part."""
    return _SERVANT_OF.sub(r"abd", _SERVANT_OF_GOD.sub("abdallah", words))


@lru_cache(maxsize=4096)
def _pattern(words: str, script: str) -> re.Pattern[str]:
    """Build the pattern of a spelling's romanisations: long vowels must be there, one short vowel may stand after any consonant."""
    letters = _table(_LETTERS_OF[script])
    pattern: list[str] = []
    for word in words.split():
        for at, letter in enumerate(word):
            place = "first" if at == 0 else "last" if at == len(word) - 1 else "inside"
            written = letters[place].get(letter) or letters["inside"].get(letter, re.escape(letter))
            vowel = "" if at == len(word) - 1 else _SHORT_VOWEL
            pattern.append(
                f"(?:{written}){{1,2}}{vowel}" if letter not in _VOWEL_LETTERS else f"{written}{vowel if letter in _GLIDES else ''}"
            )
        pattern.append(_SHORT_VOWEL)
    return re.compile("".join(pattern[:-1]) + "e?")


@cache
def _cyrillic() -> Mapping[str, str]:
    letters: Mapping[str, str] = _table("cyrillic_letters")["latin"]
    return letters


@cache
def _table(name: str) -> Mapping[str, Any]:
    file = files("testimonia.resolve") / "data" / f"{name}.yml"
    return read_word_list(file.read_text("utf-8"), file=f"resolve/data/{name}.yml")
