"""Filters become conditions with values; nothing that somebody writes becomes SQL."""

from datetime import date

import pytest

from testimonia.api.wanted import Wanted, first_day, last_day
from testimonia.errors import NameNotFoundError, RecordError


@pytest.mark.parametrize(
    ("time", "first", "last"),
    [
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2016-05-03", date(2016, 5, 3), date(2016, 5, 3)),
        ("2014/2016", date(2014, 1, 1), date(2016, 12, 31)),
        (date(2016, 5, 3), date(2016, 5, 3), date(2016, 5, 3)),
    ],
)
def test_a_time_has_a_first_and_a_last_day(time, first, last):
    assert (first_day(time), last_day(time)) == (first, last)


@pytest.mark.parametrize("time", ["", "May 2016", "2016-13", "yesterday"])
def test_what_is_no_time_is_refused(time):
    with pytest.raises(RecordError, match="no time that can be asked for"):
        Wanted().between(time, None)


def test_what_is_wanted_is_never_part_of_the_sql():
    wanted = Wanted().among("publisher", "x'; DROP TABLE claims; --").between("2016", None)
    assert "DROP" not in wanted.select("documents")
    assert wanted.values == (["x'; DROP TABLE claims; --"], date(2016, 1, 1))
    assert wanted.select("documents").count("?") == len(wanted.values)


def test_nothing_wanted_is_everything():
    assert Wanted().among("kind", None).between(None, None).select("actors") == 'SELECT * FROM "actors"'


def test_a_code_that_there_is_not_is_refused_with_those_that_there_are():
    with pytest.raises(NameNotFoundError, match="there is no 'c'; there are a, b"):
        Wanted().among("kind", ["a", "c"], of=("a", "b"))
