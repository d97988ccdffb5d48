"""Tolls: low, best and high of each quantity of an event, each bound with the reports that set it.

- low: the smallest number that any report gives as a lower bound, the most conservative reading.
- high: the largest number that any report gives; where it states only a lower bound, that number counts, since there were at least so many.
- best: the figure with the most independent witnesses; among those the most specific one (the narrowest range); among those the median.

Reports that deny the event or only plan it set no bound. Nothing here says how many there really were.

Follows: UCDP GED codebook, best, low and high estimates.
"""

from collections.abc import Callable, Sequence

from testimonia.model.event import Bound, Figure, Toll
from testimonia.model.knowledge import Knowledge
from testimonia.weigh.accounts import Account, side_counted
from testimonia.weigh.independence import Witnesses, count_independent

Reported = tuple[Account, Figure]


def tolls_of(knowledge: Knowledge, reports: Sequence[Account], *, witnesses: Witnesses) -> tuple[Toll, ...]:
    """Derive the tolls of one event.

    Args:
        knowledge: What is known.
        reports: The prepared reports of the event.
        witnesses: The witnesses of the same knowledge.

    Returns:
        One toll per quantity and side, sorted by both, the total before the sides; empty if no report gives a figure.
    """
    quantities = quantities_of(knowledge, [account for account in reports if account.report.status == "happened"])
    return tuple(_toll(what, of, reported, witnesses) for (what, of), reported in quantities)


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
                groups.setdefault((figure.what, side_counted(knowledge, account.report, figure)), []).append((account, figure))
    return sorted(groups.items(), key=lambda item: (item[0][0], item[0][1] is not None, item[0][1] or ""))


def _toll(what: str, of: str | None, reported: list[Reported], witnesses: Witnesses) -> Toll:
    low = _bound(reported, lambda figure: figure.low, choose=min)
    high = _bound(reported, lambda figure: figure.low if figure.high is None else figure.high, choose=max)
    return Toll(what, of, low, _best(reported, witnesses), high)


def _bound(reported: list[Reported], number: Callable[[Figure], int | None], *, choose: Callable[[list[int]], int]) -> Bound | None:
    stated = [(account.id, value) for account, figure in reported if (value := number(figure)) is not None]
    if not stated:
        return None
    value = choose([value for _, value in stated])
    return Bound(value, tuple(dict.fromkeys(name for name, other in stated if other == value)))


def _best(reported: list[Reported], witnesses: Witnesses) -> Bound | None:
    ranges: dict[tuple[int | None, int | None], list[Account]] = {}
    for account, figure in reported:
        ranges.setdefault((figure.low, figure.high), []).append(account)
    counted = {
        bounds: count_independent([witnesses.of(account.report.document, account.report.attribution) for account in accounts])
        for bounds, accounts in ranges.items()
    }
    most = max(counted.values())
    candidates = [bounds for bounds in ranges if counted[bounds] == most]
    narrowest = min(_width(bounds) for bounds in candidates)
    ranked = sorted((_middle(bounds), bounds) for bounds in candidates if _width(bounds) == narrowest)
    value, chosen = ranked[(len(ranked) - 1) // 2]
    return Bound(value, tuple(dict.fromkeys(account.id for account in ranges[chosen])))


def _width(bounds: tuple[int | None, int | None]) -> float:
    low, high = bounds
    return float("inf") if low is None or high is None else high - low


def _middle(bounds: tuple[int | None, int | None]) -> int:
    """Give the number that a range is read as: its middle, rounded down, or the one bound that is stated."""
    low, high = bounds
    if low is None or high is None:
        return high if low is None else low  # type: ignore[return-value]  # one of the two is stated, see quantities_of
    return (low + high) // 2
