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
        return agents or [k for x in tree.children(i, "xcomp") for case, k in tree.obliques(x) if case == "by"] or _in_them(tree, i)
    if tree.tokens[i].lemma.lower() == "leave":
        return [a for a in agents if a < i]
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


def _in_them(tree: Tree, i: int) -> list[int]:
    """Give who did what the victims died in: "X carried out 200 attacks, and in them 70 people were killed"."""
    if tree.tokens[i].deprel != "conj" or tree.tokens[i].head < 0:
        return []
    inside = any(case == "in" and tree.tokens[k].text.lower() in ("them", "it", "these", "which") for case, k in tree.obliques(i))
    return tree.agents(tree.tokens[i].head) if inside else []


def companions_of(tree: Tree, heads: list[int]) -> list[int]:
    """Give who goes along with somebody who acts: "soldiers, accompanied by militiamen, burned".

    Args:
        tree: The sentence.
        heads: Heads of the agents.

    Returns:
        Positions of the nominals.
    """
    along = words_of("triggers", "companion_verbs")
    verbs = [k for a in heads for k in tree.children(a, "acl") if tree.tokens[k].lemma.lower() in along]
    return [k for verb in verbs for case, k in tree.obliques(verb) if case == "by"]


def _before_participle(tree: Tree, i: int) -> list[int]:
    """Give the subject that the parse hung on a participle between commas: "X, paid by Y, killed five"."""
    for k in tree.children(i, "advcl", "parataxis", "acl", "ccomp"):
        for subject in tree.children(k, *SUBJECTS) if k < i else ():
            if subject + 1 < k and tree.tokens[tree.nominal(subject)[-1] + 1].text == ",":
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
