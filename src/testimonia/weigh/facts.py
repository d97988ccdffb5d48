"""Facts: claims of one block that no rule can tell apart, and which of them hang together by clashes.

Two claims about one thing clash by what they say, when they hold, and when they were published; beyond that it matters only whether they
stand in one document. So facts are put into kinds, kinds are compared with one another, and only facts of one document are compared one by
one: the cost grows with the number of different statements, not with how many documents repeat them.

Kinds are not compared all with all either. A rule says on which days a claim can clash at all, which claims never clash with one another,
and which numbers must not meet; and since only the groups are wanted, a kind that has been reached is not reached again.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from typing import Literal

from testimonia.weigh.assertions import Assertion
from testimonia.weigh.clashes import Clash
from testimonia.weigh.components import Joined
from testimonia.weigh.times import LATEST, OPEN, Span, meet

Fact = list[Assertion]
Certainty = Literal["definite", "possible"]
CERTAINTIES: tuple[Certainty, ...] = ("definite", "possible")

WITNESSES = 3
"""Facts of a kind, from as many documents, that each fact of a clashing kind is joined to. Of three, any two facts share at least one
that is in neither's document, so all hang together as if every pair had been joined."""

FEW = 24
"""Facts of a block that are simply compared one with another; to sort them first would cost more."""

NARROW = 1100
"""Days, about three years: most claims can clash within so many and are looked up by their first; the few wider ones are asked singly."""


def kind_of(made: Assertion) -> Hashable:
    """Say what a claim is to any rule, but for its document and its voice.

    Args:
        made: A prepared claim.

    Returns:
        What it says, when it holds, and when it was published.
    """
    when = made.claim.when
    stated = None if when is None else (when.edtf, when.mode)
    said = None if made.span is not None and made.span[1] < LATEST else made.said  # only what is still open lasts until it is said
    return (made.claim.predicate, made.subject, made.target, made.negated, stated, made.claim.value, said, made.in_title)


def _anywhere(made: Assertion, certainty: Certainty) -> Span | None:
    return OPEN


@dataclass(frozen=True, slots=True)
class Question:
    """What makes two claims clash, and what spares asking.

    `reach` gives the days on which a claim can clash so surely, None if it never can; claims whose days do not meet never clash. Claims
    of one `camp` never clash so surely with one another; nor do claims whose `values` meet, where there are any. Claims of one `kind`
    clash with the same claims of other documents.
    """

    clash: Callable[[Assertion, Assertion], Clash]
    reach: Callable[[Assertion, Certainty], Span | None] = _anywhere
    camp: Callable[[Assertion, Certainty], Hashable] | None = None
    values: Callable[[Assertion], Span | None] | None = None
    kind: Callable[[Assertion], Hashable] = kind_of

    def may_clash(self, left: Assertion, right: Assertion, certainty: Certainty) -> bool:
        """Say whether two claims are of different camps.

        Args:
            left: A claim.
            right: Another.
            certainty: How surely they would clash.

        Returns:
            False where they never clash so surely.
        """
        return self.camp is None or self.camp(left, certainty) != self.camp(right, certainty)


def can_clash(block: Sequence[Assertion], question: Question) -> bool:
    """Say at little cost whether any two claims can clash at all: most blocks hold one camp, or values that all meet.

    Args:
        block: Prepared claims about one thing.
        question: What makes two of them clash.

    Returns:
        False where no two can.
    """
    if question.camp is not None and all(len({question.camp(made, certainty) for made in block}) == 1 for certainty in CERTAINTIES):
        return False
    return question.values is None or bool(_unlike([[made] for made in block], [[place] for place in range(len(block))], question))


def facts_of(block: Iterable[Assertion]) -> list[Fact]:
    """Put claims together that no rule can tell apart, so that what one voice repeats in a document costs one comparison.

    Args:
        block: Prepared claims about one thing.

    Returns:
        Facts in the order of their first claim; each holds claims of one voice in one document.
    """
    facts: dict[tuple[object, ...], Fact] = {}
    for made in block:
        facts.setdefault((kind_of(made), made.claim.document, made.voice), []).append(made)
    return list(facts.values())


def clashing(facts: Sequence[Fact], question: Question) -> tuple[list[list[int]], list[list[int]]]:
    """Find which facts hang together by clashes.

    Args:
        facts: The facts of one block.
        question: What makes two of them clash.

    Returns:
        Groups of facts, by their places, that hang together by definite clashes, and groups by possible clashes between others.
    """
    if len(facts) <= FEW:
        return _one_by_one([fact[0] for fact in facts], question)
    kinds: dict[Hashable, list[int]] = {}
    for place, fact in enumerate(facts):
        kinds.setdefault(question.kind(fact[0]), []).append(place)
    if len(kinds) < 2:
        return [], []
    definite = _linked(facts, list(kinds.values()), question, "definite", {}).groups()
    settled = {place: number for number, group in enumerate(definite) for place in group}
    return definite, _linked(facts, list(kinds.values()), question, "possible", settled).groups()


def _one_by_one(facts: Sequence[Assertion], question: Question) -> tuple[list[list[int]], list[list[int]]]:
    """Compare each fact with each."""
    found: dict[Certainty, list[tuple[int, int]]] = {"definite": [], "possible": []}
    camp = question.camp
    camps = [(place, place) if camp is None else (camp(made, "definite"), camp(made, "possible")) for place, made in enumerate(facts)]
    if len(set(camps)) > 1:
        for one, two in combinations(range(len(facts)), 2):
            answer = question.clash(facts[one], facts[two]) if camps[one] != camps[two] else None
            if answer is not None:
                found[answer].append((one, two))
    definite = Joined[int]()
    definite.join_all(found["definite"])
    settled = {place: number for number, group in enumerate(definite.groups()) for place in group}
    possible = Joined[int]()
    possible.join_all((one, two) for one, two in found["possible"] if settled.get(one, -1) != settled.get(two, -2))
    return definite.groups(), possible.groups()


def _linked(
    facts: Sequence[Fact], kinds: Sequence[list[int]], question: Question, certainty: Certainty, settled: Mapping[int, int]
) -> Joined[int]:
    """Join the facts that clash so surely."""
    links = _Links(facts, settled)
    settled_as_one = [_one_group(kind, settled) for kind in kinds]
    between = _open_kinds(facts, kinds, question, certainty)
    while (start := between.next()) is not None:
        reached = [start]
        while reached:
            one = reached.pop()
            for two in between.others(one):
                asked = None if settled_as_one[one] == settled_as_one[two] is not None else _apart(facts, kinds[one], kinds[two])
                if asked is not None and question.clash(facts[asked[0]][0], facts[asked[1]][0]) == certainty:
                    links.link(kinds[one], kinds[two])
                    if links.is_whole(kinds[two]):
                        between.close(two)
                        reached.append(two)
            between.close(one)
    for one, two in _within_documents(facts, question, certainty):
        if links.may_join(one, two) and question.clash(facts[one][0], facts[two][0]) == certainty:
            links.link([one], [two])
    return links.joined


def _one_group(kind: Sequence[int], settled: Mapping[int, int]) -> int | None:
    """Give the group in which all facts of a kind are settled, None where there is no such."""
    groups = {settled.get(place) for place in kind} if settled else {None}
    return next(iter(groups)) if len(groups) == 1 else None


class _Links:
    """Joins the facts of clashing kinds as all their pairs would; what is settled by a definite clash joins nothing."""

    def __init__(self, facts: Sequence[Fact], settled: Mapping[int, int]) -> None:
        self.joined = Joined[int]()
        self._documents = [_document(fact) for fact in facts]
        self._settled = settled
        self._whole: set[int] = set()

    def link(self, one: Sequence[int], two: Sequence[int]) -> None:
        """Join two kinds, or two facts, that clash."""
        self.joined.join_all(pair for pair in self._pairs(one, two) if self.may_join(*pair))
        self._whole.update(kind[0] for kind in (one, two) if len(kind) > 1 and kind[0] not in self._whole and self.joined.are_one(kind))

    def is_whole(self, kind: Sequence[int]) -> bool:
        """Say whether all facts of a kind hang together."""
        return len(kind) == 1 or kind[0] in self._whole

    def may_join(self, left: int, right: int) -> bool:
        """Say whether two facts are not settled together."""
        return self._settled.get(left, -1) != self._settled.get(right, -2)

    def _pairs(self, one: Sequence[int], two: Sequence[int]) -> Iterable[tuple[int, int]]:
        if len(one) == len(two) == 1:
            return [(one[0], two[0])]
        sides = [(left, self._witnesses(right)) for left, right in ((one, two), (two, one)) if left[0] not in self._whole]
        sides = sides or [(self._witnesses(one), self._witnesses(two))]
        pairs = ((place, other) for places, others in sides for place in places for other in others)
        return (pair for pair in pairs if self._documents[pair[0]] != self._documents[pair[1]])

    def _witnesses(self, places: Sequence[int]) -> list[int]:
        """Choose the first facts of some documents, and of some groups of settled ones."""
        documents: dict[str, int] = {}
        groups: dict[int, int] = {}
        for place in places:
            if len(documents) < WITNESSES:
                documents.setdefault(self._documents[place], place)
            if len(groups) < WITNESSES:
                groups.setdefault(self._settled.get(place, -1), place)
            elif len(documents) == WITNESSES:
                break
        return list(dict.fromkeys((*documents.values(), *groups.values())))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A kind that can clash: its number, the days on which it can, and its camp."""

    number: int
    reach: Span
    camp: Hashable


class _OpenKinds:
    """The kinds that may still be reached. The largest camp lies on a shelf of its own, since it never clashes with itself."""

    def __init__(self, asked: Sequence[_Asked], *, camps: bool) -> None:
        self._asked = {kind.number: kind for kind in asked}
        self._camps = camps
        sizes: dict[Hashable, int] = {}
        for kind in asked:
            sizes[kind.camp] = sizes.get(kind.camp, 0) + 1
        self._largest = max(sizes, key=lambda camp: sizes[camp], default=None) if camps else None
        self._large = _Shelf([kind for kind in asked if camps and kind.camp == self._largest])
        self._rest = _Shelf([kind for kind in asked if not camps or kind.camp != self._largest])
        self._waiting = iter([*self._rest.numbers, *self._large.numbers])
        self._closed: set[int] = set()

    def next(self) -> int | None:
        """Give a kind that nothing has reached, None if there is none left; the small camps come first."""
        return next((number for number in self._waiting if number not in self._closed), None)

    def others(self, number: int) -> Iterator[int]:
        """Yield the open kinds that one may clash with."""
        one = self._asked[number]
        for shelf in (self._rest,) if self._camps and one.camp == self._largest else (self._rest, self._large):
            for two in shelf.meeting(one.reach):
                if two.number != number and not (self._camps and two.camp == one.camp):
                    yield two.number

    def close(self, number: int) -> None:
        """Take a kind out."""
        self._closed.add(number)
        kind = self._asked[number]
        (self._large if self._camps and kind.camp == self._largest else self._rest).take(number)


class _Shelf:
    """Kinds by their first day; what has been taken is stepped over at no cost."""

    def __init__(self, asked: Sequence[_Asked]) -> None:
        self._narrow = sorted((kind for kind in asked if kind.reach[1] - kind.reach[0] <= NARROW), key=lambda kind: kind.reach)
        self._wide = {kind.number: kind for kind in asked if kind.reach[1] - kind.reach[0] > NARROW}
        self._starts = [kind.reach[0] for kind in self._narrow]
        self._place = {kind.number: place for place, kind in enumerate(self._narrow)}
        self._step = list(range(len(self._narrow) + 1))
        self.numbers = sorted([*self._wide, *self._place])

    def meeting(self, reach: Span) -> Iterator[_Asked]:
        """Yield what is left and shares a day with a span."""
        yield from [kind for kind in self._wide.values() if meet(kind.reach, reach)]
        place, end = self._left(bisect_left(self._starts, reach[0] - NARROW)), bisect_right(self._starts, reach[1])
        while place < end:
            if self._narrow[place].reach[1] >= reach[0]:
                yield self._narrow[place]
            place = self._left(place + 1)

    def take(self, number: int) -> None:
        """Take one out."""
        self._wide.pop(number, None)
        if number in self._place:
            self._step[self._place[number]] = self._place[number] + 1

    def _left(self, place: int) -> int:
        """Give the first place from here on that has not been taken."""
        while self._step[place] != place:
            self._step[place] = self._step[self._step[place]]
            place = self._step[place]
        return place


def _open_kinds(facts: Sequence[Fact], kinds: Sequence[list[int]], question: Question, certainty: Certainty) -> _OpenKinds:
    asked = []
    for number in _unlike(facts, kinds, question):
        first = facts[kinds[number][0]][0]
        reach = question.reach(first, certainty)
        if reach is not None:
            asked.append(_Asked(number, reach, None if question.camp is None else question.camp(first, certainty)))
    return _OpenKinds(asked, camps=question.camp is not None)


def _unlike(facts: Sequence[Fact], kinds: Sequence[list[int]], question: Question) -> list[int]:
    """Number the kinds whose values do not meet those of all others: only they can clash."""
    if question.values is None:
        return list(range(len(kinds)))
    stated = {number: span for number, kind in enumerate(kinds) if (span := question.values(facts[kind[0]][0])) is not None}
    first, last = min((high for _, high in stated.values()), default=0), max((low for low, _ in stated.values()), default=0)
    return [number for number, (low, high) in stated.items() if low > first or high < last]


def _within_documents(facts: Sequence[Fact], question: Question, certainty: Certainty) -> Iterable[tuple[int, int]]:
    """Yield the pairs of facts that stand in one document."""
    documents: dict[str, list[int]] = {}
    for place, fact in enumerate(facts):
        documents.setdefault(_document(fact), []).append(place)
    for places in documents.values():
        yield from ((one, two) for one, two in combinations(places, 2) if question.may_clash(facts[one][0], facts[two][0], certainty))


def _apart(facts: Sequence[Fact], one: Sequence[int], two: Sequence[int]) -> tuple[int, int] | None:
    """Choose a fact of each kind so that the two stand in different documents; None where all stand in one."""
    pairs = chain(((one[0], place) for place in two), ((place, two[0]) for place in one))
    return next((pair for pair in pairs if _document(facts[pair[0]]) != _document(facts[pair[1]])), None)


def _document(fact: Fact) -> str:
    return fact[0].claim.document
