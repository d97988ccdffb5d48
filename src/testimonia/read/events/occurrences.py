"""Read where and when a happening was that the text has told already: "The attack took place in X" adds to it and tells no second one.

News tells who did what in its first sentence and where it was in another, each a paragraph of its own.
"""

from dataclasses import replace

from testimonia.model.party import Party
from testimonia.read.claims.drafts import date_for
from testimonia.read.events.event_drafts import EventDraft
from testimonia.read.events.event_places import places_of
from testimonia.read.events.meant import NEAR, happening_meant, sorts_of
from testimonia.read.events.phrases import phrase_at
from testimonia.read.lexicon import words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.geography import is_country


def place_told_before(scene: Scene, tree: Tree) -> tuple[EventDraft, EventDraft] | None:
    """Find what a sentence adds of place and time to a happening told before it.

    Args:
        scene: The document being read, with what its section has told so far.
        tree: The sentence.

    Returns:
        The happening as it was told, and as it is known now; None where the sentence adds nothing.
    """
    for i in tree.having(words_of("triggers", "happening_verbs")):
        subject = tree.subject(i) if tree.tokens[i].upos == "VERB" and phrase_at(tree, i) is None else None
        if subject is None or tree.is_negated(i) or tree.is_unreal(i) or (tree.lemma[i] == "take" and not _is_place(tree, i)):
            continue
        definite = any(tree.low[k] in ("the", "this", "that") for k in tree.children(subject, "det"))
        if not definite or not sorts_of(tree, subject) or tree.children(subject, "amod", "nummod"):
            continue
        told = happening_meant(scene, tree, subject, before=tree.sentence.start)
        if told is None or told.type != "ASSAULT" or tree.sentence.start - told.end > NEAR:
            continue
        known = _with(scene, told, places_of(scene, tree, i, subject))
        date = date_for(scene, tree, i) if known.edtf is None else None
        known = known if date is None else replace(known, edtf=date.edtf, basis="derived")
        return None if known == told else (told, known)
    return None


def _is_place(tree: Tree, i: int) -> bool:
    return any(tree.low[k] == "place" for k in tree.children(i, "obj"))


def _with(scene: Scene, told: EventDraft, where: tuple[Party, ...]) -> EventDraft:
    """Place a happening that had no place, or only a country."""
    bare = all(is_country(place.words) for place in told.where)
    return replace(told, where=where) if where and bare else told
