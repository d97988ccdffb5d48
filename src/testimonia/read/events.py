"""Read event reports: who did what to whom, where, when, with what toll.

Verbs and nouns of `codebook/words/triggers.yml` propose; what stands with them decides. A verb that only harms ("killing three") adds its
figures to the event that it belongs to; a bare "the attack" points back and is no report of its own.
"""

from collections.abc import Iterator

from testimonia.model.kinds import EventType
from testimonia.model.party import Party
from testimonia.read.drafts import date_for, when
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
        if lemma in table("triggers", "harm") and _harms_for(tree, token.i) is not None:
            continue
        kind, default, needs = trigger
        objects = _objects(tree, token.i)
        aims = [
            k
            for case, k in tree.obliques(token.i)
            if case.split(" ")[0] in words_of("triggers", "aim_prepositions") and not scene.is_time(tree, k)
        ]
        if _is_event_noun(tree, objects) or is_figurative(scene, tree, [*objects, *aims]):
            continue
        agents = [a for a in tree.agents(token.i) if _can_act(scene, tree, a)]
        if not _has_what_it_needs(scene, tree, token.i, needs, objects, aims, agents):
            continue
        draft = _verbal(scene, tree, token.i, kind=kind, default=default, objects=objects, aims=aims, agents=agents)
        if _is_definite(draft):
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
    target_parties = tuple(scene.actor(tree, k) for k in targets)
    where = places_of(scene, tree, i, *objects, *aims)
    where += tuple(p for k in targets if (p := scene.place(tree, k)) is not None and p.referent not in {w.referent for w in where})
    date = date_for(scene, tree, i)
    subject = tree.subject(i) if lemma == "die" else None
    counted = objects or ([] if subject is None else [subject])
    figures = figures_of(scene, tree, i, lemma=lemma, nominals=counted)
    for harm in _harms(tree, i):
        figures += figures_of(scene, tree, harm, lemma=tree.tokens[harm].lemma.lower(), nominals=_objects(tree, harm))
    start, end = spread(tree, i, (*initiators, *target_parties, *where), date)
    ends = [tree.extent(h)[1] for h in _harms(tree, i)]
    habitual = "Tense=Pres" in token.feats and "VerbForm=Fin" in token.feats and date is None
    return EventDraft(
        kind,
        mode_of(tree, i, default),
        start,
        max([end, *ends]),
        token.start,
        "events.read_verbal_events",
        token.text,
        initiator=_once(initiators),
        target=_once(target_parties),
        where=where,
        edtf=None if date is None else date.edtf,
        basis="stated" if date is None else date.basis,
        figures=figures,
        status=status_of(tree, i),
        recurrent=habitual
        or any(tree.tokens[k].text.lower() in words_of("triggers", "habitual_adverbs") for k in tree.children(i, "advmod")),
    )


def _can_act(scene: Scene, tree: Tree, i: int) -> bool:
    """Say whether a nominal can be who did it: not an event or a weapon ("the attack killed", "a device exploded")."""
    token = tree.tokens[i]
    if scene.spot_at(tree, i) is not None:
        return scene.member_at(tree, i, "named_event") is None
    lemma = token.lemma.lower()
    return (
        token.text.lower() not in ("that", "which", "what", "this")
        and lemma not in noun_triggers()
        and mode_of(tree, i, None) is None
        and lemma not in words_of("triggers", "inanimate_nouns")
    )


def _is_definite(draft: EventDraft) -> bool:
    """Decide whether a draft tells enough to be a report: what may be or is wont to be needs a named party and a time or place."""
    named = any(p.referent is not None for p in (*draft.initiator, *draft.target))
    placed = bool(draft.where) or draft.edtf is not None
    if draft.status == "hypothetical" or draft.recurrent:
        return named and placed
    if draft.status in ("planned", "threatened"):
        return named and (placed or bool(draft.target))
    vague = all(p.referent is None and p.words.lower() in words_of("triggers", "vague_words") for p in (*draft.initiator, *draft.target))
    return not vague or placed or bool(draft.figures)


def _objects(tree: Tree, i: int) -> list[int]:
    """List whom a verb is done to, with the shared object of coordinated verbs and the noun that a participle modifies."""
    objects = tree.objects(i)
    if not objects and tree.tokens[i].deprel == "conj" and not tree.is_passive(i):
        return []
    if not objects:
        objects = [
            k
            for c in tree.children(i, "conj")
            if tree.tokens[c].upos == "VERB" and not tree.children(i, "obl")
            for k in tree.children(c, "obj")
        ]
    return objects


def _harms_for(tree: Tree, i: int) -> int | None:
    """Give the event verb whose toll a verb of harm tells: "attacked the base, killing three"."""
    token = tree.tokens[i]
    at = token.head
    if (
        token.deprel == "conj"
        and at >= 0
        and tree.tokens[at].lemma.lower() in table("triggers", "harm")
        and not tree.children(i, *SUBJECTS)
    ):
        return _harms_for(tree, at)
    if token.deprel == "acl" and "VerbForm=Ger" in token.feats and at >= 0:
        at = tree.clause(at)  # ", killing three" tells of the clause, wherever the parse hangs it
    elif token.deprel != "advcl":
        return None
    if at < 0 or tree.is_passive(i) or "VerbForm=Inf" in token.feats:
        return None
    lemma = tree.tokens[at].lemma.lower()
    is_event = lemma in verb_triggers() and verb_triggers()[lemma][0] == "ASSAULT" and lemma not in table("triggers", "harm")
    carried = lemma in words_of("triggers", "light") and any(
        noun_triggers().get(tree.tokens[k].lemma.lower(), ("",))[0] == "ASSAULT" for k in tree.children(at, "obj", "nsubj", "nsubj:pass")
    )
    return at if is_event or carried else None


def _harms(tree: Tree, i: int) -> list[int]:
    return [
        t.i
        for t in tree.tokens
        if t.lemma.lower() in table("triggers", "harm") and t.upos == "VERB" and t.i != i and _harms_for(tree, t.i) == i
    ]


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


def read_nominal_events(scene: Scene, tree: Tree) -> Iterator[EventDraft]:
    """A noun tells the event, with or without a light verb: "carried out an attack on Y", "the bombing of Y by X"."""
    for token in tree.tokens:
        lemma = token.lemma.lower()
        trigger = noun_triggers().get(lemma)
        if trigger is None or token.upos != "NOUN" or scene.spot_at(tree, token.i) is not None or token.deprel == "compound":
            continue
        light = _light_verb(tree, token.i)
        initiators, targets = _sides(scene, tree, token.i, light)
        claimant = _claimant(scene, tree, token.i)
        if claimant is not None:
            initiators = [claimant, *initiators]
        if is_figurative(scene, tree, targets):
            continue
        where = places_of(scene, tree, token.i, *([light] if light is not None else []), *targets)
        where += tuple(p for k in targets if (p := scene.place(tree, k)) is not None and p.referent not in {w.referent for w in where})
        date = date_for(scene, tree, token.i)
        if date is None and light is not None:
            date = date_for(scene, tree, light)
        counted = figures_of(scene, tree, token.i, lemma=lemma, nominals=[token.i])
        if not _tells(tree, token.i, light, initiators, targets, where, date is not None or bool(counted)):
            continue
        kind, default = trigger
        if lemma == "raid" and any(_is_armed_group(scene, p) for p in initiators):
            kind, default = "ASSAULT", None  # a force raids a village (COERCE raid); an armed group raids a base (ASSAULT)
        target_parties = tuple(scene.actor(tree, k) for k in targets)
        figures = figures_of(scene, tree, token.i, lemma=_harm_lemma(lemma), nominals=targets if _harm_lemma(lemma) != lemma else [token.i])
        for harm in _harms(tree, light) if light is not None else []:
            figures += figures_of(scene, tree, harm, lemma=tree.tokens[harm].lemma.lower(), nominals=_objects(tree, harm))
        start, end = spread(tree, token.i, (*initiators, *target_parties, *where), date)
        if light is not None:
            start, end = (
                min(start, tree.tokens[light].start),
                max([end, tree.tokens[light].end, *(tree.extent(h)[1] for h in _harms(tree, light))]),
            )
        draft = EventDraft(
            kind,
            mode_of(tree, token.i, default),
            start,
            end,
            token.start,
            "events.read_nominal_events",
            token.text,
            initiator=_once(initiators),
            target=_once(target_parties),
            where=where,
            edtf=when(date)[0],
            basis=when(date)[1],
            figures=figures,
            responsibility=() if claimant is None else (claimant,),
            status=status_of(tree, light if light is not None else token.i),
            recurrent=light is not None
            and "Tense=Pres" in tree.tokens[light].feats
            and "VerbForm=Fin" in tree.tokens[light].feats
            and date is None,
        )
        if _is_definite(draft):
            yield draft


def _claimant(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give who claims, accepts or takes responsibility for the event that a noun names."""
    head = tree.tokens[i].head
    if head < 0 or tree.case(i) != "for" or tree.tokens[head].lemma.lower() != "responsibility":
        return None
    verb = tree.tokens[head].head
    if verb < 0 or tree.tokens[verb].lemma.lower() not in ("claim", "accept", "take", "admit", "assume") or tree.is_negated(verb):
        return None
    return next((scene.actor(tree, a) for a in tree.agents(verb)), None)


def _harm_lemma(lemma: str) -> str:
    """Give the verb of harm behind a noun: the arrest of five is five detained."""
    return {
        "arrest": "arrest",
        "detention": "detain",
        "killing": "kill",
        "murder": "murder",
        "assassination": "assassinate",
        "execution": "execute",
    }.get(lemma, lemma)


def _light_verb(tree: Tree, i: int) -> int | None:
    """Give the light verb that a noun of event depends on, if any."""
    token = tree.tokens[i]
    at = token.head
    if at >= 0 and token.deprel == "conj":
        return _light_verb(tree, at)
    is_light = at >= 0 and tree.tokens[at].lemma.lower() in words_of("triggers", "light") and tree.tokens[at].upos == "VERB"
    if is_light and (token.deprel in ("obj", "nsubj:pass", "nsubj") or (token.deprel == "obl" and tree.case(i) in ("in", "by", "with"))):
        return at
    if at >= 0 and token.deprel == "obj" and tree.tokens[at].text.lower() == "part":
        return _light_verb(tree, at)
    return None


def _sides(scene: Scene, tree: Tree, i: int, light: int | None) -> tuple[list[Party], list[int]]:
    """Give the initiators of a noun of event, and the heads of its targets."""
    lemma = tree.tokens[i].lemma.lower()
    initiators: list[Party] = []
    targets: list[int] = []
    for k in tree.children(i, "nmod:poss"):
        if lemma in words_of("triggers", "suffered_nouns") and not any(case == "of" for case, _ in tree.obliques(i)):
            targets.append(k)
        else:
            initiators.append(scene.actor(tree, k))
    for k in tree.children(i, "compound", "amod"):
        if scene.member_at(tree, k, "org") is not None:
            initiators.append(scene.actor(tree, k))
    for case, k in tree.obliques(i):
        first = case.split(" ")[0]
        if case == "by":
            initiators.append(scene.actor(tree, k))
        elif scene.is_time(tree, k):
            continue
        elif (
            case == "between"
            or case in words_of("triggers", "beside_prepositions")
            or (case == "with" and lemma not in words_of("triggers", "two_sided_nouns") and scene.organisation(tree, k) is not None)
        ):
            initiators.append(scene.actor(tree, k))
        elif case == "with" and lemma in words_of("triggers", "two_sided_nouns"):
            if lemma in ("exercise", "drill", "agreement", "accord", "pact"):
                named = [
                    m for c, m in tree.obliques(k) if c in ("including", "such as", "like") and scene.organisation(tree, m) is not None
                ]
                initiators += [scene.actor(tree, m) for m in named or [k]]
            else:
                targets.append(k)
        elif first in ("on", "against", "at", "targeting", "upon") or (case == "of" and lemma in words_of("triggers", "nouns_with_target")):
            targets += [k] if tree.tokens[k].lemma.lower() not in noun_triggers() else []
    if (light is not None and tree.tokens[light].lemma.lower() not in ("erupt", "occur", "break", "begin", "start", "continue")) or (
        light is not None and tree.children(light, "obj")
    ):
        initiators = [scene.actor(tree, a) for a in tree.agents(light) if a != i and _can_act(scene, tree, a)] + initiators
        for case, k in tree.obliques(light):
            if case in words_of("triggers", "beside_prepositions") or (case == "with" and scene.organisation(tree, k) is not None):
                initiators.append(scene.actor(tree, k))
            elif case == "against":
                targets.append(k)
    return initiators, targets


def _tells(
    tree: Tree, i: int, light: int | None, initiators: list[Party], targets: list[int], where: tuple[Party, ...], dated: bool
) -> bool:
    """Decide whether a noun tells an event or only points back to one."""
    lemma = tree.tokens[i].lemma.lower()
    definite = any(tree.tokens[k].text.lower() in ("the", "this", "that", "these", "those") for k in tree.children(i, "det"))
    if lemma in ("operation", "exercise", "drill", "agreement", "accord", "pact", "strike", "raid") and not (
        light is not None or targets or (initiators and not definite)
    ):
        return False
    if (
        lemma in words_of("triggers", "suffered_nouns")
        and not initiators
        and not where
        and not dated
        and not any(tree.children(i, "nummod"))
    ):
        # "his killing", "the arrest of its members" point back unless they say who did it, where, when or how many
        return any(tree.children(t, "nummod") for t in targets)
    if targets or (initiators and light is not None):
        return True
    if definite:
        return bool(initiators and (where or dated))
    return bool(initiators) or (bool(where) and (dated or light is not None)) or (light is not None and dated)


def _is_armed_group(scene: Scene, party: Party) -> bool:
    member = (
        next((m for m in scene.cast.members.values() if scene.cast.id_of(m) == party.referent), None)
        if party.referent is not None
        else None
    )
    return member is not None and member.kind in ("armed_group", "armed_wing", "coalition")


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


def _once(parties: list[Party] | tuple[Party, ...]) -> tuple[Party, ...]:
    """Keep the first of every party that stands for the same."""
    return tuple({p.referent or p.words.lower(): p for p in reversed(list(parties))}.values())[::-1]


RULES = (read_verbal_events, read_nominal_events, read_war_participation)
