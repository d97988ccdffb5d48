"""Consonant skeletons: keys that Arabic-script names and their many romanisations share.

Romanised Arabic varies in vowels, doubled letters, apostrophes and articles, and hardly in consonants. Two names with a common key are
candidates for one name and no more: a key says nothing of identity, and different names share it. A word can have several keys, since a
closing ta marbuta is heard as -a, -ah or -at and some names are written in one word or in two; `skeletons` gives them all.
"""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import islice, product

from testimonia.text.names import script_of
from testimonia.text.wordlists import word_list

MAX_KEYS = 16
"""Keys per name at most; a name of five words with an ambiguous ending each would have 32."""

_MARKS = re.compile(r"[\u0640\u064b-\u065f\u0670\u0610-\u061a\u200b-\u200f\u061c]")
_APOSTROPHES = re.compile(r"['’‘ʼʻʿʾ`´]")
_LATIN_ARTICLE = re.compile(
    r"(?<!\w)(?:al|el|ul|ad|as|ash|an|ar|at|az|adh|ath|ed|en|er|es|esh|et|ez)[-‐–](?=\w)|(?<!\w)(?:al|el|ul)[ ](?=\w)"
)
_JOINED = ((re.compile(r"^(abd)[aeiou]l{1,2}(?=\w)(?![aou]h?$)"), r"\1 "), (re.compile(r"(?<=[^aeiou])[aeiu]d{1,2}(?:i|ee|y)ne?$"), " din"))
"""Names that are written as one word in Latin script and as two in Arabic: Abdelkader, Ezzedeen, Salahuddin."""
_REPEATED = re.compile(r"(.)\1+")


def skeleton(name: str) -> str:
    """Return the plainest consonant skeleton of a name.

    Args:
        name: A name in Arabic, Hebrew, Cyrillic or Latin script.

    Returns:
        Consonant classes, words parted by spaces; empty if the name has no consonant.

    Example:
        >>> skeleton("جبهة النصرة") == skeleton("Jabhat an-Nusrah")
        False
        >>> bool(skeletons("جبهة النصرة") & skeletons("Jabhat an-Nusrah"))
        True
    """
    return min(skeletons(name), key=lambda key: (len(key), key), default="")


@lru_cache(maxsize=16384)
def skeletons(name: str) -> frozenset[str]:
    """Return every consonant skeleton that a name may have.

    Args:
        name: A name in Arabic, Hebrew, Cyrillic or Latin script.

    Returns:
        At most `MAX_KEYS` keys; two names are candidates for one if they share any.
    """
    script = script_of(name)
    if script in ("Arab", "Hebr", "Cyrl"):
        words = [_of_letters(word, script) for word in _words_of_script(name, script)]
    else:
        words = [_of_latin(word) for word in _latin_words(name)]
    choices = [sorted(word) for word in words if word != {""}]
    return frozenset(key for parts in islice(product(*choices), MAX_KEYS) if (key := " ".join(part for part in parts if part)))


def _words_of_script(name: str, script: str) -> list[str]:
    text = _MARKS.sub("", unicodedata.normalize("NFKC", name)).casefold()
    words = re.split(r"[^\w]+", text)
    if script == "Arab":
        words = [re.sub(r"^(?:و|ب|ف)?ال(?=\w{2})|^لل(?=\w{2})", "", word) for word in words]
    return [word for word in words if word]


def _of_letters(word: str, script: str) -> set[str]:
    letters: dict[str, str] = word_list("skeleton")[script]
    key = "".join(letters.get(letter, "") for letter in word)
    keys = {_closed(key)}
    if script == "Arab" and word[-1] in "ةۃ":
        keys.add(_closed(key + letters["ت"]))
    return keys


def _latin_words(name: str) -> list[str]:
    text = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    text = _LATIN_ARTICLE.sub("", _APOSTROPHES.sub("", text))
    return [word for word in re.split(r"[^\w]+", text) if word]


def _of_latin(word: str) -> set[str]:
    forms = {word} | {pattern.sub(parted, word) for pattern, parted in _JOINED}
    return {key for form in forms for key in _with_endings(form)}


def _with_endings(form: str) -> set[str]:
    """The keys of one or two words; a closing -ah is heard with its h or without."""
    words = form.split()
    keys = {" ".join(_closed(_classes(word)) for word in words)}
    if re.search(r"[ae]h$", form):
        keys.add(" ".join(_closed(_classes(word)) for word in [*words[:-1], words[-1].removesuffix("h")]))
    return keys


def _classes(word: str) -> str:
    single: dict[str, str] = word_list("skeleton")["Latn"]
    for letters, cls in _digraphs():
        word = word.replace(letters, cls)
    return "".join(single.get(letter.lower() + "#" if letter.isupper() else letter, "") for letter in word)


def _closed(key: str) -> str:
    return _REPEATED.sub(r"\1", key)


@cache
def _digraphs() -> tuple[tuple[str, str], ...]:
    return tuple((entry[0], entry[1]) for entry in word_list("skeleton")["digraphs"])
