"""Boilerplate is marked as half-open spans and stays in the text."""

import pytest

from testimonia.model.document import Document, Marked

DOCUMENT = Document(
    id="d-1",
    origin="a.txt",
    sha256="0" * 64,
    format="text/plain",
    text="Donate now! The front split.",
    marked=(Marked(0, 11, "appeal", "a donation"),),
)


@pytest.mark.parametrize(
    ("start", "end", "marked"),
    [(0, 11, True), (10, 12, True), (11, 12, False), (12, 28, False), (0, 28, True), (0, 0, False), (5, 5, True)],
)
def test_a_span_is_marked_if_any_part_of_it_is(start, end, marked):
    assert DOCUMENT.is_marked(start, end) is marked


def test_nothing_is_marked_where_nothing_was_found():
    assert not Document(id="d", origin="a", sha256="", format="text/plain", text="x").is_marked(0, 1)


def test_what_is_not_stated_is_none_and_its_basis_unknown():
    assert (DOCUMENT.published, DOCUMENT.published_basis, DOCUMENT.publisher) == (None, "unknown", None)
