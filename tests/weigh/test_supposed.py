"""Supposed days: what a document's date leaves an undated report, and nothing where it leaves all."""

from datetime import date

import pytest

from testimonia.model.valid_time import valid_time
from testimonia.weigh.supposed import supposed_span


def supposed(edtf, published):
    span = supposed_span(None if edtf is None else valid_time(edtf, mode="within"), published=published)
    return span if span is None else tuple(date.fromordinal(day).isoformat() for day in span)


@pytest.mark.parametrize(
    ("edtf", "published", "days"),
    [
        (None, "2015-06-01", ("2015-05-25", "2015-06-01")),
        (None, "2015-06", None),
        (None, None, None),
        (None, "last spring", None),
        ("XXXX-05-30", "2015-06-01", ("2015-05-30", "2015-05-30")),
        ("XXXX-12-30", "2015-01-02", ("2014-12-30", "2014-12-30")),
        ("XXXX-02-29", "2016-03-01", ("2016-02-29", "2016-02-29")),
        ("XXXX-02-29", "2015-03-01", None),
        ("XXXX-05-30", "2015", None),
        ("../2014", "2015-06-01", None),
    ],
)
def test_only_news_dated_to_the_day_leaves_a_week_or_a_day(edtf, published, days):
    assert supposed(edtf, published) == days
