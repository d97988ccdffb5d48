"""Read who belongs to which coalition or umbrella, who joined and who left."""

from collections.abc import Iterator
from dataclasses import replace

from testimonia.model.party import Party
from testimonia.read.claims.drafts import Draft, cover, date_for, party_span, polarity_of
from testimonia.read.claims.parties import bodies_at, company, doubled_subject
from testimonia.read.claims.partings import sets_up
from testimonia.read.claims.umbrellas import UMBRELLAS, has_peers, is_umbrella, is_unit, membership_draft
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.listening import listens_for
from testimonia.read.names.cast import Member
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.dates import StatedDate

PREDICATES = ("member_of",)


@listens_for(("relations", "member_nouns"))
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
        if coalition is None or _left_it(tree, token.i):
            continue
        subjects = [
            p
            for head in _called_members(scene, tree, token.i)
            for k in tree.conjuncts(head)
            if (p := scene.organisation(tree, k)) is not None
        ]
        past = any(tree.low[k] in words_of("relations", "past_adjectives") for k in tree.children(token.i, "amod", "compound", "advmod"))
        for subject in subjects:
            if subject.referent != coalition.referent:
                draft = membership_draft(scene, tree, token.i, subject, coalition, rule="membership.read_members", trigger=token.text)
                draft = replace(draft, predicate="part_of") if _is_commanded(scene, token.lemma.lower(), subject, coalition) else draft
                yield replace(draft, polarity="denied") if past else draft


def _left_it(tree: Tree, i: int) -> bool:
    """Say whether a noun of membership tells of those who parted: "a breakaway faction of X", "a splinter faction of X"."""
    parted = any_of(("relations", "dissenting"), ("relations", "split_nouns"))
    return any(tree.low[k] in parted or tree.lemma[k] in parted for k in tree.children(i, "amod", "compound"))


def _is_commanded(scene: Scene, noun: str, subject: Party, whole: Party) -> bool:
    """Say whether a unit is called a faction or component of a body that is no coalition: it is a part of it."""
    member = scene.cast.holder_of(subject.referent)
    units = words_of("relations", "unit_nouns")
    named = member is not None and all(name.split()[-1].lower() in units for name in member.names)
    body = scene.cast.holder_of(whole.referent)
    return named and noun in words_of("relations", "part_of_nouns") and not is_umbrella(body) and (body is None or not _is_joinable(body))


def _belonged_to(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body whose member a noun tells of."""
    for k in tree.owners(i):
        party = scene.organisation(tree, tree.antecedent(k))
        if party is not None:
            return party
    cases = ("of", "in", "within", "to")
    return next(
        (p for case, k in tree.obliques(i) if case in cases and (p := scene.organisation(tree, tree.antecedent(k))) is not None), None
    )


def _called_members(scene: Scene, tree: Tree, i: int) -> list[int]:
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
    heads += doubled_subject(scene, tree, i)
    if token.deprel == "obl" and tree.case(i) == "among" and tree.children(token.head, "cop"):
        heads += [token.head, tree.subject(token.head)]  # "Among its members are the X and the Y"
    return [head for head in heads if head is not None and head >= 0 and head != i]


@listens_for(("relations", "join_verbs"), ("relations", "leave_verbs"))
def read_joining(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a body joined a coalition, or left it; leaving ends the membership."""
    told: dict[tuple[str | None, str | None], Draft] = {}
    for i in tree.having(words_of("relations", "join_verbs") | words_of("relations", "leave_verbs")):
        for draft in _joinings_and_leavings(scene, tree, i):
            sides = draft.subject.referent, None if draft.object is None else draft.object.referent
            stay = _stay(told[sides], draft) if sides in told else None
            if stay is None and sides in told:
                yield told.pop(sides)
            told[sides] = stay or draft
    yield from told.values()


def _stay(joined: Draft, left: Draft) -> Draft | None:
    """Make one membership of a joining and a later leaving: "joined X in 1984 and left it in 1987"."""
    since, until = (joined.edtf or "").removesuffix("/.."), (left.edtf or "").removeprefix("../")
    if not since or not until or "/" in since + until or until < since:
        return None
    basis = "derived" if "derived" in (joined.basis, left.basis) else joined.basis
    return replace(joined, start=min(joined.start, left.start), end=max(joined.end, left.end), edtf=f"{since}/{until}", basis=basis)


def _joins_in_doing(tree: Tree, i: int) -> bool:
    """Say whether others are joined in a deed and not in a body: "joined X and Y in creating Z"."""
    deeds = [k for at in (i, *tree.objects(i)) for k in tree.children(at, "advcl", "acl")]
    return any(tree.low[k] == "in" for deed in deeds for k in tree.children(deed, "mark"))


def _joinings_and_leavings(scene: Scene, tree: Tree, i: int) -> Iterator[Draft]:
    """Write down the memberships that one verb begins or ends."""
    token, leaves = tree.tokens[i], tree.lemma[i] in words_of("relations", "leave_verbs")
    if token.upos != "VERB" or tree.is_unreal(i) or tree.is_negated(i) or _joins_in_doing(tree, i):
        return
    subject = next((p for a in tree.agents(i) if (p := scene.organisation(tree, a)) is not None), None)
    for k in _joined_or_left(scene, tree, i, subject):
        member = scene.member_at(tree, k, "org")
        joinable = member is not None and (member.kind in ("coalition", "political_body", "intergovernmental") or _is_joinable(member))
        party = scene.organisation(tree, k) if leaves or joinable else None
        if subject is None or party is None or subject.referent == party.referent:
            continue
        date = date_for(scene, tree, i)
        edtf = None if date is None else date.edtf
        if edtf is not None and "/" not in edtf:
            edtf = f"../{edtf}" if leaves else f"{edtf}/.."
        span = cover((token.start, token.end), party_span(subject), party_span(party), within=tree)
        draft = Draft("member_of", subject, *span, token.start, "membership.read_joining", token.text, object=party, mode="throughout")
        basis = "stated" if date is None else date.basis
        yield replace(draft, edtf=edtf, basis=basis, polarity=polarity_of(denied=leaves and edtf is None))


def _joined_or_left(scene: Scene, tree: Tree, i: int, subject: Party | None) -> list[int]:
    """Give the heads of what a verb says is joined or left; of a leaving that names nothing, what the subject has just joined."""
    targets = tree.children(i, "obj") or [k for case, k in tree.obliques(i) if case == "from"]
    named = [k for k in targets if tree.tokens[k].upos != "PRON"]  # what "it" stands for is surest where it is a subject
    vague = all(tree.lemma[k] in words_of("relations", "coalition_nouns") and scene.spot_at(tree, k) is None for k in named)
    if tree.lemma[i] in words_of("relations", "join_verbs") or not vague or subject is None:
        return named
    for verb in tree.having(words_of("relations", "join_verbs")):
        whose = [p.referent for a in tree.agents(verb) if (p := scene.organisation(tree, a)) is not None]
        if verb < i and subject.referent in whose:
            return [k for k in tree.children(verb, "obj") if tree.tokens[k].upos != "PRON"]
    return named


@listens_for(("relations", "walkout_verbs"))
def read_leavings(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """Members leave a coalition to form another body: "the X and the Y left to form the Z"."""
    for i in tree.having(words_of("relations", "walkout_verbs")):
        if tree.tokens[i].upos != "VERB" or tree.is_unreal(i) or tree.is_negated(i) or tree.is_passive(i):
            continue
        verb = next((k for k in tree.children(i, "advcl", "xcomp") if sets_up(tree, k)), None)
        new = (
            None if verb is None else next((p for k in tree.children(verb, "obj") if (p := scene.organisation(tree, k)) is not None), None)
        )
        leaving = [p for k in tree.agents(i) if scene.spot_at(tree, k) is not None and (p := scene.organisation(tree, k)) is not None]
        if verb is not None and new is not None and leaving:
            old = _coalition_left(scene, tree, i, {p.referent for p in leaving})
            yield from _changes_of_coalition(tree, verb, leaving, old, new, date_for(scene, tree, i))


def _changes_of_coalition(
    tree: Tree, verb: int, leaving: list[Party], old: Party | None, new: Party, date: StatedDate | None
) -> Iterator[Draft]:
    """Tell that a body was founded, who is in it from then on (one body alone turns into it), and what they were in until then."""
    token, moment = tree.tokens[verb], None if date is None else date.edtf.removesuffix("/..")
    span = cover((token.start, token.end), party_span(new), within=tree)
    basis = "stated" if date is None else date.basis
    founding = Draft("founded", new, *span, token.start, "membership.read_leavings", token.text, edtf=moment, basis=basis)
    if moment is not None:
        yield founding
    for member in leaving:
        start, end = cover(party_span(member), span, within=tree)
        draft = replace(founding, predicate="member_of", subject=member, start=start, end=end, mode="throughout")
        if len(leaving) > 1:
            yield replace(draft, object=new, edtf=None if moment is None else f"{moment}/..")
        if old is not None and moment is not None:
            yield replace(draft, object=old, edtf=f"../{moment}")


def _coalition_left(scene: Scene, tree: Tree, i: int, leaving: set[str | None]) -> Party | None:
    """Give the coalition that bodies leave: named with the verb, else the one spoken of."""
    heads = [*tree.children(i, "obj"), *(k for case, k in tree.obliques(i) if case in ("from", "of"))]
    if heads:
        return next((p for k in heads if (p := scene.organisation(tree, k)) is not None), None)
    topic, token = scene.topic, tree.tokens[i]
    spoken_of = next((m for m in (topic.subject, topic.section, topic.title) if m is not None and m.kind in UMBRELLAS), None)
    if spoken_of is None or topic.several or topic.elsewhere or scene.cast.id_of(spoken_of) in leaving:
        return None
    return scene.named(spoken_of, how="topic", start=token.start, end=token.end)


def _is_joinable(member: Member) -> bool:
    """Say whether a body that fights is one that other bodies join: a front, a council, a command by its name."""
    return any(name.split()[-1].lower() in words_of("relations", "coalition_nouns") for name in member.names)


@listens_for(("relations", "found_verbs"))
def read_formations(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that several bodies formed a coalition, or that one was formed by them."""
    for token in tree.tokens:
        if token.lemma.lower() not in words_of("relations", "found_verbs") or token.upos != "VERB" or tree.is_unreal(token.i):
            continue
        formed = next((p for k in tree.objects(token.i) if (p := scene.organisation(tree, k)) is not None), None)
        agents = [] if tree.is_passive(token.i) else [k for s in tree.children(token.i, "nsubj") for k in tree.conjuncts(s)]
        beside = [] if tree.is_passive(token.i) else company(tree, token.i)
        named = [p for a in dict.fromkeys([*tree.agents(token.i), *agents, *beside]) for p in bodies_at(scene, tree, a)]
        founders = list({p.referent: p for p in named}.values())
        spelt = any("Number=Plur" in tree.tokens[a].feats and tree.tokens[a].upos == "NOUN" for a in tree.agents(token.i))
        if formed is None or len(founders) < (1 if spelt else 2):
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


@listens_for("belong")
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
        draft = membership_draft(scene, tree, token.i, subject, party, rule="membership.read_belonging", trigger=token.text)
        unit = is_unit(scene.cast.holder_of(subject.referent)) and not is_umbrella(member)
        yield draft if has_peers(member) and not unit else replace(draft, predicate="part_of")


RULES = (read_members, read_joining, read_leavings, read_formations, read_belonging)
