"""Find who is meant by their part in what was told before: "the attackers", "the soldiers", "they", "the two sides".

An event report names its parties by what they did in the one before as often as by name. Whoever is found so is a party that another
report has already; where none fits, or more than one does, the words stay as they are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from testimonia.model.party import Party
from testimonia.read.claims.drafts import sayings
from testimonia.read.events.event_drafts import EventDraft, nearest
from testimonia.read.lexicon import words_of
from testimonia.read.names.cast import Member
from testimonia.read.reference.antecedents import CALLING
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree

_REACH = 1500
"""Code points within which a part in a happening is remembered; about two paragraphs."""
_LAST = 300
"""Code points within which "they" means who did what was told last: the sentence before."""
_TWO = 2
_STATE_KINDS = ("state_force", "government")
_GROUP_KINDS = ("armed_group", "armed_wing", "coalition")


def party_told(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the named body that a word without a name means by its part in what was told before.

    Args:
        scene: The document being read, with what its section has told so far.
        tree: The sentence.
        i: Position of the nominal's head.

    Returns:
        The party, at the words of this sentence; None where no named body, or more than one, can be meant.
    """
    token = tree.tokens[i]
    told = [d for d in nearest(scene.told, before=tree.sentence.start, reach=_REACH) if d.status == "happened" and not d.recurrent]
    if tree.low[i] == "they" and token.upos == "PRON":
        return _at(scene, tree, i, _who_did_last(tree, i, told))
    if token.upos != "NOUN" or not _is_taken_up(tree, i):
        return None
    if tree.lemma[i] in words_of("triggers", "doing_nouns"):
        if token.deprel not in ("nsubj", "obl:agent") and tree.case(i) != "by":
            return None  # "five of the attackers were killed" stays in words
        doing = next((d.initiator for d in told if d.type in ("ASSAULT", "COERCE") and d.initiator), ())
        return _at(scene, tree, i, doing[0] if len(doing) == 1 else None)
    if tree.lemma[i] in words_of("triggers", "state_people"):
        return _at(scene, tree, i, _only_of_kind(scene, told, _STATE_KINDS, lemma=tree.lemma[i]))
    if tree.low[i] in words_of("names", "fighting_body"):
        return _at(scene, tree, i, _only_of_kind(scene, told, _GROUP_KINDS, lemma=tree.lemma[i]))
    return None


def sides_told(scene: Scene, tree: Tree, i: int) -> list[Party]:
    """Give the two that "the two sides", "both parties" or "the warring factions" are.

    Args:
        scene: The document being read, with what its section has told so far.
        tree: The sentence.
        i: Position of the nominal's head.

    Returns:
        The two named sides of the nearest happening that has two; empty for any other words, or where none was told.
    """
    if tree.lemma[i] not in words_of("triggers", "side_nouns") or not _are_two(tree, i):
        return []
    for draft in nearest(scene.told, before=tree.tokens[i].start, reach=_REACH):
        named = {p.referent: p for p in (*draft.initiator, *draft.target) if _is_body(scene, p)}
        if len(named) == _TWO:
            return [party for p in named.values() if (party := _at(scene, tree, i, p)) is not None]
    pair = [m for m in scene.topic.pair if m.cls == "org"]
    return [_of_member(scene, tree, i, m) for m in pair] if len(pair) == _TWO else []


def bodies_within(scene: Scene, tree: Tree, i: int) -> list[Party]:
    """Give the bodies that a noun for armed people names beside itself.

    "Soldiers calling themselves the X", "troops of the regional force X", "the combined forces of X and Y".

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the noun.

    Returns:
        Named bodies in text order; empty where the words name none in such a way.
    """
    if scene.spot_at(tree, i) is not None or not {tree.low[i], tree.lemma[i]} & words_of("people", "members"):
        return []
    called = [m for k in tree.children(i, "acl", "acl:relcl") if tree.lemma[k] in CALLING for m in tree.children(k, "xcomp", "obj", "obl")]
    called = [m for m in called if scene.member_at(tree, m, "org") is not None]
    owned = [k for case, k in tree.obliques(i) if case == "of"]
    beside = [m for k in (i, *owned) for m in tree.children(k, "appos", "flat") if owned and m - 1 in owned]
    joined = [m for k in owned if scene.member_at(tree, k, "org") is not None for m in tree.conjuncts(k)]
    heads = called or beside or (joined if len(joined) > 1 else [])
    return [party for k in heads if (party := scene.organisation(tree, k)) is not None]


def _who_did_last(tree: Tree, i: int, told: Sequence[EventDraft]) -> Party | None:
    """Give the one party that did what the sentence before tells, for a subject in the past tense."""
    last = next((d for d in told if tree.sentence.start - d.end <= _LAST), None)
    if last is None or len(last.initiator) != 1 or tree.tokens[i].deprel != "nsubj" or tree.lemma[tree.tokens[i].head] in sayings():
        return None
    return last.initiator[0]


def _is_taken_up(tree: Tree, i: int) -> bool:
    """Say whether a noun is definite and nothing beside it tells which it is."""
    definite = any(tree.low[k] in words_of("grammar", "definite_words") for k in tree.children(i, "det"))
    return definite and not tree.children(i, "nmod", "nmod:poss", "acl", "acl:relcl", "amod", "compound", "nummod", "appos", "nmod:desc")


def _are_two(tree: Tree, i: int) -> bool:
    """Say whether a noun is of two that the text knows: "the two sides", "both parties", "the warring factions", "the belligerents"."""
    beside = {tree.low[k] for k in tree.children(i, "det", "nummod", "amod", "det:predet")}
    if tree.children(i, "nmod", "nmod:poss", "acl:relcl", "acl", "appos", "compound"):
        return False
    known = "both" in beside or bool(beside & words_of("grammar", "definite_words"))
    extra = beside - words_of("grammar", "definite_words") - {"both", "two", "warring", "opposing", "rival", "same"}
    plain = tree.lemma[i] in ("side", "party", "belligerent", "adversary") or bool(beside & {"both", "two", "warring", "opposing"})
    return known and not extra and plain and tree.low[i] != tree.lemma[i]


def _only_of_kind(scene: Scene, told: Iterable[EventDraft], kinds: tuple[str, ...], *, lemma: str) -> Party | None:
    """Give the only party told before that is a body of some kinds, one called by the same noun first."""
    parties = [p for d in told for p in (*d.initiator, *d.target)]
    alike = [p for p in parties if lemma in {w.removesuffix("s") for w in p.words.lower().split()}]
    for some in (alike, parties):
        if some is alike and any(p.referent is None for p in some):
            return None  # "the soldiers" are those told of in words before
        found = {p.referent: p for p in some if (m := scene.cast.holder_of(p.referent)) is not None and m.kind in kinds}
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def _is_body(scene: Scene, party: Party) -> bool:
    member = scene.cast.holder_of(party.referent)
    return member is not None and member.cls in ("org", "place")


def _at(scene: Scene, tree: Tree, i: int, party: Party | None) -> Party | None:
    """Put a party told before at the words that mean it here; a named one only, or whoever "they" are in words."""
    if party is None:
        return None
    member = scene.cast.holder_of(party.referent)
    if member is None:
        token = tree.tokens[i]
        plain = party.referent is None and token.upos == "PRON" and party.how == "words"
        return replace(party, how="pronoun", start=token.start, end=token.end) if plain else None
    return _of_member(scene, tree, i, member)


def _of_member(scene: Scene, tree: Tree, i: int, member: Member) -> Party:
    token = tree.tokens[i]
    start, end = (token.start, token.end) if token.upos == "PRON" else tree.nominal_extent(i)
    return scene.named(member, how="topic", start=start, end=end)
