"""Read who holds which public role in which body. Only such a role makes a person an entity."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from testimonia.model.claim import Value
from testimonia.model.kinds import Basis
from testimonia.model.party import Party
from testimonia.read.claims.drafts import Draft, cover, date_for, party_span, when
from testimonia.read.claims.naming import is_alias_link
from testimonia.read.lexicon import table, words_of
from testimonia.read.names.spotting import Spot
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree

PREDICATES = ("has_role",)

_LEAD = {
    "lead": "leader",
    "head": "head",
    "command": "commander",
    "found": "founder",
    "establish": "founder",
    "chair": "chairman",
    "form": "founder",
}
_OF = re.compile(r"(?:\s*[(\[][^()\[\]]*[)\]])?\s+of\s+")
_LED = frozenset(["armed_group", "coalition", "political_body", None])
"""Kinds of bodies that are named by who leads them; a state's force is not, nor an office."""
_SOME = ("one", "some", "among")
_NAME_LINKS = ("appos", "flat", "nmod:desc", "compound", "flat:name", "nmod")


@dataclass(frozen=True, slots=True)
class Role:
    """A role in a sentence: its head, the tokens of its phrase, and how it is written down."""

    head: int
    tokens: tuple[int, ...]
    name: str


def read_role_nouns(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text names a person together with a role: "X, spokesman of Y", "their commander X", "Y leader X"."""
    for role in _roles_in(scene, tree):
        people = _bearers(scene, tree, role)
        body = _body(scene, tree, role, people)
        if body is None and not _is_public_alone(role):
            body = _spoken_of(scene, tree, role, people)
            if body is None:
                continue
        for head in people:
            member, spot = scene.member_at(tree, head, "person"), _own_name(scene, tree, head)
            subject = None if member is None or spot is None else scene.spot_party(spot, "person")
            if subject is None or tree.is_negated(role.head):
                continue
            _make_public(scene, subject, role.name.split()[-1] if " of " not in role.name else role.name)
            token = tree.tokens[role.head]
            first, last = tree.tokens[role.tokens[0]], tree.tokens[role.tokens[-1]]
            edtf, basis, date = _tenure(scene, tree, role.head)
            span = cover((first.start, last.end), party_span(subject), party_span(body), date, within=tree)
            yield Draft(
                "has_role",
                subject,
                *span,
                token.start,
                "roles.read_role_nouns",
                token.text,
                object=body,
                value=Value(role=role.name),
                edtf=edtf,
                basis=basis,
                mode="throughout" if edtf is not None else "within",
                stance="asserted" if _is_denier(tree, role.head) else None,
            )


def _is_denier(tree: Tree, i: int) -> bool:
    """Say whether a role is that of who denies something: not the role is denied."""
    clause = tree.clause(i)
    subject = tree.subject(clause) if tree.tokens[clause].lemma.lower() in words_of("relations", "denying_verbs") else None
    return subject is not None and i in tree.subtree(subject)


def _make_public(scene: Scene, subject: Party, role: str) -> None:
    """Note that a person has a public role."""
    member = scene.cast.holder_of(subject.referent)
    if member is not None:
        member.role = member.role or role


def _own_name(scene: Scene, tree: Tree, head: int) -> Spot | None:
    """Give the name of a bearer; where it is another name for a person named right before it, that person's."""
    spot = scene.spot_at(tree, head)
    if spot is None:
        return None
    before = [s for s in scene.spots_in(tree) if s.end <= spot.start and scene.member_at(tree, s.head, "person") is not None]
    if before and is_alias_link(scene.text[before[-1].end : spot.start]):
        return before[-1]
    return spot


def _roles_in(scene: Scene, tree: Tree) -> Iterator[Role]:
    """Find the roles of a sentence: phrases of several words first, then single nouns."""
    taken: set[int] = set()
    for match in _phrases().finditer(scene.text, tree.sentence.start, tree.sentence.end):
        inside = tuple(t.i for t in tree.tokens if match.start() <= t.start and t.end <= match.end())
        heads = [i for i in inside if tree.tokens[i].head not in inside]
        if heads and scene.spot_at(tree, heads[0]) is None:
            taken.update(inside)
            yield Role(heads[0], inside, table("people", "role_phrases")[" ".join(match.group().lower().split())])
    roles = table("people", "roles")
    for token in tree.tokens:
        role = roles.get(token.lemma.lower()) or roles.get(token.text.lower())
        if role is not None and token.upos in ("NOUN", "PROPN") and token.i not in taken:
            yield Role(token.i, (token.i,), _full_role(scene, tree, token.i, role))


@cache
def _phrases() -> re.Pattern[str]:
    phrases = sorted(table("people", "role_phrases"), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in phrases) + r")(?!\w)", re.IGNORECASE)


def _is_public_alone(role: Role) -> bool:
    """Say whether a role is public without a body: an office of state, an analyst."""
    alone = words_of("people", "public_alone")
    words = role.name.split()
    if len(words) > 1 and words[-1].startswith("spokes") and set(words[:-1]) & words_of("people", "public_bodies"):
        return True
    return words[-1] in alone or any(role.name.endswith(office) for office in words_of("people", "state_offices"))


def _spoken_of(scene: Scene, tree: Tree, role: Role, people: list[int]) -> Party | None:
    """Give the body spoken of, where a role that is held in some body stands without one: "the chief of staff, X", "X, a vice-chairman"."""
    topic, head = scene.topic, role.head
    if not people or topic.several or topic.elsewhere or not (role.name in _inner() or role.name.split()[-1] in _inner()):
        return None
    if any(
        tree.tokens[k].deprel in ("nmod", "nmod:poss", "compound") for i in role.tokens for k in tree.children(i) if k not in role.tokens
    ):
        return None  # "the village's leader", "the camp commander": it is held elsewhere
    if not any(tree.tokens[k].text.lower() in ("the", "a", "an", "one") for k in tree.children(head, "det", "nummod")):
        return None
    if any(scene.member_at(tree, s.head, "org") is not None for s in scene.spots_in(tree) if s.end <= tree.tokens[head].start):
        return None
    member = topic.subject or topic.section or topic.title
    if member is None or member.cls != "org" or member.kind in ("media", "government", "state_force", "intergovernmental", "civil_org"):
        return None
    token = tree.tokens[head]
    return scene.named(member, how="topic", start=token.start, end=token.end)


def _inner() -> frozenset[str]:
    return words_of("people", "within_a_body")


def _tenure(scene: Scene, tree: Tree, i: int) -> tuple[str | None, Basis, tuple[int | None, int | None]]:
    """Give since when or in which period a role is held: "became leader in 2008", "leader from 1998 to 2008"."""
    clause = tree.clause(i)
    entered = tree.tokens[clause].lemma.lower() in words_of("people", "entering_verbs") and tree.tokens[i].deprel in ("obl", "xcomp", "obj")
    if not entered and not tree.children(i, "cop"):
        return None, "stated", (None, None)
    date = date_for(scene, tree, clause)
    if date is None or ("/" not in date.edtf and not entered):
        return None, "stated", (None, None)
    return date.edtf if "/" in date.edtf else f"{date.edtf}/..", date.basis, (date.start, date.end)


def _full_role(scene: Scene, tree: Tree, i: int, role: str) -> str:
    """Give the role with what specifies it ("media officer", "foreign minister"), without names and loaded words."""
    parts = []
    for k in tree.children(i, "compound", "amod", "nmod:desc"):
        token = tree.tokens[k]
        if k > i:
            continue
        if token.text.lower() in words_of("people", "portfolios"):
            parts.append(token.text.lower())
        elif scene.spot_at(tree, k) is None and token.text.islower() and token.text not in words_of("people", "not_of_a_role"):
            parts += [t.text for m in tree.children(k, "amod") if m < k and (t := tree.tokens[m]).text.islower() and t.upos == "ADJ"]
            parts.append(token.text)
    return " ".join([*parts, role])


def _bearers(scene: Scene, tree: Tree, role: Role) -> list[int]:
    """List the heads of the names that a role goes with; the nearest ways of saying so come first."""
    found = [k for i in dict.fromkeys((role.head, *role.tokens)) for k in _apposed(scene, tree, i)]
    found += _predicated(scene, tree, role.head)
    if not found:
        following = role.tokens[-1] + 1
        spot = scene.spot_at(tree, following) if following < len(tree.tokens) else None
        found = [spot.head] if spot is not None and _is_person(scene, tree, spot.head) and spot.head not in role.tokens else []
    if not found:
        # "the spokesman of Y, X": the parser hangs X on Y
        found = [
            k
            for owner in _owners(tree, role)
            for k in tree.children(owner, "appos")
            if _is_person(scene, tree, k) and not _has_role(tree, k)
        ]
    return list(dict.fromkeys(found))


def _is_person(scene: Scene, tree: Tree, i: int) -> bool:
    return scene.member_at(tree, i, "person") is not None


def _has_role(tree: Tree, i: int) -> bool:
    """Say whether a name has a role of its own in apposition."""
    return any(tree.tokens[k].lemma.lower() in table("people", "roles") for k in tree.children(i, "appos"))


def _apposed(scene: Scene, tree: Tree, i: int) -> list[int]:
    """List the persons whose name stands beside a role: "commander X", "X, the commander"."""
    token = tree.tokens[i]
    beside = [
        k for k in tree.children(i, *_NAME_LINKS) if k > i or tree.tokens[k].deprel not in ("compound", "nmod:desc")
    ]  # "X spokesman" is X's
    found = [k for k in beside if _is_person(scene, tree, k) and tree.case(k) in ("", "as")]
    if token.deprel in _NAME_LINKS:
        found += [k for k in tree.children(i, "conj") if _is_person(scene, tree, k) and not _is_titled(tree, k)]
    if not found and token.head >= 0 and token.deprel in (*_NAME_LINKS, "conj") and _is_person(scene, tree, token.head):
        found.append(token.head)
    return found


def _is_titled(tree: Tree, i: int) -> bool:
    """Say whether a name has a title of its own: "the minister and President X"."""
    return any(
        tree.tokens[k].text.lower().rstrip(".") in words_of("people", "titles") for k in tree.children(i, "nmod:desc", "compound", "flat")
    )


def _predicated(scene: Scene, tree: Tree, i: int) -> list[int]:
    """List the persons who are said to be something: "X is the commander", "X was named commander", "one of its commanders is X"."""
    token = tree.tokens[i]
    heads: list[int | None] = []
    if token.deprel in SUBJECTS and token.head >= 0 and tree.children(token.head, "cop"):
        heads.append(token.head)  # "Its leader is X"
    if tree.children(i, "cop") or token.deprel == "root":
        heads += tree.children(i, *SUBJECTS)
    if token.deprel in ("obl", "xcomp") and tree.case(i) in ("as", "") and token.head >= 0:
        named = [] if tree.tokens[token.head].lemma.lower() in ("succeed", "replace", "serve") else tree.children(token.head, "obj")
        heads += named or [tree.subject(token.head)]  # "they named X commander", "X was named commander"
    if token.deprel == "nmod" and tree.case(i) == "of" and token.head >= 0 and tree.tokens[token.head].text.lower() in _SOME:
        heads.append(tree.subject(token.head))
    if _has(tree, i) is not None:
        heads += [k for case, k in tree.obliques(i) if case in ("including", "among", "such as", "like")]
    named = [m for head in heads if head is not None for m in (head, *_named_beside(tree, head))]
    return [head for head in named if _is_person(scene, tree, head)]


def _named_beside(tree: Tree, i: int) -> list[int]:
    """List the names in apposition to a role that is a subject: X in "whose founder, X, had been a commander of Y"."""
    return tree.children(i, "appos") if tree.tokens[i].lemma.lower() in table("people", "roles") else []


def _has(tree: Tree, i: int) -> int | None:
    """Find who has people in a role: X in "X has several commanders, including A"."""
    token = tree.tokens[i]
    return tree.subject(token.head) if token.deprel == "obj" and tree.tokens[token.head].lemma.lower() == "have" else None


def _owners(tree: Tree, role: Role) -> list[int]:
    return [k for i in role.tokens for k in tree.owners(i) if k not in role.tokens]


def _body(scene: Scene, tree: Tree, role: Role, people: list[int]) -> Party | None:
    """Give the body in which a role is held."""
    i = role.head
    heads = [k for k in _owners(tree, role) if tree.case(k) not in ("in", "from") or scene.member_at(tree, k, "org") is not None]
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
            or tree.tokens[k].text.lower() in words_of("people", "portfolios")
            or (own is not None and scene.spot_at(tree, k) is own)
        ):
            continue
        if tree.tokens[k].text.lower() == "whose" and tree.antecedent(k) == k and _before_whose(scene, tree, k) is None:
            continue  # whose it is stays open
        party = _before_whose(scene, tree, k) or scene.organisation(tree, tree.antecedent(k))
        if party is not None:
            return party
    having = _has(tree, i)
    if having is not None:
        return scene.organisation(tree, having)
    token = tree.tokens[i]
    for at in [token.head, *(tree.tokens[p].head for p in people)]:
        # "members of X, including media officer Y": the role is held in X
        if at >= 0 and tree.tokens[at].upos == "NOUN" and any(tree.case(k).split(" ")[0] in ("including", "among") for k in [i, *people]):
            body = scene.actor(tree, at)
            if body.referent is not None:
                return body
    return None


def _before_whose(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body named right before "whose", which the parser may hang elsewhere: "X, whose founder, Y, had led Z, split"."""
    if tree.tokens[i].text.lower() != "whose":
        return None
    before = [s for s in scene.spots_in(tree) if s.end <= tree.tokens[i].start]
    if not before or scene.text[before[-1].end : tree.tokens[i].start].strip(" ,") not in ("", "and"):
        return None
    return scene.spot_party(before[-1], "org")


def read_possessed(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text names an armed body by its leader: "the X of PERSON", "PERSON's X"."""
    for spot in scene.spots_in(tree):
        member = scene.cast.member(spot.text)
        if member is None or member.cls != "org" or member.kind not in _LED:
            continue
        after = [s.head for s in scene.spots_in(tree) if s.start >= spot.end and _OF.fullmatch(scene.text, spot.end, s.start)]
        for k in [*after[:1], *tree.children(spot.head, "nmod:poss")]:
            person, name = scene.member_at(tree, k, "person"), scene.spot_at(tree, k)
            subject = None if person is None or name is None or name is spot else scene.spot_party(name, "person")
            body = scene.spot_party(spot, "org")
            if person is None or subject is None or body is None:
                continue
            person.role = person.role or "leader"
            start, end = cover(party_span(subject), party_span(body), within=tree)
            at = tree.tokens[k].start
            yield Draft("has_role", subject, start, end, at, "roles.read_possessed", "of", object=body, value=Value(role="leader"))


def nearest(tree: Tree, i: int, heads: list[int]) -> list[int]:
    """Keep the last of several coordinated bodies where a participle follows it alone: "A and B, headed by X, joined".

    Args:
        tree: The sentence.
        i: Position of the participle.
        heads: Heads of the bodies, in text order.

    Returns:
        The last one before the participle, or all of them.
    """
    if len(heads) < 2 or tree.tokens[i].deprel != "acl" or not tree.is_passive(i):
        return heads
    before = [k for k in heads if k < i]
    return before[-1:] or heads


def read_leading(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a body is led, headed, commanded or was founded by a person, or that a person leads it."""
    for token in tree.tokens:
        role = _LEAD.get(token.lemma.lower())
        if role is None or token.upos != "VERB":
            continue
        for a in tree.agents(token.i):
            member, spot = scene.member_at(tree, a, "person"), scene.spot_at(tree, a)
            for o in nearest(tree, token.i, tree.objects(token.i)):
                body = scene.organisation(tree, o)
                if member is None or spot is None or body is None or tree.is_negated(token.i) or tree.is_unreal(token.i):
                    continue
                subject = scene.spot_party(spot, "person")
                if subject is None:
                    continue
                member.role = member.role or role
                date = date_for(scene, tree, token.i)
                if date is not None and token.deprel == "acl" and not tree.extent(token.i)[0] <= date.start < tree.extent(token.i)[1]:
                    date = None  # "In 2018 the X, headed by Y, joined Z": the year is that of the joining
                edtf, basis = when(date)
                span = cover((token.start, token.end), party_span(subject), party_span(body), within=tree)
                value = Value(role=role)
                yield Draft(
                    "has_role",
                    subject,
                    *span,
                    token.start,
                    "roles.read_leading",
                    token.text,
                    object=body,
                    value=value,
                    edtf=edtf,
                    basis=basis,
                )


RULES = (read_role_nouns, read_leading, read_possessed)
