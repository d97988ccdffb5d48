"""Read how strong a body is said to be: members, fighters, groups, factions."""

from collections.abc import Iterator

from testimonia.model.claim import Value
from testimonia.model.party import Party
from testimonia.read.drafts import Draft, cover, date_for, find_word, party_span, when
from testimonia.read.lexicon import words_of
from testimonia.read.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.numbers import find_quantities

PREDICATES = ("strength",)


def read_strength(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text states how many members, fighters or groups a body has, commands, unites or consists of."""
    low, high = tree.sentence.start, tree.sentence.end
    for number in find_quantities(scene.text[low:high], start=low):
        at = find_word(tree, number.end - 1)
        noun = _counted(tree, at) if at is not None else None
        if noun is None or tree.tokens[noun].lemma.lower() not in words_of("relations", "strength_nouns"):
            continue
        if any(tree.tokens[k].lemma.lower() in words_of("relations", "harm_verbs") for k in _ancestors(tree, noun)[:2]):
            continue
        body = _body(scene, tree, noun)
        if body is None or body.referent is None or tree.is_negated(tree.clause(noun)):
            continue
        token = tree.tokens[noun]
        value = Value(low=number.low, high=number.high, unit=token.text.lower())
        date = date_for(scene, tree, noun)
        edtf, basis = when(date)
        span = cover((number.start, number.end), (token.start, token.end), party_span(body), within=tree)
        yield Draft("strength", body, *span, number.start, "strength.read_strength", number.words, value=value, edtf=edtf, basis=basis)


def _counted(tree: Tree, i: int) -> int | None:
    """Give the noun that a number counts: its head, or the token itself where the number is the noun's phrase."""
    at = i
    for _ in range(4):
        token = tree.tokens[at]
        if token.upos in ("NOUN", "PROPN"):
            of = next((k for case, k in tree.obliques(at) if case == "of"), None)
            return of if of is not None and token.lemma.lower() in ("hundred", "thousand", "dozen", "ten", "score", "number") else at
        if token.head < 0:
            return None
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
        if token.upos == "VERB":
            if token.lemma.lower() not in words_of("relations", "strength_verbs"):
                return None
            subject = tree.subject(k)
            return scene.organisation(tree, subject) if subject is not None else None
        if token.upos == "NOUN" and token.text.lower() in words_of("relations", "coalition_nouns") | words_of("people", "generic_groups"):
            subject = tree.subject(k) if tree.children(k, "cop") else (token.head if token.deprel == "appos" else None)
            if subject is not None and subject >= 0:
                return scene.organisation(tree, subject)
            if scene.spot_at(tree, k) is not None:
                return scene.organisation(tree, k)
        elif token.upos in ("NOUN", "PROPN") and scene.spot_at(tree, k) is not None and tree.case(noun) == "of":
            return scene.organisation(tree, k)
    subject = tree.subject(noun) if tree.children(noun, "cop") else None
    return scene.organisation(tree, subject) if subject is not None else None


RULES = (read_strength,)
