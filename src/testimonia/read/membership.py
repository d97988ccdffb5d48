"""Read who belongs to which coalition or umbrella, who joined and who left."""

import re
from collections.abc import Iterator
from dataclasses import replace

from testimonia.model.party import Party
from testimonia.read.cast import Member
from testimonia.read.drafts import Draft, cover, date_for, find_word, party_span, polarity_of
from testimonia.read.lexicon import words_of
from testimonia.read.scene import Scene
from testimonia.read.syntax import Tree

PREDICATES = ("member_of",)

_UMBRELLAS = ("coalition", "political_body", "armed_group", None)
_BETWEEN = 2
"""Words that may stand between a body and the count of its members."""
_COUNTED = re.compile(
    r"\b(?:has|have|had|with|unites|groups|comprises|of)\s+(?:[\w-]+\s+){0,2}(?:members?|(?:member|component|constituent) \w+|factions|"
    r"components|constituents|groups|parties|organi[sz]ations|militias|movements)(?:\s+groups)?\s*:\s*",
    re.IGNORECASE,
)
_EXAMPLES = re.compile(r"\s*[,–—-]\s*(?:which includes|including|notably|among them|such as)\s+", re.IGNORECASE)
_INSIDE = re.compile(r"\b(?:within|of|in|inside|involved in|comprising|belonging to|making up)\b", re.IGNORECASE)


def read_members(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text calls a body a member, faction, component or signatory of a coalition; a former member is one no longer."""
    for token in tree.tokens:
        if (
            token.lemma.lower() not in words_of("relations", "member_nouns")
            or token.upos != "NOUN"
            or scene.spot_at(tree, token.i) is not None
        ):
            continue
        coalition = _belonged_to(scene, tree, token.i)
        if coalition is None:
            continue
        subjects = [
            p for head in _called_members(tree, token.i) for k in tree.conjuncts(head) if (p := scene.organisation(tree, k)) is not None
        ]
        past = any(
            tree.tokens[k].lemma.lower() in words_of("relations", "past_adjectives") for k in tree.children(token.i, "amod", "compound")
        )
        for subject in subjects:
            if subject.referent != coalition.referent:
                draft = _draft(scene, tree, token.i, subject, coalition, "membership.read_members", token.text)
                yield replace(draft, polarity="denied") if past else draft


def _belonged_to(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body whose member a noun tells of."""
    for k in tree.owners(i):
        party = scene.organisation(tree, tree.antecedent(k))
        if party is not None:
            return party
    cases = ("of", "in", "within", "to")
    return next((p for case, k in tree.obliques(i) if case in cases and (p := scene.organisation(tree, k)) is not None), None)


def _called_members(tree: Tree, i: int) -> list[int]:
    """List the heads of what a noun calls a member: its subject, what it stands beside, "X and other members"."""
    token = tree.tokens[i]
    heads: list[int | None] = []
    if tree.children(i, "cop", "nsubj"):
        heads.append(tree.subject(i))
    elif token.deprel in ("appos", "acl"):
        heads.append(token.head)
    elif token.head >= 0 and token.deprel in ("obl", "xcomp", "nmod") and tree.case(i) in ("as", ""):
        heads.append(tree.subject(token.head))
    elif (
        token.head >= 0
        and token.deprel == "nmod"
        and tree.case(i) == "of"
        and tree.tokens[token.head].text.lower() in ("one", "some", "two")
    ):
        one = tree.tokens[token.head]
        heads.append(one.head if one.deprel == "appos" else tree.subject(token.head))
    elif token.deprel == "conj" and any(
        tree.tokens[k].text.lower() in words_of("relations", "peer_adjectives") for k in tree.children(i, "amod", "det")
    ):
        heads.append(token.head)
    return [head for head in heads if head is not None and head >= 0 and head != i]


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
        lemma = token.lemma.lower()
        if token.upos != "VERB" or (lemma not in words_of("relations", "include_verbs") and not _makes_up(tree, token.i)):
            continue
        head = tree.subject(token.i)
        coalition = _coalition(scene, tree, head) if head is not None else None
        if coalition is None:
            continue
        for spot in (s for s in scene.spots_in(tree) if s.start > token.end):
            subject = scene.spot_party(spot, "org")
            member = scene.cast.member(spot.text)
            if subject is None or member is None or subject.referent == coalition.referent or not _is_listed(tree, spot.head, token.i):
                continue
            if member.kind in ("state_force", "government", "media", "intergovernmental"):
                continue
            draft = _draft(scene, tree, token.i, subject, coalition, "membership.read_inclusions", token.text)
            whole = scene.cast.holder_of(coalition.referent)
            yield replace(draft, predicate="part_of") if _is_unit(whole) and _is_unit(member) else draft


def _makes_up(tree: Tree, i: int) -> bool:
    """Say whether a verb is "is made up of" or "is composed of"."""
    lemma = tree.tokens[i].lemma.lower()
    up = any(tree.tokens[k].text.lower() == "up" for k in tree.children(i, "compound:prt", "advmod"))
    return tree.is_passive(i) and (lemma in ("compose", "constitute") or (lemma == "make" and up))


def _is_unit(member: Member | None) -> bool:
    """Say whether a body is named as a unit, which has units as parts and not as members."""
    units = words_of("relations", "unit_nouns") | words_of("relations", "echelons")
    return member is not None and not is_umbrella(member) and all(name.split()[-1].lower() in units for name in member.names)


def read_examples(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text gives members of a coalition as examples: "the X Alliance, including A and B,"."""
    for spot in scene.spots_in(tree):
        lead = _EXAMPLES.match(scene.text, spot.end)
        if lead is None or not is_umbrella(scene.cast.member(spot.text)):
            continue
        coalition = scene.spot_party(spot, "org")
        first = next((s for s in scene.spots_in(tree) if lead.end() - 1 <= s.start <= lead.end() + 4), None)
        for k in tree.conjuncts(first.head) if first is not None else ():
            subject = scene.organisation(tree, k)
            if coalition is not None and subject is not None and subject.referent not in (None, coalition.referent):
                yield _draft(scene, tree, k, subject, coalition, "membership.read_examples", lead.group().strip(" ,–—-"))


def read_counted_members(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text counts the members of a body and names them after a colon: "X has four members: A, B, C and D"."""
    for match in _COUNTED.finditer(scene.text, tree.sentence.start, tree.sentence.end):
        left = [s for s in scene.spots_in(tree) if s.end <= match.start() and len(scene.text[s.end : match.start()].split()) <= _BETWEEN]
        whole = scene.cast.member(left[-1].text) if left else None
        coalition = scene.spot_party(left[-1], "org") if whole is not None and whole.kind in _UMBRELLAS else None
        at = find_word(tree, match.start())
        if coalition is None or at is None:
            continue
        for spot in (s for s in scene.spots_in(tree) if s.start >= match.end()):
            subject = scene.spot_party(spot, "org")
            between = scene.text[match.end() : spot.start]
            if subject is not None and subject.referent != coalition.referent and ";" not in between and "." not in between:
                trigger = match.group().strip(" :")
                yield _draft(scene, tree, at, subject, coalition, "membership.read_counted_members", trigger)


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
            party = scene.organisation(tree, _whose(tree, k))
            if party is not None:
                return party
        return None
    if lemma in words_of("relations", "state_nouns"):
        member_state = any(tree.tokens[k].lemma.lower() == "member" for k in tree.children(head, "compound", "amod"))
        owners = [p for k in tree.owners(head) if member_state and (p := scene.organisation(tree, k)) is not None]
        return owners[0] if owners else _named_before(scene, tree, head)
    member = scene.member_at(tree, head, "org")
    if member is not None and member.kind not in _UMBRELLAS:
        return None
    party = scene.organisation(tree, head)
    if party is not None and member is None and party.referent is not None:
        return party
    return party if member is not None and (member.kind == "coalition" or tree.tokens[head].deprel == "nsubj") else None


def _whose(tree: Tree, i: int) -> int:
    """Follow "whose" to the noun that it stands for."""
    if tree.tokens[i].text.lower() != "whose":
        return i
    clause = tree.clause(i)
    return tree.tokens[clause].head if tree.tokens[clause].deprel == "acl:relcl" and tree.tokens[clause].head >= 0 else i


def _named_before(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the coalition that stands before a noun for its members: "coalition nations"; in words where it has no name."""
    for k in tree.children(i, "compound", "amod", "nmod:desc", "nmod:poss"):
        member = scene.member_at(tree, k, "org")
        if is_umbrella(member):
            return scene.organisation(tree, k)
        token = tree.tokens[k]
        if token.lemma.lower() in words_of("relations", "coalition_words"):
            return scene.organisation(tree, k) or Party(token.text, None, "words", token.start, token.end)
    return None


def is_umbrella(member: Member | None) -> bool:
    """Say whether a body is a coalition, by its kind or by a name that calls it one.

    Args:
        member: A body of the document.

    Returns:
        True for "Northern Alliance"; such a body has members and no parts.
    """
    if member is None or member.kind in ("state_force", "government", "media"):
        return False
    words = words_of("relations", "coalition_words")
    return member.kind == "coalition" or any(name.split()[-1].lower() in words for name in member.names)


def _draft(scene: Scene, tree: Tree, i: int, subject: Party, coalition: Party, rule: str, trigger: str) -> Draft:
    date = date_for(scene, tree, i)
    if date is not None and tree.tokens[i].deprel == "appos" and not tree.extent(i)[0] <= date.start < tree.extent(i)[1]:
        date = None  # "X, a member of Y, left in 2004": the year is that of the leaving
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


RULES = (
    read_members,
    read_joining,
    read_inclusions,
    read_examples,
    read_counted_members,
    read_formations,
    read_coalitions_of,
    read_belonging,
)
