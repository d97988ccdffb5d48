"""Tellings: event reports that nothing tells apart but where they stand, put together so that a thousand repetitions are compared once.

Two dated reports are alike if type, mode, status, days, places, sides and figures are equal. Alike reports are one telling where such a
report tells enough to be tied to one like it; otherwise each stays a telling of its own, and only what is worked out about it is shared.
Undated reports depend on the passages around them and are never put together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from testimonia.weigh.accounts import Account
from testimonia.weigh.likeness import Likeness, exclude_each_other, likeness_of

Alike = tuple[object, ...]


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
    """Compares tellings; what two kinds have in common is worked out once."""

    def __init__(self) -> None:
        """Begin with nothing compared."""
        self._likeness: dict[tuple[int, int], Likeness | None] = {}
        self._excluded: dict[tuple[int, int], bool] = {}

    def likeness(self, one: Telling, two: Telling) -> Likeness | None:
        """Compare two tellings.

        Args:
            one: A telling.
            two: Another telling.

        Returns:
            What `likeness_of` says of their reports; of undated ones those of one document are compared, and the strongest counts.
        """
        if one.kind is None or two.kind is None:
            return _within_documents(one, two)
        key = one.kind, two.kind
        if key not in self._likeness:
            self._likeness[key] = likeness_of(one.first, two.first)
        return self._likeness[key]

    def excluded(self, one: Telling, two: Telling) -> bool:
        """Say whether two tellings cannot be one happening.

        Args:
            one: A telling.
            two: Another telling.

        Returns:
            What `exclude_each_other` says of their reports.
        """
        if one.kind is None or two.kind is None:
            return exclude_each_other(one.first, two.first)
        key = one.kind, two.kind
        if key not in self._excluded:
            self._excluded[key] = exclude_each_other(one.first, two.first)
        return self._excluded[key]


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


def _within_documents(left: Telling, right: Telling) -> Likeness | None:
    shared = [document for document in left.inside if document in right.inside]
    pairs = ((one, two) for document in shared for one in left.inside[document] for two in right.inside[document])
    found = [likeness for one, two in pairs if (likeness := likeness_of(one, two)) is not None]
    return max(found, key=lambda likeness: likeness.points, default=None)


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
