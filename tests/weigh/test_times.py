"""Times: spans, gaps and groups that share a day."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from testimonia.model.valid_time import valid_time
from testimonia.weigh.times import EARLIEST, LATEST, covers, gap, meet, span_of, stab, window_of

SPANS = st.tuples(st.integers(0, 300), st.integers(0, 60)).map(lambda pair: (pair[0], pair[0] + pair[1]))


def test_an_open_end_allows_every_day_on_that_side():
    assert span_of(valid_time("2007/..", mode="throughout")) == (date(2007, 1, 1).toordinal(), LATEST)
    assert span_of(valid_time("../2007", mode="within")) == (EARLIEST, date(2007, 12, 31).toordinal())


def test_a_date_without_a_year_is_no_span():
    assert span_of(valid_time("XXXX-09-26", mode="within")) is None
    assert span_of(None) is None


def test_an_approximate_date_has_a_wider_window_than_span():
    when = valid_time("1999~", mode="within")
    assert covers(window_of(when) or (1, 0), span_of(when) or (0, 1))
    assert window_of(when) != span_of(when)
    assert window_of(valid_time("1999", mode="within")) == span_of(valid_time("1999", mode="within"))


@given(SPANS, SPANS)
def test_spans_meet_exactly_where_there_is_no_gap(left, right):
    assert meet(left, right) is (gap(left, right) == 0)


@given(st.dictionaries(st.integers(0, 40), SPANS, max_size=12))
def test_each_group_shares_a_day_and_every_key_stands_once(spans):
    groups = stab(spans)
    assert sorted(key for group in groups for key in group) == sorted(spans)
    for group in groups:
        assert max(spans[key][0] for key in group) <= min(spans[key][1] for key in group)
    ends = [min(spans[key][1] for key in group) for group in groups]
    assert all(max(spans[key][0] for key in later) > end for end, later in zip(ends, groups[1:], strict=False))
