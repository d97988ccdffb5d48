"""Read event reports that a noun tells: "carried out an attack on Y", "the bombing of Y by X", "clashes between X and Z"."""

from collections.abc import Iterator
from dataclasses import replace

from testimonia.model.kinds import EventType
from testimonia.model.party import Party
from testimonia.read.claims.drafts import cover, date_for, party_span, when
from testimonia.read.events.armed import is_animate, is_armed, is_armed_group, is_armed_party, is_civil, is_harmable
from testimonia.read.events.demands import demand_over, mode_asked
from testimonia.read.events.event_agents import EXAMPLES, counted_series
from testimonia.read.events.event_drafts import EventDraft
from testimonia.read.events.event_lines import in_line
from testimonia.read.events.event_places import place_told, places_of, targets_of
from testimonia.read.events.event_slots import doers, once, persons_harmed
from testimonia.read.events.event_status import status_of
from testimonia.read.events.figures import figures_of, parts_counted
from testimonia.read.events.happenings import (
    Trigger,
    assaulting_nouns,
    is_elsewhere,
    is_figurative,
    is_rehearsed,
    mode_of,
    noun_trigger_at,
    noun_triggers,
    spread,
)
from testimonia.read.events.meant import NEAR, happening_meant
from testimonia.read.events.nominal_senses import is_other_sense
from testimonia.read.events.nominal_sides import Noun, claimant_of, light_verb_of, sides_of
from testimonia.read.events.phrases import phrase_at
from testimonia.read.events.toll_brackets import read_toll_brackets
from testimonia.read.events.toll_phrases import toll_nouns
from testimonia.read.events.tolls import cause_of, event_under, harm_of, harming_verbs
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.dates import StatedDate

_MORE = 20
"""Code points after a sentence on its line from which the line tells more than a label."""
_DEFINITE = frozenset(["the", "this", "that", "these", "those"])
_HARM_VERBS = {
    "arrest": "detained",
    "detention": "detained",
    "killing": "killed",
    "murder": "killed",
    "assassination": "killed",
    "execution": "killed",
    "beheading": "killed",
    "massacre": "killed",
    "abduction": "abducted",
    "kidnapping": "abducted",
    "displacement": "displaced",
}
"""What nouns count of those whom their "of" names: the arrest of five is five detained."""
_CAUTIOUS = frozenset(["operation", "exercise", "drill", "strike", "raid", "manoeuvre", "maneuver", "sweep", "release"])
"""Nouns that are so often something else that a party must be told with them."""


def read_nominal_events(scene: Scene, tree: Tree) -> Iterator[EventDraft]:
    """A noun tells the event, with or without a light verb: "carried out an attack on Y", "the bombing of Y by X"."""
    for i in _candidates(scene, tree):
        token = tree.tokens[i]
        trigger = noun_trigger_at(tree, i) or _named_agreement(scene, tree, i)
        if trigger is None or token.deprel in ("compound", "amod"):
            continue
        if is_elsewhere(tree, i):
            scene.refuse("nominal_events.read_nominal_events", tree, i, "film_or_drill")
            continue
        spot = scene.spot_at(tree, token.i)
        if spot is not None and trigger.type != "AGREE" and spot.text.lower() not in noun_triggers() and not _is_operation(scene, tree, i):
            continue
        noun = _around(scene, tree, token.i, trigger)
        if noun is not None:
            draft = _asked_for(noun) or _nominal(noun)
            if draft is not None:
                yield in_line(scene, tree, draft)
            else:
                scene.refuse("nominal_events.read_nominal_events", tree, i, "nothing_definite")
        else:
            scene.refuse("nominal_events.read_nominal_events", tree, i, "other_sense")


def _candidates(scene: Scene, tree: Tree) -> list[int]:
    """List the tokens that may name an event: the nouns of the list, forms in -ing, names that end in a noun of the list."""
    triggers = noun_triggers()
    gerunds = [i for i, word in enumerate(tree.low) if word in triggers and tree.tokens[i].upos == "VERB"]
    return sorted({*tree.having(triggers.keys()), *gerunds, *(spot.head for spot in scene.spots_in(tree))})


def _named_agreement(scene: Scene, tree: Tree, i: int) -> Trigger | None:
    """Give what the name of an agreement suggests: "signed the Tripoli Agreement"."""
    spot = scene.spot_at(tree, i)
    if spot is None or spot.head != i or scene.member_at(tree, i, "named_event") is None:
        return None
    if _is_operation(scene, tree, i):
        return Trigger("ASSAULT", None, "none")
    last = spot.text.split()[-1].lower()
    trigger = noun_triggers().get(last) or noun_triggers().get(last.removesuffix("s"))
    return trigger if trigger is not None and trigger.type == "AGREE" else None


def _is_operation(scene: Scene, tree: Tree, i: int) -> bool:
    """Say whether a name is that of a military operation that somebody launches or conducts: "launched Operation X against Y"."""
    spot = scene.spot_at(tree, i)
    named = spot is not None and bool({w.lower() for w in spot.text.split()} & {"operation", "offensive"})
    return named and scene.member_at(tree, i, "named_event") is not None and light_verb_of(tree, i) is not None


def _around(scene: Scene, tree: Tree, i: int, trigger: Trigger) -> Noun | None:
    """Gather what stands around a noun; None where it is no event here."""
    light = light_verb_of(tree, i)
    if is_other_sense(tree, i) or _is_in_phrase(tree, i):
        return None
    at = tree.tokens[i].head
    governor = at if light is None and at >= 0 and tree.tokens[at].upos == "VERB" else light
    noun = Noun(scene, tree, i, trigger, light, governor, [], [], None)
    agents = tree.agents(light) if light is not None else []
    if trigger.type in ("ASSAULT", "COERCE", "AGREE") and is_civil(scene, tree, [a for a in agents if a != i]):
        return None
    noun.initiators, noun.targets = sides_of(noun)
    noun.claimant = claimant_of(noun)
    if noun.claimant is not None:
        noun.initiators = [noun.claimant, *(p for p in noun.initiators if p.referent != noun.claimant.referent)]
    armed = any(is_armed_party(scene, p) for p in noun.initiators) if noun.initiators else _has_toll(tree, i)
    if noun.lemma == "encounter" and not armed:
        return None  # of friends, with a bear
    if trigger.type == "PROTEST":
        noun.targets = [k for k in noun.targets if is_animate(scene, tree, k)]
    if trigger.needs == "captives" and not any(is_animate(scene, tree, k) for k in noun.targets):
        return None  # "the release of the report"
    if trigger.needs == "place" and not any(place_told(scene, tree, k) is not None for k in noun.targets):
        return None
    harmless = trigger.type in ("ASSAULT", "COERCE") and noun.targets and not any(is_harmable(scene, tree, k) for k in noun.targets)
    if harmless and not any(is_armed_party(scene, p) for p in noun.initiators):
        return None  # "an assault on scholastic theology"
    return None if is_figurative(scene, tree, [*noun.targets, *_matters(tree, i)]) else noun


def _matters(tree: Tree, i: int) -> list[int]:
    """Give what a battle is about: "a battle for the presidency", "a clash over the budget"."""
    return [k for case, k in tree.obliques(i) if case in ("for", "over", "about", "to")]


def _asked_for(noun: Noun) -> EventDraft | None:
    """Tell that somebody asks for what a noun names: "demanded the release of Y" is a demand, and no release."""
    scene, tree = noun.scene, noun.tree
    demand, mode = demand_over(tree, noun.i), mode_asked(noun.trigger.type)
    papers = words_of("voices", "spoken_papers")
    asking = () if demand is None else once(doers(scene, tree, [k for k in demand.askers if tree.lemma[k] not in papers]))
    if demand is None or mode is None or not demand.formal or not asking:
        return None
    asked, date = once(doers(scene, tree, demand.asked)), date_for(scene, tree, demand.cue)
    cue, (start, end) = tree.tokens[demand.cue], tree.nominal_extent(noun.i)
    start, end = cover((start, end), (cue.start, cue.end), *map(party_span, (*asking, *asked)), within=tree)
    rule, told = "nominal_events.read_nominal_events", when(date)
    draft = EventDraft("REQUEST", mode, start, end, cue.start, rule, cue.text, initiator=asking, target=asked)
    return replace(draft, edtf=told[0], basis=told[1], status=status_of(tree, demand.cue))


def _nominal(noun: Noun) -> EventDraft | None:
    """Fill the slots of an event that a noun tells."""
    scene, tree, i, light = noun.scene, noun.tree, noun.i, noun.light
    token = tree.tokens[i]
    below = [*noun.targets, *([light] if light is not None else []), *(tree.children(i, "acl") if noun.trigger.type == "AGREE" else ())]
    where = places_of(scene, tree, i, *below, moving=noun.trigger.type == "RETREAT")
    if noun.lemma in ("battle", "siege"):
        where += tuple(p for case, k in tree.obliques(i) if case in ("of", "for") and (p := scene.place(tree, k)) is not None)
    known = {p.referent for p in where}
    if noun.trigger.type != "RETREAT":
        where += tuple(p for k in noun.targets if (p := place_told(scene, tree, k)) is not None and p.referent not in known)
    relative = light is not None and tree.tokens[light].head == i  # "the truce that X had concluded in May collapsed in June"
    date = (date_for(scene, tree, light) if relative and light is not None else None) or date_for(scene, tree, i)
    if date is None and noun.governor is not None:
        date = date_for(scene, tree, noun.governor)
    counted = _counted(noun)
    figures = figures_of(scene, tree, i, what=_HARM_VERBS.get(noun.lemma), nominals=counted)
    if figures and noun.lemma in _HARM_VERBS:
        figures += parts_counted(scene, tree, *counted, what=_HARM_VERBS[noun.lemma])
    if not where and noun.governor is not None and _is_about(noun):
        where = places_of(scene, tree, noun.governor)
    lent = None if where or date is not None else _pointed_at(noun)
    tells = _tells(noun, where, date is not None or bool(figures))
    if not tells and not (noun.lemma in assaulting_nouns() and _has_toll(tree, i)):
        return None
    kind, mode = _type(noun, where)
    target_parties = persons_harmed(scene, tree, targets_of(scene, tree, noun.targets, mode=mode))
    rehearsed = kind == "ASSAULT" and is_rehearsed(tree, i, *([light] if light is not None else []))
    start, end = spread(tree, i, (*noun.initiators, *target_parties, *where), date)
    if light is not None:
        start, end = min(start, tree.tokens[light].start), max(end, tree.tokens[light].end)
    series = counted_series(tree, i) if figures and not where and date is None else None
    if series is not None:  # of "100 clashes with Y" among the counted, Y is who suffered them
        target_parties, noun.initiators = [*target_parties, *(p for p in noun.initiators if (p.start or 0) > token.start)], []
    return EventDraft(
        "COOPERATE" if rehearsed else kind,
        "exercise" if rehearsed else mode,
        start,
        end,
        token.start,
        "nominal_events.read_nominal_events",
        token.text,
        initiator=once(noun.initiators),
        target=() if rehearsed else once(target_parties),
        where=once(where) if lent is None else lent.where,
        edtf=when(date)[0] if lent is None else lent.edtf,
        basis=when(date)[1] if lent is None else "derived",
        figures=figures,
        responsibility=() if noun.claimant is None else (noun.claimant,),
        status=status_of(tree, i),
        recurrent=_is_habitual(tree, light, date),
        part_of=None if series is None else tree.tokens[series].start,
        weak=not tells,
    )


def _pointed_at(noun: Noun) -> EventDraft | None:
    """Give the happening told before that "the attack" takes up, whose place and day it shares: "two died in the attack"."""
    tree, i = noun.tree, noun.i
    definite = any(tree.low[k] in words_of("grammar", "definite_words") for k in tree.children(i, "det"))
    if not definite or noun.trigger.type != "ASSAULT" or "Number=Plur" in tree.tokens[i].feats or tree.children(i, "acl:relcl"):
        return None
    meant = happening_meant(noun.scene, tree, i, before=tree.sentence.start)
    named = {p.referent for p in noun.initiators if p.referent is not None}
    apart = meant is not None and meant.initiator and named and not named & {p.referent for p in meant.initiator}
    return None if apart or meant is None or tree.sentence.start - meant.end > NEAR else meant


def _is_habitual(tree: Tree, light: int | None, date: StatedDate | None) -> bool:
    if light is None or date is not None:
        return False
    feats = tree.tokens[light].feats
    habit = any(tree.tokens[k].text.lower() in words_of("triggers", "habitual_adverbs") for k in tree.children(light, "advmod"))
    return habit or ("Tense=Pres" in feats and "VerbForm=Fin" in feats)


def _type(noun: Noun, where: tuple[Party, ...]) -> tuple[EventType, str | None]:
    """Tell type and mode: a force raids a village (COERCE raid); an armed group raids a base, and an air raid is an assault."""
    mode = mode_of(noun.tree, noun.i, None if noun.lemma in ("raid", "incursion") else noun.trigger.mode)
    if noun.lemma in ("raid", "incursion"):
        if mode is not None or any(is_armed_group(noun.scene, p) for p in noun.initiators):
            return "ASSAULT", mode
        return "COERCE", "raid"
    return noun.trigger.type, mode if noun.trigger.type == "ASSAULT" else noun.trigger.mode


def _counted(noun: Noun) -> list[int]:
    """Give what may be counted: the event itself ("41 attacks"), or those whom its "of" names ("the arrest of five men")."""
    if noun.lemma in _HARM_VERBS:
        return noun.targets
    return [noun.i]


def _has_toll(tree: Tree, i: int) -> bool:
    """Say whether a verb of harm tells what the event cost."""
    at = tree.tokens[i].head
    if at >= 0 and tree.tokens[i].deprel == "nsubj" and event_under(tree, at) == at:
        return True  # "one strike destroyed a bridge"
    verbs = (k for k in tree.having(harming_verbs()) if tree.tokens[k].upos == "VERB")
    return any(cause_of(tree, k) == i for k in verbs) or bool(tree.having(toll_nouns()))


def _is_about(noun: Noun) -> bool:
    """Say whether the verb over a noun tells of the event itself, so that its place and time are the event's."""
    tree, i = noun.tree, noun.i
    lemma = tree.tokens[noun.governor].lemma.lower() if noun.governor is not None else ""
    if tree.tokens[i].deprel in ("nsubj", "nsubj:pass"):
        return noun.governor is not None and (
            harm_of(tree, noun.governor) is not None
            or lemma in words_of("triggers", "light")
            or lemma in words_of("triggers", "striking_verbs")
        )
    return noun.light is not None


def _is_in_phrase(tree: Tree, i: int) -> bool:
    """Say whether verb and noun are read together as one phrase: "came under attack"."""
    at = tree.tokens[i].head
    if at < 0 or tree.tokens[at].upos != "VERB":
        return False
    phrase = phrase_at(tree, at)
    return phrase is not None and (phrase.noun == i)


def _tells(noun: Noun, where: tuple[Party, ...], dated: bool) -> bool:
    """Decide whether a noun tells an event or only points back to one."""
    tree, i, lemma, light = noun.tree, noun.i, noun.lemma, noun.light
    if not where and noun.trigger.type == "ASSAULT" and _is_label(noun, dated=dated):
        return False  # "Attacks on the security forces." opens a paragraph and tells nothing itself
    if not (noun.targets or where or dated) and _has_examples(tree, i):
        return False  # "numerous operations, including attacks on Y": its examples tell it
    definite = any(tree.tokens[k].text.lower() in _DEFINITE for k in tree.children(i, "det"))
    sides = bool(noun.initiators or noun.targets)
    if noun.trigger.needs == "signed":
        concluding = (
            light is not None
            and not (noun.trigger.type == "CONSULT" and tree.tokens[light].deprel == "acl")
            and (noun.trigger.type != "AGREE" or tree.tokens[light].lemma.lower() in words_of("triggers", "concluding_verbs"))
        )
        between = noun.trigger.type == "AGREE" and dated and any(case == "between" for case, _ in tree.obliques(i))
        if between and noun.trigger.needs == "signed":
            return len(noun.initiators) > 1 and all(_is_party(p) for p in noun.initiators)  # "the accord of 3 May between X and Y"
        agreed = noun.trigger.type == "AGREE" and light is not None and tree.is_passive(light) and (bool(where) or dated)
        return concluding and (agreed or len(noun.initiators) > 1 or any(_is_party(p) for p in noun.initiators))
    if lemma in _CAUTIOUS and not (light is not None or noun.targets or (noun.initiators and not definite)):
        return False
    if noun.trigger.needs == "armed" and not _is_armed_event(noun, where, dated):
        return False
    if (
        lemma in words_of("triggers", "suffered_nouns")
        and not noun.initiators
        and not where
        and not dated
        and not tree.children(i, "nummod")
    ):
        # "his killing", "the arrest of its members" point back unless they say who did it, where, when or how many
        return any(tree.children(t, "nummod") for t in noun.targets)
    pointing = light is None or tree.lemma[light] in words_of("triggers", "occurring_verbs")
    if definite and pointing and not dated and not noun.initiators and _is_told_before(noun, where):
        return False
    if noun.targets or (noun.initiators and light is not None):
        return True
    if definite:
        return (sides and (bool(where) or dated)) or (
            bool(where) and dated and lemma in words_of("triggers", "two_sided_nouns") | {"siege"}
        )
    return bool(noun.initiators) or (bool(where) and (dated or light is not None)) or (light is not None and dated)


def _has_examples(tree: Tree, i: int) -> bool:
    """Say whether happenings stand below a noun as its examples: "operations, including attacks on Y"."""
    above = tree.tokens[i].head  # the parse may hang the examples there
    return any(
        case in EXAMPLES and k > i and noun_trigger_at(tree, k) is not None for at in (i, above) if at >= 0 for case, k in tree.obliques(at)
    )


def _is_told_before(noun: Noun, where: tuple[Party, ...]) -> bool:
    """Say whether "the raid on X" means a happening that the section has told already: of the same kind, at X or against X."""
    scene, tree = noun.scene, noun.tree
    places = {p.referent for p in where}
    aimed = {tree.tokens[k].lemma.lower() for k in noun.targets}
    for told in scene.told:
        if told.at >= tree.sentence.start or told.is_account or told.weak or told.status != "happened":
            continue
        if told.type != noun.trigger.type and "raid" not in (told.mode, noun.trigger.mode):
            continue
        known = {word for p in (*told.target, *told.where) for word in p.words.lower().split()}
        if (places & {p.referent for p in told.where}) if places else (aimed & known):
            return True
    return False


def _is_label(noun: Noun, *, dated: bool) -> bool:
    """Say whether a sentence without a verb only labels what follows it on its line: "23 November 2001: First strike at the army. ..."."""
    scene, tree = noun.scene, noun.tree
    if any(t.upos in ("VERB", "AUX") for t in tree.tokens):
        return False
    end = scene.text.find("\n", tree.sentence.end)
    rest = scene.text[tree.sentence.end : len(scene.text) if end < 0 else end].strip()
    return not dated or (len(rest) > _MORE and not any(scene.spot_at(tree, k) is not None for k in noun.targets))


def _is_party(party: Party) -> bool:
    """Say whether somebody can conclude an agreement or hold talks: a named party, or a group, a government, negotiators in words."""
    heads = any_of(("people", "generic_groups"), ("triggers", "delegates"), ("people", "members"))
    words = set(party.words.lower().split())
    return party.referent is not None or bool(words & heads) or bool({w.rstrip("s") for w in words} & heads)


def _is_armed_event(noun: Noun, where: tuple[Party, ...], dated: bool) -> bool:
    """Say whether an ambiguous noun ("strike", "operation", "clash", "battle") is of arms: armed parties, a weapon, a place and a day."""
    scene, tree, i = noun.scene, noun.tree, noun.i
    if noun.initiators and any(is_armed_party(scene, p) for p in noun.initiators):
        return True
    if mode_of(tree, i, None) is not None or any(is_armed(scene, tree, k) for k in noun.targets):
        return True
    if any(
        tree.tokens[k].text.lower() in ("military", "armed", "counterinsurgency", "security", "air", "ground", "heavy", "fierce", "deadly")
        for k in tree.children(i, "amod", "compound")
    ):
        return True
    return bool(where) and (dated or noun.light is not None or bool(noun.targets))


RULES = (read_nominal_events, read_toll_brackets)
