"""Decide whether what stands with a verb makes it an event without arms: talks, appeals, refusals, sanctions, relief, flight, protest."""

from testimonia.read.events.armed import is_armed
from testimonia.read.events.event_frames import Frame, measured
from testimonia.read.events.figures import is_people, number_of, numbers_in
from testimonia.read.events.happenings import is_weapon
from testimonia.read.lexicon import words_of


def gathered(frame: Frame) -> bool:
    """Say whether people gather to ask for something: "gathered outside the court to demand", not "gathered for the feast".

    Args:
        frame: The verb and what stands around it.

    Returns:
        True where it is so.
    """
    tree = frame.tree
    wanting = [k for k in tree.children(frame.i, "xcomp", "advcl") if tree.tokens[k].lemma.lower() in words_of("triggers", "asking_verbs")]
    wanting += [k for k in tree.children(frame.i, "advcl", "xcomp", "obl") if tree.tokens[k].lemma.lower() in ("protest", "demonstrate")]
    return intransitive(frame) and bool(wanting)


def bodies(frame: Frame) -> bool:
    """Say whether two bodies, or those who speak for them, stand on the two sides.

    Args:
        frame: The verb and what stands around it.

    Returns:
        True where it is so.
    """
    with_whom = [k for case, k in frame.tree.obliques(frame.i) if case == "with"]
    if not frame.agents or not (frame.things or with_whom or len(frame.agents) > 1):
        return False

    if "VerbForm=Ger" in frame.tree.tokens[frame.i].feats and all(is_armed(frame.scene, frame.tree, k) for k in frame.things):
        return False  # "the units pressed on, meeting Y and its militia"

    def speaks(k: int) -> bool:
        member = frame.scene.cast.holder_of(frame.scene.actor(frame.tree, k).referent)
        if frame.tree.low[k] in words_of("grammar", "singular_person"):
            return True
        public = member is not None and (member.cls != "person" or member.role is not None)
        return public or bool(frame.lemmas([k]) & words_of("triggers", "delegates"))

    return all(map(speaks, frame.agents)) and (any(map(speaks, [*frame.things, *with_whom])) or not (frame.things or with_whom))


def refusable(frame: Frame) -> bool:
    """Say whether a body or an office refuses an offer, a plan or the like.

    Args:
        frame: The verb and what stands around it.

    Returns:
        True where it is so.
    """
    offered = any(frame.lemmas([k]) & words_of("triggers", "refusable") for k in frame.things)
    return offered and any(
        frame.scene.organisation(frame.tree, a) is not None or frame.lemmas([a]) & words_of("triggers", "delegates") for a in frame.agents
    )


def voiced(frame: Frame) -> bool:
    """Say whether a body, a state or somebody in public office says it.

    Args:
        frame: The verb and what stands around it.

    Returns:
        True where it is so.
    """
    return any(
        frame.scene.actor(frame.tree, a).referent is not None or frame.lemmas([a]) & words_of("triggers", "delegates") for a in frame.agents
    )


def _is_organised(frame: Frame, heads: list[int]) -> bool:
    """Say whether somebody in a list of nominals is a body or a person by name, or a party, group or newspaper in words."""
    return any(
        frame.scene.member_at(frame.tree, k, "org", "person") is not None
        or frame.scene.organisation(frame.tree, k) is not None
        or frame.lemmas([k]) & words_of("triggers", "organised_nouns")
        for k in heads
    )


def organised(frame: Frame) -> bool:
    """Say whether what it is done to is a body, and it is told who does it or told in the passive.

    Args:
        frame: The verb and what stands around it.

    Returns:
        True where it is so.
    """
    return bool(frame.agents or frame.tree.is_passive(frame.i)) and _is_organised(frame, frame.things)


def asked(frame: Frame) -> bool:
    """Say whether a body, or somebody in public office, asks somebody to do something.

    Args:
        frame: The verb and what stands around it.

    Returns:
        True where it is so.
    """
    tree = frame.tree
    addressed = [k for case, k in tree.obliques(frame.i) if case in ("on", "upon", "to")] or frame.things
    wanted = [k for k in tree.children(frame.i, "xcomp", "advcl", "ccomp") if "VerbForm=Inf" in tree.tokens[k].feats]
    demanded = [
        k for case, k in tree.obliques(frame.i) if case == "with" and frame.lemmas(tree.subtree(k)) & words_of("triggers", "demands")
    ]
    asking = voiced(frame) and not tree.is_passive(frame.i)
    told = "Tense=Past" in tree.tokens[frame.i].feats
    return asking and told and bool(addressed) and bool(demanded if frame.lemma == "present" else wanted)


def listed(frame: Frame) -> bool:
    """Say whether a body or person is put on a list of terrorists or of sanctions.

    Args:
        frame: The verb and what stands around it.

    Returns:
        True where it is so.
    """
    tree = frame.tree
    lists = [
        k for case, k in tree.obliques(frame.i) if case in ("to", "on", "in") and frame.lemmas([k]) & words_of("triggers", "listing_nouns")
    ]
    beside = {tree.tokens[m].lemma.lower() for k in lists for m in tree.subtree(k)}
    return bool(beside & (words_of("triggers", "listing_words"))) and _is_organised(frame, frame.things)


def designated(frame: Frame) -> bool:
    """Say whether a body or person is declared a terrorist one, on a day or by somebody.

    Args:
        frame: The verb and what stands around it.

    Returns:
        True where it is so.
    """
    tree = frame.tree
    named = tree.children(frame.i, "xcomp", "obl", "nmod", "obj")
    words = {
        tree.tokens[m].lemma.lower() for k in named if frame.lemmas([k]) & words_of("triggers", "organised_nouns") for m in tree.nominal(k)
    }
    return bool(words & words_of("triggers", "listing_words")) and bool(frame.scene.dates) and _is_organised(frame, frame.things)


def intransitive(frame: Frame) -> bool:
    """Say whether somebody who is not armed does it, and to nobody.

    Args:
        frame: The verb and what stands around it.

    Returns:
        True where it is so.
    """
    return bool(frame.agents) and not frame.objects and not any(is_armed(frame.scene, frame.tree, a) for a in frame.agents)


def aid(frame: Frame) -> bool:
    """Say whether relief goods are given.

    Args:
        frame: The verb and what stands around it.

    Returns:
        True where it is so.
    """
    return any(
        frame.lemmas([o, *frame.tree.children(o, "compound"), *measured(frame.tree, o)]) & words_of("triggers", "aid_nouns")
        for o in frame.things
    )


def received(frame: Frame) -> bool:
    """Say whether weapons or relief come from somebody who is told.

    Args:
        frame: The verb and what stands around it.

    Returns:
        True where it is so.
    """
    given = [(case, k) for at in (frame.i, *frame.things) for case, k in frame.tree.obliques(at)]
    goods = aid(frame) or any(is_weapon(frame.tree, k) for k in frame.things)
    return goods and any(case == "from" and not frame.scene.is_time(frame.tree, k) for case, k in given)


def fleeing(frame: Frame) -> bool:
    """Say whether those who flee are people and counted.

    Args:
        frame: The verb and what stands around it.

    Returns:
        True where it is so.
    """
    subject = frame.tree.subject(frame.i)
    if subject is None or (is_people(frame.tree, subject) and not frame.lemmas([subject]) & words_of("triggers", "fleeing_words")):
        return False
    counted = number_of(frame.tree, subject, numbers_in(frame.scene, frame.tree)) is not None
    return counted and bool(frame.lemmas([subject, *measured(frame.tree, subject)]) & words_of("triggers", "fleeing_words"))
