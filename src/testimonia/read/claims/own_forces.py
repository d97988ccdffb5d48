"""Read the forces that a body keeps: "its own army, the X", "maintains a small force known as the X", "Its Tiger Division"."""

from collections.abc import Iterator

from testimonia.model.kinds import Predicate
from testimonia.model.party import Party
from testimonia.read.claims.drafts import Draft, cover, party_span
from testimonia.read.claims.parties import told_of
from testimonia.read.claims.umbrellas import is_umbrella, is_unit
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.listening import listens_for
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree

PREDICATES = ("armed_wing_of", "part_of")


@listens_for(("relations", "kept_forces"))
def read_own_forces(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """A body raises or keeps a force that has a name: "raised its own army, the X", "has a militia called X"."""
    for i in tree.having(words_of("relations", "kept_forces")):
        token = tree.tokens[i]
        kinds = {tree.low[k] for k in tree.children(i, "amod", "compound")}
        if token.upos != "NOUN" or scene.spot_at(tree, i) is not None or kinds & words_of("relations", "wing_kinds"):
            continue
        owner = _owner(scene, tree, i)
        force = next((p for k in told_of(scene, tree, i) if (p := scene.organisation(tree, k)) is not None and p.how == "name"), None)
        if owner is not None and force is not None and not tree.is_negated(tree.clause(i)):
            yield from _kept(scene, tree, i, force, owner, rule="own_forces.read_own_forces")


def _owner(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give who has a force: the owner of "its own army", or the subject of "maintains a force"."""
    own = any(tree.low[k] in ("own", "private") for k in tree.children(i, "amod"))
    for k in tree.children(i, "nmod:poss") if own else ():
        return scene.organisation(tree, k)
    token = tree.tokens[i]
    if token.deprel != "obj" or tree.lemma[token.head] not in words_of("relations", "having_verbs") or tree.is_unreal(token.head):
        return None
    if not any(tree.low[k] in ("a", "an") for k in tree.children(i, "det")):
        return None
    return next((p for k in tree.agents(token.head) if (p := scene.organisation(tree, k)) is not None), None)


def read_own_units(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """A possessive before the name of a unit tells whose it is: "Its X Division", "their Y Battalion"."""
    for spot in scene.spots_in(tree):
        member = scene.cast.member(spot.text)
        if member is None or member.cls != "org" or not _is_named_as_unit(spot.text) or not is_unit(member):
            continue
        for k in tree.children(spot.head, "nmod:poss"):
            owner = scene.organisation(tree, k) if tree.low[k] in ("its", "their", "whose") else None
            unit = scene.spot_party(spot, "org")
            if owner is not None and unit is not None and not is_umbrella(scene.cast.holder_of(owner.referent)):
                yield from _kept(scene, tree, spot.head, unit, owner, rule="own_forces.read_own_units")


def _is_named_as_unit(name: str) -> bool:
    return name.split()[-1].lower() in any_of(("relations", "unit_nouns"), ("relations", "echelons")) - {"army", "group"}


def _kept(scene: Scene, tree: Tree, i: int, force: Party, owner: Party, *, rule: str) -> Iterator[Draft]:
    """Write a force down as its owner's: the armed wing of a party, a part of a body that fights."""
    if owner.referent in (None, force.referent):
        return
    body = scene.cast.holder_of(owner.referent)
    predicate: Predicate = "armed_wing_of" if body is not None and body.kind == "political_body" else "part_of"
    token = tree.tokens[i]
    span = cover((token.start, token.end), party_span(force), party_span(owner), within=tree)
    yield Draft(predicate, force, *span, token.start, rule, token.text, object=owner, mode="throughout")


RULES = (read_own_forces, read_own_units)
