"""Find what is only asked for: "called for the withdrawal of X", "demanded the release of Y", "a plea for a ceasefire".

What somebody asks for has not happened. Where it is a concession, talks or help, the asking is an event of its own (REQUEST).
"""

from dataclasses import dataclass

from testimonia.model.kinds import EventType
from testimonia.read.lexicon import words_of
from testimonia.read.syntax import Tree

_MODES: dict[EventType, str] = {"RETREAT": "yield", "CONSULT": "meet", "AGREE": "meet", "AID": "assist"}
"""Types of what is asked for in words, with the mode of asking (codebook, REQUEST); of an attack or an arrest only the wish is told."""
_FOR = ("for", "to", "with", "of")
_STEPS = 4
"""How many governors are asked: "asked for the beginning of the withdrawal of X"."""


@dataclass(frozen=True, slots=True)
class Demand:
    """Who asks, in the heads of nominals; of whom; `cue` is the word that says so, `formal` whether it is asked of somebody in words."""

    cue: int
    askers: tuple[int, ...]
    asked: tuple[int, ...]
    formal: bool


def mode_asked(kind: EventType) -> str | None:
    """Give the mode of asking for a kind of event.

    Args:
        kind: The type of what is asked for.

    Returns:
        A mode of REQUEST; None where asking for it is no event.
    """
    return _MODES.get(kind)


def demand_over(tree: Tree, i: int) -> Demand | None:
    """Give the demand under which a noun of event stands.

    Args:
        tree: The sentence.
        i: Position of the noun.

    Returns:
        The demand, or None where nobody only asks for it.
    """
    at = i
    for _ in range(_STEPS):
        token = tree.tokens[at]
        if token.head < 0:
            return None
        if token.deprel != "conj":
            cue, case = token.head, tree.case(at).split(" ")[0]
            if token.deprel in ("obj", "nsubj:pass") and _is_verb(tree, cue, "demanding_verbs"):
                return _of_verb(tree, cue)
            if token.deprel in ("obl", "nmod", "advcl") and _is_verb(tree, cue, "pleading_verbs") and case in ("for", "on", "upon"):
                return _of_verb(tree, cue)
            if token.deprel == "nmod" and case in _FOR and tree.lemma[cue] in words_of("triggers", "demand_nouns"):
                return _of_noun(tree, cue)
            if not (token.deprel == "nmod" and tree.lemma[cue] in words_of("triggers", "onset_nouns")):
                return None
        at = token.head
    return None


def _is_verb(tree: Tree, i: int, words: str) -> bool:
    return tree.tokens[i].upos == "VERB" and tree.lemma[i] in words_of("triggers", words)


def _of_verb(tree: Tree, i: int) -> Demand:
    asked = [k for case, k in tree.obliques(i) if case in ("on", "upon", "from", "of", "with") and tree.tokens[k].upos != "NUM"]
    formal = tree.lemma[i] not in words_of("triggers", "wishing_verbs")
    return Demand(i, tuple(tree.agents(i)), tuple(asked), formal)


def _of_noun(tree: Tree, i: int) -> Demand:
    """ "X's demand for", "the appeal by X for", "X issued a call for"."""
    owners = [*tree.children(i, "nmod:poss"), *(k for case, k in tree.obliques(i) if case in ("by", "from"))]
    head = tree.tokens[i].head
    issued = head >= 0 and tree.tokens[i].deprel == "obj" and tree.lemma[head] in words_of("voices", "light_verbs")
    asked = [k for case, k in tree.obliques(i) if case in ("to", "on")]
    return Demand(i, tuple(owners or (tree.agents(head) if issued else ())), tuple(asked), True)
