"""Find who holds a role, and in which body, by the words between names, where a long noun phrase or a list goes wrong in the parse."""

import re

from testimonia.model.party import Party
from testimonia.read.claims.role_bodies import Role
from testimonia.read.lexicon import table, words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree

_PHRASE = frozenset(["ADP", "DET", "ADJ", "NOUN", "PROPN", "PART", "NUM", "PRON"])
"""Parts of speech inside "the head of the joint command of the army"."""
_WITHIN = frozenset(["of", "for", "in", "to", "at", "within", "from", "on"])
"""Prepositions inside such a phrase."""
_ENDS = re.compile(r"(?:\s*\([^()]*\))?\s*(?:[,.;)–—-]|$)")
"""What closes an apposition behind a name."""
_ALIAS = re.compile(
    r"^,?\s*(?:\([^()]*\)|(?:(?:also|better|widely|commonly)\s+)?(?:known\s+(?:\w+\s+){0,4}as|alias|a\.k\.a\.|aka|called|nicknamed)\s+"
    r"[\"“‘']?(?:[A-ZÀ-Þ][\w’'-]*,?\s*){1,4}[\"”’']?)"
)
"""Another name right behind a name."""
_WITH = re.compile(r"(?:\s*\([^()]*\))?,?\s+(?:and\s+)?with\s+(?:(?:the|late|as|and|its|their|[A-ZÀ-Þ][\w’'-]*|[a-z-]+)[\s,]+)*?")
_SERIES = 160
"""Code points that a list of somebody's roles may take."""


def named_behind(scene: Scene, tree: Tree, role: Role) -> list[int]:
    """Give the person named behind a comma after a role and its body: "the spokesman for the staff of X, P", "X and its leader, P".

    Args:
        scene: The document being read.
        tree: The sentence.
        role: The role.

    Returns:
        The head of the name; nothing where the words between hold a verb, or the role is that of somebody else's patron.
    """
    if _is_of_another(tree, role):
        return []
    at = role.tokens[-1] + 1
    while at < len(tree.tokens) and (tree.tokens[at].upos in _PHRASE or scene.spot_at(tree, at) is not None):
        if scene.member_at(tree, at, "person") is not None or tree.low[at] in ("who", "which", "that"):
            return []
        if tree.tokens[at].upos == "ADP" and tree.low[at] not in _WITHIN and scene.spot_at(tree, at) is None:
            return []
        at += 1
    if at + 1 >= len(tree.tokens) or tree.tokens[at].text != ",":
        return []
    at += 1
    while at < len(tree.tokens) - 1 and scene.spot_at(tree, at) is None and tree.low[at].rstrip(".") in words_of("people", "titles"):
        at += 1
    spot = scene.spot_at(tree, at)
    if spot is None or spot.tokens[0] != at or scene.member_at(tree, at, "person") is None:
        return []
    closed = _ENDS.match(scene.text, spot.end) is not None
    return [spot.head] if closed or tree.tokens[role.head].deprel in SUBJECTS else []


def _is_of_another(tree: Tree, role: Role) -> bool:
    """Say whether somebody is told by a role that another has: "the aide to the head of X, P", "a son of the commander, P"."""
    above = tree.tokens[role.head].head
    if above < 0 or tree.tokens[role.head].deprel != "nmod" or not tree.case(role.head):
        return False
    return tree.lemma[above] in words_of("people", "persons_beside") or tree.lemma[above] in table("people", "roles")


def named_ahead(scene: Scene, tree: Tree, role: Role) -> list[int]:
    """Give the person of whom a list of roles tells, this one among them: "P, also known as Q, the founder of X and a commander of Y".

    Args:
        scene: The document being read.
        tree: The sentence.
        role: The role.

    Returns:
        The head of the name; nothing where anything but other roles stands between.
    """
    first = min(
        (role.head, *role.tokens, *(k for one in role.tokens for k in tree.children(one) if k < one and tree.tokens[k].upos in _PHRASE))
    )
    start = tree.tokens[first].start
    low = max(tree.sentence.start, start - _SERIES)
    before = [s for s in scene.spots_in(tree) if low <= s.start and s.end <= start and scene.member_at(tree, s.head, "person") is not None]
    for spot in reversed(before):
        if _is_series(scene, scene.text[spot.end : start], start):
            return [spot.head]
    return []


def _is_series(scene: Scene, between: str, end: int) -> bool:
    """Say whether a name is followed by a comma and then by roles and bodies alone, up to another role."""
    alias = _ALIAS.match(between)
    parts = [part.strip(" \"”’'") for part in re.split(r",|\band\b|;", between[alias.end() :] if alias is not None else between)]
    if "," not in between or parts[0] or parts[-1]:
        return False  # "P, an envoy of the secretary-general": the second role is no item of its own
    bodies = {s.text for s in scene.spots_in_span(end - len(between), end)}
    told = [not table("people", "roles").keys().isdisjoint(part.lower().split()) for part in parts if part]
    return all(told[:1]) and all(
        is_role or part.removeprefix("the ") in bodies for is_role, part in zip(told, filter(None, parts), strict=True)
    )


def body_with(scene: Scene, tree: Tree, role: Role, people: list[int]) -> Party | None:
    """Give the body that is told with its officers: X in "X, with P as its chairman and Q as the secretary".

    Args:
        scene: The document being read.
        tree: The sentence.
        role: The role.
        people: Heads of the names of those who hold it.

    Returns:
        The body, or None.
    """
    spots = [scene.spot_at(tree, k) for k in people]
    named = [s for s in spots if s is not None]
    if not named or "as" not in {tree.low[k] for k in range(named[0].tokens[-1], role.tokens[0] + 1)}:
        return None
    before = [s for s in scene.spots_in(tree) if s.end <= named[0].start and scene.member_at(tree, s.head, "org") is not None]
    if not before or _WITH.fullmatch(scene.text, before[-1].end, named[0].start) is None:
        return None
    return scene.spot_party(before[-1], "org")


def in_charge_of(tree: Tree, i: int) -> list[int]:
    """List what a role is in charge of: X in "the leader in charge of X", "the officer commanding X".

    Args:
        tree: The sentence.
        i: Position of the role's head.

    Returns:
        Heads of what is led.
    """
    charged = [k for case, k in tree.obliques(i) if case == "in" and tree.lemma[k] in ("charge", "command", "control")]
    found = [m for k in charged for case, m in tree.obliques(k) if case == "of"]
    return found + [
        m for k in tree.children(i, "acl") if tree.low[k] in ("commanding", "heading", "leading") for m in tree.children(k, "obj")
    ]
