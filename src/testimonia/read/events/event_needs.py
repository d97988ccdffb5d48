"""Decide whether what stands with a verb makes it the event that its word suggests: "fired rockets at X", not "fired the minister"."""

from collections.abc import Callable

from testimonia.read.events.armed import is_animate, is_armed, is_civil, is_harmable, is_natural
from testimonia.read.events.civil_needs import (
    aid,
    asked,
    bodies,
    designated,
    fleeing,
    gathered,
    intransitive,
    listed,
    organised,
    received,
    refusable,
    voiced,
)
from testimonia.read.events.event_frames import Frame, measured
from testimonia.read.events.event_places import place_told
from testimonia.read.events.happenings import Trigger, is_figurative, is_weapon, noun_trigger_at
from testimonia.read.events.tolls import cause_of
from testimonia.read.lexicon import any_of, table, words_of


def has_what_it_needs(frame: Frame, trigger: Trigger) -> bool:
    """Decide whether a verb tells the event that it suggests.

    Args:
        frame: The verb and what stands around it.
        trigger: What its lemma suggests.

    Returns:
        False for figures of speech, for what nature does, and where what the list asks for is not there.
    """
    if trigger.particle is not None and not _has_particle(frame, trigger.particle):
        return False
    if trigger.type in ("ASSAULT", "COERCE"):
        reflexive = frame.objects and all(frame.tree.tokens[k].text.lower().endswith(("self", "selves")) for k in frame.objects)
        if reflexive and frame.lemma not in ("blow", "detonate", "explode"):
            return False
        if is_figurative(frame.scene, frame.tree, [*frame.objects, *frame.aims]):
            return False
        verbs = [frame.i, *frame.tree.children(frame.i, "conj", "advcl")]
        causes = [
            k
            for verb in verbs
            for case, k in frame.tree.obliques(verb)
            if case.split(" ")[0] in ("by", "in", "of", "from", "with", "to", "over")
        ]
        causes += [m for k in causes for case, m in frame.tree.obliques(k) if case in ("with", "by")]  # "in an encounter with a bear"
        if is_natural(frame.tree, [*frame.agents, *causes]):
            return False
        matters = [k for case, k in frame.tree.obliques(frame.i) if case == "over"]
        if trigger.needs in ("target", "armed") and any(not is_harmable(frame.scene, frame.tree, k) for k in matters):
            return False  # "attacked the minister over his handling of the strike"
        if trigger.needs not in ("people",) and is_civil(frame.scene, frame.tree, frame.agents):
            return False
    return _NEEDS[trigger.needs](frame)


def _has_particle(frame: Frame, particle: str) -> bool:
    wanted = particle.split("|")
    beside = [*frame.tree.children(frame.i, "compound:prt", "advmod", "obl", "xcomp", "ccomp"), frame.i + 1]
    cases = {case for case, k in frame.tree.obliques(frame.i) if not frame.scene.is_time(frame.tree, k)}
    if "out" in wanted and ("out of" in cases or ("from" in cases and "to" not in cases)):
        return True  # "pushed the army out of X", "were driven from X"
    return any(k < len(frame.tree.tokens) and frame.tree.tokens[k].text.lower() in wanted for k in beside)


def _target(frame: Frame) -> bool:
    """Something that arms can harm is aimed at, or somebody armed aims."""
    nominals = [*frame.things, *frame.aims]
    if any(is_harmable(frame.scene, frame.tree, k) for k in nominals):
        return True
    return bool(nominals) and any(is_armed(frame.scene, frame.tree, a) for a in frame.agents)


def _armed(frame: Frame) -> bool:
    """An armed body or a weapon acts or is hit, or an organisation acts on a place."""
    scene, tree = frame.scene, frame.tree
    if not frame.things and not frame.aims:
        return False
    tools = [k for case, k in tree.obliques(frame.i) if case in ("with", "from", "by")]
    if any(is_armed(scene, tree, k) for k in (*frame.things, *frame.aims, *frame.agents, *tools)):
        return True
    if not frame.agents and tree.is_passive(frame.i):
        return any(_is_site(frame, k) for k in (*frame.things, *frame.aims))
    victims = any(tree.tokens[k].lemma.lower() in words_of("triggers", "victims") for k in frame.things)
    if victims and any(is_animate(scene, tree, a) for a in frame.agents):
        return True
    acting = any(
        scene.organisation(tree, a) is not None or scene.member_at(tree, a, "place") is not None or noun_trigger_at(tree, a) is not None
        for a in frame.agents
    )
    return acting and any(_is_site(frame, k) for k in (*frame.things, *frame.aims))


def _is_site(frame: Frame, i: int) -> bool:
    lemma = frame.tree.tokens[i].lemma.lower()
    return lemma in words_of("triggers", "sites") or frame.scene.place(frame.tree, i) is not None


def _site(frame: Frame) -> bool:
    """What is burned or held is a place, a building, a vehicle or a body's."""
    scene, tree = frame.scene, frame.tree
    if frame.lemma == "blow" and any(tree.tokens[k].text.lower().endswith(("self", "selves")) for k in frame.objects):
        return True
    return any(
        _is_site(frame, k)
        or scene.member_at(tree, k, "org", "place") is not None
        or is_armed(scene, tree, k)
        or (frame.lemma in words_of("triggers", "taken_places") and is_animate(scene, tree, k))
        for k in frame.things
    )


def _place(frame: Frame) -> bool:
    """A named place falls, and not by a figure."""
    subject = frame.tree.subject(frame.i)
    if subject is None or place_told(frame.scene, frame.tree, subject) is None:
        return False
    others = [case for case, k in frame.tree.obliques(frame.i) if not frame.scene.is_time(frame.tree, k)]
    return not any(case in ("by", "from", "on", "under", "into") for case in others)


def _ceded(frame: Frame) -> bool:
    """A place or a site is lost to somebody armed: "lost its last base to the army", not "lost the match to X"."""
    givers = [k for at in (frame.i, *frame.things) for case, k in frame.tree.obliques(at) if case == "to"]
    taken = any(_is_site(frame, k) and is_harmable(frame.scene, frame.tree, k) for k in frame.things)
    return taken and any(is_armed(frame.scene, frame.tree, k) or frame.scene.organisation(frame.tree, k) is not None for k in givers)


def _people(frame: Frame) -> bool:
    """Whom it is done to can be people: a name of a person or body, a pronoun, an animate noun."""
    return any(_is_person(frame, k) for k in frame.things)


def _is_person(frame: Frame, i: int) -> bool:
    """A noun for people, or with verbs that kill, wound or abduct whatever is counted and no thing: "killed 14 congregants"."""
    if is_animate(frame.scene, frame.tree, i):
        return True
    token = frame.tree.tokens[i]
    lemma = token.lemma.lower()
    inert = any_of(("triggers", "figurative"), ("triggers", "sites"), ("triggers", "inanimate_nouns"), ("triggers", "not_people"))
    counted = bool(frame.tree.children(i, "nummod")) and frame.lemma in table("triggers", "harm")
    return counted and lemma not in inert and token.upos in ("NOUN", "PROPN", "ADJ", "DET")


def _captive(frame: Frame) -> bool:
    """Captives are let go, or armed people hand somebody over to a go-between or let them go."""
    scene, tree = frame.scene, frame.tree
    words = {tree.tokens[k].lemma.lower() for o in frame.things for k in tree.nominal(o)}
    if words & words_of("people", "captives"):
        return True
    if not any(is_animate(scene, tree, k) for k in frame.things):
        return False
    given = {tree.tokens[m].lemma.lower() for case, k in tree.obliques(frame.i) if case == "to" for m in tree.nominal(k)}
    handed = frame.lemma in ("hand", "turn") and bool(given & words_of("triggers", "receivers"))
    return handed or (frame.lemma not in ("hand", "turn") and any(is_armed(scene, tree, a) for a in frame.agents))


def _weapon(frame: Frame) -> bool:
    """A weapon is fired or thrown, or it is fired at somebody; a minister who is fired has lost an office."""
    if frame.i > 1 and "test" in {frame.tree.tokens[k].text.lower() for k in (frame.i - 1, frame.i - 2)}:
        return False  # "test-fired a missile"
    if frame.things:
        return any(is_weapon(frame.tree, k) for o in frame.things for k in (o, *measured(frame.tree, o)))
    return bool(frame.aims) and frame.lemma in ("fire", "shoot") and not frame.tree.is_passive(frame.i)


def _charge(frame: Frame) -> bool:
    """What explodes is a charge or carries one."""
    return bool(frame.lemmas([*frame.things, *frame.agents]) & words_of("triggers", "charge_nouns"))


def _body(frame: Frame) -> bool:
    places = [
        k
        for case, k in frame.tree.obliques(frame.i)
        if case.split(" ")[0] in ("from", "to", "into", "of") and place_told(frame.scene, frame.tree, k) is not None
    ]
    if not frame.agents and not frame.things:
        return False
    return not frame.things and any(
        is_armed(frame.scene, frame.tree, a) or (places and is_animate(frame.scene, frame.tree, a)) for a in frame.agents
    )


def _sides(frame: Frame) -> bool:
    """An armed body or a force stands on one side at least."""
    others = [k for case, k in frame.tree.obliques(frame.i) if case in ("with", "against", "between", "by", "to")]
    sides = [*frame.agents, *frame.things, *others]
    if any(is_armed(frame.scene, frame.tree, k) or frame.lemmas([k]) & words_of("triggers", "delegates") for k in sides):
        return True
    if any(frame.tree.tokens[k].upos == "NUM" and measured(frame.tree, k) for k in sides):
        return True  # "26,132 of them had been decommissioned"
    return any(frame.scene.member_at(frame.tree, k, "org") is not None for k in sides)


def _force(frame: Frame) -> bool:
    tree = frame.tree
    if tree.tokens[frame.i].deprel == "acl" and not frame.agents and not frame.scene.dates:
        return False  # "forces stationed in X" tells where they are
    heads = [frame.i, *tree.children(frame.i, "advcl", "acl", "xcomp"), *frame.things]
    told = frame.lemmas([m for k in heads for m in (k, *tree.children(k, "advcl", "acl"))])
    if told & words_of("triggers", "rescuing_verbs") and not frame.lemmas(frame.things) & words_of("people", "force_nouns"):
        return False  # "dispatched a helicopter to evacuate the wounded"
    goods = any_of(("triggers", "force_goods"), ("people", "force_nouns"))
    return any(frame.lemmas([k, *measured(frame.tree, k)]) & goods for k in frame.things)


def _trained(frame: Frame) -> bool:
    """Armed people are trained or armed by a body or a state, and it is told as done."""
    scene, tree = frame.scene, frame.tree
    told = "Tense=Past" in tree.tokens[frame.i].feats or bool(tree.children(frame.i, "aux"))
    named = any(scene.member_at(tree, a, "org", "place") is not None or scene.organisation(tree, a) is not None for a in frame.agents)
    return told and named and any(is_armed(scene, tree, k) for k in frame.things)


def _object(frame: Frame) -> bool:
    return bool(frame.objects or frame.aims)


def _ordnance(frame: Frame) -> bool:
    return any(is_weapon(frame.tree, a) for a in frame.agents) and bool(frame.aims or list(frame.tree.obliques(frame.i)))


def _supplied(frame: Frame) -> bool:
    return aid(frame) or _trained(frame)


def _cause(frame: Frame) -> bool:
    return cause_of(frame.tree, frame.i) is not None or any(is_weapon(frame.tree, a) for a in frame.agents) or _own_losses(frame)


def _own_losses(frame: Frame) -> bool:
    """Say whether armed people count those whom they lost: "the rebels lost 12 men", and no match, seat or town."""
    tree, people = frame.tree, any_of(("people", "members"), ("people", "force_nouns"), ("triggers", "person_nouns"))
    counted = [k for k in frame.objects if tree.tokens[k].upos == "NUM" or (tree.children(k, "nummod") and tree.lemma[k] in people)]
    return frame.lemma == "lose" and bool(counted) and any(is_armed(frame.scene, tree, a) for a in frame.agents)


def _none(frame: Frame) -> bool:
    return bool(frame.things or frame.agents or frame.aims or list(frame.tree.obliques(frame.i)))


_KINDS_OF_NEED: tuple[Callable[[Frame], bool], ...] = (
    *(_target, _object, _armed, _site, _place, _ceded, _people, _captive, _weapon, _charge, _ordnance, _body, _sides, _force),
    *(_supplied, _trained, _cause, _none),
    *(aid, asked, bodies, designated, fleeing, gathered, intransitive, listed, organised, received, refusable, voiced),
)
_NEEDS = {need.__name__.removeprefix("_"): need for need in _KINDS_OF_NEED}
"""Each by the word that `triggers.yml` has for it."""

KNOWN_NEEDS = frozenset(_NEEDS)
"""What `triggers.yml` may ask for."""
