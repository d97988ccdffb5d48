"""Read event reports: who did what to whom, where, when, with what toll.

Verbs and nouns of `codebook/words/triggers.yml` propose; what stands with them decides. A verb that only harms ("killing three") adds its
figures to the event that it belongs to; a bare "the attack" points back and is no report of its own.
"""

from collections.abc import Iterator

from testimonia.model.kinds import EventType
from testimonia.read.drafts import date_for
from testimonia.read.event_slots import can_act, harms, harms_for, is_definite, objects_of, once
from testimonia.read.happenings import (
    EventDraft,
    figures_of,
    is_figurative,
    mode_of,
    noun_triggers,
    places_of,
    spread,
    status_of,
    verb_triggers,
)
from testimonia.read.lexicon import table, words_of
from testimonia.read.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree


def read_verbal_events(scene: Scene, tree: Tree) -> Iterator[EventDraft]:
    """A verb tells the event: "X attacked Y", "Y was shelled by X", "X clashed with Y"."""
    for token in tree.tokens:
        lemma = token.lemma.lower()
        trigger = verb_triggers().get(lemma)
        if trigger is None or token.upos != "VERB" or scene.spot_at(tree, token.i) is not None or token.deprel in ("amod", "compound"):
            continue
        if lemma in table("triggers", "harm") and harms_for(tree, token.i) is not None:
            continue
        kind, default, needs = trigger
        objects = objects_of(tree, token.i)
        aims = [
            k
            for case, k in tree.obliques(token.i)
            if case.split(" ")[0] in words_of("triggers", "aim_prepositions") and not scene.is_time(tree, k)
        ]
        if _is_event_noun(tree, objects) or is_figurative(scene, tree, [*objects, *aims]):
            continue
        if any(tree.tokens[a].lemma.lower() in words_of("triggers", "natural_causes") for a in tree.agents(token.i)):
            continue
        agents = [a for a in tree.agents(token.i) if can_act(scene, tree, a)]
        if not _has_what_it_needs(scene, tree, token.i, needs, objects, aims, agents):
            continue
        draft = _verbal(scene, tree, token.i, kind=kind, default=default, objects=objects, aims=aims, agents=agents)
        if is_definite(draft):
            yield draft


def _verbal(
    scene: Scene, tree: Tree, i: int, *, kind: EventType, default: str | None, objects: list[int], aims: list[int], agents: list[int]
) -> EventDraft:
    """Fill the slots of an event that a verb tells."""
    token = tree.tokens[i]
    lemma = token.lemma.lower()
    weapons = [
        k
        for k in objects
        if tree.tokens[k].lemma.lower() in table("triggers", "counted")
        and tree.tokens[k].lemma.lower() not in ("soldier", "civilian", "position", "vehicle", "house", "home", "village", "tank")
    ]
    targets = [k for k in objects if k not in weapons] if lemma not in ("launch", "fire", "throw", "hurl", "detonate", "explode") else []
    targets += aims if not targets or lemma in ("fire", "launch", "throw", "hurl") else []
    initiators = [scene.actor(tree, a) for a in agents]
    opposed = [k for case, k in tree.obliques(i) if (case == "with" and lemma in words_of("triggers", "mutual_verbs")) or case == "against"]
    targets += [k for k in opposed if k not in targets]
    for case, k in tree.obliques(i):
        if case in words_of("triggers", "beside_prepositions") or (
            case == "with" and lemma not in words_of("triggers", "mutual_verbs") and scene.organisation(tree, k) is not None
        ):
            initiators.append(scene.actor(tree, k))
    if lemma in words_of("triggers", "clashing_verbs"):
        # a clash with no stated aggressor has all sides as initiators (codebook, section 3)
        initiators += [scene.actor(tree, k) for k in opposed]
        targets = [k for k in targets if k not in opposed]
    target_parties = tuple(scene.actor(tree, k) for k in targets)
    where = places_of(scene, tree, i, *objects, *aims)
    where += tuple(p for k in targets if (p := scene.place(tree, k)) is not None and p.referent not in {w.referent for w in where})
    date = date_for(scene, tree, i)
    for k in tree.children(i, "conj"):
        if tree.tokens[k].upos == "VERB" and not tree.children(k, *SUBJECTS) and not where and date is None:
            # "killed 203 and arrested 51 in X in March": what stands with the last verb holds for the first too
            where, date = places_of(scene, tree, k, *tree.objects(k)), date_for(scene, tree, k)
    subject = tree.subject(i) if lemma == "die" else None
    counted = objects or ([] if subject is None else [subject])
    figures = figures_of(scene, tree, i, lemma=lemma, nominals=counted)
    for harm in harms(tree, i):
        figures += figures_of(scene, tree, harm, lemma=tree.tokens[harm].lemma.lower(), nominals=objects_of(tree, harm))
    start, end = spread(tree, i, (*initiators, *target_parties, *where), date)
    ends = [tree.extent(h)[1] for h in harms(tree, i)]
    habitual = "Tense=Pres" in token.feats and "VerbForm=Fin" in token.feats and date is None
    return EventDraft(
        kind,
        mode_of(tree, i, default),
        start,
        max([end, *ends]),
        token.start,
        "events.read_verbal_events",
        token.text,
        initiator=once(initiators),
        target=once(target_parties),
        where=where,
        edtf=None if date is None else date.edtf,
        basis="stated" if date is None else date.basis,
        figures=figures,
        status=status_of(tree, i),
        recurrent=habitual
        or any(tree.tokens[k].text.lower() in words_of("triggers", "habitual_adverbs") for k in tree.children(i, "advmod")),
    )


def _is_event_noun(tree: Tree, objects: list[int]) -> bool:
    """Say whether the object itself names the event: "launched an attack" is read from the noun."""
    return any(tree.tokens[k].lemma.lower() in noun_triggers() for k in objects)


def _has_what_it_needs(scene: Scene, tree: Tree, i: int, needs: str, objects: list[int], aims: list[int], agents: list[int]) -> bool:
    """Decide whether what stands with a verb makes it an armed event."""
    if needs == "intransitive":
        return bool(agents) and not objects
    if needs == "captive":
        words = {tree.tokens[k].lemma.lower() for o in objects for k in tree.nominal(o)}
        return bool(words & words_of("people", "captives"))
    if needs == "body":
        places = [k for case, k in tree.obliques(i) if case.split(" ")[0] in ("from", "to", "into") and scene.place(tree, k) is not None]
        bodies = [scene.actor(tree, a) for a in agents]
        return bool(places) or any(
            b.referent is not None or b.words.lower().split(" ")[-1] in words_of("people", "members") for b in bodies
        )
    if needs == "none":
        return bool(objects or agents or aims or list(tree.obliques(i)))
    if needs == "target":
        return bool(objects or aims)
    if needs == "person":
        return bool(objects) and any(_is_personal(scene, tree, k) for k in objects)
    armed = set(table("triggers", "counted")) | {w for words in (words_of("people", "members"),) for w in words}
    nominals = [*objects, *aims, *agents, *(k for case, k in tree.obliques(i) if case in ("with", "from", "by"))]
    if not objects and not aims:
        return False
    for k in nominals:
        member = scene.member_at(tree, k)
        lemma = tree.tokens[k].lemma.lower()
        if lemma in armed or (member is not None and member.kind in ("armed_group", "armed_wing", "state_force", "coalition")):
            return True
        if mode_of(tree, k, None) is not None:
            return True
    return any(scene.organisation(tree, a) is not None for a in agents) and any(scene.place(tree, k) is not None for k in [*objects, *aims])


def _is_personal(scene: Scene, tree: Tree, i: int) -> bool:
    """Say whether a nominal can be people: a name of a person or body, a pronoun, a counted or animate noun."""
    if scene.spot_at(tree, i) is not None:
        return scene.member_at(tree, i, "person", "org") is not None or scene.cast.member(scene.spot_at(tree, i).text) is None  # type: ignore[union-attr]
    token = tree.tokens[i]
    if token.upos in ("PRON", "NUM"):
        return True
    return token.lemma.lower() not in words_of("triggers", "figurative") and token.upos in ("NOUN", "PROPN", "ADJ", "DET")


def read_war_participation(scene: Scene, tree: Tree) -> Iterator[EventDraft]:
    """The text says that a body took part or fought in a named war, battle or operation."""
    for token in tree.tokens:
        lemma = token.lemma.lower()
        if token.upos not in ("VERB", "NOUN") or lemma not in ("participate", "take", "fight", "join", "involve", "part", "engage"):
            continue
        for case, k in [*tree.obliques(token.i), *(("obj", o) for o in tree.children(token.i, "obj"))]:
            member, spot = scene.member_at(tree, k, "named_event"), scene.spot_at(tree, k)
            if case not in ("in", "of", "obj", "during") or member is None or spot is None or (lemma == "fight" and case == "obj"):
                continue
            subject = tree.subject(token.i) if token.upos == "VERB" else tree.subject(tree.clause(token.i))
            body = scene.organisation(tree, subject) if subject is not None else None
            if body is None or tree.is_unreal(token.i) or tree.is_negated(token.i):
                continue
            date = date_for(scene, tree, token.i)
            where = places_of(scene, tree, token.i)
            start, end = min(token.start, body.start or token.start), max(token.end, spot.end)
            yield EventDraft(
                "ASSAULT",
                None,
                start,
                end,
                token.start,
                "events.read_war_participation",
                token.text,
                initiator=(body,),
                where=where,
                edtf=None if date is None else date.edtf,
                basis="stated" if date is None else date.basis,
            )


RULES = (read_verbal_events, read_war_participation)
