"""EDTF: expressions of uncertain dates parsed to the days they cover.

What we read: dates to the year, month or day; times of day are cut to their day; masks (`199X`, `2004-XX-15`, `XXXX-09-26`); seasons 21
to 24, as the northern meteorological ones; qualifiers `~ ? %` before or after a component or at the end; intervals with an open (`..`) or
unknown (empty) end; sets `[a,b]`, `[a..b]`, `{a,b}`. Years run from 0001 to 9999; level 2's exponents, significant digits and other
seasons are refused with an `EdtfError`.

`parts` are exact: a mask with gaps has a part for each run of days. One that leaves so much open that it would have more than `MAX_PARTS`
is refused: it tells nothing that a source could mean.

Follows: EDTF, ISO 8601-2:2019 annex A, levels 0 to 2 as far as the codebook uses them.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from testimonia.errors import EdtfError

TOLERANCE_DAYS = 3
"""How far "about" reaches on either side of a day. A judgement, not a measurement: "about 30 March" is a matter of days."""
TOLERANCE_MONTHS = 1
"""How far "about" reaches on either side of a month: late September may be told as early October."""
TOLERANCE_YEARS = 1
"""How far "about" reaches on either side of a year or a decade: "about 1969" agrees with 1968 and 1970, not with 1972."""
TOLERANCE_YEARS_CENTURY = 10
"""How far "about" reaches on either side of a century, a tenth of it."""
TOLERANCE_MONTHS_SEASON = 6
"""How far a season reaches on either side in comparisons: EDTF's seasons name no hemisphere, and the southern ones lie half a year off."""
MAX_PARTS = 1_200
"""The most runs of days that a mask is taken apart into: a month's day in each month of a century."""

Days = tuple[date | None, date | None]
"""A first and a last day, None where there is no bound."""
_Read = tuple[tuple[Days, ...], tuple[Days, ...], bool, bool]
"""Parts, windows, approximate, uncertain: an `EdtfInterval` without its text."""

_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_FIRST_SEASON = "21"
_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?").fullmatch
_MARKED = r"([~?%]?)([0-9X]{{{0}}})([~?%]?)"
_YEAR, _TWO = _MARKED.format(4), _MARKED.format(2)
_COMPONENT = re.compile(
    rf"{_YEAR}(?:-{_TWO}(?:-{_TWO})?)?(?:T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}})?)?"
).fullmatch


@dataclass(frozen=True, slots=True)
class EdtfInterval:
    """What an EDTF expression covers.

    `lo` and `hi` enclose it. `parts` are its runs of days, one but for sets and masks with gaps, none where no year is stated
    (`XXXX-09-26`); `windows` are the same widened where it is approximate or a season. `approximate` is set by `~` and `%`, `uncertain`
    by `?` and `%`.
    """

    edtf: str
    lo: date | None
    hi: date | None
    parts: tuple[Days, ...]
    windows: tuple[Days, ...]
    approximate: bool = False
    uncertain: bool = False


def parse_edtf(text: str) -> EdtfInterval:
    """Parse an EDTF expression to the days it covers.

    Args:
        text: The expression, such as `2000-09~`, `2007/..` or `[1994,1996]`.

    Returns:
        Its interval; `lo` or `hi` is None where that end is open, unknown or without a year.

    Raises:
        EdtfError: The expression is none that we read; the message says where.

    Example:
        >>> parse_edtf("2010/2011-06").hi
        datetime.date(2011, 6, 30)
    """
    if text[:1] in ("[", "{"):
        return _parse_set(text)
    left, slash, right = text.partition("/")
    if slash:
        parts, windows, approximate, uncertain = _parse_range(left, right, text)
        lo, hi = parts[0] if parts else (None, None)
    else:
        parts, windows, approximate, uncertain = _parse_component(text, text, 0)
        lo, hi = (parts[0][0], parts[-1][1]) if parts else (None, None)
    return EdtfInterval(text, lo, hi, parts, windows, approximate, uncertain)


def _parse_component(text: str, whole: str, offset: int) -> _Read:
    plain = _PLAIN(text)
    if plain is not None:
        year, month, day = plain.groups()
        days = _plain_days(year, month, day, whole, offset)
        parts: tuple[Days, ...] = (days,)
        return parts, parts if month is None or month < _FIRST_SEASON else (_season_window(days),), False, False
    match = _COMPONENT(text)
    if match is None:
        raise EdtfError(f"{whole!r}: {text!r} at place {offset + 1} is no date that we read; write YYYY, YYYY-MM or YYYY-MM-DD")
    before_y, year, after_y, before_m, month, after_m, before_d, day, after_d = match.groups()
    marks = (before_y + after_y, (before_m or "") + (after_m or ""), (before_d or "") + (after_d or ""))
    every = marks[0] + marks[1] + marks[2]
    approximate, uncertain = "~" in every or "%" in every, "?" in every or "%" in every
    if "X" in year or (month is not None and "X" in month) or (day is not None and "X" in day):
        parts = _masked_parts(year, month, day, whole, offset)
        windows = parts
    else:
        parts = (_plain_days(year, month, day, whole, offset),)
        windows = parts if month is None or month < _FIRST_SEASON else (_season_window(parts[0]),)
    if approximate:
        finest = max(at for at in range(3) if "~" in marks[at] or "%" in marks[at])
        windows = tuple(_loosened(days, finest, year) for days in windows)
    return parts, windows, approximate, uncertain


def _plain_days(year: str, month: str | None, day: str | None, whole: str, offset: int) -> Days:
    y = int(year)
    if month is None:
        if y == 0:
            raise EdtfError(f"{whole!r}: the year 0000 lies outside 0001 to 9999")
        return date(y, 1, 1), date(y, 12, 31)
    m = int(month)
    if day is None:
        if 1 <= m <= 12 and y > 0:
            return date(y, m, 1), date(y, m, _length(y, m))
        return _season(y, m, whole, offset)
    d = int(day)
    if y == 0 or not 1 <= m <= 12 or not 1 <= d <= _length(y, m):
        raise EdtfError(f"{whole!r}: there is no day {year}-{month}-{day}; years run from 0001 to 9999")
    exact = date(y, m, d)
    return exact, exact


def _season(year: int, season: int, whole: str, offset: int) -> Days:
    if season not in _SEASONS or not 0 < year < 9999:
        raise EdtfError(f"{whole!r}: {season:02d} at place {offset + 6} is no month (01 to 12) and no season that we read (21 to 24)")
    first, last = _SEASONS[season]
    closing = year if first < last else year + 1
    return date(year, first, 1), date(closing, last, _length(closing, last))


def _length(year: int, month: int) -> int:
    return 29 if month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else _LENGTHS[month]


def _masked_parts(year: str, month: str | None, day: str | None, whole: str, offset: int) -> tuple[Days, ...]:
    """The runs of days that a masked date allows; none where no digit of the year is known."""
    if year == "XXXX":
        _check_yearless(month, day, whole, offset)
        return ()
    runs = _year_runs(year) if month is None else _day_runs(year, month, day)
    parts: list[Days] = []
    for lo, hi in runs:
        last = parts[-1] if parts else None
        if last is not None and last[1] is not None and last[1] + timedelta(days=1) == lo:
            parts[-1] = (last[0], hi)
        else:
            parts.append((lo, hi))
        if len(parts) > MAX_PARTS:
            raise EdtfError(f"{whole!r}: {year}-{month}-{day} at place {offset + 1} leaves too much open; write the interval instead")
    if not parts:
        raise EdtfError(f"{whole!r}: no day fits {'-'.join(part for part in (year, month, day) if part)} at place {offset + 1}")
    return tuple(parts)


def _check_yearless(month: str | None, day: str | None, whole: str, offset: int) -> None:
    months = _fitting(month or "XX", 1, 12)
    if not months:
        raise EdtfError(f"{whole!r}: {month} at place {offset + 6} is no month")
    if day is not None and not any(_fitting(day, 1, _length(2000, m)) for m in months):
        raise EdtfError(f"{whole!r}: {day} at place {offset + 9} is no day of that month")


def _year_runs(year: str) -> Iterator[tuple[date, date]]:
    """Years one by one; those of a decade or century together, since that is what is mostly written."""
    digits = year.rstrip("X")
    if digits.isdigit():
        width = 10 ** (4 - len(digits))
        first = int(digits) * width
        if first + width > 1:
            yield date(max(1, first), 1, 1), date(first + width - 1, 12, 31)
        return
    for y in _fitting(year, 1, 9999):
        yield date(y, 1, 1), date(y, 12, 31)


def _day_runs(year: str, month: str, day: str | None) -> Iterator[tuple[date, date]]:
    months = _fitting(month, 1, 12)
    for y in _fitting(year, 1, 9999):
        for m in months:
            length = _length(y, m)
            if day is None or day == "XX":
                yield date(y, m, 1), date(y, m, length)
            else:
                for d in _fitting(day, 1, length):
                    yield date(y, m, d), date(y, m, d)


def _fitting(mask: str, low: int, high: int) -> list[int]:
    """The numbers from `low` to `high` that a mask allows."""
    if mask.isdigit():
        return [int(mask)] if low <= int(mask) <= high else []
    if set(mask) == {"X"}:
        return list(range(low, high + 1))
    return [n for n in range(low, high + 1) if all(a in ("X", b) for a, b in zip(mask, str(n).zfill(len(mask)), strict=True))]


def _season_window(days: Days) -> Days:
    return _shifted(days[0], -TOLERANCE_MONTHS_SEASON), _shifted(days[1], TOLERANCE_MONTHS_SEASON)


def _loosened(days: Days, finest: int, year: str) -> Days:
    """Widen by the tolerance of the finest component that is approximate: 0 the year, 1 the month, 2 the day."""
    if finest == 2:
        lo, hi = days
        earliest = lo is None or lo.toordinal() <= TOLERANCE_DAYS
        latest = hi is None or hi.toordinal() > date.max.toordinal() - TOLERANCE_DAYS
        reach = timedelta(days=TOLERANCE_DAYS)
        return date.min if earliest or lo is None else lo - reach, date.max if latest or hi is None else hi + reach
    years = TOLERANCE_YEARS_CENTURY if year.endswith("XX") else TOLERANCE_YEARS
    months = TOLERANCE_MONTHS if finest == 1 else 12 * years
    return _shifted(days[0], -months), _shifted(days[1], months)


def _shifted(day: date | None, months: int) -> date | None:
    """The same day so many months on, at most at the ends of the calendar; a month's last day stays a last day."""
    if day is None:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 0 < year < 10_000:
        return date.min if months < 0 else date.max
    length = monthrange(year, month + 1)[1]
    is_last = day.day == _length(day.year, day.month)
    return date(year, month + 1, length if is_last else min(day.day, length))


def _parse_range(left: str, right: str, text: str) -> _Read:
    if "/" in right:
        raise EdtfError(f"{text!r}: a second / at place {len(left) + right.index('/') + 2}")
    if not left and not right:
        raise EdtfError(f"{text!r}: both ends are missing; write ../.. for an interval open at both ends")
    start = None if left in ("", "..") else _parse_component(left, text, 0)
    end = None if right in ("", "..") else _parse_component(right, text, len(left) + 1)
    lo = start[0][0][0] if start is not None and start[0] else None
    hi = end[0][-1][1] if end is not None and end[0] else None
    if lo is not None and hi is not None and lo > hi:
        raise EdtfError(f"{text!r}: the interval ends before it begins")
    approximate = (start is not None and start[2]) or (end is not None and end[2])
    uncertain = (start is not None and start[3]) or (end is not None and end[3])
    is_yearless = (start is not None and not start[0]) or (end is not None and not end[0])
    if is_yearless and lo is hi is None:
        return (), (), approximate, uncertain
    earliest = start[1][0][0] if start is not None and start[1] else None
    latest = end[1][-1][1] if end is not None and end[1] else None
    return ((lo, hi),), ((earliest, latest),), approximate, uncertain


def _parse_set(text: str) -> EdtfInterval:
    closing = "]" if text[0] == "[" else "}"
    if len(text) < 3 or text[-1] != closing:
        raise EdtfError(f"{text!r}: the set that opens at place 1 does not end with {closing}")
    members: list[_Read] = []
    at = 1
    for member in text[1:-1].split(","):
        stripped = member.strip()
        first, dots, last = stripped.partition("..")
        is_range = bool(dots) and bool(first or last)
        members.append(_parse_range(first or "..", last or "..", text) if is_range else _parse_component(stripped, text, at))
        at += len(member) + 1
    approximate, uncertain = any(member[2] for member in members), any(member[3] for member in members)
    parts = tuple(part for member in members for part in member[0])
    windows = tuple(window for member in members for window in member[1])
    lows, highs = [part[0] for part in parts], [part[1] for part in parts]
    lo = None if None in lows or not lows else min(low for low in lows if low is not None)
    hi = None if None in highs or not highs else max(high for high in highs if high is not None)
    is_known = all(member[0] for member in members)
    return EdtfInterval(text, lo, hi, parts if is_known else (), windows if is_known else (), approximate, uncertain)
