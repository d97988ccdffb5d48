"""Cutting into passages: cases, and what holds of any text."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.cutting import expect_cut, passages_of
from tests.read.reading import document_of, parametrized

from testimonia.model.document import Document, Marked
from testimonia.read.passages import cut_passages


@parametrized("passages")
def test_a_text_gives_the_passages_that_its_coder_expects(case: dict[str, Any]) -> None:
    expect_cut(passages_of(case["text"]), case)


def test_boilerplate_is_cut_out_and_what_surrounds_it_stays() -> None:
    text = "The army left. Donate now to support us. The rebels came."
    start = text.index("Donate")
    document = Document("d", "t", "0", "text/plain", text, marked=(Marked(start, text.index("The rebels"), "appeal", "asks for money"),))
    assert [text[p.start : p.end].strip() for p in cut_passages(document)] == ["The army left.", "The rebels came."]


def test_a_passage_that_is_all_boilerplate_yields_nothing() -> None:
    document = Document("d", "t", "0", "text/plain", "Share this.", marked=(Marked(0, 11, "share_prompt", "asks to share"),))
    assert cut_passages(document) == []


@pytest.mark.parametrize(("line", "level"), [("== History ==", 2), ("=== Wars ===", 3), ("# Aims", 1), ("### Aims ###", 3)])
def test_a_marked_heading_keeps_its_level(line: str, level: int) -> None:
    first = cut_passages(document_of(f"{line}\n\nThe front left the town."))[0]
    assert (first.kind, first.level) == ("heading", level)


@given(st.text(alphabet=st.sampled_from(list("ab. :-=#*1)\n\r\t\u00a0\u2028é")), max_size=400))
def test_passages_are_in_order_and_overlap_nowhere(text: str) -> None:
    passages = cut_passages(document_of(text))
    assert all(0 <= p.start < p.end <= len(text) for p in passages)
    assert all(a.end <= b.start for a, b in pairwise(passages))


@given(st.text(alphabet=st.sampled_from(list("ab -=\n")), max_size=300))
def test_no_letter_is_lost(text: str) -> None:
    """Passages leave out marks of headings and items and white space, never a letter of prose."""
    kept = "".join(text[p.start : p.end] for p in cut_passages(document_of(text)))
    assert kept.count("b") == text.count("b")
