"""Documents are found as coders call them, and quotations where they stand."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.review.codings.sheet import Entry, RefusedError
from testimonia.review.codings.shelf import Shelf, locate, places

from .small import DOCUMENT, OTHER

SHELF = Shelf([DOCUMENT, OTHER])
TEXT = "One is here. Two is\n here. One is here too."


@pytest.mark.parametrize(
    "name", ["d-2", "folder/b.txt", "b.txt", "f" * 64, "A letter", "https://example.org/b", "urn:testimonia:d-2", "elsewhere/b.txt"]
)
def test_a_document_answers_to_all_its_names(name: str) -> None:
    assert SHELF.find(name, {}) == "d-2"


def test_what_a_file_says_of_its_documents_leads_to_them() -> None:
    hints = {"x": Entry("f", "documents[0]", {"id": "x", "sha256": "f" * 64})}
    assert SHELF.find("x", hints) == "d-2"
    assert SHELF.find(None, hints) == "d-2", "a file on one document need not name it in each row"


@pytest.mark.parametrize(
    ("name", "rule"), [("c.txt", "document_unknown"), (None, "document_not_named"), (3, "document_not_named"), ("", "document_not_named")]
)
def test_what_answers_to_no_document_is_refused(name: Any, rule: str) -> None:
    with pytest.raises(RefusedError) as refused:
        SHELF.find(name, {})
    assert refused.value.problem.rule == f"review.{rule}"


def test_two_documents_of_one_name_are_not_guessed_between() -> None:
    from dataclasses import replace

    with pytest.raises(RefusedError, match="may be"):
        Shelf([OTHER, replace(OTHER, id="d-3")]).find("b.txt", {})


@pytest.mark.parametrize(
    ("span", "start", "moved"),
    [
        ({"quote": "Two is\n here", "start": 13, "end": 25}, 13, False),
        ({"quote": "Two is here"}, 13, False),
        ({"quote": "Two is here", "start": 3, "end": 9}, 13, True),
        ({"quote": "One is here", "start": 25, "end": 36}, 27, True),
        ({"quote": "One is here", "start": 2, "end": 9}, 0, True),
        ({"quote": "One is here"}, 0, True),
        ({"quote": "One is here", "suffix": " too"}, 27, True),
        ({"quote": "One is here", "prefix": ". "}, 27, True),
        ({"start": 12, "end": 19}, 13, False),
    ],
)
def test_a_quotation_is_taken_where_it_stands_and_what_is_corrected_is_said(span: dict[str, Any], start: int, moved: bool) -> None:
    found = locate(TEXT, span)
    assert (found.start, found.moved is not None) == (start, moved)


@pytest.mark.parametrize(
    "span", [{"quote": "one is here"}, {"quote": ""}, {}, {"quote": 3}, {"start": 0, "end": 999}, {"start": True, "end": 4}]
)
def test_words_that_do_not_stand_in_the_text_are_refused(span: dict[str, Any]) -> None:
    with pytest.raises(RefusedError):
        locate(TEXT, span)


def test_whole_words_only_where_asked() -> None:
    assert places("Karens, Karen", "Karen", whole=True) == [(8, 13)]
    assert places("x", "", whole=True) == []


@given(st.text(max_size=60), st.text(max_size=8), st.integers(-5, 70), st.integers(-5, 70))
def test_what_is_located_is_what_was_quoted(text: str, quote: str, start: int, end: int) -> None:
    try:
        found = locate(text, {"quote": quote, "start": start, "end": end})
    except RefusedError:
        return
    assert 0 <= found.start < found.end <= len(text)
    assert not quote.strip() or text[found.start : found.end].split() == quote.split()
