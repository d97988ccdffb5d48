"""Agreement: on what exactly claims that agree agree, which is never more than the least exact of them states.

September 1977 and 1977 agree on the year; 3,000 at least and 4,000 agree on 3,000 at least. Of what holds through a time, two claims agree
on the days that both cover.
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from testimonia.model.claim import Attribution, Value
from testimonia.model.finding import Agreed, AgreedOn
from testimonia.model.kinds import STANCES, Stance
from testimonia.model.valid_time import ValidTime
from testimonia.weigh.times import EARLIEST, LATEST, span_of


def stances_of(attributions: Iterable[Attribution]) -> tuple[tuple[Stance, int], ...]:
    """Count the stances of claims or reports.

    Args:
        attributions: Their chains of voices.

    Returns:
        Stances with their numbers, in the codebook's order; those that nobody takes are left out.
    """
    counted = Counter(attribution.stance for attribution in attributions)
    return tuple((stance, counted[stance]) for stance in STANCES if counted[stance])


def agreed_time(times: Sequence[ValidTime | None]) -> Agreed | None:
    """Say on what time claims agree.

    Args:
        times: The valid times of claims that agree, None for those that state none.

    Returns:
        For happenings the day, month, year or period within which all put them; for what lasts the days that all cover. None where a claim
        states no time, or some tell of a day and others of a time that lasts.
    """
    spans = [span for span in map(span_of, times) if span is not None]
    modes = {when.mode for when in times if when is not None}
    if not spans or len(spans) < len(times) or len(modes) > 1:
        return None
    if modes == {"within"}:
        return _unit_around(min(lo for lo, _ in spans), max(hi for _, hi in spans))
    start, end = max(lo for lo, _ in spans), min(hi for _, hi in spans)
    return None if start > end or (start == EARLIEST and end == LATEST) else _exactly(start, end)


def agreed_figure(values: Sequence[Value]) -> Agreed | None:
    """Say on which number claims agree.

    Args:
        values: What they count, all in one unit.

    Returns:
        The number, the range that holds what all say, or the bound that all keep to; None where they share none.
    """
    unit = values[0].unit if values else None
    lows = [value.low for value in values if value.low is not None]
    highs = [value.high for value in values if value.high is not None]
    low = min(lows) if lows and len(lows) == len(values) else None
    high = max(highs) if highs and len(highs) == len(values) else None
    if low is not None and high is not None:
        return Agreed("number", str(low), unit) if low == high else Agreed("range", f"{low}/{high}", unit)
    if low is not None:
        return Agreed("at_least", str(low), unit)
    return None if high is None else Agreed("at_most", str(high), unit)


def _unit_around(start: int, end: int) -> Agreed | None:
    """The day, month or year that holds all days from one to another, else the period from the one to the other."""
    if start == EARLIEST or end == LATEST:
        return None if start == EARLIEST and end == LATEST else _exactly(start, end)
    first, last = date.fromordinal(start), date.fromordinal(end)
    if first == last:
        return Agreed("day", first.isoformat())
    if (first.year, first.month) == (last.year, last.month):
        return Agreed("month", f"{first.year:04}-{first.month:02}")
    return Agreed("year", f"{first.year:04}") if first.year == last.year else _exactly(start, end)


def _exactly(start: int, end: int) -> Agreed:
    """A time from one day to another, written as coarsely as it allows."""
    first = None if start == EARLIEST else date.fromordinal(start)
    last = None if end == LATEST else date.fromordinal(end)
    months = (first is None or first.day == 1) and (last is None or last.day == monthrange(last.year, last.month)[1])
    years = months and (first is None or first.month == 1) and (last is None or last.month == 12)
    digits = 4 if years else 7 if months else 10
    one, two = (".." if day is None else day.isoformat()[:digits] for day in (first, last))
    units: dict[int, AgreedOn] = {4: "year", 7: "month", 10: "day"}
    return Agreed(units[digits], one) if one == two else Agreed("period", f"{one}/{two}")
