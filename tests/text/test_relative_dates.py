"""Relative dates need what they count from as exactly as they count."""

from datetime import date

import pytest

from testimonia.model.valid_time import parse_edtf
from testimonia.text.date_parts import DatePart
from testimonia.text.narrative import Narrative
from testimonia.text.relative_dates import relative_date, shifted


def part(kind, **fields):
    return DatePart(0, 1, kind, **fields)


@pytest.mark.parametrize(
    ("asked", "published", "expected"),
    [
        (part("today", word="yesterday"), "2019-03-01", "2019-02-28"),
        (part("today", word="today"), "2019-03", None),
        (part("weekday", weekday=3), "2019-02-20", "2019-02-14"),
        (part("weekday", weekday=2, word="last"), "2019-02-20", "2019-02-13"),
        (part("weekday", weekday=2, word="next"), "2019-02-20", "2019-02-27"),
        (part("ago", unit="month", count=2, word="ago"), "2019-01-31", "2018-11"),
        (part("ago", unit="year", count=3, word="ago"), "2019", "2016"),
        (part("ago", unit="week", count=2, word="ago"), "2019-02-20", "2019-02-06~"),
        (part("nearby", unit="week", word="last"), "2019-02-20", "2019-02-11/2019-02-17"),
        (part("nearby", unit="month", word="last"), "2019", None),
        (part("past", unit="year", count=2), "2019-02-20", "2017~/2019-02-20"),
        (part("ago", unit="year", count=9999, word="ago"), "2019", None),
    ],
)
def test_dates_that_count_from_publication(asked, published, expected):
    assert relative_date(asked, parse_edtf(published), Narrative()) == expected


def test_without_publication_and_narrative_nothing_is_said():
    assert relative_date(part("today", word="yesterday"), None, Narrative()) is None
    assert relative_date(part("shift", unit="day", count=2, word="later"), None, Narrative()) is None


@pytest.mark.parametrize(
    ("day", "count", "unit", "expected"),
    [
        (date(2020, 1, 31), 1, "month", date(2020, 2, 29)),
        (date(2020, 2, 29), 1, "year", date(2021, 2, 28)),
        (date(2020, 2, 29), -1, "decade", date(2010, 2, 28)),
        (date(9999, 12, 31), 1, "day", None),
    ],
)
def test_shifting_keeps_to_the_calendar(day, count, unit, expected):
    assert shifted(day, count, unit) == expected
