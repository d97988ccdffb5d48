"""Hijri dates come out as approximate Gregorian ones, or not at all."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.model.valid_time import parse_edtf
from testimonia.text.hijri import YEARS, find_hijri_dates, has_hijri_dates


def read(text):
    return [found.edtf for found in find_hijri_dates(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 Muharram 1445", date(2023, 7, 19)),
        ("1 Ramadan 1445", date(2024, 3, 11)),
        ("1 Shawwal 1442", date(2021, 5, 13)),
        ("Muharram 1, 1400 AH", date(1979, 11, 21)),
    ],
)
def test_days_lie_within_a_day_of_the_published_calendar(text, day):
    [edtf] = read(text)
    assert edtf.endswith("~")
    assert abs(date.fromisoformat(edtf[:10]) - day) <= timedelta(days=1)


@given(st.sampled_from(list(YEARS)), st.sampled_from(["Muharram", "Safar", "Rabi al-Thani", "Rajab", "Dhu al-Hijja"]))
def test_a_month_is_an_approximate_interval_of_its_length(year, month):
    [edtf] = read(f"{month} {year}")
    interval = parse_edtf(edtf)
    assert interval.approximate
    assert (interval.hi - interval.lo).days in (28, 29)


@pytest.mark.parametrize("text", ["in Ramadan 2014", "in Ramadan", "Flight 1435", "at 1435 hours", "1 Rajabs 1408", "31 Rajab 1408"])
def test_what_names_no_hijri_date_gives_none(text):
    assert read(text) == []


def test_a_text_tells_whether_it_has_any():
    assert has_hijri_dates("It was founded in 1408 AH.")
    assert not has_hijri_dates("It was founded in 1988.")
