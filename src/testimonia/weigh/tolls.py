"""Tolls: low, best and high of each quantity of an event, each bound with the reports that set it.

- low: the smallest number that any report gives as a lower bound, the most conservative reading.
- high: the largest number that any report gives; where it states only a lower bound, that number counts, since there were at least so many.
- best: by a rule that the reader can change (`model.best_rule`); unless changed, the figure with the most independent witnesses; among
those the one published closest in time to the event; among those the most specific one (the narrowest range); among those the median.

A total is what somebody gives as one: it is never the sum of the sides, since whoever counts the sides may count some of them only. Where a
part exceeds a total, that is a dispute (`event_disputes`). Reports that deny the event or only plan it set no bound. Nothing here says how
many there really were.

Follows: UCDP GED codebook, best, low and high estimates.
"""

from collections.abc import Callable, Sequence

from testimonia.model.best_rule import BestRule, Criterion
from testimonia.model.event import Bound, Figure, Toll
from testimonia.model.knowledge import Knowledge
from testimonia.weigh.accounts import Account, side_counted
from testimonia.weigh.assertions import said_of
from testimonia.weigh.independence import Witnesses, count_independent
from testimonia.weigh.times import OPEN, Span, gap

Reported = tuple[Account, Figure]
Range = tuple[int | None, int | None]

BY_DEFAULT = BestRule()


def tolls_of(knowledge: Knowledge, reports: Sequence[Account], *, witnesses: Witnesses, best_of: BestRule = BY_DEFAULT) -> tuple[Toll, ...]:
    """Derive the tolls of one event.

    Args:
        knowledge: What is known.
        reports: The prepared reports of the event.
        witnesses: The witnesses of the same knowledge.
        best_of: How the best of several figures is chosen.

    Returns:
        One toll per quantity and side, sorted by both, the total before the sides; empty if no report gives a figure.
    """
    quantities = quantities_of(knowledge, [account for account in reports if account.report.status == "happened"])
    happened_on = _day_of(reports)
    tolls = []
    for (what, of), reported in quantities:
        low = _bound(reported, lambda figure: figure.low, choose=min)
        high = _bound(reported, lambda figure: figure.low if figure.high is None else figure.high, choose=max)
        best = _Chosen(knowledge, reported, happened_on=happened_on, witnesses=witnesses).by(best_of)
        tolls.append(Toll(what, of, low, best, high))
    return tuple(tolls)


def quantities_of(knowledge: Knowledge, reports: Sequence[Account]) -> list[tuple[tuple[str, str | None], list[Reported]]]:
    """Group an event's figures by what they count and of whom.

    Args:
        knowledge: What is known.
        reports: The prepared reports of one event.

    Returns:
        Quantities with the reports that give them, sorted, the total before the sides.
    """
    groups: dict[tuple[str, str | None], list[Reported]] = {}
    for account in reports:
        for figure in account.report.figures:
            if figure.low is not None or figure.high is not None:
                groups.setdefault((figure.what, side_counted(knowledge, account.report.target, figure)), []).append((account, figure))
    return sorted(groups.items(), key=lambda item: (item[0][0], item[0][1] is not None, item[0][1] or ""))


def _bound(reported: list[Reported], number: Callable[[Figure], int | None], *, choose: Callable[[list[int]], int]) -> Bound | None:
    stated = [(account.id, value) for account, figure in reported if (value := number(figure)) is not None]
    if not stated:
        return None
    value = choose([value for _, value in stated])
    return Bound(value, tuple(dict.fromkeys(name for name, other in stated if other == value)))


class _Chosen:
    """Chooses the best of the figures given for one quantity."""

    def __init__(self, knowledge: Knowledge, reported: Sequence[Reported], *, happened_on: Span | None, witnesses: Witnesses) -> None:
        self._knowledge, self._witnesses, self._happened_on = knowledge, witnesses, happened_on
        self._given: dict[Range, list[Account]] = {}
        for account, figure in reported:
            self._given.setdefault((figure.low, figure.high), []).append(account)

    def by(self, rule: BestRule) -> Bound:
        """Give the best figure by a rule, with the reports that give it."""
        left = list(self._given)
        for criterion in rule.criteria if len(left) > 1 else ():
            ranks = {bounds: self._rank(criterion, bounds) for bounds in left}
            left = [bounds for bounds in left if ranks[bounds] == min(ranks.values())]
        value, chosen = sorted((_middle(bounds), number) for number, bounds in enumerate(left))[(len(left) - 1) // 2]
        return Bound(value, tuple(dict.fromkeys(account.id for account in self._given[left[chosen]])))

    def _rank(self, criterion: Criterion, bounds: Range) -> float:
        """Give a number by which figures are put in order, the best first."""
        match criterion:
            case "independent":
                told = [
                    self._witnesses.of(account.report.document, account.report.attribution, when=account.report.when)
                    for account in self._given[bounds]
                ]
                return -count_independent(told)
            case "closest":
                return min(self._days_after(account) for account in self._given[bounds])
            case "latest":
                return -max(self._published(account)[0] for account in self._given[bounds])
            case "specific":
                return _width(bounds)
            case "lowest":
                return _middle(bounds)
            case "highest":
                return -_middle(bounds)

    def _published(self, account: Account) -> Span:
        document = self._knowledge.documents.get(account.report.document)
        return OPEN if document is None else said_of(document)

    def _days_after(self, account: Account) -> float:
        """Count the days between the event and the publication; infinitely many where either is unknown."""
        published = self._published(account)
        return float("inf") if OPEN in (published, self._happened_on or OPEN) else gap(published, self._happened_on or OPEN)


def _day_of(reports: Sequence[Account]) -> Span | None:
    """Give the narrowest time that any report gives for the event."""
    return min((account.span for account in reports if account.span is not None), key=lambda span: span[1] - span[0], default=None)


def _width(bounds: Range) -> float:
    low, high = bounds
    return float("inf") if low is None or high is None else high - low


def _middle(bounds: Range) -> int:
    """Give the number that a range is read as: its middle, rounded down, or the one bound that is stated."""
    low, high = bounds
    if low is None or high is None:
        return high if low is None else low  # type: ignore[return-value]  # one of the two is stated, see quantities_of
    return (low + high) // 2
