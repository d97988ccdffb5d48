"""Read what a body thinks: its ideology. What it wants is read by `positions`."""

import re
from collections.abc import Iterator

from testimonia.model.claim import Value
from testimonia.model.party import Party
from testimonia.read.claims import positions
from testimonia.read.claims.drafts import Draft, cover, party_span
from testimonia.read.claims.positions import is_political
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.listening import listens_for, runs_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree

PREDICATES = ("ideology", "states_position")

_TO_WORD_END = re.compile(r"(?:[-–‑][^\W\d_]+)+")
"""What a hyphened word goes on with: "Marxism–Leninism–Maoism" is one."""
_ISM = re.compile(r"(?:ism|isms)$")


@listens_for(("outlook", "ideology_nouns"), ("outlook", "follow_verbs"), ("outlook", "inspire_verbs"))
def read_ideology(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text names a body's ideology: "its Salafi ideology", "the ideology of X is based on Y", "X adheres to Y", "inspired by Y"."""
    for i in tree.having(words_of("outlook", "ideology_nouns")):
        if tree.tokens[i].upos != "NOUN" or tree.is_negated(i) or tree.case(i) in ("by", "on", "to"):
            continue
        owner = _owner(scene, tree, i)
        named = _named_ideology(tree, i)
        if owner is not None and named is not None:
            yield _ideology(scene, tree, i, owner, named)
    for i in tree.having(any_of(("outlook", "follow_verbs"), ("outlook", "inspire_verbs"))):
        token = tree.tokens[i]
        if token.upos not in ("VERB", "ADJ") or tree.is_negated(i) or tree.is_unreal(i):
            continue
        follows = token.lemma.lower() in words_of("outlook", "follow_verbs")
        cases = ("to", "towards", "toward") if follows else ("by", "in", "on")
        taken = [*(tree.children(i, "obj") if follows else ()), *(k for case, k in tree.obliques(i) if case in cases)]
        taken += [m for k in taken if tree.lemma[k] in words_of("outlook", "mixing_nouns") for case, m in tree.obliques(k) if case == "of"]
        taken = [m for k in taken for m in tree.conjuncts(k) if _is_ideology(tree, m)]
        subject = tree.subject(i)
        body = scene.organisation(tree, subject) if subject is not None else None
        if taken and body is not None:
            yield _ideology(scene, tree, i, body, (tree.nominal_extent(taken[0])[0], tree.nominal_extent(taken[-1])[1]))


@listens_for(lambda: runs_of(words_of("outlook", "ideology_adjectives")))
def read_called_by_ideology(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text calls a body by its ideology: "a Marxist-Leninist group", "the leftist X", "X describes itself as a nationalist party"."""
    words = words_of("outlook", "ideology_adjectives") - words_of("outlook", "not_ideologies")
    for token in tree.tokens:
        word = token.text.lower().replace("–", "-").replace("‑", "-")
        if word not in words or (token.head < 0 and not tree.children(token.i, "cop")):
            continue
        spot = scene.spot_at(tree, token.i)
        if spot is not None and " " in spot.text:
            continue  # part of a name
        noun = token.head if token.deprel in ("amod", "compound", "nmod:desc") else token.i
        if noun == token.i:
            subject = _called_so(tree, token.i)
            body = scene.organisation(tree, subject) if subject is not None else None
        elif scene.spot_at(tree, noun) is not None:
            body = scene.organisation(tree, noun)
        elif tree.tokens[noun].text.lower() in words_of("people", "generic_groups") | {"party", "parties"}:
            subject = _described(tree, noun)
            body = scene.organisation(tree, subject) if subject is not None else scene.organisation(tree, noun)
        else:
            continue
        if body is not None and not tree.is_negated(noun) and is_political(scene, body):
            yield _ideology(scene, tree, token.i, body, (token.start, token.end))


def _ideology(scene: Scene, tree: Tree, i: int, body: Party, named: tuple[int, int]) -> Draft:
    token = tree.tokens[i]
    whole = _TO_WORD_END.match(scene.text, named[1], tree.sentence.end)
    named = (named[0], named[1] if whole is None else whole.end())
    span = cover((token.start, token.end), party_span(body), named, within=tree)
    value = Value(text=scene.text[named[0] : named[1]])
    return Draft("ideology", body, *span, token.start, "outlook.read_ideology", token.text, value=value, mode="throughout")


def _owner(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body whose ideology or aim a noun tells of: its owner, else the subject of having it."""
    for k in tree.owners(i):
        body = scene.organisation(tree, k)
        if body is not None:
            return body
    token = tree.tokens[i]
    if token.head >= 0 and token.deprel in ("obj", "obl", "nmod"):
        subject = tree.subject(tree.clause(token.head))
        return scene.organisation(tree, subject) if subject is not None else None
    return None


def _named_ideology(tree: Tree, i: int) -> tuple[int, int] | None:
    """Give the offsets of what an ideology is called: its adjectives, or what it is said to be, to combine or to be based on."""
    plain = ("official", "own", "political", "stated", "core", "declared", "main")
    modifiers = [k for k in tree.children(i, "amod", "compound") if tree.tokens[k].text.lower() not in plain and k < i]
    if modifiers:
        return tree.tokens[tree.subtree(modifiers[0])[0]].start, tree.tokens[modifiers[-1]].end
    of = [k for case, k in tree.obliques(i) if case == "of" and _is_ideology(tree, k)]
    if of:
        return tree.nominal_extent(of[0])[0], tree.nominal_extent(of[-1])[1]
    token = tree.tokens[i]
    if token.deprel not in SUBJECTS or token.head < 0:
        return None
    told = token.head
    said = [k for case, k in tree.obliques(told) if case in ("on", "in", "by", "of", "as")] + tree.children(told, "obj")
    if tree.tokens[told].upos != "VERB":
        said = [told]
    return (tree.nominal_extent(said[0])[0], tree.nominal_extent(tree.conjuncts(said[0])[-1])[1]) if said else None


def _is_ideology(tree: Tree, i: int) -> bool:
    """Say whether a nominal is an ideology: a word in -ism, or "the ideals of Y", "Marxist thought"."""
    token = tree.tokens[i]
    word = token.lemma.lower()
    if word in words_of("outlook", "ideologies"):
        return True
    if _ISM.search(word):
        return word not in words_of("outlook", "not_isms")
    if word not in words_of("outlook", "ideology_nouns") | {"interpretation", "islam"}:
        return False
    adjectives = {tree.tokens[k].text.lower() for k in tree.children(i, "amod", "compound")}
    if adjectives & words_of("outlook", "ideology_adjectives"):
        return True
    return any(case == "of" and _ISM.search(tree.tokens[k].lemma.lower()) for case, k in tree.obliques(i))


def _called_so(tree: Tree, i: int) -> int | None:
    """Give of whom an adjective is predicated: "X is Marxist in outlook", "its outlook is secular", "X has been described as far-right"."""
    token = tree.tokens[i]
    if token.upos not in ("ADJ", "NOUN", "PROPN"):
        return None
    if token.head >= 0 and tree.case(i) == "as" and tree.lemma[token.head] in words_of("outlook", "self_verbs"):
        return tree.subject(token.head) if tree.is_passive(token.head) else None
    first = token.head if token.deprel == "conj" and token.head >= 0 else i
    subject = tree.subject(first) if tree.children(first, "cop") else None
    if subject is None or tree.lemma[subject] not in words_of("outlook", "ideology_nouns"):
        return subject
    return next(iter(tree.owners(subject)), None)


def _described(tree: Tree, i: int) -> int | None:
    """Give what a generic noun describes: its subject, what it stands in apposition to, or who describes itself so."""
    token = tree.tokens[i]
    if tree.children(i, "cop"):
        return tree.subject(i)
    if token.deprel == "appos":
        return token.head
    if token.head >= 0 and token.deprel in ("obl", "xcomp", "obj") and tree.case(i) in ("as", ""):
        verb = tree.tokens[token.head]
        itself = any(tree.tokens[k].text.lower() in ("itself", "themselves") for k in tree.children(token.head, "obj"))
        if verb.lemma.lower() in words_of("outlook", "self_verbs") and itself:
            return tree.subject(token.head)
        if verb.lemma.lower() in ("found", "form", "establish", "create", "emerge", "begin", "remain", "become"):
            return next(iter(tree.objects(token.head)), None) if tree.is_passive(token.head) else tree.subject(token.head)
    return None


RULES = (read_ideology, read_called_by_ideology, *positions.RULES)
