"""Read whether an event is told as having happened, or as planned, threatened, denied or merely possible."""

from testimonia.model.kinds import Status
from testimonia.read.events.demands import demand_over
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.syntax import SUBJECTS, Tree

_REAL = frozenset(
    [
        "manage",
        "help",
        "begin",
        "start",
        "continue",
        "force",
        "cause",
        "lead",
        "use",
        "go",
        "fly",
        "travel",
        "rush",
        "succeed",
        "proceed",
        "return",
        "enable",
        "able",
    ]
)
"""Verbs whose infinitive tells of what came about."""
_FAILING = frozenset(["fail", "abstain", "refrain"])
_REFUSING = frozenset(["refuse", "decline"])
"""A refusal is a position, and no event that did not happen."""
_POSSIBLE = frozenset(["may", "might", "could", "can", "would", "should", "must"])
_OUTLOOKS: dict[str, Status] = {
    **dict.fromkeys(("plan", "plot", "attempt", "preparation", "intention", "bid", "effort"), "planned"),
    **dict.fromkeys(("threat", "threaten"), "threatened"),
    **dict.fromkeys(("risk", "fear", "possibility", "prospect", "danger", "likelihood", "warning"), "hypothetical"),
}
"""Nouns over an event that has not happened: "a plan for an attack", "fears of an attack"."""
_QUALIFIED: dict[str, Status] = {
    **dict.fromkeys(("planned", "foiled", "thwarted", "failed", "attempted", "averted", "upcoming", "imminent", "intended"), "planned"),
    **dict.fromkeys(("possible", "potential", "hypothetical", "future", "likely", "feared"), "hypothetical"),
    **dict.fromkeys(("threatened",), "threatened"),
}
"""Adjectives of an event that has not happened: "a planned attack"."""
_STEPS = 5
"""How many governors are asked; a trigger seldom stands deeper under what makes it unreal."""


def status_of(tree: Tree, i: int) -> Status:
    """Tell from the words around a trigger whether it is told as having happened.

    Args:
        tree: The sentence.
        i: Position of the trigger.

    Returns:
        A status of the codebook, before voices are considered.
    """
    for k in tree.children(i, "amod"):
        if tree.tokens[k].text.lower() in _QUALIFIED:
            return _QUALIFIED[tree.tokens[k].text.lower()]
    if demand_over(tree, i) is not None:
        return "hypothetical"
    at = i
    for _ in range(_STEPS):
        if tree.is_negated(at):
            return "denied"
        token = tree.tokens[at]
        governor = tree.tokens[token.head].lemma.lower() if token.head >= 0 else ""
        told = _by_governor(tree, at, governor) or (_unreal(tree, at, governor) if tree.is_unreal(at) else None)
        if told is not None:
            return told
        if not _climbs(tree, at, governor):
            return "happened"
        at = token.head
    return "happened"


def _by_governor(tree: Tree, at: int, governor: str) -> Status | None:
    relation = tree.tokens[at].deprel
    if relation in ("obj", "nsubj:pass", "xcomp", "ccomp", "obl", "advcl") and governor in words_of("triggers", "foiling_verbs"):
        return "planned" if relation != "obl" or tree.case(at) in ("for", "from") else None
    if relation in ("xcomp", "obj") and governor in _FAILING:
        return "denied"
    if relation == "xcomp" and governor == "go" and tree.tokens[tree.tokens[at].head].text.lower() == "going":
        return "planned"
    if relation == "xcomp" and governor in _REFUSING:
        return "hypothetical"
    if relation in ("nmod", "acl", "advcl", "obj") and governor in _OUTLOOKS:
        return _OUTLOOKS[governor]
    if relation in ("advcl", "acl", "ccomp", "obl", "xcomp") and governor == "aim":
        return "planned"  # "an offensive aimed at recapturing X"
    if relation in ("obj", "nsubj:pass") and governor == "threaten":
        return "threatened"
    return None


def _unreal(tree: Tree, at: int, governor: str) -> Status:
    modals = {tree.tokens[k].text.lower() for k in tree.children(at, "aux")}
    if governor in words_of("triggers", "asking_verbs") and tree.tokens[at].deprel in ("xcomp", "ccomp", "advcl"):
        return "hypothetical"
    if governor in words_of("triggers", "threatening_verbs"):
        return "threatened"
    if governor == "warn":
        return "hypothetical" if modals & {"may", "might", "could", "can"} else "threatened"
    if governor in _REAL:
        return "happened"
    if modals & _POSSIBLE:
        return "hypothetical"
    return "planned" if not tree.children(at, "mark") or _mark(tree, at) != "if" else "hypothetical"


def _mark(tree: Tree, at: int) -> str:
    return next((tree.tokens[k].text.lower() for k in tree.children(at, "mark")), "")


def _climbs(tree: Tree, at: int, governor: str) -> bool:
    """Say whether what holds of the governor holds of a trigger: of a light verb, a conjunct without a subject of its own, an xcomp."""
    token = tree.tokens[at]
    if token.head < 0 or tree.tokens[token.head].upos not in ("VERB", "NOUN"):
        return False
    if token.deprel == "conj":
        return not tree.children(at, *SUBJECTS)
    if token.upos == "VERB":
        return token.deprel == "xcomp" or (token.deprel in ("nmod", "obl", "obj") and governor in words_of("triggers", "light"))
    return token.deprel in ("obj", "nsubj", "nsubj:pass", "obl", "nmod") and (
        governor in any_of(("triggers", "light"), ("triggers", "repelling_verbs")) or governor in ("part", "responsibility")
    )
