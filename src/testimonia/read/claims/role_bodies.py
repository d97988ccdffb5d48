"""In which body a role is held: by whose owner it is, by what stands around it, or because the text speaks of that body."""

import re
from collections import Counter
from dataclasses import dataclass

from testimonia.model.party import Party
from testimonia.read.claims.drafts import sayings
from testimonia.read.claims.offices import body_of_office, office_of, person_meant
from testimonia.read.claims.parties import owner_ahead
from testimonia.read.claims.umbrellas import is_umbrella
from testimonia.read.lexicon import any_of, table, words_of
from testimonia.read.names.cast import Member
from testimonia.read.names.kinds import kind_of_name
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.text.names import fold_name, is_acronym_for

_ACRONYM = re.compile(r"\s*\((?:the )?(?P<name>[A-Z][A-Za-z-]*[A-Z])\)")


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
    heads = [k for k in owners_of_role(tree, role) if tree.case(k) not in ("in", "from") or _is_body(scene, tree, k)]
    heads += [k for case, k in tree.obliques(i) if case in ("at", "with", "within")]
    heads += [k for one in role.tokens for k in tree.children(one, "compound", "nmod:desc", "amod") if k not in role.tokens]
    after = scene.spot_at(tree, role.tokens[-1] + 2) if role.tokens[-1] + 2 < len(tree.tokens) else None
    if after is not None and tree.tokens[role.tokens[-1] + 1].text == "," and tree.tokens[i].deprel in ("appos", "nmod:desc"):
        heads.append(after.head)  # "commander, Y"
    heads += _right_ahead(scene, tree, role)
    for person in people:
        heads += tree.children(person, "nmod:poss", "compound", "nmod:desc")
        heads += [k for k in tree.children(person, "nmod") if tree.case(k) == "of" and i < person]  # "acting leader P of X"
    own = scene.spot_at(tree, i)
    for k in heads:
        if (
            k in people
            or tree.low[k] in ("former", "latter")  # "a former minister" has no body in "former"
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
            or body_behind(scene, tree, k)
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
    return _body_around(scene, tree, role, people)


def _is_body(scene: Scene, tree: Tree, i: int) -> bool:
    """Say whether a nominal names a body: "a brigadier in the Croatian army"."""
    return scene.member_at(tree, i, "org") is not None or scene.force(tree, i) is not None


def body_behind(scene: Scene, tree: Tree, i: int, *, deep: int = 3) -> Party | None:
    """Give the body to which an inner part belongs: X in "the political bureau of X", "the X office in Beirut", "X's Secretary-General".

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the noun for the part.
        deep: How many parts within parts are followed.

    Returns:
        The body, or None where the noun is for no part of one.
    """
    parts = any_of(("people", "office_nouns"), ("people", "parts_of_bodies"), ("people", "inner_parts"))
    if deep == 0 or scene.spot_at(tree, i) is not None or not (tree.lemma[i] in parts or tree.lemma[i] in table("people", "roles")):
        return None
    token = tree.tokens[i]
    named = _in_a_title(scene, token.start, token.end) or _in_a_bracket(scene, tree, i)
    if named is not None:
        return named
    if tree.lemma[i] in table("people", "roles") and tree.children(i, "appos", "flat"):
        return None  # "the deputy of its leader, P": another person
    in_chief = [m for case, k in tree.obliques(i) if case == "in" and tree.low[k] == "chief" for m in tree.owners(k)]
    for k in [*tree.owners(i), *in_chief, *tree.children(i, "compound", "nmod:desc", "amod")]:
        if tree.case(k) in ("in", "from", "for"):
            continue
        within = tree.children(k, "compound", "amod") if tree.tokens[k].deprel in ("compound", "amod") else []
        party = scene.organisation(tree, k) or body_behind(scene, tree, k, deep=deep - 1)
        party = party or next((p for m in within if (p := scene.organisation(tree, m)) is not None), None)
        if party is not None:
            return party
    return None


def _in_a_title(scene: Scene, start: int, end: int) -> Party | None:
    """Give the body in a title that is read as one name: "United Nations Secretary-General"."""
    words = scene.text[start:end].rpartition(" ")[0].removeprefix("the ")
    members = scene.cast.members.values()
    member = scene.cast.member(words) or next((m for m in members if any(is_acronym_for(name, words) for name in m.names)), None)
    if words and member is None and kind_of_name(words, {})[0] == "intergovernmental":
        member = Member(fold_name(words), "org", Counter([words]), "intergovernmental", None, None, start)
        scene.cast.members[member.key] = member
        scene.cast.stands_for[member.key] = (member.key, "name")
    if not words or member is None or member.cls != "org":
        return None
    return scene.named(member, how="name", start=start, end=start + len(words))


def _in_a_bracket(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body whose short name follows a part in brackets: "the UN mission in the Congo (MONUSCO)"."""
    match = _ACRONYM.match(scene.text, tree.extent(i)[1])
    member = None if match is None else scene.cast.member(match["name"])
    if match is None or member is None or member.cls != "org":
        return None
    return scene.named(member, how="acronym", start=match.start("name"), end=match.end("name"))


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
        tree.tokens[k].deprel in ("nmod", "nmod:poss", "compound")
        and tree.case(k) != "as"
        and tree.low[k] not in words_of("people", "ranks_within")
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
        member = member or _only_one_led(scene, tree, head, before)
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
    near = [
        k for k in near if not (_has_the(tree, i) and _has_the(tree, k) and tree.owners(i) and tree.owners(k))
    ]  # "the head of A and the chief of B"
    near += [k for one in near for k in tree.children(one, "appos")]
    if token.deprel in ("appos", "conj") and token.head >= 0 and tree.tokens[token.head].upos == "PROPN":
        near += [k for k in tree.children(token.head, "appos", "conj") if k != i]  # "P, the leader and chief negotiator of X"
    return [k for k in near if tree.lemma[k] in table("people", "roles") and tree.tokens[k].upos in ("NOUN", "PROPN")]


def _has_the(tree: Tree, i: int) -> bool:
    return any(tree.low[k] == "the" for k in tree.children(i, "det"))


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


def _only_one_led(scene: Scene, tree: Tree, i: int, bodies: list[int]) -> Member | None:
    """Give the only body of a sentence where the clause before tells of it: "the X is led by P, while Q is the military chief"."""
    members = {m.key: m for k in bodies if (m := scene.member_at(tree, k, "org")) is not None}
    told = any(tree.tokens[k].deprel in (*SUBJECTS, "obj") or tree.lemma[tree.tokens[k].head] in table("people", "roles") for k in bodies)
    said = tree.children(i, "cop") and any(tree.low[k] == "the" for k in tree.children(i, "det"))
    return next(iter(members.values())) if len(members) == 1 and told and said else None


def _is_told_by(tree: Tree, i: int, speaker: int) -> bool:
    """Say whether a body tells what befell somebody in a role, one of its own then: "the X said a commander, P, had been killed"."""
    token, saying = tree.tokens[i], tree.tokens[speaker].head
    told = tree.clause(i)
    if token.deprel not in SUBJECTS or tree.tokens[speaker].deprel not in SUBJECTS or saying < 0:
        return False
    return tree.lemma[saying] in sayings() and tree.tokens[told].deprel == "ccomp" and tree.tokens[told].head == saying


def _inner() -> frozenset[str]:
    return words_of("people", "within_a_body")


def _body_around(scene: Scene, tree: Tree, role: Role, people: list[int]) -> Party | None:
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
    return _choosing(scene, tree, role.head) or _left(scene, tree, people) or _of_the_list(scene, tree, role)


def _right_ahead(scene: Scene, tree: Tree, role: Role) -> list[int]:
    """Give the name that stands right before the words of a role, wherever the parser hangs it: "the UN under-secretary-general"."""
    words = {*role.tokens, *(k for one in role.tokens for k in tree.children(one, "compound", "amod") if k < one)}
    before = min(k for k in words if scene.spot_at(tree, k) is None or k in role.tokens) - 1
    spot = scene.spot_at(tree, before) if before >= 0 else None
    return [] if spot is None else [spot.head]


def _left(scene: Scene, tree: Tree, people: list[int]) -> Party | None:
    """Give the body that a person with a role left or was thrown out of: "P, then a senior commander, was expelled by X"."""
    for person in people:
        verb = tree.tokens[person].head
        if verb < 0 or tree.tokens[person].deprel not in SUBJECTS or tree.lemma[verb] not in words_of("people", "body_leaving_verbs"):
            continue
        bodies = tree.agents(verb) if tree.is_passive(verb) else tree.objects(verb)
        bodies = [*bodies, *(k for case, k in tree.obliques(verb) if case == "from")]
        body = next((p for k in bodies if k != person and (p := scene.organisation(tree, k)) is not None), None)
        if body is not None:
            return body
    return None


def _of_the_list(scene: Scene, tree: Tree, role: Role) -> Party | None:
    """Give the body whose officers a sentence lists: X in "X's officers are A, chairman; B, secretary"."""
    if tree.owners(role.head) or tree.tokens[role.head].deprel not in ("list", "conj", "parataxis", "appos", "dep"):
        return None
    ahead = [t.i for t in tree.tokens[: role.head] if t.lemma.lower() in table("people", "roles") and "Number=Plur" in t.feats]
    ahead += [i for i in tree.having(table("people", "leading_nouns").keys()) if i < role.head]
    return next((p for i in ahead for k in tree.owners(i) if (p := scene.organisation(tree, k)) is not None), None)


def _choosing(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body that chose somebody for a role, or that has him in it: "X elected P president", "with P as its leader, X began"."""
    token = tree.tokens[i]
    if token.head < 0 or tree.case(i) not in ("", "as"):
        return None
    verb = tree.clause(token.head)
    choosing = any_of(("people", "entering_verbs"), ("people", "having_verbs"))
    chosen = token.deprel in ("xcomp", "obj", "obl") and tree.lemma[verb] in choosing
    chosen = chosen and not tree.is_passive(verb)
    having = tree.case(token.head) == "with" and token.deprel == "nmod" and any(tree.low[k] == "its" for k in tree.children(i, "nmod:poss"))
    subject = tree.subject(verb) if chosen or having else None
    if subject is None:
        return None
    return scene.organisation(tree, subject) or body_behind(scene, tree, subject)


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
