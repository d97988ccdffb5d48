"""Find the words by which a toll is given afterwards: who counts, whom, and how many.

"Hospital staff registered nine dead", "the Government raised the toll to 35", "put the number of killed at 40", "the dead included 18
soldiers", "at least 12 of them were children". Purely grammatical, as `account_forms` is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from testimonia.model.kinds import Stance
from testimonia.read.events.armed import is_natural
from testimonia.read.events.figures import number_of, numbers_in
from testimonia.read.lexicon import any_of, table, words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.read.voices.cues import stances
from testimonia.text.numbers import StatedNumber

_LIST = "accounts"
_COUNTABLE = frozenset(["ADJ", "NOUN", "PROPN", "VERB"])
"""What a number counts where it stands after it."""
_SPEAKING = frozenset(["of", "about"])
"""Prepositions under which verbs of counting have what they count: "spoke of 180 dead"."""


@dataclass(frozen=True, slots=True)
class Count:
    """One count: its number, what it counts (None: what the toll before counted), the head of whom it counts, if told."""

    number: StatedNumber
    what: str | None
    of: int | None = None


@dataclass(frozen=True, slots=True)
class TollAccount:
    """A toll given afterwards.

    `cue` is the word that gives it, `speaker` the head of who does, None where a saying around it tells; `at` is where the report stands.
    `bare` is true where only a number says so ("press reports went up to 137"): it counts what was counted just before. `later` is true
    of a further count of the same cue ("reported 50 deaths and, on 5 December, some 300"), `of_war` where a whole war cost them.
    """

    cue: int
    at: int
    counts: tuple[Count, ...]
    speaker: int | None = None
    stance: Stance = "asserted"
    bare: bool = False
    later: bool = False
    of_war: bool = False

    def span(self, tree: Tree) -> tuple[int, int]:
        """Give the offsets of what is counted.

        Args:
            tree: The sentence.

        Returns:
            Start and end in code points.
        """
        start, end = tree.nominal_extent(self.at)
        return min([start, *(c.number.start for c in self.counts)]), max([end, *(c.number.end for c in self.counts)])


def find_tolls(scene: Scene, tree: Tree) -> Iterator[TollAccount]:
    """Find the tolls that a sentence gives afterwards.

    Args:
        scene: The document being read.
        tree: The sentence.

    Yields:
        One for each count that is a report of its own; none that is negated or only possible.
    """
    if not numbers_in(scene, tree):
        return
    for i in tree.having(_verbs()):
        token, lemma = tree.tokens[i], tree.lemma[i]
        if token.upos in ("VERB", "AUX") and not tree.is_negated(i) and not tree.is_unreal(i):
            if lemma in words_of(_LIST, "counting_verbs"):
                yield from _counted(scene, tree, i)
            if lemma in table(_LIST, "moving_verbs"):
                yield from _moved(scene, tree, i, table(_LIST, "moving_verbs")[lemma])
            if lemma in table(_LIST, "reckoning_verbs"):
                yield from _reckoned(scene, tree, i, table(_LIST, "reckoning_verbs")[lemma])
            if lemma in words_of(_LIST, "dying_verbs") or _loses_life(tree, i):
                yield from _died(scene, tree, i)
            if lemma in words_of("triggers", "life_takers") and _is_of_war(scene, tree, i):
                yield from _cost_of_war(scene, tree, i)
                continue
            if lemma in words_of(_LIST, "putting_verbs"):
                yield from _losses(scene, tree, i)
            if lemma == "include":
                yield from _included(scene, tree, i)
    yield from _among(scene, tree)


@cache
def _verbs() -> frozenset[str]:
    lists = ("counting_verbs", "moving_verbs", "reckoning_verbs", "dying_verbs", "putting_verbs")
    return any_of(*((_LIST, name) for name in lists), ("triggers", "life_takers")) | {"include"}


def _number_at(scene: Scene, tree: Tree, i: int) -> StatedNumber | None:
    """Give the number that a token is, or that counts the nominal which it heads."""
    start = tree.tokens[i].start
    return next((n for n in numbers_in(scene, tree) if n.start <= start < n.end), None) or number_of(tree, i, numbers_in(scene, tree))


def _speaker(tree: Tree, i: int) -> int | None:
    speakers = (k for k in tree.agents(i) if tree.low[k] not in words_of("grammar", "first_person"))
    return next(speakers, None)  # "we have 45 dead" has its voice around it


def _stance(tree: Tree, i: int) -> Stance:
    told = stances().get(tree.tokens[i].lemma.lower(), "asserted")
    return told if told in ("claimed", "estimated") else "asserted"


def _counted(scene: Scene, tree: Tree, i: int) -> Iterator[TollAccount]:
    """A verb of counting with victims as its object: "registered nine dead", "reported 50 deaths and later some 300"."""
    if any(tree.lemma[k] in words_of(_LIST, "loss_nouns") for k in tree.children(i, "obj")) and tree.lemma[i] in words_of(
        _LIST, "putting_verbs"
    ):
        return  # "put its losses at ten dead"
    for k in [*tree.children(i, "obj", "xcomp", "ccomp", "nsubj:pass"), *(k for case, k in tree.obliques(i) if case in _SPEAKING)]:
        if tree.case(k) in _SPEAKING and tree.tokens[k].upos == "NUM":
            continue
        told = (
            _counted_together(scene, tree, k)
            if _victims(tree, k) is not None and not any(m < k for m in tree.children(k, *SUBJECTS))
            else []
        )
        together: dict[str, Count] = {}
        for at, count in told:
            if count.what is not None and count.what not in together:
                together[count.what] = count  # "four dead and eleven wounded" are one account
            else:
                yield TollAccount(i, at, (count,), _speaker(tree, i), _stance(tree, i), later=True)  # "50 deaths and, later, some 300"
        if together:
            yield TollAccount(i, k, tuple(together.values()), _speaker(tree, i), _stance(tree, i))


def _counted_together(scene: Scene, tree: Tree, i: int) -> list[tuple[int, Count]]:
    """List the counts of one object: each number with what it counts; a bare number counts what the first one does."""
    found, first = [], _victims(tree, i)
    # "reported 50 deaths and, on 5 December, some 300": the parse may hang the second number on the date, or on the verb
    verb = tree.tokens[i].head
    dates = [k for k in tree.children(verb) if k > i and scene.is_time(tree, k)]
    apart = [c for d in (verb, *dates) for c in tree.children(d, "conj") if tree.tokens[c].upos == "NUM" and not scene.is_time(tree, c)]
    for k in [*tree.conjuncts(i), *apart]:
        number = _number_at(scene, tree, k)
        bare = tree.tokens[k].upos == "NUM"
        after = _victims(tree, k + 1) if bare and k + 1 < len(tree.tokens) else None
        others = bare and k + 1 < len(tree.tokens) and tree.tokens[k + 1].upos in _COUNTABLE  # "and five missing"
        kind = after or _victims(tree, k) or (first if bare and not others else None)
        if number is not None and kind is not None:
            found.append((k, Count(number, kind)))
    return found


def _victims(tree: Tree, i: int) -> str | None:
    token = tree.tokens[i]
    words = table(_LIST, "victim_words")
    beside = {tree.tokens[k].lemma.lower() for k in tree.children(i, "compound", "amod")}
    if beside & words_of(_LIST, "other_tolls"):
        return None
    return words.get(token.lemma.lower()) or words.get(token.text.lower())


def _is_paid(scene: Scene, tree: Tree, i: int) -> bool:
    """Say whether it is a toll that is paid: "the toll on the bridge", "the toll for lorries"."""
    heads = (i, tree.tokens[i].head)
    beside = [(case, k) for h in heads if h >= 0 for case, k in tree.obliques(h)]
    return any(case in ("on", "for", "per") and not scene.is_time(tree, k) for case, k in beside)


def _toll(scene: Scene, tree: Tree, i: int) -> str | None:
    """Say what a toll noun counts: "the death toll", "the number of killed"; None for any other number."""
    lemma = tree.tokens[i].lemma.lower()
    if lemma not in words_of(_LIST, "toll_nouns"):
        return None
    beside = tree.children(i, "compound", "amod", "nmod", "acl")
    words = {word for k in beside for word in (tree.tokens[k].lemma.lower(), tree.tokens[k].text.lower())}
    words |= {w for k in beside for m in tree.children(k, "acl", "amod") for w in (tree.tokens[m].lemma.lower(),)}
    if words & words_of(_LIST, "other_tolls"):
        return None
    known = [table(_LIST, "victim_kinds")[word] for word in sorted(words) if word in table(_LIST, "victim_kinds")]
    if known:
        return known[0]
    return "killed" if lemma in words_of(_LIST, "plain_toll_nouns") and not _is_paid(scene, tree, i) else None


def _moved(scene: Scene, tree: Tree, i: int, place: str) -> Iterator[TollAccount]:
    """A toll is raised, lowered or put at a number: "raised the toll to 35", "the number of dead rose to nine"."""
    passive = tree.is_passive(i)
    nouns = [*tree.objects(i), *(tree.children(i, "nsubj") if not passive else ())]
    for k in nouns:
        what = _toll(scene, tree, k)
        taken_up = (
            what is None
            and not _is_paid(scene, tree, k)
            and tree.tokens[k].lemma.lower() in words_of(_LIST, "toll_nouns")
            and len(tree.children(k)) <= 1
        )
        if what is None and not taken_up:
            continue
        found = tuple(
            Count(number, what, None if tree.tokens[m].upos == "NUM" or _victims(tree, m) is not None else m)
            for m in _numbered(tree, i, k, place)
            if (number := _number_at(scene, tree, m)) is not None
        )
        speaker = _speaker(tree, i) if k in tree.objects(i) else None
        if found:
            yield TollAccount(i, k, found, speaker, _stance(tree, i), bare=taken_up)


def _losses(scene: Scene, tree: Tree, i: int) -> Iterator[TollAccount]:
    """A side tells its own losses: "the army put its losses at ten dead and 25 wounded", "admitted the loss of eight men"."""
    speaker = _speaker(tree, i)
    for k in tree.children(i, "obj"):
        if tree.tokens[k].lemma.lower() not in words_of(_LIST, "loss_nouns"):
            continue
        owner = next(iter(tree.children(k, "nmod:poss")), None)
        side = speaker if owner is None or tree.tokens[owner].upos == "PRON" else owner
        for m in [m for m in tree.children(i, "obl", "xcomp") if tree.case(m) == "at"]:
            told = _counted_together(scene, tree, m) if _victims(tree, m) is not None else []
            counts = {c.what: c for _, c in reversed(told)}
            bare = _number_at(scene, tree, m) if not counts and tree.tokens[m].upos == "NUM" else None
            if bare is not None:
                counts = {"killed": Count(bare, "killed")}
            if counts:
                yield TollAccount(i, m, tuple(Count(c.number, c.what, side) for c in reversed(counts.values())), speaker, _stance(tree, i))


def _cost_of_war(scene: Scene, tree: Tree, i: int) -> Iterator[TollAccount]:
    """A war has its toll without a single happening: "the civil war cost up to a million lives"."""
    for k in tree.children(i, "obj"):
        number = _number_at(scene, tree, k) if tree.lemma[k] == "life" else None
        people = [m for case, m in tree.obliques(k) if case == "of"]
        number = number or next((n for m in people if (n := _number_at(scene, tree, m)) is not None), None)
        if number is not None and tree.lemma[k] == "life":
            yield TollAccount(i, k, (Count(number, "killed"),), of_war=True)


def _is_of_war(scene: Scene, tree: Tree, i: int) -> bool:
    subject = tree.subject(i)
    if subject is None:
        return False
    return tree.lemma[subject] in words_of(_LIST, "wars") or scene.member_at(tree, subject, "named_event") is not None


def _loses_life(tree: Tree, i: int) -> bool:
    """Say whether a verb tells of people that they lost their lives."""
    return tree.tokens[i].lemma.lower() == "lose" and any(tree.tokens[k].lemma.lower() == "life" for k in tree.children(i, "obj"))


def _numbered(tree: Tree, i: int, noun: int, place: str) -> list[int]:
    """Give where the number of a toll stands."""
    if place == "obj":
        return [m for m in tree.children(i, "obj") for m in tree.conjuncts(m) if m != noun]
    above = (i, noun, *tree.children(noun, "nmod", "acl", "amod"))  # the parse may hang the number on "dead"
    return [k for h in above for case, k in tree.obliques(h) if case.split(" ")[-1] == place and k != noun]


def _reckoned(scene: Scene, tree: Tree, i: int, place: str) -> Iterator[TollAccount]:
    """A bare number after another toll: "the ministry arrived at 16,278", "press reports went up to 137", "others put it at 22"."""
    below = [k for case, k in tree.obliques(i) if case.split(" ")[-1] == place]
    heads = tree.children(i, "obj") if place == "obj" else below
    others = [tree.tokens[k] for k in tree.children(i, "obj") if k not in heads]
    if any(t.upos != "PRON" and t.lemma.lower() not in words_of(_LIST, "toll_nouns") for t in others):
        return  # "put the strength at 3,000"
    for k in heads:
        token = tree.tokens[k]
        if token.upos != "NUM" or scene.is_time(tree, k) or tree.children(k, "nmod", "obl", "compound", "nmod:unmarked", "flat"):
            continue
        number = _number_at(scene, tree, k)
        speaker = _speaker(tree, i)
        if number is not None and speaker is not None and tree.tokens[speaker].lemma.lower() not in words_of(_LIST, "toll_nouns"):
            yield TollAccount(i, k, (Count(number, None),), speaker, _stance(tree, i), bare=True)


def _included(scene: Scene, tree: Tree, i: int) -> Iterator[TollAccount]:
    """The dead are told by kind: "the dead included 18 soldiers and three railway employees"."""
    subject = tree.subject(i)
    if subject is None or tree.tokens[subject].lemma.lower() not in words_of(_LIST, "groups_of_victims"):
        return
    what = table(_LIST, "victim_kinds").get(tree.tokens[subject].lemma.lower(), "casualties")
    counts = _counts(scene, tree, [m for k in tree.children(i, "obj") for m in _listed(tree, k)], what)
    if counts:
        yield TollAccount(i, subject, counts)


def _died(scene: Scene, tree: Tree, i: int) -> Iterator[TollAccount]:
    """So many died: "said that 20 people had died"; where the sentence tells of what, another rule reads it."""
    subject = tree.subject(i)
    if subject is None or tree.tokens[i].deprel.startswith("acl") or is_natural(tree, [k for _, k in tree.obliques(i)]):
        return
    counts = tuple(
        Count(number, "killed", None if tree.tokens[k].upos == "NUM" else k)
        for k in tree.conjuncts(subject)
        if (number := _number_at(scene, tree, k)) is not None
    )
    if counts:
        yield TollAccount(i, i, counts)


def _listed(tree: Tree, i: int) -> list[int]:
    """Give a nominal with what is listed beside it, "as well as" included."""
    return [*tree.conjuncts(i), *(k for m in tree.conjuncts(i) for case, k in tree.obliques(m) if case == "as well as")]


def _counts(scene: Scene, tree: Tree, heads: list[int], what: str | None) -> tuple[Count, ...]:
    return tuple(Count(number, what, k) for k in heads if (number := number_of(tree, k, numbers_in(scene, tree))) is not None)


def _among(scene: Scene, tree: Tree) -> Iterator[TollAccount]:
    """ "At least 12 of them were children", "among the dead were four nurses"."""
    for m in tree.having(words_of(_LIST, "groups_of_victims")):
        head = tree.tokens[m].head
        if tree.case(m) == "among":
            subject = next(iter(tree.children(m, "nsubj")), None)
            told = head if subject is None and head >= 0 else subject
            if told is not None and tree.tokens[told].upos in ("VERB", "AUX"):
                told = next(iter(tree.children(told, "nsubj")), None)
            if told is None:
                continue
            counts = _counts(scene, tree, _listed(tree, told), table(_LIST, "victim_kinds").get(tree.tokens[m].lemma.lower(), "casualties"))
            if counts:
                yield TollAccount(m, told, counts)
    for i in tree.governing("cop"):
        token = tree.tokens[i]
        if tree.is_negated(i):
            continue
        for k in tree.children(i, "nsubj"):
            of = next((m for case, m in tree.obliques(k) if case == "of"), None)
            if of is not None and tree.tokens[k].upos == "NUM" and _are_victims(tree, of) and token.upos in ("NOUN", "PROPN"):
                number = _number_at(scene, tree, k)
                if number is not None:
                    yield TollAccount(i, k, (Count(number, None, i),), bare=tree.tokens[of].upos == "PRON")


def _are_victims(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return token.text.lower() in ("them", "those") or token.lemma.lower() in words_of(_LIST, "groups_of_victims")
