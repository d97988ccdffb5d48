"""Read how strong a body is said to be: members, fighters, groups, factions."""

import re
from collections.abc import Iterator
from dataclasses import replace

from testimonia.model.claim import Value
from testimonia.model.kinds import Stance
from testimonia.model.party import Party
from testimonia.read.claims import strength_phrases
from testimonia.read.claims.drafts import Draft, cover, date_for, find_word, party_span, when
from testimonia.read.claims.strength_lines import read_strength_lines
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.listening import listens_for
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.numbers import StatedNumber

PREDICATES = ("strength",)

_COUNTERS = frozenset(["hundred", "thousand", "dozen", "ten", "score", "number", "some", "total"])
"""Nouns that count what follows: "dozens of fighters"."""
_COUNTING = frozenset(["media", "intergovernmental", "civil_org"])
"""Kinds of bodies that count others."""
_UNIT = "members"
"""The unit where the text counts a body's strength without a noun: "its strength is put at 2,000"."""
_OF_ANOTHER = re.compile(r"\b(?:that|those) of\b[^.;]{1,60}\bat\s+$")
"""Before a count that is of another body: "the strength of X at 1,500 and that of Y at 500"."""
_REACH = 3
"""How far above a noun a verb of harm still counts victims."""


@listens_for(("strength", "nouns"))
def read_strength(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text states how many members, fighters or groups a body has, commands, unites or consists of."""
    for number in scene.quantities(tree):
        at = find_word(tree, number.end - 1)
        noun = _counted(tree, at) if at is not None else None
        if noun is None or tree.tokens[noun].lemma.lower() not in words_of("strength", "nouns") or scene.spot_at(tree, noun) is not None:
            continue
        if any(tree.tokens[k].lemma.lower() in words_of("strength", "harm_verbs") for k in _ancestors(tree, noun)[:_REACH]):
            continue
        body = _having(scene, _body(scene, tree, noun) or _measured(scene, tree, noun) or _owning(scene, tree, noun))
        if body is not None and not tree.is_negated(tree.clause(noun)):
            yield _draft(scene, tree, number, noun, body, unit=tree.tokens[noun].text.lower())


@listens_for(("strength", "measure_verbs"), ("strength", "forces"))
def read_measures(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text puts a body's strength, membership or size at a number without saying what is counted."""
    for number in scene.quantities(tree):
        at = find_word(tree, number.end - 1)
        if at is None or _OF_ANOTHER.search(scene.text, tree.sentence.start, number.start) is not None:
            continue
        noun = _counted(tree, at)
        if noun is not None and tree.tokens[noun].lemma.lower() in words_of("strength", "nouns"):
            continue
        bare = noun in (None, at) or tree.tokens[at].upos == "NUM"
        body = _having(scene, _measured(scene, tree, at) or _of_a_force(scene, tree, at)) if bare else None
        clause = tree.clause(at)
        if body is None:
            continue
        if not tree.is_negated(clause):
            yield _draft(scene, tree, number, at, body, unit=_UNIT)
        elif tree.tokens[clause].lemma.lower() == "exceed":
            yield _draft(scene, tree, replace(number, low=None, high=number.low), at, body, unit=_UNIT)  # "never exceeded 500"


@listens_for("strong")
def read_strong_names(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text calls a body so and so many strong: "the 3,000-strong X", "X is 3,000 strong"."""
    for number in scene.quantities(tree):
        at = find_word(tree, number.end - 1)
        rest = scene.text[number.end : number.end + len("-strong")].lower()
        if at is None or rest[1:] != "strong":
            continue
        head = next((k for k in (at, *_ancestors(tree, at)) if scene.organisation(tree, k) is not None), None)
        strong = find_word(tree, number.end + 1)
        if head is None and strong is not None:
            head = tree.subject(tree.clause(strong))
        body = _having(scene, scene.organisation(tree, head)) if head is not None else None
        if body is not None:
            yield _draft(scene, tree, number, at, body, unit=_UNIT)


def _having(scene: Scene, body: Party | None) -> Party | None:
    """Keep a body that can have fighters or members of its own to count: not an office, a mission or a newspaper that counts."""
    member = None if body is None else scene.cast.holder_of(body.referent)
    return body if member is not None and member.kind not in _COUNTING else None


def _draft(scene: Scene, tree: Tree, number: StatedNumber, at: int, body: Party, *, unit: str) -> Draft:
    token = tree.tokens[at]
    edtf, basis = when(strength_phrases.date_beside(scene, number) or date_for(scene, tree, at))
    span = cover((number.start, number.end), (token.start, token.end), party_span(body), within=tree)
    value = Value(low=number.low, high=number.high, unit=unit)
    stance = _stance(tree, number, at)
    return Draft(
        "strength",
        body,
        *span,
        number.start,
        "strength.read_strength",
        number.words,
        value=value,
        edtf=edtf,
        basis=basis,
        stance=stance,
    )


def _stance(tree: Tree, number: StatedNumber, at: int) -> Stance | None:
    """Say whether the words make the figure an estimate: "an estimated 2,000", "estimates put", "is believed to have"."""
    words = set(number.words.lower().split())
    words.update(tree.tokens[k].text.lower() for k in (at, *tree.children(at)))
    for k in _ancestors(tree, at):
        words.add(tree.tokens[k].text.lower())
        words.update(
            tree.tokens[c].text.lower() for c in tree.children(k, "nsubj", "nsubj:pass", "nsubj:outer") if not tree.children(c, "nmod:poss")
        )
        if tree.tokens[k].upos == "VERB" and tree.tokens[k].deprel not in ("xcomp", "ccomp"):
            break
    return "estimated" if words & words_of("strength", "estimating") else None


def _counted(tree: Tree, i: int) -> int | None:
    """Give the noun that a number counts: its head, or the token itself where the number is the noun's phrase."""
    at = i
    for _ in range(4):
        token = tree.tokens[at]
        if token.upos in ("NOUN", "PROPN"):
            of = next((k for case, k in tree.obliques(at) if case == "of"), None)
            return of if of is not None and token.lemma.lower() in _COUNTERS else at
        if token.head < 0:
            return None
        if token.upos == "NUM" and at == i:
            of = next((k for case, k in tree.obliques(at) if case == "of"), None)
            if of is not None and tree.tokens[of].upos == "NOUN":
                return of
        at = token.head
    return None


def _ancestors(tree: Tree, i: int) -> list[int]:
    found = []
    while tree.tokens[i].head >= 0:
        i = tree.tokens[i].head
        found.append(i)
    return found


def _body(scene: Scene, tree: Tree, noun: int) -> Party | None:
    """Give the body that has the members: the subject of having, or what is "a coalition of twelve groups"."""
    for k in _ancestors(tree, noun):
        token = tree.tokens[k]
        if token.upos in ("VERB", "AUX"):
            if token.lemma.lower() not in words_of("strength", "verbs"):
                return None
            subject = tree.subject(k)
            if subject is None or noun in tree.conjuncts(subject):
                return None  # "X and six other groups have"
            owner = _measured(scene, tree, noun) if _is_measure(tree, subject) else None
            return owner or scene.organisation(tree, subject)
        if token.upos == "NOUN" and _is_measure(tree, k):
            return _owner(scene, tree, k) or _around(scene, tree, k)
        if token.upos == "NOUN" and token.text.lower() in any_of(
            ("relations", "coalition_nouns"), ("people", "generic_groups"), ("strength", "forces")
        ):
            subject = tree.subject(k) if tree.children(k, "cop") else (token.head if token.deprel == "appos" else None)
            if subject is not None and subject >= 0:
                return scene.organisation(tree, subject)
            if scene.spot_at(tree, k) is not None:
                return scene.organisation(tree, k)
        elif token.upos in ("NOUN", "PROPN") and scene.spot_at(tree, k) is not None and tree.case(noun) in ("of", "with"):
            return scene.organisation(tree, k)
    subject = tree.subject(noun) if tree.children(noun, "cop") else None
    return scene.organisation(tree, subject) if subject is not None else None


def _measured(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body whose strength is put at a number: "estimates put the strength of X at 2,000", "its ranks have swelled to 2,000"."""
    clause = next((k for k in _ancestors(tree, i) if tree.tokens[k].upos in ("VERB", "AUX")), None)
    if clause is None or i < clause:
        return None  # a number before the verb counts who puts the strength, and not the strength
    if tree.tokens[clause].lemma.lower() not in words_of("strength", "measure_verbs"):
        return None
    subject = tree.subject(clause)
    for k in [*([] if subject is None else [subject]), *tree.children(clause, "obj")]:
        owner = _owner(scene, tree, k) if _is_measure(tree, k) else None
        if owner is not None:
            return owner
    if tree.tokens[clause].lemma.lower() == "number" and subject is not None:
        return scene.organisation(tree, subject)
    return None


def _of_a_force(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body of "X is an army of 60,000"."""
    head = tree.tokens[i].head
    if head < 0 or tree.case(i) != "of" or tree.tokens[head].lemma.lower() not in words_of("strength", "forces"):
        return None
    return next((p for k in tree.described(head) if (p := scene.organisation(tree, k)) is not None), None)


def _owning(scene: Scene, tree: Tree, noun: int) -> Party | None:
    """Give the body of "its 2,500 fighters", "the 2,500 fighters of X" and "1,200 fighters remain in the ranks of X"."""
    definite = any(tree.tokens[k].text.lower() in words_of("grammar", "definite_words") for k in tree.children(noun, "det", "nmod:poss"))
    if definite or tree.children(noun, "nmod:poss"):
        return scene.body_of_members(tree, noun)
    token = tree.tokens[noun]
    if token.deprel != "nsubj" or token.head < 0 or tree.tokens[token.head].lemma.lower() not in words_of("strength", "serving"):
        return None
    ranks = [k for case, k in tree.obliques(token.head) if case in ("in", "within", "with", "under") and _is_measure(tree, k)]
    return next((p for k in ranks if (p := _owner(scene, tree, k)) is not None), None)


def _is_measure(tree: Tree, i: int) -> bool:
    return tree.tokens[i].lemma.lower() in words_of("strength", "measures")


def _owner(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body whose strength a noun tells of: its owner, also through "the number of its fighters"."""
    for k in tree.owners(i):
        body = scene.organisation(tree, k) or scene.body_of_members(tree, k)
        counted = tree.lemma[k] in any_of(("strength", "nouns"), ("strength", "measures"), ("people", "members"))
        body = body or next((p for m in tree.owners(k) if counted and (p := scene.organisation(tree, m)) is not None), None)
        if body is not None:
            return body
    return None


def _around(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body of "with a strength of 4,500 men, X is": the subject of the clause that the phrase opens, or the name before it."""
    head = tree.tokens[i].head
    if tree.case(i) != "with" or head < 0:
        return None
    named = scene.organisation(tree, head)
    subject = tree.subject(tree.clause(head))
    return named or (scene.organisation(tree, subject) if subject is not None else None)


RULES = (*strength_phrases.RULES, read_strength, read_measures, read_strong_names, read_strength_lines)
