"""What the event rules share: who can act, whom a verb is done to, which verbs of harm belong to which event."""

from testimonia.model.party import Party
from testimonia.read.happenings import EventDraft, mode_of, noun_triggers, verb_triggers
from testimonia.read.lexicon import table, words_of
from testimonia.read.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree


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
        token.text.lower() not in ("that", "which", "what", "this")
        and lemma not in noun_triggers()
        and mode_of(tree, i, None) is None
        and lemma not in words_of("triggers", "inanimate_nouns")
    )


def is_definite(draft: EventDraft) -> bool:
    """Decide whether a draft tells enough to be a report: what may be or is wont to be needs a named party and a time or place.

    Args:
        draft: A draft with its slots filled.

    Returns:
        True if it is a report.
    """
    named = any(p.referent is not None for p in (*draft.initiator, *draft.target))
    placed = bool(draft.where) or draft.edtf is not None
    if draft.status == "hypothetical" or draft.recurrent:
        return named and placed
    if draft.status in ("planned", "threatened"):
        return named and (placed or bool(draft.target))
    vague = all(p.referent is None and p.words.lower() in words_of("triggers", "vague_words") for p in (*draft.initiator, *draft.target))
    return not vague or placed or bool(draft.figures)


def objects_of(tree: Tree, i: int) -> list[int]:
    """List whom a verb is done to, with the shared object of coordinated verbs and the noun that a participle modifies.

    Args:
        tree: The sentence.
        i: Position of the verb.

    Returns:
        Heads of nominals.
    """
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


def harms_for(tree: Tree, i: int) -> int | None:
    """Give the event verb whose toll a verb of harm tells: "attacked the base, killing three".

    Args:
        tree: The sentence.
        i: Position of a verb of harm.

    Returns:
        Position of the event's verb, or None where the harm is an event of its own.
    """
    token = tree.tokens[i]
    at = token.head
    if (
        token.deprel == "conj"
        and at >= 0
        and tree.tokens[at].lemma.lower() in table("triggers", "harm")
        and not tree.children(i, *SUBJECTS)
    ):
        return harms_for(tree, at)
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


def harms(tree: Tree, i: int) -> list[int]:
    """List the verbs of harm that give the toll of an event.

    Args:
        tree: The sentence.
        i: Position of an event's verb.

    Returns:
        Positions of the verbs of harm that give its toll.
    """
    return [
        t.i
        for t in tree.tokens
        if t.lemma.lower() in table("triggers", "harm") and t.upos == "VERB" and t.i != i and harms_for(tree, t.i) == i
    ]


def once(parties: list[Party] | tuple[Party, ...]) -> tuple[Party, ...]:
    """Keep the first of every party that stands for the same.

    Args:
        parties: Parties, of whom some may stand for the same.

    Returns:
        The first of each, in order.
    """
    return tuple({p.referent or p.words.lower(): p for p in reversed(list(parties))}.values())[::-1]
