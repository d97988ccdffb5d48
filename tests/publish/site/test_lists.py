"""Lists of a site, in parts."""

from testimonia.publish.site.lists import (
    LISTED,
    about_page,
    actors_list,
    cut,
    disputes_list,
    documents_list,
    events_list,
    families_list,
    first_page,
    newest_first,
    parts_of,
    publishers_list,
)


def test_a_list_has_as_many_parts_as_it_needs_and_at_least_one():
    assert list(parts_of(0)) == [1] and list(parts_of(LISTED)) == [1] and list(parts_of(LISTED + 1)) == [1, 2]
    whole = list(range(LISTED + 5))
    (first, after), (second, end) = cut(whole, 1), cut(whole, 2)
    assert [*first, *second] == whole and (after, end) == ("2", None)


def test_the_first_page_counts_what_there_is_and_names_publishers(book):
    page = first_page(book)
    figures = {figure.label: figure.number for figure in page.figures}
    assert figures == {"documents": 2, "claims": 13, "actors": 7, "events": 4, "agreements": 3, "disputes": 1}
    assert [(one.kind, one.number) for one in page.sources] == [("Radio Cotabato", 1), ("The Davao Paper", 1)]
    assert page.actors[0].id == "n-milf" and page.disputes[0].id == "x-1" and not page.waiting


def test_lists_hold_everything_once(book):
    assert [line.name.path for line in actors_list(book, 1).actors] == [f"/actors/{actor}" for actor in book.actors]
    assert [mark.id for mark in events_list(book, 1).events] == ["ev-1", "ev-2", "ev-3", "ev-4"]
    assert [note.id for note in disputes_list(book, 1).disputes] == ["x-1"]
    assert {line.id: (line.claims, line.reports) for line in documents_list(book, 1).documents} == {"d-1": (11, 4), "d-2": (2, 2)}


def test_documents_stand_the_newest_first(book):
    assert [document.id for document in newest_first(book)] == ["d-2", "d-1"]


def test_a_publisher_that_is_an_actor_leads_to_its_page(book):
    assert {one.name: one.path for one in publishers_list(book).publishers} == {
        "The Davao Paper": "/actors/n-paper",
        "Radio Cotabato": "/actors/n-radio",
    }


def test_families_name_their_bodies(book):
    (family,) = families_list(book).families
    assert family.head.text == "Moro Islamic Liberation Front"
    assert {named.path for named in family.others} == {"/actors/n-mnlf", "/actors/n-union"}


def test_about_says_by_what_it_was_made(book):
    page = about_page(book)
    assert page.stamps == {"software": "0"} and page.counts["events"] == 4 and page.counts["event reports"] == 6
