"""Read event reports that a verb and a noun tell together: "opened fire on", "laid down their arms", "imposed sanctions on"."""

from collections.abc import Iterator

from testimonia.model.kinds import Status
from testimonia.read.claims.drafts import date_for, when
from testimonia.read.events.armed import is_animate, is_armed, is_civil, is_harmable, is_state_force
from testimonia.read.events.event_agents import agents_of
from testimonia.read.events.event_drafts import EventDraft
from testimonia.read.events.event_lines import in_line
from testimonia.read.events.event_places import place_told, places_of
from testimonia.read.events.event_slots import doers, once, persons_harmed
from testimonia.read.events.event_status import status_of
from testimonia.read.events.figures import figures_of
from testimonia.read.events.happenings import is_elsewhere, is_rehearsed, mode_of, spread
from testimonia.read.events.phrases import Phrase, phrase_at, phrase_verbs
from testimonia.read.events.tolls import ruined_in
from testimonia.read.lexicon import words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree


def read_phrased_events(scene: Scene, tree: Tree) -> Iterator[EventDraft]:
    """A verb and a noun tell the event together: "X opened fire on Y", "X laid down its arms", "X imposed sanctions on Y"."""
    for i in tree.having(phrase_verbs().keys()):
        phrase = phrase_at(tree, i)
        if phrase is None or scene.spot_at(tree, i) is not None or tree.tokens[i].deprel == "amod" or is_elsewhere(tree, i):
            continue
        draft = _phrased(scene, tree, i, phrase)
        if draft is not None:
            yield in_line(scene, tree, draft)


def _phrased(scene: Scene, tree: Tree, i: int, phrase: Phrase) -> EventDraft | None:
    """Fill the slots of an event that a phrase tells; None for what is none ("took control of the budget")."""
    token = tree.tokens[i]
    suffering, acting = _sides(scene, tree, i, phrase)
    if any(tree.tokens[k].lemma.lower() in words_of("triggers", "figurative") for k in suffering):
        return None
    if phrase.type in ("ASSAULT", "COERCE") and suffering and not any(is_harmable(scene, tree, k) for k in suffering):
        return None  # "took control of the debate"
    if phrase.of_people and not any(is_animate(scene, tree, k) for k in suffering):
        return None  # "carried off the prize"
    if phrase.type == "ASSAULT" and (is_civil(scene, tree, acting) or not (suffering or acting)):
        return None
    if phrase.of_armed and not any(is_armed(scene, tree, k) for k in suffering):
        return None  # "sent the pupils home"
    if phrase.mode == "ceasefire" and not phrase.is_own and not _is_armed_campaign(tree, phrase.noun):
        return None
    targets = [] if phrase.of_armed else persons_harmed(scene, tree, suffering)
    initiators = doers(scene, tree, acting)
    below = [phrase.noun, *suffering, *(acting if phrase.type == "PROTEST" or phrase.subject == "sufferer" else ())]
    where = places_of(scene, tree, i, *below, moving=phrase.type == "RETREAT")
    known = {p.referent for p in where}
    suffering_places = [*suffering, *([phrase.noun] if phrase.type == "PROTEST" else [])]
    where += tuple(p for k in suffering_places if (p := place_told(scene, tree, k)) is not None and p.referent not in known)
    date = date_for(scene, tree, i)
    if date is None and phrase.mode == "ceasefire" and _announcing(tree, i) is not None:
        date = date_for(scene, tree, tree.tokens[i].head)  # a ceasefire is of the day on which it is announced
    start, end = spread(tree, i, (*initiators, *targets, *where), date)
    noun = tree.tokens[phrase.noun]
    arrested = phrase.of_people and any(is_state_force(scene, tree, k) for k in acting)
    kind, mode, harm = ("COERCE", "arrest", "detained") if arrested else (phrase.type, phrase.mode, _harm(phrase))
    rehearsed = kind == "ASSAULT" and is_rehearsed(tree, i)
    return EventDraft(
        "COOPERATE" if rehearsed else kind,
        "exercise" if rehearsed else mode_of(tree, i, mode, phrase.noun) if kind == "ASSAULT" else mode,
        min(start, noun.start),
        max(end, noun.end),
        token.start,
        "phrased_events.read_phrased_events",
        f"{token.text} {noun.text}",
        initiator=once(initiators),
        target=() if rehearsed else once(targets),
        where=where,
        edtf=when(date)[0],
        basis=when(date)[1],
        figures=figures_of(scene, tree, i, what=harm, nominals=[phrase.noun, *suffering]),
        status=_status(tree, i, phrase),
        recurrent="Tense=Pres" in token.feats and "VerbForm=Fin" in token.feats and date is None,
        part_of=None if mode != "destroy" or (whole := ruined_in(tree, i)) is None else tree.tokens[whole].start,
    )


def _harm(phrase: Phrase) -> str | None:
    return phrase.harm or ("abducted" if phrase.mode == "abduct" else None)


def _status(tree: Tree, i: int, phrase: Phrase) -> Status:
    """Tell whether it came about; a ceasefire does by being announced: "announced that it would halt its attacks"."""
    status = status_of(tree, i)
    if phrase.mode != "ceasefire" or status == "happened":
        return status
    return "happened" if _announcing(tree, i) is not None else status


def _announcing(tree: Tree, i: int) -> int | None:
    """Give the verb that announces what a verb tells: "announced that it would halt", "pledged to end"."""
    at = tree.tokens[i].head
    if at < 0 or tree.tokens[i].deprel not in ("ccomp", "xcomp") or tree.is_negated(at):
        return None
    return at if tree.tokens[at].lemma.lower() in words_of("triggers", "announcing_verbs") else None


def _sides(scene: Scene, tree: Tree, i: int, phrase: Phrase) -> tuple[list[int], list[int]]:
    """Give the heads of who suffers it and of who does it."""
    passive = tree.is_passive(i) or _shares_passive(tree, i)
    subject = tree.subject(i)
    subjects = [] if subject is None or (passive and subject == phrase.noun) else tree.conjuncts(subject)
    agents = [k for k in tree.agents(i) if k not in subjects] if passive else []
    holders = (i, phrase.noun)
    beside = [
        (case.split(" ")[0], k)
        for at in holders
        for case, k in tree.obliques(at)
        if case.split(" ")[0] in phrase.other and k != phrase.noun and not scene.is_time(tree, k)
    ]
    other = [k for case, k in beside if case == beside[0][0]]  # "fired on worshippers at a church": the second is the place
    if phrase.subject == "sufferer":
        return subjects, [*other, *agents]
    objects = [o for k in tree.children(i, "obj") for o in tree.conjuncts(k) if o != phrase.noun] if phrase.takes_object else []
    if passive and phrase.takes_object:
        return subjects, agents
    nested = [k for o in other for case, k in tree.obliques(o) if case == "by"]  # the parse may hang the agent on the noun before it
    acting = (agents or nested) if passive else subjects or agents_of(tree, i)
    if phrase.subject == "side":
        return [], [*acting, *other]
    return [*objects, *other], acting


def _shares_passive(tree: Tree, i: int) -> bool:
    """Say whether a participle shares the passive of the verb before it: "was seized and held captive"."""
    token = tree.tokens[i]
    own = tree.children(i, *SUBJECTS, "aux", "aux:pass")
    return token.deprel == "conj" and "VerbForm=Part" in token.feats and not own and tree.is_passive(token.head)


def _is_armed_campaign(tree: Tree, noun: int) -> bool:
    """Say whether what is ended is fighting: "its armed campaign", "hostilities"."""
    nouns = [noun, *(k for case, k in tree.obliques(noun) if case in ("to", "of"))]
    words = {tree.tokens[k].text.lower() for n in nouns for k in tree.children(n, "amod", "compound")}
    fighting = {"hostility", "fighting", "struggle"} & {tree.tokens[n].lemma.lower() for n in nouns}
    return bool(fighting) or bool(words & {"armed", "military", "bombing", "guerrilla"})


RULES = (read_phrased_events,)
