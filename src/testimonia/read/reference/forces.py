"""Forces told of by their country: which country "Sri Lankan" or "of Mali" beside "army" names, and the words that name the force."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from testimonia.read.lexicon import any_of, words_of
from testimonia.read.names.cast import Member
from testimonia.read.syntax import Tree
from testimonia.text.geography import country_code, country_of_adjective

Named = Callable[[int], Member | None]
"""Gives the body that a token's name stands for, if it belongs to one."""


@dataclass(frozen=True, slots=True)
class ToldForce:
    """A force or government told of by its country: ISO 3166-1 alpha-2, the words that name it, and the offset of its noun."""

    country: str
    phrase: str
    at: int


def country_words(tree: Tree, i: int) -> str:
    """Give a modifier with the word before it where both together tell a country: "Sri Lankan".

    Args:
        tree: The sentence.
        i: Position of the modifier.

    Returns:
        The words as they stand.
    """
    before = tree.tokens[i - 1].text if i else ""
    both = f"{before} {tree.tokens[i].text}"
    return both if before.isalpha() and country_told_by(both) else tree.tokens[i].text


def country_told_by(word: str) -> str | None:
    """Give the country that a word names or is the adjective of.

    Args:
        word: Such as "Mali" or "Malian".

    Returns:
        ISO 3166-1 alpha-2, or None.
    """
    return country_of_adjective(word) or country_code(word)


def told_force(tree: Tree, i: int, *, named: Named) -> ToldForce | None:
    """Read "Malian forces", "the army of Mali", "the security forces" of a government that is named.

    Args:
        tree: The sentence.
        i: Position of the noun.
        named: Gives the body that a token names.

    Returns:
        The force, or None for any other noun.
    """
    if tree.low[i] not in words_of("people", "force_nouns") and tree.low[i] not in _branch_ends():
        return None
    head = tree.tokens[i].head
    beside = tree.children(head, "amod", "compound") if tree.tokens[i].deprel == "compound" and head >= 0 else []
    for k in [*tree.children(i, "amod", "compound", "nmod:poss"), *beside, *(m for case, m in tree.obliques(i) if case == "of")]:
        found = force_of_word(tree, i, k, named=named)
        if found is not None:
            return found
    return None


def force_of_word(tree: Tree, i: int, k: int, *, named: Named) -> ToldForce | None:
    """Take a word beside a force's noun for its country, or for the name of its country's government.

    Args:
        tree: The sentence.
        i: Position of the noun.
        k: Position of the word.
        named: Gives the body that a token names.

    Returns:
        The force, or None where the word tells of no country.
    """
    body = named(k)
    called = tree.tokens[k].text if body is not None else country_words(tree, k)
    country = (body.country if body.kind == "government" else None) if body is not None else country_told_by(called)
    if country is None:
        return None
    noun = tree.tokens[i].text
    between = " ".join(tree.tokens[at].text for at in range(k + 1, i + 1))
    if between.lower() in any_of(("people", "force_nouns"), ("names", "force_branches")):
        noun = between
    elif noun.lower() in words_of("people", "force_nouns"):
        noun = noun.lower()
    else:
        return None
    return ToldForce(country, f"{called} {noun}", tree.tokens[i].start)


@cache
def _branch_ends() -> frozenset[str]:
    """Give the last words of what branches of a country's forces are called: navy, police, the service of "intelligence service"."""
    return frozenset(name.split()[-1] for name in words_of("names", "force_branches"))
