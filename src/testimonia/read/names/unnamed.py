"""Bodies that are brought in without a name and given one in a sentence after: "A faction split from X. It was renamed Y".

Until it has a name, such a body is what "it" stands for, whatever other bodies are named beside it; once it has one, that name is whose
every assertion about it is.
"""

from collections.abc import Mapping, Sequence

from testimonia.read.front import ParsedPassage
from testimonia.read.lexicon import words_of
from testimonia.read.names.cast import Cast, Member
from testimonia.read.names.spotting import Spot
from testimonia.read.syntax import SUBJECTS, Tree

REACH = 2
"""Sentences after the one that brings a body in, in which it may be given its name."""
_INDEFINITE = frozenset(("a", "an", "another", "one", "some"))
_IT = frozenset(("it", "they"))
_OF_OTHERS = frozenset(("from", "of", "by", "with", "to", "against"))
Spots = Mapping[int, Mapping[int, Spot]]


def name_the_unnamed(passages: Sequence[ParsedPassage], cast: Cast, spots: Spots) -> dict[tuple[int, int], Member]:
    """Find the bodies without a name that are given one within the next sentences of their paragraph.

    Args:
        passages: The document's parsed passages.
        cast: Its cast.
        spots: Its names by sentence and token.

    Returns:
        Start of the sentence and position of the noun that brings the body in -> the member that it is.
    """
    found: dict[tuple[int, int], Member] = {}
    for parsed in passages:
        trees = parsed.trees if not parsed.aside and parsed.passage.kind != "heading" else ()
        for at, tree in enumerate(trees):
            subject = unnamed_subject(tree, spots.get(tree.sentence.start, {}))
            if subject is None:
                continue
            for later in trees[at + 1 : at + 1 + REACH]:
                member = _named_there(later, cast, spots.get(later.sentence.start, {}))
                if member is not None:
                    found[tree.sentence.start, subject] = member
                if member is not None or not _goes_on_about_it(later):
                    break
    return found


def unnamed_subject(tree: Tree, spots: Mapping[int, Spot]) -> int | None:
    """Give the subject of a sentence that brings in a body without a name: "A faction led by X split from Y".

    Args:
        tree: The sentence.
        spots: Its names by token.

    Returns:
        Position of the noun; None where the subject is definite, named or no body.
    """
    root = next((t.i for t in tree.tokens if t.head < 0), None)
    subject = None if root is None else tree.subject(root)
    if subject is None or not is_unnamed_body(tree, subject):
        return None
    return (
        None if any(k in spots and not tree.case(k) for k in tree.children(subject, "appos", "flat", "compound", "nmod:desc")) else subject
    )


def is_unnamed_body(tree: Tree, i: int) -> bool:
    """Say whether a noun brings in a body: "a faction", "another group", in the singular.

    Args:
        tree: The sentence.
        i: Position of the noun.

    Returns:
        False for "the group", which goes back to somebody.
    """
    if tree.tokens[i].upos != "NOUN" or tree.low[i] not in words_of("people", "generic_groups"):
        return False
    return any(tree.low[k] in _INDEFINITE for k in tree.children(i, "det", "nummod"))


def _goes_on_about_it(tree: Tree) -> bool:
    root = next((t.i for t in tree.tokens if t.head < 0), None)
    subject = None if root is None else tree.subject(root)
    return subject is not None and tree.low[subject] in _IT


def _named_there(tree: Tree, cast: Cast, spots: Mapping[int, Spot]) -> Member | None:
    """Give the last name that a sentence gives to its "it": "It was known as X until 1984, when it was renamed Y"."""
    named: Member | None = None
    for token in tree.tokens:
        if token.deprel not in SUBJECTS or tree.low[token.i] not in _IT or token.head < 0:
            continue
        verb = token.head
        if tree.lemma[verb] not in words_of("names", "name_giving") and not _takes_a_name(tree, verb):
            continue
        for k in [k for k in tree.subtree(verb) if k in spots and k > verb]:
            member = cast.member(spots[k].text)
            if member is not None and member.cls == "org" and not _OF_OTHERS & set(tree.case(spots[k].head).split()):
                named = member
                break
    return named


def _takes_a_name(tree: Tree, verb: int) -> bool:
    return any(tree.lemma[k] in ("name", "title", "banner") for k in tree.children(verb, "obj", "obl"))
