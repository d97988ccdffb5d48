"""Two organisations' names, compared part by part: what in the names alone speaks for one body, and what against.

What documents state is weighed elsewhere (`resolve.structure` adds it, `resolve.scoring` decides) and outranks this.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from testimonia.model.judgement import Feature
from testimonia.resolve.anatomy import ENOUGH_CONCEPTS, Anatomy, Part
from testimonia.resolve.scoring import FACTION, GRAVE, PARTS, SEVERE, SLIGHT
from testimonia.resolve.spelling import consonants, spells_alike
from testimonia.text.unit_words import is_weak, telling

AGREE = 0.92
"""Names that agree in every part."""
OTHER_SPELLING = -0.07
OTHER_UNIT_WORDS = -0.02
OTHER_WORD = -0.12
"""Another word of one language for one thing, where a country says whose: People's or Popular Movement for the Liberation of Angola."""
FURTHER = -0.05
"""Each doubt beside the gravest one."""
CONTAINED = 0.55
"""A name that stands within another one."""
ENOUGH_TELLING = 3
"""What programme words must tell together (`text.unit_words.telling`) for a translation to be one body's: a Justice and Equality Movement
is, a National Liberation Army is not."""
OUTLETS = frozenset(("en", "fr"))
"""Languages that reports are in and few of the bodies are named in."""
ADDING = frozenset(("en", "ru", "uk", "ar"))
"""Languages whose reports put a classifier before a name that has none of its own: the Taliban movement, движение Талибан, حركة طالبان."""
TRANSLATED_RANKS = frozenset(("brigade", "battalion", "company"))
"""Sizes that outlets put for one another when they translate; a corps is never a battalion."""

PROGRAMMES = "programmes"
"""Name of the feature that a programme word stands in one name only."""

Features = tuple[Feature, ...]


def compare_names(left: Anatomy, right: Anatomy) -> Features | None:
    """Compare two names whose own words have one consonant key and that invoke the same.

    Args:
        left: One name, taken apart.
        right: The other.

    Returns:
        What speaks for and against one body, or None where the names give no ground to ask.
    """
    own = in_step(left, right) if left.themes == right.themes else None
    if own is None:
        return None
    found = _parting(left, right)
    if found is not None:
        return None if found is _SILENT else (_AGREE, found)
    doubts = [_units(left, right)] if left.units != right.units else [_ranks(left, right)]
    doubts += (_land(left, right), _own(*own), _generic(left, right))
    return (_AGREE, *_gravest_first([doubt for doubt in doubts if doubt is not None]), *_variations(left, right, own))


def _parting(left: Anatomy, right: Anatomy) -> Feature | None:
    """The first that parts them, in the order of numbers, programmes, countries, factions; most names of one key differ in one of these."""
    found = None
    if left.ordinals != right.ordinals:
        found = _numbers(left, right)
    if found is None and left.concepts != right.concepts:
        found = _programmes(left, right)
    if found is None and left.countries != right.countries:
        found = _countries(left, right)
    if found is None and left.qualifiers != right.qualifiers:
        found = _factions(left, right)
    return found


def _gravest_first(doubts: list[Feature]) -> Iterator[Feature]:
    """The gravest doubt counts in full: what answers it answers the slighter ones too."""
    for at, doubt in enumerate(sorted(doubts, key=lambda doubt: doubt.weight)):
        yield doubt if at == 0 else Feature(doubt.name, FURTHER, doubt.words)


def compare_contained(long: Anatomy, short: Anatomy) -> Features:
    """Say what it means that one name stands within another.

    Args:
        long: The longer name.
        short: The shorter, all of whose parts stand in the longer one.

    Returns:
        What speaks for and against, never enough by itself: the Free Syrian Army is not the Syrian Army, the Farouq Brigades may be the
        Omar al-Farouq Brigades.
    """
    more = left_over(long, short)
    extra = " ".join([part.word for part in more])
    if long.qualifiers != short.qualifiers:
        return (_CONTAINED, Feature("faction", FACTION, f"{extra!r} marks a faction"))
    if _says_whose(long, short, more):
        return (_CONTAINED, Feature("left over", 0.0, f"{extra!r} is left over and says whose it is"))
    what = PROGRAMMES if any(part.role == "concept" for part in more) else "left over"
    return (_CONTAINED, Feature(what, SLIGHT + 0.05, f"{extra!r} is left over"))


def in_step(left: Anatomy, right: Anatomy) -> tuple[str, str] | None:
    """Put two names' own words into one order, if their consonants allow it.

    Args:
        left: One name.
        right: The other.

    Returns:
        The own words of both; None where they are others. "Council of X in Y" and "Y X Council" turn round at a preposition.
    """
    if left.own_key == right.own_key:
        return left.own, right.own
    turned = _turned(left, right)
    if turned is not None:
        return turned, right.own
    turned = _turned(right, left)
    return None if turned is None else (left.own, turned)


def _turned(name: Anatomy, like: Anatomy) -> str | None:
    """What stands after a preposition put in front, as the other name has it."""
    own = [part for part in name.parts if part.role == "own"]
    for at in range(1, len(own)):
        if own[at].after_particle:
            order = (*own[at:], *own[:at])
            if "".join(part.cls for part in order) == like.own_key:
                return " ".join(part.word for part in order)
    return None


def is_head(long: Anatomy, short: Anatomy) -> bool:
    """Say whether a name is all of another one that stands before "of" or "for".

    Args:
        long: The longer name.
        short: The shorter name.

    Returns:
        True for Operations Room and Operations Room of the Aleppo Factions.
    """
    size = len(short.parts)
    head = [(part.role, part.cls) for part in long.parts[:size]]
    return len(long.parts) > size and long.parts[size].after_particle and head == [(part.role, part.cls) for part in short.parts]


def left_over(long: Anatomy, short: Anatomy) -> tuple[Part, ...]:
    """Return the parts of a name that another one lacks.

    Args:
        long: The name whose parts are returned.
        short: The name to compare with.

    Returns:
        Parts in the name's order.
    """
    had = [(part.role, part.cls) for part in short.parts]
    extra: list[Part] = []
    for part in long.parts:
        word = (part.role, part.cls)
        if word in had:
            had.remove(word)
        else:
            extra.append(part)
    return tuple(extra)


def _says_whose(long: Anatomy, short: Anatomy, more: Sequence[Part]) -> bool:
    """What follows "of" names the bodies that make it up, not a country or a region that may have another one."""
    return is_head(long, short) and any(part.role == "unit" for part in more)


_AGREE = Feature("names agree", AGREE, "the same words in another form or order")
_CONTAINED = Feature("name within a name", CONTAINED, "one name stands within the other")
_SILENT = Feature("no ground", 0.0, "")
"""The names do not even ask to be compared."""


def _tells(name: Anatomy) -> bool:
    return bool(name.own or name.themes)


def _numbers(left: Anatomy, right: Anatomy) -> Feature:
    if len(left.ordinals) == len(right.ordinals) == 1:
        return Feature("numbers", PARTS, f"another number: {'.'.join(left.ordinals)} / {'.'.join(right.ordinals)}")
    return _SILENT if not _tells(left) else Feature("numbers", SEVERE, "a number stands in one name only")


def _programmes(left: Anatomy, right: Anatomy) -> Feature:
    """Islamic here and National there: two fronts. A word on one side only leaves it open."""
    if left.units != right.units or not (_tells(left) or left.countries):
        return _SILENT
    ours, theirs = _further_programmes(left, right), _further_programmes(right, left)
    words = f"{' '.join(part.word for part in ours) or '-'} / {' '.join(part.word for part in theirs) or '-'}"
    if not ours or not theirs:
        if not _tells(left):
            return _SILENT
        return Feature(PROGRAMMES, GRAVE, f"a programme word stands in one name only: {words}")
    if _share_language(ours, theirs):
        return Feature(PROGRAMMES, PARTS, f"each name has a programme word that the other lacks: {words}")
    return Feature(PROGRAMMES, GRAVE, f"programme words of two languages that the table does not match: {words}")


def _further_programmes(name: Anatomy, other: Anatomy) -> list[Part]:
    """The programme words that the other name lacks, as `left_over` finds them."""
    had = list(other.concepts)
    extra: list[Part] = []
    for part in name.parts if name.concepts else ():
        if part.role == "concept":
            if part.cls in had:
                had.remove(part.cls)
            else:
                extra.append(part)
    return extra


def _countries(left: Anatomy, right: Anatomy) -> Feature | None:
    if not left.countries or not right.countries:
        return None
    if not _tells(left) or not set(left.countries).isdisjoint(right.countries) or _names_region(left) or _names_region(right):
        return _SILENT
    return Feature("countries", PARTS, f"another country in the name: {' '.join(left.countries)} / {' '.join(right.countries)}")


def _names_region(name: Anatomy) -> bool:
    """Codes of countries have capitals; a region may lie in the country that the other name has."""
    return any(code.islower() for code in name.countries)


def _factions(left: Anatomy, right: Anatomy) -> Feature:
    words = [part.word for name in (left, right) for part in name.parts if part.role == "qualifier"]
    return Feature("faction", FACTION, f"a word that marks a faction stands in one name only: {' '.join(words)}")


def _units(left: Anatomy, right: Anatomy) -> Feature | None:
    words = f"{' '.join(left.units) or '-'} / {' '.join(right.units) or '-'}"
    if left.units and right.units and set(left.units) != set(right.units):
        return Feature("unit words", SEVERE, f"another sort of body in the name: {words}")
    missing = [cls for cls in (*left.units, *right.units) if left.units.count(cls) != right.units.count(cls)]
    rest = min(_telling_words(left), _telling_words(right))
    if all(_is_left_out(part, rest) for part in (*_unit_parts(left), *_unit_parts(right)) if part.cls in missing):
        return None if _tells(left) else Feature("unit words", SLIGHT, f"a general word stands in one name only: {words}")
    return Feature("unit words", GRAVE, f"the sort of body stands in one name only: {words}")


def _ranks(left: Anatomy, right: Anatomy) -> Feature | None:
    """Brigades and battalions translate one Arabic plural; a brigade is no battalion, least of all a numbered one."""
    ours, theirs = _unit_parts(left), _unit_parts(right)
    if ours == theirs:
        return None
    words = f"{' '.join(part.word for part in ours)} / {' '.join(part.word for part in theirs)}"
    if any(all(_is_another_choice(part, other) for other in theirs if other.cls == part.cls) for part in ours):
        return Feature("unit words", SLIGHT, f"two unit words of the bodies' own language: {words}")
    if [part.rank for part in ours] == [part.rank for part in theirs]:
        return None
    if left.ordinals:
        return Feature("size of unit", FACTION, f"a numbered unit of another size: {words}")
    if all(_is_one_size(*pair) for pair in zip(ours, theirs, strict=True) if pair[0].rank != pair[1].rank):
        return None
    return Feature("size of unit", SLIGHT, f"units of another size: {words}")


def _telling_words(name: Anatomy) -> int:
    """How many words tell a name apart: programme words by themselves count as one at most."""
    invoked = sum(part.role in ("own", "theme", "country") for part in name.parts)
    return invoked + len(name.concepts) if invoked else int(len(name.concepts) >= ENOUGH_CONCEPTS)


def _is_another_choice(ours: Part, theirs: Part) -> bool:
    """Lashkar and Jaish are both an army; who calls itself the one is not the other. English and French words are the outlets' choice."""
    shared = (_languages([ours]) & _languages([theirs])) - OUTLETS
    return ours.rank == theirs.rank and bool(shared) and not _begin_alike(consonants(ours.word), consonants(theirs.word))


def _begin_alike(ours: str, theirs: str) -> bool:
    """A plural, a case or an article run together (hizb, hizbul) adds to a word's end."""
    return ours.startswith(theirs) or theirs.startswith(ours)


def _is_one_size(ours: Part, theirs: Part) -> bool:
    """Outlets choose the size, and the number, when they translate; within a language the words are chosen by the body."""
    if not {ours.rank, theirs.rank} <= TRANSLATED_RANKS:
        return False
    plurals = ours.word.endswith("s") and theirs.word.endswith("s")
    return plurals or not _share_language([ours], [theirs])


def _land(left: Anatomy, right: Anatomy) -> Feature | None:
    """An adjective that an outlet adds (Libyan) weighs less than a country that belongs to the name (of Iran) or tells namesakes apart."""
    if left.countries == right.countries:
        return None
    named, bare = (left, right) if left.countries else (right, left)
    added = any(part.role == "country" and not part.after_particle for part in named.parts)
    tells = len(bare.themes) + len(bare.concepts) > 1 or not bare.themes if not bare.own else len(bare.parts) > 1
    weight = SLIGHT if added and tells and not _names_region(named) and not bare.general else GRAVE
    return Feature("country", weight, f"a country stands in one name only: {' '.join(named.countries)}")


def _own(ours: str, theirs: str) -> Feature | None:
    if not ours or spells_alike(ours, theirs):
        return None
    return Feature("spelling", GRAVE, f"own words with the same consonants but other vowels: {ours} / {theirs}")


def _generic(left: Anatomy, right: Anatomy) -> Feature | None:
    """Names of programme words alone: many countries have a National Liberation Army."""
    if left.own:
        return None
    ours, theirs = _by_class(left), _by_class(right)
    for cls in sorted(ours):
        if _share_language([ours[cls]], [theirs[cls]]) and not _is_one_word(ours[cls], theirs[cls]):
            weight = OTHER_WORD if left.countries and right.countries and len(ours) > 1 else GRAVE
            return Feature("general name", weight, f"two words of one language for one thing: {ours[cls].word} / {theirs[cls].word}")
    if (left.countries and right.countries) or left.themes:
        return None
    one_language = not _language(left).isdisjoint(_language(right))
    if _sequence(left) != _sequence(right) and one_language:
        return Feature("general name", SLIGHT, "the same general words in another order")
    exact = sum(ours[cls].rank is not None and ours[cls].rank == theirs[cls].rank for cls in ours)
    told = min(_told(left), _told(right)) + exact  # the less usual word of a class, in both: protection beside defence
    if one_language or told >= ENOUGH_TELLING:
        return None
    return Feature("general name", SLIGHT, "a translation of a name that several bodies bear")


def _told(name: Anatomy) -> int:
    """How much programme and unit words tell together; a second unit word makes a name rarer."""
    return sum(map(telling, (*name.concepts, *name.units))) + max(0, len(name.units) - 1)


def _is_one_word(ours: Part, theirs: Part) -> bool:
    """Forms and spellings of one word; what a name invokes is spelled alike (Ansar al-Islam and Ansaroul Islam are two)."""
    if ours.rank != theirs.rank:
        return False
    if ours.role == "concept" and ours.word[:4] == theirs.word[:4]:
        return True
    return _plain(ours.word) == _plain(theirs.word)


def _plain(word: str) -> str:
    """Consonants without a plural's or a feminine's closing one (nusra, nusrat)."""
    return consonants(word).rstrip("hts")


def _variations(left: Anatomy, right: Anatomy, own: tuple[str, str]) -> Features:
    """What differs and may: spellings of own words, unit words of one class."""
    found: list[Feature] = []
    ours, theirs = own
    if ours != theirs:
        found.append(Feature("spelling", OTHER_SPELLING, f"spellings of one name: {ours} / {theirs}"))
    first, second = (" ".join([part.word for part in _unit_parts(name)]) for name in (left, right))
    if first != second:
        found.append(Feature("unit words", OTHER_UNIT_WORDS, f"unit words of one class: {first or '-'} / {second or '-'}"))
    return tuple(found)


def _unit_parts(name: Anatomy) -> list[Part]:
    found = [part for part in name.parts if part.role == "unit"]
    return found if len(found) < 2 else sorted(found, key=attrgetter("cls"))


def _by_class(name: Anatomy) -> dict[str, Part]:
    return {part.cls: part for part in name.parts if part.role in ("concept", "theme")}


def _is_left_out(part: Part, rest: int) -> bool:
    """A classifier that a report adds or leaves out (the M23 Movement); elsewhere, and where it is no mere classifier, it is part of
    the name unless two more words tell (Badr and the Badr Organisation are two, Taliban and Tehrik-i-Taliban too)."""
    return is_weak(part.cls) and (rest > 1 or (rest == 1 and part.cls != "organisation" and not ADDING.isdisjoint(part.languages)))


def _sequence(name: Anatomy) -> list[str]:
    return [part.cls for part in name.parts if part.role in ("unit", "concept")]


def _language(name: Anatomy) -> frozenset[str]:
    """The languages that every word of a name is of; all of them where no language has all."""
    told = [_languages([part]) for part in name.parts if part.role in ("unit", "concept")]
    none = frozenset[str]()
    shared = none if not told else told[0].intersection(*told[1:])
    return shared or none.union(*told)


def _share_language(ours: list[Part], theirs: list[Part]) -> bool:
    """A romanisation is no translation: ar and ar-Latn are one language."""
    return not _languages(ours).isdisjoint(_languages(theirs))


def _languages(parts: list[Part]) -> frozenset[str]:
    if len(parts) == 1:
        return _plain_languages(parts[0].languages)
    return frozenset[str]().union(*[_plain_languages(part.languages) for part in parts])


@lru_cache(maxsize=1024)
def _plain_languages(languages: tuple[str, ...]) -> frozenset[str]:
    return frozenset(language.partition("-")[0] for language in languages)
