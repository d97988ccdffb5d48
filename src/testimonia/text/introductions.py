"""Names that a text introduces together with their acronym: "the Mouvement du 23 mars (M23)", "PKK (Partiya Karkerên Kurdistanê)".

The acronym tells how far the name reaches, in any language: its letters are the initials of the name's words, function words apart. Where
initials do not add up, the letters must still be found in order, each word that is not a function word beginning with one of them or being
passed over once.

Follows: A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003), with whole
initials tried first.
"""

import re
from dataclasses import dataclass
from functools import cache

from testimonia.text.names import is_acronym_for
from testimonia.text.wordlists import word_list

_ACRONYM = re.compile(
    r"[(\[][ \t]*(?:or|the|aka|a\.k\.a\.|acronym|hereafter|henceforth|abbreviated(?: as)?)?[ \t]*"
    r"[\"“'‘]?(?P<acronym>[A-ZÀ-Þ][\w.&/-]{1,11}?)[\"”'’]?[ \t]*[)\],;:]"
)
_EXPANSION = re.compile(r"(?P<acronym>\b[A-ZÀ-Þ][A-ZÀ-Þ0-9-]{1,9})[\"”'’]?[ \t]*[(\[][\"“'‘]?(?P<name>[^()\[\]\n\"“”]{5,120})[\"”'’]?[)\]]")
_WORD = re.compile(r"[^\s\"“”«»()\[\]]+")
_STOP = re.compile(r"[.;:!?)\]][\"”’]?$")
_COMMA = re.compile(r",$")
_SPARE_WORDS = 8
"""A name may have so many words more than its acronym has letters: function words and words that give none."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """A name and its acronym, with the offsets of both in the text."""

    start: int
    end: int
    acronym_start: int
    acronym_end: int


def find_introductions(text: str) -> list[Introduction]:
    """Find the names that a text spells out beside their acronym.

    Acronyms of a translation ("Revolutionary Armed Forces of Colombia (FARC)") are not found: their letters say nothing of the words.

    Args:
        text: A document's text.

    Returns:
        Introductions in text order, none overlapping another.

    Example:
        >>> text = "It fought the Congrès national pour la défense du peuple (CNDP) there."
        >>> [text[i.start:i.end] for i in find_introductions(text)]
        ['Congrès national pour la défense du peuple']
    """
    found: list[Introduction] = []
    for match in _ACRONYM.finditer(text):
        acronym = match["acronym"]
        if sum(c.isupper() or c.isdigit() for c in acronym) >= 2:
            start = _start_of_name(text, match.start(), acronym)
            if start is not None:
                end = len(text[: match.start()].rstrip(" \t\"”'’"))
                found.append(Introduction(start, end, *match.span("acronym")))
    for match in _EXPANSION.finditer(text):
        if is_acronym_for(match["acronym"], match["name"]) and match["name"][0].isupper():
            found.append(Introduction(*match.span("name"), *match.span("acronym")))
    return _apart(found)


def _apart(found: list[Introduction]) -> list[Introduction]:
    kept: list[Introduction] = []
    for one in sorted(found, key=lambda i: (i.start, -i.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _start_of_name(text: str, end: int, acronym: str) -> int | None:
    """Find where the name before a bracket begins: the shortest run of words whose initials are the acronym, else whose letters hold it."""
    line = text.rfind("\n", 0, end) + 1
    words = list(_WORD.finditer(text, max(line, end - 160), end))
    letters = [c for c in acronym if c.isalnum()]
    loose: int | None = None
    for n in range(1, min(len(words), len(letters) + _SPARE_WORDS) + 1):
        first = words[-n]
        if n > 1 and _STOP.search(first.group()) and not first.group()[:-1].isupper():
            break
        if n < len(words) and first.group() == "the" and words[-n - 1].group()[:1].isupper():
            break  # "in Nuevo Laredo the Northern Guard (NLG)": an article after a name begins another
        if not first.group()[:1].isupper() or first.group()[0].casefold() != letters[0].casefold():
            continue
        name = text[first.start() : end].strip(" \t\"”'’")
        if n > 1 and is_acronym_for(acronym, name) and _holds_together(words[-n:]):
            return first.start()
        if loose is None and (n > 1 or "-" in first.group()) and _spells(letters, [w.group() for w in words[-n:]]):
            loose = first.start()
    return loose


def _holds_together(words: list[re.Match[str]]) -> bool:
    """Say whether words may be one name: no more than one comma inside, and the last word not a small one."""
    return sum(_COMMA.search(word.group()) is not None for word in words[:-1]) <= 2 and words[-1].group().lower() not in _small()


def _spells(letters: list[str], words: list[str]) -> bool:
    """Say whether letters are found in order in words, the first of each word that is not small beginning with one, but for one word."""
    if any(_COMMA.search(word) for word in words[:-1]) or words[-1].lower() in _small():
        return False
    at = passed = 0
    for place, word in enumerate(words):
        plain = word.casefold().strip("'’-–,")
        if at < len(letters) and plain[:1] == letters[at].casefold():
            at += 1
            following = words[place + 1 :]
            for c in plain[1:]:
                if at < len(letters) and c == letters[at].casefold() and not any(_begins(letters[at], other) for other in following):
                    at += 1
        elif plain not in _small():
            passed += 1
            if word[:1].islower() and at < len(letters):
                return False
    return at == len(letters) and passed <= 1


def _begins(letter: str, word: str) -> bool:
    return word[:1].casefold() == letter.casefold()


@cache
def _small() -> frozenset[str]:
    return frozenset(str(word) for words in word_list("function_words").values() for word in words)
