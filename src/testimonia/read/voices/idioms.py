"""Sayings whose verb is none of saying: "the ministry has it that", "made it known that", "what the ministry says is that"."""

from collections.abc import Iterator

from testimonia.read.lexicon import words_of
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.read.voices.carriers import is_marked_that
from testimonia.read.voices.cues import Saying, noun_stances, stances

_OPENLY = frozenset(("known", "clear", "plain", "public"))


def made_known(tree: Tree, i: int) -> Iterator[Saying]:
    """Read the idioms of "it": "has it that", "made it known that", "let it be known that".

    Args:
        tree: The sentence.
        i: Position of the verb that has "it".

    Yields:
        The saying, if it is one of these.
    """
    if tree.lemma[i] not in ("have", "make", "let") or tree.is_negated(i):
        return
    below = [*tree.children(i, "expl", "obj"), *(m for k in tree.children(i, "xcomp", "ccomp") for m in tree.children(k, *SUBJECTS))]
    if not any(tree.low[k] == "it" for k in below):
        return
    openly = [k for k in tree.children(i, "xcomp", "ccomp") if tree.low[k] in _OPENLY]
    holders = [i] if tree.lemma[i] == "have" else openly
    clauses = [k for holder in holders for k in tree.children(holder, "ccomp", "advcl", "csubj") if is_marked_that(tree, k)]
    speaker = next(iter(tree.agents(i)), None)
    if clauses and speaker is not None:
        yield Saying(i, speaker, tuple((*tree.extent(k), None) for k in clauses), "asserted")


def turned_round(tree: Tree) -> Iterator[Saying]:
    """Read sayings that are the subject of what is said: "What residents say is that", "The ministry's version is that".

    Args:
        tree: The sentence.

    Yields:
        A saying for each such subject.
    """
    for token in tree.tokens:
        if token.deprel != "nsubj:outer" or not is_marked_that(tree, token.head):
            continue
        mark = next(k for k in tree.children(token.head, "mark") if tree.low[k] == "that")
        content = ((tree.tokens[mark].start, tree.extent(token.head)[1], None),)
        lemma = token.lemma.lower()
        if lemma in noun_stances() or lemma in words_of("voices", "own_words"):
            owner = next(iter(tree.children(token.i, "nmod:poss")), None)
            if owner is None:
                owner = next((k for case, k in tree.obliques(token.i) if case in ("of", "by", "from")), None)
            if owner is not None and tree.low[owner] not in ("my", "our", "your"):
                yield Saying(token.i, owner, content, noun_stances().get(lemma, "asserted"))
        for k in tree.children(token.i, "acl:relcl"):
            if tree.lemma[k] in stances() and tree.agents(k) and not tree.is_negated(k):
                yield Saying(k, tree.agents(k)[0], content, stances()[tree.lemma[k]])
