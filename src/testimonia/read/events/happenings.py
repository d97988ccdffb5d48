"""The words that tell of events, and the questions that all event rules share."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from testimonia.codebook.words import load_words
from testimonia.model.kinds import EVENT_TYPES, EventType
from testimonia.model.party import Party
from testimonia.read.events.event_drafts import EventDraft
from testimonia.read.lexicon import words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.dates import StatedDate

HARMFUL = frozenset(["killed", "injured", "detained", "abducted", "displaced", "casualties"])
_NOMINAL = frozenset(["nsubj", "nsubj:pass", "csubj", "csubj:pass", "obj", "obl", "nmod", "root", "conj"])
"""Relations of nouns, in which a form in -ing names what happens."""
_OCCASIONS = frozenset(["in", "during", "amid", "from", "by"])
"""Prepositions under which it does so too: "killed in fighting"."""
_BESIDE = ("compound", "amod", "nmod:desc", "flat")
_MEANS = frozenset(["with", "by", "using", "from", "in", "through", "via"])
"""Prepositions under which the weapon stands."""
_FIRST_MODES = ("suicide-attack", "drone")
"""Where several words tell a mode, these tell it best: a suicide car bomb is a suicide attack."""
_REFINABLE = frozenset([None, "primitive", "explosives", "firearms", "destroy", "targeted"])
"""Modes of a trigger that a weapon beside it makes more exact or corrects."""


EventRule = Callable[[Scene, Tree], Iterator[EventDraft]]


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a word suggests: type and mode, what must stand with it, and for some verbs the particle that they need."""

    type: EventType
    mode: str | None
    needs: str
    particle: str | None = None


@cache
def verb_triggers() -> dict[str, Trigger]:
    """Give the verbs that tell of events.

    Returns:
        Lemma to what it suggests.
    """
    return {str(k): _trigger(v) for k, v in load_words("triggers")["verbs"].items()}


@cache
def noun_triggers() -> dict[str, Trigger]:
    """Give the nouns that tell of events.

    Returns:
        Lemma to what it suggests.
    """
    return {str(k): _trigger(v) for k, v in load_words("triggers")["nouns"].items()}


@cache
def assaulting_nouns() -> frozenset[str]:
    """Give the nouns that tell of assaults, whose toll a verb of harm may tell.

    Returns:
        Lemmas.
    """
    return frozenset(lemma for lemma, trigger in noun_triggers().items() if trigger.type == "ASSAULT" or trigger.mode == "raid")


def _trigger(entry: tuple[str, ...]) -> Trigger:
    kind = next(t for t in EVENT_TYPES if t == entry[0])
    return Trigger(kind, entry[1], str(entry[2]), str(entry[3]) if len(entry) > 3 else None)


def noun_trigger_at(tree: Tree, i: int) -> Trigger | None:
    """Give what a token suggests as a noun of event, gerunds such as "fighting" and "shelling" included.

    Args:
        tree: The sentence.
        i: Position of the token.

    Returns:
        What it suggests, or None for any other word.
    """
    token = tree.tokens[i]
    opens = token.upos == "PROPN" and (i == 0 or tree.tokens[i - 1].text == ":") and tree.tokens[i + 1 : i + 2] != ()
    if opens and tree.tokens[i + 1].upos == "PROPN":
        opens = False  # "Raid Deterrence Command"
    if token.upos == "NOUN" or opens:  # "20 March 2004: Assault on Beni."
        return noun_triggers().get(token.lemma.lower()) or noun_triggers().get(token.text.lower())
    if token.upos == "VERB" and is_gerund_noun(tree, i):
        return noun_triggers().get(token.text.lower())
    return None


def is_gerund_noun(tree: Tree, i: int) -> bool:
    """Say whether a form in -ing stands as a noun does: "Fighting broke out", "heavy shelling of the town".

    Args:
        tree: The sentence.
        i: Position of a verb.

    Returns:
        True for a gerund that is subject, object or oblique and has no object of its own.
    """
    token = tree.tokens[i]
    if not token.text.lower().endswith("ing"):
        return False
    nominal = token.deprel in _NOMINAL or (
        token.deprel == "advcl" and any(tree.tokens[k].text.lower() in _OCCASIONS for k in tree.children(i, "mark", "case"))
    )
    return nominal and not tree.children(i, "obj", "nsubj", "aux", "nsubj:pass") and not (token.deprel == "conj" and _is_verbal(tree, i))


def _is_verbal(tree: Tree, i: int) -> bool:
    """Say whether the first conjunct of a verb is a clause."""
    head = tree.tokens[i].head
    return head >= 0 and bool(tree.children(head, "nsubj", "aux", "nsubj:pass", "obj"))


@cache
def _mode_words() -> dict[str, str]:
    return {str(word): str(mode) for mode, words in load_words("triggers")["modes"].items() for word in words}


def mode_of(tree: Tree, i: int, default: str | None, *others: int) -> str | None:
    """Tell the mode of an event from the weapons that belong to its trigger.

    Args:
        tree: The sentence.
        i: Position of the trigger.
        default: The mode that the trigger itself suggests.
        others: Heads of agents and objects that may be weapons.

    Returns:
        A PLOVER mode, or the default where no weapon is named.
    """
    words: list[str] = [] if tree.tokens[i].upos == "VERB" else _core(tree, i)
    for case, k in tree.obliques(i):
        if case.split(" ")[0] in _MEANS or (tree.tokens[k].lemma.lower() in words_of("triggers", "weapon_nouns") and case != "on"):
            words += _weapon_words(tree, k)
    for k in (*others, *(o for a in tree.children(i, "advcl", "acl") if tree.tokens[a].text.lower() == "using" for o in tree.objects(a))):
        words += _weapon_words(tree, k)
    found = [_mode_words()[word] for word in words if word in _mode_words()]
    for first in _FIRST_MODES:
        if first in found:
            return first
    return found[0] if found and default in _REFINABLE else default


def _weapon_words(tree: Tree, i: int) -> list[str]:
    """Give the words of a nominal that is a weapon or a shower of them; none of any other ("an air base")."""
    inner = [k for case, k in tree.obliques(i) if case == "of"]
    if not is_weapon(tree, i) and not any(is_weapon(tree, k) for k in inner):
        return []
    return [word for k in (i, *inner) for word in _core(tree, k)]


def _core(tree: Tree, i: int) -> list[str]:
    words = [tree.tokens[i].text.lower()]
    for k in tree.children(i, *_BESIDE):
        words += _core(tree, k)
    return words


def is_weapon(tree: Tree, i: int) -> bool:
    """Say whether a nominal is a weapon or what carries one: "rockets", "a suicide bomber", "an air strike".

    Args:
        tree: The sentence.
        i: Position of the nominal's head.

    Returns:
        True for the nouns in the list of weapons, and for words that tell a mode.
    """
    token = tree.tokens[i]
    return token.lemma.lower() in words_of("triggers", "weapon_nouns") or token.text.lower() in _mode_words()


def is_figurative(scene: Scene, tree: Tree, nominals: list[int]) -> bool:
    """Say whether a trigger is a figure of speech: its object is a budget, a disease, a film.

    Args:
        scene: The document being read.
        tree: The sentence.
        nominals: Heads of the trigger's objects and targets.

    Returns:
        True where some object is in the list of figurative objects and none is a name.
    """
    counts = words_of("triggers", "parts")  # "a total of 15 fighters" is no total
    plain = [k for k in nominals if tree.lemma[k] not in counts or not any(case == "of" for case, _ in tree.obliques(k))]
    return any(tree.tokens[k].lemma.lower() in words_of("triggers", "figurative") for k in plain) and not any(
        scene.spot_at(tree, k) for k in nominals
    )


def is_elsewhere(tree: Tree, i: int) -> bool:
    """Say whether a trigger tells what a film shows or what happens in a match.

    Args:
        tree: The sentence.
        i: Position of the trigger.

    Returns:
        True under the verb of a work of fiction, and in a sentence about sport that counts no casualties.
    """
    if tree.having(words_of("triggers", "sports")) and not tree.having(words_of("triggers", "ending_harms") | {"kill", "wound", "injure"}):
        return True
    if not tree.having(words_of("triggers", "fictions")):
        return False
    at = i
    while at >= 0:
        if any(tree.tokens[k].lemma.lower() in words_of("triggers", "fictions") for k in tree.children(at, "nsubj", "nsubj:pass")):
            return tree.tokens[at].lemma.lower() in words_of("triggers", "fiction_tells") or at == i
        if any(case in ("in", "of") and tree.tokens[k].lemma.lower() in words_of("triggers", "fictions") for case, k in tree.obliques(at)):
            return True
        at = tree.tokens[at].head
    return False


def is_rehearsed(tree: Tree, *heads: int) -> bool:
    """Say whether it happens in an exercise: "during the drill, the navy fired missiles".

    Args:
        tree: The sentence.
        heads: Positions of the trigger and of what governs it.

    Returns:
        True where an exercise stands beside it as the occasion.
    """
    occasions = words_of("triggers", "rehearsals")
    if not tree.having(occasions):
        return False
    return any(
        tree.tokens[k].lemma.lower() in occasions and case.split(" ")[0] in ("during", "in", "as", "at", "for")
        for head in heads
        for case, k in tree.obliques(head)
    )


def spread(tree: Tree, i: int, parties: Iterable[Party], date: StatedDate | None) -> tuple[int, int]:
    """Give the shortest passage that tells an event: trigger, participants and date within the sentence.

    Args:
        tree: The sentence.
        i: Position of the trigger.
        parties: Participants and places.
        date: Its date, if any.

    Returns:
        Start and end in code points.
    """
    token = tree.tokens[i]
    spans = [(token.start, token.end)] + [(p.start, p.end) for p in parties if p.start is not None and p.end is not None]
    spans += [(date.start, date.end)] if date is not None else []
    low, high = tree.sentence.start, tree.sentence.end
    inside = [(a, b) for a, b in spans if a is not None and b is not None and low <= a < b <= high]
    return min(a for a, _ in inside), max(b for _, b in inside)
