"""Tellings: event reports that nothing tells apart but where they stand, put together so that a thousand repetitions are compared once.

Two dated reports are alike if type, mode, status, days, places, sides and figures are equal. Alike reports are one telling where such a
report tells enough to be tied to one like it; otherwise each stays a telling of its own, and only what is worked out about it is shared.
What an undated report means depends on the passages around it and on its document's date; such reports are never put together.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from testimonia.weigh.accounts import Account
from testimonia.weigh.likeness import Likeness, Together, against_each_other, likeness_of
from testimonia.weigh.tie_circumstances import far_apart

Alike = tuple[object, ...]

ASKED = 4
"""Documents that tell both of two tellings and are asked whether the run of the text ties them."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Reports that are one happening because they say the same.

    `places` are the reports' places among all, `first` is the earliest of them, `inside` gives them by document. `kind` numbers what is
    told, None where that depends on the passages around. `why` is what its reports have in common, None for a single one.
    """

    first: Account
    places: tuple[int, ...]
    inside: Mapping[str, tuple[Account, ...]]
    kind: int | None
    why: Likeness | None


class Comparison:
    """Compares tellings; what two kinds in two documents have in common is worked out once."""

    def __init__(self, together: Together = frozenset()) -> None:
        """Begin with nothing compared.

        Args:
            together: Pairs of places, in both directions, that some report names as one place.
        """
        self._together = together
        self._likeness: dict[tuple[int, int], Likeness | None] = {}
        self._against: dict[tuple[int, int], float] = {}

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
        pair = _in_two_documents(one, two)
        if pair is not None:
            found.append(self._across(one, two, pair))
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
        pair = _in_two_documents(one, two) if inside is None else inside
        if pair is None:
            return 0.0
        if inside is not None or one.kind is None or two.kind is None:
            return against_each_other(*pair, together=self._together)
        key = one.kind, two.kind
        if key not in self._against:
            self._against[key] = against_each_other(*pair, together=self._together)
        return self._against[key]

    def _across(self, one: Telling, two: Telling, pair: tuple[Account, Account]) -> Likeness | None:
        if one.kind is None or two.kind is None:
            return likeness_of(*pair, together=self._together)
        key = one.kind, two.kind
        if key not in self._likeness:
            self._likeness[key] = likeness_of(*pair, together=self._together)
        return self._likeness[key]


def tellings_of(accounts: Sequence[Account]) -> tuple[Telling, ...]:
    """Put alike reports together.

    Args:
        accounts: Prepared reports.

    Returns:
        Tellings in the order of their first report; together they hold every report once.
    """
    alike: dict[Alike, list[int]] = {}
    made: list[Telling] = []
    for place, account in enumerate(accounts):
        if account.alone or account.span is None:
            made.append(_telling(accounts, [place], None, None))
        else:
            alike.setdefault(_alike(account), []).append(place)
    for kind, places in enumerate(alike.values()):
        why = likeness_of(accounts[places[0]], accounts[places[0]])
        parts = [[place] for place in places] if why is None else [places]
        made += [_telling(accounts, part, kind, why) for part in parts]
    return tuple(sorted(made, key=lambda telling: telling.places))


def _telling(accounts: Sequence[Account], places: list[int], kind: int | None, why: Likeness | None) -> Telling:
    inside: dict[str, tuple[Account, ...]] = {}
    for place in places:
        document = accounts[place].report.document
        inside[document] = (*inside.get(document, ()), accounts[place])
    return Telling(accounts[places[0]], tuple(places), inside, kind, why if len(places) > 1 else None)


def _in_one_document(left: Telling, right: Telling) -> Iterable[tuple[Account, Account]]:
    """Yield pairs of reports that stand in one document, of the first few documents that tell both."""
    few, many = sorted((left.inside, right.inside), key=len)
    shared = islice((document for document in few if document in many), ASKED)
    return ((one, two) for document in shared for one in left.inside[document] for two in right.inside[document])


def _in_two_documents(left: Telling, right: Telling) -> tuple[Account, Account] | None:
    """Give a report of each, in two documents; None where both are told in one and the same alone."""
    first = left.first.report.document
    other = next((document for document in right.inside if document != first), None)
    if other is not None:
        return left.first, right.inside[other][0]
    elsewhere = next((document for document in left.inside if document != first), None)
    return None if elsewhere is None else (left.inside[elsewhere][0], right.first)


def _alike(account: Account) -> Alike:
    report = account.report
    figures = report.figures if account.sums else tuple((f.what, f.of is None, f.low, f.high) for f in report.figures)
    stated = None if report.when is None else report.when.edtf
    return (
        report.type,
        report.mode,
        report.status,
        account.span,
        stated,
        account.sums,
        account.where,
        account.initiator,
        account.target,
        figures,
    )
