"""Read who leads a body: by a verb ("led by X"), a noun of leading ("under the leadership of X") or the body's name ("X's army")."""

import re
from collections.abc import Iterator

from testimonia.model.claim import Value
from testimonia.model.party import Party
from testimonia.read.claims.drafts import Draft, cover, date_for, party_span, when
from testimonia.read.claims.offices import date_of_office, person_beside, phrasal, since, take_office
from testimonia.read.claims.parties import company, told_of
from testimonia.read.claims.role_bodies import body_behind
from testimonia.read.claims.role_holders import holder, person_heads
from testimonia.read.lexicon import any_of, table, words_of
from testimonia.read.listening import listens_for
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree

_OF = re.compile(r"(?:\s*[(\[][^()\[\]]*[)\]])?\s+of\s+")
_LED = frozenset(["armed_group", "coalition", "political_body", None])
"""Kinds of bodies that are named by who leads them; a state's force is not, nor an office."""
_BEFORE_PARTICIPLE = re.compile(r"(?:\s*[(\[][^()\[\]]*[)\]])?,?\s+(?:(?:now|then|once|formerly|currently|jointly)\s+)?")
"""Between a body and "led by", where only a bracket stands: "the X (some 900 men) led by P"."""
_UNDER = re.compile(
    r"(?:\s*[(\[][^()\[\]]*[)\]])?(?:\s+(?P<people>[a-z]+))?,?\s+under\s+(?:(?:its|their) )?(?P<titles>(?:[\w-]+\.?\s+){0,3})"
)
"""Between a body and the name of who leads it."""


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
            take_office(scene, subject, "leader", body)
            start, end = cover(party_span(subject), party_span(body), within=tree)
            at = tree.tokens[k].start
            yield Draft("has_role", subject, start, end, at, "leading.read_possessed", "of", object=body, value=Value(role="leader"))


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
    verbs = table("people", "leading_verbs")
    for token in tree.tokens:
        role = verbs.get(phrasal(tree, token.i)) if token.upos == "VERB" else None
        if role is None or tree.is_negated(token.i) or tree.is_unreal(token.i):
            continue
        for subject in _agents(scene, tree, token.i):
            for body in _bodies_led(scene, tree, token.i, role):
                take_office(scene, subject, role, body)
                date = date_of_office(scene, tree, token.i) if role != "founder" else date_for(scene, tree, token.i)
                if date is not None and token.deprel == "acl" and not tree.extent(token.i)[0] <= date.start < tree.extent(token.i)[1]:
                    date = None  # "In 2018 the X, headed by Y, joined Z": the year is that of the joining
                edtf, basis = when(date)
                if edtf is not None and tree.lemma[token.i] == "take":
                    edtf = since(edtf)
                span = cover((token.start, token.end), party_span(subject), party_span(body), within=tree)
                value = Value(role=role)
                yield Draft(
                    "has_role",
                    subject,
                    *span,
                    token.start,
                    "leading.read_leading",
                    token.text,
                    object=body,
                    value=value,
                    edtf=edtf,
                    basis=basis,
                )


def _agents(scene: Scene, tree: Tree, i: int) -> Iterator[Party]:
    """Give the persons who do what a verb tells: by name, by a pronoun, by a title or a role beside a name."""
    agents = [*tree.agents(i), *([] if tree.is_passive(i) else company(tree, i))]
    heads = dict.fromkeys(k for a in agents for k in person_heads(scene, tree, a))
    for head in heads:
        person = holder(scene, tree, head)
        if person is not None:
            yield person
    spoken_of = scene.topic.person
    if not heads and len(agents) == 1 and spoken_of is not None and _is_the_one_with_a_role(scene, tree, agents[0]):
        token = tree.tokens[agents[0]]
        yield scene.named(spoken_of, how="topic", start=token.start, end=token.end)


def _is_the_one_with_a_role(scene: Scene, tree: Tree, i: int) -> bool:
    """Say whether a role stands for the person spoken of: "The rebel commander leads X", "the warlord founded X"."""
    if tree.lemma[i] not in table("people", "roles") or scene.spot_at(tree, i) is not None or "Number=Plur" in tree.tokens[i].feats:
        return False
    named = any(scene.spot_at(tree, k) is not None for k in tree.nominal(i))
    return not named and not tree.owners(i) and any(tree.low[k] == "the" for k in tree.children(i, "det"))


def _bodies_led(scene: Scene, tree: Tree, i: int, role: str) -> Iterator[Party]:
    """Give the bodies that are led: the one named right before a participle, wherever it is hung, else what the verb is done to."""
    if tree.is_passive(i) and tree.tokens[i].deprel == "acl":
        before = [s for s in scene.spots_in(tree) if s.end <= tree.tokens[i].start]
        between = _BEFORE_PARTICIPLE.fullmatch(scene.text, before[-1].end, tree.tokens[i].start) if before else None
        part = between is not None and tree.lemma[tree.tokens[before[-1].head].head] in words_of("relations", "part_nouns")
        body = None if between is None or part else scene.spot_party(before[-1], "org")
        if body is not None:
            yield body
            return
    for k in nearest(tree, i, _led_by(tree, i)):
        led = _in_the_lead(scene, tree, k, role)
        if led is not None:
            yield led


def _led_by(tree: Tree, i: int) -> list[int]:
    """List what is led: the objects, and what a verb with a preposition is about, as in "presides over X"."""
    over = [k for case, k in tree.obliques(i) if case in ("over", "for")] if tree.lemma[i] in ("preside", "speak") else []
    return tree.objects(i) or over


def _in_the_lead(scene: Scene, tree: Tree, i: int, role: str) -> Party | None:
    """Give what a person leads: a body, or who rules a country, in words where the text gives no name: "the junta led by X"."""
    body = (
        scene.organisation(tree, i)
        or body_behind(scene, tree, i)
        or next((p for k in told_of(scene, tree, i) if (p := scene.organisation(tree, k)) is not None), None)
    )
    if body is None and role != "founder" and tree.lemma[i] in words_of("people", "rulers") and scene.spot_at(tree, i) is None:
        return Party(tree.tokens[i].text, None, "words", tree.tokens[i].start, tree.tokens[i].end)
    return body


@listens_for(lambda: table("people", "leading_nouns").keys())
def read_leadership(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """A noun tells who leads a body: "under the leadership of P", "P's command of X", "command of X passed to P"."""
    nouns = table("people", "leading_nouns")
    for i in tree.having(nouns.keys()):
        token = tree.tokens[i]
        if token.upos != "NOUN" or scene.spot_at(tree, i) is not None or tree.is_negated(i):
            continue
        taken = _taken_up(tree, i)
        people = taken if taken else [m for k in tree.owners(i) if tree.case(k) in ("of", "") for m in tree.conjuncts(k)]
        people = [k for k in people if person_beside(scene, tree, k) is not None]
        body = _led(scene, tree, i, taken=bool(taken)) if people else None
        clause = tree.clause(i)
        if body is None or (taken and (tree.is_unreal(clause) or tree.is_negated(clause))):
            continue
        date = date_of_office(scene, tree, tree.clause(i)) if taken else None
        for k in people:
            spot = person_beside(scene, tree, k)
            subject = None if spot is None else scene.spot_party(spot, "person")
            if subject is None:
                continue
            role = nouns[token.lemma.lower()]
            take_office(scene, subject, role, body)
            span = cover((token.start, token.end), party_span(subject), party_span(body), within=tree)
            edtf, basis = when(date)
            rule, value = "leading.read_leadership", Value(role=role)
            edtf = None if edtf is None else since(edtf)
            yield Draft("has_role", subject, *span, token.start, rule, token.text, object=body, value=value, edtf=edtf, basis=basis)


def _taken_up(tree: Tree, i: int) -> list[int]:
    """List who takes up a leadership: P in "command passed to P", "P took over the command"."""
    token = tree.tokens[i]
    if token.head < 0:
        return []
    verb = phrasal(tree, token.head)
    if token.deprel in SUBJECTS and verb in words_of("people", "passing_verbs"):
        told = list(tree.obliques(token.head))
        told += [pair for case, k in told if case == "from" for pair in tree.obliques(k)]  # "passed from Q to P"
        return [k for case, k in told if case == "to"]
    if token.deprel == "obj" and verb in words_of("people", "taking_verbs"):
        return tree.agents(token.head)
    return []


def _led(scene: Scene, tree: Tree, i: int, *, taken: bool) -> Party | None:
    """Give the body that is led: whose leadership it is, what stands under it, or the body spoken of where the text names none."""
    for k in [k for k in tree.owners(i) if scene.member_at(tree, k, "person") is None]:
        body = scene.organisation(tree, k)
        if body is not None:
            return body
    token = tree.tokens[i]
    if tree.case(i) == "under" and token.head >= 0:
        above = (scene.organisation(tree, token.head) or _of_its_people(scene, tree, token.head)) if token.deprel == "nmod" else None
        clause = tree.clause(token.head)
        done = tree.objects(clause) if tree.is_passive(clause) else [s for s in [tree.subject(clause)] if s is not None]
        return above or next((p for k in done if (p := _armed(scene, tree, k)) is not None), None) or _stacked_on(scene, tree, token.head)
    topic = scene.topic
    if not taken or topic.several or topic.elsewhere or topic.subject is None or topic.subject.kind not in _LED or tree.owners(i):
        return None
    return scene.named(topic.subject, how="topic", start=token.start, end=token.end)


def _of_its_people(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body whose people or units stand there: "units of X under the command of P"."""
    return scene.body_of_members(tree, i) or body_behind(scene, tree, i)


def _stacked_on(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the body on which appositions are stacked without a verb: "X, formerly Y and commonly called Z, under the command of P"."""
    found = None
    while i >= 0 and not tree.children(i, *SUBJECTS):
        found = _armed(scene, tree, i) or found
        i = tree.tokens[i].head if tree.tokens[i].deprel in ("appos", "conj", "acl", "obl", "nmod", "xcomp") else -1
    return found


def _armed(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give a body of the kinds that are told by who leads them."""
    body = scene.organisation(tree, i)
    member = None if body is None else scene.cast.holder_of(body.referent)
    return body if member is not None and member.kind in _LED else None


@listens_for("under")
def read_standing_under(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """A body is named with its leader right behind it: "the X, under P, ..."."""
    for spot in scene.spots_in(tree):
        member = scene.cast.member(spot.text)
        if member is None or member.cls != "org" or member.kind not in _LED:
            continue
        behind = [s for s in scene.spots_in(tree) if s.start >= spot.end and _is_under(scene.text, spot.end, s.start)]
        for named in behind[:1]:
            subject, body = scene.spot_party(named, "person"), scene.spot_party(spot, "org")
            if subject is None or body is None:
                continue
            take_office(scene, subject, "leader", body)
            span = cover(party_span(subject), party_span(body), within=tree)
            rule, value = "leading.read_standing_under", Value(role="leader")
            yield Draft("has_role", subject, *span, named.start, rule, "under", object=body, value=value)


def _is_under(text: str, start: int, end: int) -> bool:
    """Say whether only "under" and titles stand between a body and a name: "the X, under its leader, General P"."""
    match = _UNDER.fullmatch(text, start, end)
    titles = [] if match is None else match["titles"].lower().replace(".", "").split()
    known = match is None or match["people"] is None or match["people"].lower() in any_of(("people", "members"), ("people", "own_bodies"))
    return match is not None and known and all(t in words_of("people", "titles") or t in table("people", "roles") for t in titles)


RULES = (read_leading, read_possessed, read_leadership, read_standing_under)
