"""Read who stands with whom."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from testimonia.codebook.words import load_words
from testimonia.model.party import Party
from testimonia.read.claims.drafts import Draft, cover, date_for, party_span, polarity_of, when
from testimonia.read.claims.parties import bodies_at
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.listening import listens_for
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree

PREDICATES = ("allied_with", "affiliated_with", "opposes")

_BELONGING = frozenset(["belong", "adhere", "accede"])
"""Who belongs to a coalition "along with" another is its fellow member, and no more is told."""


_SHARING = frozenset(["jointly", "together", "joint", "side", "force", "hand"])
_JOINING = frozenset(["with", "alongside", "together", "jointly", "along"])
"""Words of which every joint action has one, but for those told by a noun ("in support of")."""


@listens_for(*_JOINING, ("relations", "beside_nouns"))
def read_joint_action(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """Two bodies are said to act together: one acts alongside, together with, or signs an agreement with the other."""
    for token in tree.tokens:
        if token.upos != "VERB" or tree.is_unreal(token.i) or tree.is_negated(token.i):
            continue
        lemma = token.lemma.lower()
        if lemma in _unreal() or lemma in _BELONGING:
            continue
        hostile = lemma in ("clash", "fight", "battle", "engage", "war", "skirmish")
        objects = {tree.tokens[k].lemma.lower() for k in tree.children(token.i, "obj")}
        if any(tree.is_negated(k) for k in tree.children(token.i, "obj")):
            continue  # "has no alliance with"
        joint = objects & words_of("relations", "joint_nouns")
        shared = joint or lemma in _shared_verbs()
        companions = [(case, k) for case, k in _companions(tree, token.i) if case != "with" or (shared and not hostile)]
        if shared or objects & words_of("triggers", "nouns"):
            companions += _beside(tree, token.i)
        subject = next((p for a in tree.agents(token.i) if companions for p in bodies_at(scene, tree, a, people=True)), None)
        if subject is None:
            continue
        for case, k in companions:
            for one in [k, *examples_of(tree, k)]:
                other = _ally(scene, tree, one, subject)
                if other is not None:
                    yield alliance_draft(scene, tree, token.i, subject, other, trigger=f"{token.text} {case}")


@cache
def _shared_verbs() -> frozenset[str]:
    """Verbs of what allies do with one another; who meets, accuses or threatens somebody is not yet an ally."""
    of_talk = ("CONSULT", "ACCUSE", "REJECT", "THREATEN", "REQUEST", "PROTEST", "SANCTION")
    told = (str(verb) for verb, codes in load_words("triggers")["verbs"].items() if codes[0] not in of_talk)
    return words_of("relations", "ally_verbs") | frozenset(told)


def _ally(scene: Scene, tree: Tree, i: int, subject: Party) -> Party | None:
    """Give the body at a nominal that can be an ally of another: no outlet, no charity, and not itself."""
    other = next(iter(bodies_at(scene, tree, i, people=True)), None)
    member = None if other is None else scene.cast.holder_of(other.referent)
    if other is None or other.referent is None or other.referent == subject.referent:
        return None
    return None if member is not None and member.kind in ("media", "civil_org") else other


def alliance_draft(scene: Scene, tree: Tree, i: int, subject: Party, other: Party, *, trigger: str) -> Draft:
    """Write down that two bodies are allied, with the date that belongs to a word.

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the word that tells of the alliance.
        subject: One body.
        other: The other.
        trigger: The words that made the rule think of it.

    Returns:
        A draft of `allied_with`.
    """
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
    for k in tree.children(i, "advmod"):
        if tree.tokens[k].text.lower() in ("together", "jointly", "along", "alongside"):
            found += [("together with", m) for case, m in tree.obliques(k) if case == "with"]
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


def examples_of(tree: Tree, i: int) -> list[int]:
    """List what a nominal gives as examples: "other factions, including X and Y".

    Args:
        tree: The sentence.
        i: Position of the nominal.

    Returns:
        Heads of the examples.
    """
    return [k for case, k in tree.obliques(i) if case in ("including", "such as", "like", "among")]


@listens_for(*_SHARING)
def read_joint_agents(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """Several bodies are said to do something jointly: "conducted jointly by X and Y", "X and Y jointly attacked"."""
    for i in tree.having(_SHARING):
        verb = _done_jointly(tree, i)
        if verb is None or tree.tokens[verb].upos != "VERB" or tree.lemma[verb] in _BELONGING | _unreal():
            continue
        if tree.is_unreal(verb) or tree.is_negated(verb):
            continue
        parties = [p for k in tree.agents(verb) for p in _those_who(scene, tree, k)]
        for other in parties[1:]:
            if other.referent not in (None, parties[0].referent):
                draft = alliance_draft(scene, tree, verb, parties[0], other, trigger=f"{tree.tokens[verb].text} {tree.low[i]}")
                yield replace(draft, rule="relations.read_joint_agents")


def _those_who(scene: Scene, tree: Tree, i: int) -> list[Party]:
    """Give the bodies that act or whose people do: "X and Y", "militants from X and Y"."""
    people = [p for k in tree.owners(i) for m in tree.conjuncts(k) if (p := scene.organisation(tree, m)) is not None]
    return people if len(people) > 1 and scene.body_of_members(tree, i) is not None else bodies_at(scene, tree, i, people=True)


def _done_jointly(tree: Tree, i: int) -> int | None:
    """Give what several do at once: "jointly attacked", "in a joint operation", "fight on the same side"; not "came together"."""
    token, word = tree.tokens[i], tree.low[i]
    if word in ("forces", "hands"):
        alone = token.deprel == "obj" and not tree.children(i, "det", "amod", "nmod:poss", "compound", "nummod")
        alone = alone and tree.lemma[token.head] in ("join", "combine")
        return token.head if alone and not any(case == "with" for case, _ in tree.obliques(token.head)) else None
    if token.deprel == "advmod":
        return token.head if word == "jointly" or (word == "together" and tree.lemma[token.head] in _shared_verbs()) else None
    noun = i if word == "side" else token.head
    shared = any(tree.low[k] == "same" for k in tree.children(i, "amod")) if word == "side" else word == "joint"
    shared = shared and (word == "side" or tree.lemma[noun] in words_of("relations", "joint_nouns"))
    return tree.tokens[noun].head if shared and tree.tokens[noun].deprel in ("obl", "obj") else None


@listens_for(("relations", "ending_verbs"))
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
            draft = alliance_draft(scene, tree, i, subject, other, trigger=token.text)
            edtf = None if draft.edtf is None or "/" in draft.edtf else f"../{draft.edtf}"
            rule = "relations.read_ended_alliances"
            yield replace(draft, rule=rule, edtf=edtf, mode="throughout", polarity=polarity_of(denied=edtf is None))


@listens_for(("relations", "denying_verbs"))
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
                    yield Draft("affiliated_with", subject, *span, token.start, rule, token.text, object=other, stance="denied")


@listens_for(("relations", "friend_nouns"), ("relations", "foe_nouns"), ("relations", "between_nouns"))
def read_mutual_ties(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """Two bodies are called allies, partners, rivals or enemies, or a war, conflict or alliance is between them."""
    friends, foes = words_of("relations", "friend_nouns"), words_of("relations", "foe_nouns")
    for i in tree.having(friends | foes | words_of("relations", "between_nouns")):
        token = tree.tokens[i]
        above = tree.clause(i)
        if token.upos != "NOUN" or scene.spot_at(tree, i) is not None or tree.is_negated(i) or tree.is_negated(above):
            continue
        lemma = token.lemma.lower()
        heads: list[int] = []
        if token.deprel == "obj" and tree.tokens[above].lemma.lower() in words_of("relations", "sealing_verbs"):
            heads = tree.agents(above)  # "X and Y signed an alliance"
        elif lemma not in friends | foes:
            heads = [k for case, k in tree.obliques(i) if case == "between" and tree.tokens[above].lemma.lower() not in _unreal()]
        elif tree.children(i, "cop") and "Number=Plur" in token.feats and (subject := tree.subject(i)) is not None:
            heads = tree.conjuncts(subject)
        parties = [p for k in heads for p in bodies_at(scene, tree, k)]
        hostile = lemma in foes or lemma in words_of("relations", "hostile_nouns")
        for other in parties[1:] if not tree.is_unreal(above) else ():
            if other.referent not in (None, parties[0].referent):
                draft = alliance_draft(scene, tree, i, parties[0], other, trigger=token.text)
                yield replace(
                    draft, predicate="opposes" if hostile else "allied_with", rule="relations.read_mutual_ties", mode="throughout"
                )


def _unreal() -> frozenset[str]:
    """Verbs after which an alliance is not one, or no longer."""
    return any_of(("relations", "unreal_governors"), ("relations", "ending_verbs"), ("relations", "denying_verbs"))


RULES = (read_joint_action, read_joint_agents, read_ended_alliances, read_denied_ties, read_mutual_ties)
