"""Two organisations' names, compared part by part: SAME, DIFFERENT, UNSURE, or nothing to say.

Names only. What documents state is weighed elsewhere and outranks this. An UNSURE says what could lift it: `alias` (both own one stated
name), `parent` (both are the wing of one body), `context` (their documents name other bodies in common).

Measured on the 15 pairs of the design notes and on public alias lists; no score here is a probability, it orders the review queue.
"""

from collections import Counter
from dataclasses import dataclass

from testimonia.model.kinds import Verdict
from testimonia.resolve.anatomy import Anatomy, Part
from testimonia.resolve.spelling import spells_alike
from testimonia.text.unit_words import is_weak

ANY = frozenset(("alias", "parent", "context"))
FIRM = frozenset(("alias", "parent"))
ALIAS = frozenset(("alias",))
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the names alone say, why, and what may lift an UNSURE to SAME."""

    verdict: Verdict
    score: float
    reasons: tuple[str, ...]
    lifts: frozenset[str] = NOTHING


def compare_names(left: Anatomy, right: Anatomy) -> Comparison | None:
    """Compare two names whose own words have one consonant key.

    Args:
        left: One name, taken apart.
        right: The other.

    Returns:
        A comparison, or None where the names give no ground to ask whether they are one.
    """
    if left.own_key != right.own_key:
        return None
    for look in (_numbers, _programmes, _countries, _factions):
        found = look(left, right)
        if found is not None:
            return found if found.reasons else None
    doubts = [
        doubt
        for doubt in (_units(left, right), _ranks(left, right), _land(left, right), _own(left, right), _generic(left, right))
        if doubt is not None
    ]
    if not doubts:
        return Comparison("SAME", *_same(left, right))
    score = min(doubt.score for doubt in doubts)
    lifts = frozenset.intersection(*(doubt.lifts for doubt in doubts))
    return Comparison("UNSURE", score, tuple(reason for doubt in doubts for reason in doubt.reasons), lifts)


def compare_contained(long: Anatomy, short: Anatomy) -> Comparison:
    """Say what it means that one name stands within another.

    Args:
        long: The longer name.
        short: The shorter, all of whose parts stand in the longer one.

    Returns:
        Always UNSURE: the Free Syrian Army is not the Syrian Army, the Farouq Brigades may be the Omar al-Farouq Brigades.
    """
    extra = " ".join(part.word for part in left_over(long, short))
    if long.qualifiers != short.qualifiers:
        return Comparison("UNSURE", 0.2, (f"one name stands within the other, but {extra!r} marks a faction",))
    lifts = ANY if _says_whose(long, short) else FIRM
    return Comparison("UNSURE", 0.4, (f"one name stands within the other; {extra!r} is left over",), lifts)


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
    counts = Counter((part.role, part.cls) for part in short.parts)
    extra: list[Part] = []
    for part in long.parts:
        if counts[part.role, part.cls] > 0:
            counts[part.role, part.cls] -= 1
        else:
            extra.append(part)
    return tuple(extra)


def _says_whose(long: Anatomy, short: Anatomy) -> bool:
    """What follows "of" names the bodies that make it up, not a country or a region that may have another one."""
    return is_head(long, short) and any(part.role == "unit" for part in left_over(long, short))


_SILENT = Comparison("UNSURE", 0.0, ())


def _numbers(left: Anatomy, right: Anatomy) -> Comparison | None:
    if left.ordinals == right.ordinals:
        return None
    if len(left.ordinals) == len(right.ordinals) == 1:
        return Comparison("DIFFERENT", 0.9, (f"another number: {'.'.join(left.ordinals)} / {'.'.join(right.ordinals)}",))
    return _SILENT if not left.own else Comparison("UNSURE", 0.25, ("a number stands in one name only",), ALIAS)


def _programmes(left: Anatomy, right: Anatomy) -> Comparison | None:
    """Islamic here and National there: two fronts. A word on one side only leaves it open."""
    ours = [part for part in left_over(left, right) if part.role == "concept"]
    theirs = [part for part in left_over(right, left) if part.role == "concept"]
    if not ours and not theirs:
        return None
    words = f"{' '.join(part.word for part in ours) or '-'} / {' '.join(part.word for part in theirs) or '-'}"
    if not ours or not theirs:
        return (
            Comparison("UNSURE", 0.35, (f"a programme word stands in one name only: {words}",), FIRM)
            if left.own and left.units == right.units
            else _SILENT
        )
    if left.units != right.units or not (left.own or left.countries):
        return _SILENT
    if _share_language(ours, theirs):
        return Comparison("DIFFERENT", 0.8, (f"each name has a programme word that the other lacks: {words}",))
    return Comparison("UNSURE", 0.3, (f"programme words of two languages that the table does not match: {words}",), FIRM)


def _countries(left: Anatomy, right: Anatomy) -> Comparison | None:
    if not left.countries or not right.countries or left.countries == right.countries:
        return None
    if not left.own or not set(left.countries).isdisjoint(right.countries):
        return _SILENT
    return Comparison("DIFFERENT", 0.8, (f"another country in the name: {' '.join(left.countries)} / {' '.join(right.countries)}",))


def _factions(left: Anatomy, right: Anatomy) -> Comparison | None:
    if left.qualifiers == right.qualifiers:
        return None
    words = [part.word for name in (left, right) for part in name.parts if part.role == "qualifier"]
    return Comparison("UNSURE", 0.2, (f"a word that marks a faction stands in one name only: {' '.join(words)}",))


def _units(left: Anatomy, right: Anatomy) -> Comparison | None:
    if left.units == right.units:
        return None
    missing = (Counter(left.units) - Counter(right.units)) + (Counter(right.units) - Counter(left.units))
    words = f"{' '.join(left.units) or '-'} / {' '.join(right.units) or '-'}"
    if left.units and right.units and set(left.units) != set(right.units):
        return Comparison("UNSURE", 0.25, (f"another sort of body in the name: {words}",), ALIAS)
    if all(_is_left_out(part) for part in (*_unit_parts(left), *_unit_parts(right)) if part.cls in missing):
        return None if left.own else Comparison("UNSURE", 0.5, (f"a general word stands in one name only: {words}",), ANY)
    return Comparison("UNSURE", 0.35, (f"the sort of body stands in one name only: {words}",), FIRM)


def _ranks(left: Anatomy, right: Anatomy) -> Comparison | None:
    """Brigades and battalions translate one Arabic plural; a brigade is no battalion, least of all a numbered one."""
    ours, theirs = _unit_parts(left), _unit_parts(right)
    if [part.rank for part in ours] == [part.rank for part in theirs] or left.units != right.units:
        return None
    words = f"{' '.join(part.word for part in ours)} / {' '.join(part.word for part in theirs)}"
    if left.ordinals:
        return Comparison("UNSURE", 0.2, (f"a numbered unit of another size: {words}",))
    if all(_is_plural(part) for part in (*ours, *theirs) if part.cls == "troop"):
        return None
    return Comparison("UNSURE", 0.45, (f"units of another size: {words}",), ANY)


def _land(left: Anatomy, right: Anatomy) -> Comparison | None:
    """An adjective that an outlet adds (Libyan) weighs less than a country that belongs to the name (of Iran) or tells namesakes apart."""
    if left.countries == right.countries:
        return None
    named, bare = (left, right) if left.countries else (right, left)
    added = any(part.role == "country" and not part.after_particle for part in named.parts)
    lifts = ANY if added and len(bare.parts) > 1 and not bare.general else FIRM
    return Comparison("UNSURE", 0.6, (f"a country stands in one name only: {' '.join(named.countries)}",), lifts)


def _own(left: Anatomy, right: Anatomy) -> Comparison | None:
    if not left.own or spells_alike(left.own, right.own):
        return None
    return Comparison("UNSURE", 0.4, (f"own words with the same consonants but other vowels: {left.own} / {right.own}",), FIRM)


def _generic(left: Anatomy, right: Anatomy) -> Comparison | None:
    """Names of programme words alone: many countries have a National Liberation Army."""
    if left.own:
        return None
    ours, theirs = _by_class(left, "concept"), _by_class(right, "concept")
    for cls in ours:
        if (
            ours[cls].word != theirs[cls].word
            and _share_language([ours[cls]], [theirs[cls]])
            and ours[cls].word[:4] != theirs[cls].word[:4]
        ):
            return Comparison("UNSURE", 0.3, (f"two words of one language for one thing: {ours[cls].word} / {theirs[cls].word}",), FIRM)
    if left.countries:
        return None
    if _sequence(left) != _sequence(right) and _share_language(list(ours.values()), list(theirs.values())):
        return Comparison("UNSURE", 0.45, ("the same general words in another order",), ANY)
    if _share_language(list(ours.values()), list(theirs.values())):
        return None
    return Comparison("UNSURE", 0.5, ("a translation of a name that several bodies bear",), ANY)


def _same(left: Anatomy, right: Anatomy) -> tuple[float, tuple[str, ...]]:
    reasons: list[str] = []
    score = 0.92
    if left.own != right.own:
        score = 0.85
        reasons.append(f"spellings of one name: {left.own} / {right.own}")
    units = (" ".join(part.word for part in _unit_parts(left)), " ".join(part.word for part in _unit_parts(right)))
    if units[0] != units[1]:
        score -= 0.02
        reasons.append(f"unit words of one class: {units[0] or '-'} / {units[1] or '-'}")
    return score, tuple(reasons) or ("the same words in another form or order",)


def _unit_parts(name: Anatomy) -> list[Part]:
    return sorted((part for part in name.parts if part.role == "unit"), key=lambda part: part.cls)


def _by_class(name: Anatomy, role: str) -> dict[str, Part]:
    return {part.cls: part for part in name.parts if part.role == role}


def _is_left_out(part: Part) -> bool:
    """A classifier that an English text adds or leaves out (the M23 Movement); elsewhere it may be part of the name (Tehrik-i-Taliban)."""
    return is_weak(part.cls) and "en" in part.languages


def _sequence(name: Anatomy) -> list[str]:
    return [part.cls for part in name.parts if part.role in ("unit", "concept")]


def _is_plural(part: Part) -> bool:
    """An English or Spanish plural, or any Arabic form: outlets choose the number when they translate."""
    return part.word.endswith("s") or any(language.startswith("ar") for language in part.languages)


def _share_language(ours: list[Part], theirs: list[Part]) -> bool:
    return not {language for part in ours for language in part.languages}.isdisjoint(
        language for part in theirs for language in part.languages
    )
