"""Timeline: events along time, each as high as the toll that is told of it, with how sure its time and its toll are.

The height grows with the number killed, every tenfold by the same step. An upright whisker runs from the lowest to the highest figure told,
a level one over the days on which it may have happened. Events without a toll lie in rows below.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import log10

from testimonia.model.kinds import EventType
from testimonia.publish.pages.event_marks import EventMark
from testimonia.publish.pages.shown import Named

WIDTH, LEFT, RIGHT, TOP = 1180, 72, 24, 34
"""Pixels: the picture, and the margins around the field of the tolls."""
DECADE, ROW, AXIS = 72, 15, 34
"""Pixels: for each tenfold of the toll, for each row of events without one, and for the years."""
MOST_ROWS = 8
NARROW = 7
"""Pixels that a mark without a length takes up in a row."""
MOST_MARKS = 14


@dataclass(frozen=True, slots=True)
class MarkDrawn:
    """One event: from `left` to `right` in time, `x` in the middle; `y` its best toll, `high` and `low` its whisker (equal where none)."""

    event: str
    number: int
    x: float
    left: float
    right: float
    y: float
    high: float
    low: float
    look: str
    words: str


@dataclass(frozen=True, slots=True)
class TimelinePicture:
    """Everything to draw: years and tolls with their positions, and the marks; `floor` parts tolls from events without one."""

    width: int
    height: float
    floor: float
    years: tuple[tuple[float, str], ...]
    tolls: tuple[tuple[float, str], ...]
    marks: tuple[MarkDrawn, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """The page. `events` stand in the order of time, undated ones last; `after` asks for the next part, None on the last."""

    picture: TimelinePicture | None
    events: tuple[EventMark, ...]
    undated: int
    types: tuple[tuple[EventType, int], ...]
    type: EventType | None
    since: int | None
    until: int | None
    actor: str | None
    actor_name: str | None
    offered: tuple[Named, ...]
    after: str | None
    began: bool


def timeline_picture(events: Sequence[EventMark]) -> TimelinePicture | None:
    """Lay events out along time.

    Args:
        events: Marks in the order of the page; their numbers in the picture count from 1 in this order.

    Returns:
        The picture; None where no event is dated.
    """
    dated = [(number, event) for number, event in enumerate(events, 1) if event.when.lo or event.when.hi]
    if not dated:
        return None
    days = [_day(day) for _, event in dated for day in (event.when.lo, event.when.hi) if day is not None]
    axis = _Axis(min(days), max(max(days), min(days) + 1 / 12))
    decades = _decades([event for _, event in dated])
    floor = TOP + decades * DECADE
    rows: list[float] = []
    marks = tuple(_mark(event, number, axis, floor, rows) for number, event in dated)
    tolls = tuple((floor - step * DECADE, f"{10**step:,}") for step in range(decades + 1)) if decades else ()
    height = floor + 12 + ROW * len(rows) + AXIS
    return TimelinePicture(WIDTH, height, floor, axis.marks(), tolls, marks)


@dataclass(frozen=True, slots=True)
class _Axis:
    """Years, with their parts, to pixels."""

    first: float
    last: float

    def at(self, year: float) -> float:
        share = (year - self.first) / (self.last - self.first)
        return round(LEFT + 12 + share * (WIDTH - LEFT - RIGHT - 24), 1)

    def marks(self) -> tuple[tuple[float, str], ...]:
        steps = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
        step = next((step for step in steps if (self.last - self.first) / step <= MOST_MARKS), steps[-1])
        begin = -(-int(self.first) // step) * step
        years = [year for year in range(begin, int(self.last) + 1, step) if year >= self.first]
        return tuple((self.at(year), str(year)) for year in years) or ((self.at(self.first), str(int(self.first))),)


def _day(day: str) -> float:
    told = date.fromisoformat(day)
    return told.year + (told - date(told.year, 1, 1)).days / 366


def _decades(events: Sequence[EventMark]) -> int:
    most = max(
        (number for event in events if event.killed for number in (event.killed.best, event.killed.high) if number is not None), default=0
    )
    return len(str(most)) if most else 0


def _mark(event: EventMark, number: int, axis: _Axis, floor: float, rows: list[float]) -> MarkDrawn:
    lo, hi = event.when.lo or event.when.hi or "", event.when.hi or event.when.lo or ""
    left, right = axis.at(_day(lo)), axis.at(_day(hi))
    killed = event.killed
    best = None if killed is None else next((n for n in (killed.best, killed.high, killed.low) if n is not None), None)
    look = " ".join(filter(None, ("is-disputed" if event.disputed else "", f"is-{event.status}")))
    if killed is None or best is None:
        y = floor + 14 + ROW * _row_for(left, right, rows)
        return MarkDrawn(event.id, number, round((left + right) / 2, 1), left, right, y, y, y, look, event.words)
    y, high, low = (_height(best if n is None else n, floor) for n in (best, killed.high, killed.low))
    return MarkDrawn(event.id, number, round((left + right) / 2, 1), left, right, y, high, low, look, event.words)


def _height(number: int, floor: float) -> float:
    """None killed lies on the floor, one a little above it, and every tenfold a step higher."""
    return round(floor - (0 if number <= 0 else 8 + (DECADE - 8) * log10(number) if number < 10 else DECADE * log10(number)), 1)


def _row_for(left: float, right: float, rows: list[float]) -> int:
    """The first row in which a mark has room; where there are too many, the one with the most room."""
    for row, until in enumerate(rows):
        if until <= left:
            rows[row] = max(right, left + NARROW)
            return row
    if len(rows) < MOST_ROWS:
        rows.append(max(right, left + NARROW))
        return len(rows) - 1
    row = rows.index(min(rows))
    rows[row] = max(rows[row], right, left + NARROW)
    return row
