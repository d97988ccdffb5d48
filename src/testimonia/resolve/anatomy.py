"""The anatomy of an organisation's name: which words tell it apart, and which say only what sort of body it is.

A name is folded, split into words, and each word looked up: unit words (brigade, kata'ib), programme words (liberation, national),
countries, ordinals, words that mark a faction (provisional), honorifics and particles. What no table holds is the name's own. Two names
are compared part by part (`resolve.compare`), never as strings.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from testimonia.codebook.words import read_word_list
from testimonia.resolve.spelling import consonants
from testimonia.text.names import fold_spelling
from testimonia.text.unit_words import is_joined, unit_word

ENOUGH_CONCEPTS = 2
"""Programme words that make a name of one without own words: National Liberation Army is a name, Security Forces is too general."""

_ARABIC_CLITIC = re.compile(r"^(?:و)?(?:ال|لل)(?=\w{2})")
_ARTICLE = re.compile(r"^(?:al|el|ul|an|as|ash|ad|ar|at|az|ath|adh|ed|es|er|ez|esh|en)$")
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th|a|o|e|er|eme)?$")
_ACRONYM = re.compile(r"^[^\W\d_a-z][\w.&/+-]{1,11}$")


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name that counts: what it is (`unit`, `concept`, `country`, `ordinal`, `qualifier`, `own`), its class, and the word."""

    role: str
    cls: str
    word: str
    rank: str | None = None
    languages: tuple[str, ...] = ()
    after_particle: bool = False


@dataclass(frozen=True, slots=True)
class Anatomy:
    """A name, folded and taken apart; `key` is equal for names that differ in language, order of classes and spelling of own words only."""

    name: str
    parts: tuple[Part, ...]
    own: str
    own_key: str
    units: tuple[str, ...]
    concepts: tuple[str, ...]
    countries: tuple[str, ...]
    ordinals: tuple[str, ...]
    qualifiers: tuple[str, ...]
    acronym: bool

    @property
    def key(self) -> tuple[str, ...]:
        """What the name holds, whatever its language."""
        return bag_key(self.parts)

    @property
    def bare(self) -> bool:
        """True for unit words alone, such as "the Brigades": such a name names nobody beyond its document."""
        return not (self.own or self.concepts or self.countries or self.ordinals)

    @property
    def general(self) -> bool:
        """True for a name too general to tie two documents by itself, such as "the Security Forces" or "the 1st Brigade"."""
        return not self.own and not self.countries and len(self.concepts) < ENOUGH_CONCEPTS

    @property
    def bare_country(self) -> bool:
        """True where a country is all that the name says."""
        return bool(self.countries) and len(self.countries) == len(self.parts)


def bag_key(parts: tuple[Part, ...]) -> tuple[str, ...]:
    """Return the comparison key of some parts of a name.

    Args:
        parts: Parts in the name's order.

    Returns:
        The consonant key of the own words together, then the classes of the others, sorted.
    """
    own = "".join(part.cls for part in parts if part.role == "own")
    return (own, *sorted(f"{part.role}:{part.cls}" for part in parts if part.role != "own"))


@lru_cache(maxsize=65536)
def anatomy_of(name: str) -> Anatomy:
    """Take a name apart.

    Args:
        name: An organisation's name as a text has it, in any script.

    Returns:
        Its parts without articles, particles and honorifics.

    Example:
        >>> anatomy_of("Jabhat al-Nusra").key == anatomy_of("al-Nusra Front").key == anatomy_of("جبهة النصرة").key
        True
        >>> anatomy_of("the Brigades").bare
        True
    """
    words = fold_spelling(name).split()
    acronym = is_acronym_form(name) and unit_word("".join(words)) is None
    parts = (Part("own", "".join(words), " ".join(words)),) if acronym else tuple(_parts(words))
    own_words = [part.word for part in parts if part.role == "own"]
    return Anatomy(
        name=name,
        parts=parts,
        own=" ".join(own_words),
        own_key="".join(part.cls for part in parts if part.role == "own"),
        units=_classes(parts, "unit"),
        concepts=_classes(parts, "concept"),
        countries=_classes(parts, "country"),
        ordinals=_classes(parts, "ordinal"),
        qualifiers=_classes(parts, "qualifier"),
        acronym=acronym,
    )


def is_acronym_form(name: str) -> bool:
    """Say whether a name is written as an acronym: one word, at least two capitals, and mostly capitals.

    Args:
        name: A name as the text has it.

    Returns:
        True for FARC-EP, HuM or YPG/J; False for scripts without capitals.

    Example:
        >>> is_acronym_form("FARC-EP"), is_acronym_form("Taliban")
        (True, False)
    """
    word = name.strip()
    if _ACRONYM.match(word) is None:
        return False
    letters = [character for character in word if character.isalpha()]
    capitals = sum(character.isupper() for character in letters)
    return capitals >= 2 and 2 * capitals >= len(letters)


def _parts(words: list[str]) -> list[Part]:
    parts: list[Part] = []
    after_particle = False
    for at, word in enumerate(words):
        if parts and is_joined(word):
            parts[-1] = _joined(parts[-1], word)
            continue
        bare = _ARABIC_CLITIC.sub("", word)
        following = words[at + 1] if at + 1 < len(words) else ""
        part = None if _is_article(bare, following) else _part(bare, after_particle)
        if part is not None:
            parts.append(part)
        after_particle = part is None and (after_particle or _is_preposition(bare))
    return _without_titles(parts)


def _part(word: str, after_particle: bool) -> Part | None:
    """Classify one word; None for a particle."""
    entry = unit_word(word)
    if entry is not None:
        if entry.role == "particle":
            return None
        return Part(entry.role, entry.cls, word, rank=entry.rank, languages=entry.languages, after_particle=after_particle)
    country = _countries().get(word)
    if country is not None:
        return Part("country", country, word, after_particle=after_particle)
    number = _ORDINAL.match(word)
    if number is not None:
        return Part("ordinal", number.group(1), word, after_particle=after_particle)
    return Part("own", _own_key(word), word, after_particle=after_particle)


def _joined(before: Part, word: str) -> Part:
    """One word of two: Hizb Allah is Hizballah, and its first word is no party's."""
    whole = before.word + word.removeprefix("ا")
    return Part("own", _own_key(whole), whole, after_particle=before.after_particle)


def _own_key(word: str) -> str:
    """The consonant key; the word itself where digits or vowels are all that it has (M23)."""
    return word if any(character.isdigit() for character in word) else consonants(word) or word


def _without_titles(parts: list[Part]) -> list[Part]:
    """Drop honorifics, unless nothing else tells the name apart."""
    kept = [part for part in parts if part.role != "honorific"]
    if any(part.role in ("own", "concept", "country", "ordinal") for part in kept):
        return kept
    return [Part("own", _own_key(part.word), part.word) if part.role == "honorific" else part for part in parts]


def _is_article(word: str, following: str) -> bool:
    """An Arabic article, assimilated or not: `ad` before a word in d is one, elsewhere it is a word."""
    if word in ("al", "el", "ul"):
        return bool(following)
    return _ARTICLE.match(word) is not None and following.startswith(word[1:])


def _is_preposition(word: str) -> bool:
    entry = unit_word(word)
    return entry is not None and entry.cls == "preposition"


def _classes(parts: tuple[Part, ...], role: str) -> tuple[str, ...]:
    return tuple(sorted(part.cls for part in parts if part.role == role))


@cache
def _countries() -> dict[str, str]:
    file = files("testimonia.resolve") / "data" / "country_words.yml"
    listed = read_word_list(file.read_text("utf-8"), file="resolve/data/country_words.yml")
    return {_ARABIC_CLITIC.sub("", fold_spelling(word)): code for code, words in listed.items() for word in words}
