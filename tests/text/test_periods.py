"""Named periods are dated by a sourced list whose every entry parses."""

import pytest

from testimonia.model.valid_time import parse_edtf
from testimonia.text.periods import find_periods
from testimonia.text.wordlists import word_list


@pytest.mark.parametrize("entry", word_list("named_periods"), ids=lambda entry: entry["names"][0])
def test_every_period_has_limits_and_a_source(entry):
    interval = parse_edtf(str(entry["edtf"]))
    assert interval.lo is not None and interval.hi is not None and interval.lo < interval.hi
    assert entry["source"]


def test_no_name_is_listed_twice():
    names = [name.casefold() for entry in word_list("named_periods") for name in entry["names"]]
    assert len(names) == len(set(names))


def test_case_dashes_and_line_breaks_do_not_matter():
    text = "the iran–iraq war, and the Second\nCongo War"
    assert [(text[p.start : p.end], p.edtf) for p in find_periods(text, 0, len(text))] == [
        ("iran–iraq war", "1980-09/1988-08"),
        ("Second\nCongo War", "1998-08/2003-07"),
    ]


def test_a_longer_name_is_not_cut():
    assert find_periods("the Gulf Warriors", 0, 17) == []
