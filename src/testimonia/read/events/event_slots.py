"""What the event rules share: who can act, whom a verb is done to, whether what stands beside a trigger makes it an armed event."""

from collections.abc import Iterable
from dataclasses import replace

from testimonia.model.event import Figure
from testimonia.model.party import Party
from testimonia.read.claims.drafts import sayings
from testimonia.read.events.event_drafts import EventDraft, nearest
from testimonia.read.events.happenings import is_weapon, noun_trigger_at
from testimonia.read.events.parties_told import bodies_within, party_told, sides_told
from testimonia.read.lexicon import any_of, months_and_weekdays, words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.geography import country_code, country_of_adjective

_OWN = frozenset(["it", "they", "its", "their"])
"""Pronouns by which a speaker tells of itself."""
_LAST_SENTENCE = 200
"""Code points within which "it" can mean a thing told in the sentence before."""
_LOCATIVE = frozenset(["in", "near", "at", "outside"])


def can_act(scene: Scene, tree: Tree, i: int) -> bool:
    """Say whether a nominal can be who did it: not an event or a weapon ("the attack killed", "a device exploded").

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the nominal's head.

    Returns:
        False for events, weapons and abstract nouns; True for names of anything but events.
    """
    token = tree.tokens[i]
    if scene.is_time(tree, i):
        return False
    if scene.spot_at(tree, i) is not None:
        return scene.member_at(tree, i, "named_event") is None
    lemma = token.lemma.lower()
    return (
        token.text.lower() not in ("that", "which", "what", "this", "there")
        and noun_trigger_at(tree, i) is None
        and (not is_weapon(tree, i) or lemma in ("sniper", "bomber"))
        and lemma not in words_of("triggers", "inanimate_nouns")
        and (lemma not in words_of("triggers", "sites") or lemma in words_of("triggers", "acting_sites"))
    )


def doers(scene: Scene, tree: Tree, heads: Iterable[int]) -> list[Party]:
    """Give who did it: the agents themselves, and for weapons and events whose they are ("Turkish jets struck", "X's rockets hit").

    Args:
        scene: The document being read.
        tree: The sentence.
        heads: Heads of a verb's agents.

    Returns:
        Parties in text order.
    """
    found: list[Party] = []
    for i in heads:
        if can_act(scene, tree, i):
            if not _is_nobody(tree, i):
                speaker = _speaker_meant(scene, tree, i)
                found += [speaker] if speaker is not None else parties_of(scene, tree, i)
        elif scene.spot_at(tree, i) is None and not scene.is_time(tree, i):
            users = [a for k in tree.children(i, "acl") if tree.is_passive(k) and is_weapon(tree, i) for a in tree.agents(k) if a != i]
            found += owners_of_weapon(scene, tree, i) or doers(scene, tree, users)  # "a bomb planted by X killed"
            if tree.tokens[i].lemma.lower() in words_of("triggers", "inanimate_nouns"):
                found += [party_of(scene, tree, k) for case, k in tree.obliques(i) if case == "by"]  # "an attempt by gunmen to storm"
    return found


def of_losers(scene: Scene, tree: Tree, heads: Iterable[int], *, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Let those whom a side lost be its own, where the noun does not say whose they are: "the rebels lost 12 men, the army 3".

    Args:
        scene: The document being read.
        tree: The sentence.
        heads: Heads of who lost them.
        figures: What is counted.

    Returns:
        The figures, of the side that lost them where there is one and nothing else is told.
    """
    losers, vague = doers(scene, tree, heads), words_of("triggers", "own_people")
    told = {word for figure in figures if figure.of is not None for word in figure.of.words.lower().split()[-1:]}
    return tuple(replace(figure, of=losers[0]) for figure in figures) if len(losers) == 1 and told <= vague else figures


def _speaker_meant(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the speaker whom "it", "they" or "its fighters" stand for in what is said: "Kenya denied that it had"."""
    pronouns = [i] if tree.tokens[i].upos == "PRON" else tree.children(i, "nmod:poss")
    if not any(tree.tokens[k].text.lower() in _OWN for k in pronouns) or party_of(scene, tree, i).referent is not None:
        return None
    if tree.tokens[i].upos != "PRON" and tree.tokens[i].lemma.lower() not in words_of("people", "members"):
        return None
    at = tree.tokens[i].head
    while at >= 0 and (tree.tokens[at].lemma.lower() not in sayings() or not tree.children(at, "nsubj")):
        at = tree.tokens[at].head
    speaker = tree.subject(at) if at >= 0 else None
    if speaker is None or speaker == i or tree.tokens[speaker].upos == "PRON" or not _is_body(scene, tree, speaker):
        return None
    return party_of(scene, tree, speaker)


def _is_body(scene: Scene, tree: Tree, i: int) -> bool:
    """Say whether a speaker is a body or a state, which may do what it speaks of."""
    if scene.spot_at(tree, i) is not None:
        return scene.member_at(tree, i, "org", "place") is not None
    word = tree.tokens[i].text.lower()
    return (
        word in words_of("people", "generic_groups")
        or word in words_of("people", "force_nouns")
        or scene.actor(tree, i).referent is not None
    )


def parties_of(scene: Scene, tree: Tree, i: int) -> list[Party]:
    """Resolve a nominal to the parties that it is: mostly one, two for "the two sides" and "the forces of X and Y".

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the nominal's head.

    Returns:
        At least one party.
    """
    return sides_told(scene, tree, i) or bodies_within(scene, tree, i) or [party_of(scene, tree, i)]


def party_of(scene: Scene, tree: Tree, i: int) -> Party:
    """Resolve a nominal to a party, a described one without the place where it happened to be: "51 people in Moura" are 51 people.

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the nominal's head.

    Returns:
        A party; its words never begin or end inside another phrase.
    """
    party = scene.actor(tree, i)
    if party.referent is not None or party.start is None or party.how != "words":
        return party
    if (told := party_told(scene, tree, i)) is not None:
        return told
    if party.words.lower() in any_of(("people", "generic_groups"), ("people", "force_nouns")):
        return replace(party, words=party.words.lower())  # "the Government" is no name
    party = _in_small_letters(tree, party)
    cuts = [
        tree.tokens[tree.children(k, "case")[0]].start
        for case, k in tree.obliques(i)
        if k > i and tree.children(k, "case") and (case == "by" or (case in _LOCATIVE and scene.place(tree, k) is not None))
    ]
    end = min([c for c in cuts if c > tree.tokens[i].start], default=None)
    if end is None or party.start is None:
        return party
    words = scene.text[party.start : end].rstrip()
    plain = " ".join(words.split()).removeprefix("the ").removeprefix("The ")
    return _in_small_letters(tree, Party(plain, None, "words", party.start, party.start + len(words)))


def _in_small_letters(tree: Tree, party: Party) -> Party:
    """Give a description that opens its sentence without the capital that it has there: "Gunmen" is no name."""
    first = next((t for t in tree.tokens if t.start == party.start), None)
    at_start = first is not None and (first.i == 0 or tree.tokens[first.i - 1].text == ":")
    opens = at_start and first is not None and first.upos in ("NOUN", "ADJ", "NUM", "DET", "VERB", "ADP", "ADV")
    return replace(party, words=party.words[:1].lower() + party.words[1:]) if opens and not party.words[1:2].isupper() else party


def is_time_word(scene: Scene, tree: Tree, i: int) -> bool:
    """Say whether a nominal tells a time: a stated date, a weekday, "yesterday", "the night".

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the nominal's head.

    Returns:
        True for times, whether or not a date could be made of them.
    """
    times = words_of("triggers", "time_words")  # "five months of fighting" as well
    return scene.is_time(tree, i) or tree.low[i] in months_and_weekdays() or tree.low[i] in times or tree.lemma[i] in times


def owners_of_weapon(scene: Scene, tree: Tree, i: int) -> list[Party]:
    """Give whose a weapon or an attack is: "Turkish air strikes", "rockets of X", "an army ambush".

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the noun.

    Returns:
        Bodies, states and their forces; empty where no owner is told.
    """
    found = []
    for k in tree.children(i, "compound", "amod", "nmod:poss"):
        if scene.member_at(tree, k, "org") is not None:
            found.append(party_of(scene, tree, k))
        elif tree.tokens[k].deprel == "compound" and scene.spot_at(tree, k) is None and _is_described_body(tree, k):
            if tree.lemma[i] not in words_of("triggers", "suffered_nouns") and tree.lemma[k] not in words_of("triggers", "attack_kinds"):
                found.append(party_of(scene, tree, k))  # "a rebel attack", "junta air strikes"
        elif tree.tokens[k].deprel == "nmod:poss":
            if scene.spot_at(tree, k) is not None or _is_described_body(tree, k):
                found.append(party_of(scene, tree, k))
        else:
            state = _state_told_by(scene, tree, k)
            found += [state] if state is not None else []
    return found


def _is_described_body(tree: Tree, i: int) -> bool:
    """Say whether a noun is a word for a body or its people: "the junta's jets", "the rebels' rockets"."""
    bodies = (("people", "generic_groups"), ("people", "force_nouns"), ("people", "members"))
    known = any_of(*bodies, ("triggers", "state_people"), ("triggers", "armed_people"))
    return tree.lemma[i] in known or tree.low[i] in known


def _state_told_by(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the force, or else the state, that an adjective of a country tells of: "Turkish jets"."""
    token = tree.tokens[i]
    if not token.text[:1].isupper():
        return None
    country = country_of_adjective(token.text) or country_code(token.text)
    if country is None:
        return None
    force = next((m for m in scene.cast.members.values() if m.kind == "state_force" and m.country == country), None)
    if force is not None:
        return scene.named(force, how="name", start=token.start, end=token.end)
    state = next((m for m in scene.cast.members.values() if m.cls == "place" and any(country_code(n) == country for n in m.names)), None)
    if state is not None:
        return scene.named(state, how="name", start=token.start, end=token.end)
    return Party(token.text, None, "words", token.start, token.end)


def _is_nobody(tree: Tree, i: int) -> bool:
    """Say whether a nominal tells that there is nobody: "no group", "no one"."""
    if tree.tokens[i].text.lower() in words_of("triggers", "nobody"):
        return True
    return any(tree.tokens[k].text.lower() in ("no", "neither") for k in tree.children(i, "det"))


def persons_harmed(scene: Scene, tree: Tree, heads: Iterable[int]) -> list[Party]:
    """Give the targets that nominals name; "no one" is none, and neither is a bare number.

    Args:
        scene: The document being read.
        tree: The sentence.
        heads: Heads of the nominals.

    Returns:
        Parties in text order.
    """
    kept = [k for k in heads if not _is_nobody(tree, k) and not tree.tokens[k].text.lower().endswith(("self", "selves"))]
    kept = [_body_apposed(scene, tree, tree.antecedent(m)) for k in kept for m in _named_of_number(scene, tree, k)]
    kept = [k for k in kept if tree.low[k] not in ("each", "other")]
    things = {k: _thing_meant(scene, tree, k) for k in kept}
    return [p for k, thing in things.items() for p in ([thing] if thing is not None else parties_of(scene, tree, k))]


def _thing_meant(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give what "it" stands for where that is a thing: the base, the train told just before, in this sentence or the last one."""
    if tree.low[i] != "it":
        return None
    before = thing_before(tree, i)
    if before is not None:
        return party_of(scene, tree, before)
    told = next(iter(nearest(scene.told, before=tree.sentence.start, reach=_LAST_SENTENCE)), None)
    things = [p for p in told.target if p.referent is None and p.words.lower().split()[-1] in words_of("triggers", "sites")] if told else []
    token = tree.tokens[i]
    return replace(things[-1], how="pronoun", start=token.start, end=token.end) if things else None


def thing_before(tree: Tree, i: int) -> int | None:
    """Give the thing that "it" stands for in its own sentence: "reached the base at X and then stormed it".

    Args:
        tree: The sentence.
        i: Position of the pronoun, or of any other word.

    Returns:
        Position of the nearest site before it; None where there is none, and for any other word.
    """
    if tree.low[i] != "it":
        return None
    nouns = (t for t in reversed(tree.tokens[:i]) if t.upos == "NOUN" and t.deprel != "compound")
    return next((t.i for t in nouns if t.lemma.lower() in words_of("triggers", "sites")), None)


def _body_apposed(scene: Scene, tree: Tree, i: int) -> int:
    """Give whose members somebody named is told to be: "A and B, members of the X" are hit as people of X."""
    if scene.member_at(tree, i, "person") is None:
        return i
    first = i if tree.tokens[i].deprel != "conj" else tree.tokens[i].head
    beside = [k for m in tree.conjuncts(first) for k in tree.children(m, "appos")]
    return next((k for k in beside if scene.body_of_members(tree, k) is not None), i)


def _named_of_number(scene: Scene, tree: Tree, i: int) -> list[int]:
    """Give what a bare number is of: the helicopters of "two of its helicopters"; nothing for "nine"."""
    if tree.tokens[i].upos != "NUM" or scene.spot_at(tree, i) is not None:
        return [i]
    return [k for case, k in tree.obliques(i) if case == "of" and tree.tokens[k].upos != "PRON"]


def is_definite(draft: EventDraft) -> bool:
    """Decide whether a draft tells enough to be a report: what may be or is wont to be needs a named party and a time or place.

    Args:
        draft: A draft with its slots filled.

    Returns:
        True if it is a report.
    """
    named = any(p.referent is not None for p in (*draft.initiator, *draft.target))
    placed = bool(draft.where) or draft.edtf is not None
    vague = all(p.referent is None and p.words.lower() in words_of("triggers", "vague_words") for p in (*draft.initiator, *draft.target))
    if draft.status == "hypothetical" or (draft.recurrent and draft.status == "happened"):
        return named and (placed or (draft.recurrent and bool(draft.target)))
    if draft.status == "threatened" and draft.initiator and draft.target:
        return not vague
    if draft.status in ("planned", "threatened"):
        aimed = any(p.referent is not None for p in draft.target)
        told = placed or aimed or bool(draft.figures) or draft.type not in ("ASSAULT", "COERCE")
        return (named and told) or (placed and not vague)
    return not vague or placed or bool(draft.figures)


def objects_of(tree: Tree, i: int) -> list[int]:
    """List whom a verb is done to, with the shared object of coordinated verbs and the noun that a participle modifies.

    Args:
        tree: The sentence.
        i: Position of the verb.

    Returns:
        Heads of nominals.
    """
    objects = tree.objects(i) or _refused(tree, i)
    if not objects and tree.tokens[i].deprel == "conj" and not tree.is_passive(i):
        return [k for k in tree.objects(tree.tokens[i].head) if k > i]  # "burned and hacked to death 42 people"
    if not objects:
        objects = [
            k
            for c in tree.children(i, "conj")
            if tree.tokens[c].upos == "VERB" and not tree.children(i, "obl")
            for k in tree.children(c, "obj")
        ]
    return objects


def _refused(tree: Tree, i: int) -> list[int]:
    """Give what somebody refuses to sign, to join or to recognise."""
    inner = tree.children(i, "xcomp") if tree.lemma[i] in ("refuse", "decline") else []
    return [o for k in inner if tree.lemma[k] in words_of("triggers", "joining_verbs") for o in tree.objects(k)]


def once(parties: list[Party] | tuple[Party, ...]) -> tuple[Party, ...]:
    """Keep the first of every party that stands for the same.

    Args:
        parties: Parties, of whom some may stand for the same.

    Returns:
        The first of each, in order.
    """
    return tuple({p.referent or p.words.lower(): p for p in reversed(list(parties))}.values())[::-1]
