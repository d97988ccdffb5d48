"""A quotation stands at its offsets or is refused, in every script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.errors import EvidenceError
from testimonia.model.evidence import Evidence, evidence_at

TEXT = "“They left,” قالت الجبهة — e\u0301tat\u200b major.\r\n"


@given(st.text(min_size=1), st.data())
def test_what_is_quoted_from_a_text_stands_in_it(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if text[start:end].isspace():
        with pytest.raises(EvidenceError, match="nothing but white space"):
            evidence_at("d", text, start=start, end=end)
        return
    evidence = evidence_at("d", text, start=start, end=end)
    evidence.check(text)
    assert evidence.quote == text[start:end].strip()


@pytest.mark.parametrize(("start", "end", "quote"), [(1, 10, "They left"), (13, 24, "قالت الجبهة"), (27, 33, "e\u0301tat\u200b")])
def test_offsets_count_code_points_in_every_script(start, end, quote):
    assert evidence_at("d", TEXT, start=start, end=end).quote == quote


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (4, 4), (5, 4), (0, len(TEXT) + 1)])
def test_a_span_outside_the_text_is_refused(start, end):
    with pytest.raises(EvidenceError, match="lies outside a text"):
        evidence_at("d", TEXT, start=start, end=end)


@pytest.mark.parametrize(
    "evidence",
    [
        Evidence("d", 1, 10, "they left"),
        Evidence("d", 2, 11, "They left"),
        Evidence("d", 1, 10, "They left,"),
        Evidence("d", 1, 1, ""),
        Evidence("d", -9, -4, "major"),
    ],
)
def test_other_words_than_the_texts_are_refused(evidence):
    with pytest.raises(EvidenceError, match="does not stand at"):
        evidence.check(TEXT)
