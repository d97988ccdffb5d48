"""Finding quotations: cases, and what holds of any text."""

from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.read.cutting import expect_cut, quotations_of
from tests.read.reading import parametrized

from testimonia.read.voices.quotes import MINIMUM_WORDS, Quotation, find_quotations, is_speech


@parametrized("quotes")
def test_a_text_gives_the_quotations_that_its_coder_expects(case: dict[str, Any]) -> None:
    expect_cut(quotations_of(case["text"]), case)


def test_only_the_paragraph_asked_for_is_looked_at() -> None:
    text = '"One." They left. "Two."'
    assert find_quotations(text, start=6, end=17) == []


def test_speech_begins_at_a_number_of_words() -> None:
    for count in (MINIMUM_WORDS - 1, MINIMUM_WORDS):
        text = " ".join(["left"] * count)
        assert is_speech(text, Quotation(0, len(text))) is (count >= MINIMUM_WORDS)


@given(st.text(alphabet=st.sampled_from(list("a \"“”«»„'’‘\n")), max_size=200))
def test_quotations_are_in_order_and_only_the_last_may_stay_open(text: str) -> None:
    found = find_quotations(text, start=0, end=len(text))
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start and not a.open for a, b in pairwise(found))
    assert all(q.end == len(text) for q in found if q.open)
