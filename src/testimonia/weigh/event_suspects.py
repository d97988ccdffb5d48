"""Suspects among event reports: where a rule of dispute may find something, asked of all reports at once.

Each question is coarser than its rule, as in `suspects`: what it leaves out is no dispute, and what is one the rule alone says, of records.
"""

from dataclasses import dataclass

import numpy as np

from testimonia.model.kinds import EVENT_TYPES
from testimonia.weigh.columns import Columns
from testimonia.weigh.event_disputes import BLAMED_FOR, OPEN_HIGH
from testimonia.weigh.event_doubts import NEAR
from testimonia.weigh.event_words import akin_types
from testimonia.weigh.numbers import Numbers, blocks_by, mixed, spread
from testimonia.weigh.reports import Quantity
from testimonia.weigh.told import DENIED, HAPPENED, Numbered, Told, laid_out

Ranges = tuple[Numbers, Numbers, Numbers, Numbers]


@dataclass(frozen=True, slots=True)
class Happened:
    """What questions look at: what reports tell, their columns, their figures as `Reports.quantities` gives them, and their events."""

    told: Told
    lines: Columns
    figures: Columns
    counted: list[Quantity]
    event: Numbers
    events: int


def events_in_dispute(asked: Happened) -> Numbers:
    """Find events whose reports may not all be right: figures, places, whether it happened, and who did it.

    Args:
        asked: What the question looks at.

    Returns:
        Their numbers, in order.
    """
    told, event = asked.told, asked.event
    happened = told.status == HAPPENED
    settled = np.array([len(side) == 1 and side[0].coordinates is not None and not side[0].is_area for side in told.sides], bool)
    ranges = _ranges(asked)
    found = _figures_apart(asked, ranges) | _part_over_total(asked, ranges)
    found |= _several(event, told.where, settled[told.where], asked.events)
    found |= _any(event, told.status == DENIED, asked.events) & _any(event, happened, asked.events)
    blamed = happened & np.isin(told.type, [EVENT_TYPES.index(kind) for kind in BLAMED_FOR])
    laid = mixed(told.initiator, asked.lines["responsibility"])
    found |= _several(event, laid, blamed, asked.events)
    return np.flatnonzero(found)


def set_side_by_side(asked: Happened) -> Numbers:
    """Find reports of documents that set two voices side by side that may speak of one event.

    Args:
        asked: What the question looks at.

    Returns:
        All reports of those documents, by their places.
    """
    told, lines = asked.told, asked.lines
    one, two = _near(asked)
    denied = (told.status[one] == DENIED) != (told.status[two] == DENIED)
    may_be = _may_be_one(told, one, two) & (lines["source"][one] != lines["source"][two])
    found = one[may_be & (denied | _count_one_thing(told, one, two))]
    return np.flatnonzero(np.isin(told.document, told.document[found]))


def _figures_apart(asked: Happened, ranges: Ranges) -> Numbers:
    """Events of which two figures of one quantity do not meet."""
    least, most, _, number = ranges
    return _marked(number[most < least], asked.events)


def _part_over_total(asked: Happened, ranges: Ranges) -> Numbers:
    """Events of which a part exceeds a total."""
    least, most, quantity, number = ranges
    whats = {what: place for place, what in enumerate(dict.fromkeys(what for what, _ in asked.counted))}
    what = np.array([whats[one] for one, _ in asked.counted], np.int64)[quantity]
    total = np.array([of is None for _, of in asked.counted], bool)[quantity]
    if not total.any() or total.all():
        return np.zeros(asked.events, bool)
    blocks = blocks_by(number * (len(whats) + 1) + what, least=2)
    rows = blocks.rows
    largest = blocks.most(np.where(total[rows], -1, least[rows]))
    smallest = blocks.least(np.where(total[rows], most[rows], OPEN_HIGH))
    return _marked(number[rows[blocks.starts]][smallest < largest], asked.events)


def _ranges(asked: Happened) -> Ranges:
    """Give for each quantity of an event the greatest lower and the smallest upper bound, the quantity, and the event."""
    figures = asked.figures
    there = asked.told.status[figures["row"]] == HAPPENED
    row, quantity, low, high = (figures[name][there] for name in ("row", "quantity", "low", "high"))
    event = asked.event[row]
    blocks = blocks_by(event * (len(asked.counted) + 1) + quantity)
    first = blocks.rows[blocks.starts]
    least = blocks.most(np.maximum(low, 0)[blocks.rows])
    most = blocks.least(np.where(high < 0, OPEN_HIGH, high)[blocks.rows])
    return least, most, quantity[first], event[first]


def _near(asked: Happened) -> tuple[Numbers, Numbers]:
    """Pair the reports of one document that stand near each other, recurrent and only planned ones aside."""
    told, lines = asked.told, asked.lines
    rows = np.flatnonzero(~lines["recurrent"] & ((told.status == HAPPENED) | (told.status == DENIED)))
    document, start, end = told.document[rows], lines["start"][rows].astype(np.int64), lines["end"][rows].astype(np.int64)
    order = np.lexsort((start, document))
    rows, document, start, end = rows[order], document[order], start[order], end[order]
    beyond = int(start.max(initial=0)) + int(end.max(initial=0)) + 2 * NEAR
    place = document.astype(np.int64) * beyond
    last = np.searchsorted(place + start, place + end + NEAR, "right")
    following = np.arange(1, len(rows) + 1)
    one, two = spread(following, np.maximum(last - following, 0), np.arange(len(rows)))
    return rows[one], rows[two]


def _may_be_one(told: Told, one: Numbers, two: Numbers) -> Numbers:
    """Say of which pairs neither type, days, places nor sides keep them from being one event."""
    akin = np.array([[left == right or (left, right) in akin_types() for left in EVENT_TYPES] for right in EVENT_TYPES])
    apart = told.dated[one] & told.dated[two] & ((told.low[one] > told.high[two]) | (told.low[two] > told.high[one]))
    names = Numbered[str]()
    bodies = [{body.entity for body in side if body.entity is not None} for side in told.sides]
    entity = np.array([names.of(next(iter(named))) if len(named) == 1 else -1 for named in bodies], np.int64)
    others = np.zeros(len(one), bool)
    for column in (told.where, told.initiator, told.target):
        left, right = column[one], column[two]
        others |= (entity[left] >= 0) & (entity[right] >= 0) & (entity[left] != entity[right])
    may: Numbers = akin[told.type[one], told.type[two]] & ~apart & ~others
    return may


def _count_one_thing(told: Told, one: Numbers, two: Numbers) -> Numbers:
    """Say which pairs give figures of one kind."""
    whats = Numbered[str]()
    listed = [sorted({whats.of(figure.what) for figure in figures}) for figures in told.figures]
    many = len(whats.things) + 1
    (left, what), (right, other) = laid_out(listed, told.count[one]), laid_out(listed, told.count[two])
    shared = np.zeros(len(one), bool)
    shared[left[np.isin(left * many + what, right * many + other)]] = True
    return shared


def _several(event: Numbers, value: Numbers, chosen: Numbers, events: int) -> Numbers:
    """Say which events have several values among chosen reports."""
    rows = np.flatnonzero(chosen)
    blocks = blocks_by(event[rows], rows, least=2)
    found = blocks.least(value[blocks.rows]) != blocks.most(value[blocks.rows])
    return _marked(event[blocks.rows[blocks.starts]][found], events)


def _any(event: Numbers, chosen: Numbers, events: int) -> Numbers:
    return _marked(event[chosen], events)


def _marked(numbers: Numbers, events: int) -> Numbers:
    marked = np.zeros(events, bool)
    marked[numbers] = True
    return marked
