"""Read where a body operates."""

from collections.abc import Iterator

from testimonia.model.party import Party
from testimonia.read.drafts import Draft, cover, date_for, party_span, polarity_of, when
from testimonia.read.lexicon import words_of
from testimonia.read.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree

PREDICATES = ("operates_in",)

_KINDS = frozenset(["armed_group", "armed_wing", "coalition", "political_body", None])


def read_presence(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a body operates, is active, is based, keeps forces or is a power in a place."""
    verbs, adjectives = words_of("relations", "operate_verbs"), words_of("relations", "operate_adjectives")
    nouns = words_of("relations", "presence_nouns")
    for token in tree.tokens:
        lemma, word = token.lemma.lower(), token.text.lower()
        is_verb = lemma in verbs and token.upos == "VERB" and not (lemma == "fight" and "Tense=Past" in token.feats)
        is_adjective = word in adjectives and token.upos in ("ADJ", "VERB")
        is_noun = lemma in nouns and token.upos == "NOUN"
        if not (is_verb or is_adjective or is_noun) or tree.is_unreal(token.i):
            continue
        polarity = polarity_of(denied=tree.is_negated(token.i))
        body = _body(scene, tree, token.i)
        if body is None:
            continue
        for k in _places(tree, token.i):
            place = scene.place(tree, k)
            if place is None:
                continue
            date = date_for(scene, tree, token.i)
            edtf, basis = when(date)
            span = cover((token.start, token.end), party_span(body), party_span(place), within=tree)
            yield Draft(
                "operates_in",
                body,
                *span,
                token.start,
                "presence.read_presence",
                token.text,
                object=place,
                edtf=edtf,
                basis=basis,
                mode="throughout",
                polarity=polarity,
            )


def read_located_groups(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text calls a body a group, coalition or force in a place: "a coalition of factions in X", "a powerful force within X"."""
    for token in tree.tokens:
        if token.upos != "NOUN" or token.text.lower() not in words_of("people", "generic_groups") | {"factions", "groups", "power"}:
            continue
        predicate = token.i
        if token.deprel == "nmod" and token.head >= 0 and tree.tokens[token.head].text.lower() in words_of("people", "generic_groups"):
            predicate = token.head
        subject = (
            tree.subject(predicate)
            if tree.children(predicate, "cop") or tree.tokens[predicate].deprel in ("xcomp", "appos", "obj")
            else None
        )
        if subject is None and tree.tokens[predicate].deprel == "appos":
            subject = tree.tokens[predicate].head
        if subject is None and tree.tokens[predicate].deprel in ("obj", "xcomp") and tree.tokens[predicate].head >= 0:
            subject = tree.subject(tree.tokens[predicate].head)
        body = scene.organisation(tree, subject) if subject is not None and subject >= 0 else None
        if body is None or not _is_fighting_body(scene, body):
            continue
        for case, k in tree.obliques(token.i):
            place = scene.place(tree, k) if case in ("in", "within", "across", "throughout", "from") else None
            if place is not None:
                span = cover((token.start, token.end), party_span(body), party_span(place), within=tree)
                yield Draft(
                    "operates_in", body, *span, token.start, "presence.read_located_groups", token.text, object=place, mode="throughout"
                )


def _body(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body whose presence is told: the subject, the owner, or the owner of the forces that are the subject."""
    token = tree.tokens[i]
    heads = tree.children(i, "nmod:poss") if token.upos == "NOUN" else []
    subject = tree.subject(i) if token.upos != "NOUN" else tree.subject(tree.clause(i))
    if subject is not None:
        heads.append(subject)
    for head in heads:
        for one in tree.conjuncts(head):
            party = scene.actor(tree, one)
            if party.referent is not None and _is_fighting_body(scene, party):
                return party
    return None


def _is_fighting_body(scene: Scene, party: Party) -> bool:
    member = scene.cast.holder_of(party.referent)
    return member is not None and member.cls == "org" and member.kind in _KINDS


def _places(tree: Tree, i: int) -> list[int]:
    """List the nominals that say where: obliques of the word, of what it governs, with examples and conjuncts."""
    found: list[int] = []
    for case, k in tree.obliques(i):
        if case.split(" ")[0] in words_of("relations", "presence_prepositions"):
            found.append(k)
            for inner, m in tree.obliques(k):
                if inner.split(" ")[-1] in ("including", "like", "as", "in"):
                    found.append(m)
    verb = tree.tokens[i].head
    if tree.tokens[i].upos == "NOUN" and verb >= 0 and tree.tokens[verb].upos == "VERB":
        found += [k for case, k in tree.obliques(verb) if case.split(" ")[0] in words_of("relations", "presence_prepositions")]
    for k in tree.children(i, "obj", "xcomp", "advcl"):
        if tree.children(k, *SUBJECTS):
            continue  # another body's clause
        found += [m for case, m in tree.obliques(k) if case in ("in", "across", "throughout", "within", "inside")]
    return list(dict.fromkeys(found))


RULES = (read_presence, read_located_groups)
