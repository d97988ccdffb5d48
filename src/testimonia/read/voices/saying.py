"""Find sayings in a parsed sentence: the word that carries another's words, who speaks, and the stretches that are spoken.

Purely grammatical: a saying has a place for its speaker and a content, whoever the speaker is. `voices` asks who that is; `hearing` lists
them. Kinds of content: a clause ("said that"), an infinitive ("is said to"), what somebody is accused of, the sentence that a saying is
appended to ("..., the army said", "as the envoy put it", "in the envoy's words"), the clause of a noun ("the claim by X that").
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from testimonia.codebook.words import load_words
from testimonia.model.kinds import STANCES, Stance
from testimonia.read.events.armed import is_animate
from testimonia.read.lexicon import words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree

Stretch = tuple[int, int, tuple[int, int] | None]
"""Start, end and hole: the saying itself, where it stands inside of what is said."""

_SHORT_END = 60
"""Code points that may follow an appended verb of saying up to the sentence's end ("..., it said in a statement on Monday.")."""
_LONG_ENOUGH = 20
"""Code points before an appended verb; less is no sentence that something could be appended to."""

_WH = frozenset(("why", "how", "when", "where"))
_MARKS = frozenset((",", "”", '"', "—", "–", "''", "’"))
"""What sets a saying off from what is said."""
_SPEECH_OPENS = frozenset((",", ":", "“", '"', "‘", "'", "``"))
_NEAR_WORDS = 4
"""Words between a verb of saying and the comma or colon that opens what is said ("told the newspaper: ...")."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A saying in a sentence.

    `cue` is the position of the word that says, `speaker` of the head of who says it, None where nobody is named. `stance` is None for
    an attitude (to know, to hope, not to say), which tells what somebody holds and is no testimony. `clausal` is false where a noun
    phrase or an infinitive is what is said ("denied the attack", "is said to have left").
    """

    cue: int
    speaker: int | None
    contents: tuple[Stretch, ...]
    stance: Stance | None
    passive: bool = False
    clausal: bool = True


@cache
def stances() -> dict[str, Stance]:
    """Map the lemma of every verb of saying to its stance.

    Returns:
        Lemma to stance.
    """
    return {str(verb): stance for stance, verbs in load_words("voices")["verbs"].items() if stance in STANCES for verb in verbs}


@cache
def noun_stances() -> dict[str, Stance]:
    """Map the lemma of every noun of saying to its stance.

    Returns:
        Lemma to stance.
    """
    return {str(noun): stance for stance, nouns in load_words("voices")["nouns"].items() if stance in STANCES for noun in nouns}


def find_sayings(scene: Scene, tree: Tree, *, attitudes: bool = False) -> Iterator[Saying]:
    """Find the sayings of one sentence; direct quotations are for `quoted_voices`.

    Args:
        scene: The document being read, at this sentence.
        tree: The sentence.
        attitudes: Whether to find what is known, hoped or felt too.

    Yields:
        Sayings in text order.
    """
    verbs, nouns = stances(), noun_stances()
    for token in tree.tokens:
        lemma = token.lemma.lower()
        if token.upos in ("VERB", "AUX"):
            if token.text.lower() == "according":
                yield from _according(tree, token.i)
            elif valued := list(_valued(tree, token.i)):
                yield Saying(token.i, _speaker(tree, token.i), tuple(valued), verbs.get(lemma, "asserted"), tree.is_passive(token.i), False)
            elif lemma in verbs:
                yield from _spoken(scene, tree, token.i, verbs[lemma], attitudes=attitudes)
            elif attitudes and lemma in words_of("voices", "attitudes"):
                yield from _spoken(scene, tree, token.i, None, attitudes=True)
        elif token.text.lower() == "according":
            yield from _according(tree, token.i)
        elif token.upos == "NOUN":
            if lemma in words_of("voices", "own_words") and token.deprel.startswith("obl"):
                yield from _in_words_of(tree, token.i)
            if lemma in nouns:
                yield from _by_noun(tree, token.i, nouns[lemma])
        elif attitudes and token.text.lower() == "like":
            yield from _quotative(tree, token.i)
        elif attitudes and token.upos == "ADJ" and lemma in words_of("voices", "attitude_adjectives"):
            yield from _spoken(scene, tree, token.i, None, attitudes=True)


def _according(tree: Tree, i: int) -> Iterator[Saying]:
    """ "According to X" carries the sentence that it stands in."""
    token = tree.tokens[i]
    nominal = token.head if token.deprel == "case" else next((k for case, k in tree.obliques(i) if case.endswith("to")), None)
    if nominal is None and token.head >= 0:
        nominal = next((k for k in tree.subtree(token.head) if k > i and tree.tokens[k].upos in ("NOUN", "PROPN", "PRON")), None)
    if nominal is None:
        return
    inner = [tree.tokens[k] for k in tree.subtree(nominal) if tree.tokens[k].deprel != "punct"]  # a far comma may hang on it
    start, end = inner[0].start, inner[-1].end
    yield Saying(i, nominal, (_around(tree, nominal, min(start, token.start), end),), "asserted")


def _in_words_of(tree: Tree, i: int) -> Iterator[Saying]:
    """ "In X's words", "in the opinion of X" carry their sentence as "according to X" does."""
    if tree.case(i).split(" ")[0] not in ("in", "by"):
        return
    owner = next(iter(tree.children(i, "nmod:poss")), None)
    if owner is None and tree.children(i, "det"):  # "in the view of X", not "in view of the rain"
        owner = next((k for case, k in tree.obliques(i) if case == "of"), None)
    if owner is not None:
        yield Saying(i, owner, (_around(tree, i, *tree.extent(i)),), "asserted")


def _around(tree: Tree, i: int, low: int, high: int) -> Stretch:
    """Give the sentence around an oblique that carries it; a coordinated clause on its other side that has a saying of its own is out."""
    start, end = tree.sentence.start, tree.sentence.end
    at = tree.clause(i)
    while tree.tokens[at].deprel == "conj" and tree.tokens[at].upos in ("VERB", "AUX"):
        head = tree.tokens[at].head
        if tree.tokens[head].lemma.lower() in stances() and tree.children(head, "ccomp"):
            start = max(start, min(tree.extent(at)[0], low))
        at = head
    for k in tree.children(at, "conj", "parataxis"):
        if k > i and tree.tokens[k].lemma.lower() in stances() and tree.children(k, *SUBJECTS):
            end = min(end, tree.extent(k)[0])
    return start, max(end, high), (low, high)


def _quotative(tree: Tree, i: int) -> Iterator[Saying]:
    """ "He was like, get out" gives speech or thought in a speaker's own words; without a mark after it, "like" compares."""
    at = i - 1
    while at > 0 and tree.tokens[at].upos == "ADV":
        at -= 1
    subject = at - 1
    while subject > 0 and tree.tokens[subject].upos in ("ADV", "AUX"):
        subject -= 1
    if subject < 0 or tree.tokens[at].lemma.lower() != "be" or tree.tokens[subject].upos not in ("PRON", "PROPN", "NOUN"):
        return
    if i + 1 < len(tree.tokens) and tree.tokens[i + 1].text in _SPEECH_OPENS:
        yield Saying(at, subject, ((tree.tokens[i + 1].end, tree.sentence.end, None),), None)


def _spoken(scene: Scene, tree: Tree, i: int, stance: Stance | None, *, attitudes: bool) -> Iterator[Saying]:
    """A verb of saying carries its complement, or the sentence that it is appended to; what is not said is an attitude at most."""
    if tree.is_negated(i):
        if not attitudes:
            return
        stance = None
    as_clause = any(tree.tokens[k].text.lower() == "as" for k in tree.children(i, "mark", "advmod"))
    if tree.tokens[i].lemma.lower() == "put" and not as_clause:
        return
    contents = list(_clauses(scene, tree, i, is_attitude=stance is None))
    inner = [k for k in tree.children(i, "ccomp") if not _is_infinitive(tree, k)]
    clausal = (
        not contents
        or bool(inner)
        or not {start for start, _, _ in contents} <= {tree.extent(k)[0] for k in tree.children(i, "xcomp", "obl", "ccomp")}
    )
    if not contents and stance is not None:
        contents = list(_nominals(tree, i))
        clausal = not contents
    if (
        not contents
        and (not tree.tokens[i].deprel.startswith("acl") or _is_parenthesis(tree, i))
        and tree.tokens[i].lemma.lower() in words_of("voices", "appended")
    ):
        contents = list(_appended(tree, i))
    if contents:
        yield Saying(i, _speaker(tree, i), tuple(contents), stance, tree.is_passive(i), clausal)
        for k in _citing(scene, tree, i) if stance == "asserted" else ():
            yield Saying(k, tree.children(k, "obj")[0], tuple(contents), stance)


def _citing(scene: Scene, tree: Tree, i: int) -> list[int]:
    """Give the verbs by which a speaker names whom they have it from: "Reuters, citing rescue workers, reported that"."""
    subjects = tree.children(i, *SUBJECTS)
    beside = [*tree.children(i, "advcl", "acl"), *(k for s in subjects for k in tree.children(s, "acl", "advcl", "amod"))]
    gerunds = [k for k in beside if tree.tokens[k].text.lower() in ("citing", "quoting")]
    return [k for k in gerunds if any(is_animate(scene, tree, o) for o in tree.children(k, "obj"))]


def _speaker(tree: Tree, i: int) -> int | None:
    """Give who says it: in "quoted an officer as saying" whoever is quoted, in "the army, saying that" the clause's subject."""
    token = tree.tokens[i]
    if token.head >= 0 and any(tree.tokens[k].text.lower() == "as" for k in tree.children(i, "mark", "case")):
        quoting = tree.tokens[token.head]
        if quoting.lemma.lower() in words_of("voices", "quoting_verbs"):
            return next(iter(tree.objects(token.head)), None)
    if token.deprel == "acl" and "VerbForm=Inf" in token.feats and token.head >= 0:
        return tree.subject(tree.clause(token.head))  # "they have no reason to say that"
    speaker = next(iter(tree.agents(i)), None)
    if speaker is None and tree.is_passive(i) and token.lemma.lower() in words_of("voices", "attitudes"):
        return tree.subject(i)  # "is convinced that"
    if speaker is None and token.deprel == "advcl" and not tree.is_passive(i) and "VerbForm=Fin" not in token.feats and token.head >= 0:
        return tree.subject(token.head)
    return speaker


def _clauses(scene: Scene, tree: Tree, i: int, *, is_attitude: bool) -> Iterator[Stretch]:
    """Give the clauses that a verb of saying carries."""
    token = tree.tokens[i]
    lemma = token.lemma.lower()
    found = False
    for k in tree.children(i, "ccomp", "xcomp", *(("csubj", "csubj:pass") if tree.is_passive(i) else ())):
        if tree.tokens[k].deprel == "xcomp" and (is_attitude or not _is_told_infinitive(tree, i, k)):
            continue
        start, end = tree.extent(k)
        found = True
        yield start, _until_another_time(scene, tree, i, k, end), None
    for k in tree.children(i, "obl", "obj") if not found and not is_attitude else ():
        for m in tree.children(k, "acl", "acl:relcl", "ccomp"):
            if _is_marked_that(tree, m) and tree.children(m, *SUBJECTS):
                found = True
                yield (*tree.extent(m), None)  # "said in a statement that it had": the clause may hang on the statement
    for k in tree.children(i, "advcl") if is_attitude and lemma == "feel" else ():
        if tree.case(k) in ("like", "as if", "as though"):
            found = True
            yield (*tree.extent(k), None)
    for k in tree.children(i, "obj", "advmod") if not found and not is_attitude else ():
        if tree.tokens[k].lemma.lower() in _WH and tree.children(k, "acl:relcl", "advcl:relcl"):
            found = True
            yield (*tree.extent(k), None)  # "explained how they had come"
    for k in tree.children(i, "parataxis"):
        if tree.tokens[k].start < token.start or (not found and not is_attitude and _is_introduced(tree, i, k)):
            found = True
            yield (*tree.extent(k), None)
    if not is_attitude and lemma in ("accuse", "blame", "charge"):
        for k in tree.children(i, "advcl", "obl", "ccomp"):
            if tree.case(k).split(" ")[0] in ("of", "for", "with"):
                found = True
                yield (*tree.extent(k), None)
    if found and not is_attitude:
        # "said that A had fallen, and B had been taken": backshifted or marked clauses go on in reported speech
        for k in tree.children(i, "conj"):
            words = {tree.tokens[m].text.lower() for m in tree.children(k, "aux", "mark")}
            beyond = stances().get(lemma) == "denied" and tree.tokens[tree.subtree(k)[0]].text == ";"  # a denial ends there
            if tree.tokens[k].lemma.lower() not in stances() and words & {"had", "that"} and tree.children(k, *SUBJECTS) and not beyond:
                yield (*tree.extent(k), None)


def _is_infinitive(tree: Tree, i: int) -> bool:
    return any(tree.tokens[k].text.lower() == "to" for k in tree.children(i, "mark"))


def _is_told_infinitive(tree: Tree, i: int, k: int) -> bool:
    """Say whether a complement without subject is what is said: "is said to", "claims to"; not "continued to", "found him sleeping"."""
    if "VerbForm=Ger" in tree.tokens[k].feats or "VerbForm=Part|Tense=Pres" in tree.tokens[k].feats:
        return False
    lemma = tree.tokens[i].lemma.lower()
    if tree.is_passive(i):
        return lemma not in words_of("voices", "commanding") and not tree.children(i, "obj")
    return lemma not in words_of("voices", "raising")


def _is_introduced(tree: Tree, i: int, k: int) -> bool:
    """Say whether a clause follows a verb of saying after a colon or comma: "The army said: three soldiers were killed"."""
    start = tree.subtree(k)[0]
    return start > i and tree.tokens[start - 1].text in (":", ",") and start - i <= _NEAR_WORDS and bool(tree.children(k, *SUBJECTS))


def _nominals(tree: Tree, i: int) -> Iterator[Stretch]:
    """Give the noun phrases that are what is said: "denied the attack", not the responsibility for it."""
    lemma = tree.tokens[i].lemma.lower()
    counting = lemma in words_of("voices", "counting_verbs")
    if (counting or lemma in words_of("voices", "verbs_with_object")) and not tree.is_passive(i):
        for k in tree.children(i, "obj", "nsubj:pass"):
            if counting and not any(tree.tokens[m].upos == "NUM" for m in tree.nominal(k)):
                continue  # "registered a gain"
            if tree.tokens[k].lemma.lower() != "responsibility":
                yield (*tree.extent(k), None)


def _valued(tree: Tree, i: int) -> Iterator[Stretch]:
    """Give what is put at a number by somebody: "put the strength at 3,000", "estimated its numbers at 1,000 to 1,500"."""
    if tree.tokens[i].lemma.lower() not in words_of("voices", "valuing_verbs") or not tree.agents(i) or tree.is_negated(i):
        return
    for k in [m for h in (i, *tree.objects(i)) for m in tree.children(h)]:  # the parse may hang the number on what is counted
        objects = [o for o in tree.objects(i) if o < k]
        if objects and tree.case(k).split(" ")[0] in ("at", "as") and any(tree.tokens[m].upos == "NUM" for m in tree.subtree(k)):
            yield tree.extent(objects[0])[0], tree.extent(k)[1], None


def _appended(tree: Tree, i: int) -> Iterator[Stretch]:
    """Give the sentence that a saying is appended to or stands inside of."""
    token = tree.tokens[i]
    opens = token.i + 1 < len(tree.tokens) and tree.tokens[token.i + 1].text == ":"
    if opens or not _is_set_off(tree, i) or _is_filler(tree, i):
        return
    if tree.children(i, "xcomp") or any(tree.tokens[k].text.lower() != "it" for k in tree.children(i, "obj")):
        return
    if token.deprel in ("parataxis", "ccomp", "advcl", "acl", "acl:relcl") or (token.deprel == "conj" and not tree.children(i, "cc")):
        yield tree.sentence.start, tree.sentence.end, _saying_itself(tree, i)
    elif tree.sentence.end - token.end < _SHORT_END and token.start - tree.sentence.start > _LONG_ENOUGH:
        subject = next(iter(tree.children(i, *SUBJECTS)), None)
        low = min(token.start, tree.tokens[subject].start if subject is not None else token.start)
        yield tree.sentence.start, tree.sentence.end, (low, tree.sentence.end)


def _saying_itself(tree: Tree, i: int) -> tuple[int, int]:
    """Give the words of a saying that stands inside of what is said, up to the comma after it; the rest goes on with what is said."""
    start, end = tree.extent(i)
    comma = next(
        (tree.tokens[k] for k in tree.subtree(i) if k > i and tree.tokens[k].text == "," and tree.tokens[k].deprel == "punct"), None
    )
    return start, (end if comma is None else comma.start)


def _is_parenthesis(tree: Tree, i: int) -> bool:
    """Say whether a saying stands between commas behind a subject: "Two convoys, said the mayor, had left"; the parse takes it for a clause
    of the subject's."""
    below = tree.subtree(i)
    after = below[-1] + 1 if tree.tokens[below[-1]].deprel != "punct" else below[-1]
    before, subjects = tree.tokens[below[0] - 1 if tree.tokens[below[0]].deprel != "punct" else below[0]], tree.children(i, *SUBJECTS)
    relative = any(tree.tokens[k].text.lower() in ("who", "which", "that") for k in subjects)
    return bool(subjects) and not relative and before.text in _MARKS and after < len(tree.tokens) and tree.tokens[after].text in _MARKS


def _is_filler(tree: Tree, i: int) -> bool:
    """Say whether a saying is a filler of speech that carries nothing: "you know", "you see", "I mean"."""
    subject = next((tree.tokens[k].text.lower() for k in tree.children(i, *SUBJECTS)), "")
    return (subject, tree.tokens[i].lemma.lower()) in (("you", "know"), ("you", "see"), ("i", "mean"))


def _until_another_time(scene: Scene, tree: Tree, saying: int, content: int, end: int) -> int:
    """Give where a dated saying ends: a coordinated clause with a subject and another date of its own was not said then."""

    def is_dated(i: int) -> bool:
        return any(scene.is_time(tree, k) for k in tree.children(i, "obl", "obl:tmod", "obl:unmarked", "advmod"))

    if not is_dated(saying):
        return end
    for k in tree.children(content, "conj"):
        if tree.children(k, *SUBJECTS) and is_dated(k):
            return min(end, tree.extent(k)[0])
    return end


def _is_set_off(tree: Tree, i: int) -> bool:
    """Say whether a saying is set off by a comma at the end or middle of the sentence: "..., the army said", or opened by "as"."""
    subjects = tree.children(i, *SUBJECTS)
    if any(tree.tokens[k].text.lower() == "as" for k in tree.children(i, "mark", "advmod")):
        return True
    if not subjects:
        return False
    first = min(i, tree.subtree(subjects[0])[0])
    before = tree.tokens[first if tree.tokens[first].text in _MARKS else max(0, first - 1)]
    return before.text in _MARKS


def _by_noun(tree: Tree, i: int, stance: Stance) -> Iterator[Saying]:
    """A noun of saying carries its clause: "the government's allegation that", "came to the conclusion that"."""
    contents = [k for k in tree.children(i, "acl", "acl:relcl", "ccomp") if _is_marked_that(tree, k)]
    for case, k in tree.obliques(i):
        if case in ("by", "from"):  # "the claim by the ministry that": the parse hangs the clause on the ministry
            contents += [m for m in tree.children(k, "acl", "acl:relcl") if _is_marked_that(tree, m)]
    is_condemning = tree.tokens[i].lemma.lower() in words_of("voices", "condemning_nouns")
    if is_condemning:
        contents += [k for case, k in tree.obliques(i) if case in ("of", "for")]
    if not contents:
        return
    owner = next(iter(tree.children(i, "nmod:poss")), None)
    owner = (
        owner
        if owner is not None
        else next((k for case, k in tree.obliques(i) if case in ("by", "from", "of") and k not in contents), None)
    )
    governor = tree.tokens[i].head
    if governor >= 0 and tree.tokens[i].deprel in ("obj", "obl"):
        verb = tree.tokens[governor].lemma.lower()
        if tree.tokens[i].deprel == "obj" and stances().get(verb) == "denied":
            if owner is None:
                owner, stance = next(iter(tree.agents(governor)), None), "denied"  # "X rejected the allegation that"
        elif owner is None and (verb in words_of("voices", "light_verbs") or is_condemning):
            owner = next(iter(tree.agents(governor)), None)  # "X expressed condemnation for"
    yield Saying(i, owner, tuple((*tree.extent(k), None) for k in contents), stance)


def _is_marked_that(tree: Tree, i: int) -> bool:
    return any(tree.tokens[k].text.lower() == "that" for k in tree.children(i, "mark"))
