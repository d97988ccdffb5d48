"""Stated numbers have the bounds of the codebook, and dates, ages and measures are none."""

import itertools
import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.text.numbers import find_quantities

CASES = [
    json.loads(line) for line in (Path(__file__).parents[1] / "cases" / "text" / "numbers.jsonl").read_text("utf-8").strip().split("\n")
]
LIMIT = pytest.mark.xfail(strict=True, reason="a known limit, kept as a case")


@pytest.mark.parametrize("case", [pytest.param(c, id=c["label"], marks=[] if c["holds"] == "yes" else [LIMIT]) for c in CASES])
def test_numbers_have_the_bounds_that_the_words_give(case):
    found = [[number.low, number.high, number.words] for number in find_quantities(case["text"])]
    assert found == case["expect"]


def test_offsets_count_from_the_start_of_the_document():
    text = "It began. At least 8 soldiers died."
    (number,) = find_quantities(text[10:], start=10)
    assert text[number.start : number.end] == number.words == "At least 8"


@given(st.integers(min_value=1, max_value=10**7))
def test_any_number_with_thousands_separators_is_read_exactly(value):
    (number,) = find_quantities(f"some {value:,} people")
    assert (number.low, number.high) == (value, value)


@given(st.text())
def test_any_text_gives_ordered_numbers_whose_words_stand_at_their_offsets(text):
    numbers = find_quantities(text)
    assert all(text[n.start : n.end] == n.words for n in numbers)
    assert all(a.end <= b.start for a, b in itertools.pairwise(numbers))
    assert all(n.low is None or n.high is None or n.low <= n.high for n in numbers)


@pytest.mark.parametrize("filler", ["1,", "two hundred and ", "at least ", "1 ", "9", " ", "between 1 and ", "hundred ", "-"])
def test_time_grows_with_the_length_of_the_text_and_not_faster(filler):
    def seconds(repeats):
        text = filler * repeats
        start = time.process_time()
        find_quantities(text)
        return time.process_time() - start

    # The quickest of three: anything else may be the machine's doing.
    short, long = (min(seconds(repeats) for _ in range(3)) for repeats in (2_000, 20_000))
    assert long < 60 * max(short, 0.002)
