"""Read partings that name no whole or no part: "its dissident wing, the X, broke off", "he walked off with his men and set up the X"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from testimonia.model.claim import Value
from testimonia.model.party import Party
from testimonia.read.claims.drafts import Draft, cover, date_for, find_word, party_span
from testimonia.read.claims.enumerations import listed_names
from testimonia.read.claims.offices import person_beside, take_office
from testimonia.read.claims.parties import bodies_at, headed
from testimonia.read.claims.profile_lines import opening_date
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.listening import listens_for
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.text.dates import DateReader, StatedDate

_BREAKUP = re.compile(
    r"\b(?:(?:came|come|comes|fell|fallen|broke|broken|split|splits|tore|torn|pulled) (?:itself )?"
    r"(?:apart|up|asunder|in two|in half|in three|into)|"
    r"(?:fractured|splintered|fragmented|disintegrated|split)|"
    r"(?:is|was|were|been|remains|remained)(?:, \w+,)? (?:now |deeply |bitterly |badly )?divided)\b"
)
"""How a text says that a body broke up, before it names the parts."""
_INTO_PARTS = re.compile(
    r"\b(?:(?:broke|broken|fell|fallen|came|come|tore|torn|pulled|split|splits|divided)\s+(?:itself\s+)?"
    r"(?:apart|up|asunder|in\s*to\s+two|in\s+two|in\s+half|in\s+three)(?:\s+into)?|(?:broke|broken|split|splits|splitting|divided|fractured|splintered|"
    r"fragmented|disintegrated)(?:\s+into)?)(?:\s+(?:in|on|during|by|around|after)\s+[^,:;.–—]{2,40}?)?(?:\s+into)?"
    r"(?:\s+(?:two|three|four|five|several|rival|the|hostile|factions|wings|parts|groups|halves|camps|movements)\b)*"
    r"(?:\s*[:–—(]\s*|,\s+|(?<=into)\s+(?=[A-ZÀ-Þ])|(?<=the)\s+(?=[A-ZÀ-Þ]))"
)
"""How a sentence tells that a body broke up, up to the names of the parts."""
_QUARRELS = frozenset(["rift", "rupture", "mutiny", "dispute", "quarrel", "disagreement", "infighting", "breakup", "break-up", "division"])
_REVOLTS = frozenset(["dissent", "dissension", "rebellion", "revolt", "discontent", "fragmentation", "feud"])
_IN = frozenset(["in", "within", "of", "inside"])
_BEFORE = 240
"""Characters before a sentence in which the one before it tells of the break-up."""


@listens_for(("relations", "departing_verbs"))
def read_departures(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """A wing or branch of a body goes its own way: "its dissident wing, the X, broke off", "the X, which went its own way in 1974"."""
    for i in tree.having(words_of("relations", "departing_verbs")):
        token = tree.tokens[i]
        if token.upos != "VERB" or not _departs(tree, i) or tree.is_unreal(i) or tree.is_negated(i) or tree.is_passive(i):
            continue
        if any(case.split(" ")[-1] in ("from", "of", "with", "into", "in") and not scene.is_time(tree, k) for case, k in tree.obliques(i)):
            continue  # from whom it parts is told, and read elsewhere
        subject = tree.subject(i)
        part, noun = (None, None) if subject is None else _part(scene, tree, subject)
        whole = _whole(scene, tree, noun) if noun is not None else None
        if part is not None and whole is not None and part.referent != whole.referent:
            yield _split(tree, i, part, whole, date_for(scene, tree, i), "partings.read_departures")


def _departs(tree: Tree, i: int) -> bool:
    """Say whether a verb of leaving stands with what makes it one: "broke off", "went its own way", "seceded"."""
    needed = words_of("relations", "departing_words")
    if any(tree.tokens[k].text.lower() not in needed for k in tree.children(i, "obj")):
        return False  # "broke off talks"
    near = {tree.tokens[k].text.lower() for k in (*tree.children(i), *(m for k in tree.children(i, "obj", "obl") for m in tree.subtree(k)))}
    return tree.tokens[i].lemma.lower() in ("secede", "splinter", "defect") or bool(near & needed)


def _part(scene: Scene, tree: Tree, subject: int) -> tuple[Party | None, int | None]:
    """Give the body that parts, and the noun that calls it a part of another."""
    parts = words_of("relations", "part_nouns")
    named = [k for k in tree.children(subject, "appos", "flat") if scene.member_at(tree, k, "org") is not None]
    if (tree.lemma[subject] in parts or tree.low[subject] == "another") and scene.spot_at(tree, subject) is None and named:
        return scene.organisation(tree, named[0]), subject
    token = tree.tokens[subject]
    if token.deprel == "appos" and token.head >= 0 and tree.tokens[token.head].lemma.lower() in parts:
        return scene.organisation(tree, subject), token.head
    called = [k for k in tree.children(subject, "appos") if tree.tokens[k].lemma.lower() in parts]
    return (scene.organisation(tree, subject), called[0]) if called else (None, None)


def _whole(scene: Scene, tree: Tree, noun: int) -> Party | None:
    """Give the body whose part a noun tells of: its owner, else the body spoken of."""
    owned = [p for k in tree.owners(noun) if (p := scene.organisation(tree, k)) is not None]
    if owned or tree.children(noun, "nmod:poss"):
        return owned[0] if owned else None
    if tree.low[noun] == "another":  # after "a smaller rival", one of the body that the text is about
        about, token = scene.topic.section or scene.topic.title, tree.tokens[noun]
        return None if about is None or about.cls != "org" else scene.named(about, how="topic", start=token.start, end=token.end)
    return _topic(scene, tree, noun)


def _topic(scene: Scene, tree: Tree, i: int) -> Party | None:
    topic = scene.topic
    member = None if topic.several or topic.elsewhere else topic.issuer or topic.subject or topic.section or topic.title
    token = tree.tokens[i]
    return None if member is None or member.cls != "org" else scene.named(member, how="topic", start=token.start, end=token.end)


def _split(tree: Tree, i: int, part: Party, whole: Party, date: StatedDate | None, rule: str) -> Draft:
    token = tree.tokens[i]
    dated = (None, None) if date is None else (date.start, date.end)
    span = cover((token.start, token.end), party_span(part), party_span(whole), dated, within=tree)
    edtf, basis = (None, "stated") if date is None else (date.edtf.removesuffix("/.."), date.basis)
    draft = Draft("split_from", part, *span, token.start, rule, token.text, object=whole, edtf=edtf)
    return replace(draft, basis="derived") if basis == "derived" else draft


@listens_for(("relations", "walkout_verbs"), ("relations", "expelling_verbs"))
def read_walkouts(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """People leave a body and set up another: "he walked off with several hundred men and set up the X"."""
    for i in tree.having(any_of(("relations", "walkout_verbs"), ("relations", "expelling_verbs"))):
        if tree.tokens[i].upos != "VERB" or tree.is_unreal(i) or tree.is_negated(i):
            continue
        if tree.is_passive(i) is not (tree.lemma[i] in words_of("relations", "expelling_verbs")):
            continue
        above = [tree.tokens[i].head] if tree.tokens[i].deprel == "advcl" else []  # "Expelled from X, he formed Y"
        if tree.tokens[i].deprel in ("acl:relcl", "acl"):  # "Dissidents who left X set up Y"
            verb = tree.tokens[tree.tokens[i].head].head
            above += [verb] if verb >= 0 and tree.tokens[i].head in tree.agents(verb) else []
        found = [k for k in (*tree.children(i, "conj", "advcl", "xcomp"), *above) if sets_up(tree, k) or _calls_itself(tree, k)]
        told = [m for k in found for m in _brought_about(tree, k)]
        bodies = [p for m in told if tree.tokens[m].upos != "PRON" and (p := scene.organisation(tree, m)) is not None]
        leaver = tree.subject(i)
        if not bodies or leaver is None or scene.organisation(tree, leaver) is not None:
            continue
        old = _left(scene, tree, i, leaver)
        date = date_for(scene, tree, i) or opening_date(scene, tree)
        new = bodies[0]
        surely = (
            _calls_itself(tree, found[0])
            or tree.lemma[found[0]] in words_of("relations", "setting_up")
            or (old is not None and old.how == "name")
        )
        if old is not None and old.referent != new.referent and surely:
            yield _split(tree, found[0], new, old, date, "partings.read_walkouts")
        if date is not None and scene.member_at(tree, leaver, "person") is None:  # whom it names founded it: that is read as such
            founded = _split(tree, found[0], new, new, date, "partings.read_walkouts")
            yield replace(founded, predicate="founded", object=None)
        yield from _led_by(scene, tree, leaver, new)


def _brought_about(tree: Tree, i: int) -> list[int]:
    """List what a verb sets up or names: its object, or what its subject calls itself."""
    if tree.is_passive(i):
        return tree.objects(i)
    if not _calls_itself(tree, i):
        return tree.children(i, "obj")
    return [k for k in tree.children(i, "xcomp", "obj") if tree.tokens[k].upos != "PRON"]


def _calls_itself(tree: Tree, i: int) -> bool:
    """Say whether a verb gives its subject a name: "and called themselves the X"."""
    own = any(tree.low[k] in ("itself", "themselves", "himself") for k in tree.children(i, "obj"))
    return own and tree.lemma[i] in words_of("names", "calling")


def _led_by(scene: Scene, tree: Tree, leaver: int, new: Party) -> Iterator[Draft]:
    """Give who led those who left: "officers led by P broke away to form the X" makes P the leader of X."""
    for i in (k for k in tree.children(leaver, "acl", "acl:relcl") if tree.lemma[k] in words_of("names", "leading")):
        for spot in (s for k in tree.agents(i) if (s := person_beside(scene, tree, k)) is not None):
            person = scene.spot_party(spot, "person")
            if person is not None:
                take_office(scene, person, "leader", new)
                span, token = cover(party_span(person), party_span(new), within=tree), tree.tokens[i]
                value = Value(role="leader")
                yield Draft("has_role", person, *span, token.start, "partings.read_walkouts", token.text, object=new, value=value)


def sets_up(tree: Tree, i: int) -> bool:
    """Say whether a verb is one of setting up; "to found" is not to find.

    Args:
        tree: The sentence.
        i: Position of the verb.

    Returns:
        True for "form" and "set up".
    """
    verbs = words_of("relations", "setting_up")
    return tree.lemma[i] in verbs or (tree.low[i] in verbs and bool(tree.children(i, "mark")))


def _left(scene: Scene, tree: Tree, i: int, leaver: int) -> Party | None:
    """Give the body that people leave: named with the verb, or in whose ranks they stood, else the body spoken of."""
    heads = [*tree.children(i, "obj"), *(k for case, k in tree.obliques(i) if case.split(" ")[-1] in ("from", "of", "with"))]
    heads += [m for k in (leaver, *tree.children(leaver, "appos", "nmod"), *_beside(tree, leaver)) for m in tree.owners(k)]
    named = next((p for k in heads if (p := scene.organisation(tree, k)) is not None), None)
    if named is not None:
        return named
    if any(tree.tokens[k].upos == "NOUN" and not scene.is_time(tree, k) for case, k in tree.obliques(i) if case.split(" ")[-1] == "from"):
        return None  # "broke away from the parish"
    before = [s for s in scene.spots_in(tree) if s.end <= tree.tokens[i].start and scene.member_at(tree, s.head, "org") is not None]
    return None if before else _topic(scene, tree, i)


def _beside(tree: Tree, i: int) -> list[int]:
    """List the noun that a name stands beside: "lieutenants" in "one of his lieutenants, X"."""
    token = tree.tokens[i]
    return [token.head] if token.deprel in ("appos", "flat") and token.head >= 0 else []


@listens_for("break", "fall", "split", "come", "divide", "tear", "fracture", "splinter", "fragment")
def read_breakups(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a body broke up and names what came of it: "X broke in two: the Y and the Z", "X split into Y and Z"."""
    high = tree.sentence.end
    for match in _INTO_PARTS.finditer(scene.text, tree.sentence.start, high):
        i = find_word(tree, match.start())
        if i is None or tree.tokens[i].upos != "VERB" or tree.is_unreal(i) or tree.is_negated(i):
            continue
        if "into" not in match.group() and match.group().rstrip()[-1:] not in (":", "–", "—", "("):
            continue  # "split, and the A and the B fought on"
        parts = listed_names(scene, match.end(), high)
        head = tree.subject(i)
        whole = None if head is None else scene.organisation(tree, head)
        if whole is None and head is not None and tree.lemma[head] in any_of(("relations", "part_nouns"), ("relations", "wing_nouns")):
            whole = next(
                (p for k in tree.owners(head) if (p := scene.organisation(tree, k)) is not None), None
            )  # "its military wing split"
        for spot in parts if len(parts) > 1 else ():
            part = scene.spot_party(spot, "org")
            if whole is not None and part is not None and part.referent != whole.referent:
                yield _split(tree, i, part, whole, date_for(scene, tree, i), "partings.read_breakups")


@listens_for(("relations", "split_nouns"), *_QUARRELS, *_REVOLTS)
def read_schisms(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says what came of a split in a body: "a schism in X produced Y", "X's split led to the creation of Y"."""
    for i in tree.having(words_of("relations", "split_nouns") | _QUARRELS | _REVOLTS):
        heads = [*tree.owners(i), *(k for case, k in tree.obliques(i) if case in _IN)]
        within = next((k for k in heads if scene.organisation(tree, k) is not None), None)
        whole = None if within is None else scene.organisation(tree, within)
        if within is None or whole is None:
            continue
        above = tree.tokens[i].head
        if tree.tokens[i].deprel == "obl" and tree.lemma[above] in words_of("relations", "found_verbs"):
            for part in headed(scene, tree, above):  # "X" above "Formed from a split in Y in 1997."
                yield _split(tree, above, part, whole, date_for(scene, tree, above), "partings.read_schisms")
        for verb in _what_followed(tree, i, within):
            for part in _bred(scene, tree, verb):
                if part.referent != whole.referent and not tree.is_unreal(verb) and not tree.is_negated(verb):
                    yield _split(tree, verb, part, whole, date_for(scene, tree, verb), "partings.read_schisms")


def _what_followed(tree: Tree, i: int, within: int) -> list[int]:
    """List the verbs that tell what came of a quarrel: its own, one that takes it up with "which", one that goes on with its sentence."""
    above = tree.tokens[i].head
    found = [above] if tree.tokens[i].deprel in SUBJECTS else tree.children(above, "advcl", "acl") if above >= 0 else []
    return [*found, *(k for at in (i, within) for k in tree.children(at, "acl:relcl", "acl"))]


def _bred(scene: Scene, tree: Tree, verb: int) -> list[Party]:
    """List the bodies that a verb says came of something: "produced Y", "led to the creation of Y and Z"."""
    heads = tree.objects(verb) if tree.lemma[verb] in words_of("relations", "breeding_verbs") else []
    if tree.lemma[verb] in ("give", "lead", "result", "culminate", "contribute"):
        heads = [k for at in (verb, *tree.children(verb, "obj")) for case, k in tree.obliques(at) if case in ("to", "in")]
    births = [k for k in heads if tree.lemma[k] in words_of("relations", "found_nouns")]
    named = [m for k in births for case, one in tree.obliques(k) if case == "of" for m in tree.conjuncts(one)]
    return [p for k in (*(k for k in heads if k not in births), *named) for p in bodies_at(scene, tree, k)]


@listens_for(("relations", "part_nouns"))
def read_halves(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """After a sentence that tells how a body broke up, a part is named: "It fell apart in 2017. The bigger faction, X, follows Y"."""
    before = _sentence_before(scene.text, tree.sentence.start)
    breakup = _BREAKUP.search(scene.text, *before)
    if breakup is None:
        return
    dates = DateReader(None).read(scene.text, *before)
    for i in tree.having(words_of("relations", "part_nouns")):
        told = tree.children(i, "amod", "det", "nummod")
        if scene.spot_at(tree, i) is not None or not any(tree.tokens[k].text.lower() in words_of("relations", "half_words") for k in told):
            continue
        part, _ = _part(scene, tree, i)
        whole = _topic(scene, tree, i)
        if part is None or whole is None or part.referent == whole.referent:
            continue
        draft = _split(tree, i, part, whole, None, "partings.read_halves")
        edtf = dates[0].edtf.removesuffix("/..") if len(dates) == 1 and "X" not in dates[0].edtf else None
        yield replace(draft, edtf=edtf)


def _sentence_before(text: str, start: int) -> tuple[int, int]:
    """Give the offsets of the sentence before an offset in the same paragraph; an empty stretch where there is none."""
    low = max(text.rfind("\n", 0, start) + 1, start - _BEFORE)
    ends = [m.end() for m in re.finditer(r"[.!?]\s", text[low:start].rstrip())]
    return (low + ends[-1], start) if ends else (low, start)


RULES = (read_departures, read_walkouts, read_breakups, read_schisms, read_halves)
