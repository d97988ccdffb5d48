"""Whom "both", "the two factions", "all three" stand for: the bodies that were spoken of last, as many as are counted."""

from testimonia.read.lexicon import any_of, words_of
from testimonia.read.names.cast import Member
from testimonia.read.reference.topic import Topic, fits
from testimonia.read.syntax import Tree

_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_DEFINITE = frozenset(["the", "these", "those", "all"])
_PLURAL = {"parties": "party", "armies": "army"}


def counted(topic: Topic, tree: Tree, i: int) -> list[Member]:
    """Give the bodies that a counted plural takes up: "both", "the two factions", "all three".

    Args:
        topic: Whom the text is speaking of.
        tree: The sentence.
        i: Position of the nominal's head.

    Returns:
        As many bodies as are counted; none where fewer were told of since the last heading, or where they do not fit the noun.
    """
    number = _number(tree, i)
    if number is None:
        return []
    word = tree.low[i] if tree.low[i] not in _COUNTS else ""
    told = [m for m in topic.told if not word or fits(m, _PLURAL.get(word, word.removesuffix("s")))]
    named = [m for m in topic.named_last if not word or fits(m, _PLURAL.get(word, word.removesuffix("s")))]
    if len(named) == number:
        return named
    return told[-number:] if len(told) >= number else []


def _number(tree: Tree, i: int) -> int | None:
    """Give how many bodies a nominal counts; None for one that counts none or brings new ones in ("two factions")."""
    token = tree.tokens[i]
    if tree.children(i, "nmod", "acl", "acl:relcl", "amod", "compound", "appos"):
        return None
    before = tree.low[i - 1] if i else ""
    if tree.low[i] in _COUNTS:
        plain = tree.low[i] == "both" and token.deprel not in ("cc", "cc:preconj", "det", "advmod")
        return _COUNTS[tree.low[i]] if plain or before in _DEFINITE else None
    plural = any_of(("people", "generic_groups"), ("people", "plural_groups"))
    if token.upos != "NOUN" or "Number=Plur" not in token.feats or tree.low[i] not in plural:
        return None
    counts = [tree.low[k] for k in tree.children(i, "nummod", "det") if tree.low[k] in _COUNTS]
    first = tree.low[min(tree.subtree(i))]
    if not counts or not (first in _DEFINITE or counts[0] == "both"):
        return None
    return _COUNTS[counts[0]] if tree.low[i] not in words_of("grammar", "quantities") else None
