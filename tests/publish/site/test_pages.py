"""Which files a site has, and what each is made from."""

from testimonia.publish.site.pages import MAKERS, Sheet, made, sheets_of


def test_every_file_is_listed_once_and_can_be_made(book):
    sheets = list(sheets_of(book))
    assert len({sheet.file for sheet in sheets}) == len(sheets) > 30
    for sheet in sheets:
        assert made(book, sheet).template.endswith(".html"), sheet
    assert {sheet.kind for sheet in sheets} == set(MAKERS) - {"years", "stemma"}


def test_the_page_of_an_actor_leads_to_the_pictures_that_there_are(book):
    assert made(book, Sheet("", "actor", "n-milf")).paths == {"/lifelines", "/actors/{actor}/network", "/map"}
    assert made(book, Sheet("", "actor", "n-hashim")).paths == frozenset()


def test_a_document_marks_each_place_once(book):
    page = made(book, Sheet("", "document", "d-1")).page
    anchors = [place for quoted in page.quoted for place in quoted.anchors]
    assert len(anchors) == len(set(anchors)) > 0
    assert [quoted.number for quoted in page.quoted] == list(range(1, len(page.quoted) + 1)) and page.characters == 100


def test_a_rule_is_explained_where_the_reason_is_at_hand(www):
    assert "It is said so." in (www / "documents" / "d-1.html").read_text("utf-8")
