"""Tell arms from everything else: who is armed, what arms can harm, who attacks in words or on a pitch only, what kills without arms."""

from collections.abc import Iterable
from functools import cache

from testimonia.model.party import Party
from testimonia.read.events.happenings import is_weapon, noun_trigger_at
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.geography import country_of_adjective

_THINGS = frozenset(["it", "itself", "himself", "herself", "themselves", "what", "this", "that", "which", "everything", "something"])
_PERSONAL_ENDINGS = ("er", "or", "ist", "man", "men", "woman", "ian", "ee", "ant", "ese")
"""How most English nouns for people by their trade, faith or side end."""
ARMED_KINDS = frozenset(["armed_group", "armed_wing", "state_force", "coalition"])


def is_armed(scene: Scene, tree: Tree, i: int) -> bool:
    """Say whether a nominal is an armed body, its people, or a weapon.

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the nominal's head.

    Returns:
        True for bodies of an armed kind, for "fighters", "troops" and the like, and for weapons.
    """
    if scene.spot_at(tree, i) is not None:
        member = scene.member_at(tree, i)
        return member is not None and member.kind in ARMED_KINDS
    token = tree.tokens[i]
    if token.upos == "PRON":
        body = scene.organisation(tree, i)
        member = None if body is None else scene.cast.holder_of(body.referent)
        return member is not None and member.kind in ARMED_KINDS
    words = {token.text.lower(), token.lemma.lower()}
    if words & _armed_words() or is_weapon(tree, i):
        return True
    if words & words_of("triggers", "parts") and any(is_armed(scene, tree, k) for case, k in tree.obliques(i) if case == "of" and k > i):
        return True  # "dozens of jets"
    body = scene.organisation(tree, i)
    member = None if body is None else scene.cast.holder_of(body.referent)
    return member is not None and member.kind in ARMED_KINDS


def is_state_force(scene: Scene, tree: Tree, i: int) -> bool:
    """Say whether a nominal is a force of a state or its people: "the army", "police", "Malian soldiers", a ministry.

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the nominal's head.

    Returns:
        False for armed groups, their people, and people of whom nobody can tell.
    """
    body = scene.actor(tree, i)
    member = scene.cast.holder_of(body.referent)
    if member is not None:
        return member.kind in ("state_force", "government") or member.cls == "place"
    words = {tree.tokens[k].lemma.lower() for k in tree.nominal(i)}
    return bool(words & words_of("triggers", "state_people"))


def is_animate(scene: Scene, tree: Tree, i: int) -> bool:
    """Say whether a nominal is of people: a name of a person or a body, a pronoun, a noun for people, a counted crowd.

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the nominal's head.

    Returns:
        True for people; False for places, things and abstractions.
    """
    spot = scene.spot_at(tree, i)
    if spot is not None:
        return scene.member_at(tree, i, "person", "org") is not None or scene.cast.member(spot.text) is None
    token = tree.tokens[i]
    word, lemma = token.text.lower(), token.lemma.lower()
    if token.upos == "PRON":
        return word not in _THINGS
    if token.upos == "NUM" or lemma in any_of(("triggers", "fleeing_words"), ("triggers", "person_nouns")):
        return True
    if {word, lemma} & (_people_words() | words_of("triggers", "delegates")):
        return True
    if token.text[:1].isupper() and (
        country_of_adjective(token.text.rstrip("s")) is not None or country_of_adjective(token.text) is not None
    ):
        return True
    if lemma in any_of(("triggers", "sites"), ("triggers", "weapon_nouns"), ("triggers", "figurative")):
        return False
    if lemma in words_of("triggers", "parts") and (of := [k for case, k in tree.obliques(i) if case == "of" and k > i]):
        return any(is_animate(scene, tree, k) for k in of)  # "a total of 15 militants"
    return token.upos == "NOUN" and lemma.endswith(_PERSONAL_ENDINGS) and lemma not in words_of("triggers", "not_people")


@cache
def _armed_words() -> frozenset[str]:
    return any_of(("people", "members"), ("people", "force_nouns"), ("triggers", "armed_people"))


@cache
def _people_words() -> frozenset[str]:
    return frozenset().union(
        *(words_of("people", key) for key in ("members", "captives", "anonymous", "roles", "titles", "generic_groups"))
    )


def is_harmable(scene: Scene, tree: Tree, i: int) -> bool:
    """Say whether a nominal is something that can be attacked by arms: people, a body, a place, a building, a vehicle.

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the nominal's head.

    Returns:
        False for opinions, budgets and the like, and for whatever is in no list.
    """
    if scene.spot_at(tree, i) is not None or is_animate(scene, tree, i) or is_armed(scene, tree, i):
        return True
    lemma = tree.tokens[i].lemma.lower()
    if lemma in words_of("triggers", "sites") or tree.tokens[i].text.lower() in words_of("triggers", "sites"):
        return True
    return scene.place(tree, i) is not None or any(
        is_harmable(scene, tree, k) for case, k in tree.obliques(i) if case == "of" and lemma in words_of("triggers", "parts")
    )


def is_civil(scene: Scene, tree: Tree, heads: Iterable[int]) -> bool:
    """Say whether who acts is somebody whose attacks and battles are no armed ones: a critic, a striker, a disease.

    Args:
        scene: The document being read.
        tree: The sentence.
        heads: Heads of the agents.

    Returns:
        True if an agent is in one of the two lists, or is a named office holder who commands nothing.
    """
    for i in heads:
        if scene.spot_at(tree, i) is not None:
            continue
        if tree.tokens[i].lemma.lower() in any_of(("triggers", "civil_actors"), ("triggers", "natural_causes")):
            return True
    return False


def is_natural(tree: Tree, heads: Iterable[int]) -> bool:
    """Say whether what kills is no arms: a disease, an accident, the weather.

    Args:
        tree: The sentence.
        heads: Heads of agents and of causes.

    Returns:
        True if one of them is in the list of natural causes.
    """
    return any(
        tree.tokens[k].lemma.lower() in words_of("triggers", "natural_causes")
        and not any(case == "of" and (is_weapon(tree, m) or noun_trigger_at(tree, m) is not None) for case, m in tree.obliques(k))
        for k in heads  # "a wave of attacks", "a storm of bullets"
    )


def is_armed_party(scene: Scene, party: Party) -> bool:
    """Say whether a party that stands in an event is armed, as far as its kind or its words tell.

    Args:
        scene: The document being read.
        party: Named or in words.

    Returns:
        True for armed bodies, bodies of no known kind, states, and words for troops and fighters.
    """
    member = scene.cast.holder_of(party.referent)
    if member is not None:
        return member.kind in ARMED_KINDS or member.kind is None or member.cls == "place"
    words = set(party.words.lower().split())
    return bool(words & (any_of(("people", "members"), ("people", "force_nouns")) | {"army", "troops", "forces"}))


def is_armed_group(scene: Scene, party: Party) -> bool:
    """Say whether a party is a named armed body of no state.

    Args:
        scene: The document being read.
        party: Named or in words.

    Returns:
        False for forces of states and for whoever is told of in words only.
    """
    member = scene.cast.holder_of(party.referent)
    return member is not None and member.kind in ("armed_group", "armed_wing", "coalition")
