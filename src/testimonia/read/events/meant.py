"""Find which happening told before is meant: by "the bombing" a bombing, by "the attack" any assault, by "it" whatever was told last."""

import re

from testimonia.model.kinds import EventType
from testimonia.read.events.account_forms import happening_sorts
from testimonia.read.events.event_drafts import EventDraft, nearest
from testimonia.read.events.event_places import places_of
from testimonia.read.events.happenings import noun_trigger_at, noun_triggers
from testimonia.read.lexicon import words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree

JUST_BEFORE = 300
"""Code points within which "it" and "this" mean what was told last, whatever it is: the sentence before."""
LONGEST_NOTE = 80
"""Code points of what was told that a note quotes."""
NEAR = 1500
"""Code points within which an accusation or denial that names no happening can mean one; about two paragraphs of news."""
_MODES: dict[str, frozenset[str]] = {
    "exploded": frozenset(["explosives", "suicide-attack", "aerial", "drone", "heavy-weapons"]),
    "fired": frozenset(["firearms", "heavy-weapons", "aerial", "drone", "explosives"]),
    "taken": frozenset(["abduct"]),
    "burned": frozenset(["destroy", "seize"]),
    "tortured": frozenset(["torture", "sexual", "beat"]),
}
"""Modes of what a sort of noun can take up."""
_SPARING = frozenset(["abduct", "destroy", "seize", "torture", "beat", "sexual", "crowd-control"])
"""Modes of what need not have killed anybody."""
_SENTENCE_ENDS = re.compile(r"[.!?][”\"’)]*\s")
_NARROW = frozenset(["taken", "burned", "tortured"])
"""Sorts whose nouns never mean an assault of which no mode is known."""


def note_on(scene: Scene, meant: EventDraft | None) -> tuple[str, ...]:
    """Say in words which happening an account was held to mean.

    Args:
        scene: The document being read.
        meant: The happening; None where there was none.

    Returns:
        One line, or nothing.
    """
    if meant is None:
        return ()
    start, end = meant.start, min(meant.end, meant.start + LONGEST_NOTE)
    words = " ".join(scene.text[start:end].split())
    return (f"means the happening told before at {meant.start}: “{words}”",)


def named_here(scene: Scene, tree: Tree, matter: int | None) -> EventDraft | None:
    """Give what the words of an account themselves tell: "blamed X for the bombing of a market in Y".

    Args:
        scene: The document being read.
        tree: The sentence.
        matter: Position of the noun that takes up the happening; None where there is none.

    Returns:
        What another rule has read there, or None.
    """
    if matter is None:
        return None
    low, high = tree.extent(matter)
    own = [t for t in scene.told if low <= t.at < high and not t.is_account and t.part_of is None]
    itself = [t for t in own if t.at == tree.tokens[matter].start]
    return next((t for t in (*itself, *own) if t.where or t.target), next(iter(itself or own), None))


def happening_meant(scene: Scene, tree: Tree, matter: int | None, *, before: int) -> EventDraft | None:
    """Find the happening told before that some words take up.

    Args:
        scene: The document being read, with what its section has told so far.
        tree: The sentence.
        matter: Position of the noun or pronoun that takes it up; None where the words leave it out ("The army blamed X.").
        before: Offset of the account.

    Returns:
        The nearest that fits and has happened; None where there is none, or where the words tell of something else.
    """
    low, high = (before, before) if matter is None else tree.extent(matter)
    earlier = [t for t in nearest(scene.told, before=before) if not low <= t.at < high and not t.is_account and not t.weak]
    if matter is not None and _takes_up_anything(tree, matter) and not _is_just_told(scene, tree, earlier):
        return None
    if matter is not None and _takes_up_anything(tree, matter) and earlier and before - earlier[0].end <= JUST_BEFORE:
        return _in_full(earlier) if earlier[0].status == "happened" else None
    known = [t for t in earlier if _is_meant(t)]
    if matter is None or _takes_up_anything(tree, matter):
        return _in_full([t for t in known if before - t.end <= NEAR])
    sorts = sorts_of(tree, matter)
    places = {p.referent for p in places_of(scene, tree, matter)}
    found = next((t for t in known if _fits(t, tree, matter, sorts)), None)
    if found is None and not sorts <= _NARROW:
        found = next((t for t in known if t.mode is None), None)
    if found is None or (places and found.where and not places & {p.referent for p in found.where}):
        return None
    return found


def _is_just_told(scene: Scene, tree: Tree, told: list[EventDraft]) -> bool:
    """Say whether the nearest happening stands in this sentence or the one before, so that "it" and "this" can mean it."""
    between = scene.text[told[0].end : tree.sentence.start] if told else ""
    return bool(told) and len(_SENTENCE_ENDS.findall(between)) <= 1


def _in_full(told: list[EventDraft]) -> EventDraft | None:
    """Give the first, or where that is itself only a mention of one ("the attack on the school"), the first that is placed or dated."""
    first = next(iter(told), None)
    if first is None or first.where or first.edtf is not None or first.words not in noun_triggers():
        return first
    return next((t for t in told if (t.where or t.edtf is not None) and t.type == first.type), first)


def sorts_of(tree: Tree, i: int) -> frozenset[str]:
    """Name the sorts of happening that a noun takes up.

    Args:
        tree: The sentence.
        i: Position of the noun.

    Returns:
        Keys of the list; empty for any other word.
    """
    lemma = tree.tokens[i].lemma.lower()
    return frozenset(sort for sort, nouns in happening_sorts().items() if lemma in nouns)


def type_told(tree: Tree, i: int) -> tuple[EventType, str | None]:
    """Give the type and mode that a noun of happening suggests by itself.

    Args:
        tree: The sentence.
        i: Position of the noun.

    Returns:
        ASSAULT where the lists of events do not know it; a raid is one too.
    """
    trigger = noun_trigger_at(tree, i) or noun_triggers().get(tree.tokens[i].lemma.lower())
    return ("ASSAULT", None) if trigger is None or trigger.type != "ASSAULT" else (trigger.type, trigger.mode)


def _is_meant(told: EventDraft) -> bool:
    """Say whether what was told can be what somebody is blamed for."""
    return (told.type == "ASSAULT" or told.mode in ("raid", "seize")) and told.status == "happened" and not told.recurrent


def _takes_up_anything(tree: Tree, i: int) -> bool:
    return tree.tokens[i].text.lower() in words_of("accounts", "pronouns")


def _fits(told: EventDraft, tree: Tree, i: int, sorts: frozenset[str]) -> bool:
    lemma = tree.tokens[i].lemma.lower()
    if lemma in told.words.split() or "any" in sorts:
        return True
    if "killed" in sorts and (told.toll == "killed" or told.mode not in (None, *_SPARING)):
        return True
    return any(told.mode in _MODES.get(sort, ()) for sort in sorts)
