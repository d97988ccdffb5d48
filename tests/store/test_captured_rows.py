"""Documents, sources and problems survive their tables."""

from dataclasses import replace

from hypothesis import given

from testimonia.model.document import Document, Source
from testimonia.model.problem import Problem
from testimonia.store.captured_rows import document_from, document_row, problem_from, problem_row, source_from, source_row

from . import strategies


@given(strategies.documents())
def test_a_document_comes_back_as_it_was(document: Document) -> None:
    assert document_from(document_row(document), text=document.text) == document


def test_a_row_of_a_document_does_not_hold_its_text() -> None:
    document = Document("d-1", "a.txt", "00", "text/plain", "The ceasefire of 1994 held.")
    assert document.text not in document_row(document).values()


@given(strategies.sources)
def test_a_source_comes_back_as_it_was(source: Source) -> None:
    assert source_from(source_row(source)) == source


@given(strategies.problems)
def test_a_problem_comes_back_as_it_was(problem: Problem) -> None:
    assert problem_from(problem_row(problem)) == problem


def test_a_file_name_that_the_system_cannot_decode_is_spelt_out() -> None:
    problem = Problem("caf\udce9.txt", "capture", "capture.unreadable", "no", "yes")
    assert problem_from(problem_row(problem)) == replace(problem, origin="caf\\udce9.txt")
