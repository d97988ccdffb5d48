"""Times are compared as interval logic has it, exactly, and widened only where the question is whether two can both be right."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.errors import EdtfError
from testimonia.model.valid_time import ValidTime, before, compatible, contains, contradicts, overlaps, valid_time

D = date.fromisoformat


def within(edtf):
    return valid_time(edtf, mode="within")


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
    """Dates, masks, seasons, intervals and sets between 1999 and 2002, with the set of their days from 1998 to 2003."""
    day, other = draw(DAYS), draw(DAYS)
    first, last = sorted((day, other))
    iso = f"{day}"
    universe = [D("1998-01-01") + timedelta(days=n) for n in range(6 * 365 + 1)]
    forms = {
        "day": (iso, lambda d: d == day),
        "month": (iso[:7], lambda d: f"{d}"[:7] == iso[:7]),
        "year": (iso[:4], lambda d: d.year == day.year),
        "monthless": (f"{day.year}-XX-{iso[8:]}", lambda d: d.year == day.year and d.day == day.day),
        "dayless": (f"{iso[:8]}XX", lambda d: f"{d}"[:7] == iso[:7]),
        "summer": (f"{day.year}-22", lambda d: d.year == day.year and 6 <= d.month <= 8),
        "range": (f"{first}/{last}", lambda d: first <= d <= last),
        "doubted": (f"{first}?/{last}", lambda d: first <= d <= last),
        "after": (f"{day}/..", lambda d: d >= day),
        "until": (f"../{day}", lambda d: d <= day),
        "set": (f"[{first},{last}]", lambda d: d in (first, last)),
        "all": (f"{{{first}..{last},1999}}", lambda d: first <= d <= last or d.year == 1999),
    }
    edtf, fits = forms[draw(st.sampled_from(sorted(forms)))]
    return edtf, {d for d in universe if fits(d)}


@given(expressions(), expressions())
def test_the_algebra_is_that_of_sets_of_days(left, right):
    a, b = within(left[0]), within(right[0])
    assert overlaps(a, b) is bool(left[1] & right[1])
    assert compatible(a, b) is not contradicts(a, b)
    if "-22" not in left[0] + right[0]:  # seasons are widened where two must agree
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


def test_a_valid_time_carries_its_bounds_mode_and_basis():
    assert valid_time("2005", mode="within", basis="derived") == ValidTime("2005", D("2005-01-01"), D("2005-12-31"), "within", "derived")
    with pytest.raises(EdtfError):
        valid_time("soon", mode="within")


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("2004-XX-15", "2004-06-15", True),
        ("2004-XX-15", "2004-06-20", False),
        ("2004", "2004-XX-15", True),
        ("2004-XX", "2004-XX-15", True),
        ("199X-12-25", "1994-12-25", True),
        ("199X-12-25", "1994", False),
    ],
)
def test_a_mask_covers_the_days_that_it_fits_and_no_others(outer, inner, expected):
    assert contains(within(outer), within(inner)) is expected


def test_two_masks_may_share_no_day():
    assert not overlaps(within("2004-XX-15"), within("2004-XX-16")) and contradicts(within("2004-XX-15"), within("2004-06-20"))
    assert overlaps(within("2004-XX-15"), within("2004-06"))


@given(expressions(), expressions())
def test_overlap_and_contradiction_do_not_depend_on_the_order(left, right):
    a, b = within(left[0]), within(right[0])
    assert overlaps(a, b) is overlaps(b, a) and contradicts(a, b) is contradicts(b, a) and compatible(a, b) is compatible(b, a)
    assert not (before(a, b) and before(b, a))


@given(expressions(), expressions(), expressions())
def test_before_is_transitive(one, two, three):
    a, b, c = within(one[0]), within(two[0]), within(three[0])
    assert not (before(a, b) and before(b, c)) or before(a, c)
