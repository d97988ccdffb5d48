"""Agreement: never more than the least exact states."""

import pytest

from testimonia.model.claim import Attribution, Value
from testimonia.model.valid_time import valid_time
from testimonia.weigh.agreement import agreed_figure, agreed_time, stances_of


@pytest.mark.parametrize(
    ("times", "mode", "expect"),
    [
        (["1977-09", "1977"], "within", ("year", "1977")),
        (["1977-09-03", "1977-09-03"], "within", ("day", "1977-09-03")),
        (["1977-12", "1978-01"], "within", ("period", "1977-12/1978-01")),
        (["1977-12-30", "1978-01"], "within", ("period", "1977-12-30/1978-01-31")),
        (["../1977", "1975"], "within", ("period", "../1977")),
        (["2001/2003", "2002/2005"], "throughout", ("period", "2002/2003")),
        (["2001/..", "2003/.."], "throughout", ("period", "2003/..")),
        (["2001", "2000/2004"], "throughout", ("year", "2001")),
    ],
)
def test_times_agree_on_the_least_exact_or_on_the_days_that_both_cover(times, mode, expect):
    agreed = agreed_time([valid_time(time, mode=mode) for time in times])
    assert agreed is not None
    assert (agreed.on, agreed.value) == expect


def test_nothing_is_agreed_where_one_states_no_time_or_tells_of_another_kind_of_time():
    year, lasting = valid_time("1977", mode="within"), valid_time("1970/..", mode="throughout")
    assert [agreed_time(times) for times in ([], [None], [year, None], [year, lasting])] == [None] * 4


@pytest.mark.parametrize(
    ("bounds", "expect"),
    [
        ([(40, 40), (40, 40)], ("number", "40")),
        ([(40, 40), (30, 50)], ("range", "30/50")),
        ([(30, None), (40, 40)], ("at_least", "30")),
        ([(None, 50), (40, 40)], ("at_most", "50")),
        ([(30, None), (None, 50)], None),
    ],
)
def test_figures_agree_on_what_all_keep_to(bounds, expect):
    agreed = agreed_figure([Value(low=low, high=high, unit="members") for low, high in bounds])
    assert (None if agreed is None else (agreed.on, agreed.value)) == expect
    assert agreed is None or agreed.unit == "members"


def test_stances_are_counted_in_the_codebooks_order():
    said = [Attribution((), "claimed"), Attribution((), "asserted"), Attribution((), "claimed")]
    assert stances_of(said) == (("asserted", 1), ("claimed", 2))
