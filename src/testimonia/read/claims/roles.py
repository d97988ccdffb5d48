"""Read who holds which public role in which body. Only such a role makes a person an entity."""

import re
from collections.abc import Iterator
from functools import cache

from testimonia.model.claim import Value
from testimonia.model.kinds import Basis
from testimonia.read.claims import leading, officers, successions
from testimonia.read.claims.drafts import Draft, cover, party_span
from testimonia.read.claims.naming import is_alias_link
from testimonia.read.claims.offices import date_of_office, phrasal, since, take_office, until
from testimonia.read.claims.parties import among_them
from testimonia.read.claims.role_bodies import Role, body_of_role, body_spoken_of, fellow_roles, owners_of_role, who_has
from testimonia.read.lexicon import table, words_of
from testimonia.read.listening import listens_for, runs_of
from testimonia.read.names.spotting import Spot
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.text.scanning import openers_of, scan

PREDICATES = ("has_role",)

_SOME = ("one", "some", "among")
_NAME_LINKS = ("appos", "flat", "nmod:desc", "compound", "flat:name", "nmod")


def _role_words() -> Iterator[str]:
    """Words of which every sentence with a role has one."""
    yield from table("people", "roles")
    yield from runs_of(table("people", "role_phrases"))


@listens_for(_role_words)
def read_role_nouns(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text names a person together with a role: "X, spokesman of Y", "their commander X", "Y leader X"."""
    for role in _roles_in(scene, tree):
        people = _bearers(scene, tree, role)
        body = body_of_role(scene, tree, role, people)
        if body is None and not _is_public_alone(role):
            body = body_spoken_of(scene, tree, role, people)
            if body is None:
                continue
        for head in people:
            member, spot = scene.member_at(tree, head, "person"), _own_name(scene, tree, head)
            subject = None if member is None or spot is None else scene.spot_party(spot, "person")
            if subject is None or tree.is_negated(role.head):
                continue
            take_office(scene, subject, role.name.split()[-1] if " of " not in role.name else role.name, body)
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
    for match in scan(_phrases(), _openers(), scene.text, tree.sentence.start, tree.sentence.end):
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
def _openers() -> frozenset[str]:
    return openers_of(table("people", "role_phrases"))


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


def _tenure(scene: Scene, tree: Tree, i: int) -> tuple[str | None, Basis, tuple[int | None, int | None]]:
    """Give the time of a role: "became leader in 2008", "leader from 1998 to 2008", "stepped down as leader in 2021"."""
    clause, governed = tree.clause(i), tree.tokens[i].deprel in ("obl", "xcomp", "obj")
    verbs = {phrasal(tree, clause), tree.lemma[clause]} if governed and clause != i else set()
    entered, left = bool(verbs & words_of("people", "entering_verbs")), bool(verbs & words_of("people", "leaving_verbs"))
    held = entered or left or bool(verbs & words_of("people", "staying_verbs"))
    if not held and not tree.children(i, "cop"):
        return None, "stated", (None, None)
    date = date_of_office(scene, tree, clause)
    if date is None or not ("/" in date.edtf or entered or left):
        return None, "stated", (None, None)
    edtf = until(date.edtf) if left else since(date.edtf)
    return edtf, date.basis, (date.start, date.end)


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
            for owner in owners_of_role(tree, role)
            for k in tree.children(owner, "appos")
            if _is_person(scene, tree, k) and not _has_role(tree, k)
        ]
    if not found:
        found = [k for k in among_them(scene, tree, role.head) if _is_person(scene, tree, k)]  # "their commanders, among them X"
    if not found:
        found = [k for fellow in fellow_roles(tree, role.head) for k in _apposed(scene, tree, fellow)]  # "its founder and commander, X"
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
    if token.deprel == "nmod" and tree.case(i) == "as" and token.head >= 0 and tree.case(token.head) == "with":
        found += [token.head] if _is_person(scene, tree, token.head) else []  # "with X as its leader"
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
        heads += [tree.antecedent(k) for k in tree.children(i, *SUBJECTS)]  # "X, who has been its chairman"
    before = _right_before_as(scene, tree, i)
    if before is not None:
        return [before]
    if token.deprel in ("obl", "xcomp") and tree.case(i) in ("as", "") and token.head >= 0:
        named = [] if tree.tokens[token.head].lemma.lower() in ("succeed", "replace", "serve") else tree.children(token.head, "obj")
        heads += named or [tree.subject(token.head)]  # "they named X commander", "X was named commander"
    if token.deprel == "obj" and tree.lemma[token.head] in words_of("people", "calling_verbs") | words_of("people", "entering_verbs"):
        heads += [k for k in tree.children(token.head, "obj", "iobj") if k < i]  # "they call X their leader"
    if token.deprel == "nmod" and tree.case(i) == "of" and token.head >= 0 and tree.tokens[token.head].text.lower() in _SOME:
        heads.append(tree.subject(token.head))
    if who_has(tree, i) is not None:
        heads += [k for case, k in tree.obliques(i) if case in ("including", "among", "such as", "like")]
    named = [m for head in heads if head is not None for m in (head, *_named_beside(tree, head))]
    return [head for head in named if _is_person(scene, tree, head)]


def _right_before_as(scene: Scene, tree: Tree, i: int) -> int | None:
    """Give the person named right before "as" and a role, as in "elected A as its chairman and B as its spokeswoman"."""
    at, verb = min(tree.nominal(i)), tree.lemma[tree.clause(i)]
    if (
        tree.case(i) != "as"
        or verb in ("succeed", "replace", "follow", "serve")
        or at < 1
        or (tree.low[at] != "as" and tree.low[at - 1] != "as")
    ):
        return None
    spot = scene.spot_at(tree, at - 1 if tree.low[at] == "as" else at - 2)
    return spot.head if spot is not None and _is_person(scene, tree, spot.head) else None


def _named_beside(tree: Tree, i: int) -> list[int]:
    """List the names in apposition to a role that is a subject: X in "whose founder, X, had been a commander of Y"."""
    return tree.children(i, "appos") if tree.tokens[i].lemma.lower() in table("people", "roles") else []


RULES = (read_role_nouns, *leading.RULES, *officers.RULES, *successions.RULES)
