"""Read where a body operates: what it does there, what it holds or keeps there, what the place is to it."""

from collections.abc import Iterator

from testimonia.model.party import Party
from testimonia.read.claims import presence_phrases
from testimonia.read.claims.drafts import Draft, cover, date_for, party_span, polarity_of, sayings, when
from testimonia.read.claims.presence_phrases import is_present_body
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.listening import listens_for
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree

PREDICATES = ("operates_in",)

_INSIDE = ("in", "across", "throughout", "within", "inside")
_BESIDE = (*_INSIDE, "of", "above", "around", "near", "along", "between", "outside", "beyond", "below", "on", "round", "at")
"""Prepositions between a piece of land and the place that it belongs to."""
_PAST = frozenset(["was", "were", "been", "had"])
_SOME = frozenset(["some", "many", "most", "several", "part", "hundreds", "dozens", "thousands", "scores", "half", "all"])
_ROADS = frozenset(["road", "highway", "track", "railway", "route", "approach"])
"""What is told by the places that it joins: "the road to X"."""
_BORDERS = frozenset(["border", "frontier", "borderland", "boundary"])
"""What runs along the country that it is shared with: "the border with Iran"."""
_SUCH_AS = ("including", "like", "such", "namely", "notably")
"""First words of what comes between a kind of place and its examples: "towns such as X"."""
_EXAMPLES = ("including", "like", "as", "in")


@listens_for(
    ("presence", "operate_verbs"),
    ("presence", "spread_verbs"),
    ("presence", "presence_nouns"),
    ("presence", "operate_adjectives"),
    ("presence", "reach_nouns"),
)
def read_presence(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a body operates, is active, is based, keeps forces or a base, or is a power in a place."""
    verbs, spread, nouns = (
        words_of("presence", "operate_verbs"),
        words_of("presence", "spread_verbs"),
        words_of("presence", "presence_nouns"),
    )
    adjectives = words_of("presence", "operate_adjectives")
    for token in tree.tokens:
        lemma, word = token.lemma.lower(), token.text.lower()
        is_verb = lemma in verbs and token.upos == "VERB" and not (lemma in ("fight", "battle") and "Tense=Past" in token.feats)
        is_adjective = word in adjectives and token.upos in ("ADJ", "VERB")
        is_noun = lemma in nouns and token.upos == "NOUN" and _is_kept(scene, tree, token.i)
        spreads = token.upos == "VERB" and (lemma in spread or _reaches(tree, token.i))
        if not (is_verb or is_adjective or is_noun or spreads):
            continue
        if tree.is_unreal(token.i):
            scene.refuse("presence.read_presence", tree, token.i, "unreal")
            continue
        body = _body(scene, tree, token.i) or _stationed(scene, tree, token.i)
        if body is not None:
            prepositions = words_of("presence", "spread_prepositions" if spreads else "presence_prepositions")
            negated = tree.is_negated(token.i) or (is_noun and tree.is_negated(tree.clause(token.i)))
            yield from _drafts(scene, tree, token.i, body, _places(tree, token.i, prepositions), rule="read_presence", negated=negated)


@listens_for(("presence", "hold_verbs"))
def read_holdings(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a body controls, holds or governs a place or parts of it."""
    for i in tree.having(words_of("presence", "hold_verbs")):
        token = tree.tokens[i]
        if token.upos != "VERB" or tree.is_unreal(i):
            continue
        places = []
        for k in tree.objects(i):
            places.append(k)
            if _is_ground(scene, tree, k) and not any(scene.place(tree, g) is not None for g in grounds(scene, tree, k)):
                places += [m for case, m in tree.obliques(i) if case in _BESIDE]  # "holds the hills above X"
        body = next((p for a in tree.agents(i) if (p := _fighting(scene, tree, a)) is not None), None)
        if body is not None:
            yield from _drafts(scene, tree, i, body, places, rule="read_holdings", negated=tree.is_negated(i))


@listens_for(("presence", "seat_nouns"), ("presence", "area_nouns"))
def read_seats(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text calls a place the stronghold, base or heartland of a body, says where its seat is, or tells of its area of operations."""
    seats, areas = words_of("presence", "seat_nouns"), words_of("presence", "area_nouns")
    for i in tree.having(seats | areas):
        token = tree.tokens[i]
        if token.upos != "NOUN" or scene.spot_at(tree, i) is not None:
            continue
        if token.lemma.lower() in areas and not any(
            tree.tokens[k].lemma.lower() in ("operation", "activity", "influence") for k in tree.subtree(i)
        ):
            continue
        body = next((p for k in tree.owners(i) if (p := _fighting(scene, tree, k)) is not None), None)
        if body is None:
            continue
        places = _called(tree, i)
        negated = tree.is_negated(i) or tree.is_negated(tree.clause(i))
        yield from _drafts(scene, tree, i, body, places, rule="read_seats", negated=negated)


@listens_for(("people", "generic_groups"), ("people", "plural_groups"), "power")
def read_located_groups(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text calls a body a group, coalition or force in a place: "a coalition of factions in X", "a powerful force within X"."""
    for token in tree.tokens:
        if token.upos != "NOUN" or token.text.lower() not in any_of(("people", "generic_groups"), ("people", "plural_groups")) | {"power"}:
            continue
        predicate = token.i
        collection = any_of(("people", "generic_groups"), ("people", "collections"))
        if token.deprel == "nmod" and token.head >= 0 and tree.low[token.head] in collection:
            predicate = token.head
        subject = _described(tree, predicate)
        body = scene.organisation(tree, subject) if subject is not None and subject >= 0 else None
        if body is not None and is_present_body(scene, body):
            places = [k for case, k in tree.obliques(token.i) if case in (*_INSIDE, "from")]
            yield from _drafts(scene, tree, token.i, body, places, rule="read_located_groups", dated=False)


def _drafts(
    scene: Scene, tree: Tree, i: int, body: Party, places: list[int], *, rule: str, negated: bool = False, dated: bool = True
) -> Iterator[Draft]:
    """Make one draft a place."""
    token = tree.tokens[i]
    edtf, basis = when(date_for(scene, tree, i) if dated else None)
    for k in dict.fromkeys(ground for place in places for one in tree.conjuncts(place) for ground in grounds(scene, tree, one)):
        place = scene.place(tree, k)
        if place is not None:
            span = cover((token.start, token.end), party_span(body), party_span(place), within=tree)
            yield Draft(
                "operates_in",
                body,
                *span,
                token.start,
                f"presence.{rule}",
                token.text,
                object=place,
                edtf=edtf,
                basis=basis,
                mode="throughout",
                polarity=polarity_of(denied=negated),
            )


def _reaches(tree: Tree, i: int) -> bool:
    """Say whether a verb tells how far a body's rule goes: "its writ runs from A to B"."""
    subject = tree.subject(i) if tree.lemma[i] in words_of("presence", "reach_verbs") else None
    return subject is not None and tree.lemma[subject] in words_of("presence", "reach_nouns")


def _is_ground(scene: Scene, tree: Tree, i: int) -> bool:
    """Say whether a nominal is land without a name of its own: "parts", "the hills", "a valley"."""
    grounds = any_of(("presence", "hold_nouns"), ("presence", "land_nouns"))
    several = "Number=Plur" in tree.tokens[i].feats and scene.spot_at(tree, i) is None  # "the provinces of A, B and C"
    return tree.lemma[i] in grounds and (several or scene.place(tree, i) is None)


def _within(scene: Scene, tree: Tree, i: int) -> list[int]:
    """List the nominals that say where a piece of land lies: "the Fizi territory", "the hills above X", "parts of Y"."""
    named = [k for k in tree.children(i, "compound", "nmod:desc", "amod", "appos") if scene.member_at(tree, k, "place") is not None]
    beside = [k for case, k in tree.obliques(i) if case.split(" ")[-1] in _BESIDE or case.split(" ")[0] in _SUCH_AS]
    beside += [k for k in tree.children(i, "nmod:poss") if scene.member_at(tree, k, "place") is not None]
    if tree.lemma[i] in _ROADS:
        beside += [k for case, k in tree.obliques(i) if case in ("to", "from", "into")]
    if tree.lemma[i] in _BORDERS:
        at = (i, *((tree.tokens[i].head,) if tree.tokens[i].head >= 0 else ()))  # the parser may hang it on the verb
        beside += [k for one in at for case, k in tree.obliques(one) if case in ("with", "to", "between") and k > i]
    if not named and not beside and tree.tokens[i].head >= 0:  # "in the hills around X", hung on what stands in the hills
        beside = [
            k
            for case, k in tree.obliques(tree.tokens[i].head)
            if k > i and case in ("around", "above", "near", "along", "between", "beyond")
        ]
    return named or beside


def grounds(scene: Scene, tree: Tree, i: int, depth: int = 3) -> list[int]:
    """Follow land without a name to the places that it lies in or beside: "the valley of X" to X.

    Args:
        scene: The scene.
        tree: The sentence.
        i: Position of the nominal's head.
        depth: How many nouns for land may lie between.

    Returns:
        Heads of the nominals that name where it is; the nominal itself where it is no mere land.
    """
    if depth == 0 or not _is_ground(scene, tree, i):
        return [i]
    return [ground for k in _within(scene, tree, i) for one in tree.conjuncts(k) for ground in grounds(scene, tree, one, depth - 1)]


def _is_kept(scene: Scene, tree: Tree, i: int) -> bool:
    """Say whether a base, cell or presence is told as somebody's own: it has an owner, or somebody has, keeps or sets it up."""
    if any(_fighting(scene, tree, k) is not None for k in tree.owners(i)):
        return True
    token = tree.tokens[i]
    if _is_worked_from(tree, i):
        return True
    at = tree.tokens[token.head] if token.head >= 0 else None
    while at is not None and at.upos == "NOUN" and at.head >= 0 and at.deprel in ("conj", "nmod"):
        at = tree.tokens[at.head]  # "a network of camps in X"
    if at is None or at.upos != "VERB" or tree.is_unreal(at.i):
        return False
    pursued = at.lemma.lower() in words_of("presence", "pursuing_verbs") and "Number=Plur" in token.feats
    return at.lemma.lower() in words_of("presence", "keep_verbs") or (pursued and date_for(scene, tree, at.i) is None)


def _is_worked_from(tree: Tree, i: int) -> bool:
    """Say whether bases are what a body has or sets out from: "X, with bases in P, fights", "attacked Y from camps in P"."""
    token = tree.tokens[i]
    plain = "Number=Plur" in token.feats and not any(tree.low[k] in ("the", "these", "those") for k in tree.children(i, "det"))
    return plain and token.deprel == "obl" and tree.case(i) in ("with", "from", "out of", "using") and bool(tree.agents(token.head))


def _described(tree: Tree, i: int) -> int | None:
    """Give what a noun describes: its subject, what it stands in apposition to, or the subject of the verb that it completes."""
    token = tree.tokens[i]
    if token.deprel == "appos":
        return token.head
    if tree.children(i, "cop") or token.deprel == "xcomp":
        subject = tree.subject(i)
        if subject is not None:
            return subject
    if token.deprel in ("obj", "xcomp") and token.head >= 0:
        return tree.subject(token.head)
    if token.deprel == "obl" and tree.case(i) == "as" and token.head >= 0:
        return tree.subject(token.head)
    return None


def _called(tree: Tree, i: int) -> list[int]:
    """List what a seat or an area is said to be: "X is the base of Y", "its base is in X", "the stronghold of X", "X, its base"."""
    token = tree.tokens[i]
    found = [k for case, k in tree.obliques(i) if case in ("in", "at", "near")]
    if tree.children(i, "cop"):
        found += [k for k in tree.children(i, "nsubj") if tree.tokens[k].upos != "PRON"]
    found += tree.children(i, "appos")
    if token.deprel == "appos" and token.head >= 0:
        found.append(token.head)
    if token.deprel in ("nsubj", "nsubj:outer") and token.head >= 0:
        predicate = tree.tokens[token.head]
        if predicate.upos == "VERB":
            found += tree.objects(token.head) if predicate.lemma.lower() in ("include", "cover", "comprise", "span", "encompass") else []
        found += [token.head] if predicate.upos == "PROPN" else []
        found += [k for case, k in tree.obliques(token.head) if case in ("in", "at", "near", "to", "across")]
    return found


def _body(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body whose presence is told: the owner, the subject, or the owner of the forces that are the subject."""
    token = tree.tokens[i]
    heads = [k for k in tree.owners(i) if _fighting(scene, tree, k) is not None] if token.upos == "NOUN" else []
    if token.upos == "NOUN" and not heads:
        clause = tree.clause(i)
        heads = tree.objects(clause) if tree.is_passive(clause) and i not in tree.objects(clause) else tree.agents(clause)
    elif token.upos != "NOUN":
        subject = tree.subject(i)
        heads = [] if subject is None else [subject]
        if subject is not None and tree.lemma[subject] in any_of(("presence", "presence_nouns"), ("presence", "reach_nouns")):
            heads += tree.owners(subject)  # "its reach extends to X"
        if subject is not None and tree.tokens[subject].upos == "NUM":
            heads += [k for at in (i, subject) for case, k in tree.obliques(at) if case == "of"]  # "of X's men, some 300 were present at Y"
    return next((p for head in heads for one in tree.conjuncts(head) if (p := _fighting(scene, tree, one)) is not None), None)


def _stationed(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the state force whose soldiers are said to be present, deployed or stationed somewhere: "soldiers of X were present in Y"."""
    if tree.tokens[i].text.lower() not in words_of("presence", "stationed"):
        return None
    subject = tree.subject(i)
    party = scene.body_of_members(tree, subject) if subject is not None else None
    member = None if party is None else scene.cast.holder_of(party.referent)
    return party if member is not None and member.kind == "state_force" else None


def _fighting(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the fighting body that a nominal names or stands for."""
    party = scene.actor(tree, i)
    return party if party.referent is not None and is_present_body(scene, party) else None


def _places(tree: Tree, i: int, prepositions: frozenset[str]) -> list[int]:
    """List the nominals that say where: obliques of the word, of what it governs, with examples."""
    found: list[int] = []
    for case, k in tree.obliques(i):
        if case.split(" ")[0] in prepositions or case == "out of" or (not case and found and _goes_on(tree, k)):
            found.append(k)
            found += [m for inner, m in tree.obliques(k) if inner.split(" ")[-1] in (*_EXAMPLES, "of")]
    found += [k for k in tree.children(i, "obj") if tree.case(k).split(" ")[0] in prepositions]
    verb = tree.tokens[i].head
    kept = (
        verb >= 0
        and tree.tokens[verb].upos == "VERB"
        and tree.lemma[verb] in any_of(("presence", "keep_verbs"), ("presence", "pursuing_verbs"))
    )
    owned = verb >= 0 and tree.lemma[verb] in words_of("presence", "return_verbs") and tree.tokens[i].deprel == "obl"
    confined = verb >= 0 and tree.lemma[verb] in words_of("presence", "confining_verbs") and tree.tokens[i].deprel in SUBJECTS
    if tree.tokens[i].upos == "NOUN" and (kept or owned or confined):
        prepositions |= words_of("presence", "spread_prepositions") if confined else frozenset()
        found += [k for case, k in tree.obliques(verb) if case.split(" ")[0] in prepositions]
    if tree.tokens[i].upos in ("ADJ", "VERB") and tree.tokens[i].deprel == "conj" and not found and verb >= 0:
        found += [k for case, k in tree.obliques(verb) if case.split(" ")[0] in prepositions]
    main = tree.subject(verb) if tree.tokens[i].deprel == "advcl" else None
    if main is not None:  # "Based in X and, after 1984, in Y, the group"
        found += [k for case, k in tree.obliques(verb) if i < k < main and case in (*_INSIDE, "out of")]
    if tree.tokens[i].upos == "ADJ":  # "active above all in X", "strong only in X"
        found += [m for k in tree.children(i, "obl", "advmod") for case, m in tree.obliques(k) if case in _INSIDE]
    for k in tree.children(i, "obj", "xcomp", "advcl"):
        if not tree.children(k, *SUBJECTS):  # with a subject it is another body's clause
            found += [m for case, m in tree.obliques(k) if case in _INSIDE]
    return list(dict.fromkeys(found))


def _goes_on(tree: Tree, i: int) -> bool:
    """Say whether a nominal goes on from one before it without a preposition of its own: "active in A and three districts of B"."""
    first = min(tree.nominal(i) + tree.children(i, "det", "nummod", "amod"))
    return first > 0 and tree.low[first - 1] in ("and", "or", ",")


def read_whereabouts(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that members of a body are in a place: "some 400 X fighters are thought to be in Y"."""
    for token in (tree.tokens[i] for i in tree.governing("cop")):
        if tree.case(token.i).split(" ")[-1] not in _INSIDE:
            continue
        subject = tree.subject(token.i)
        if subject is not None and tree.low[subject] in _SOME:
            subject = next((k for case, k in tree.obliques(subject) if case == "of"), subject)  # "some of X's men are in Y"
        body = None if subject is None or scene.place(tree, token.i) is None else scene.body_of_members(tree, subject)
        if body is not None and subject is not None and "Number=Plur" in tree.tokens[subject].feats and is_present_body(scene, body):
            negated = tree.is_negated(token.i) or tree.is_negated(tree.clause(token.i))
            if not tree.is_unreal(token.i) or tree.lemma[tree.tokens[token.i].head] in sayings():
                yield from _drafts(scene, tree, token.i, body, [token.i], rule="read_whereabouts", negated=negated)


@listens_for(("presence", "finding_verbs"))
def read_found(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says where a body, its fighters or its camps are to be found: "its men can be found in X"."""
    for i in tree.having(words_of("presence", "finding_verbs")):
        if not tree.is_passive(i) or any(tree.low[k] in _PAST for k in tree.children(i, "aux", "aux:pass")):
            continue  # what was found somewhere may have been its dead
        subject = tree.subject(i)
        body = None if subject is None else _fighting(scene, tree, subject)
        if body is not None and not any(tree.low[k] in ("if", "unless", "might") for k in tree.children(i, "mark", "aux")):
            yield from _drafts(scene, tree, i, body, _places(tree, i, frozenset(_BESIDE)), rule="read_found", negated=tree.is_negated(i))


RULES = (*presence_phrases.RULES, read_presence, read_whereabouts, read_found, read_holdings, read_seats, read_located_groups)
