"""Read who stands on which side of a noun of event: "an attack by X on Y", "clashes between X and Y", "Y repelled an attack"."""

from dataclasses import dataclass

from testimonia.model.party import Party
from testimonia.read.events.event_agents import agents_above
from testimonia.read.events.event_slots import can_act, doers, is_time_word, owners_of_weapon, party_of
from testimonia.read.events.happenings import Trigger, noun_trigger_at, noun_triggers
from testimonia.read.lexicon import words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree

_LOSING = frozenset(["lose", "suffer"])
"""Verbs whose subject is hit in the fighting that they tell of."""
_NEAR = 8
"""Words within which the second side of a fight stands after its "and"."""


@dataclass(slots=True)
class Noun:
    """A noun of event with what stands around it."""

    scene: Scene
    tree: Tree
    i: int
    trigger: Trigger
    light: int | None
    governor: int | None
    initiators: list[Party]
    targets: list[int]
    claimant: Party | None

    @property
    def lemma(self) -> str:
        """The key under which the list has the noun."""
        token = self.tree.tokens[self.i]
        return token.lemma.lower() if token.lemma.lower() in noun_triggers() else token.text.lower()


def claimant_of(noun: Noun) -> Party | None:
    """Give who claims, accepts or takes responsibility for the event that a noun names, or by whom it is claimed.

    Args:
        noun: The noun with what stands around it.

    Returns:
        The party, or None where nobody claims it or a claim is denied.
    """
    scene, tree, i = noun.scene, noun.tree, noun.i
    for k in tree.children(i, "acl", "acl:relcl"):
        if tree.tokens[k].lemma.lower() == "claim" and tree.is_passive(k):
            return next((party_of(scene, tree, a) for a in tree.agents(k)), None)
    head = tree.tokens[i].head
    if head >= 0 and tree.tokens[head].lemma.lower() == "claim" and tree.tokens[i].deprel in ("obj", "nsubj:pass"):
        return next(iter(doers(scene, tree, tree.agents(head))), None) if not tree.is_negated(head) else None
    if head < 0 or tree.case(i) != "for":
        return None
    at = head
    if tree.tokens[head].lemma.lower() == "responsibility":
        at = tree.tokens[head].head
    elif not any(tree.tokens[k].lemma.lower() == "responsibility" for k in tree.children(head, "obj", "nsubj:pass")):
        return None
    if at < 0 or tree.tokens[at].lemma.lower() not in words_of("triggers", "claiming_verbs") or tree.is_negated(at):
        return None
    return next(iter(doers(scene, tree, tree.agents(at))), None)


def light_verb_of(tree: Tree, i: int) -> int | None:
    """Give the light verb that a noun of event depends on, if any.

    Args:
        tree: The sentence.
        i: Position of the noun.

    Returns:
        Position of "carried" in "carried out an attack", or None.
    """
    token = tree.tokens[i]
    at = token.head
    if at >= 0 and token.deprel == "conj":
        return light_verb_of(tree, at)
    is_light = at >= 0 and tree.tokens[at].lemma.lower() in words_of("triggers", "light") and tree.tokens[at].upos == "VERB"
    if is_light and (token.deprel in ("obj", "nsubj:pass", "nsubj") or (token.deprel == "obl" and tree.case(i) in ("in", "by", "with"))):
        return at
    if at >= 0 and token.deprel in ("obj", "nsubj:pass") and tree.tokens[at].lemma.lower() in words_of("triggers", "repelling_verbs"):
        return at
    if at >= 0 and token.deprel in ("obj", "nmod", "obl") and tree.tokens[at].text.lower() == "part":
        return light_verb_of(tree, at)
    return _relative_light(tree, i)


def _relative_light(tree: Tree, i: int) -> int | None:
    """Give the light verb of a relative clause: "the accord, which X and Y signed", "the truce declared by X"."""
    for k in tree.children(i, "acl", "acl:relcl"):
        if tree.tokens[k].lemma.lower() not in words_of("triggers", "light") or tree.tokens[k].upos != "VERB":
            continue
        done = [m for m in tree.children(k, "obj", "nsubj:pass") if tree.tokens[m].text.lower() in ("which", "that")]
        if done or (tree.is_passive(k) and not tree.children(k, "nsubj:pass", "obj")):
            return k
    return None


def sides_of(noun: Noun) -> tuple[list[Party], list[int]]:
    """Give the initiators of a noun of event, and the heads of its targets.

    Args:
        noun: The noun with what stands around it.

    Returns:
        Parties, and positions of nominals.
    """
    scene, tree, i, lemma = noun.scene, noun.tree, noun.i, noun.lemma
    initiators: list[Party] = []
    targets: list[int] = []
    has_of = any(case == "of" for case, _ in tree.obliques(i))
    for k in tree.children(i, "nmod:poss"):
        if is_time_word(scene, tree, k):
            continue
        if lemma in words_of("triggers", "suffered_nouns") and not has_of and not _is_of_a_series(noun, k):
            targets.append(k)
        elif can_act(scene, tree, k) and not (
            noun.trigger.mode == "explosives" and tree.tokens[k].lemma.lower() in words_of("triggers", "sites")
        ):
            initiators.append(party_of(scene, tree, k))
    suffering_owners = {tree.nominal_extent(k)[0] for k in targets}
    initiators += [
        p for p in owners_of_weapon(scene, tree, i) if p.start not in {q.start for q in initiators} and p.start not in suffering_owners
    ]
    beside = list(tree.obliques(i))
    beside += [inner for _, k in beside if is_time_word(scene, tree, k) for inner in tree.obliques(k)]  # "the release on Monday of X"
    has_of = has_of or any(case == "of" for case, _ in beside)
    for case, k in beside:
        if is_time_word(scene, tree, k):
            continue
        acting, suffering = _by_case(noun, case, k)
        initiators += acting
        targets += suffering
    for case, k in tree.obliques(noun.light) if noun.light is not None else ():
        if k == i or is_time_word(scene, tree, k):
            continue
        agreed = noun.trigger.type in ("AGREE", "CONSULT")
        if case in words_of("triggers", "beside_prepositions") or (case == "with" and (agreed or scene.organisation(tree, k) is not None)):
            initiators.append(party_of(scene, tree, k))
        elif case == "between":
            initiators += _between(noun, k)
        elif case in ("against", "upon") or (case == "on" and noun.trigger.type in ("ASSAULT", "COERCE")):
            targets.append(k)
    return _with_agents(noun, initiators, targets)


def _is_of_a_series(noun: Noun, owner: int) -> bool:
    """Say whether a body is the doer of several: "its first killings" are those that it committed, "his killing" is that of himself."""
    return "Number=Plur" in noun.tree.tokens[noun.i].feats and noun.scene.organisation(noun.tree, owner) is not None


def _by_case(noun: Noun, case: str, k: int) -> tuple[list[Party], list[int]]:
    """Sort one prepositional dependent of a noun of event: who does it, who suffers it."""
    scene, tree, lemma = noun.scene, noun.tree, noun.lemma
    first = case.split(" ")[0]
    if case == "by":
        # the parse may hang "on X" on the attacker: "an attack by Y on X"
        return doers(scene, tree, [k]), [m for c, m in tree.obliques(k) if c in ("on", "against") and not is_time_word(scene, tree, m)]
    if case == "between":
        return _between(noun, k), []
    if case in words_of("triggers", "beside_prepositions"):
        return [party_of(scene, tree, k)], []
    if case in ("with", "and"):
        if lemma in words_of("triggers", "equal_nouns"):
            named = [m for c, m in tree.obliques(k) if c in ("including", "such as", "like") and scene.organisation(tree, m) is not None]
            return [party_of(scene, tree, m) for m in named or [k]], []
        if lemma in words_of("triggers", "two_sided_nouns"):
            return [], [k]
        return ([party_of(scene, tree, k)] if scene.organisation(tree, k) is not None else []), []
    if case == "of" and lemma in words_of("triggers", "nouns_with_actor"):
        return [party_of(scene, tree, k)], []
    if noun.trigger.type not in ("ASSAULT", "COERCE", "ACCUSE", "SANCTION", "PROTEST", "RETREAT"):
        return [], []
    if first in ("on", "against", "at", "targeting", "upon") or (case == "of" and lemma in words_of("triggers", "nouns_with_target")):
        if first == "at" and (
            scene.place(tree, k) is not None or noun.trigger.mode == "explosives" or lemma in words_of("triggers", "two_sided_nouns")
        ):
            return [], []
        doing = doers(scene, tree, [m for c, m in tree.obliques(k) if c == "by"])
        return doing, [] if noun_trigger_at(tree, k) is not None else [k]
    return [], []


def _between(noun: Noun, k: int) -> list[Party]:
    """Give the sides of "between X and Y", where the parse may hang the first side on the second one's noun."""
    tree, scene = noun.tree, noun.scene
    if tree.tokens[tree.nominal(k)[0]].text[:1].isdigit():
        return []  # "between 7 p.m. and 8 p.m."
    inner = [
        m
        for m in tree.children(k, "compound", "nmod:desc")
        if scene.member_at(tree, m, "org") is not None and m + 2 <= k and tree.tokens[m + 1].upos == "CCONJ"
    ]
    found = [party_of(scene, tree, m) for m in inner]
    if inner:
        start = tree.tokens[inner[-1] + 2].start
        end = tree.tokens[k].end
        return [*found, Party(" ".join(scene.text[start:end].split()), None, "words", start, end)]
    return [party_of(scene, tree, m) for m in (k, _after_and(tree, k)) if m is not None]


def _after_and(tree: Tree, k: int) -> int | None:
    """Give the second side of "between X and Y" where the parse did not join the two."""
    after = tree.nominal(k)[-1] + 1
    if tree.children(k, "conj") or after + 1 >= len(tree.tokens) or tree.low[after] != "and":
        return None
    head = tree.tokens[after].head
    return head if after < head <= after + _NEAR and tree.tokens[head].upos in ("NOUN", "PROPN") else None


def _with_agents(noun: Noun, initiators: list[Party], targets: list[int]) -> tuple[list[Party], list[int]]:
    """Add who does what the light verb says, who is blamed, and who stood an attack."""
    scene, tree, i, light = noun.scene, noun.tree, noun.i, noun.light
    if light is not None:
        lemma = tree.tokens[light].lemma.lower()
        agents = [a for a in tree.agents(light) if a != i]
        if lemma in words_of("triggers", "repelling_verbs"):
            return initiators, targets or agents
        if lemma not in words_of("triggers", "occurring_verbs") or (tree.children(light, "obj") and lemma != "follow"):
            return doers(scene, tree, agents) + initiators, targets
        return initiators, targets
    at = tree.tokens[i].head
    if at >= 0 and tree.lemma[at] in _LOSING and noun.lemma in words_of("triggers", "two_sided_nouns"):
        subject = tree.subject(at)  # "lost three men in combat with X"
        others = [party_of(scene, tree, k) for k in targets]
        return [*others, *initiators], [] if subject is None else [subject]
    if at >= 0 and tree.tokens[at].lemma.lower() in words_of("triggers", "accusing_verbs") and tree.case(i) in ("for", "of", "over"):
        blamed = tree.objects(at)
        return [*doers(scene, tree, [b for b in blamed if b != i]), *initiators], targets
    if noun.trigger.type in ("ASSAULT", "COERCE") and (not initiators or noun.lemma in words_of("triggers", "equal_nouns")):
        return [*doers(scene, tree, agents_above(tree, i)), *initiators], targets
    return initiators, targets
