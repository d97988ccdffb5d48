"""The days that a document's own date leaves an event report without one, for comparing reports alone.

A document's date is an upper bound and never the event's date. But news tells of what is new: an undated report and a dated one are more
likely one happening if the day lies in the week before publication, and "1 February" in a paper of 3 February 2014 is hardly of another
year. Nothing of this is ever written into a report.
"""

from datetime import date

from testimonia.errors import TestimoniaError
from testimonia.model.valid_time import ValidTime, parse_edtf
from testimonia.weigh.times import Span

NEWS_DAYS = 7
"""Days before publication of which news without a date tells."""

YEARLESS = "XXXX-"
"""How a day without a year begins in EDTF."""


def supposed_span(when: ValidTime | None, *, published: str | None) -> Span | None:
    """Say which days a report without a year or a date most likely means.

    Args:
        when: Its time, None where it states none.
        published: The date of its document, EDTF.

    Returns:
        The last such day before publication; of undated reports the week before it; None where the document is not dated to the day.

    Example:
        >>> from testimonia.model.valid_time import valid_time
        >>> lo, hi = supposed_span(valid_time("XXXX-12-30", mode="within"), published="2014-01-03")
        >>> date.fromordinal(lo).isoformat(), lo == hi
        ('2013-12-30', True)
    """
    day = _day(published)
    if day is None:
        return None
    if when is None:
        return day.toordinal() - NEWS_DAYS, day.toordinal()
    if not when.edtf.startswith(YEARLESS) or len(when.edtf) != len("XXXX-12-30"):
        return None
    found = [meant for year in (day.year, day.year - 1) if (meant := _day(f"{year}{when.edtf[4:]}")) is not None and meant <= day]
    return (found[0].toordinal(), found[0].toordinal()) if found else None


def _day(edtf: str | None) -> date | None:
    """Give the day that an EDTF expression names, None where it is missing, wider or none that we read."""
    try:
        interval = None if edtf is None else parse_edtf(edtf)
    except TestimoniaError:
        return None
    return None if interval is None or interval.lo != interval.hi else interval.lo
