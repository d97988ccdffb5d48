"""EDTF is parsed to exact days or refused with its place, fast."""

import re
from datetime import date, timedelta

import pytest
from edtf import parse_edtf as parse_oracle
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.errors import EdtfError
from testimonia.model.edtf import MAX_PARTS, parse_edtf

D = date.fromisoformat
BESIDE_THE_PACKAGE = settings(max_examples=30, deadline=None)
"""The package parses some tens of expressions a second."""


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
    ("edtf", "parts"),
    [
        ("199X", [("1990-01-01", "1999-12-31")]),
        ("2004-XX", [("2004-01-01", "2004-12-31")]),
        ("2004-1X", [("2004-10-01", "2004-12-31")]),
        ("2004-XX-31", [(f"2004-{month}-31", f"2004-{month}-31") for month in ("01", "03", "05", "07", "08", "10", "12")]),
        ("200X-02-29", [("2000-02-29", "2000-02-29"), ("2004-02-29", "2004-02-29"), ("2008-02-29", "2008-02-29")]),
        ("2004-06-1X", [("2004-06-10", "2004-06-19")]),
        ("2004-06-X1", [(f"2004-06-{day}", f"2004-06-{day}") for day in ("01", "11", "21")]),
        ("[1994,1996-03]", [("1994-01-01", "1994-12-31"), ("1996-03-01", "1996-03-31")]),
        ("XXXX-09-26", []),
    ],
)
def test_masks_and_sets_have_a_part_for_each_run_of_days(edtf, parts):
    assert parse_edtf(edtf).parts == tuple((D(lo), D(hi)) for lo, hi in parts)


def test_a_mask_that_tells_next_to_nothing_is_refused():
    assert len(parse_edtf("19XX-XX-15").parts) == MAX_PARTS
    with pytest.raises(EdtfError, match="leaves too much open"):
        parse_edtf("1XXX-XX-15")


@pytest.mark.parametrize(
    ("edtf", "lo", "hi"),
    [
        ("2005", "2005-01-01", "2005-12-31"),
        ("2005~", "2004-01-01", "2006-12-31"),
        ("2005?", "2005-01-01", "2005-12-31"),
        ("199X~", "1989-01-01", "2000-12-31"),
        ("19XX~", "1890-01-01", "2009-12-31"),
        ("2005-02~", "2005-01-01", "2005-03-31"),
        ("2005-03-30~", "2005-03-27", "2005-04-02"),
        ("2005~-03-30", "2004-03-30", "2006-03-30"),
        ("2005-21", "2004-09-01", "2005-11-30"),
        ("2004/2005-02~", "2004-01-01", "2005-03-31"),
        ("0001-01-02~", "0001-01-01", "0001-01-05"),
        ("9999-12~", "9999-11-01", "9999-12-31"),
    ],
)
def test_windows_are_widened_where_the_date_is_approximate(edtf, lo, hi):
    assert parse_edtf(edtf).windows == ((D(lo), D(hi)),)


masks = st.sampled_from(["XX", "X1", "1X", "0X", "2X", "X9", "3X"])
pairs = st.one_of(masks, st.integers(1, 31).map(lambda n: f"{n:02d}"))


UNIVERSE = [(day, day.isoformat()) for day in (date(2000, 1, 1) + timedelta(days=n) for n in range(36_525))]


@settings(deadline=None)  # every day of the century is looked at
@given(st.sampled_from(["2003", "2004", "200X", "20X4"]), pairs, pairs)
def test_a_masked_date_covers_just_the_days_that_it_fits(year, month, day):
    mask = f"{year}-{month}-{day}"
    shape = re.compile(mask.replace("X", "."))
    fits = {day for day, iso in UNIVERSE if shape.match(iso)}
    if not fits:
        with pytest.raises(EdtfError):
            parse_edtf(mask)
        return
    interval = parse_edtf(mask)
    assert {lo + timedelta(days=n) for lo, hi in interval.parts for n in range((hi - lo).days + 1)} == fits
    assert (interval.lo, interval.hi) == (min(fits), max(fits))


@BESIDE_THE_PACKAGE
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


@BESIDE_THE_PACKAGE
@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2050, 12, 31)),
    st.dates(min_value=date(1900, 1, 1), max_value=date(2050, 12, 31)),
    st.sampled_from([4, 7, 10]),
)
def test_intervals_agree_with_the_edtf_package(one, other, length):
    first, last = sorted((one.isoformat()[:length], other.isoformat()[:length]))
    oracle, interval = parse_oracle(f"{first}/{last}"), parse_edtf(f"{first}/{last}")
    assert interval.lo is not None and interval.hi is not None
    assert tuple(oracle.lower_strict())[:3] == (interval.lo.year, interval.lo.month, interval.lo.day)
    assert tuple(oracle.upper_strict())[:3] == (interval.hi.year, interval.hi.month, interval.hi.day)


@BESIDE_THE_PACKAGE
@given(st.integers(1000, 9000), st.sampled_from([21, 22, 23]))
def test_seasons_within_a_year_agree_with_the_edtf_package(year, season):
    oracle, interval = parse_oracle(f"{year}-{season}"), parse_edtf(f"{year}-{season}")
    assert interval.lo is not None and interval.hi is not None
    assert tuple(oracle.lower_strict())[:2] == (interval.lo.year, interval.lo.month)
    assert tuple(oracle.upper_strict())[:2] == (interval.hi.year, interval.hi.month)


@BESIDE_THE_PACKAGE
@given(st.integers(100, 999), st.sampled_from(["X", "X~", "X?"]))
def test_decades_agree_with_the_edtf_package(decade, mark):
    oracle, interval = parse_oracle(f"{decade}{mark}"), parse_edtf(f"{decade}{mark}")
    assert interval.lo is not None and interval.hi is not None
    assert (oracle.lower_strict()[0], oracle.upper_strict()[0]) == (interval.lo.year, interval.hi.year)
