"""Read who holds which public role in which body. Only such a role makes a person an entity."""

from collections.abc import Iterator

from testimonia.model.claim import Value
from testimonia.model.kinds import Basis
from testimonia.model.party import Party
from testimonia.read.claims import leading, officers, successions
from testimonia.read.claims.drafts import Draft, cover, party_span
from testimonia.read.claims.offices import body_of_office, date_of_office, office_of, phrasal, since, take_office, until
from testimonia.read.claims.role_bodies import Role, body_of_role, body_spoken_of, owners_of_role
from testimonia.read.claims.role_holders import bearers, holder
from testimonia.read.claims.role_neighbours import body_with, in_charge_of
from testimonia.read.claims.role_phrases import roles_in
from testimonia.read.claims.state_offices import force_of_role, is_of_a_country, is_state_office, state_of_office, state_spoken_of
from testimonia.read.lexicon import any_of, table, words_of
from testimonia.read.listening import listens_for, runs_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree

PREDICATES = ("has_role",)


def _role_words() -> Iterator[str]:
    """Words of which every sentence with a role has one."""
    yield from table("people", "roles")
    yield from runs_of(table("people", "role_phrases"))


@listens_for(_role_words)
def read_role_nouns(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text names a person together with a role: "X, spokesman of Y", "their commander X", "Y leader X"."""
    for role in roles_in(scene, tree):
        people = bearers(scene, tree, role)
        if not people or not _is_held(tree, role.head):
            continue
        body = _body(scene, tree, role, people)
        if body is None and not _is_public_alone(role):
            continue
        for head in people:
            subject = holder(scene, tree, head)
            if subject is None:
                continue
            take_office(scene, subject, role.name.split()[-1] if " of " not in role.name else role.name, body)
            yield _draft(scene, tree, role, subject, body)


def _body(scene: Scene, tree: Tree, role: Role, people: list[int]) -> Party | None:
    """Give the body of a role: one named with it, a state for an office of state, else the one that the text speaks of."""
    charged = next((p for k in in_charge_of(tree, role.head) if (p := scene.organisation(tree, k)) is not None), None)
    body = charged or body_of_role(scene, tree, role, people) or body_with(scene, tree, role, people)
    if body is not None:
        return body
    force = force_of_role(scene, tree, role.tokens)
    if force is not None:
        return force
    office = is_state_office(role.name)
    if office:
        body = state_of_office(scene, tree, [*role.tokens, *people])
    if body is None and not _is_public_alone(role):
        return body_spoken_of(scene, tree, role, people)
    if body is not None or not office or owners_of_role(tree, role):
        return body
    if is_of_a_country(scene, tree, [*role.tokens, *people]):
        _note_elsewhere(scene, tree, role, people)
        return None
    return _body_implied(scene, tree, role, people)


def _body_implied(scene: Scene, tree: Tree, role: Role, people: list[int]) -> Party | None:
    """Give the state of an office that stands alone: as told of its holder before, else for some offices the one that the text is about."""
    word = role.name.split()[-1]
    for person in [person for head in people if (person := holder(scene, tree, head)) is not None]:
        office, member = office_of(scene, person), scene.cast.holder_of(person.referent)
        if office is not None and office.role.split()[-1] == word:
            return body_of_office(scene, office, start=tree.tokens[role.head].start, end=tree.tokens[role.head].end)
        if member is not None and member.office is None and member.office_role is not None:
            return None  # "President P" after "the French president, P"
    implied = words_of("people", "of_the_state_spoken_of")
    return None if implied.isdisjoint(role.name.split()) else state_spoken_of(scene, tree, role.head)


def _note_elsewhere(scene: Scene, tree: Tree, role: Role, people: list[int]) -> None:
    """Note that the office of somebody is that of a country for which the document has no name."""
    for person in [person for head in people if (person := holder(scene, tree, head)) is not None]:
        member = scene.cast.holder_of(person.referent)
        if member is not None and member.office is None:
            member.office_role = role.name


def _draft(scene: Scene, tree: Tree, role: Role, subject: Party, body: Party | None) -> Draft:
    token = tree.tokens[role.head]
    edtf, basis, date = _tenure(scene, tree, role.head)
    first, last = tree.tokens[role.tokens[0]], tree.tokens[role.tokens[-1]]
    span = cover((first.start, last.end), party_span(subject), party_span(body), date, within=tree)
    return Draft(
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


def _is_held(tree: Tree, i: int) -> bool:
    """Say whether a role is one that somebody has: not denied, not wished for, not one that may come."""
    if tree.is_negated(i) or _is_sought(tree, i):
        return False
    token, clause = tree.tokens[i], tree.clause(i)
    if clause == i:
        return not (tree.children(i, "cop") and tree.is_unreal(i))
    governed = token.deprel in ("xcomp", "obj", "obl") and token.head == clause and tree.lemma[clause] in _becoming()
    if not governed:
        return True
    if tree.is_negated(clause):
        return False
    above = tree.tokens[clause].head
    if above >= 0 and tree.tokens[clause].deprel == "xcomp" and tree.lemma[above] in words_of("people", "choosing_verbs"):
        return not tree.is_negated(above) and not tree.is_unreal(above)
    if above >= 0 and tree.lemma[clause] == "become" and tree.lemma[above] in words_of("people", "rising_verbs"):
        clause = above  # "went on to become": a thing done
    return not tree.is_unreal(clause)


def _is_sought(tree: Tree, i: int) -> bool:
    """Say whether a role is one that somebody may come to have: "a contender for the next chairman", "the future president"."""
    above, hoped = tree.tokens[i].head, any(tree.low[k] in ("next", "future", "would-be", "prospective") for k in tree.children(i, "amod"))
    return hoped or (above >= 0 and tree.case(i) == "for" and tree.lemma[above] in words_of("people", "seekers"))


def _becoming() -> frozenset[str]:
    return any_of(("people", "entering_verbs"), ("people", "staying_verbs"))


def _is_denier(tree: Tree, i: int) -> bool:
    """Say whether a role is that of who denies something: not the role is denied."""
    clause = tree.clause(i)
    subject = tree.subject(clause) if tree.tokens[clause].lemma.lower() in words_of("relations", "denying_verbs") else None
    return subject is not None and i in tree.subtree(subject)


def _is_public_alone(role: Role) -> bool:
    """Say whether a role is public without a body: an office of state, an analyst."""
    alone = words_of("people", "public_alone")
    words = role.name.split()
    if len(words) > 1 and words[-1].startswith("spokes") and set(words[:-1]) & words_of("people", "public_bodies"):
        return True
    return words[-1] in alone or is_state_office(role.name)


def _tenure(scene: Scene, tree: Tree, i: int) -> tuple[str | None, Basis, tuple[int | None, int | None]]:
    """Give the time of a role: "became leader in 2008", "leader from 1998 to 2008", "stepped down as leader in 2021"."""
    clause, governed = tree.clause(i), tree.tokens[i].deprel in ("obl", "xcomp", "obj")
    verbs = {phrasal(tree, clause), tree.lemma[clause]} if governed and clause != i else set()
    entered, left = bool(verbs & words_of("people", "entering_verbs")), bool(verbs & words_of("people", "leaving_verbs"))
    if left and tree.lemma[clause] in words_of("people", "succeeding_verbs") and not tree.is_passive(clause):
        left = False  # "was chosen to replace P as head": it begins
    held = entered or left or bool(verbs & words_of("people", "staying_verbs"))
    if not held and not tree.children(i, "cop"):
        return None, "stated", (None, None)
    date = date_of_office(scene, tree, clause)
    if date is None or not ("/" in date.edtf or entered or left):
        return None, "stated", (None, None)
    edtf = until(date.edtf) if left else since(date.edtf)
    return edtf, date.basis, (date.start, date.end)


RULES = (read_role_nouns, *leading.RULES, *officers.RULES, *successions.RULES)
