"""Stemmas of a site: one for what several witnesses tell of, drawn from the release alone."""

from dataclasses import replace

import pytest
from tests.publish.exports.releases import moro, witness

from testimonia.errors import RecordError
from testimonia.publish.site.book import SiteOptions, open_book
from testimonia.publish.site.links import SiteLinks
from testimonia.publish.site.pages import made, sheets_of
from testimonia.publish.site.stemmas import stemma_of


@pytest.fixture
def book(tmp_path):
    rows = [witness("w-1", "d-1", ["c-split", "e-1", "c-name"], "a"), witness("w-2", "d-2", ["c-split2", "e-2"], "a")]
    return open_book(moro(tmp_path / "release", witnesses=rows), SiteOptions("Moro"))


def test_what_two_witnesses_tell_of_has_a_page_and_what_one_tells_has_none(book):
    assert book.stemmas.pages["c-split"] == book.stemmas.pages["c-split2"]
    assert "c-name" not in book.stemmas.pages
    assert set(book.stemmas.told[book.stemmas.pages["c-split"]]) == {"c-split", "c-split2"}


def test_the_page_shows_who_hangs_on_what(book):
    page = stemma_of(book.catalogue, book.stemmas, book.stemmas.pages["c-split"])
    assert page.independent == 1 and len(page.trees) == 1 and page.trees[0].kind == "outlet"
    assert {node.id for node in page.trees[0].nodes} == {"w-1", "w-2"}
    assert {claim.id for claim in page.claims} == {"c-split", "c-split2"}


def test_every_page_is_written_and_linked(book):
    sheets = [sheet for sheet in sheets_of(book) if sheet.kind == "stemma"]
    assert {sheet.of for sheet in sheets} == set(book.stemmas.told)
    assert all(made(book, sheet).template == "stemma.html" for sheet in sheets)
    links = SiteLinks("../", stemmas=book.stemmas.pages)
    assert links.drawn("c-split2") and not links.drawn("c-name")
    assert links.to("/stemma/c-split2") == f"../stemma/{book.stemmas.pages['c-split']}.html"


def test_a_release_without_witnesses_has_no_stemma_and_a_damaged_one_is_told(tmp_path):
    assert not open_book(moro(tmp_path / "release"), SiteOptions("Moro")).stemmas.pages
    broken = witness("w-1", "d-1", ["c-split"], "a") | {"links": [{}]}
    with pytest.raises(RecordError, match=r"witnesses\.jsonl: w-1"):
        open_book(moro(tmp_path / "broken", witnesses=[broken]), SiteOptions("Moro"))


def test_nobody_is_left_out_for_want_of_a_date(book):
    documents = {key: replace(document, published=None) for key, document in book.catalogue.knowledge.documents.items()}
    catalogue = replace(book.catalogue, knowledge=replace(book.catalogue.knowledge, documents=documents))
    assert len(stemma_of(catalogue, book.stemmas, book.stemmas.pages["c-split"]).witnesses) == 2
