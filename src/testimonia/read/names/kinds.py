"""The kind of a body: from the head words of its name, corrected by what the name says it is for and by what the document sees it do."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from testimonia.model.kinds import ENTITY_KINDS, EntityKind
from testimonia.read.lexicon import any_of, organisation_kinds, table, words_of
from testimonia.read.names.heads import is_body_noun
from testimonia.text.geography import countries_of_adjective, country_code, country_of_adjective
from testimonia.text.names import fold_spelling
from testimonia.text.unit_words import unit_word

Bent = Literal["fights", "contests", "publishes"]
"""What a body is seen to do: fight, contest elections, or bring news. It tells the kind of a name without a head word."""

_SIZES = (3, 2, 1)
"""Words of the longest head phrases, longest first."""
_DEFENCE = frozenset(("defence", "defense"))
"""Beside a country's name they tell of its army; alone, of those who defend themselves."""
_JOINTS = frozenset(("of", "for", "in", "against", "to", "on", "with"))


def kind_of_name(name: str, bents: Mapping[Bent, int]) -> tuple[EntityKind | None, str | None]:
    """Propose the kind of a body, and the country of a force or government.

    Args:
        name: The fullest name.
        bents: What the document sees the body do, counted, its short names included.

    Returns:
        Kind and ISO 3166-1 alpha-2 code, each None where nothing tells.

    Example:
        >>> kind_of_name("Front for the Salvation of the Republic", {})
        ('armed_group', None)
    """
    words = name.lower().split()
    size, country = _country_before(words)
    if country and " ".join(words[size:]) in words_of("people", "force_nouns"):
        return "state_force", country
    if words[-1] == "network" and not words_of("names", "civil_words").isdisjoint(words):
        return "civil_org", country  # of human rights, of relief
    told = _kind_by_head(words) or _first(organisation_kinds().get(w) for w in words)
    if told is None:
        return _kind_by_unit(words) or _kind_by_bent(bents), country
    kind = _corrected(told, words, bents)
    return kind, country or (_country_behind(words) if kind == "government" else None)


def _country_behind(words: Sequence[str]) -> str | None:
    """Give the country that a name ends in: "Transitional Government of Chad"."""
    joint = next((n for n, word in enumerate(words) if word == "of"), None)
    return None if joint is None else country_code(" ".join(words[joint + 1 :]).title().removeprefix("The "))


def is_force_of_country(name: str) -> bool:
    """Say whether a name says only that it is the forces of a country: "Malian army", "Sri Lankan security forces".

    Args:
        name: A name or its key.

    Returns:
        False for any further word, and for forces of nobody.
    """
    words = name.lower().split()
    size, country = _country_before(words)
    return country is not None and " ".join(words[size:]) in words_of("people", "force_nouns")


def is_branch(name: str) -> bool:
    """Say whether a name is that of a part of a country's forces: its navy, its police, a guard, a unit.

    Args:
        name: A name or its key.

    Returns:
        True where a word for a branch or a unit is in it.
    """
    return not any_of(("names", "branches_of_forces"), ("names", "branches_of_armies")).isdisjoint(name.lower().split())


def _kind_by_head(words: Sequence[str]) -> EntityKind | None:
    """Give the kind of the head phrase: the last words before "of" or "for", else the last or first words of the name."""
    joint = next((n for n, w in enumerate(words) if n and w in _JOINTS), len(words))
    lead = words[:joint]
    kinds = organisation_kinds()
    for size in _SIZES:
        kind = _first(kinds.get(" ".join(at)) for at in (words[-size:], words[:size]) if len(at) == size > 1)
        if kind is not None:
            return kind
    if any(kinds.get(w) == "coalition" for w in lead):
        return "coalition"  # "Coordination Committee of X"
    if joint < len(words) and is_body_noun(lead[-1]):
        return _first([kinds.get(lead[-1])])
    return _first(kinds.get(at) for at in (words[-1], words[0]))


def _first(codes: Iterable[str | None]) -> EntityKind | None:
    """Give the first code that is a kind."""
    return next((kind for code in codes for kind in ENTITY_KINDS if kind == code), None)


def _corrected(kind: EntityKind, words: Sequence[str], bents: Mapping[Bent, int]) -> EntityKind:
    """Let what a body does, and the other words of its name, correct its head word: a union that fights, armed forces that are rebels'."""
    fights = bents.get("fights", 0) > bents.get("contests", 0)
    named_for_war = any(part in words_of("names", "war_words") for word in words for part in (word, *word.split("-")))
    if kind == "civil_org" and (fights or named_for_war):
        return "armed_group"
    if kind == "media" and fights and words[-1] == "network":
        return "armed_group"  # "the X Network" that attacks
    if kind == "political_body" and not words_of("names", "parliamentary_heads").intersection(words) and (fights or named_for_war):
        return "armed_group"
    if kind == "state_force":
        return "armed_group" if _is_no_state_s(words) else kind
    return "state_force" if kind == "armed_group" and _is_a_state_s(words) else kind


def _is_no_state_s(words: Sequence[str]) -> bool:
    """Say whether a force is no state's by its name: a rebels', or armed forces that no country and no word for a state qualifies."""
    rebel = words_of("names", "rebel_words").intersection(words)
    if rebel - _DEFENCE:
        return True
    if _tells_country(words):
        return False
    further = {word for word in words if word not in _JOINTS | _DEFENCE | {"the", "armed", "force", "forces"}}
    ambiguous = {"armed", *_DEFENCE}.intersection(words) and words_of("names", "words_of_forces").intersection(words)
    return bool(further and (rebel or (ambiguous and not further & words_of("names", "words_of_states"))))


def _is_a_state_s(words: Sequence[str]) -> bool:
    """Say whether a unit is one of a state's by its name: a branch of a regular army, the guard of an office, the army of a country."""
    if words_of("names", "rebel_words").intersection(words):
        return False
    if words[:2] == ["army", "of"] and (words_of("names", "kinds_of_state").intersection(words) or country_code(" ".join(words[2:]))):
        return True
    if not words_of("names", "branches_of_armies").isdisjoint(words) and words[-1] in words_of("names", "regular_units"):
        return True
    further = {word for word in words if word not in _JOINTS and word not in ("the", "army")}
    others = further - words_of("names", "words_of_regular_armies")
    return "army" in words and _tells_country(words) and len(others) <= 1 and all(_tells_country([word]) for word in others)


def _tells_country(words: Sequence[str]) -> bool:
    """Say whether a country, one of today or a former one, is in a name: "Royal Thai Army", "Armed Forces of the Philippines"."""
    spans = (" ".join(words[at : at + size]) for size in _SIZES for at in range(len(words) - size + 1))
    return any(
        words_of("names", "former_states").intersection((span,)) or countries_of_adjective(span.title()) or country_code(span.title())
        for span in spans
    )


def _country_before(words: Sequence[str]) -> tuple[int, str | None]:
    """Give the country whose name or adjective opens a name, and how many words it takes: "Sri Lankan Army"."""
    for size in (2, 1):
        lead = " ".join(words[:size]).title()
        country = (country_of_adjective(lead) or country_code(lead)) if len(words) > size else None
        if country is not None:
            return size, country
    return 1, None


def _kind_by_unit(words: Sequence[str]) -> EntityKind | None:
    """Give the kind of a body whose name is in another language: "Jaysh al-X", "Lashkar-e-Y"."""
    for word in (part for whole in words for part in (whole, whole.split("-", 1)[0])):
        known = unit_word(fold_spelling(word))
        if known is not None and known.role == "unit":
            return _first([table("names", "kind_of_unit").get(known.cls)])
    return None


def _kind_by_bent(bents: Mapping[Bent, int]) -> EntityKind | None:
    """Give the kind of a body whose name tells nothing by what it is seen to do most."""
    if not bents:
        return None
    if bents.get("publishes", 0) > bents.get("fights", 0) + bents.get("contests", 0):
        return "media"
    return "armed_group" if bents.get("fights", 0) >= bents.get("contests", 0) else "political_body"
