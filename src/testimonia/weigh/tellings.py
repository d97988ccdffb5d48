"""Tellings: event reports that nothing tells apart but where they stand, put together so that a thousand repetitions are compared once.

Two dated reports are alike if type, mode, status, days, places, sides and figures are equal. Alike reports are one telling where such a
report tells enough to be tied to one like it; otherwise each stays a telling of its own, and only what is worked out about it is shared.
What an undated report means depends on the passages around it and on its document's date; such reports are never put together.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np

from testimonia.model.judgement import Feature
from testimonia.weigh.accounts import Account
from testimonia.weigh.likeness import Likeness, Together, against_each_other, features_of, likeness_from, likeness_of
from testimonia.weigh.numbers import Blocks, Numbers, blocks_by, mixed, shares, spread
from testimonia.weigh.tie_circumstances import far_apart
from testimonia.weigh.tie_weights import against
from testimonia.weigh.told import Told, told_of

AT_ONCE = 250_000
"""Reports that are looked through at once; it bounds the memory taken."""
ASKED = 4
"""Documents that tell both of two tellings and are asked whether the run of the text ties them."""


class Telling:
    """Reports that are one happening because they say the same; their records are asked for only where something is compared."""

    __slots__ = ("_accounts", "_documents", "_inside", "_why", "kind", "places")

    def __init__(self, accounts: Sequence[Account], documents: Numbers, places: tuple[int, ...], kind: int | None) -> None:
        """Put together the reports at some places; `kind` numbers what is told, None where that depends on the passages around."""
        self.places, self.kind = places, kind
        self._accounts, self._documents = accounts, documents
        self._inside: dict[int, list[int]] | None = None
        self._why: Likeness | None = None

    @property
    def first(self) -> Account:
        """The earliest of them."""
        return self._accounts[self.places[0]]

    @property
    def document(self) -> int:
        """The number of the document in which the first of them stands."""
        return int(self._documents[self.places[0]])

    @property
    def inside(self) -> dict[int, list[int]]:
        """The places of the reports by the number of their document, in their order."""
        if self._inside is None:
            self._inside = {}
            for document, place in zip(self._documents[list(self.places)].tolist(), self.places, strict=True):
                self._inside.setdefault(document, []).append(place)
        return self._inside

    @property
    def why(self) -> Likeness | None:
        """What its reports have in common, None for a single one."""
        if len(self.places) > 1 and self._why is None:
            self._why = likeness_of(self.first, self.first)
        return self._why

    def told_in(self, document: int) -> list[Account]:
        """Give the reports of one document.

        Args:
            document: Its number.

        Returns:
            The reports in their order.
        """
        return [self._accounts[place] for place in self.inside[document]]


class Tellings(Sequence[Telling]):
    """The tellings of some reports, in the order of their first report; together they hold every report once.

    `told` is what all reports tell, `rows` are the reports' places by telling, and `kind` has a number for each telling, -1 for none.
    """

    def __init__(self, accounts: Sequence[Account], told: Told, rows: Blocks, kind: Numbers) -> None:
        """Keep who tells what."""
        self.told, self.rows, self.kind = told, rows, kind
        self._accounts = accounts
        self._ends = rows.ends
        self._made: dict[int, Telling] = {}

    def __len__(self) -> int:
        """How many there are."""
        return len(self.rows.starts)

    def __getitem__(self, number: int) -> Telling:  # type: ignore[override]  # a slice of them is never wanted
        """Give one of them."""
        if number not in self._made:
            if not -len(self) <= number < len(self):
                raise IndexError(number)
            start, end = self.rows.starts[number], self._ends[number]
            kind = int(self.kind[number])
            places = tuple(self.rows.rows[start:end].tolist())
            self._made[number] = Telling(self._accounts, self.told.document, places, None if kind < 0 else kind)
        return self._made[number]

    def compared(self, one: Numbers, two: Numbers) -> Numbers:
        """Say which records are looked at where pairs of tellings are compared.

        Args:
            one: The first of each pair.
            two: The second.

        Returns:
            Places of reports: the first of each telling, and those that stand in one document with a report of the other.
        """
        asked = np.zeros(len(self.told), bool)
        asked[self.firsts[one]] = asked[self.firsts[two]] = True
        sizes = self.rows.sizes
        for part in shares(sizes[one] + sizes[two], AT_ONCE):
            asked[self._in_one_document(one[part], two[part])] = True
        return np.flatnonzero(asked)

    def _in_one_document(self, one: Numbers, two: Numbers) -> Numbers:
        """Give the reports that stand in one document with a report of the telling with which their own is compared."""
        documents = self.told.document[self.rows.rows]
        inside = []
        for number in (one, two):
            which, place = spread(self.rows.starts, self.rows.sizes, number)
            inside.append((mixed(which, documents[place]), self.rows.rows[place]))
        (left, lefts), (right, rights) = inside
        return np.concatenate((lefts[np.isin(left, right)], rights[np.isin(right, left)]))

    @property
    def firsts(self) -> Numbers:
        """The place of each telling's first report."""
        return self.rows.rows[self.rows.starts]


class Comparison:
    """Compares tellings; what two kinds in two documents have in common is worked out once."""

    def __init__(self, together: Together = frozenset()) -> None:
        """Begin with nothing compared.

        Args:
            together: Pairs of places, in both directions, that some report names as one place.
        """
        self._together = together
        self._features: dict[tuple[int, int], tuple[Feature, ...]] = {}

    def likeness(self, one: Telling, two: Telling) -> Likeness | None:
        """Compare two tellings.

        Args:
            one: A telling.
            two: Another telling.

        Returns:
            What `likeness_of` says of their reports, in one document and in two; the strongest counts.
        """
        if far_apart(one.first, two.first, together=self._together):
            return None
        found = [likeness_of(left, right, together=self._together) for left, right in _in_one_document(one, two)]
        across = self._across(one, two)
        if across is not None:
            found.append(likeness_from(across))
        return max((made for made in found if made is not None), key=lambda made: made.score, default=None)

    def against(self, one: Telling, two: Telling) -> float:
        """Weigh what speaks against two tellings being one happening.

        Args:
            one: A telling.
            two: Another telling.

        Returns:
            What `against_each_other` says of their reports, those of one document first.
        """
        inside = next(iter(_in_one_document(one, two)), None)
        if inside is not None:
            return against_each_other(*inside, together=self._together)
        across = self._across(one, two)
        return 0.0 if across is None else against(across)

    def _across(self, one: Telling, two: Telling) -> tuple[Feature, ...] | None:
        """Compare reports of each in two documents; None where both are told in one and the same alone."""
        key = None if one.kind is None or two.kind is None else (one.kind, two.kind)
        if key is not None and key in self._features:
            return self._features[key]
        pair = _in_two_documents(one, two)
        if pair is None:
            return None
        found = features_of(*pair, together=self._together)
        if key is not None:
            self._features[key] = found
        return found


def tellings_of(accounts: Sequence[Account], told: Told | None = None) -> Tellings:
    """Put alike reports together.

    Args:
        accounts: Prepared reports.
        told: What they tell, None to read it from them.

    Returns:
        Their tellings.
    """
    known = told_of(accounts) if told is None else told
    kind = _kinds(known)
    whole = _one_telling(accounts, known, kind)
    label = np.where(whole >= 0, whole, np.arange(len(kind)))
    rows = blocks_by(label)
    return Tellings(accounts, known, rows, kind[rows.rows[rows.starts]])


def _kinds(told: Told) -> Numbers:
    """Number what is told, -1 where it depends on the passages around or tells of no single happening."""
    kind = np.full(len(told), -1, np.int64)
    rows = np.flatnonzero(told.dated & ~told.alone)
    same = (told.type, told.mode, told.status, told.low, told.high, told.stated, told.sums, told.where, told.initiator, told.target)
    _, kind[rows] = np.unique(mixed(*(column[rows] for column in (*same, told.count))), return_inverse=True)
    return kind


def _one_telling(accounts: Sequence[Account], told: Told, kind: Numbers) -> Numbers:
    """Give each report that is one telling with others the first of them, -1 for the rest."""
    rows = np.flatnonzero(kind >= 0)
    alike = blocks_by(kind[rows], rows, least=2)
    first = alike.rows[alike.starts]
    surely = _tells_enough(told)[first]
    ties = np.array(
        [sure or likeness_of(accounts[one], accounts[one]) is not None for sure, one in zip(surely.tolist(), first.tolist(), strict=True)],
        bool,
    )
    tied, whole = alike.kept(ties), np.full(len(told), -1, np.int64)
    whole[tied.rows] = np.repeat(tied.rows[tied.starts], tied.sizes)
    return whole


def _tells_enough(told: Told) -> Numbers:
    """Say at little cost of which reports it is sure that they are tied to their like: a day, a settlement and a body suffice."""
    settled = np.array([any(body.entity is not None and not body.is_area for body in side) for side in told.sides], bool)
    named = np.array([any(body.entity is not None for body in side) for side in told.sides], bool)
    enough: Numbers = told.dated & (told.low == told.high) & settled[told.where] & named[told.initiator]
    return enough


def _in_one_document(left: Telling, right: Telling) -> Iterable[tuple[Account, Account]]:
    """Yield pairs of reports that stand in one document, of the first few documents that tell both."""
    if len(left.places) == len(right.places) == 1 and left.document != right.document:
        return iter(())
    few, many = sorted((left.inside, right.inside), key=len)
    shared = islice((document for document in few if document in many), ASKED)
    return _pairs(left, right, shared)


def _pairs(left: Telling, right: Telling, documents: Iterable[int]) -> Iterator[tuple[Account, Account]]:
    return ((one, two) for document in documents for one in left.told_in(document) for two in right.told_in(document))


def _in_two_documents(left: Telling, right: Telling) -> tuple[Account, Account] | None:
    """Give a report of each, in two documents; None where both are told in one and the same alone."""
    first = left.document
    if first != right.document:
        return left.first, right.first
    other = next((document for document in right.inside if document != first), None)
    if other is not None:
        return left.first, right.told_in(other)[0]
    elsewhere = next((document for document in left.inside if document != first), None)
    return None if elsewhere is None else (left.told_in(elsewhere)[0], right.first)
