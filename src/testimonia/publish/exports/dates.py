"""Dates: what a format without uncertain dates may say of a valid time, and how exact it is.

Nothing is said that the time does not entail: "about 1964" gives no date, 2017-03 gives a month, an open end stays open.
"""

import re
from dataclasses import dataclass
from datetime import date

from testimonia.publish.rows import Row

_PREFIX = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Prefixes:
    """A time as formats with dates such as 1977, 1977-05 or 1977-05-03 can hold it; `whole` is False where that says less."""

    on: str | None = None
    start: str | None = None
    end: str | None = None
    whole: bool = True


def prefixes(row: Row) -> Prefixes:
    """Say what dates a claim or report entails.

    Args:
        row: A claim or event report with `when` and `when_mode`.

    Returns:
        `on` for a happening on some day of the year, month or day that is given; `start` and `end` for what held throughout; all empty
        where nothing is stated.
    """
    edtf, throughout = row.get("when"), row.get("when_mode") == "throughout"
    if not edtf:
        return Prefixes()
    first, slash, last = edtf.partition("/")
    if slash:
        start, end = _prefix(first), _prefix(last)
        known = (start is not None or first in ("", "..")) and (end is not None or last in ("", ".."))
        if throughout:
            return Prefixes(start=start, end=end, whole=known)
        return Prefixes(on=_common(start, end), whole=False)
    on = _prefix(edtf)
    return Prefixes(start=on, end=on, whole=on is not None) if throughout else Prefixes(on=on, whole=on is not None)


def _prefix(edtf: str) -> str | None:
    return edtf if _PREFIX.fullmatch(edtf) else None


def _common(start: str | None, end: str | None) -> str | None:
    """The month or year in which both days lie; the day itself if they are one."""
    if start is None or end is None:
        return None
    shared = next((length for length in (10, 7, 4) if len(start) >= length and len(end) >= length and start[:length] == end[:length]), 0)
    return start[:shared] or None


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day on which something can have happened, None where open or unknown, with the EDTF as written."""

    lo: date | None = None
    hi: date | None = None
    edtf: str | None = None

    @property
    def days(self) -> int | None:
        """How many days it covers; None where an end is not known."""
        return None if self.lo is None or self.hi is None else (self.hi - self.lo).days + 1


def span_of(row: Row) -> Span:
    """Read the days that a row gives.

    Args:
        row: A claim or event report with `when`, `when_lo` and `when_hi`.

    Returns:
        The days.
    """
    lo, hi = (None if row.get(end) is None else date.fromisoformat(row[end]) for end in ("when_lo", "when_hi"))
    return Span(lo, hi, row.get("when"))
