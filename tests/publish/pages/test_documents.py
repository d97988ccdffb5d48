"""The list of documents as a record."""

from testimonia.publish.pages.documents import documents_page
from testimonia.store.page_records import DocumentLine, DocumentsWanted, Lines


def test_kinds_are_counted_the_most_first_and_the_next_part_is_known():
    line = DocumentLine("d-1", "a.txt", "A", "Wire", "ngo", "2015", "en", 3, 1)
    page = documents_page(Lines((line,), "next"), DocumentsWanted(kind="ngo"), kinds={"ngo": 2, "": 5}, began=True)
    assert page.kinds == (("", 5), ("ngo", 2))
    assert (page.total, page.after, page.began, page.wanted.kind) == (7, "next", True, "ngo")
