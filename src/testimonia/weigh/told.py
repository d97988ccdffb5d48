"""Told: what event reports tell, as numbers, so that all reports are put together and compared without a record of each.

Whatever reports have in common (a side, a place, figures, a mode) is numbered once; `sides` and `figures` say what the numbers stand for.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar

import numpy as np

from testimonia.model.event import Figure
from testimonia.model.kinds import EVENT_TYPES, STATUSES
from testimonia.weigh.accounts import Account, Somebody
from testimonia.weigh.numbers import Numbers, spread
from testimonia.weigh.times import EARLIEST, LATEST, OPEN, window_of

Side = tuple[Somebody, ...]
Thing = TypeVar("Thing", bound=Hashable)

HAPPENED, DENIED, HYPOTHETICAL = (STATUSES.index(status) for status in ("happened", "denied", "hypothetical"))

UNSTATED = 0
"""The number of a time or mode that is not stated."""


class Numbered(Generic[Thing]):
    """Things in the order in which they were first named, each with its number."""

    def __init__(self, *things: Thing) -> None:
        """Begin with some."""
        self._numbers = {thing: number for number, thing in enumerate(things)}

    def of(self, thing: Thing) -> int:
        """Give a thing its number.

        Args:
            thing: Anything that compares.

        Returns:
            Its number, from 0 on; equal things have one.
        """
        return self._numbers.setdefault(thing, len(self._numbers))

    @property
    def things(self) -> list[Thing]:
        """All things, by number."""
        return list(self._numbers)


@dataclass(frozen=True, slots=True)
class Told:
    """What reports tell, one entry a report, in their order.

    `low` and `high` are the days that a report states (`dated`) or else those that its document's date leaves it, every day where there are
    neither; `first` and `last` widen approximate dates. `stated` numbers times as written, `initiator`, `target` and `where` are places in
    `sides`, `count` in `figures`: reports with one `count` give the same figures. `document` numbers documents.
    """

    document: Numbers
    type: Numbers
    mode: Numbers
    status: Numbers
    alone: Numbers
    sums: Numbers
    dated: Numbers
    low: Numbers
    high: Numbers
    first: Numbers
    last: Numbers
    stated: Numbers
    initiator: Numbers
    target: Numbers
    where: Numbers
    count: Numbers
    sides: list[Side]
    figures: list[tuple[Figure, ...]]

    def __len__(self) -> int:
        """How many reports there are."""
        return len(self.type)

    def taken(self, rows: Numbers) -> "Told":
        """Take some reports.

        Args:
            rows: Their places.

        Returns:
            What those tell.
        """
        columns = {name: getattr(self, name)[rows] for name in COLUMNS}
        return Told(**columns, sides=self.sides, figures=self.figures)


COLUMNS: tuple[str, ...] = tuple(field.name for field in fields(Told) if field.name not in ("sides", "figures"))


def told_of(accounts: Sequence[Account]) -> Told:
    """Put what reports tell into numbers.

    Args:
        accounts: Prepared reports.

    Returns:
        The numbers.
    """
    documents, modes, stated = Numbered[str](), Numbered[str | None](None), Numbered[str | None](None)
    sides, counts = Numbered[Side](()), Numbered[Hashable](())
    figures: dict[int, tuple[Figure, ...]] = {0: ()}
    lines: list[tuple[Any, ...]] = []
    for account in accounts:
        report = account.report
        count = counts.of(same_figures(report.figures, sums=account.sums))
        figures.setdefault(count, report.figures)
        days = account.span or account.supposed or OPEN
        window = window_of(report.when) or OPEN
        lines.append(
            (
                *(documents.of(report.document), EVENT_TYPES.index(report.type), modes.of(report.mode), STATUSES.index(report.status)),
                *(account.alone, account.sums, account.span is not None, *days, *window),
                stated.of(None if report.when is None else report.when.edtf),
                *(sides.of(side) for side in (account.initiator, account.target, account.where)),
                count,
            )
        )
    table: Any = np.array(lines, np.int64).reshape(-1, len(COLUMNS))
    flags = ("alone", "sums", "dated")
    columns = {name: table[:, place].astype(bool) if name in flags else table[:, place] for place, name in enumerate(COLUMNS)}
    return Told(**columns, sides=sides.things, figures=list(figures.values()))


def same_figures(figures: tuple[Figure, ...], *, sums: bool) -> Hashable:
    """Say what must be equal for two reports to give the same figures.

    Args:
        figures: Those of a report.
        sums: Whether the report sums several happenings; whose members are counted then matters too.

    Returns:
        What to compare.
    """
    return figures if sums else tuple((figure.what, figure.of is None, figure.low, figure.high) for figure in figures)


def is_limited(told: Told) -> Numbers:
    """Say which reports have a first and a last day.

    Args:
        told: What reports tell.

    Returns:
        True or False a report.
    """
    limited: Numbers = (told.low != EARLIEST) & (told.high != LATEST)
    return limited


def laid_out(lists: Sequence[Sequence[int]], wanted: Numbers) -> tuple[Numbers, Numbers]:
    """Lay out the numbers listed for many things.

    Args:
        lists: For each thing the numbers listed.
        wanted: Things, repeats allowed.

    Returns:
        Places in `wanted` and numbers, pair by pair.
    """
    sizes = np.array([len(one) for one in lists], np.int64)
    numbers = np.array([number for one in lists for number in one], np.int64)
    which, place = spread(np.cumsum(sizes) - sizes, sizes, wanted)
    return which, numbers[place]
