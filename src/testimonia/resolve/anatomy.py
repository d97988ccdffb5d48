"""The anatomy of an organisation's name: which words tell it apart, and which say only what sort of body it is.

A name is folded, split into words, and each word looked up: unit words (brigade, kata'ib), programme words (liberation, national),
countries, ordinals, words that mark a faction (provisional), honorifics and particles. What no table holds is the name's own. Two names
are compared part by part (`resolve.compare`), never as strings.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from testimonia.resolve.spelling import own_consonants
from testimonia.resolve.vocabulary import look_up, phrase_at, taken_apart, without_clitics
from testimonia.text.names import fold_spelling, without_elided
from testimonia.text.unit_words import UnitWord, unit_word

ENOUGH_CONCEPTS = 2
"""Programme words that make a name of one without own words: National Liberation Army is a name, Security Forces is too general."""

KEPT = 1 << 20
"""Names kept taken apart. A build asks for each of its names several times over, in order: a cache with fewer would keep none of them."""
WORDS_KEPT = 1 << 16
"""Words kept looked up; names share theirs, so that few are asked for twice after so many others."""
LONGEST_ARTICLE = 3
"""Letters of the longest Arabic article, as romanised: ash, adh."""
LONG_MONTH = 6
"""Letters from which a month's name is a month without a day beside it."""

_ARTICLE = re.compile(r"^(?:[ae](?:l|n|sh|s|d|r|th|t|z|dh)|u(?:l|r|d|z|sh)|[аэи](?:ль?|н|ш|с|д|р|т|з))$")
_WHOLE_ARTICLES = frozenset(("al", "el", "ul", "аль", "эль", "ал", "ель", "א", "אל"))
_SERVANTS_OF_GOD = {("abd", "allah"): "abdallah", ("abdu", "allah"): "abdallah", ("عبد", "له"): "عبدالله", ("عبد", "الله"): "عبدالله"}
"""Abd Allah is a person's name, written apart or together, and no word of a programme."""
_SONS = frozenset(("ibn", "bin", "بن", "ابن"))
_FATHERS = frozenset(("abu", "abi", "abou", "ابو", "ابي"))
_ROLES_OF_SENSE = frozenset(("theme", "concept"))
_BESIDE = re.compile(r"\s+\([A-Z][A-Z0-9&/.-]{1,9}\)$|\u200c")
"""An acronym given after the name, and the Persian mark between parts of one word."""
_CYRILLIC_ADJECTIVE = re.compile(r"(?<=\w{3})ськ\w{1,3}$|(?<=\w{3})ск(?:ая|ии|ие|ое|ои|ого|ую|их|ому|им)$")
"""Качинская армия is the army of Kachin."""
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th|a|o|e|er|eme)?$")
_ACRONYM = re.compile(r"^[^\W\d_a-z][\w.&/+-]{1,11}$")


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name that counts, its class and what it is: `unit`, `concept`, `theme`, `country`, `ordinal`, `qualifier` or `own`."""

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
    themes: tuple[str, ...]
    countries: tuple[str, ...]
    ordinals: tuple[str, ...]
    qualifiers: tuple[str, ...]
    acronym: bool
    key: tuple[str, ...]
    """What the name holds, whatever its language."""

    @property
    def bare(self) -> bool:
        """True for unit words alone, such as "the Brigades": such a name names nobody beyond its document."""
        return not (self.own or self.concepts or self.themes or self.countries or self.ordinals)

    @property
    def general(self) -> bool:
        """True for a name too general to tie two documents by itself, such as "the Security Forces" or "the 1st Brigade"."""
        return not self.own and not self.themes and not self.countries and len(self.concepts) < ENOUGH_CONCEPTS

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
    own = "".join([part.cls for part in parts if part.role == "own"])
    return (own, *sorted([f"{part.role}:{part.cls}" for part in parts if part.role != "own"]))


@lru_cache(maxsize=KEPT)
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
    words = fold_spelling(without_elided(_BESIDE.sub(" ", name))).split()
    acronym = is_acronym_form(name) and unit_word("".join(words)) is None
    parts = (Part("own", _acronym_key("".join(words)), " ".join(words)),) if acronym else tuple(_parts(_told_apart(words)))
    own: list[Part] = []
    classes: dict[str, list[str]] = {}
    for part in parts:
        if part.role == "own":
            own.append(part)
        else:
            classes.setdefault(part.role, []).append(part.cls)
    own_key = "".join([part.cls for part in own])
    for found in classes.values():
        found.sort()
    return Anatomy(
        name=name,
        parts=parts,
        own=" ".join([part.word for part in own]),
        own_key=own_key,
        units=tuple(classes.get("unit", ())),
        concepts=tuple(classes.get("concept", ())),
        themes=tuple(classes.get("theme", ())),
        countries=tuple(classes.get("country", ())),
        ordinals=tuple(classes.get("ordinal", ())),
        qualifiers=tuple(classes.get("qualifier", ())),
        acronym=acronym,
        key=(own_key, *sorted([f"{role}:{cls}" for role, found in classes.items() for cls in found])),
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
    if " " in word or _ACRONYM.match(word) is None:
        return False
    letters = [character for character in word if character.isalpha()]
    capitals = sum(character.isupper() for character in letters)
    return capitals >= 2 and 2 * capitals >= len(letters)


def _acronym_key(letters: str) -> str:
    """Acronyms of Latin letters are compared letter by letter; in other letters they are heard (УНИТА, Unita)."""
    return letters if letters.isascii() else _own_key(letters)


def _told_apart(words: list[str]) -> list[str]:
    """Leave out articles, and part what spellings join."""
    found: list[str] = []
    for at, word in enumerate(words):
        if len(word) > LONGEST_ARTICLE or not _is_article(word, words[at + 1] if at + 1 < len(words) else ""):
            found += _plain_words(word)
            if found[-2:-1] and (found[-2], found[-1]) in _SERVANTS_OF_GOD:
                found[-2:] = [_SERVANTS_OF_GOD[found[-2], found[-1]]]
    return found


@lru_cache(maxsize=WORDS_KEPT)
def _plain_words(word: str) -> tuple[str, ...]:
    return taken_apart(without_clitics(word))


def _parts(words: list[str]) -> list[Part]:
    parts: list[Part] = []
    after_particle, at = False, 0
    while at < len(words):
        phrase = phrase_at(words, at)
        if phrase is None:
            size, part = 1, _part_of_word(words[at], after_particle)
            if part is not None and part.role in _ROLES_OF_SENSE and _of_a_person(words, at):
                part = _as_own(part)
        else:
            size, part = phrase[1], _part(" ".join(words[at : at + phrase[1]]), phrase[0], after_particle)
        if part is None:
            entry = look_up(words[at]) if phrase is None else phrase[0]
            after_particle = after_particle or (entry is not None and entry.cls == "preposition")
        else:
            parts.append(part)
            after_particle = False
        at += size
    roles = {part.role for part in parts}
    dated = _dated(parts) if "month" in roles else parts
    return _without_titles(dated) if "honorific" in roles else dated


def _of_a_person(words: list[str], at: int) -> bool:
    """Whether a word is part of a person's name, whatever it means elsewhere: Tariq ibn Ziyad, Abu Jihad."""
    before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    return before in _SONS or after in _SONS or before in _FATHERS


@lru_cache(maxsize=WORDS_KEPT)
def _part_of_word(word: str, after_particle: bool) -> Part | None:
    """Names are many and their words few: the parts are shared."""
    return _part(word, look_up(word), after_particle)


def _part(word: str, entry: UnitWord | None, after_particle: bool) -> Part | None:
    """Make a part of a word; None for a particle."""
    if entry is not None:
        if entry.role == "particle":
            return None
        return Part(entry.role, entry.cls, word, rank=entry.rank, languages=entry.languages, after_particle=after_particle)
    number = _ORDINAL.match(word)
    if number is not None:
        return Part("ordinal", number.group(1), word, after_particle=after_particle)
    plain = _CYRILLIC_ADJECTIVE.sub("", word)
    return Part("own", _own_key(plain), plain, after_particle=after_particle)


def _dated(parts: list[Part]) -> list[Part]:
    """A day and a month beside each other are one part, the name by a date; a month alone is a word like others."""
    found: list[Part] = []
    for part in parts:
        before = found[-1] if found else None
        if before is not None and {before.role, part.role} == {"month", "ordinal"}:
            month, day = (before, part) if before.role == "month" else (part, before)
            found[-1] = Part("theme", f"date-{month.cls}-{day.cls}", f"{day.word} {month.word}", after_particle=before.after_particle)
        else:
            found.append(part)
    return [_without_day(part) if part.role == "month" else part for part in found]


def _without_day(part: Part) -> Part:
    """Black September: a long word can be nothing but a month; May and Mars can."""
    if len(part.word) < LONG_MONTH:
        return _as_own(part)
    return Part("theme", f"month-{part.cls}", part.word, after_particle=part.after_particle)


def _as_own(part: Part) -> Part:
    return Part("own", _own_key(part.word), part.word, after_particle=part.after_particle)


def _own_key(word: str) -> str:
    """The consonant key; the word itself where digits or vowels are all that it has (M23)."""
    return word if any(character.isdigit() for character in word) else own_consonants(word) or word


def _without_titles(parts: list[Part]) -> list[Part]:
    """Drop honorifics, unless nothing else tells the name apart."""
    kept = [part for part in parts if part.role != "honorific"]
    if any(part.role in ("own", "concept", "theme", "country", "ordinal") for part in kept):
        return kept
    return [_as_own(part) if part.role == "honorific" else part for part in parts]


def _is_article(word: str, following: str) -> bool:
    """An Arabic article, assimilated or not: `ad` before a word in d is one, elsewhere it is a word."""
    if word in _WHOLE_ARTICLES:
        return bool(following)
    return _ARTICLE.match(word) is not None and following.startswith(word[1:])
