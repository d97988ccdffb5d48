"""Short forms of names, and names that only look like short forms: "Sea Tigers" beside "Black Sea Tigers"."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from testimonia.model.kinds import EntityClass
from testimonia.read.lexicon import flat, organisation_heads, words_of
from testimonia.read.names.heads import is_body_noun, is_foreign_head, is_head, is_programme
from testimonia.read.names.spotting import Spot
from testimonia.text.geography import country_of_adjective, is_country, is_place_name
from testimonia.text.names import is_acronym_for

Pairs = frozenset[tuple[str, str]]


def told_apart(spots: Iterable[Spot], *, acronyms: Mapping[str, str]) -> Pairs:
    """Find the names of which the text speaks side by side, one holding all words of the other: they are two things.

    Args:
        spots: All names of a document.
        acronyms: Folded acronym to the folded name that the text gives it for.

    Returns:
        Pairs of folded names, the shorter first, that are coordinated or stand in one clause, or have an acronym each.
    """
    by_tree: dict[int, list[Spot]] = {}
    for spot in spots:
        by_tree.setdefault(spot.tree.sentence.start, []).append(spot)
    found: set[tuple[str, str]] = set()
    for together in by_tree.values():
        for short in together if len(together) > 1 else ():
            words = set(short.key.split())
            for full in together:
                if len(full.key) > len(short.key) and words <= set(full.key.split()) and _are_two(short, full):
                    found.add((short.key, full.key))
    return frozenset(found | _with_acronyms_of_their_own(acronyms))


def _with_acronyms_of_their_own(acronyms: Mapping[str, str]) -> set[tuple[str, str]]:
    """Names that each bring an acronym, one holding all words of the other: the X Army (XA) and the X Liberation Army (XLA)."""
    names = sorted({full for full in acronyms.values() if " " in full}, key=len)
    return {(short, full) for at, short in enumerate(names) for full in names[at + 1 :] if set(short.split()) < set(full.split())}


def _are_two(short: Spot, full: Spot) -> bool:
    """Say whether two names are coordinated, or arguments of one clause and no apposition of each other, both with a word for bodies."""
    tree = short.tree
    if short.key in full.company:
        return True
    if short.head == full.head or not is_body_noun(short.key.rsplit(" ", 1)[-1]):
        return False
    pair = {short.head, full.head}
    if any(tree.tokens[i].deprel in ("appos", "dep", "root", "flat") and tree.tokens[i].head in pair | {-1} for i in pair):
        return False
    return tree.clause(tree.tokens[short.head].head) == tree.clause(tree.tokens[full.head].head)


def shortens(short: str, full: str, cls: EntityClass) -> bool:
    """Say whether one folded name may be a shortened form of another.

    Args:
        short: The shorter name.
        full: The longer one.
        cls: What both are.

    Returns:
        True for a person's last name, and for a body's name without nothing but head words ("Al-Nusra" for "Jabhat al-Nusra").
    """
    a, b = short.split(), full.split()
    if len(a) >= len(b) or not Counter(a) <= Counter(b):
        return False
    if cls == "person":
        return _shortens_person(a, b)
    if cls != "org":
        return False
    heads = organisation_heads() | {"martyr", "shahid", "movement"}
    distinctive = [w for w in a if w not in heads]
    if not distinctive or all(country_of_adjective(w.capitalize()) for w in distinctive):
        return False
    rest = list(b)
    for word in a:
        rest.remove(word)
    if all(w in heads or country_of_adjective(w.capitalize()) for w in rest):
        return True
    if all(w in words_of("names", "same_body") for w in rest) and not any(map(is_programme, a)) and not any(map(is_body_noun, a)):
        return True  # "Haqqani" for "Haqqani Network"
    same_head = a[-1] == b[-1] and a[-1] in heads
    is_tail = b[-1] in heads and b[: len(b) - 1][-len(a) :] == a
    return same_head or is_tail or is_tail_of(short, full)


def is_syllabic(word: str, full: str, text: str) -> bool:
    """Say whether a word in brackets after a body's name is its short form though written like a name: Renamo, Jem, Isis.

    Args:
        word: The word.
        full: The name before it.
        text: The document's text, which uses the short form again.

    Returns:
        False for what sets namesakes apart ("Maoist"), for places, and where the full name has no word that begins so.
    """
    if not (word.istitle() and word.isalpha() and len(word) > 2) or is_place_name(word) or is_country(word):
        return False
    words = full.lower().split()
    low = word.lower()
    told = is_programme(low) or is_body_noun(low) or low in words_of("outlook", "ideology_adjectives") or low in words
    if told or not any(map(is_body_noun, words)) or low[0] not in {w[0] for w in words}:
        return False
    return is_acronym_for(word.upper(), full) or len(re.findall(rf"(?<![\w-]){word}(?!\w)", text)) > 1


def _shortens_person(a: Sequence[str], b: Sequence[str]) -> bool:
    """Say whether a person is called by surnames: "Abello", "Abello Ruiz" or "Luisa Abello" for "Luisa Abello Ruiz"."""
    if len(a) == 1:
        return len(a[0]) > 2 and (a[0] == b[-1] or (len(b) > 2 and a[0] == b[-2] and b[0] in words_of("first_names", "first")))
    return b[-len(a) :] == a or (len(b) == len(a) + 1 and b[: len(a)] == a)


def is_tail_of(short: str, full: str) -> bool:
    """Say whether a name is what follows the head words of a longer one: "Nujaba" for "Harakat Hezbollah al-Nujaba".

    Args:
        short: A folded name.
        full: A longer one.

    Returns:
        False where the shorter name is a listed place's, a head word or a programme.
    """
    a, b = short.split(), full.split()
    lead = [w for w in b[: -len(a)] if w not in flat("particles")]
    if b[-len(a) :] != a or not lead or not (is_foreign_head(lead[0]) or is_head(lead[0])) or len(lead) > 2:
        return False
    if any(is_head(w) or is_programme(w) for w in a) or a[-1] in words_of("names", "common_tails"):
        return False
    return not is_place_name(" ".join(a).title()) and not is_country(a[-1].title())
