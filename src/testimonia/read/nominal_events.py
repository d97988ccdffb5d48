"""Read event reports that a noun tells: "carried out an attack on Y", "the bombing of Y by X", "clashes between X and Z"."""

from collections.abc import Iterator

from testimonia.model.party import Party
from testimonia.read.drafts import date_for, when
from testimonia.read.event_slots import can_act, harms, is_definite, objects_of, once
from testimonia.read.happenings import EventDraft, figures_of, is_figurative, mode_of, noun_triggers, places_of, spread, status_of
from testimonia.read.lexicon import words_of
from testimonia.read.scene import Scene
from testimonia.read.syntax import Tree


def read_nominal_events(scene: Scene, tree: Tree) -> Iterator[EventDraft]:
    """A noun tells the event, with or without a light verb: "carried out an attack on Y", "the bombing of Y by X"."""
    for token in tree.tokens:
        lemma = token.lemma.lower()
        trigger = noun_triggers().get(lemma)
        if trigger is None or token.upos != "NOUN" or scene.spot_at(tree, token.i) is not None or token.deprel == "compound":
            continue
        light = _light_verb(tree, token.i)
        if _is_other_sense(tree, token.i):
            continue
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
        for harm in harms(tree, light) if light is not None else []:
            figures += figures_of(scene, tree, harm, lemma=tree.tokens[harm].lemma.lower(), nominals=objects_of(tree, harm))
        start, end = spread(tree, token.i, (*initiators, *target_parties, *where), date)
        if light is not None:
            start, end = (
                min(start, tree.tokens[light].start),
                max([end, tree.tokens[light].end, *(tree.extent(h)[1] for h in harms(tree, light))]),
            )
        draft = EventDraft(
            kind,
            mode_of(tree, token.i, default),
            start,
            end,
            token.start,
            "nominal_events.read_nominal_events",
            token.text,
            initiator=once(initiators),
            target=once(target_parties),
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
        if is_definite(draft):
            yield draft


def _is_other_sense(tree: Tree, i: int) -> bool:
    """Say whether the noun is no armed event here: a heart attack, a labour strike, a siege that is lifted."""
    beside = {tree.tokens[k].lemma.lower() for k in tree.children(i, "compound", "amod")}
    head = tree.tokens[i].head
    ended = (
        head >= 0
        and tree.tokens[head].lemma.lower() in words_of("triggers", "ending_verbs")
        and tree.tokens[i].deprel in ("obj", "nsubj:pass")
    )
    return bool(beside & words_of("triggers", "other_senses")) or ended


def _claimant(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give who claims, accepts or takes responsibility for the event that a noun names."""
    head = tree.tokens[i].head
    if head < 0 or tree.case(i) != "for" or tree.tokens[head].lemma.lower() != "responsibility":
        return None
    if any(tree.tokens[k].text.lower() == "no" for a in tree.agents(tree.tokens[head].head) for k in tree.children(a, "det")):
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
        initiators = [scene.actor(tree, a) for a in tree.agents(light) if a != i and can_act(scene, tree, a)] + initiators
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
    member = scene.cast.holder_of(party.referent)
    return member is not None and member.kind in ("armed_group", "armed_wing", "coalition")


RULES = (read_nominal_events,)
