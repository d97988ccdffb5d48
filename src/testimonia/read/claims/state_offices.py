"""In which state an office is held: the country that stands with it ("Colombia's defence minister"), or the one that the text is about."""

import re
from collections import Counter
from functools import lru_cache

from testimonia.model.party import Party
from testimonia.read.claims.parties import country_in
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.names.cast import Member
from testimonia.read.reference.forces import country_words
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.geography import countries_of_adjective, country_code

_OWNING = ("nmod:poss", "amod", "compound", "nmod:desc", "nmod:unmarked")
_WORD = re.compile(r"[A-ZÀ-Þ][\w-]*")
_MOST = 3
"""Mentions from which a country can be what a text is about."""
_TIMES = 2
"""How many times as often as any other it must be named."""


def is_state_office(role: str) -> bool:
    """Say whether a role is an office of a state, which needs no body beside it to be understood.

    Args:
        role: The role as it is written down.

    Returns:
        True for a president, a minister, a king; False for a spokesman and a commander.
    """
    words = role.split()
    offices = words_of("people", "state_offices")
    own = any_of(("people", "heads_of_states"), ("people", "sent_by_states"))
    return bool(words) and (words[0] == "government" or not own.isdisjoint(words) or any(office in role for office in offices))


def state_of_office(scene: Scene, tree: Tree, near: list[int]) -> Party | None:
    """Give the state whose office words near it tell: X in "X's president", "the president of X", and for the adjective of X.

    Args:
        scene: The document being read.
        tree: The sentence.
        near: The words of the office and the names of who holds it.

    Returns:
        Its government where the document names it, else the country; None where none is told or the document has no name for it.
    """
    for k in _owning(tree, near):
        spot, codes = scene.spot_at(tree, k), _told_at(scene, tree, k)
        member = next((m for code in codes if (m := _state(scene, code)) is not None), None)
        if member is not None:
            start, end = (tree.tokens[k].start, tree.tokens[k].end) if spot is None else (spot.start, spot.end)
            return scene.named(member, how="name", start=start, end=end)
    return None


def is_of_a_country(scene: Scene, tree: Tree, near: list[int]) -> bool:
    """Say whether words near an office tell a country, also one for which the document has no name: "the French president".

    Args:
        scene: The document being read.
        tree: The sentence.
        near: The words of the office and the names of who holds it.

    Returns:
        True where the office cannot be that of the country that the text is about.
    """
    return any(_told_at(scene, tree, k) for k in _owning(tree, near))


def _owning(tree: Tree, near: list[int]) -> list[int]:
    """List what may tell whose office it is."""
    owning = [k for i in near for k in tree.children(i, *_OWNING)]
    owning += [k for i in near for k in tree.children(i, "nmod") if tree.case(k) == "of"]
    return [k for k in owning if k not in near]


def _told_at(scene: Scene, tree: Tree, i: int) -> tuple[str, ...]:
    """Give the codes of the countries that a word or a name may tell of."""
    spot = scene.spot_at(tree, i)
    return _codes(country_words(tree, i) if spot is None else spot.text)


def state_spoken_of(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the state that a text is about, for an office that stands alone: "President X" in an account of one country's war.

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the office's head.

    Returns:
        The state, or None where the text speaks of several countries alike.
    """
    ranked = countries_told(scene.text)
    if not ranked or ranked[0][1] < _MOST or (len(ranked) > 1 and ranked[0][1] < _TIMES * ranked[1][1]):
        return None
    member = _state(scene, ranked[0][0])
    token = tree.tokens[i]
    return None if member is None else scene.named(member, how="topic", start=token.start, end=token.end)


@lru_cache(maxsize=8)
def countries_told(text: str) -> tuple[tuple[str, int], ...]:
    """Count the countries that a text names, by name or adjective, the most often named first.

    Args:
        text: The whole text.

    Returns:
        The two most often named with their counts; a word that may tell of several countries counts for each.

    Example:
        >>> countries_told("Chad's army met Chadian rebels in Sudan.")
        (('TD', 2), ('SD', 1))
    """
    counted = Counter[str]()
    words = [match.group() for match in _WORD.finditer(text)]
    for at, word in enumerate(words):
        both = f"{word} {words[at + 1]}" if at + 1 < len(words) else word
        counted.update(_codes(both) or _codes(word))
    return tuple(counted.most_common(2))


def _codes(words: str) -> tuple[str, ...]:
    code = country_code(words)
    return (code,) if code is not None else countries_of_adjective(words)


def _state(scene: Scene, code: str) -> Member | None:
    """Give what stands for a state in a document: its government where it is named so, else the country."""
    governing = words_of("people", "rulers")
    named = [m for m in scene.cast.members.values() if m.kind == "government" and m.country == code]
    own = next((m for m in named if any(not governing.isdisjoint(name.lower().split()) for name in m.names)), None)
    return own or country_in(scene, code)
