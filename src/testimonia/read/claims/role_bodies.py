"""In which body a role is held: by whose owner it is, by what stands around it, or because the text speaks of that body."""

from dataclasses import dataclass

from testimonia.model.party import Party
from testimonia.read.claims.drafts import sayings
from testimonia.read.claims.offices import body_of_office, office_of, person_meant
from testimonia.read.claims.parties import owner_ahead
from testimonia.read.claims.umbrellas import is_umbrella
from testimonia.read.lexicon import any_of, table, words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree


@dataclass(frozen=True, slots=True)
class Role:
    """A role in a sentence: its head, the tokens of its phrase, and how it is written down."""

    head: int
    tokens: tuple[int, ...]
    name: str


def body_of_role(scene: Scene, tree: Tree, role: Role, people: list[int]) -> Party | None:
    """Give the body in which a role is held.

    Args:
        scene: The document being read.
        tree: The sentence.
        role: The role.
        people: Heads of the names of those who hold it.

    Returns:
        The body named with the role or around it, or None.
    """
    i = role.head
    heads = [k for k in owners_of_role(tree, role) if tree.case(k) not in ("in", "from") or scene.member_at(tree, k, "org") is not None]
    heads += [k for case, k in tree.obliques(i) if case in ("at", "with", "within")]
    heads += tree.children(i, "compound", "nmod:desc", "amod")
    after = scene.spot_at(tree, role.tokens[-1] + 2) if role.tokens[-1] + 2 < len(tree.tokens) else None
    if after is not None and tree.tokens[role.tokens[-1] + 1].text == "," and tree.tokens[i].deprel in ("appos", "nmod:desc"):
        heads.append(after.head)  # "commander, Y"
    for person in people:
        heads += tree.children(person, "nmod:poss", "compound", "nmod:desc")
    own = scene.spot_at(tree, i)
    for k in heads:
        if (
            k in people
            or (tree.tokens[k].deprel != "nmod:poss" and tree.low[k] in words_of("people", "portfolios") and scene.spot_at(tree, k) is None)
            or (own is not None and scene.spot_at(tree, k) is own)
        ):
            continue
        if tree.tokens[k].text.lower() == "whose" and _owner_of_whose(scene, tree, k) == k and _before_whose(scene, tree, k) is None:
            continue  # whose it is stays open
        party = (
            _before_whose(scene, tree, k)
            or _before_its(scene, tree, k)
            or owner_ahead(scene, tree, k)
            or scene.organisation(tree, _owner_of_whose(scene, tree, k))
        )
        if party is not None:
            return party
    having = who_has(tree, i)
    if having is not None:
        return scene.organisation(tree, having)
    token = tree.tokens[i]
    for at in [token.head, *(tree.tokens[p].head for p in people)]:
        # "members of X, including media officer Y": the role is held in X
        if at >= 0 and tree.tokens[at].upos == "NOUN" and any(tree.case(k).split(" ")[0] in ("including", "among") for k in [i, *people]):
            body = scene.actor(tree, at)
            if body.referent is not None:
                return body
    return _body_around(scene, tree, role)


def body_spoken_of(scene: Scene, tree: Tree, role: Role, people: list[int]) -> Party | None:
    """Give the body spoken of, where a role that is held in some body stands without one: "the chief of staff, X", "X, a vice-chairman".

    Args:
        scene: The document being read.
        tree: The sentence.
        role: The role.
        people: Heads of the names of those who hold it.

    Returns:
        The body, or None where the role may be held elsewhere.
    """
    topic, head = scene.topic, role.head
    if not people or topic.several or topic.elsewhere or not (role.name in _inner() or role.name.split()[-1] in _inner()):
        return None
    if any(
        tree.tokens[k].deprel in ("nmod", "nmod:poss", "compound") and tree.case(k) != "as"
        for i in role.tokens
        for k in tree.children(i)
        if k not in role.tokens
    ):
        return None  # "the village's leader", "the camp commander": it is held elsewhere
    chosen = _is_chosen(tree, head)
    if not chosen and not any(tree.tokens[k].text.lower() in ("the", "a", "an", "one") for k in tree.children(head, "det", "nummod")):
        return None
    about = {k for t in tree.tokens if t.deprel == "acl:relcl" and head not in tree.subtree(t.i) for k in tree.subtree(t.i)}
    before = [s.head for s in scene.spots_in(tree) if s.end <= tree.tokens[head].start and s.head not in about]  # but "X, whose Y was"
    before = [k for k in before if scene.member_at(tree, k, "org") is not None]
    member = topic.subject or topic.section or topic.title
    if before:
        member = next((scene.member_at(tree, k, "org") for k in before if _is_told_by(tree, head, k)), None)
    elif chosen:
        member = next((m for m in (topic.section, topic.title) if is_umbrella(m)), member)
    if member is None or member.cls != "org" or member.kind in ("media", "government", "state_force", "intergovernmental", "civil_org"):
        return None
    token = tree.tokens[head]
    return scene.named(member, how="topic", start=token.start, end=token.end)


def owners_of_role(tree: Tree, role: Role) -> list[int]:
    """List the possessors of a role, whichever of its words they hang on.

    Args:
        tree: The sentence.
        role: The role.

    Returns:
        Heads of the possessors.
    """
    return [k for i in role.tokens for k in tree.owners(i) if k not in role.tokens]


def fellow_roles(tree: Tree, i: int) -> list[int]:
    """List the other roles with which one is coordinated: "its founder and commander", "X, leader of Y, and its spokesman, Z".

    Args:
        tree: The sentence.
        i: Position of the role's head.

    Returns:
        Heads of the others.
    """
    token = tree.tokens[i]
    near = [*tree.children(i, "conj"), *([token.head] if token.deprel == "conj" else [])]
    near += [k for one in near for k in tree.children(one, "appos")]
    return [k for k in near if tree.lemma[k] in table("people", "roles") and tree.tokens[k].upos in ("NOUN", "PROPN")]


def who_has(tree: Tree, i: int) -> int | None:
    """Find who has people in a role: X in "X has several commanders, including A".

    Args:
        tree: The sentence.
        i: Position of the role's head.

    Returns:
        Position of the subject, or None.
    """
    token = tree.tokens[i]
    return tree.subject(token.head) if token.deprel == "obj" and tree.tokens[token.head].lemma.lower() == "have" else None


def _is_chosen(tree: Tree, i: int) -> bool:
    """Say whether a role is what somebody was chosen for: "was elected chairman"."""
    token, entering = tree.tokens[i], words_of("people", "entering_verbs")
    if tree.children(i, "cop") and any(tree.lemma[k] in entering and tree.tokens[k].upos == "VERB" for k in tree.children(i, "amod")):
        return True  # the parser takes the participle for an adjective
    chosen = token.deprel in ("xcomp", "obj") or (token.deprel == "obl" and tree.case(i) == "as")
    passive = token.head >= 0 and (tree.is_passive(token.head) or bool(tree.children(i, "cop")))  # it hangs "was" on the role
    return chosen and passive and tree.lemma[token.head] in entering


def _is_told_by(tree: Tree, i: int, speaker: int) -> bool:
    """Say whether a body tells what befell somebody in a role, one of its own then: "the X said a commander, P, had been killed"."""
    token, saying = tree.tokens[i], tree.tokens[speaker].head
    told = tree.clause(i)
    if token.deprel not in SUBJECTS or tree.tokens[speaker].deprel not in SUBJECTS or saying < 0:
        return False
    return tree.lemma[saying] in sayings() and tree.tokens[told].deprel == "ccomp" and tree.tokens[told].head == saying


def _inner() -> frozenset[str]:
    return words_of("people", "within_a_body")


def _body_around(scene: Scene, tree: Tree, role: Role) -> Party | None:
    """Give the body in which a role is held from what stands around it: another office, a role beside it, who chose the person."""
    for k in owners_of_role(tree, role):
        person = person_meant(scene, tree, k)
        office = None if person is None else office_of(scene, person)
        if office is not None:
            return body_of_office(scene, office, start=tree.tokens[k].start, end=tree.tokens[k].end)  # "his deputy, X"
    beside = [k for k in owners_of_role(tree, role) if tree.lemma[k] in table("people", "roles")]  # "envoy of the UN Secretary-General"
    owners = owners_of_role(tree, role)
    if not owners or beside or any(tree.low[k] in words_of("grammar", "third_person") for k in owners):
        beside += fellow_roles(tree, role.head)
    for k in beside:
        held = [*tree.owners(k), *tree.children(k, "compound", "nmod:desc")]
        body = next((p for m in held if (p := scene.organisation(tree, m)) is not None), None)
        if body is not None:
            return body
    return _choosing(scene, tree, role.head)


def _choosing(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body that chose somebody for a role, or that has him in it: "X elected P president", "with P as its leader, X began"."""
    token = tree.tokens[i]
    if token.head < 0 or tree.case(i) not in ("", "as"):
        return None
    verb = tree.clause(token.head)
    chosen = token.deprel in ("xcomp", "obj", "obl") and tree.lemma[verb] in words_of("people", "entering_verbs")
    chosen = chosen and not tree.is_passive(verb)
    having = tree.case(token.head) == "with" and token.deprel == "nmod" and any(tree.low[k] == "its" for k in tree.children(i, "nmod:poss"))
    subject = tree.subject(verb) if chosen or having else None
    return None if subject is None else scene.organisation(tree, subject)


def _owner_of_whose(scene: Scene, tree: Tree, i: int) -> int:
    """Follow "whose" to its noun, also from the second of two relative clauses: "X, of which they are the wing and whose leader ...".

    The parser hangs a clause on the last noun before it: in "X, set up by a decree in May 2019, whose head is Y", it is the body's head.
    """
    found = tree.antecedent(i)
    clause = tree.tokens[tree.clause(i)]
    if found == i and tree.low[i] == "whose" and clause.deprel == "conj" and tree.tokens[clause.head].deprel == "acl:relcl":
        return tree.tokens[clause.head].head
    while tree.low[i] == "whose" and found != i and _has_no_head(scene, tree, found) and tree.tokens[found].head >= 0:
        found = tree.tokens[found].head
    return found


def _has_no_head(scene: Scene, tree: Tree, i: int) -> bool:
    """Say whether a word is none that has a head or spokesman: neither a name nor a noun for people or bodies."""
    bodies = any_of(("people", "generic_groups"), ("people", "members"), ("people", "office_nouns"), ("people", "anonymous"))
    return scene.spot_at(tree, i) is None and tree.low[i] not in bodies and tree.lemma[i] not in table("people", "roles")


def _before_its(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the only body named before "its" or "their" in a sentence that opens with no other: "the X answer to P through their chair"."""
    if tree.low[i] not in ("its", "their") or tree.tokens[i].deprel != "nmod:poss":
        return None
    before = [s for s in scene.spots_in(tree) if s.end <= tree.tokens[i].start]
    bodies = [s for s in before if scene.member_at(tree, s.head, "org") is not None]
    pointing = words_of("grammar", "third_person") | words_of("people", "generic_groups")
    others = any(tree.low[k] in pointing and scene.spot_at(tree, k) is None and not tree.children(k, "amod") for k in range(i))
    if others or len({m.key for s in bodies if (m := scene.cast.member(s.text)) is not None}) != 1:
        return None
    member = scene.cast.member(bodies[-1].text)
    if member is None or member.kind not in ("armed_group", "armed_wing", "coalition", "political_body", None):
        return None
    return scene.named(member, how="pronoun", start=tree.tokens[i].start, end=tree.tokens[i].end)


def _before_whose(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body named right before "whose", which the parser may hang elsewhere: "X, whose founder, Y, had led Z, split"."""
    if tree.tokens[i].text.lower() != "whose":
        return None
    before = [s for s in scene.spots_in(tree) if s.end <= tree.tokens[i].start]
    if not before or scene.text[before[-1].end : tree.tokens[i].start].strip(" ,") not in ("", "and"):
        return None
    return scene.spot_party(before[-1], "org")
