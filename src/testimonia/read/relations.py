"""Read who stands with whom and against whom."""

from collections.abc import Iterator
from dataclasses import replace

from testimonia.model.claim import Value
from testimonia.model.party import Party
from testimonia.read.drafts import Draft, cover, date_for, party_span, polarity_of, when
from testimonia.read.lexicon import words_of
from testimonia.read.scene import Scene
from testimonia.read.syntax import Tree

PREDICATES = ("allied_with", "opposes")


def read_joint_action(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """Two bodies are said to act together: one acts alongside, together with, or signs an agreement with the other."""
    for token in tree.tokens:
        if token.upos != "VERB" or tree.is_unreal(token.i) or tree.is_negated(token.i):
            continue
        lemma = token.lemma.lower()
        if lemma in words_of("relations", "unreal_governors") | words_of("relations", "ending_verbs") | words_of(
            "relations", "denying_verbs"
        ):
            continue
        hostile = lemma in ("clash", "fight", "battle", "engage", "war", "skirmish")
        objects = {tree.tokens[k].lemma.lower() for k in tree.children(token.i, "obj")}
        joint = objects & words_of("relations", "joint_nouns")
        shared = joint or lemma in words_of("relations", "ally_verbs") | words_of("triggers", "verbs")
        companions = [(case, k) for case, k in _companions(tree, token.i) if case != "with" or (shared and not hostile)]
        if shared or objects & words_of("triggers", "nouns"):
            companions += _beside(tree, token.i)
        subject = next((p for a in tree.agents(token.i) if (p := scene.organisation(tree, a)) is not None), None)
        if subject is None:
            continue
        for case, k in companions:
            for one in [k, *_examples(tree, k)]:
                other = _ally(scene, tree, one, subject)
                if other is not None:
                    yield _alliance(scene, tree, token.i, subject, other, trigger=f"{token.text} {case}")


def _ally(scene: Scene, tree: Tree, i: int, subject: Party) -> Party | None:
    """Give the body at a nominal that can be an ally of another: no outlet, no charity, and not itself."""
    other = scene.organisation(tree, i)
    member = scene.member_at(tree, i, "org")
    if other is None or other.referent is None or other.referent == subject.referent:
        return None
    return None if member is not None and member.kind in ("media", "civil_org") else other


def _alliance(scene: Scene, tree: Tree, i: int, subject: Party, other: Party, *, trigger: str) -> Draft:
    token = tree.tokens[i]
    date = date_for(scene, tree, i)
    span = cover((token.start, token.end), party_span(subject), party_span(other), within=tree)
    edtf, basis = when(date)
    rule = "relations.read_joint_action"
    return Draft("allied_with", subject, *span, token.start, rule, trigger, object=other, edtf=edtf, basis=basis)


def _companions(tree: Tree, i: int) -> list[tuple[str, int]]:
    """List with whom something is done: obliques of the verb, of its object, and of what accompanies its agent."""
    found = [(case, k) for case, k in tree.obliques(i) if case in words_of("relations", "accompany_prepositions")]
    for obj in tree.children(i, "obj"):
        found += [
            (case, k)
            for case, k in tree.obliques(obj)
            if case in words_of("relations", "accompany_prepositions")
            and tree.tokens[obj].lemma.lower() in words_of("relations", "joint_nouns")
        ]
    for agent in tree.agents(i):
        found += [(case, k) for case, k in tree.obliques(agent) if case in words_of("relations", "beside_prepositions")]
    for k in tree.children(i, "advcl", "obl"):
        found += [(case, m) for case, m in tree.obliques(k) if case in words_of("relations", "beside_prepositions")]
    return list(dict.fromkeys(found))


def _beside(tree: Tree, i: int) -> list[tuple[str, int]]:
    """List in whose support, or in coordination with whom, something is done: "in support of X", "coordinated with X"."""
    governors = [
        i,
        *tree.children(i, "obj", "advcl", "acl"),
        *(m for k in tree.children(i, "obj") for m in tree.children(k, "acl", "amod")),
    ]
    found = []
    for at in governors:
        for case, k in tree.obliques(at):
            lemma = tree.tokens[k].lemma.lower()
            if case.split(" ")[-1] == "in" and lemma in words_of("relations", "beside_nouns"):
                found += [(f"in {lemma} {preposition}", m) for preposition, m in tree.obliques(k) if preposition in ("of", "with")]
        if at != i and tree.tokens[at].lemma.lower() in ("coordinate", "coordinated"):
            found += [("coordinated with", m) for case, m in tree.obliques(at) if case.split(" ")[0] == "with"]
    return found


def _examples(tree: Tree, i: int) -> list[int]:
    """List what a nominal gives as examples: "other factions, including X and Y"."""
    return [k for case, k in tree.obliques(i) if case in ("including", "such as", "like", "among")]


def read_ended_alliances(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that an alliance of two bodies ended; undated it is denied that it holds."""
    for i in tree.having(words_of("relations", "ending_verbs")):
        token = tree.tokens[i]
        if token.upos != "VERB" or tree.is_unreal(i) or tree.is_negated(i):
            continue
        subject = next((p for a in tree.agents(i) if (p := scene.organisation(tree, a)) is not None), None)
        ties = [k for k in tree.children(i, "obj") if tree.tokens[k].lemma.lower() in ("alliance", "pact", "partnership", "coalition")]
        others = [m for k in ties for case, m in (*tree.obliques(k), *tree.obliques(i)) if case == "with"]
        for m in dict.fromkeys(others):
            other = None if subject is None else _ally(scene, tree, m, subject)
            if subject is None or other is None:
                continue
            draft = _alliance(scene, tree, i, subject, other, trigger=token.text)
            edtf = None if draft.edtf is None or "/" in draft.edtf else f"../{draft.edtf}"
            rule = "relations.read_ended_alliances"
            yield replace(draft, rule=rule, edtf=edtf, mode="throughout", polarity=polarity_of(denied=edtf is None))


def read_denied_ties(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """A body denies a tie to another: "denied any links to X"."""
    for i in tree.having(words_of("relations", "denying_verbs")):
        token = tree.tokens[i]
        subject = next((p for a in tree.agents(i) if (p := scene.organisation(tree, a)) is not None), None)
        if token.upos != "VERB" or subject is None or tree.is_negated(i):
            continue
        ties = [
            m
            for k in tree.children(i, "obj")
            for m in tree.conjuncts(k)
            if tree.tokens[m].lemma.lower() in words_of("relations", "tie_nouns")
        ]
        for tie in ties:
            for case, k in tree.obliques(tie):
                other = scene.organisation(tree, k) if case in ("to", "with") else None
                if other is not None and other.referent != subject.referent:
                    span = cover((token.start, token.end), party_span(subject), party_span(other), within=tree)
                    rule = "relations.read_denied_ties"
                    yield Draft("affiliated_with", subject, *span, token.start, rule, token.text, object=other, polarity="denied")


def read_aims(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """A body is said to aim at another's defeat, alone or by helping a third: "is working to defeat X", "helps Y to defeat X"."""
    for i in tree.having(words_of("relations", "aim_verbs")):
        token = tree.tokens[i]
        if token.upos != "VERB" or token.deprel not in ("advcl", "xcomp", "acl", "conj", "obl") or not _is_aim(tree, i):
            continue
        targets = [p for k in tree.objects(i) if (p := scene.organisation(tree, k)) is not None and p.referent is not None]
        helper, helped = _helping(scene, tree, i)
        subjects = [p for p in (helper, helped) if p is not None] or [
            p for k in _aiming(tree, i) if (p := _side(scene, tree, k)) is not None
        ]
        for other in targets:
            for subject in subjects:
                if subject.referent != other.referent:
                    span = cover((token.start, token.end), party_span(subject), party_span(other), within=tree)
                    rule = "relations.read_aims"
                    yield Draft("opposes", subject, *span, token.start, rule, token.text, object=other, mode="throughout")
        if targets and helper is not None and helped is not None and helped.referent not in (None, helper.referent):
            draft = _alliance(scene, tree, i, helper, helped, trigger=token.text)
            yield replace(draft, rule="relations.read_aims")


def _side(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body that a nominal is or whose people it names."""
    return scene.organisation(tree, i) or scene.body_of_members(tree, i)


def _helping(scene: Scene, tree: Tree, i: int) -> tuple[Party | None, Party | None]:
    """Give who helps whom towards an aim: "A helps B to defeat X", "A supports B in its efforts to defeat X"."""
    at = tree.clause(tree.tokens[_first(tree, i)].head)
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
    at = tree.tokens[first].head
    if at < 0:
        return []
    owners = tree.children(at, "nmod:poss") if tree.tokens[first].deprel == "acl" and tree.tokens[at].upos == "NOUN" else []
    head = owners[0] if owners else tree.subject(tree.clause(at) if tree.tokens[at].upos == "NOUN" else at)
    return [] if head is None else tree.conjuncts(head)


def read_opposition(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a body opposes, rejects, fights or condemns another body, an agreement or a policy."""
    for token in tree.tokens:
        lemma = token.lemma.lower()
        hostile = token.upos == "NOUN" and lemma in words_of("relations", "hostile_nouns") and bool(tree.children(token.i, "nmod:poss"))
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
        for k in targets[:3]:
            yield _opposition(scene, tree, token.i, subject, k)


def _opponent(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body that opposes: the subject, or the owner of "its struggle against"."""
    token = tree.tokens[i]
    heads = tree.children(i, "nmod:poss") if token.upos == "NOUN" else []
    if token.upos != "NOUN" or not heads:
        subject = tree.subject(i) if token.upos != "NOUN" else tree.subject(tree.clause(i))
        heads = [subject] if subject is not None else []
    return next((p for h in heads for one in tree.conjuncts(h) if (p := scene.organisation(tree, one)) is not None), None)


def _opposition(scene: Scene, tree: Tree, i: int, subject: Party, k: int) -> Draft:
    token = tree.tokens[i]
    example = next(iter(_examples(tree, k)), k)
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
        "relations.read_opposition",
        token.text,
        object=thing,
        value=value,
        edtf=edtf,
        basis=basis,
        mode="throughout",
    )


RULES = (read_joint_action, read_ended_alliances, read_denied_ties, read_opposition, read_aims)
