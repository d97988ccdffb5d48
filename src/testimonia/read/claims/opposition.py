"""Read who stands against whom."""

from collections.abc import Iterator
from dataclasses import replace

from testimonia.model.claim import Value
from testimonia.model.party import Party
from testimonia.read.claims.drafts import Draft, cover, date_for, party_span, when
from testimonia.read.claims.parties import bodies_at
from testimonia.read.claims.relations import alliance_draft, examples_of
from testimonia.read.lexicon import words_of
from testimonia.read.listening import listens_for
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree

PREDICATES = ("opposes", "allied_with")

_ANSWERS = frozenset(["reject", "refute", "deny", "dismiss", "oppose", "refuse"])
_EACH_OTHER = (("each", "other"), ("one", "another"))
_JUDGEMENTS = frozenset(["condemn", "denounce", "reject"])


@listens_for(("relations", "hostile_nouns"), ("relations", "oppose_verbs"))
def read_opposition(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a body opposes, rejects, fights or condemns another body, an agreement or a policy."""
    for token in tree.tokens:
        lemma = token.lemma.lower()
        hostile = token.upos == "NOUN" and lemma in words_of("relations", "hostile_nouns") and bool(_owners(scene, tree, token.i))
        if not hostile and (lemma not in words_of("relations", "oppose_verbs") or token.upos not in ("VERB", "NOUN", "ADJ")):
            continue
        if token.upos == "NOUN" or lemma in ("fight", "resist", "combat"):
            targets = [k for case, k in tree.obliques(token.i) if case == "against"] or (
                tree.children(token.i, "obj") if token.upos == "VERB" else []
            )
        else:
            targets = [k for one in tree.children(token.i, "obj") for k in tree.conjuncts(one)]
            targets += [k for case, k in tree.obliques(token.i) if case in ("to", "against") and token.upos == "ADJ"]
        if not targets or (tree.is_passive(token.i) and token.upos == "VERB") or tree.is_negated(token.i):
            continue
        subject = _opponent(scene, tree, token.i)
        if subject is None:
            continue
        past = "Tense=Past" in token.feats and lemma in ("fight", "resist", "combat")
        if past and date_for(scene, tree, token.i) is not None:
            continue  # a dated fight is an event, not a standing opposition
        if any(tree.low[k] in ("each", "one", "other", "another") for k in targets):
            continue
        for k in targets[:3]:
            if lemma in _ANSWERS and (tree.tokens[k].upos == "PRON" or tree.tokens[k].lemma.lower() in words_of("relations", "charges")):
                continue  # who rejects an accusation denies it
            if lemma in _JUDGEMENTS and scene.organisation(tree, k) is None and _judges_only(scene, subject):
                continue  # a council that condemns a deed opposes nobody
            yield _opposition(scene, tree, token.i, subject, k)


@listens_for("other", "another")
def read_feuds(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """Several bodies are said to fight each other: "the two factions have fought one another", "X and Y kill each other's men"."""
    for i in tree.having(words_of("relations", "feud_verbs")):
        if tree.tokens[i].upos != "VERB" or tree.is_negated(i) or tree.is_unreal(i):
            continue
        date = date_for(scene, tree, i)
        beside = [*tree.children(i, "obj"), *(k for case, k in tree.obliques(i) if case in ("with", "against", "on"))]
        mutual = any(_is_each_other(tree, k) for one in beside for k in (one, *tree.children(one, "nmod:poss")))
        if mutual and (date is None or date.edtf.endswith("/..")):  # a dated fight is an event
            yield from _each_other(scene, tree, i)


def _is_each_other(tree: Tree, i: int) -> bool:
    """Say whether a nominal is "each other" or "one another", whichever of the two words the parser makes its head."""
    return any(tree.low[k : k + 2] in _EACH_OTHER for k in (i, i - 1) if k >= 0)


def _each_other(scene: Scene, tree: Tree, i: int) -> Iterator[Draft]:
    """Give the bodies that fight each other."""
    parties = [p for k in tree.agents(i) for p in bodies_at(scene, tree, k, people=True)]
    for other in parties[1:]:
        if other.referent not in (None, parties[0].referent):
            draft = alliance_draft(scene, tree, i, parties[0], other, trigger=tree.tokens[i].text)
            yield replace(draft, predicate="opposes", rule="opposition.read_feuds", mode="throughout")


def _judges_only(scene: Scene, subject: Party) -> bool:
    """Say whether a body stands beside the conflict: its judgement of a deed is an event, not an opposition."""
    member = scene.cast.holder_of(subject.referent)
    return member is not None and member.kind in ("intergovernmental", "civil_org", "media")


def _opponent(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body that opposes: the subject, or the owner of "its struggle against"."""
    token = tree.tokens[i]
    heads = _owners(scene, tree, i) if token.upos == "NOUN" else []
    if not heads:
        subject = tree.subject(i) if token.upos != "NOUN" else tree.subject(tree.clause(i))
        heads = [subject] if subject is not None else []
    return next((p for h in heads for one in tree.conjuncts(h) if (p := scene.organisation(tree, one)) is not None), None)


def _owners(scene: Scene, tree: Tree, i: int) -> list[int]:
    """List whose a war or a campaign is: "its campaign", "X's campaign", "X operations"."""
    owners = tree.children(i, "nmod:poss")
    return owners or [k for k in tree.children(i, "compound", "nmod:desc") if scene.member_at(tree, k, "org") is not None]


def _opposition(scene: Scene, tree: Tree, i: int, subject: Party, k: int) -> Draft:
    token = tree.tokens[i]
    example = next(iter(examples_of(tree, k)), k)
    if scene.spot_at(tree, example) is None and tree.lemma[example] in words_of("relations", "claimed_powers"):
        example = next((m for m in tree.owners(example) if scene.member_at(tree, m, "org") is not None), example)
    spot = scene.spot_at(tree, example)
    thing = scene.spot_party(spot) if spot is not None else None
    if thing is not None and thing.referent == subject.referent:
        thing = None
    start, end = tree.nominal_extent(k)
    date = date_for(scene, tree, i)
    span = cover((token.start, token.end), party_span(subject), (start, end), within=tree)
    edtf, basis = when(date)
    value = Value(text=scene.text[start:end])
    return Draft(
        "opposes",
        subject,
        *span,
        token.start,
        "opposition.read_opposition",
        token.text,
        object=thing,
        value=value,
        edtf=edtf,
        basis=basis,
        mode="throughout",
    )


@listens_for(("relations", "aim_verbs"))
def read_aims(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """A body is said to aim at another's defeat, alone or with a third: "will defeat X", "helps Y to defeat X"."""
    for i in tree.having(words_of("relations", "aim_verbs")):
        token = tree.tokens[i]
        if token.upos != "VERB" or not (_is_aim(tree, i) or _is_pursued(tree, i)):
            continue
        targets = [p for k in tree.objects(i) if (p := scene.organisation(tree, k)) is not None and p.referent is not None]
        helper, helped = _helping(scene, tree, i)
        sides = [p for p in (helper, helped) if p is not None] or [p for k in _aiming(tree, i) if (p := _side(scene, tree, k)) is not None]
        partners = [p for k in _partners(tree, i) if (p := scene.organisation(tree, k)) is not None]
        for other in targets:
            for subject in [*sides, *partners]:
                if subject.referent != other.referent:
                    span = cover((token.start, token.end), party_span(subject), party_span(other), within=tree)
                    rule = "opposition.read_aims"
                    yield Draft("opposes", subject, *span, token.start, rule, token.text, object=other, mode="throughout")
        for partner in [*([helped] if helped is not None else []), *partners] if targets and sides else ():
            if partner.referent not in (None, sides[0].referent):
                yield replace(alliance_draft(scene, tree, i, sides[0], partner, trigger=token.text), rule="opposition.read_aims")


def _partners(tree: Tree, i: int) -> list[int]:
    """List with whom an aim is pursued: "is working with Y to defeat X"."""
    at = tree.clause(tree.tokens[_first(tree, i)].head) if tree.tokens[_first(tree, i)].head >= 0 else -1
    if at < 0 or tree.tokens[at].lemma.lower() not in words_of("relations", "joining_verbs"):
        return []
    return [k for case, k in tree.obliques(at) if case.split(" ")[-1] in ("with", "alongside")]


def _is_pursued(tree: Tree, i: int) -> bool:
    """Say whether a verb of aiming is said to be under way or to come: "is defeating X", "will defeat X"; a past defeat is an event."""
    auxiliaries = {tree.tokens[k].text.lower() for k in tree.children(i, "aux")}
    first = _first(tree, i)
    if tree.is_negated(i) or tree.is_passive(i) or tree.tokens[first].deprel not in ("root", "ccomp", "parataxis", "acl:relcl", "conj"):
        return False
    if auxiliaries & {"will", "must", "shall", "’ll", "'ll"}:
        return True
    return "VerbForm=Ger" in tree.tokens[i].feats or (
        "Tense=Pres" in tree.tokens[i].feats and not auxiliaries & words_of("grammar", "modals")
    )


def _side(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body that a nominal is or whose people it names."""
    return scene.organisation(tree, i) or scene.body_of_members(tree, i)


def _helping(scene: Scene, tree: Tree, i: int) -> tuple[Party | None, Party | None]:
    """Give who helps whom towards an aim: "A helps B to defeat X", "A supports B in its efforts to defeat X"."""
    above = tree.tokens[_first(tree, i)].head
    if above < 0:
        return None, None
    at = tree.clause(above)
    if (
        tree.tokens[at].lemma.lower() not in words_of("relations", "assisting_verbs")
        or tree.tokens[at].upos != "VERB"
        or tree.is_passive(at)
    ):
        return None, None
    subject = tree.subject(at)
    helper = None if subject is None else _side(scene, tree, subject)
    helped = next((p for k in tree.children(at, "obj") if (p := _side(scene, tree, k)) is not None), None)
    return (helper, helped) if helper is not None and helped is not None and not tree.is_negated(at) else (None, None)


def _first(tree: Tree, i: int) -> int:
    """Give the first of coordinated verbs: "degrade" of "to degrade and destroy"."""
    while tree.tokens[i].deprel == "conj" and tree.tokens[tree.tokens[i].head].upos == "VERB":
        i = tree.tokens[i].head
    return i


def _is_aim(tree: Tree, i: int) -> bool:
    """Say whether a verb stands as what is aimed at, and nothing above it says that the aim is not pursued."""
    first = _first(tree, i)
    if tree.tokens[first].deprel not in ("advcl", "xcomp", "acl", "obl"):
        return False
    marks = {tree.tokens[k].text.lower() for k in tree.children(first, "mark", "case")}
    if not marks & {"to", "at", "in", "of"} or tree.children(i, "aux:pass", "nsubj:pass"):
        return False
    at = tree.tokens[first].head
    while at >= 0:
        if tree.is_negated(at) or tree.tokens[at].lemma.lower() in words_of("relations", "failing_governors"):
            return False
        at = tree.tokens[at].head
    return True


def _aiming(tree: Tree, i: int) -> list[int]:
    """Find who aims: the subjects of the clause above, or the owner of the noun that the aim explains ("its campaign to defeat X")."""
    first = _first(tree, i)
    if _is_pursued(tree, i):
        head = tree.subject(i)
        return [] if head is None else tree.conjuncts(head)
    at = tree.tokens[first].head
    if at < 0:
        return []
    owners = tree.children(at, "nmod:poss") if tree.tokens[first].deprel == "acl" and tree.tokens[at].upos == "NOUN" else []
    head = owners[0] if owners else tree.subject(tree.clause(at) if tree.tokens[at].upos == "NOUN" else at)
    return [] if head is None else tree.conjuncts(head)


RULES = (read_opposition, read_feuds, read_aims)
