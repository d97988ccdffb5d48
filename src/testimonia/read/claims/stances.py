"""Read what a body refuses, offers or wants, as it or somebody with an office in it says: "its chairman said they would not disarm"."""

from collections.abc import Iterator

from testimonia.model.party import Party
from testimonia.read.claims.drafts import Draft, sayings
from testimonia.read.claims.offices import body_of_office, office_of, phrasal
from testimonia.read.claims.positions import is_political, position
from testimonia.read.lexicon import any_of, table, words_of
from testimonia.read.listening import listens_for
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.read.voices.saying import speaker_of
from testimonia.read.voices.voices import voice_of

_OWN = frozenset(["he", "she", "they", "it", "we"])
_OUR = frozenset(["his", "her", "their", "our", "its"])
_WILL = frozenset(["will", "would", "wo", "shall", "'ll", "’ll"])
_CAN = frozenset(["can", "could", "ca"])
_OPENING_QUOTES = '"“«„'


@listens_for(sayings)
def read_refusals(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The body, or somebody with an office in it, says what it will not do, is ready to do or wants: "said it would not disarm"."""
    done: set[int] = set()
    for i in tree.having(sayings()):
        if tree.tokens[i].upos != "VERB" or tree.is_negated(i):
            continue
        clauses = [m for k in tree.children(i, "ccomp") for m in tree.conjuncts(k)]
        if tree.tokens[i].deprel == "parataxis":
            clauses += tree.conjuncts(tree.tokens[i].head)  # "X will not disarm, the statement added"
        told = [k for k in clauses if k not in done and tree.tokens[k].upos in ("VERB", "ADJ", "NOUN")]
        body = _body_speaking(scene, tree, speaker_of(tree, i)) if told else None
        for k in told if body is not None else ():
            content = _stance(scene, tree, k, body) if body is not None else None
            if body is not None and content is not None:
                done.add(k)
                yield position(scene, tree, k, body, content)


def read_quoted_stances(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """In a quotation of the body, or of somebody with an office in it, "we" and "our" are the body: "We will not surrender"."""
    if not scene.text.startswith(tuple(_OPENING_QUOTES), tree.sentence.start) or scene.topic.issuer is not None:
        return
    root = next((t.i for t in tree.tokens if t.head < 0), None)
    speaker = scene.speakers.last
    body = None if speaker is None or root is None else _body_of(scene, speaker, tree, root)
    if body is None or root is None or tree.lemma[root] in sayings():
        return
    for k in tree.conjuncts(root):
        subject = tree.subject(k)
        content = _stance(scene, tree, k, body) if subject is not None and tree.low[subject] in ("we", "our") else None
        if content is not None:
            yield position(scene, tree, k, body, content)


@listens_for(("outlook", "aim_nouns"))
def read_own_aims(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """Somebody with an office in a body says what its aim is: "Our goal is to win the vote", "he said their demand was a pardon"."""
    for i in tree.having(words_of("outlook", "aim_nouns")):
        token = tree.tokens[i]
        told = token.head
        ours = any(tree.low[k] == "our" for k in tree.children(i, "nmod:poss"))
        if (
            not ours
            or token.deprel not in SUBJECTS
            or not tree.children(told, "cop")
            or tree.is_negated(told)
            or scene.topic.issuer is not None
        ):
            continue
        saying = next((k for k in tree.above(told) if tree.lemma[k] in sayings()), None)
        speaker = None if saying is None else speaker_of(tree, saying)
        body = _body_speaking(scene, tree, speaker) if speaker is not None else None
        if body is None and scene.speakers.last is not None:
            body = _body_of(scene, scene.speakers.last, tree, i)
        below = [k for k in tree.subtree(told) if k > max(tree.subtree(i)) and tree.tokens[k].deprel not in ("cop", "punct")]
        if body is not None and below:
            yield position(scene, tree, i, body, (tree.tokens[below[0]].start, tree.tokens[below[-1]].end))


@listens_for(("outlook", "withheld_verbs"))
def read_withheld(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a body will not disarm, negotiate, withdraw or the like: a refusal, whoever tells of it."""
    for i in tree.having(words_of("outlook", "withheld_verbs")):
        token = tree.tokens[i]
        if (
            token.upos != "VERB"
            or not _refuses(tree, i)
            or any(tree.low[k] in ("if", "unless", "whether") for k in tree.children(i, "mark"))
        ):
            continue
        subject = tree.subject(i)
        body = None if subject is None or tree.is_passive(i) else scene.organisation(tree, subject)
        if body is not None and body.how != "issuer" and is_political(scene, body):
            yield position(scene, tree, i, body, tree.extent(i))


def _body_speaking(scene: Scene, tree: Tree, i: int | None) -> Party | None:
    """Give the body for which a speaker speaks: itself, whose officer or spokesman it is, or whose paper."""
    if i is None:
        return None
    body = scene.organisation(tree, i)
    if body is None and tree.lemma[i] in table("people", "roles"):
        body = next((p for k in [*tree.owners(i), *tree.children(i, "compound")] if (p := scene.organisation(tree, k)) is not None), None)
    if body is not None:
        return body if is_political(scene, body) else None
    voice = voice_of(scene, tree, i)
    return None if voice is None else _body_of(scene, voice, tree, i)


def _body_of(scene: Scene, voice: Party, tree: Tree, i: int) -> Party | None:
    """Give the body that a voice is or in which it has an office."""
    if scene.is_person(voice):
        office = office_of(scene, voice)
        body = (
            None
            if office is None or office.body.cls != "org"
            else body_of_office(scene, office, start=tree.tokens[i].start, end=tree.tokens[i].end)
        )
    else:
        member = scene.cast.holder_of(voice.referent)
        body = voice if member is not None and member.cls == "org" else None
    return body if body is not None and is_political(scene, body) else None


def _stance(scene: Scene, tree: Tree, i: int, body: Party) -> tuple[int, int] | None:
    """Give the offsets of what a clause tells that the body refuses, offers or wants; None where it tells of another or asserts."""
    subject = _spoken_subject(tree, i)
    if subject is None or not _is_own(scene, tree, subject, body):
        return None
    return tree.extent(i) if _refuses(tree, i) or _offers(tree, i) or _wants(tree, i) else None


def _is_own(scene: Scene, tree: Tree, i: int, body: Party) -> bool:
    """Say whether a subject is the body itself, its people, or who speaks for it."""
    if tree.low[i] in _OWN or tree.tokens[i].deprel == "expl":
        return True
    party = scene.organisation(tree, i)
    if party is not None:
        return party.referent == body.referent
    owned = any(tree.low[k] in _OUR for k in tree.children(i, "nmod:poss"))
    return owned and tree.low[i] in any_of(("people", "generic_groups"), ("people", "members"))


def _spoken_subject(tree: Tree, i: int) -> int | None:
    """Give the subject of what is said; the "it" of "said that it was willing" may be taken for an expletive."""
    subject = tree.subject(i)
    if subject is None and tree.low[i] in words_of("outlook", "ready_adjectives"):
        return next(iter(tree.children(i, "expl")), None)
    return subject


def _refuses(tree: Tree, i: int) -> bool:
    """Say whether a clause tells what will not or cannot be done."""
    aux = {tree.low[m] for m in tree.children(i, "aux")}
    cannot = bool(aux & _CAN) and tree.lemma[i] in any_of(("outlook", "withheld_verbs"), ("outlook", "accepting_verbs"))
    told = tree.tokens[i].upos == "VERB" and tree.lemma[i] not in any_of(("outlook", "minding_verbs"), ("outlook", "unbinding_verbs"))
    return told and tree.is_negated(i) and (bool(aux & _WILL) or cannot)


def _offers(tree: Tree, i: int) -> bool:
    """Say whether a clause tells readiness, or that a truce or an agreement will be kept."""
    if tree.low[i] in words_of("outlook", "ready_adjectives"):
        return bool(tree.children(i, "xcomp", "advcl", "ccomp")) or any(case in ("for", "to") for case, _ in tree.obliques(i))
    will = any(tree.low[m] in _WILL for m in tree.children(i, "aux"))
    kept = any_of(("outlook", "keeping_verbs"), ("outlook", "withheld_verbs"))
    return will and (tree.lemma[i] in kept or phrasal(tree, i) in words_of("outlook", "going_on_verbs"))


def _wants(tree: Tree, i: int) -> bool:
    """Say whether a clause tells what is wanted or rejected now: "wants a pardon", "rejects the plan", "is fighting for"."""
    token = tree.tokens[i]
    if token.upos != "VERB" or "Tense=Past" in token.feats or tree.is_passive(i) or tree.is_negated(i):
        return False
    return tree.lemma[i] in words_of("outlook", "stance_verbs") and bool(tree.children(i, "obj", "xcomp", "ccomp"))


RULES = (read_refusals, read_quoted_stances, read_own_aims, read_withheld)
