"""Find who does what a verb tells, also where the subject stands further off than grammar books have it.

"X, guided by Y, came at dawn, shot ..." (an earlier clause of the same rank), "X, paid by Y, killed ..." (before a participle that the
parse took for the verb), "were let go by X" (under the inner verb), "was accused by Y of killing".
"""

from testimonia.read.lexicon import words_of
from testimonia.read.syntax import SUBJECTS, Tree

_BESIDE = ("ccomp", "parataxis", "conj", "advcl")


def agents_of(tree: Tree, i: int) -> list[int]:
    """Give the heads of who does what a verb tells.

    Args:
        tree: The sentence.
        i: Position of the verb.

    Returns:
        Positions, conjuncts included; empty where nobody is told.
    """
    accused = _accused(tree, i)
    if accused:
        return accused
    agents = tree.agents(i)
    if tree.is_passive(i):
        return agents or [k for x in tree.children(i, "xcomp") for case, k in tree.obliques(x) if case == "by"]
    if not agents or min(agents) > i:
        return _before_participle(tree, i) or _of_clause_before(tree, i) or agents
    return agents


def _accused(tree: Tree, i: int) -> list[int]:
    """Give who is accused of what a participle tells: "X was accused by Y of killing"; the parse may hang it on Y."""
    at = tree.tokens[i].head
    if at < 0 or tree.tokens[i].deprel not in ("acl", "advcl"):
        return []
    verb = at if tree.tokens[at].upos == "VERB" else tree.tokens[at].head
    if verb < 0 or tree.tokens[verb].lemma.lower() not in words_of("triggers", "accusing_verbs"):
        return []
    return [k for o in tree.objects(verb) for k in tree.conjuncts(o)]


def _before_participle(tree: Tree, i: int) -> list[int]:
    """Give the subject that the parse hung on a participle between commas: "X, paid by Y, killed five"."""
    for k in tree.children(i, "advcl", "parataxis", "acl", "ccomp"):
        if k > i or "VerbForm=Part" not in tree.tokens[k].feats:
            continue
        for subject in tree.children(k, *SUBJECTS):
            if subject + 1 < k and any(tree.tokens[m].text == "," for m in range(subject + 1, k)):
                return tree.conjuncts(subject)
    return []


def _of_clause_before(tree: Tree, i: int) -> list[int]:
    """Give the subject of the clause just before one of the same rank that has none: "that soldiers came at dawn, shot residents"."""
    token = tree.tokens[i]
    if token.head < 0 or token.deprel not in _BESIDE or "VerbForm=Fin" not in token.feats or tree.children(i, "mark", *SUBJECTS):
        return []
    for k in reversed([k for k in tree.children(token.head, token.deprel) if k < i]):
        for subject in tree.children(k, *SUBJECTS):
            return tree.conjuncts(tree.antecedent(subject))
    return []
