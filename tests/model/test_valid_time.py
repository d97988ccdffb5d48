"""EDTF is parsed to exact days, refused with its place, and compared as interval logic has it."""

import time
from datetime import date, timedelta

import pytest
from edtf import parse_edtf as parse_oracle
from hypothesis import given
from hypothesis import strategies as st

from testimonia.errors import EdtfError
from testimonia.model.valid_time import ValidTime, before, compatible, contains, contradicts, overlaps, parse_edtf, valid_time

D = date.fromisoformat


def within(edtf):
    return valid_time(edtf, mode="within")


@pytest.mark.parametrize(
    ("edtf", "lo", "hi"),
    [
        ("2018-03-30", "2018-03-30", "2018-03-30"),
        ("2005", "2005-01-01", "2005-12-31"),
        ("2004-02", "2004-02-01", "2004-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-09~", "2000-09-01", "2000-09-30"),
        ("2010/2011", "2010-01-01", "2011-12-31"),
        ("2010-05/2011-06-03", "2010-05-01", "2011-06-03"),
        ("../2007", None, "2007-12-31"),
        ("2023-10-07/..", "2023-10-07", None),
        ("2007/", "2007-01-01", None),
        ("/2007", None, "2007-12-31"),
        ("../..", None, None),
        ("XXXX-09-26", None, None),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2004-XX", "2004-01-01", "2004-12-31"),
        ("2004-06-XX", "2004-06-01", "2004-06-30"),
        ("2004-XX-31", "2004-01-31", "2004-12-31"),
        ("156X-12-25", "1560-12-25", "1569-12-25"),
        ("2003-0X-29", "2003-01-29", "2003-09-29"),
        ("2011-21", "2011-03-01", "2011-05-31"),
        ("2011-24", "2011-12-01", "2012-02-29"),
        ("2004-06~-11", "2004-06-11", "2004-06-11"),
        ("?2004-06-~11", "2004-06-11", "2004-06-11"),
        ("2001-09-11T10:00:00Z", "2001-09-11", "2001-09-11"),
        ("[1994,1996]", "1994-01-01", "1996-12-31"),
        ("[1667,1670..1672]", "1667-01-01", "1672-12-31"),
        ("[..1984]", None, "1984-12-31"),
        ("{1960,1961-12}", "1960-01-01", "1961-12-31"),
        ("[2012-03-04, 2012-04-03]", "2012-03-04", "2012-04-03"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
    ],
)
def test_the_first_and_last_day_are_exact(edtf, lo, hi):
    interval = parse_edtf(edtf)
    assert (interval.lo, interval.hi) == (None if lo is None else D(lo), None if hi is None else D(hi))


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("2003-02-29", "no day"),
        ("2004-13", "place 6"),
        ("2001-36", "place 6"),
        ("0000", "0001 to 9999"),
        ("Y17000", "place 1"),
        ("-0044", "place 1"),
        ("2004-6", "place 1"),
        ("2011/2010", "ends before it begins"),
        ("2011/x", "place 6"),
        ("/", "both ends"),
        ("", "place 1"),
        ("2003-02-3X", "no day fits"),
        ("XXXX-02-30", "place 9"),
        ("XXXX-13", "place 6"),
        ("[2004,", "does not end"),
        ("[2004,20x4]", "place 7"),
        ("2004/2005/2006", "second / at place 10"),
        ("٢٠٠٤", "place 1"),
        ("2004\n", "place 1"),
    ],
)
def test_what_is_no_edtf_is_refused_with_its_place(edtf, told):
    with pytest.raises(EdtfError, match=told):
        parse_edtf(edtf)


@pytest.mark.parametrize(
    ("edtf", "approximate", "uncertain"),
    [("2005", 0, 0), ("2005~", 1, 0), ("2005?", 0, 1), ("2005%", 1, 1), ("2004/2005~", 1, 0), ("?2004-06", 0, 1)],
)
def test_qualifiers_are_kept(edtf, approximate, uncertain):
    interval = parse_edtf(edtf)
    assert (interval.approximate, interval.uncertain) == (bool(approximate), bool(uncertain))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("1969", "1970", True),
        ("1969~", "1970", False),
        ("1969~", "1971", True),
        ("2000-09~", "2000-10", False),
        ("2000-09~", "2000-11", True),
        ("2018-03-30~", "2018-04-02", False),
        ("2018-03-30~", "2018-04-03", True),
        ("199X~", "2000", False),
        ("19XX~", "2009", False),
        ("2005", "2005-06-03", False),
        ("2005?", "2006", True),
        ("../2007", "2006", False),
        ("../2007", "2008", True),
        ("[1994,1996]", "1995", True),
        ("[1994,1996]", "1996-05", False),
        ("XXXX-09-26", "2011", False),
        ("2011-21", "2011-10", False),
        ("2011-21", "2013", True),
    ],
)
def test_times_of_one_happening_contradict_only_if_no_day_fits_both(left, right, expected):
    assert contradicts(within(left), within(right)) is contradicts(within(right), within(left)) is expected
    assert compatible(within(left), within(right)) is not expected


def test_what_held_throughout_two_times_is_no_contradiction():
    left, right = valid_time("2005", mode="throughout"), valid_time("2010", mode="throughout")
    assert not contradicts(left, right) and not overlaps(left, right)


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("2005/..", "2007", True),
        ("2005/", "2007", False),
        ("2005/", "2005-03", True),
        ("2005", "2005/..", False),
        ("../..", "../2007", True),
        ("[1994,1995]", "1994-12/1995-01", True),
        ("[1994,1996]", "1994/1996", False),
        ("XXXX-09-26", "2011-09-26", False),
        ("2011", "XXXX-09-26", False),
        ("../", "2011", False),
    ],
)
def test_a_time_contains_another_only_if_it_surely_does(outer, inner, expected):
    assert contains(within(outer), within(inner)) is expected


def test_before_needs_both_bounds():
    assert before(within("2004"), within("2005"))
    assert not before(within("2004/.."), within("2005")) and not before(within("2005"), within("../2006"))


DAYS = st.dates(min_value=D("1999-01-01"), max_value=D("2002-12-31"))


@st.composite
def expressions(draw):
    """Plain dates, intervals and sets between 1999 and 2002, with the set of their days from 1998 to 2003."""
    day = draw(DAYS)
    other = draw(DAYS)
    first, last = sorted((day, other))
    form = draw(st.sampled_from(["day", "month", "year", "range", "after", "until", "set"]))
    universe = [D("1998-01-01") + timedelta(days=n) for n in range(6 * 365 + 1)]
    edtf, fits = {
        "day": (f"{day}", lambda d: d == day),
        "month": (f"{day}"[:7], lambda d: f"{d}"[:7] == f"{day}"[:7]),
        "year": (f"{day.year}", lambda d: d.year == day.year),
        "range": (f"{first}/{last}", lambda d: first <= d <= last),
        "after": (f"{day}/..", lambda d: d >= day),
        "until": (f"../{day}", lambda d: d <= day),
        "set": (f"[{first},{last}]", lambda d: d in (first, last)),
    }[form]
    return edtf, {d for d in universe if fits(d)}


@given(expressions(), expressions())
def test_the_algebra_is_that_of_sets_of_days(left, right):
    a, b = within(left[0]), within(right[0])
    assert overlaps(a, b) is bool(left[1] & right[1])
    assert contradicts(a, b) is not overlaps(a, b)
    assert contains(a, b) is (right[1] <= left[1] and not (b.lo is None and a.lo is not None) and not (b.hi is None and a.hi is not None))
    if a.hi is not None and b.lo is not None:
        assert before(a, b) is (max(left[1]) < min(right[1]))
    assert not (before(a, b) and overlaps(a, b))


@given(expressions(), expressions(), expressions())
def test_containing_is_transitive_and_keeps_overlap(one, two, three):
    a, b, c = within(one[0]), within(two[0]), within(three[0])
    assert contains(a, a)
    assert not (contains(a, b) and contains(b, c)) or contains(a, c)
    assert not contains(a, b) or overlaps(a, b)


@given(st.dates(min_value=date(1, 1, 2), max_value=date(9998, 12, 30)), st.sampled_from([4, 7, 10]), st.sampled_from(["", "?", "~", "%"]))
def test_bounds_agree_with_the_edtf_package_where_it_is_right(day, length, mark):
    edtf = day.isoformat()[:length]
    oracle = parse_oracle(edtf + mark)
    interval = parse_edtf(edtf + mark)
    assert interval.lo is not None and interval.hi is not None
    assert tuple(oracle.lower_strict())[:3] == (interval.lo.year, interval.lo.month, interval.lo.day)
    assert tuple(oracle.upper_strict())[:3] == (interval.hi.year, interval.hi.month, interval.hi.day)


@given(st.text(alphabet="0123456789X-/.[]{},~?%T:Z", max_size=24))
def test_any_text_is_parsed_or_refused(text):
    try:
        interval = parse_edtf(text)
    except EdtfError:
        return
    assert interval.edtf == text
    assert interval.lo is None or interval.hi is None or interval.lo <= interval.hi


def test_parsing_is_fast_enough_to_be_done_anywhere():
    mix = ["2018-03-30", "2005", "2000-09~", "2010/2011", "../2007", "2023-10-07/..", "199X", "2024-02-19"]
    best = min(_seconds(mix) for _ in range(5))
    assert len(mix) * 500 / best > 60_000  # a third of what one idle core does: machines are shared


def _seconds(expressions):
    start = time.process_time()
    for _ in range(500):
        for edtf in expressions:
            parse_edtf(edtf)
    return time.process_time() - start


def test_a_valid_time_carries_its_bounds_mode_and_basis():
    assert valid_time("2005", mode="within", basis="derived") == ValidTime("2005", D("2005-01-01"), D("2005-12-31"), "within", "derived")
    with pytest.raises(EdtfError):
        valid_time("soon", mode="within")
