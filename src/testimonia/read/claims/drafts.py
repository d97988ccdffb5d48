"""Draft: what one rule proposes about one sentence, before the voices are known.

Rules are plain functions `(scene, tree) -> Iterator[Draft]`; each rule's docstring is the reason that people are shown. The helpers here
choose the date that belongs to a trigger and quote the shortest passage that carries a claim.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from testimonia.codebook.words import load_words
from testimonia.model.claim import Value
from testimonia.model.kinds import Basis, Mode, Polarity, Predicate, Stance
from testimonia.model.party import Party
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.text.dates import StatedDate


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim without its chain of voices; `at` is the offset of the trigger, by which its voices are found."""

    predicate: Predicate
    subject: Party
    start: int
    end: int
    at: int
    rule: str
    trigger: str
    object: Party | None = None
    value: Value | None = None
    edtf: str | None = None
    basis: Basis = "stated"
    mode: Mode = "within"
    polarity: Polarity = "affirmed"
    stance: Stance | None = None


Rule = Callable[[Scene, Tree], Iterator[Draft]]


def once_each(drafts: Iterable[Draft]) -> list[Draft]:
    """Keep one of several drafts in which rules tell the same relation of the same sentence.

    Args:
        drafts: What the rules propose about one sentence, in the order of the rules.

    Returns:
        The first of each, or the first that has a time; drafts without an object are all kept.
    """
    kept: dict[object, Draft] = {}
    for draft in drafts:
        key: object = len(kept)
        if draft.object is not None and draft.object.referent is not None:
            role = None if draft.value is None else draft.value.role
            key = (draft.predicate, draft.subject.referent, draft.object.referent, draft.polarity, role)
        elif draft.predicate == "strength":
            key = (draft.predicate, draft.at)  # a count is of one body
        earlier = kept.get(key)
        if earlier is not None and earlier.rule == draft.rule and None not in (earlier.edtf, draft.edtf) and earlier.at != draft.at:
            kept[key, draft.at] = draft  # "joined X in 1984 and left in 1987": one rule, two times
        elif earlier is None or (earlier.edtf is None and draft.edtf is not None and earlier.value == draft.value):
            kept[key] = draft
    return list(kept.values())


def cover(*spans: tuple[int | None, int | None], within: Tree) -> tuple[int, int]:
    """Give the shortest passage of a sentence that covers several spans.

    Args:
        spans: Offsets of the words that the claim rests on; None and spans outside the sentence are passed over.
        within: The sentence.

    Returns:
        Start and end in code points; the whole sentence where no span lies inside.
    """
    low, high = within.sentence.start, within.sentence.end
    inside = [(a, b) for a, b in spans if a is not None and b is not None and low <= a < b <= high]
    return (min(a for a, _ in inside), max(b for _, b in inside)) if inside else (low, high)


def party_span(party: Party | None) -> tuple[int | None, int | None]:
    """Give a party's offsets for `cover`.

    Args:
        party: A party, or None.

    Returns:
        Its offsets, or two None.
    """
    return (None, None) if party is None else (party.start, party.end)


def date_for(scene: Scene, tree: Tree, i: int) -> StatedDate | None:
    """Choose the date that belongs to a verb or noun: one below it, else one that opens the sentence or its clause.

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the trigger.

    Returns:
        The date, or None where the sentence dates something else or nothing.
    """
    if not scene.dates:
        return None
    below = {tree.tokens[k].start for k in tree.subtree(i)}
    clause = _phrase_above(tree, i)
    own = {tree.tokens[k].start for k in tree.subtree(clause)}
    verbs = [t.start for t in tree.tokens if t.upos == "VERB"]
    trigger = tree.tokens[i].start
    low = tree.sentence.start
    best: tuple[int, int, StatedDate] | None = None
    for date in scene.dates:
        heads = {t.start for t in tree.tokens if date.start <= t.start < date.end}
        if not heads or _is_aside(tree, i, date):
            continue
        if heads & below and not _under_other_verb(tree, i, date):
            rank = 0
        elif heads & own and not _under_other_verb(tree, clause, date):
            rank = 1
        elif date.end <= trigger and date.start >= low and _continues_telling(tree, i, date):
            rank = 3  # "On 3 May they attacked A, and shelled B": the second is dated by the first
        elif date.end <= min(verbs, default=trigger) + 1 or (
            date.end <= trigger and not _belongs_before(tree, i, date) and not any(date.end <= v < trigger for v in verbs)
        ):
            rank = 2
        else:
            continue
        distance = abs(date.start - trigger)
        if best is None or (rank, distance) < best[:2]:
            best = (rank, distance, date)
    if best is None:
        return None
    rank, _, date = best
    if rank == 2 and _dates_a_saying(tree, i, date):
        # "On Friday it said that it had killed ...": the day is that of the saying; a month or year may hold both
        return None if date.edtf.count("-") == 2 else replace(date, basis="derived")
    return date if rank < 3 else replace(date, basis="derived")


def date_for_noun(scene: Scene, tree: Tree, i: int) -> StatedDate | None:
    """Choose the date that belongs to a noun that describes somebody; in an apposition only a date inside it.

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the noun.

    Returns:
        The date, or None: in "X, a member of Y, left in 2004" the year is that of the leaving.
    """
    date = date_for(scene, tree, i)
    if date is None or tree.tokens[i].deprel != "appos":
        return date
    start, end = tree.extent(i)
    return date if start <= date.start < end else None


def _phrase_above(tree: Tree, i: int) -> int:
    """Climb to the head of the clause, but not out of an apposition or a modifier: "X, a group active in Y, was founded in 1987"."""
    clause = tree.clause(i)
    at = i
    while at != clause and at >= 0:
        if tree.tokens[at].deprel in ("appos", "acl", "amod") and at != i:
            return at
        at = tree.tokens[at].head
    return i if tree.tokens[i].deprel in ("acl", "amod") and clause != i else clause


def _dates_a_saying(tree: Tree, i: int, date: StatedDate) -> bool:
    """Say whether a date hangs on a verb of saying above the trigger."""
    at = next((t.i for t in tree.tokens if date.start <= t.start < date.end), None)
    if at is None:
        return False
    saying = tree.clause(at)
    if saying == i or tree.tokens[saying].lemma.lower() not in sayings():
        return False
    while i >= 0 and i != saying:
        i = tree.tokens[i].head
    return i == saying


@cache
def sayings() -> frozenset[str]:
    """Give the verbs of saying.

    Returns:
        Lemmas.
    """
    return frozenset(str(verb) for verbs in load_words("voices")["verbs"].values() for verb in verbs)


def _continues_telling(tree: Tree, i: int, date: StatedDate) -> bool:
    """Say whether a coordinated past-tense verb goes on from one that is dated: "On 3 May they attacked A, and shelled B"."""
    past = "Tense=Past" in tree.tokens[i].feats or tree.tokens[i].upos != "VERB"
    return past and any(
        t.deprel == "conj" and t.upos == "VERB" and "Tense=Past" in t.feats
        for t in tree.tokens
        if date.end <= t.start <= tree.tokens[i].start
    )


def _belongs_before(tree: Tree, i: int, date: StatedDate) -> bool:
    """Say whether a date belongs to an earlier one of two coordinated predicates ("split in 1990 and is active")."""
    at = i
    while tree.tokens[at].head >= 0:
        if tree.tokens[at].deprel == "conj" and tree.tokens[tree.tokens[at].head].start < date.start:
            return True
        at = tree.tokens[at].head
    return False


def _under_other_verb(tree: Tree, i: int, date: StatedDate) -> bool:
    """Say whether a date hangs on a verb of its own between it and the trigger ("the group, which split in 1969, attacked")."""
    at = next((t.i for t in tree.tokens if date.start <= t.start < date.end), None)
    while at is not None and at >= 0 and at != i:
        token = tree.tokens[at]
        if (
            token.upos == "VERB"
            and tree.lemma[at] != "date"
            and token.deprel in ("acl", "acl:relcl", "advcl", "ccomp", "conj", "parataxis")
        ):
            return True
        at = token.head
    return False


def _is_aside(tree: Tree, i: int, date: StatedDate) -> bool:
    """Say whether a date is told of somebody before the trigger, in a clause about them: "X, founded in 2008, is a member of Y"."""
    at, above = next((t.i for t in tree.tokens if date.start <= t.start < date.end), -1), tree.above(i)
    while at >= 0 and at not in above:
        token = tree.tokens[at]
        if token.upos == "VERB" and token.end <= tree.tokens[i].start and tree.tokens[token.head].start < date.start:
            if token.deprel == "acl:relcl":
                return True
            if token.deprel == "acl" and tree.tokens[token.head].deprel in (*SUBJECTS, "appos"):
                return True  # but "in a statement issued on 3 May, X said" dates what X said
        at = token.head
    return False


def when(date: StatedDate | None) -> tuple[str | None, Basis]:
    """Give a date's EDTF and basis.

    Args:
        date: A stated date, or None.

    Returns:
        EDTF and basis; None and `stated` where there is no date.
    """
    return (None, "stated") if date is None else (date.edtf, date.basis)


def polarity_of(*, denied: bool) -> Polarity:
    """Give the polarity of a claim.

    Args:
        denied: Whether the words deny it.

    Returns:
        `denied` or `affirmed`.
    """
    return "denied" if denied else "affirmed"


def find_word(tree: Tree, offset: int) -> int | None:
    """Find the token at an offset.

    Args:
        tree: The sentence.
        offset: A code point offset in the document.

    Returns:
        The token that covers it, else the next one, else None.
    """
    return next((t.i for t in tree.tokens if t.end > offset), None)
