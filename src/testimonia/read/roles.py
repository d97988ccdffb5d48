"""Read who holds which public role in which body. Only such a role makes a person an entity."""

from collections.abc import Iterator

from testimonia.model.claim import Value
from testimonia.model.party import Party
from testimonia.read.drafts import Draft, cover, date_for, party_span, when
from testimonia.read.lexicon import table, words_of
from testimonia.read.scene import Scene
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
_NAME_LINKS = ("appos", "flat", "nmod:desc", "compound", "flat:name", "nmod")


def read_role_nouns(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text names a person together with a role: "X, spokesman of Y", "their commander X", "Y leader X"."""
    roles = table("people", "roles")
    for token in tree.tokens:
        role = roles.get(token.lemma.lower()) or roles.get(token.text.lower())
        if role is None or token.upos not in ("NOUN", "PROPN"):
            continue
        people = _bearers(scene, tree, token.i)
        body = _body(scene, tree, token.i, people)
        for head in people:
            member = scene.member_at(tree, head, "person")
            spot = scene.spot_at(tree, head)
            if member is None or spot is None or (body is None and token.lemma.lower() not in words_of("people", "public_alone")):
                continue
            subject = scene.spot_party(spot, "person")
            if subject is None or tree.is_negated(token.i):
                continue
            member.role = member.role or role
            span = cover((token.start, token.end), party_span(subject), party_span(body), within=tree)
            value = Value(role=_full_role(scene, tree, token.i, role))
            yield Draft("has_role", subject, *span, token.start, "roles.read_role_nouns", token.text, object=body, value=value)


def _full_role(scene: Scene, tree: Tree, i: int, role: str) -> str:
    """Give the role with what specifies it ("media officer", "political analyst"), without names and loaded words."""
    parts = []
    for k in tree.children(i, "compound", "amod"):
        token = tree.tokens[k]
        if k < i and scene.spot_at(tree, k) is None and token.text.islower() and token.text not in words_of("people", "not_of_a_role"):
            parts.append(token.text)
        elif (
            k < i
            and k == 0
            and scene.spot_at(tree, k) is None
            and token.upos == "ADJ"
            and token.text.lower() in ("political", "military", "security", "senior")
        ):
            parts.append(token.text.lower())
    return " ".join([*parts, role])


def _bearers(scene: Scene, tree: Tree, i: int) -> list[int]:
    """List the heads of the names that a role noun goes with."""
    token = tree.tokens[i]
    found = [k for k in tree.children(i, *_NAME_LINKS) if scene.member_at(tree, k, "person") is not None and tree.case(k) in ("", "as")]
    found += [
        m for k in tree.children(i, "conj") for m in [k] if scene.member_at(tree, k, "person") is not None and token.deprel in _NAME_LINKS
    ]
    if (
        token.head >= 0
        and token.deprel in ("appos", "compound", "nmod:desc", "flat", "nmod", "conj")
        and scene.member_at(tree, token.head, "person") is not None
    ):
        found.append(token.head)
    if (
        token.deprel in SUBJECTS
        and token.head >= 0
        and tree.children(token.head, "cop")
        and scene.member_at(tree, token.head, "person") is not None
    ):
        found.append(token.head)  # "Its leader is X"
    if tree.children(i, "cop") or token.deprel == "root":
        found += [k for k in tree.children(i, *SUBJECTS) if scene.member_at(tree, k, "person") is not None]
    if token.deprel in ("obl", "xcomp") and tree.case(i) in ("as", "") and token.head >= 0:
        head = tree.subject(token.head)
        found += [head] if head is not None and scene.member_at(tree, head, "person") is not None else []
    if (
        token.deprel == "nmod"
        and tree.case(i) == "of"
        and token.head >= 0
        and tree.tokens[token.head].text.lower() in ("one", "some", "among")
    ):
        head = tree.subject(token.head)
        found += [head] if head is not None and scene.member_at(tree, head, "person") is not None else []
    spot = scene.spot_at(tree, i + 1) if i + 1 < len(tree.tokens) else None
    if not found and spot is not None and scene.member_at(tree, spot.head, "person") is not None and spot.head != i:
        found.append(spot.head)
    return list(dict.fromkeys(found))


def _body(scene: Scene, tree: Tree, i: int, people: list[int]) -> Party | None:
    """Give the body in which a role is held."""
    heads = [k for k in tree.owners(i) if tree.case(k) not in ("in", "from") or scene.member_at(tree, k, "org") is not None]
    heads += [k for case, k in tree.obliques(i) if case in ("at", "with", "within")]
    heads += tree.children(i, "compound", "nmod:desc", "amod")
    for person in people:
        heads += tree.children(person, "nmod:poss", "compound", "nmod:desc")
    for k in heads:
        if k in people:
            continue
        party = scene.organisation(tree, k)
        if party is not None:
            return party
    token = tree.tokens[i]
    for at in [token.head, *(tree.tokens[p].head for p in people)]:
        # "members of X, including media officer Y": the role is held in X
        if at >= 0 and tree.tokens[at].upos == "NOUN" and any(tree.case(k).split(" ")[0] in ("including", "among") for k in [i, *people]):
            body = scene.actor(tree, at)
            if body.referent is not None:
                return body
    return None


def read_leading(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a body is led, headed, commanded or was founded by a person, or that a person leads it."""
    for token in tree.tokens:
        role = _LEAD.get(token.lemma.lower())
        if role is None or token.upos != "VERB":
            continue
        for a in tree.agents(token.i):
            member, spot = scene.member_at(tree, a, "person"), scene.spot_at(tree, a)
            for o in tree.objects(token.i):
                body = scene.organisation(tree, o)
                if member is None or spot is None or body is None or tree.is_negated(token.i) or tree.is_unreal(token.i):
                    continue
                subject = scene.spot_party(spot, "person")
                if subject is None:
                    continue
                member.role = member.role or role
                date = date_for(scene, tree, token.i)
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


RULES = (read_role_nouns, read_leading)
