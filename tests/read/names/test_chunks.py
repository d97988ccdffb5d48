"""Finding runs of words that may be names: cases, and what holds of any text."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.cutting import chunks_of, expect_cut
from tests.read.reading import parametrized

from testimonia.read.names.chunks import Chunk, find_chunks


def only_chunk(text: str) -> Chunk:
    """Find the one chunk of a text."""
    [chunk] = find_chunks(text, start=0, end=len(text))
    return chunk


@parametrized("chunks")
def test_a_text_gives_the_names_that_its_coder_expects(case: dict[str, Any]) -> None:
    expect_cut(chunks_of(case["text"]), case)


def test_offsets_count_in_the_document_and_not_in_the_passage() -> None:
    text = "They left. the Arakan Army came."
    [chunk] = find_chunks(text, start=11, end=len(text))
    assert text[chunk.start : chunk.end] == "Arakan Army"


@pytest.mark.parametrize(
    ("text", "headed", "merge"),
    [("the Arakan Army", True, True), ("the Karim Shah", False, False), ("the Nahr al-Bared", False, True), ("the M23", False, True)],
)
def test_a_chunk_tells_whether_it_has_a_head_word_and_is_one_word_to_the_parser(text: str, headed: bool, merge: bool) -> None:
    chunk = only_chunk(text)
    assert (chunk.headed, chunk.merge) == (headed, merge)


@given(st.lists(st.sampled_from([*"aZÉ'’s-.(),;\"“”\n1 ", "al-", "of ", "the ", "Army ", "أ"]), max_size=60).map("".join))
def test_chunks_are_in_order_and_overlap_nowhere(text: str) -> None:
    chunks = find_chunks(text, start=0, end=len(text))
    assert all(0 <= c.start < c.end <= len(text) for c in chunks)
    assert all(a.end <= b.start for a, b in pairwise(chunks))
    assert all(text[c.start : c.end].split()[0].startswith(c.words[0]) for c in chunks)
