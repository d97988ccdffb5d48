"""Facts: claims of one block that no rule can tell apart, and which of them hang together by clashes.

Two claims about one thing clash by what they say, when they hold, and when they were published; beyond that it matters only whether they
stand in one document. So facts are put into kinds, kinds are compared with one another once, and only facts of one document are compared
one by one: the cost grows with the number of different statements, not with how many documents repeat them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from testimonia.weigh.assertions import Assertion
from testimonia.weigh.clashes import Clash
from testimonia.weigh.components import Joined

Fact = list[Assertion]

WITNESSES = 3
"""Facts of a kind, from as many documents, that each fact of a clashing kind is joined to. Of three, any two facts share at least one
that is in neither's document, so all hang together as if every pair had been joined."""


def facts_of(block: Iterable[Assertion]) -> list[Fact]:
    """Put claims together that no rule can tell apart, so that a thousand repetitions cost one comparison.

    Args:
        block: Prepared claims about one thing.

    Returns:
        Facts in the order of their first claim; an undated one holds claims of one voice in one document.
    """
    facts: dict[tuple[object, ...], Fact] = {}
    for made in block:
        own = None if made.dated else (made.claim.document, made.voice)
        facts.setdefault((*_kind(made), own), []).append(made)
    return list(facts.values())


def clashing(
    facts: Sequence[Fact], clash: Callable[[Assertion, Assertion], Clash], *, across: bool
) -> tuple[list[list[int]], list[list[int]]]:
    """Find which facts hang together by clashes.

    Args:
        facts: The facts of one block.
        clash: The rule.
        across: Whether only what is affirmed and denied, or a split and a bond, can clash.

    Returns:
        Groups of facts, by their places, that hang together by definite clashes, and groups by possible clashes between others.
    """
    sure = _Links(facts, {})
    doubts: list[tuple[list[int], list[int]]] = []
    for one, two in _meetings(facts, across=across):
        asked = _apart(facts, one, two) if len(one) > 1 or len(two) > 1 else (one[0], two[0])
        found = None if asked is None else clash(facts[asked[0]][0], facts[asked[1]][0])
        if found == "definite":
            sure.link(one, two)
        elif found == "possible":
            doubts.append((one, two))
    definite = sure.joined.groups()
    unsure = _Links(facts, {place: number for number, group in enumerate(definite) for place in group})
    for one, two in doubts:
        unsure.link(one, two)
    return definite, unsure.joined.groups()


class _Links:
    """Joins the facts of clashing kinds as all their pairs would; what is settled by a definite clash joins nothing."""

    def __init__(self, facts: Sequence[Fact], settled: Mapping[int, int]) -> None:
        self.joined = Joined[int]()
        self._documents = [_document(fact) for fact in facts]
        self._settled = settled
        self._whole: set[int] = set()

    def link(self, one: Sequence[int], two: Sequence[int]) -> None:
        """Join two kinds, or two facts, that clash."""
        ends = one[0], two[0]
        if self._whole.issuperset(ends) and self.joined.are_one(ends):
            return
        self.joined.join_all(pair for pair in self._pairs(one, two) if self._may_join(*pair))
        self._whole.update(kind[0] for kind in (one, two) if len(kind) > 1 and self.joined.are_one(kind))

    def _pairs(self, one: Sequence[int], two: Sequence[int]) -> Iterable[tuple[int, int]]:
        if len(one) == len(two) == 1:
            return [(one[0], two[0])]
        sides = ((one, self._witnesses(two)), (two, self._witnesses(one)))
        pairs = ((place, other) for places, others in sides for place in places for other in others)
        return (pair for pair in pairs if self._documents[pair[0]] != self._documents[pair[1]])

    def _may_join(self, left: int, right: int) -> bool:
        return self._settled.get(left, -1) != self._settled.get(right, -2)

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


def _kind(made: Assertion) -> tuple[object, ...]:
    edtf = None if made.claim.when is None else made.claim.when.edtf
    said = None if made.dated else made.said
    return (made.claim.predicate, made.negated, made.span, made.throughout, edtf, made.claim.value, said)


def _meetings(facts: Sequence[Fact], *, across: bool) -> Iterable[tuple[list[int], list[int]]]:
    """Yield what is to be compared: two kinds, which stand for all their facts in different documents, and two facts of one document."""
    kinds: dict[tuple[object, ...], list[int]] = {}
    documents: dict[str, list[int]] = {}
    for place, fact in enumerate(facts):
        kinds.setdefault(_kind(fact[0]), []).append(place)
        documents.setdefault(_document(fact), []).append(place)
    yield from _pairs([(facts[places[0]][0], places) for places in kinds.values()], across=across)
    for places in documents.values():
        for one, two in _pairs([(facts[place][0], [place]) for place in places], across=across):
            if len(kinds[_kind(facts[one[0]][0])]) > 1 or len(kinds[_kind(facts[two[0]][0])]) > 1:  # else they have met as kinds
                yield one, two


def _apart(facts: Sequence[Fact], one: Sequence[int], two: Sequence[int]) -> tuple[int, int] | None:
    """Choose a fact of each kind so that the two stand in different documents; None where all stand in one."""
    pairs = [(one[0], place) for place in two] + [(place, two[0]) for place in one]
    return next((pair for pair in pairs if _document(facts[pair[0]]) != _document(facts[pair[1]])), None)


def _document(fact: Fact) -> str:
    return fact[0].claim.document


def _pairs(parts: Sequence[tuple[Assertion, list[int]]], *, across: bool) -> Iterable[tuple[list[int], list[int]]]:
    """Yield the pairs that can clash at all."""
    if not across:
        yield from combinations([places for _, places in parts], 2)
        return
    sides: dict[tuple[bool, bool], list[list[int]]] = {}
    for made, places in parts:
        sides.setdefault((made.negated, made.claim.predicate == "split_from"), []).append(places)
    for one, two in combinations(sides.values(), 2):
        yield from ((left, right) for left in one for right in two)
