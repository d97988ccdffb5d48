"""Read event reports that a verb tells: who did what to whom, where, when, with what toll.

Verbs of `codebook/words/triggers.yml` propose; what stands with them decides (`event_needs`). A verb that only harms ("killing three") says
which event it belongs to, and `event_joining` makes one report of the two.
"""

from collections.abc import Iterator
from functools import cache

from testimonia.model.event import Figure
from testimonia.model.kinds import EventType
from testimonia.model.party import Party
from testimonia.read.claims.drafts import date_for
from testimonia.read.events.armed import is_animate, is_state_force
from testimonia.read.events.event_agents import EXAMPLES, agents_above, agents_of, companions_of, counted_series, is_ing
from testimonia.read.events.event_drafts import EventDraft
from testimonia.read.events.event_frames import Frame
from testimonia.read.events.event_lines import in_line
from testimonia.read.events.event_needs import has_what_it_needs
from testimonia.read.events.event_places import most_exact, place_told, places_of, targets_of
from testimonia.read.events.event_slots import doers, is_time_word, objects_of, of_losers, once, party_of, persons_harmed, thing_before
from testimonia.read.events.event_status import status_of
from testimonia.read.events.figures import figures_of, further_figures, parts_counted
from testimonia.read.events.happenings import (
    Trigger,
    is_elsewhere,
    is_figurative,
    is_gerund_noun,
    is_rehearsed,
    is_weapon,
    mode_of,
    noun_trigger_at,
    spread,
    verb_triggers,
)
from testimonia.read.events.phrased_events import read_phrased_events
from testimonia.read.events.phrases import phrase_at
from testimonia.read.events.toll_phrases import read_tolls
from testimonia.read.events.tolls import cause_of, harm_of, harmed_by, ruined_in, told_by_subject
from testimonia.read.lexicon import table, words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.text.dates import StatedDate

_MOVEMENTS = frozenset(["RETREAT", "MOBILIZE", "AID"])
_TWO_SIDES = 2
_TEARING = frozenset(["rip", "tear"])
"""Verbs of explosions: what stands after their "through" is hit."""
_GIVERS = {"place": ("to", "by"), "ceded": ("to",), "received": ("from",)}
"""Verbs whose subject suffers or gets it, by what they need, and the prepositions of who does it: "fell to X", "received arms from X"."""
_TELLING_HARMS = frozenset(["leave", "lose", "claim", "hurt"])
"""Verbs that are no trigger of their own and tell a toll: "left 30 dead"."""


@cache
def _telling_verbs() -> frozenset[str]:
    return frozenset(verb_triggers()) | _TELLING_HARMS


def read_verbal_events(scene: Scene, tree: Tree) -> Iterator[EventDraft]:
    """A verb tells the event: "X attacked Y", "Y was shelled by X", "X clashed with Y"."""
    for i in tree.having(_telling_verbs()):
        token = tree.tokens[i]
        if token.upos != "VERB" or scene.spot_at(tree, i) is not None or token.deprel in ("amod", "compound") or is_gerund_noun(tree, i):
            continue
        trigger = _trigger_at(scene, tree, i)
        if is_elsewhere(tree, i):
            scene.refuse("events.read_verbal_events", tree, i, "film_or_drill")
            continue
        if phrase_at(tree, i) is not None:
            continue
        frame = _frame(scene, tree, i)
        if trigger.type not in ("ACCUSE", "REJECT") and any(_is_told_otherwise(tree, k) for k in frame.objects):
            scene.refuse("events.read_verbal_events", tree, i, "told_by_noun")
            continue
        if not has_what_it_needs(frame, trigger):
            scene.refuse("events.read_verbal_events", tree, i, "figurative" if is_figurative(scene, tree, frame.objects) else "needs_more")
            continue
        draft = _verbal(frame, trigger)
        if frame.lemma in words_of("triggers", "equal_verbs") and _is_lone(draft, described=token.deprel == "acl"):
            scene.refuse("events.read_verbal_events", tree, i, "nothing_definite")
            continue
        yield in_line(scene, tree, draft)


def _trigger_at(scene: Scene, tree: Tree, i: int) -> Trigger:
    """Give what a verb suggests; one that is no trigger of its own tells a toll, and to lose a place to somebody is to have it taken."""
    lemma = tree.tokens[i].lemma.lower()
    given = [k for at in (i, *tree.objects(i)) for case, k in tree.obliques(at) if case == "to" and not is_time_word(scene, tree, k)]
    if lemma == "lose" and not given:
        return Trigger("ASSAULT", None, "cause")
    if lemma == "take" and not tree.children(i, "compound:prt") and any(_can_be_taken(scene, tree, k) for k in tree.objects(i)):
        return Trigger("COERCE", "seize", "armed")
    return verb_triggers().get(lemma) or Trigger("ASSAULT", None, "cause")


def _can_be_taken(scene: Scene, tree: Tree, i: int) -> bool:
    """Say whether to take something is to capture it: a town, a base, a hill, and no bus or road."""
    return tree.tokens[i].lemma.lower() in words_of("triggers", "strongholds") or place_told(scene, tree, i) is not None


def _is_lone(draft: EventDraft, *, described: bool) -> bool:
    """Say whether only one side is told of what takes two, or who somebody is, and nothing else: "the militia fighting the rebels"."""
    told = draft.where or draft.edtf is not None or draft.figures or draft.part_of is not None
    return (described or len(draft.initiator) + len(draft.target) < _TWO_SIDES) and not told


def _is_told_otherwise(tree: Tree, i: int) -> bool:
    """Say whether an object is a happening itself, or the lives that it cost: other rules read those."""
    return noun_trigger_at(tree, i) is not None or tree.tokens[i].lemma.lower() == "life"


def _frame(scene: Scene, tree: Tree, i: int) -> Frame:
    """Gather what stands around a verb."""
    harm = harm_of(tree, i)
    objects = harmed_by(tree, i) if harm is not None else []
    objects = objects or objects_of(tree, i)
    aims = [
        k
        for case, k in tree.obliques(i)
        if (
            case.split(" ")[0] in words_of("triggers", "aim_prepositions")
            or (case == "through" and tree.tokens[i].lemma.lower() in _TEARING)
        )
        and not is_time_word(scene, tree, k)
    ]
    if tree.lemma[i] in words_of("triggers", "mutual_verbs") and tree.is_passive(i) and any(c == "with" for c, _ in tree.obliques(i)):
        objects, aims = [], [k for case, k in tree.obliques(i) if case == "with"]  # "they were engaged with X": both fight
    agents = agents_of(tree, i) or (agents_above(tree, i) if is_ing(tree, i) else [])
    return Frame(scene, tree, i, objects, aims, [a for a in agents if a not in objects and not is_time_word(scene, tree, a)])


def _verbal(frame: Frame, trigger: Trigger) -> EventDraft:
    """Fill the slots of an event that a verb tells."""
    scene, tree, i = frame.scene, frame.tree, frame.i
    token = tree.tokens[i]
    harm = harm_of(tree, i)
    targets, others = _targets(frame, trigger)
    initiators = _initiators(frame, trigger, others)
    target_parties = (
        []
        if frame.lemma in words_of("triggers", "equal_verbs")
        else [*persons_harmed(scene, tree, targets_of(scene, tree, targets, mode=trigger.mode)), *others]
    )
    below = [
        *frame.objects,
        *(m for k in frame.objects if (meant := thing_before(tree, k)) is not None for m in (meant, tree.tokens[meant].head)),
        *frame.aims,
        *(m for k in frame.agents if is_weapon(tree, k) for m in tree.children(k, "acl")),
        *(k for k in frame.agents if trigger.type == "PROTEST" or tree.is_passive(i) or is_weapon(tree, k)),
    ]
    ousting = frame.lemma in words_of("triggers", "ousting_verbs")  # "pushed the army out of X": it was there
    where = places_of(scene, tree, i, *below, moving=ousting or trigger.type in _MOVEMENTS)
    if trigger.needs == "received":
        where = tuple(place for place in where if place.referent not in {party.referent for party in initiators})
    if trigger.type not in ("RETREAT", "CONSULT", "AID", "SANCTION"):
        where = _with_targets(scene, tree, targets, where)
    date = date_for(scene, tree, i)
    where, date = _shared(frame, where, date)
    kind, mode, harm = _taken(frame, trigger, harm)
    figures = figures_of(scene, tree, i, what=harm, nominals=frame.objects)
    figures += further_figures(scene, tree, i) if harm is not None else ()
    figures += parts_counted(scene, tree, i, *frame.objects, what=harm) if figures and harm is not None else ()
    if frame.lemma == "lose":
        figures = of_losers(scene, tree, frame.agents, figures=figures)
        target_parties = [figure.of for figure in figures if figure.of is not None] or target_parties
    cause = _cause(frame, trigger, harm)
    series = counted_series(tree, i) if not where and date is None else None
    start, end = spread(tree, i, (*initiators, *target_parties, *where), date)
    start, end = _with_counted(frame, (start, end), figures, has_cause=cause is not None)
    rehearsed = kind == "ASSAULT" and is_rehearsed(tree, i)
    habitual = "Tense=Pres" in token.feats and "VerbForm=Fin" in token.feats and date is None
    return EventDraft(
        "COOPERATE" if rehearsed else kind,
        "exercise" if rehearsed else mode_of(tree, i, mode, *frame.agents, *_thrown(frame)),
        start,
        end,
        token.start,
        "events.read_verbal_events",
        token.text,
        initiator=once(initiators),
        target=() if rehearsed or series is not None else once(target_parties),
        where=where,
        edtf=None if date is None else date.edtf,
        basis="stated" if date is None else date.basis,
        figures=figures,
        status=status_of(tree, i),
        recurrent=habitual or any(tree.low[k] in words_of("triggers", "habitual_adverbs") for k in tree.children(i, "advmod")),
        part_of=next((tree.tokens[k].start for k in (series, cause) if k is not None), None),
    )


def _with_counted(frame: Frame, span: tuple[int, int], figures: tuple[Figure, ...], *, has_cause: bool) -> tuple[int, int]:
    """Widen a passage to what the figures count: "nine of the attackers"; with a cause told by, to the whole of the verb's phrases."""
    tree, (start, end) = frame.tree, span
    if has_cause:
        end = max(end, *(tree.nominal_extent(k)[1] for k in (frame.i, *frame.objects)))
    start = min([start, *(tree.nominal_extent(k)[0] for k in frame.objects if tree.tokens[k].upos == "NUM")])
    return start, max([end, *(f.of.end for f in figures if f.of is not None and f.of.end is not None and f.of.end <= tree.sentence.end)])


def _initiators(frame: Frame, trigger: Trigger, others: list[Party]) -> list[Party]:
    """Give who did it: the agents, the givers of what is given, the other side of a clash, and who acted beside them."""
    scene, tree, i = frame.scene, frame.tree, frame.i
    bare = frame.lemma == "lose" or (frame.lemma in _TELLING_HARMS and not tree.children(i, *SUBJECTS))
    initiators = [] if bare else doers(scene, tree, frame.agents or (frame.objects if trigger.mode == "disarm" else ()))
    if trigger.needs in _GIVERS:
        given = [(case, k) for at in (i, *frame.objects) for case, k in tree.obliques(at) if at == i or trigger.needs != "place"]
        initiators = doers(scene, tree, [k for case, k in given if case in _GIVERS[trigger.needs] and not is_time_word(scene, tree, k)])
    initiators += others if frame.lemma in words_of("triggers", "equal_verbs") else []
    return initiators + _companions(frame)


def _taken(frame: Frame, trigger: Trigger, harm: str | None) -> tuple[EventType, str | None, str | None]:
    """Tell type, mode and what is counted: people whom a force seizes are arrested, those whom other armed people seize are abducted."""
    scene, tree = frame.scene, frame.tree
    if frame.lemma not in words_of("triggers", "people_takers") or not frame.things:
        return trigger.type, trigger.mode, harm
    if not all(is_animate(scene, tree, k) and scene.member_at(tree, k, "org", "place") is None for k in frame.objects):
        return trigger.type, trigger.mode, harm
    if any(is_state_force(scene, tree, a) for a in frame.agents):
        return "COERCE", "arrest", "detained"
    return ("ASSAULT", "abduct", "abducted") if frame.agents else (trigger.type, trigger.mode, harm)


def _cause(frame: Frame, trigger: Trigger, harm: str | None) -> int | None:
    """Give the trigger of the event that this one is only part of: its toll, or "one strike destroyed a bridge"."""
    head = frame.tree.tokens[frame.i].head
    if harm is not None:
        beside = frame.tree.tokens[frame.i].deprel in ("advcl", "conj", "parataxis", "ccomp") and frame.lemma == "lose"
        return head if beside and frame.tree.lemma[head] == "lose" else cause_of(frame.tree, frame.i)  # "X lost 12 men, Y lost 3"
    if trigger.mode == "crowd-control" and frame.tree.tokens[frame.i].deprel == "advcl" and phrase_at(frame.tree, head) is not None:
        return head  # "fired tear gas to disperse the crowd"
    if trigger.mode == "destroy" and frame.tree.tokens[frame.i].deprel == "conj" and frame.tree.is_passive(frame.i):
        return cause_of(frame.tree, head)  # "five were killed and a village razed in an attack"
    if trigger.type != "ASSAULT" or frame.tree.is_passive(frame.i):
        return None
    if trigger.mode == "destroy" and (ruined := ruined_in(frame.tree, frame.i)) is not None:
        return ruined
    told = (told_by_subject(frame.tree, frame.i, a) for a in frame.agents)
    return next((cause for cause in told if cause is not None and cause != frame.i), None)


def _thrown(frame: Frame) -> list[int]:
    """Give the objects that are what is fired or blown up, not what is hit."""
    return frame.objects if frame.lemma in words_of("triggers", "throwing_verbs") else []


def _targets(frame: Frame, trigger: Trigger) -> tuple[list[int], list[Party]]:
    """Give the heads of who or what suffers it, and the parties on the other side of a clash or a meeting."""
    scene, tree, i, lemma = frame.scene, frame.tree, frame.i, frame.lemma
    throwing = lemma in words_of("triggers", "throwing_verbs")
    if trigger.needs == "ceded":
        targets = frame.objects
    elif trigger.needs in _GIVERS:
        subject = tree.subject(i)
        targets = [] if subject is None else tree.conjuncts(subject)
    elif throwing or trigger.needs in ("force", "aid", "body"):
        targets = []
    else:
        targets = [
            k
            for k in frame.objects
            if not (is_weapon(tree, k) and tree.tokens[k].lemma.lower() in table("triggers", "counted") and throwing)
        ]
    if not targets and trigger.needs not in ("body", "force", "aid", "sides", "bodies"):
        targets = list(frame.aims)
    mutual = lemma in words_of("triggers", "mutual_verbs")
    opposed = [k for case, k in tree.obliques(i) if (case == "with" and mutual) or case == "against"]
    if lemma in words_of("triggers", "equal_verbs"):
        opposed += [k for k in frame.objects if tree.tokens[k].text.lower() not in ("each", "other")]
        targets = [k for k in targets if k not in opposed]
    elif trigger.type in ("AID", "REQUEST"):
        opposed += [k for case, k in tree.obliques(i) if case == "to"]
    elif trigger.mode == "seize":
        opposed += [k for case, k in tree.obliques(i) if case == "from" and scene.organisation(tree, k) is not None]  # "seized X from Y"
    if trigger.mode == "disarm" and not frame.agents:
        targets = []
    if trigger.needs == "designated":  # "listed X as a terrorist group": the second noun names nobody
        targets = [k for k in targets if tree.tokens[k].lemma.lower() not in words_of("triggers", "organised_nouns")] or targets
    return [k for k in targets if k not in opposed], [party_of(scene, tree, k) for k in opposed]


def _companions(frame: Frame) -> list[Party]:
    """Give who acts beside the subject: "alongside X", "together with X"."""
    scene, tree = frame.scene, frame.tree
    return (
        doers(scene, tree, companions_of(tree, frame.agents))
        + [
            party_of(scene, tree, k)
            for case, k in tree.obliques(frame.i)
            if case in words_of("triggers", "beside_prepositions")
            or (case == "with" and frame.lemma not in words_of("triggers", "mutual_verbs") and scene.organisation(tree, k) is not None)
        ]
        + [
            party_of(scene, tree, m)
            for _, k in tree.obliques(frame.i)
            if tree.lemma[k] in words_of("triggers", "sharing_nouns")
            for case, m in tree.obliques(k)
            if case in ("from", "of", "by")  # "with participation from X"
        ]
    )


def _with_targets(scene: Scene, tree: Tree, targets: list[int], where: tuple[Party, ...]) -> tuple[Party, ...]:
    """Add the places that are targets themselves: "attacked the town of X" took place there."""
    known = {party.referent for party in where}
    examples = [m for k in targets for case, m in tree.obliques(k) if case in EXAMPLES and scene.member_at(tree, m, "place") is not None]
    told = [(k, place) for k in (*targets, *examples) if (place := place_told(scene, tree, k)) is not None and place.referent not in known]
    sites = tuple(place for k, place in told if scene.spot_at(tree, k) is None and tree.lemma[k] not in words_of("places", "before"))
    return *most_exact(scene, (*where, *(place for _, place in told if place not in sites))), *sites  # "struck the X jetty in Y"


def _shared(frame: Frame, where: tuple[Party, ...], date: StatedDate | None) -> tuple[tuple[Party, ...], StatedDate | None]:
    """Let what stands with one of several coordinated verbs hold for the others: "killed 203 and arrested 51 in X in March"."""
    tree, scene, i = frame.tree, frame.scene, frame.i
    entering = _entering(frame) if not where or date is None else None
    if entering is not None:  # "troops who entered X on 3 May killed ...", "burst into a school in X and fired on ..."
        where = where or places_of(scene, tree, entering, *tree.objects(entering), moving=True)
        where = where or _with_targets(scene, tree, tree.objects(entering), where)
        date = date or date_for(scene, tree, entering)
    if date is None:  # "When he resigned on 3 May, his men stormed the palace"
        links = [k for k in tree.children(i, "advcl") if any(tree.tokens[m].text.lower() in ("when", "as") for m in tree.children(k))]
        date = next((d for k in links if (d := date_for(scene, tree, k)) is not None), None)
    token = tree.tokens[i]
    if not where and token.deprel == "advcl" and any(tree.low[k] == "when" for k in tree.children(i, "mark", "advmod")):
        where = places_of(scene, tree, token.head)  # "were on patrol in X when they were ambushed"
    for k in _later_verbs(tree, i) if not where or date is None else ():
        where = where or places_of(scene, tree, k, *tree.objects(k))
        date = date or date_for(scene, tree, k)
    at = i
    while not where and tree.tokens[at].deprel == "conj" and not tree.children(at, *SUBJECTS):
        at = tree.tokens[at].head
        where = _with_targets(scene, tree, objects_of(tree, at), places_of(scene, tree, at, *objects_of(tree, at)))
    return where, date


def _entering(frame: Frame) -> int | None:
    """Give the verb by which the agents come to where they do it: of a relative clause about them, or coordinated before."""
    tree, i = frame.tree, frame.i
    beside = [k for a in frame.agents for k in tree.children(a, "acl:relcl", "acl")]
    beside += [tree.tokens[i].head] if tree.tokens[i].deprel == "conj" and not tree.children(i, *SUBJECTS) else []
    if tree.tokens[i].deprel in ("advcl", "xcomp") and "VerbForm=Inf" in tree.tokens[i].feats:
        beside.append(tree.tokens[i].head)  # "flew to X to meet Y"
    beside += [k for k in tree.children(tree.tokens[i].head, "ccomp") if k < i] if tree.tokens[i].deprel == "ccomp" else []
    entering = words_of("triggers", "entering_verbs")
    return next((k for k in beside if k >= 0 and tree.tokens[k].upos == "VERB" and tree.tokens[k].lemma.lower() in entering), None)


def _later_verbs(tree: Tree, i: int) -> list[int]:
    """List the verbs coordinated after a verb that share its subject, nearest first."""
    first = tree.tokens[i].head if tree.tokens[i].deprel == "conj" else i
    found, todo = [], [first, i]
    while todo:
        for k in tree.children(todo.pop(), "conj"):
            if k > i and k not in found and tree.tokens[k].upos == "VERB" and not tree.children(k, *SUBJECTS):
                found.append(k)
                todo.append(k)
    return sorted(found)


def read_war_participation(scene: Scene, tree: Tree) -> Iterator[EventDraft]:
    """The text says that a body took part or fought in a named war, battle or operation."""
    for i in tree.having({"participate", "take", "fight", "join", "involve", "part", "engage"}):
        token = tree.tokens[i]
        lemma = token.lemma.lower()
        if token.upos not in ("VERB", "NOUN"):
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


RULES = (read_verbal_events, read_phrased_events, read_tolls, read_war_participation)
