"""Days as whole numbers, so that open ends compare like any other: the interval logic of weighing.

A span is `(lo, hi)` in proleptic Gregorian ordinals. An end that is open or unknown becomes `EARLIEST` or `LATEST`: it allows every day
on that side and so never makes two times contradict each other.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import TypeVar

from testimonia.model.valid_time import EdtfInterval, ValidTime, parse_edtf

Span = tuple[int, int]
Key = TypeVar("Key")

EARLIEST, LATEST = 0, 10_000_000
"""Before the year 1 and after the year 27000: outside every date that a document can state."""

REMEMBERED = 100_000
"""Times whose days are remembered: a corpus states far fewer different ones, each of them many times."""

OPEN = EARLIEST, LATEST
"""Every day."""


def span_of(when: ValidTime | EdtfInterval | None) -> Span | None:
    """Turn a valid time into a span.

    Args:
        when: A valid time or what an EDTF expression covers, None where nothing is stated.

    Returns:
        First and last day as ordinals, or None where nothing is stated or both ends are open.
    """
    if when is None or (when.lo is None and when.hi is None):
        return None
    return _ordinal(when.lo, EARLIEST), _ordinal(when.hi, LATEST)


def meet(left: Span, right: Span) -> bool:
    """Say whether two spans share a day.

    Args:
        left: A span.
        right: Another span.

    Returns:
        True if at least one day lies in both.

    Example:
        >>> meet((1, 5), (5, 9)), meet((1, 4), (5, 9))
        (True, False)
    """
    return left[0] <= right[1] and right[0] <= left[1]


def covers(outer: Span, inner: Span) -> bool:
    """Say whether one span holds all days of another.

    Args:
        outer: The span that may hold the other.
        inner: The span that may be held.

    Returns:
        True if no day of `inner` lies outside `outer`.
    """
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def gap(left: Span, right: Span) -> int:
    """Count the days from the end of one span to the start of the other.

    Args:
        left: A span.
        right: Another span.

    Returns:
        Days between them, 0 if they meet.
    """
    return max(0, left[0] - right[1], right[0] - left[1])


@lru_cache(maxsize=REMEMBERED)
def window_of(when: ValidTime | None) -> Span | None:
    """Turn a valid time into the span within which another date still agrees with it.

    Args:
        when: A valid time, None where the claim states none.

    Returns:
        The days as written, widened where the date is approximate; None where nothing is stated.

    Example:
        >>> from testimonia.model.valid_time import valid_time
        >>> window_of(valid_time("1999~", mode="within")) == span_of(valid_time("1998/2000", mode="within"))
        True
    """
    span = span_of(when)
    if when is None or span is None:
        return None
    windows = [(_ordinal(lo, EARLIEST), _ordinal(hi, LATEST)) for lo, hi in parse_edtf(when.edtf).windows] or [span]
    return min(lo for lo, _ in windows), max(hi for _, hi in windows)


@lru_cache(maxsize=REMEMBERED)
def core_of(when: ValidTime | None) -> Span | None:
    """Turn a time into the days on which what held throughout it surely held.

    Of "from 2003 to 2011" these are the days after 2003 and before 2011: within those two years it began and ended. A time that is
    written as one date says only that it held on some day of it.

    Args:
        when: A valid time, None where the claim states none.

    Returns:
        First and last sure day, LATEST where the end is open; None where no day is sure.

    Example:
        >>> from testimonia.model.valid_time import valid_time
        >>> core_of(valid_time("2003/2011", mode="throughout")) == (span_of(parse_edtf("2003"))[1], span_of(parse_edtf("2011"))[0])
        True
    """
    if when is None or when.mode != "throughout":
        return None
    start, slash, end = when.edtf.partition("/")
    first, last = _component(start), _component(end)
    if not slash or first is None or last is None:
        return None if first is None or first[0] != first[1] or slash else first
    core = first[1] if first != OPEN else EARLIEST, last[0] if last != OPEN else LATEST
    return core if core[0] <= core[1] and core != (EARLIEST, LATEST) else None


@lru_cache(maxsize=REMEMBERED)
def end_of(when: ValidTime | None) -> Span | None:
    """Turn a time into the days within which what held throughout it ended.

    Args:
        when: A valid time, None where the claim states none.

    Returns:
        The days that its written end covers, the year 2011 for "from 2003 to 2011"; None where no end is stated.
    """
    if when is None or when.mode != "throughout" or "/" not in when.edtf:
        return None
    last = _component(when.edtf.partition("/")[2])
    return None if last is None or last == OPEN else last


def stab(spans: Mapping[Key, Span]) -> list[list[Key]]:
    """Part spans into the fewest groups in which all share a day.

    The greedy rule (take the earliest end, gather what holds that day, go on) is optimal for intervals on a line; ties keep the
    mapping's order.

    Args:
        spans: Spans by key, in a stable order. Numbers other than days work as well.

    Returns:
        Groups of keys, earliest first; together they hold every key once.

    Example:
        >>> stab({"a": (1, 3), "b": (5, 6), "c": (2, 9)})
        [['a'], ['b', 'c']]
    """
    groups: list[list[Key]] = []
    point: int | None = None
    for key in sorted(spans, key=lambda k: spans[k][1]):
        if point is None or spans[key][0] > point:
            point = spans[key][1]
            groups.append([])
        groups[-1].append(key)
    return groups


def _component(written: str) -> Span | None:
    """Read one end of an interval as the days that it covers, every day where it is open; None where it is unknown."""
    if written == "..":
        return OPEN
    return span_of(parse_edtf(written)) if written else None


def _ordinal(day: date | None, otherwise: int) -> int:
    return otherwise if day is None else day.toordinal()
