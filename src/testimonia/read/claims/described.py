"""Find the body that a generic noun stands for by the words around it: "an umbrella, X", "X, a party put together"."""

import re

from testimonia.model.party import Party
from testimonia.read.lexicon import words_of
from testimonia.read.reference.antecedents import spoken_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree

_APPOSED = re.compile(r"(?:\s*[(\[][^()\[\]]*[)\]])?,\s*(?:an?\s+|the\s+)?")


def described_body(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Resolve a generic noun to the body named beside it or spoken of before.

    Args:
        scene: The scene.
        tree: The sentence.
        i: Position of the noun.

    Returns:
        A party with a referent of class org, or None.
    """
    return _named_beside(scene, tree, i) or _named_before(scene, tree, i) or _spoken_of(scene, tree, i)


def _named_beside(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body whose name follows a generic noun: "to create an umbrella, X"."""
    token = tree.tokens[i]
    if scene.spot_at(tree, i) is not None or token.lemma.lower() not in words_of("relations", "coalition_nouns"):
        return None
    return next(
        (p for k in tree.children(i, "appos", "flat") if tree.case(k) == "" and (p := scene.organisation(tree, k)) is not None), None
    )


def _named_before(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body whose name a generic noun follows in apposition, wherever the parser hangs it: "the X, a party put together from"."""
    token = tree.tokens[i]
    if token.deprel != "appos" or scene.spot_at(tree, i) is not None or token.lemma.lower() not in words_of("people", "generic_groups"):
        return None
    start = tree.nominal_extent(i)[0]
    before = [s for s in scene.spots_in(tree) if s.end <= start]
    if not before or _APPOSED.fullmatch(scene.text, before[-1].end, start) is None:
        return None
    return scene.spot_party(before[-1], "org")


def _spoken_of(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Let "this group, active in Y" stand for the body spoken of: only what stands before the noun could make it another one."""
    token = tree.tokens[i]
    if token.text.lower() not in words_of("people", "generic_groups") or scene.spot_at(tree, i) is not None or scene.topic.several:
        return None
    before = [tree.tokens[k] for k in tree.children(i) if k < i]
    if [t.text.lower() for t in before] not in (["this"], ["the"]) or tree.children(i, "nmod", "conj", "acl:relcl"):
        return None
    member = spoken_of(scene.topic, scene.cast, scene.spots_in(tree), tree, i)
    return None if member is None or member.cls != "org" else scene.named(member, how="topic", start=token.start, end=token.end)
