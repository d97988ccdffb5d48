"""Read event reports that a verb and a noun tell together: "opened fire on", "laid down their arms", "imposed sanctions on"."""

from collections.abc import Iterator

from testimonia.read.armed import is_civil, is_harmable
from testimonia.read.drafts import when
from testimonia.read.event_places import place_told, places_of
from testimonia.read.event_slots import date_of, doers, once, persons_harmed
from testimonia.read.event_status import status_of
from testimonia.read.figures import figures_of
from testimonia.read.happenings import EventDraft, is_elsewhere, is_rehearsed, mode_of, spread
from testimonia.read.lexicon import words_of
from testimonia.read.phrases import Phrase, phrase_at, phrase_verbs
from testimonia.read.scene import Scene
from testimonia.read.syntax import Tree


def read_phrased_events(scene: Scene, tree: Tree) -> Iterator[EventDraft]:
    """A verb and a noun tell the event together: "X opened fire on Y", "X laid down its arms", "X imposed sanctions on Y"."""
    for i in tree.having(phrase_verbs().keys()):
        phrase = phrase_at(tree, i)
        if phrase is None or scene.spot_at(tree, i) is not None or tree.tokens[i].deprel == "amod" or is_elsewhere(tree, i):
            continue
        draft = _phrased(scene, tree, i, phrase)
        if draft is not None:
            yield draft


def _phrased(scene: Scene, tree: Tree, i: int, phrase: Phrase) -> EventDraft | None:
    """Fill the slots of an event that a phrase tells; None for what is none ("took control of the budget")."""
    token = tree.tokens[i]
    suffering, acting = _sides(scene, tree, i, phrase)
    if any(tree.tokens[k].lemma.lower() in words_of("triggers", "figurative") for k in suffering):
        return None
    if phrase.type in ("ASSAULT", "COERCE") and suffering and not any(is_harmable(scene, tree, k) for k in suffering):
        return None  # "took control of the debate"
    if phrase.type == "ASSAULT" and (is_civil(scene, tree, acting) or not (suffering or acting)):
        return None
    if phrase.mode == "ceasefire" and not _is_armed_campaign(tree, phrase.noun):
        return None
    targets = persons_harmed(scene, tree, suffering)
    initiators = doers(scene, tree, acting)
    below = [phrase.noun, *suffering, *(acting if phrase.type == "PROTEST" or phrase.subject == "sufferer" else ())]
    where = places_of(scene, tree, i, *below, moving=phrase.type == "RETREAT")
    known = {p.referent for p in where}
    suffering_places = [*suffering, *([phrase.noun] if phrase.type == "PROTEST" else [])]
    where += tuple(p for k in suffering_places if (p := place_told(scene, tree, k)) is not None and p.referent not in known)
    date = date_of(scene, tree, i)
    start, end = spread(tree, i, (*initiators, *targets, *where), date)
    noun = tree.tokens[phrase.noun]
    rehearsed = phrase.type == "ASSAULT" and is_rehearsed(tree, i)
    return EventDraft(
        "COOPERATE" if rehearsed else phrase.type,
        "exercise" if rehearsed else mode_of(tree, i, phrase.mode, phrase.noun) if phrase.type == "ASSAULT" else phrase.mode,
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
        figures=figures_of(scene, tree, i, what="abducted" if phrase.mode == "abduct" else None, nominals=[phrase.noun, *suffering]),
        status=status_of(tree, i),
        recurrent="Tense=Pres" in token.feats and "VerbForm=Fin" in token.feats and date is None,
    )


def _sides(scene: Scene, tree: Tree, i: int, phrase: Phrase) -> tuple[list[int], list[int]]:
    """Give the heads of who suffers it and of who does it."""
    passive = tree.is_passive(i)
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
    acting = (agents or nested) if passive else subjects
    if phrase.subject == "side":
        return [], [*acting, *other]
    return [*objects, *other], acting


def _is_armed_campaign(tree: Tree, noun: int) -> bool:
    """Say whether what is ended is fighting: "its armed campaign", "hostilities"."""
    nouns = [noun, *(k for case, k in tree.obliques(noun) if case in ("to", "of"))]
    words = {tree.tokens[k].text.lower() for n in nouns for k in tree.children(n, "amod", "compound")}
    fighting = {"hostility", "fighting", "struggle"} & {tree.tokens[n].lemma.lower() for n in nouns}
    return bool(fighting) or bool(words & {"armed", "military", "bombing", "guerrilla"})


RULES = (read_phrased_events,)
