"""Read who belongs to which coalition or umbrella, who joined and who left."""

import re
from collections.abc import Iterator
from dataclasses import replace

from testimonia.model.party import Party
from testimonia.read.drafts import Draft, cover, date_for, party_span, polarity_of
from testimonia.read.lexicon import words_of
from testimonia.read.scene import Scene
from testimonia.read.syntax import Tree

PREDICATES = ("member_of",)

_INSIDE = re.compile(r"\b(?:within|of|in|inside|involved in|comprising|belonging to|making up)\b", re.IGNORECASE)


def read_members(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text calls a body a member, faction, component or signatory of a coalition."""
    for token in tree.tokens:
        if (
            token.lemma.lower() not in words_of("relations", "member_nouns")
            or token.upos != "NOUN"
            or scene.spot_at(tree, token.i) is not None
        ):
            continue
        target = next((k for k in tree.owners(token.i) if scene.organisation(tree, k) is not None), None)
        if target is None:
            target = next(
                (
                    k
                    for case, k in tree.obliques(token.i)
                    if case in ("of", "in", "within", "to") and scene.organisation(tree, k) is not None
                ),
                None,
            )
        coalition = scene.organisation(tree, target) if target is not None else None
        head = tree.subject(token.i) if tree.children(token.i, "cop", "nsubj") else token.head if token.deprel in ("appos", "acl") else None
        if head is None and token.head >= 0 and token.deprel in ("obl", "xcomp", "nmod") and tree.case(token.i) in ("as", ""):
            head = tree.subject(token.head)
        subject = scene.organisation(tree, head) if head is not None and head >= 0 else None
        if subject is None or coalition is None or subject.referent == coalition.referent:
            continue
        yield _draft(scene, tree, token.i, subject, coalition, "membership.read_members", token.text)


def read_joining(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a body joined a coalition, or left it; leaving ends the membership."""
    joins, leaves = words_of("relations", "join_verbs"), words_of("relations", "leave_verbs")
    for token in tree.tokens:
        lemma = token.lemma.lower()
        if token.upos != "VERB" or (lemma not in joins and lemma not in leaves):
            continue
        targets = tree.children(token.i, "obj") or [k for case, k in tree.obliques(token.i) if case == "from"]
        for k in targets:
            member = scene.member_at(tree, k, "org")
            if (member is None and lemma in leaves) or (
                member is not None and (member.kind in ("coalition", "political_body", "intergovernmental") or lemma in leaves)
            ):
                party = scene.organisation(tree, k)
            else:
                continue
            subject = next((p for a in tree.agents(token.i) if (p := scene.organisation(tree, a)) is not None), None)
            if (
                subject is None
                or party is None
                or subject.referent == party.referent
                or tree.is_unreal(token.i)
                or tree.is_negated(token.i)
            ):
                continue
            date = date_for(scene, tree, token.i)
            edtf = None if date is None else date.edtf
            if edtf is not None and "/" not in edtf:
                edtf = f"../{edtf}" if lemma in leaves else f"{edtf}/.."
            span = cover((token.start, token.end), party_span(subject), party_span(party), within=tree)
            basis = "stated" if date is None else date.basis
            denied = polarity_of(denied=lemma in leaves and edtf is None)
            yield Draft(
                "member_of",
                subject,
                *span,
                token.start,
                "membership.read_joining",
                token.text,
                object=party,
                edtf=edtf,
                basis=basis,
                mode="throughout",
                polarity=denied,
            )


def read_inclusions(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a coalition includes, comprises or unites bodies, or lists the factions in it."""
    for token in tree.tokens:
        if token.lemma.lower() not in words_of("relations", "include_verbs") or token.upos != "VERB":
            continue
        head = tree.subject(token.i)
        if head is None:
            continue
        coalition = _coalition(scene, tree, head)
        if coalition is None:
            continue
        roots = [
            *tree.children(token.i, "obj"),
            *(k for case, k in tree.obliques(token.i) if case in ("of", "together", "alongside", "along with", "with")),
        ]
        after = [s for s in scene.spots_in(tree) if s.start > token.end]
        if not roots and not after:
            continue
        for spot in after:
            subject = scene.spot_party(spot, "org")
            member = scene.cast.member(spot.text)
            if subject is None or member is None or subject.referent == coalition.referent or not _is_listed(tree, spot.head, token.i):
                continue
            if member.kind in ("state_force", "government", "media", "intergovernmental"):
                continue
            yield _draft(scene, tree, token.i, subject, coalition, "membership.read_inclusions", token.text)


def read_formations(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that several bodies formed a coalition, or that one was formed by them."""
    for token in tree.tokens:
        if token.lemma.lower() not in words_of("relations", "found_verbs") or token.upos != "VERB" or tree.is_unreal(token.i):
            continue
        formed = next((p for k in tree.objects(token.i) if (p := scene.organisation(tree, k)) is not None), None)
        founders = [p for a in tree.agents(token.i) if (p := scene.organisation(tree, a)) is not None]
        if formed is None or len(founders) < 2:
            continue
        date = date_for(scene, tree, token.i)
        for founder in founders:
            if founder.referent == formed.referent:
                continue
            span = cover((token.start, token.end), party_span(founder), party_span(formed), within=tree)
            edtf = None if date is None else date.edtf if "/" in date.edtf else f"{date.edtf}/.."
            basis = "stated" if date is None else date.basis
            rule = "membership.read_formations"
            yield Draft(
                "member_of", founder, *span, token.start, rule, token.text, object=formed, edtf=edtf, basis=basis, mode="throughout"
            )


def read_coalitions_of(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text calls a body a coalition or alliance of others and names them, after "of" or a colon."""
    for token in tree.tokens:
        if (
            token.lemma.lower() not in words_of("relations", "coalition_nouns")
            or token.upos != "NOUN"
            or scene.spot_at(tree, token.i) is not None
        ):
            continue
        head = tree.subject(token.i) if tree.children(token.i, "cop") else (token.head if token.deprel == "appos" else None)
        coalition = scene.organisation(tree, head) if head is not None and head >= 0 else None
        if coalition is None or not any(case == "of" for case, _ in tree.obliques(token.i)):
            continue
        colon = next((t.end for t in tree.tokens if t.text == ":" and t.i > token.i), None)
        for spot in scene.spots_in(tree):
            subject = scene.spot_party(spot, "org")
            listed = (colon is not None and spot.start > colon) or (spot.start > token.end and _is_listed(tree, spot.head, token.i))
            if subject is not None and listed and subject.referent != coalition.referent:
                yield _draft(scene, tree, token.i, subject, coalition, "membership.read_coalitions_of", token.text)


def read_belonging(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a body belongs to another, which is a coalition."""
    for token in tree.tokens:
        if token.lemma.lower() != "belong" or token.upos != "VERB":
            continue
        target = next((k for case, k in tree.obliques(token.i) if case == "to"), None)
        member = scene.member_at(tree, target, "org") if target is not None else None
        head = tree.subject(token.i)
        subject = scene.organisation(tree, head) if head is not None else None
        party = scene.organisation(tree, target) if target is not None else None
        if subject is None or party is None or member is None or subject.referent == party.referent or tree.is_negated(token.i):
            continue
        draft = _draft(scene, tree, token.i, subject, party, "membership.read_belonging", token.text)
        yield draft if member.kind in ("coalition", None) else replace(draft, predicate="part_of")


def _is_listed(tree: Tree, i: int, verb: int) -> bool:
    """Say whether a name is an item of the list that a verb governs, and not the owner or parent of one."""
    at = i
    while at >= 0 and at != verb:
        token = tree.tokens[at]
        if token.deprel in ("nmod:poss", "acl:relcl", "acl", "advcl", "ccomp", "obl:agent"):
            return False
        if token.deprel == "nmod" and tree.case(at).split(" ")[0] not in ("like", "such", "including", "alongside", "along", "with", "of"):
            return False
        if token.deprel == "nmod" and tree.case(at) == "of" and scene_name_owner(tree, at):
            return False
        at = token.head
    return at == verb


def scene_name_owner(tree: Tree, i: int) -> bool:
    """Say whether a nominal after "of" is the parent of a wing or unit noun rather than an item of a list.

    Args:
        tree: The sentence.
        i: Position of the nominal.

    Returns:
        True for Y in "the wing of Y".
    """
    governor = tree.tokens[tree.tokens[i].head].lemma.lower() if tree.tokens[i].head >= 0 else ""
    return governor in words_of("relations", "wing_nouns") | words_of("relations", "unit_nouns") | words_of("people", "members")


def _coalition(scene: Scene, tree: Tree, head: int) -> Party | None:
    """Give the coalition that a subject names, or whose members it names ("factions in the X include")."""
    lemma = tree.tokens[head].lemma.lower()
    if scene.spot_at(tree, head) is None and (
        lemma in words_of("relations", "member_nouns") or lemma in ("group", "organisation", "organization")
    ):
        for spot in scene.spots_in(tree):
            between = scene.text[tree.tokens[head].end : spot.start]
            member = scene.cast.member(spot.text)
            if (
                tree.tokens[head].end <= spot.start
                and _INSIDE.search(between)
                and len(between) < 60
                and member is not None
                and member.cls == "org"
            ):
                return scene.spot_party(spot, "org")
        for k in tree.owners(head):
            party = scene.organisation(tree, k)
            if party is not None:
                return party
        return None
    member = scene.member_at(tree, head, "org")
    if member is not None and member.kind not in ("coalition", "political_body", "armed_group", None):
        return None
    party = scene.organisation(tree, head)
    if party is not None and member is None and party.referent is not None:
        return party
    return party if member is not None and (member.kind == "coalition" or tree.tokens[head].deprel == "nsubj") else None


def _draft(scene: Scene, tree: Tree, i: int, subject: Party, coalition: Party, rule: str, trigger: str) -> Draft:
    date = date_for(scene, tree, i)
    clause = tree.clause(i)
    denied = tree.is_negated(i) or tree.is_negated(clause)
    token = tree.tokens[i]
    span = cover((token.start, token.end), party_span(subject), party_span(coalition), within=tree)
    return Draft(
        "member_of",
        subject,
        *span,
        token.start,
        rule,
        trigger,
        object=coalition,
        edtf=None if date is None else date.edtf,
        basis="stated" if date is None else date.basis,
        mode="throughout",
        polarity=polarity_of(denied=denied),
    )


RULES = (read_members, read_joining, read_inclusions, read_formations, read_coalitions_of, read_belonging)
