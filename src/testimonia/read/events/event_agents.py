"""Find who does what a verb tells, also where the subject stands further off than grammar books have it.

"X, guided by Y, came at dawn, shot ..." (an earlier clause of the same rank), "X, paid by Y, killed ..." (before a participle that the
parse took for the verb), "were let go by X" (under the inner verb), "was accused by Y of killing", "X is known for operations, including
attacks on Y" (above a series).
"""

from testimonia.read.events.happenings import noun_trigger_at
from testimonia.read.lexicon import words_of
from testimonia.read.syntax import SUBJECTS, Tree

_BESIDE = ("ccomp", "parataxis", "conj", "advcl")
EXAMPLES = frozenset(["including", "such as", "like", "notably"])
"""Prepositions of what stands for several: "operations, including raids on Y"."""


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
        if tree.lemma[i] == "engage" and any(case == "with" for case, _ in tree.obliques(i)):
            subject = tree.subject(i)
            return [] if subject is None else tree.conjuncts(subject)  # "they were engaged with X"
        inner = [*tree.children(i, "xcomp"), *(k for _, k in tree.obliques(i))]  # "handed over to Y by X": the parse may hang it on Y
        return agents or [k for x in inner for case, k in tree.obliques(x) if case == "by"] or _at_hands(tree, i) or _in_them(tree, i)
    if tree.tokens[i].lemma.lower() == "leave":
        return [a for a in agents if a < i]
    if not agents or min(agents) > i:
        return _before_participle(tree, i) or _of_clause_before(tree, i) or agents
    return agents


def agents_above(tree: Tree, i: int) -> list[int]:
    """Give the heads of who does what a noun or a form in -ing tells, where the words over it say so.

    "X is known for attacks on Y", "X was involved in raids", "X carried out operations, including attacks on Y and shelling a base": the
    whole series has one doer.

    Args:
        tree: The sentence.
        i: Position of the noun or verb.

    Returns:
        Positions, conjuncts included; empty where nobody is told.
    """
    at = series_of(tree, i)
    above = tree.tokens[at].head
    owners = tree.children(at, "nmod:poss") if at != i else []
    if owners or above < 0 or tree.tokens[at].deprel in SUBJECTS:
        return owners
    lemma = tree.tokens[above].lemma.lower()
    if lemma in words_of("triggers", "involving_words") and tree.case(at) not in ("", "by"):
        subject = None if tree.is_negated(above) else tree.subject(above)
        return [] if subject is None else tree.conjuncts(subject)
    if at != i and tree.tokens[above].upos == "VERB" and lemma in words_of("triggers", "light"):
        return [k for k in tree.agents(above) if k != at]
    return []


def series_of(tree: Tree, i: int) -> int:
    """Give the noun that an event is an example of, itself or with what it is coordinated with.

    Args:
        tree: The sentence.
        i: Position of the noun or form in -ing: "raids" in "operations, including attacks on Y and raids on Z".

    Returns:
        Position of "operations"; of the first conjunct where it is an example of nothing; `i` where it stands alone.
    """
    at, climbed = i, False
    while (head := tree.tokens[at].head) >= 0:
        relation, case = tree.tokens[at].deprel, tree.case(at)
        if case in EXAMPLES and tree.tokens[head].upos in ("VERB", "ADJ"):
            # the parse may hang the examples on the verb: "was involved in operations, including raids"
            before = [k for k in tree.children(head, "obl", "obj") if k < at and _is_event_noun(tree, k)]
            if not before:
                break
            at, climbed = before[-1], True
            continue
        if case in EXAMPLES or relation == "conj":
            climbed = True
        elif not (climbed and relation == "nmod" and case in ("on", "against", "of", "at") and _is_event_noun(tree, head)):
            break  # the parse hangs "raids" on the target before it: "attacks on posts and raids"
        if tree.tokens[head].upos in ("VERB", "AUX") and tree.tokens[at].upos != "VERB":
            break
        at = head
    return at


def counted_series(tree: Tree, i: int) -> int | None:
    """Give the noun of event whose count an event only breaks down: "carried out 400 operations, including 100 clashes, shelling 25 posts".

    Args:
        tree: The sentence.
        i: Position of the noun or form in -ing.

    Returns:
        Position of the counted noun, or None.
    """
    found, at = None, i
    while (head := tree.tokens[at].head) >= 0:
        relation = tree.tokens[at].deprel
        if tree.tokens[at].upos == "VERB" and not (is_ing(tree, at) and relation in ("acl", "advcl", "conj")):
            break
        if tree.tokens[at].upos != "VERB" and relation != "conj" and tree.case(at) not in EXAMPLES:
            break
        if tree.tokens[head].upos == "VERB" and not is_ing(tree, head):
            counted = [k for k in tree.children(head, "obj", "nsubj:pass") if k < at and _is_event_noun(tree, k)]
            head = counted[-1] if counted else head
        at = head
        if _is_event_noun(tree, at) and any(k < at for k in tree.children(at, "nummod")):
            found = at
    return found


def is_ing(tree: Tree, i: int) -> bool:
    """Say whether a token is a verb in -ing, whatever the parse makes of it.

    Args:
        tree: The sentence.
        i: Position of the token.

    Returns:
        True for "shelling" in "carried out attacks, shelling posts".
    """
    return tree.tokens[i].upos == "VERB" and tree.low[i].endswith("ing")


def _is_event_noun(tree: Tree, i: int) -> bool:
    return noun_trigger_at(tree, i) is not None


def _accused(tree: Tree, i: int) -> list[int]:
    """Give who is accused of what a participle tells: "X was accused by Y of killing"; the parse may hang it on Y."""
    at = tree.tokens[i].head
    if at < 0 or tree.tokens[i].deprel not in ("acl", "advcl"):
        return []
    verb = at if tree.tokens[at].upos == "VERB" else tree.tokens[at].head
    if verb < 0 or tree.tokens[verb].lemma.lower() not in words_of("triggers", "accusing_verbs"):
        return []
    return [k for o in tree.objects(verb) for k in tree.conjuncts(o)]


def _at_hands(tree: Tree, i: int) -> list[int]:
    """Give at whose hands somebody suffers it: "were killed at the hands of X"."""
    hands = [k for case, k in tree.obliques(i) if case == "at" and tree.lemma[k] == "hand"]
    return [m for k in hands for case, owner in tree.obliques(k) if case == "of" for m in tree.conjuncts(owner)]


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
