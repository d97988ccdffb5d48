"""Who holds a role: the name beside it, whom it is said of, whom a pronoun or a title before a name stands for."""

from testimonia.model.party import Party
from testimonia.read.claims.naming import is_alias_link
from testimonia.read.claims.offices import person_meant
from testimonia.read.claims.parties import among_them
from testimonia.read.claims.role_bodies import Role, fellow_roles, owners_of_role, who_has
from testimonia.read.claims.role_neighbours import named_ahead, named_behind
from testimonia.read.lexicon import any_of, table, words_of
from testimonia.read.names.spotting import Spot
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree

_SOME = ("one", "some", "among", "two")
_NAME_LINKS = ("appos", "flat", "nmod:desc", "compound", "flat:name", "nmod")
_QUOTES = " \"“‘'«"
_LISTED = ("list", "conj", "parataxis", "dep", "appos", "amod")
_HELD_BY_SUBJECT = frozenset(["succeed", "replace", "serve", "follow", "act"])
"""Verbs before "as" whose subject, not whose object, has the role."""


def person_heads(scene: Scene, tree: Tree, i: int) -> list[int]:
    """Find the person that a nominal stands for: by name, by a name beside it, as what stands beside a name, by "he" and "she".

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the nominal's head.

    Returns:
        The head of the name or pronoun, and of those coordinated with it; none where no person is meant.
    """
    found = []
    for one in tree.conjuncts(_who(scene, tree, i)):
        token = tree.tokens[one]
        near = [one]
        if scene.spot_at(tree, one) is None:
            near += [k for k in tree.children(one, "appos", "flat", "nmod:desc") if tree.case(k) == ""]
            near += [token.head] if token.deprel == "appos" and token.head >= 0 else []
        named = next((k for k in near if is_person(scene, tree, k)), None)
        if named is not None:
            found += [k for k in tree.conjuncts(named) if is_person(scene, tree, k)] if named != one else [named]
        elif tree.low[one] in ("he", "she", "him", "her") and token.upos == "PRON":
            found.append(one)
    return list(dict.fromkeys(found))


def _who(scene: Scene, tree: Tree, i: int) -> int:
    """Follow "who" to its noun, past a place on which the parser hung the clause: "P, a native of Chad who in 2015 founded X"."""
    found = tree.antecedent(i)
    told = [k for k in tree.children(found, "acl:relcl") if any(tree.low[m] == "who" for m in tree.children(k, *SUBJECTS))]
    while told and scene.member_at(tree, found, "place") is not None and tree.tokens[found].head >= 0:
        found = tree.tokens[found].head
    return found


def holder(scene: Scene, tree: Tree, head: int) -> Party | None:
    """Make a party of who holds a role; the other name of a person named right before it is that person's.

    Args:
        scene: The document being read.
        tree: The sentence.
        head: Head of a name or a pronoun.

    Returns:
        A party of class person, or None.
    """
    if scene.spot_at(tree, head) is None:
        return person_meant(scene, tree, head)
    spot = _own_name(scene, tree, head)
    return None if spot is None or scene.member_at(tree, head, "person") is None else scene.spot_party(spot, "person")


def is_person(scene: Scene, tree: Tree, i: int) -> bool:
    """Say whether a token is of a person's name.

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the token.

    Returns:
        False for other names and for words.
    """
    return scene.member_at(tree, i, "person") is not None


def bearers(scene: Scene, tree: Tree, role: Role) -> list[int]:
    """List the heads of the names and pronouns that a role goes with; the nearest ways of saying so come first.

    Args:
        scene: The document being read.
        tree: The sentence.
        role: The role.

    Returns:
        Heads, each once; empty where nobody is named.
    """
    found = [k for i in dict.fromkeys((role.head, *role.tokens)) for k in _apposed(scene, tree, i)]
    found += _predicated(scene, tree, role.head)
    if not found:
        following = role.tokens[-1] + 1
        spot = scene.spot_at(tree, following) if following < len(tree.tokens) else None
        found = [spot.head] if spot is not None and is_person(scene, tree, spot.head) and spot.head not in role.tokens else []
    if not found and tree.tokens[role.head].deprel == "nmod:poss" and tree.case(role.head) in ("'s", "’s", "'", "’", ""):
        return []  # "P, the minister's adviser": the minister is somebody else
    if not found:
        # "the spokesman of Y, X": the parser hangs X on Y
        found = [
            k
            for owner in owners_of_role(tree, role)
            for k in tree.children(owner, "appos", "conj")
            if is_person(scene, tree, k) and not _has_role(tree, k) and not tree.children(k, "cc")
        ]
    if not found:
        found = [k for k in among_them(scene, tree, role.head) if is_person(scene, tree, k)]  # "their commanders, among them X"
    if not found:
        found = named_behind(scene, tree, role) or named_ahead(scene, tree, role)
    if not found:
        # "its founder and commander, X", "X is the leader and spokesman"
        found = [k for one in fellow_roles(tree, role.head) for k in (*_apposed(scene, tree, one), *_predicated(scene, tree, one))]
    return list(dict.fromkeys(found or _right_before(scene, tree, role)))


def _own_name(scene: Scene, tree: Tree, head: int) -> Spot | None:
    """Give the name of a bearer; where it is another name for a person named right before it, that person's."""
    spot = scene.spot_at(tree, head)
    if spot is None:
        return None
    before = [s for s in scene.spots_in(tree) if s.end <= spot.start and scene.member_at(tree, s.head, "person") is not None]
    if before and is_alias_link(scene.text[before[-1].end : spot.start].rstrip(_QUOTES)):
        return before[-1]
    return spot


def _has_role(tree: Tree, i: int) -> bool:
    """Say whether a name has a role of its own in apposition."""
    return any(tree.tokens[k].lemma.lower() in table("people", "roles") for k in tree.children(i, "appos"))


def _apposed(scene: Scene, tree: Tree, i: int) -> list[int]:
    """List the persons whose name stands beside a role: "commander X", "X, the commander"."""
    token = tree.tokens[i]
    beside = [
        k for k in tree.children(i, *_NAME_LINKS) if k > i or tree.tokens[k].deprel not in ("compound", "nmod:desc")
    ]  # "X spokesman" is X's
    found = [k for k in beside if is_person(scene, tree, k) and tree.case(k) in ("", "as") and not _is_titled_apart(tree, i, k)]
    if token.deprel in _NAME_LINKS:
        others = [k for k in tree.children(i, "conj") if is_person(scene, tree, k)]
        others = [k for k in others if not _is_titled(tree, k) and not _begins_anew(tree, k)]
        found += [k for k in others if not any(tree.case(m) == "as" for m in tree.children(k))]  # but "A as chairman and B as secretary"
    if token.deprel == "nmod" and tree.case(i) == "as" and token.head >= 0 and tree.case(token.head) == "with":
        found += [token.head] if is_person(scene, tree, token.head) else []  # "with X as its leader"
    own = any(tree.low[k] in ("his", "her") for k in tree.children(i, "nmod:poss"))  # "X and his deputy": another person
    beside_name = token.deprel in _NAME_LINKS or (token.deprel == "conj" and not own)
    if not found and token.head >= 0 and beside_name:
        found += [k for k in (token.head, *tree.children(token.head, "flat")) if is_person(scene, tree, k)][:1]
    if not found and token.deprel == "appos" and token.head >= 0 and scene.spot_at(tree, token.head) is None:
        found += [k for k in tree.children(token.head, "appos") if k < i and is_person(scene, tree, k)][
            -1:
        ]  # "the commander, P, a brigadier"
    return found


def _is_titled_apart(tree: Tree, i: int, k: int) -> bool:
    """Say whether a name that hangs on a role has another role before it: "served as minister under President X"."""
    between = range(i + 1, k) if tree.tokens[k].deprel == "nmod" else ()
    return any(tree.tokens[m].upos == "ADP" and tree.tokens[m].head != k for m in between)


def _begins_anew(tree: Tree, i: int) -> bool:
    """Say whether a preposition stands again before the second of two: "in the presence of the minister, P, and of Q"."""
    return any(tree.tokens[k].upos == "ADP" and tree.low[k] != "as" for k in tree.children(i, "case"))


def _is_titled(tree: Tree, i: int) -> bool:
    """Say whether a name has a title of its own: "the minister and President X"."""
    return any(
        tree.tokens[k].text.lower().rstrip(".") in words_of("people", "titles") for k in tree.children(i, "nmod:desc", "compound", "flat")
    )


def _predicated(scene: Scene, tree: Tree, i: int) -> list[int]:
    """List the persons who are said to be something: "X is the commander", "X was named commander", "one of its commanders is X"."""
    token = tree.tokens[i]
    heads: list[int | None] = []
    if token.deprel in SUBJECTS and token.head >= 0 and tree.children(token.head, "cop"):
        heads.append(token.head)  # "Its leader is X"
    if tree.children(i, "cop") or token.deprel == "root":
        heads += [tree.antecedent(k) for k in tree.children(i, *SUBJECTS)]  # "X, who has been its chairman"
        heads += [tree.subject(i)] if token.deprel == "conj" and not heads else []  # "X fled and was a founder of Y"
    before = _right_before_as(scene, tree, i)
    if before is not None:
        return [before]
    if token.deprel in ("obl", "xcomp") and tree.case(i) in ("as", "") and token.head >= 0:
        named = [] if tree.lemma[token.head] in _HELD_BY_SUBJECT else tree.children(token.head, "obj")
        heads += named or [tree.subject(token.head)]  # "they named X commander", "X was named commander"
    if token.deprel == "advcl" and token.head > i:
        heads.append(tree.subject(token.head))  # "Formerly a commander of X, P joined"
    if token.deprel == "obj" and tree.lemma[token.head] in any_of(("people", "calling_verbs"), ("people", "entering_verbs")):
        heads += [k for k in tree.children(token.head, "obj", "iobj") if k < i]  # "they call X their leader"
        heads += [
            k for k in tree.children(i, "compound") if k < i and is_person(scene, tree, k)
        ]  # the parser makes "elected X chairman" one noun
    if token.deprel == "nmod" and tree.case(i) in ("of", "among") and token.head >= 0 and tree.low[token.head] in _SOME:
        heads += [tree.subject(token.head), *tree.children(token.head, "appos")]  # "lost one of its commanders, X"
        heads += [tree.tokens[token.head].head] if tree.tokens[token.head].deprel in ("appos", *SUBJECTS) else []
    if token.deprel in ("nmod", "obl") and tree.case(i) == "among" and token.head >= 0 and tree.children(token.head, "cop"):
        heads += [token.head]  # "among its leaders are X and Y"
    if who_has(tree, i) is not None:
        heads += [k for case, k in tree.obliques(i) if case in ("including", "among", "such as", "like")]
    return [k for head in heads if head is not None for k in (*person_heads(scene, tree, head), *_named_beside(scene, tree, head))]


def _right_before_as(scene: Scene, tree: Tree, i: int) -> int | None:
    """Give the person named right before "as" and a role, as in "elected A as its chairman and B as its spokeswoman"."""
    at, verb = min(tree.nominal(i)), tree.lemma[tree.clause(i)]
    if (
        tree.case(i) != "as"
        or verb in ("succeed", "replace", "follow", "serve")
        or at < 1
        or (tree.low[at] != "as" and tree.low[at - 1] != "as")
    ):
        return None
    spot = scene.spot_at(tree, at - 1 if tree.low[at] == "as" else at - 2)
    return spot.head if spot is not None and is_person(scene, tree, spot.head) else None


def _right_before(scene: Scene, tree: Tree, role: Role) -> list[int]:
    """Give the person named right before a comma and a role in a list: "A, chairman; B, secretary; and C, spokesman"."""
    first = min(k for k in (role.head, *role.tokens, *(k for k in tree.children(role.head, "amod", "compound", "det") if k < role.head)))
    if first < 2 or tree.tokens[first - 1].text not in (",", "–", "—", "-") or tree.tokens[role.head].deprel not in _LISTED:
        return []
    spot = scene.spot_at(tree, first - 2)
    return [spot.head] if spot is not None and is_person(scene, tree, spot.head) and not _has_role(tree, spot.head) else []


def _named_beside(scene: Scene, tree: Tree, i: int) -> list[int]:
    """List the names in apposition to a role that is a subject: X in "whose founder, X, had been a commander of Y"."""
    named = tree.children(i, "appos") if tree.lemma[i] in table("people", "roles") else []
    return [k for k in named if is_person(scene, tree, k)]
