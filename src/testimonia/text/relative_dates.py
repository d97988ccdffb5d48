"""Dates that count from another: "yesterday" and "last year" from the publication date, "two days later" and "that year" from the
narrative."""

from calendar import monthrange
from datetime import date, timedelta

from testimonia.model.valid_time import EdtfInterval
from testimonia.text.date_parts import DatePart
from testimonia.text.narrative import Narrative


def relative_date(part: DatePart, published: EdtfInterval | None, narrative: Narrative) -> str | None:
    """Give the EDTF of a relative date.

    What it counts from must be known at least as exactly as the unit it counts in: "yesterday" needs the day of publication, "last year"
    its year.

    Args:
        part: The expression, of kind weekday, ago, nearby, past, shift or today.
        published: The publication date, None if unknown.
        narrative: Where the narrative stands.

    Returns:
        EDTF, or None where the text does not allow one.
    """
    writing = None if published is None or published.lo is None or published.hi is None else (published.lo, published.hi)
    try:
        if part.kind == "today":
            return (
                None
                if writing is None or writing[0] != writing[1]
                else str(writing[0] + timedelta(days={"yesterday": -1, "last night": -1, "tomorrow": 1}.get(part.word or "", 0)))
            )
        if part.kind == "weekday":
            return _weekday(part, writing)
        if part.kind == "ago":
            return _counted(part, writing, -(part.count or 0))
        if part.kind == "past":
            return _past(part, writing)
        if part.kind == "shift":
            return _counted(part, narrative.told, (part.count or 0) * (-1 if part.word == "earlier" else 1))
        if part.unit == "quarter":
            return _any_quarter(part, narrative.quarter)
        return _nearby(part, writing, narrative.told)
    except (OverflowError, ValueError):
        return None


def shifted(day: date, count: int, unit: str) -> date | None:
    """Give the day so many units later.

    Args:
        day: The day to count from.
        count: How many units, negative for earlier.
        unit: day, week, month, year or decade.

    Returns:
        The day, the last one of its month where the month is too short; None outside the calendar.
    """
    try:
        if unit in ("day", "week"):
            return day + timedelta(days=count * (7 if unit == "week" else 1))
        months = count * {"month": 1, "year": 12, "decade": 120}[unit]
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None


def _weekday(part: DatePart, writing: tuple[date, date] | None) -> str | None:
    """The weekday before publication, the day itself included unless "last" stands before it."""
    if writing is None or writing[0] != writing[1] or part.weekday is None:
        return None
    if part.word == "next":
        return str(writing[0] + timedelta(days=(part.weekday - writing[0].weekday() - 1) % 7 + 1))
    back = (writing[0].weekday() - part.weekday) % 7
    return str(writing[0] - timedelta(days=back + (7 if part.word == "last" and back == 0 else 0)))


def _counted(part: DatePart, base: tuple[date, date] | None, count: int) -> str | None:
    """So many units before or after; weeks are approximate unless there is one day to count from and days to count in."""
    if base is None or part.unit is None:
        return None
    first, last = base
    if part.unit in ("day", "week"):
        if first != last:
            return None
        moved = shifted(first, count, part.unit)
        return None if moved is None else str(moved) + ("~" if part.unit == "week" else "")
    if part.unit == "month":
        moved = shifted(first, count, "month")
        return None if moved is None or (last - first).days > 31 else str(moved)[:7]
    if first.year != last.year:
        return None
    moved = shifted(first, count, part.unit)
    return None if moved is None else f"{moved.year:04d}"


def _past(part: DatePart, writing: tuple[date, date] | None) -> str | None:
    """The stretch that ends with publication: over the past two years."""
    if writing is None or part.unit is None or part.count is None:
        return None
    begin = _counted(part, (writing[1], writing[1]), -part.count)
    return None if begin is None else f"{begin.rstrip('~')}~/{writing[1]}"


def _nearby(part: DatePart, writing: tuple[date, date] | None, told: tuple[date, date] | None) -> str | None:
    """Last, this and next count from publication; same, that, following and previous from the narrative."""
    from_narrative = part.word in ("same", "that", "following", "previous")
    base = (writing or told) if part.word == "the" else told if from_narrative else writing
    count = {"last": -1, "past": -1, "previous": -1, "next": 1, "following": 1}.get(part.word or "", 0)
    if base is None or part.unit in (None, "decade"):
        return None
    first, last = base
    if part.word == "the" and part.unit in ("year", "month"):
        return str(first)[: 4 if part.unit == "year" else 7] if (last - first).days <= 31 else None
    if part.unit == "season":
        return _season(part, first)
    if part.unit == "weekend":
        return _weekend(part, base)
    if part.unit == "week":
        if first != last:
            return None
        monday = first - timedelta(days=first.weekday()) + timedelta(days=7 * count)
        return f"{monday}/{monday + timedelta(days=6)}"
    if part.unit == "day" and part.word == "next":
        return None if told is None or told[0] != told[1] else str(told[0] + timedelta(days=1))
    if part.unit == "month" and (last - first).days >= monthrange(first.year, first.month)[1]:
        return None
    return _counted(part, base, count)


def _any_quarter(part: DatePart, quarter: tuple[date, date] | None) -> str | None:
    """The quarter told before, the one before it, or the same of the year before."""
    if quarter is None:
        return None
    months = {"year-earlier": -12, "previous": -3, "preceding": -3, "prior": -3}.get(part.word or "", 0)
    first, last = shifted(quarter[0], months, "month"), shifted(quarter[1], months, "month")
    return None if first is None or last is None else f"{str(first)[:7]}/{str(last)[:7]}"


def _season(part: DatePart, day: date) -> str | None:
    """This, the last or the next season as seen from a day; winter is told by the year in which it begins."""
    begins = {21: 3, 22: 6, 23: 9, 24: 12}[part.count or 21]
    year = day.year - 1 if begins == 12 and day.month < 3 else day.year
    has_ended = day >= (shifted(date(year, begins, 1), 3, "month") or day)
    if part.word == "last" and not has_ended:
        year -= 1
    if part.word == "past" and day < date(year, begins, 1):
        year -= 1
    if part.word == "next" and day >= date(year, begins, 1):
        year += 1
    return f"{year:04d}-{part.count}"


def _weekend(part: DatePart, base: tuple[date, date]) -> str | None:
    """The weekend before a day, the one that it falls in, or the coming one."""
    first, last = base
    if first != last:
        return None
    saturday = first + timedelta(days=(5 - first.weekday()) % 7 if first.weekday() < 5 else 5 - first.weekday())
    if part.word in ("last", "past") or (part.word == "the" and first.weekday() < 5):
        saturday -= timedelta(days=7)
    return f"{saturday}/{saturday + timedelta(days=1)}"
