"""ValidTime: when something is said to hold, as EDTF with the days it may cover.

`lo` and `hi` are the first and last day that the expression allows, None where that end is open or unknown (never an invented bound).
`mode` says what the interval means: `throughout` (it held on every day from `lo` to `hi`) or `within` (it happened on some day between).
`basis` says whether the text states the date or it was derived from the text's own order of events.

What we read: dates to the year, month or day; times of day are cut to their day; masks (`199X`, `XXXX-09-26`); seasons 21 to 24, as the
northern meteorological ones; qualifiers `~ ? %` before or after a component or at the end; intervals with an open (`..`) or unknown
(empty) end; sets `[a,b]`, `[a..b]`, `{a,b}`. Years run from 0001 to 9999; level 2's exponents, significant digits and other seasons are
refused with an `EdtfError`.

Two comparisons differ on purpose. `before`, `overlaps` and `contains` take the days as written. `contradicts` and `compatible` first widen
approximate dates (`TOLERANCE_DAYS` and the constants beside it), because two careful authors may both write "about".

Follows: EDTF, ISO 8601-2:2019 annex A, levels 0 to 2 as far as the codebook uses them.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from testimonia.errors import EdtfError
from testimonia.model.kinds import Basis, Mode

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

Days = tuple[date | None, date | None]
"""A first and a last day, None where there is no bound."""

_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?").fullmatch
_COMPONENT = re.compile(
    r"([~?%]?)([0-9X]{4})([~?%]?)(?:-([~?%]?)([0-9X]{2})([~?%]?)(?:-([~?%]?)([0-9X]{2})([~?%]?))?)?(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
).fullmatch


@dataclass(frozen=True, slots=True)
class EdtfInterval:
    """What an EDTF expression covers.

    `lo` and `hi` enclose it. `parts` are its days, one pair for all but sets (a mask with gaps, `2004-XX-15`, is read as what it
    encloses), none where no year is stated (`XXXX-09-26`); `windows` are the same widened where it is approximate or a season.
    `approximate` is set by `~` and `%`, `uncertain` by `?` and `%`.
    """

    edtf: str
    lo: date | None
    hi: date | None
    parts: tuple[Days, ...]
    windows: tuple[Days, ...]
    approximate: bool = False
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class ValidTime:
    """A time that something is said to hold."""

    edtf: str
    lo: date | None
    hi: date | None
    mode: Mode
    basis: Basis = "stated"


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
    plain = _PLAIN(text)
    if plain is not None:
        days = _plain_days(plain[1], plain[2], plain[3], text)
        parts = (days,)
        windows = parts if plain[2] is None or plain[2] < "21" else (_widened(days, _shift_months, TOLERANCE_MONTHS_SEASON),)
        return EdtfInterval(text, days[0], days[1], parts, windows)
    if text[:1] in ("[", "{"):
        return _parse_set(text)
    if "/" in text:
        return _parse_range(text)
    return _parse_component(text, text, 0)


def valid_time(edtf: str, *, mode: Mode, basis: Basis = "stated") -> ValidTime:
    """Make a `ValidTime` of an EDTF expression.

    Args:
        edtf: The expression.
        mode: `throughout` if it held on every day, `within` if it happened on some day of it.
        basis: `stated` or `derived`.

    Returns:
        The time with its first and last day.

    Raises:
        EdtfError: The expression is none that we read.
    """
    interval = parse_edtf(edtf)
    return ValidTime(edtf, interval.lo, interval.hi, mode, basis)


def before(left: ValidTime, right: ValidTime) -> bool:
    """Say whether all of one time surely lies before all of another.

    Args:
        left: The time that may be earlier.
        right: The time that may be later.

    Returns:
        True only if the last day of `left` and the first day of `right` are known and in that order.
    """
    return left.hi is not None and right.lo is not None and left.hi < right.lo


def overlaps(left: ValidTime, right: ValidTime) -> bool:
    """Say whether two times, as written, may share a day.

    Args:
        left: One time.
        right: The other.

    Returns:
        False only if no day belongs to both; an open, unknown or yearless end excludes nothing.
    """
    return _share_a_day(parse_edtf(left.edtf).parts, parse_edtf(right.edtf).parts)


def contains(outer: ValidTime, inner: ValidTime) -> bool:
    """Say whether one time, as written, surely covers every day of another.

    An open end (`..`) covers all that follows, an unknown end nothing beyond what is written.

    Args:
        outer: The time that may cover the other.
        inner: The time that may be covered.

    Returns:
        True only if every day that `inner` allows lies in `outer`.
    """
    written = outer.edtf.strip("/")
    covers = () if written == ".." else parse_edtf(written).parts
    parts = parse_edtf(inner.edtf).parts
    return bool(parts) and all(_is_covered(part, covers) for part in parts)


def contradicts(left: ValidTime, right: ValidTime) -> bool:
    """Say whether two times of one single happening cannot both be right.

    It is for what happens once, such as a founding: two `within` times contradict if, with approximate dates widened, no day fits both. Two
    `throughout` times never contradict by themselves, since what held from 2005 to 2008 may have held in 2010 too; a `throughout` and a
    `within` time tell of different things. Uncertainty (`?`) does not widen: a doubted date is still the one that is claimed.

    Args:
        left: The time that one claim gives.
        right: The time that the other gives.

    Returns:
        True if no day fits both.
    """
    if left.mode != "within" or right.mode != "within":
        return False
    return not _share_a_day(parse_edtf(left.edtf).windows, parse_edtf(right.edtf).windows)


def compatible(left: ValidTime, right: ValidTime) -> bool:
    """Say whether two times of one single happening may both be right.

    Args:
        left: The time that one claim gives.
        right: The time that the other gives.

    Returns:
        The opposite of `contradicts`.
    """
    return not contradicts(left, right)


def _share_a_day(left: tuple[Days, ...], right: tuple[Days, ...]) -> bool:
    if not left or not right:
        return True
    return any(
        (a_hi is None or b_lo is None or b_lo <= a_hi) and (b_hi is None or a_lo is None or a_lo <= b_hi)
        for a_lo, a_hi in left
        for b_lo, b_hi in right
    )


def _is_covered(inner: Days, covers: tuple[Days, ...]) -> bool:
    """Walk forward through the covering parts from the first day on; adjacent parts of a set cover together."""
    at, last = inner
    ordered = sorted(covers, key=lambda days: (days[0] is not None, days[0] or date.min))
    for lo, hi in ordered:
        if lo is not None and (at is None or at < lo):
            return False
        if hi is None:
            return True
        if at is None or at <= hi:
            if last is not None and last <= hi:
                return True
            if hi == date.max:
                return False
            at = hi + timedelta(days=1)
    return False


def _plain_days(year: str, month: str | None, day: str | None, text: str) -> Days:
    y = int(year)
    if month is None:
        if y == 0:
            raise EdtfError(f"{text!r}: the year 0000 lies outside 0001 to 9999")
        return date(y, 1, 1), date(y, 12, 31)
    m = int(month)
    if day is None:
        if 1 <= m <= 12 and y > 0:
            return date(y, m, 1), date(y, m, _length(y, m))
        return _season(y, m, text)
    d = int(day)
    if y == 0 or not 1 <= m <= 12 or not 1 <= d <= _length(y, m):
        raise EdtfError(f"{text!r}: there is no day {year}-{month}-{day}; years run from 0001 to 9999")
    exact = date(y, m, d)
    return exact, exact


def _season(year: int, season: int, text: str) -> Days:
    if season not in _SEASONS or not 0 < year < 9999:
        raise EdtfError(f"{text!r}: {season:02d} at place 6 is no month (01 to 12) and no season that we read (21 to 24)")
    first, last = _SEASONS[season]
    closing = year if first < last else year + 1
    return date(year, first, 1), date(closing, last, _length(closing, last))


def _length(year: int, month: int) -> int:
    return 29 if month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else _LENGTHS[month]


def _parse_component(text: str, whole: str, offset: int) -> EdtfInterval:
    match = _COMPONENT(text)
    if match is None:
        raise EdtfError(f"{whole!r}: {text!r} at place {offset + 1} is no date that we read; write YYYY, YYYY-MM or YYYY-MM-DD")
    y, m, d = match[2], match[5], match[8]
    marks = (_marks(match, 1, 3), _marks(match, 4, 6), _marks(match, 7, 9))
    masked = "X" in y + (m or "") + (d or "")
    days = _masked_days(y, m, d, whole, offset) if masked else _plain_days(y, m, d, whole)
    if days is None:
        return EdtfInterval(text, None, None, (), (), any(c in "~%" for c in "".join(marks)), any(c in "?%" for c in "".join(marks)))
    window = days if m is None or m < "21" or "X" in m or d is not None else _widened(days, _shift_months, TOLERANCE_MONTHS_SEASON)
    approximate = [at for at in range(3) if "~" in marks[at] or "%" in marks[at]]
    if approximate:
        window = _loosened(window, approximate[-1], y)
    uncertain = any("?" in part or "%" in part for part in marks)
    return EdtfInterval(text, days[0], days[1], (days,), (window,), bool(approximate), uncertain)


def _marks(match: re.Match[str], first: int, last: int) -> str:
    return (match[first] or "") + (match[last] or "")


def _masked_days(year: str, month: str | None, day: str | None, whole: str, offset: int) -> Days | None:
    """The first and last day that a masked date allows; None where no digit of the year is known."""
    if year == "XXXX":
        if (month or "XX") != "XX" and not _fitting(month or "", 1, 12):
            raise EdtfError(f"{whole!r}: {month} at place {offset + 6} is no month")
        if day is not None and month is not None and not any(_fitting(day, 1, _length(2000, m)) for m in _fitting(month, 1, 12)):
            raise EdtfError(f"{whole!r}: {day} at place {offset + 9} is no day of that month")
        return None
    years = _fitting(year, 1, 9999)
    lo = next((found for y in years if (found := _extreme_day(y, month, day, first=True))), None)
    hi = next((found for y in reversed(years) if (found := _extreme_day(y, month, day, first=False))), None)
    if lo is None or hi is None:
        raise EdtfError(f"{whole!r}: no day fits {'-'.join(part for part in (year, month, day) if part)} at place {offset + 1}")
    return lo, hi


def _extreme_day(year: int, month: str | None, day: str | None, *, first: bool) -> date | None:
    months = _fitting(month or "XX", 1, 12)
    for m in months if first else reversed(months):
        days = _fitting(day or "XX", 1, _length(year, m))
        if days:
            return date(year, m, days[0] if first else days[-1])
    return None


def _fitting(mask: str, low: int, high: int) -> list[int]:
    if mask.isdigit():
        return [int(mask)] if low <= int(mask) <= high else []
    if set(mask) == {"X"}:
        return list(range(low, high + 1))
    digits = mask.rstrip("X")
    if digits.isdigit():
        width = 10 ** (len(mask) - len(digits))
        return list(range(max(low, int(digits) * width), min(high, int(digits) * width + width - 1) + 1))
    return [n for n in range(low, high + 1) if all(a in ("X", b) for a, b in zip(mask, str(n).zfill(len(mask)), strict=True))]


def _loosened(days: Days, finest: int, year: str) -> Days:
    """Widen by the tolerance of the finest component that is approximate: 0 the year, 1 the month, 2 the day."""
    if finest == 2:
        return _widened(days, lambda day, by: day + timedelta(days=by), TOLERANCE_DAYS)
    if finest == 1:
        return _widened(days, _shift_months, TOLERANCE_MONTHS)
    years = TOLERANCE_YEARS_CENTURY if year.endswith("XX") else TOLERANCE_YEARS
    return _widened(days, _shift_months, 12 * years)


def _widened(days: Days, shift: Callable[[date, int], date], by: int) -> Days:
    def moved(day: date | None, step: int, edge: date) -> date | None:
        try:
            return None if day is None else shift(day, step)
        except (OverflowError, ValueError):
            return edge

    return moved(days[0], -by, date.min), moved(days[1], by, date.max)


def _shift_months(day: date, months: int) -> date:
    """The same day so many months on; a month's last day stays a last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    length = monthrange(year, month + 1)[1]
    is_last = day.day == _length(day.year, day.month)
    return date(year, month + 1, length if is_last else min(day.day, length))


def _parse_range(text: str) -> EdtfInterval:
    left, _, right = text.partition("/")
    if "/" in right:
        raise EdtfError(f"{text!r}: a second / at place {len(left) + right.index('/') + 2}")
    if not left and not right:
        raise EdtfError(f"{text!r}: both ends are missing; write ../.. for an interval open at both ends")
    start = None if left in ("", "..") else _end_of_range(left, text, 0)
    end = None if right in ("", "..") else _end_of_range(right, text, len(left) + 1)
    lo, hi = None if start is None else start.lo, None if end is None else end.hi
    if lo is not None and hi is not None and lo > hi:
        raise EdtfError(f"{text!r}: the interval ends before it begins")
    if (start is not None and not start.parts) or (end is not None and not end.parts):
        return EdtfInterval(text, lo, hi, () if lo is hi is None else ((lo, hi),), () if lo is hi is None else ((lo, hi),))
    window = (None if start is None else start.windows[0][0], None if end is None else end.windows[-1][1])
    ends = [side for side in (start, end) if side is not None]
    return EdtfInterval(text, lo, hi, ((lo, hi),), (window,), any(side.approximate for side in ends), any(side.uncertain for side in ends))


def _end_of_range(text: str, whole: str, offset: int) -> EdtfInterval:
    return _parse_component(text, whole, offset)


def _parse_set(text: str) -> EdtfInterval:
    closing = {"[": "]", "{": "}"}[text[0]]
    if len(text) < 3 or text[-1] != closing:
        raise EdtfError(f"{text!r}: the set that opens at place 1 does not end with {closing}")
    parts: list[Days] = []
    windows: list[Days] = []
    members: list[EdtfInterval] = []
    at = 1
    for member in text[1:-1].split(","):
        stripped = member.strip()
        if ".." in stripped and stripped != "..":
            first, _, last = stripped.partition("..")
            one = _parse_range(f"{first or '..'}/{last or '..'}")
        else:
            one = _parse_component(stripped, text, at)
        at += len(member) + 1
        members.append(one)
        parts.extend(one.parts)
        windows.extend(one.windows)
    lo = None if any(days[0] is None for days in parts) or not parts else min(days[0] for days in parts if days[0] is not None)
    hi = None if any(days[1] is None for days in parts) or not parts else max(days[1] for days in parts if days[1] is not None)
    known = all(member.parts for member in members)
    approximate, uncertain = any(one.approximate for one in members), any(one.uncertain for one in members)
    return EdtfInterval(text, lo, hi, tuple(parts) if known else (), tuple(windows) if known else (), approximate, uncertain)
