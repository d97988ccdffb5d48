"""Documents with what they say, claims with what they rest on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from testimonia.cli.testimony import claim_line
from testimonia.cli.view import Shelf
from testimonia.cli.view_records import claim_list, claim_view, document_list, document_names, document_view
from testimonia.model.document import Document
from testimonia.store import open_store


@pytest.fixture
def shelf(kb: Path) -> Iterator[Shelf]:
    with open_store(kb) as store:
        yield Shelf(store, 2)


def test_a_document_answers_to_its_file_name_inside_an_archive_too() -> None:
    document = Document("d-1", "press.zip!1999/may.html", "00", "text/html", "", "In May")
    assert document_names(document) == ["press.zip!1999/may.html", "may.html", "In May"]


def test_a_list_of_documents_is_cut_and_counts_all(shelf: Shelf) -> None:
    table = document_list(shelf, list(shelf.known.documents.values())).tables[0]
    assert (table.title, len(table.rows), table.more) == ("Documents (3)", 2, 1)


def test_a_document_leaves_out_what_is_not_known_of_it(shelf: Shelf) -> None:
    view = document_view(shelf, shelf.known.documents["d-aaaa"])
    labels = [label for label, _ in view.facts]
    assert "publisher" in labels
    assert "author" not in labels
    assert view.data["author"] is None
    assert (len(view.data["claims"]), len(view.data["reports"]), view.data["problems"]) == (1, 1, [])


def test_a_list_of_claims_is_cut_and_counts_all(shelf: Shelf) -> None:
    view = claim_list(shelf, [claim_line(claim, shelf.known) for claim in shelf.store.claims()])
    assert view.tables[0].more == 1
    assert len(view.data) == 2


def test_a_claim_names_its_rule_its_corroborations_and_its_disputes(shelf: Shelf) -> None:
    line = claim_line(next(shelf.store.claims()), shelf.known)
    view = claim_view(shelf, line)
    assert ("proposed by", "founding.year (grammar 1)") in view.facts
    assert (len(view.data["corroborations"]), len(view.data["disputes"])) == (1, 1)
