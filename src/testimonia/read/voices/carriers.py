"""Phrases and nouns that carry what somebody says: "according to X", "in X's words", "the claim by X that", "reports that"."""

from collections.abc import Iterator

from testimonia.model.kinds import Stance
from testimonia.read.events.armed import is_animate
from testimonia.read.lexicon import words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.read.voices.cues import Saying, Stretch, noun_stances, stances

_NOMINALS = ("NOUN", "PROPN", "PRON")


def according(tree: Tree, i: int) -> Iterator[Saying]:
    """ "According to X" carries the sentence that it stands in.

    Args:
        tree: The sentence.
        i: Position of "according".

    Yields:
        The saying, if somebody follows.
    """
    token = tree.tokens[i]
    nominal = token.head if token.deprel == "case" else next((k for case, k in tree.obliques(i) if case.endswith("to")), None)
    if nominal is None and token.head >= 0:
        nominal = next((k for k in tree.subtree(token.head) if k > i and tree.tokens[k].upos in _NOMINALS), None)
    if nominal is None or tree.lemma[nominal] in words_of("voices", "norms"):
        return
    inner = [tree.tokens[k] for k in tree.subtree(nominal) if tree.tokens[k].deprel != "punct"]  # a far comma may hang on it
    start, end = inner[0].start, inner[-1].end
    stance = noun_stances().get(tree.lemma[nominal], "asserted")  # "according to estimates by X"
    yield Saying(i, nominal, (_around(tree, nominal, min(start, token.start), end),), stance)


def per(scene: Scene, tree: Tree, i: int) -> Iterator[Saying]:
    """ "Per the ministry, ..." carries its sentence; "per day" does not.

    Args:
        scene: The document being read, at this sentence.
        tree: The sentence.
        i: Position of "per".

    Yields:
        The saying, if somebody who speaks follows.
    """
    nominal = tree.tokens[i].head
    if nominal > i and tree.tokens[nominal].deprel == "obl" and is_animate(scene, tree, nominal):
        set_off = i == 0 or tree.low[i - 1] == ","
        if set_off and tree.low[i - 1] != "as":
            yield Saying(i, nominal, (_around(tree, nominal, tree.tokens[i].start, tree.nominal_extent(nominal)[1]),), "asserted")


def in_words_of(tree: Tree, i: int) -> Iterator[Saying]:
    """ "In X's words", "in the opinion of X" carry their sentence as "according to X" does.

    Args:
        tree: The sentence.
        i: Position of the noun.

    Yields:
        The saying, if somebody's words they are.
    """
    if tree.case(i).split(" ")[0] not in ("in", "by", "on"):
        return
    owner = next(iter(tree.children(i, "nmod:poss")), None)
    if owner is None and tree.children(i, "det"):  # "in the view of X", not "in view of the rain"
        owner = next((k for case, k in tree.obliques(i) if case == "of"), None)
    if owner is not None and tree.low[owner] not in ("my", "our", "your"):
        yield Saying(i, owner, (_around(tree, i, *tree.extent(i)),), "asserted")


def by_noun(scene: Scene, tree: Tree, i: int, stance: Stance | None) -> Iterator[Saying]:
    """A noun of saying carries its clause: "the government's allegation that", "came to the conclusion that".

    Args:
        scene: The document being read, at this sentence.
        tree: The sentence.
        i: Position of the noun.
        stance: What the noun gives; None for an attitude ("the hope that").

    Yields:
        The saying, if there is a clause.
    """
    contents = [k for k in tree.children(i, "acl", "acl:relcl", "ccomp") if is_marked_that(tree, k)]
    for _, k in tree.obliques(i):  # "the claim by the ministry that", "reports on the radio that": the clause hangs on the last noun
        contents += [m for m in tree.children(k, "acl", "acl:relcl") if is_marked_that(tree, m) and tree.children(m, *SUBJECTS)]
    is_condemning = tree.tokens[i].lemma.lower() in words_of("voices", "condemning_nouns")
    if is_condemning:
        contents += [k for case, k in tree.obliques(i) if case in ("of", "for")]
    if not contents:
        return
    owner, denied = _owner(scene, tree, i, contents), False
    governor = tree.tokens[i].head
    if governor >= 0 and tree.tokens[i].deprel in ("obj", "obl"):
        verb = tree.tokens[governor].lemma.lower()
        if tree.tokens[i].deprel == "obj" and stances().get(verb) == "denied":
            if owner is None:
                owner, denied = next(iter(tree.agents(governor)), None), True  # "X rejected the allegation that"
        elif owner is None and (verb in words_of("voices", "light_verbs") or is_condemning):
            owner = next(iter(tree.agents(governor)), None)  # "X expressed condemnation for"
    if owner is None and stance == "asserted" and tree.tokens[i].lemma.lower() in words_of("voices", "hearsay_nouns"):
        stance = "reported_anonymous"  # "there were reports that"
    yield Saying(i, owner, tuple((*tree.extent(k), None) for k in contents), "denied" if denied else stance)


def is_marked_that(tree: Tree, i: int) -> bool:
    """Say whether a clause begins with "that" as its mark.

    Args:
        tree: The sentence.
        i: Position of the clause's head.

    Returns:
        False for relative clauses whose "that" is a subject or object.
    """
    return any(tree.tokens[k].text.lower() == "that" for k in tree.children(i, "mark"))


def _owner(scene: Scene, tree: Tree, i: int, contents: list[int]) -> int | None:
    """Give whose claim it is: "X's claim", "the claim by X", "a police report"."""
    owner = next(iter(tree.children(i, "nmod:poss")), None)
    if owner is None:
        owner = next((k for case, k in tree.obliques(i) if case in ("by", "from", "of") and k not in contents), None)
    if owner is None:
        owner = next((k for k in tree.children(i, "compound") if is_animate(scene, tree, k)), None)
    return owner


def _around(tree: Tree, i: int, low: int, high: int) -> Stretch:
    """Give the sentence around an oblique that carries it; a coordinated clause on its other side that has a saying of its own is out.

    Inside of what somebody else says ("The mayor said that, according to residents, ...") it carries that alone.
    """
    start, end = tree.sentence.start, tree.sentence.end
    at = tree.clause(i)
    while tree.tokens[at].deprel == "conj" and tree.tokens[at].upos in ("VERB", "AUX"):
        if i < at and tree.children(at, *SUBJECTS):
            return *tree.extent(at), (low, high)  # "A was burned, and according to residents B was looted"
        head = tree.tokens[at].head
        if tree.tokens[head].lemma.lower() in stances() and tree.children(head, "ccomp"):
            start = max(start, min(tree.extent(at)[0], low))
        at = head
    head = tree.tokens[at].head
    inside = tree.extent(at)
    if tree.tokens[at].deprel == "acl:relcl" and inside[0] <= low and high < inside[1]:
        return *inside, (low, high)  # "the X, which according to the police has 900 men, left"
    is_told = tree.tokens[at].deprel == "ccomp" and tree.tokens[head].lemma.lower() in stances() and tree.tokens[head].end <= inside[0]
    if is_told and inside[0] <= low and high < inside[1]:  # at the sentence's end it tells of the whole sentence
        return *inside, (low, high)
    for k in tree.children(at, "conj", "parataxis"):
        if k > i and tree.tokens[k].lemma.lower() in stances() and tree.children(k, *SUBJECTS):
            end = min(end, tree.extent(k)[0])
    return start, max(end, high), (low, high)
