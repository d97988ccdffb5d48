"""Read who stands with whom and against whom."""

from collections.abc import Iterator

from testimonia.model.claim import Value
from testimonia.model.party import Party
from testimonia.read.drafts import Draft, cover, date_for, party_span, when
from testimonia.read.lexicon import words_of
from testimonia.read.scene import Scene
from testimonia.read.syntax import Tree

PREDICATES = ("allied_with", "opposes")


def read_joint_action(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """Two bodies are said to act together: one acts alongside, together with, or signs an agreement with the other."""
    for token in tree.tokens:
        if token.upos != "VERB" or tree.is_unreal(token.i) or tree.is_negated(token.i):
            continue
        hostile = token.lemma.lower() in ("clash", "fight", "battle", "engage", "war", "skirmish")
        joint = any(tree.tokens[k].lemma.lower() in words_of("relations", "joint_nouns") for k in tree.children(token.i, "obj"))
        shared = token.lemma.lower() in words_of("relations", "ally_verbs") or joint or token.lemma.lower() in words_of("triggers", "verbs")
        for case, k in _companions(tree, token.i):
            if case == "with" and (hostile or not shared):
                continue
            others = [k, *_examples(tree, k)]
            agents = tree.agents(token.i)
            subject = next((p for a in agents if (p := scene.organisation(tree, a)) is not None), None)
            if subject is None:
                continue
            for one in others:
                other = scene.organisation(tree, one)
                if other is None or other.referent == subject.referent or other.referent is None:
                    continue
                member = scene.member_at(tree, one, "org")
                if member is not None and member.kind in ("media", "civil_org"):
                    continue
                date = date_for(scene, tree, token.i)
                span = cover((token.start, token.end), party_span(subject), party_span(other), within=tree)
                edtf, basis = when(date)
                yield Draft(
                    "allied_with",
                    subject,
                    *span,
                    token.start,
                    "relations.read_joint_action",
                    f"{token.text} {case}",
                    object=other,
                    edtf=edtf,
                    basis=basis,
                )


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


def _examples(tree: Tree, i: int) -> list[int]:
    """List what a nominal gives as examples: "other factions, including X and Y"."""
    return [k for case, k in tree.obliques(i) if case in ("including", "such as", "like", "among")]


def read_opposition(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a body opposes, rejects, fights or condemns another body, an agreement or a policy."""
    for token in tree.tokens:
        lemma = token.lemma.lower()
        if lemma not in words_of("relations", "oppose_verbs") or token.upos not in ("VERB", "NOUN", "ADJ"):
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


RULES = (read_joint_action, read_opposition)
