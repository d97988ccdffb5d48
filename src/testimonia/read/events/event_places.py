"""Find where an event took place: the places under its trigger and under what it is done to, as exact as the words are."""

import re
from collections.abc import Collection

from testimonia.model.party import Party
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.geography import is_country

_DEPTH = 3
"""How deep a place may stand below a target: "a checkpoint near the bridge of the town of X"."""
_UNITS = "village|town|city|district|province|state|county|region|department|municipality|governorate|prefecture|township|area|territory"
_WITHIN = re.compile(
    rf"""\s*(?:\([^)\n]*\)\s*)?(?:(?:{_UNITS})s?\s*)?,?\s*  # "X (near Z) district, "
    (?:[\w.,-]+\s(?:\([^)\n]*\)\s)?(?:km|kilomet(?:re|er)s?|miles?)\s)?  # "three miles "
    (?!(?:and|or|to)\b)(?:[a-z-]+\s)?(?:in|near|of|off|outside|from)\s(?:the\s)?  # "in the", "west of the", "not far from"
    (?:(?!(?:and|or|to)\b)[a-z'’-]+\s){{0,4}}""",
    re.VERBOSE,
)
"""What stands between a place and the one that it lies in or near."""
_UNIT_AFTER = re.compile(rf"\s(?:{_UNITS})\b", re.IGNORECASE)
"""What follows a name after a comma that tells where the place before it lies: "at X, Y town"."""
_ORIGINS = frozenset(["from", "to", "into", "towards", "through", "between"])
"""Prepositions that tell a place of movements, and of other events only where nothing else does."""


def places_of(scene: Scene, tree: Tree, *heads: int, moving: bool = False) -> tuple[Party, ...]:
    """List the places that the words under some heads name as the scene of an event.

    Args:
        scene: The document being read.
        tree: The sentence.
        heads: Trigger, objects, targets; each head's places come before the next one's.
        moving: Whether the event is a movement, so that where it goes to or comes from is its place.

    Returns:
        Places in text order, each once; without a country where something more exact is told.
    """
    found: dict[str | None, Party] = {}
    for n, head in enumerate(heads):
        for place in _below(scene, tree, head, depth=_DEPTH, moving=moving and n == 0):
            found.setdefault(place.referent, place)
    for head in heads if not found else ():
        sides = [k for k in tree.children(head, "advmod") if tree.low[k] in words_of("triggers", "edge_nouns")]
        for place in (p for k in sides for case, m in tree.obliques(k) if case == "of" for p in _exact(scene, tree, m)):
            found.setdefault(place.referent, place)  # "attacked a convoy south of X"
    return most_exact(scene, found.values())


def most_exact(scene: Scene, places: Collection[Party]) -> tuple[Party, ...]:
    """Leave out the countries and the places that only tell where another one lies.

    Args:
        scene: The document being read.
        places: The places of one event.

    Returns:
        The most exact of them, in order; all where nothing more exact is told.
    """
    exact = [place for place in places if not is_country(place.words) and not _encloses(scene, place, places)]
    return tuple(exact or places)


def _encloses(scene: Scene, place: Party, others: Collection[Party]) -> bool:
    """Say whether a place only tells where another one lies: the second of "at X, in the mountainous area of Y"."""
    if place.start is None:
        return False
    ends = [p.end for p in others if p is not place and p.end is not None and p.end <= place.start]
    comma = _UNIT_AFTER.match(scene.text, place.end or 0) is not None
    between = [scene.text[end : place.start] for end in ends]
    return any(_WITHIN.fullmatch(words) is not None or (comma and words.strip() == ",") for words in between)


def place_told(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the place that a target is: a town by its name, "the town of X", "the port of X".

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the target's head.

    Returns:
        A party of class place, or None.
    """
    place = next(iter(_named_beside(scene, tree, i)), None) or scene.place(tree, i)
    if place is not None or tree.tokens[i].lemma.lower() not in words_of("triggers", "sites"):
        return place
    for case, k in tree.obliques(i):
        if case == "of" and (inner := scene.place(tree, k)) is not None:
            return inner
    for k in tree.children(i, "compound", "nmod:poss"):
        if scene.member_at(tree, k, "place") is not None:
            return scene.place(tree, k)
    return None


def targets_of(scene: Scene, tree: Tree, heads: list[int], *, mode: str | None) -> list[int]:
    """Leave out of whom or what suffers an event the village or town that is raided: it is where the raid was.

    Args:
        scene: The document being read.
        tree: The sentence.
        heads: Heads of what suffers it.
        mode: The event's mode.

    Returns:
        The heads that are targets; all of them for any other mode.
    """
    return [k for k in heads if mode != "raid" or place_told(scene, tree, k) is None]


def _exact(scene: Scene, tree: Tree, i: int) -> list[Party]:
    """Give the places that a nominal is: of "the North-West village of X" the village, of "the X and Y districts of Z" X and Y."""
    beside = _named_beside(scene, tree, i)
    if beside:
        return beside
    if scene.spot_at(tree, i) is None and tree.tokens[i].lemma.lower() in words_of("triggers", "sites"):
        for case, k in tree.obliques(i):
            if case == "of" and scene.place(tree, k) is not None:
                return [inner for m in tree.conjuncts(k) if (inner := scene.place(tree, m)) is not None]  # "the provinces of X, Y and Z"
    place = scene.place(tree, i) or _named_before(scene, tree, i)
    return [] if place is None else [place]


def _named_beside(scene: Scene, tree: Tree, i: int) -> list[Party]:
    """Give the places whose names stand just before a noun for a place: "the X district of Y"."""
    if scene.spot_at(tree, i) is not None or tree.lemma[i] not in any_of(("triggers", "sites"), ("places", "before")):
        return []
    inner = tree.lemma[i] in words_of("triggers", "settlements") and any(c == "of" and scene.place(tree, k) for c, k in tree.obliques(i))
    if inner:
        return []
    named = [m for k in tree.children(i, "compound") for m in tree.conjuncts(k) if scene.member_at(tree, m, "place") is not None]
    named = [k for k in named if (spot := scene.spot_at(tree, k)) is not None and not is_country(spot.text)]
    return [party for k in named if (party := scene.place(tree, k)) is not None] if i - 1 in named else []


def _named_before(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the settlement named earlier in the sentence that "the town", "the village" takes up."""
    definite = any(tree.low[k] in words_of("grammar", "definite_words") for k in tree.children(i, "det"))
    if scene.spot_at(tree, i) is not None or not definite or tree.lemma[i] not in words_of("places", "before"):
        return None
    before = [s for s in scene.spots_in(tree) if s.end <= tree.tokens[i].start and scene.member_at(tree, s.head, "place") is not None]
    member = scene.member_at(tree, before[-1].head, "place") if before else None
    token = tree.tokens[i]
    if member is None or tree.children(i, "nmod", "amod", "acl:relcl", "compound") or is_country(before[-1].text):
        return None
    return scene.named(member, how="topic", start=token.start, end=token.end)


def _below(scene: Scene, tree: Tree, head: int, *, depth: int, moving: bool) -> list[Party]:
    found: list[Party] = []
    if depth == 0:
        return found
    for case, k in tree.obliques(head):
        if scene.is_time(tree, k):
            continue
        first = case.split(" ")[0]
        lemma = tree.tokens[k].lemma.lower()
        located = _is_location(scene, tree, k, case)
        if located and first in _ORIGINS and not moving and depth == _DEPTH:
            located = first == "from" and lemma in words_of("triggers", "sites")  # "kidnapped from a camp in X"
        exact = _exact(scene, tree, k) if located else []
        if exact:
            found += exact
        elif lemma in words_of("triggers", "edge_nouns") and located:
            found += [below for inner in tree.owners(k) if (below := scene.place(tree, inner)) is not None]
            found += _below(scene, tree, k, depth=depth - 1, moving=False) if not found else []
        elif located or first in ("of", "on", "against", "upon", "with", "by", "between", "alongside", "during"):
            inner_place = place_told(scene, tree, k) if located else None
            found += [inner_place] if inner_place is not None else _below(scene, tree, k, depth=depth - 1, moving=False)
    return found


def _is_location(scene: Scene, tree: Tree, i: int, case: str) -> bool:
    """Say whether a preposition tells a place: "in X", "on the outskirts of X", "on the island of X"."""
    first = case.split(" ")[0]
    if first == "on":
        token = tree.tokens[i]
        return token.lemma.lower() in words_of("triggers", "edge_nouns") or scene.member_at(tree, i, "place") is not None
    return first in words_of("triggers", "place_prepositions") or case.endswith((" of", " in"))
