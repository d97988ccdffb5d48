"""Which public role a sentence tells of whoever bears a name, also where no body is named in which the role is held.

Who leads, founds or speaks for a body, named or not, is no private person: "the faction led by X", "whose founder, X,", "X's fighters".
In which body a role is held is read from claims; here it is only told that the person has one.
"""

from collections.abc import Sequence
from functools import cache

from testimonia.read.lexicon import any_of, table, words_of
from testimonia.read.names.around import Around
from testimonia.read.parser.records import Token
from testimonia.read.syntax import SUBJECTS, Tree

_UNSURE = frozenset(("not", "n't", "never", "would", "could", "might", "may"))
_CHAIN = 3
"""Nouns with "of" between a role and the name after it: "the prime minister of its government in exile, X"."""


def role_told(a: Around) -> str | None:
    """Give the public role that a sentence tells of whoever bears a name.

    Args:
        a: The name in its sentence.

    Returns:
        The role as it is written down, None where none is told.
    """
    if a.governor is not None and a.governor.text.lower() == "alias" and a.governor.head >= 0:  # "led by alias X"
        tree, alias = a.tree, a.governor
        a = Around(tree, alias.i, alias, tree.tokens[alias.head], tree.lemma[alias.head], tree.case(alias.i), None, None)
    above = None if a.governor is None else _role_of_leading(a, a.governor) or _role_of_owner(a, a.governor) or _role_before(a, a.governor)
    return above or _role_in([k for k in a.tree.children(a.head, "appos") if not a.tree.case(k)], a.tree)


def _role_of_leading(a: Around, verb: Token) -> str | None:
    """Give the role of who leads or founds a body: "the group led by X", "X commands a brigade", "X (run by Y)"."""
    tree, relation = a.tree, a.token.deprel
    role = table("people", "leading_verbs").get(a.lemma)
    if verb.upos != "VERB" or role is None or any(tree.low[k] in _UNSURE for k in tree.children(verb.i, "advmod", "aux")):
        return None
    if relation == "nsubj":
        led = next(iter(tree.children(verb.i, "obj")), None)
    elif relation in ("obl:agent", "obl") and a.case == "by":
        if verb.head < 0 and tree.subject(verb.i) is None:
            return role if a.lemma in words_of("names", "leading") else None
        led = verb.head if verb.deprel.startswith("acl") else tree.subject(verb.i)
    else:
        return None
    return role if led is not None and (tree.tokens[led].upos == "PROPN" or tree.low[led] in _led()) else None


def _role_of_owner(a: Around, governor: Token) -> str | None:
    """Give the role of whose a body is: "X's faction", "the government of X", "a group under X", "forces loyal to X"."""
    relation, noun = a.token.deprel, governor.text.lower()
    if relation == "nmod:poss":
        told = noun in any_of(("people", "own_bodies"), ("names", "leadership"))
    elif a.case == "of" and relation == "nmod":
        told = noun in any_of(("people", "own_bodies"), ("people", "rulers"), ("names", "leadership"))
    elif a.case == "under" and relation in ("obl", "nmod"):
        told = a.lemma not in words_of("people", "learning_verbs")
    else:
        told = a.case == "to" and a.lemma == "loyal"
    return "leader" if told else None


def _role_before(a: Around, governor: Token) -> str | None:
    """Give the role of a noun that a name stands beside in apposition or a list, or that it is said to be."""
    tree, relation, noun = a.tree, a.token.deprel, governor.i
    if (relation == "conj" and governor.upos == "PROPN") or (relation == "appos" and tree.children(a.head, "conj")):
        told = _role_of_list(tree, a.token)
        if told is not None:
            return told
    if relation == "appos" and a.case == "":
        chain = [noun]
        while len(chain) <= _CHAIN and tree.tokens[chain[-1]].deprel == "nmod" and tree.tokens[chain[-1]].head >= 0:
            chain.append(tree.tokens[chain[-1]].head)
        return _role_in(chain, tree)
    said = relation in SUBJECTS and governor.upos == "NOUN" and tree.children(noun, "cop")
    denied = any(tree.low[k] in _UNSURE for k in tree.children(noun, "advmod", "aux"))
    return _role_in([noun], tree) if said and not denied else None


def _role_in(nouns: Sequence[int], tree: Tree) -> str | None:
    return next((role for k in nouns if (role := _office(tree, k)) is not None), None)


def _role_of_list(tree: Tree, first: Token) -> str | None:
    """Give the role that a plural tells of all names of a list: "its founders, X and Y", "commanders X and Y"."""
    while first.deprel == "conj" and tree.tokens[first.head].upos == "PROPN":
        first = tree.tokens[first.head]
    above = first.head if first.deprel == "appos" else first.i - 1
    plural = above >= 0 and tree.tokens[above].upos == "NOUN" and tree.low[above] == tree.lemma[above] + "s"
    lesser = any_of(("people", "lesser_roles"), ("people", "roles_within"))
    return table("people", "roles").get(tree.lemma[above]) if plural and tree.lemma[above] not in lesser else None


def _office(tree: Tree, i: int) -> str | None:
    """Give the role of a noun in the singular that tells of command or of a public office; lesser ones only with what they are in."""
    lemma = tree.lemma[i]
    if tree.tokens[i].upos not in ("NOUN", "PROPN") or tree.low[i] != lemma or lemma in words_of("people", "lesser_roles"):
        return None
    if lemma in words_of("people", "roles_within"):
        held_in = tree.children(i, "nmod", "nmod:poss", "compound")
        if not any(tree.tokens[k].upos == "PROPN" or tree.low[k] in _led() | _offices() for k in held_in):
            return None  # "head of a family"
    return table("people", "roles").get(lemma) or table("people", "roles").get(lemma.rsplit("-", 1)[-1])


@cache
def _led() -> frozenset[str]:
    """Nouns for what only somebody with a public role leads: bodies, their people and parts, revolts."""
    return any_of(
        ("people", "generic_groups"),
        ("people", "members"),
        ("names", "plural_bodies"),
        ("names", "further_bodies"),
        ("people", "rulers"),
        ("people", "led_parts"),
    )


@cache
def _offices() -> frozenset[str]:
    """Nouns for what a head, chief or deputy holds a public role in, beside bodies."""
    return any_of(("people", "inner_parts"), ("people", "office_nouns"), ("people", "parts_of_bodies"), ("people", "public_bodies"))
