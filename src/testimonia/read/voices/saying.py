"""Find sayings in a parsed sentence: the word that carries another's words, who speaks, and the stretches that are spoken.

Purely grammatical: a saying has a place for its speaker and a content, whoever the speaker is. `voices` asks who that is; `hearing` lists
them. Kinds of content: a clause ("said that"), an infinitive ("is said to"), what somebody is accused of, the sentence that a saying is
appended to ("..., the army said", "as the envoy put it", "in the envoy's words"), the clause of a noun ("the claim by X that").
"""

from collections.abc import Iterator

from testimonia.codebook.words import word_map
from testimonia.model.kinds import Stance
from testimonia.read.events.armed import is_animate
from testimonia.read.lexicon import words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.read.voices.appended import appended, is_as_clause
from testimonia.read.voices.carriers import according, by_noun, in_words_of, is_marked_that, per
from testimonia.read.voices.cues import Saying, Stretch, noun_stances, stances
from testimonia.read.voices.idioms import made_known, turned_round
from testimonia.read.voices.labels import labelled

_WH = frozenset(("why", "how", "when", "where"))
_SPEECH_OPENS = frozenset((",", ":", "“", '"', "‘", "'", "``"))
_NEAR_WORDS = 4
"""Words between a verb of saying and the comma or colon that opens what is said ("told the newspaper: ...")."""


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
    for token, word, lemma in zip(tree.tokens, tree.low, tree.lemma, strict=True):
        if token.upos in ("VERB", "AUX"):
            if word == "according":
                yield from according(tree, token.i)
            elif valued := list(_valued(tree, token.i)):
                stance = verbs.get(lemma, "asserted")
                yield Saying(token.i, speaker_of(tree, token.i), tuple(valued), stance, tree.is_passive(token.i), False)
            elif lemma in verbs:
                yield from _spoken(scene, tree, token.i, verbs[lemma], attitudes=attitudes)
            elif known := list(made_known(tree, token.i)):
                yield from known
            elif attitudes and lemma in words_of("voices", "attitudes"):
                yield from _spoken(scene, tree, token.i, None, attitudes=True)
        elif word == "according":
            yield from according(tree, token.i)
        elif word == "per":
            yield from per(scene, tree, token.i)
        elif token.upos == "NOUN":
            if lemma in words_of("voices", "own_words") and token.deprel.startswith("obl"):
                yield from in_words_of(tree, token.i)
            if lemma in nouns:
                yield from by_noun(scene, tree, token.i, nouns[lemma])
            elif attitudes and lemma in words_of("voices", "attitude_nouns"):
                yield from by_noun(scene, tree, token.i, None)
        elif attitudes and word == "like":
            yield from _quotative(tree, token.i)
        elif attitudes and token.upos == "ADJ" and _is_minded(scene, tree, token.i):
            yield from _spoken(scene, tree, token.i, None, attitudes=True)
    yield from turned_round(tree)
    yield from labelled(scene, tree)


def _is_minded(scene: Scene, tree: Tree, i: int) -> bool:
    """Say whether an adjective tells what somebody holds: "the mayor is sure that", not "the evidence is clear that"."""
    holders = tree.agents(i) if tree.lemma[i] in words_of("voices", "attitude_adjectives") else ()
    return any(tree.tokens[k].upos == "PROPN" or is_animate(scene, tree, k) for k in holders)


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
    if tree.tokens[i].lemma.lower() == "put" and not is_as_clause(tree, i):
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
    contents = contents or list(appended(tree, i)) or ([] if stance is None else list(_following(tree, i)))
    if contents:
        yield Saying(i, speaker_of(tree, i), tuple(contents), stance, _is_passive(tree, i), clausal)
        yield from _quoting(tree, i)
        for k in _citing(scene, tree, i) if stance == "asserted" else ():
            yield Saying(k, tree.children(k, "obj")[0], tuple(contents), stance)


def _quoting(tree: Tree, i: int) -> Iterator[Saying]:
    """Who quotes stands around whoever is quoted: "The Daily Star quoted an officer as saying that"."""
    quoting = _quoted_by(tree, i)
    if quoting is not None and tree.agents(quoting):
        start = min(tree.extent(k)[0] for k in (i, *tree.children(quoting, "obj")))
        yield Saying(quoting, tree.agents(quoting)[0], ((start, tree.extent(i)[1], None),), "asserted")


def _quoted_by(tree: Tree, i: int) -> int | None:
    """Give the verb that quotes somebody as saying something."""
    head = tree.tokens[i].head
    as_saying = any(tree.tokens[k].text.lower() == "as" for k in tree.children(i, "mark", "case"))
    return head if head >= 0 and as_saying and tree.tokens[head].lemma.lower() in words_of("voices", "quoting_verbs") else None


def _citing(scene: Scene, tree: Tree, i: int) -> list[int]:
    """Give the verbs by which a speaker names whom they have it from: "Reuters, citing rescue workers, reported that"."""
    subjects = tree.children(i, *SUBJECTS)
    beside = [*tree.children(i, "advcl", "acl"), *(k for c in tree.children(i, "ccomp") for k in tree.children(c, "advcl"))]
    beside += [k for s in subjects for k in tree.children(s, "acl", "advcl", "amod")]
    gerunds = [k for k in beside if tree.tokens[k].text.lower() in ("citing", "quoting")]
    return [k for k in gerunds if any(is_animate(scene, tree, o) for o in tree.children(k, "obj"))]


def speaker_of(tree: Tree, i: int) -> int | None:
    """Give who says it: in "quoted an officer as saying" whoever is quoted, in "the army, saying that" the clause's subject.

    Args:
        tree: The sentence.
        i: Position of the verb of saying.

    Returns:
        Head of the speaker's nominal; None where nobody is named.
    """
    token = tree.tokens[i]
    quoting = _quoted_by(tree, i)
    if quoting is not None:
        return next(iter(tree.objects(quoting)), None)
    if token.deprel == "acl" and "VerbForm=Inf" in token.feats and token.head >= 0:
        return tree.subject(tree.clause(token.head))  # "they have no reason to say that"
    if _is_passive(tree, i):
        holds = token.lemma.lower() in words_of("voices", "attitudes")  # "is convinced that"
        return next(iter(tree.children(i, "obl:agent")), tree.subject(i) if holds else None)
    if token.deprel == "advcl" and "VerbForm=Fin" not in token.feats and token.head >= 0 and not tree.children(i, *SUBJECTS):
        return tree.subject(token.head)
    for k in tree.children(i, "csubj"):  # "An official speaking on condition of anonymity said": the parse takes them for a clause
        if k < i and tree.children(k, *SUBJECTS):
            return tree.children(k, *SUBJECTS)[0]
    if token.deprel in ("ccomp", "xcomp") and "VerbForm=Fin" not in token.feats and not tree.children(i, *SUBJECTS, "mark"):
        heard = tree.children(token.head, "obj")  # "you will hear the counsel say that"
        if heard:
            return heard[0]
    nearest = [k for k in tree.children(i, "nsubj") if tree.children(i, "nsubj:outer")]  # "It is because I know that"
    return next(iter([*nearest, *tree.agents(i)]), _parted_speaker(tree, i) or trailing_speaker(tree, i))


def _is_passive(tree: Tree, i: int) -> bool:
    """Say whether a verb is passive, by its own words or by those that it shares: "was taken away and told that"."""
    token = tree.tokens[i]
    if tree.is_passive(i) or token.deprel != "conj" or tree.children(i, *SUBJECTS, "aux", "obj", "iobj"):
        return tree.is_passive(i)
    return tree.lemma[i] in words_of("voices", "addressing") and tree.is_passive(token.head)


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
        end = _until_another_time(scene, tree, i, k, end)
        behind = trailing_speaker(tree, i)
        end = end if behind is None else min(end, tree.tokens[tree.subtree(behind)[0]].start)
        yield start, end, _hole(tree, i, start, end)
    for k in tree.children(i, "obl", "obj") if not found and not is_attitude else ():
        for m in tree.children(k, "acl", "acl:relcl", "ccomp"):
            if is_marked_that(tree, m) and tree.children(m, *SUBJECTS):
                found = True
                yield (*tree.extent(m), None)  # "said in a statement that it had": the clause may hang on the statement
    for k in tree.children(i, "advcl") if is_attitude and not found else ():
        if (lemma == "feel" and tree.case(k) in ("like", "as if", "as though")) or (k > i and _asks(tree, k)):
            found = True
            yield (*tree.extent(k), None)
    for k in tree.children(i, "obj", "advmod") if not found else ():
        if tree.tokens[k].lemma.lower() in _WH and tree.children(k, "acl:relcl", "advcl:relcl"):
            found = True
            yield (*tree.extent(k), None)  # "explained how they had come"
    for k in tree.children(i, "parataxis"):
        if tree.tokens[k].start < token.start or (not found and not is_attitude and _is_introduced(tree, i, k)):
            found = True
            yield (*tree.extent(k), None)
    if not is_attitude and lemma in ("accuse", "blame", "charge"):
        for k in [*tree.children(i, "advcl", "obl", "ccomp"), *(m for o in tree.objects(i) for m in tree.children(o, "acl"))]:
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


def _hole(tree: Tree, i: int, start: int, end: int) -> tuple[int, int] | None:
    """Give the saying itself, with its speaker, where it stands inside of what is said."""
    token, speaker = tree.tokens[i], speaker_of(tree, i)
    if not start < token.start < end:
        return None
    low = token.start if speaker is None or not start <= tree.extent(speaker)[0] < token.start else tree.extent(speaker)[0]
    return (low, token.end) if low > start else None


def _parted_speaker(tree: Tree, i: int) -> int | None:
    """Give who speaks between a subject and its verb: "The rebels, the governor said, burned", where the parse takes them for one."""
    if tree.children(i, *SUBJECTS):
        return None
    for subject in (s for k in tree.children(i, "ccomp") if k > i for s in tree.children(k, *SUBJECTS) if s < i):
        for k in tree.children(subject, "appos"):
            if tree.subtree(k)[-1] == i - 1 and tree.tokens[i + 1].text in (",", "—", "–"):
                return k
    return None


def trailing_speaker(tree: Tree, i: int) -> int | None:
    """Give who speaks behind what is said, where the parse takes the name for a part of it: "The town fell, P, head of X, said".

    Args:
        tree: The sentence.
        i: Position of the verb of saying.

    Returns:
        Head of the name, or None where the verb has a subject of its own.
    """
    if tree.children(i, *SUBJECTS) or "VerbForm=Fin" not in tree.tokens[i].feats or tree.is_passive(i):
        return None
    for k in (m for c in tree.children(i, "ccomp") if c < i for m in sorted(tree.subtree(c)) if m > c):
        below = [m for m in tree.subtree(k) if m > 0 and (m > k or tree.tokens[m].upos != "PUNCT")]
        named = tree.tokens[k].upos == "PROPN" and tree.tokens[k].deprel in ("appos", "conj", "parataxis", "dep", "list")
        set_off = bool(below) and below[0] > 0 and tree.tokens[below[0] - 1].text in (",", "”", '"', "—", "–")
        if named and set_off and all(tree.tokens[m].text == "," for m in range(below[-1] + 1, i)):
            return k
    return None


def _asks(tree: Tree, k: int) -> bool:
    """Say whether a clause begins with a word of asking: "know when they left"."""
    return tree.tokens[tree.subtree(k)[0]].lemma.lower() in _WH


def _is_infinitive(tree: Tree, i: int) -> bool:
    return any(tree.tokens[k].text.lower() == "to" for k in tree.children(i, "mark"))


def _is_told_infinitive(tree: Tree, i: int, k: int) -> bool:
    """Say whether a complement without subject is what is said: "claims to", "denied killing"; not "continued to", "found him sleeping"."""
    lemma = tree.tokens[i].lemma.lower()
    if "VerbForm=Ger" in tree.tokens[k].feats or "VerbForm=Part|Tense=Pres" in tree.tokens[k].feats:
        return lemma in words_of("voices", "gerund_verbs") and not tree.is_passive(i)
    if tree.is_passive(i):
        return lemma not in words_of("voices", "commanding") and not tree.children(i, "obj")
    return lemma not in words_of("voices", "raising")


def _is_introduced(tree: Tree, i: int, k: int) -> bool:
    """Say whether a clause follows a verb of saying after a colon or comma: "The army said: three soldiers were killed"."""
    start = tree.subtree(k)[0]
    return start > i and tree.tokens[start - 1].text in (":", ",") and start - i <= _NEAR_WORDS and bool(tree.children(k, *SUBJECTS))


def _following(tree: Tree, i: int) -> Iterator[Stretch]:
    """Give a clause right behind a verb of saying and its comma that the parse hangs elsewhere: "the order where he said, I hereby"."""
    if i + 2 >= len(tree.tokens) or tree.low[i + 1] not in (",", ":"):
        return
    for token in tree.tokens[i + 2 :]:
        is_clause = bool(tree.children(token.i, *SUBJECTS)) or "Mood=Imp" in token.feats
        if token.deprel == "parataxis" and tree.subtree(token.i)[0] in (i + 1, i + 2) and is_clause:
            yield tree.tokens[i + 2].start, tree.extent(token.i)[1], None
            return


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
    lemma, counted = tree.lemma[i], word_map("voices", "counted_with")
    if not (lemma in words_of("voices", "valuing_verbs") or lemma in counted) or not tree.agents(i) or tree.is_negated(i):
        return
    wanted = (counted[lemma],) if lemma in counted else ("at", "as")
    objects = tree.objects(i)[:1]
    for k in [*tree.children(i), *(m for o in objects for m in tree.subtree(o))]:  # the number may hang on what is counted
        below = tree.subtree(k)
        if k > i and k not in objects and tree.low[below[0]] in wanted and any(tree.tokens[m].upos == "NUM" for m in below):
            yield min(tree.extent(m)[0] for m in (*objects, k)), tree.extent(k)[1], None
            return


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
