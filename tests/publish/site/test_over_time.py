"""The timeline and the maps of a site."""

from testimonia.publish.site import over_time
from testimonia.publish.site.over_time import (
    has_map,
    map_of,
    map_of_everything,
    timeline_part,
    timeline_parts,
    times_of,
    year_of,
    years_page,
)
from testimonia.publish.site.records import WholeMapPage


def test_events_are_parted_by_the_year_in_which_they_begin(book):
    assert [(year, [mark.id for mark in marks]) for year, marks in times_of(book).years] == [
        (2015, ["ev-1"]),
        (2016, ["ev-2"]),
        (None, ["ev-3", "ev-4"]),
    ]
    assert times_of(book).is_one and year_of(book.marks["ev-2"]) == 2016


def test_a_year_an_actor_and_what_is_undated_have_parts_of_their_own(book):
    assert [mark.id for mark in timeline_part(book, "2015", 1).events] == ["ev-1"]
    undated = timeline_part(book, "undated", 1)
    assert undated.picture is None and undated.undated == 2
    assert timeline_part(book, "n-milf", 1).actor_name == "Moro Islamic Liberation Front"
    assert len(timeline_part(book, "", 1).events) == 4


def test_parts_lead_on_to_the_next(book, monkeypatch):
    monkeypatch.setattr(over_time, "MOST", 1)
    assert list(timeline_parts(3)) == [1, 2, 3]
    assert timeline_part(book, "n-milf", 1).after == "2" and timeline_part(book, "undated", 1).after == "undated-2"
    assert timeline_part(book, "n-milf", 3).after is None and timeline_part(book, "n-milf", 3).began


def test_years_add_up_events_and_best_figures(book):
    page = years_page(book)
    assert [(year.year, year.events, year.path) for year in page.years] == [
        (2015, 1, "timeline/2015.html"),
        (2016, 1, "timeline/2016.html"),
        (None, 2, "timeline/undated.html"),
    ]
    assert page.events == 4 and page.most == 2


def test_the_map_of_an_actor_has_its_events_and_areas_only(book):
    page = map_of(book, "n-milf")
    spots = {spot.id: (spot.events, [area.body for area in spot.areas]) for spot in page.atlas.spots}
    assert spots["n-mamasapano"] == (("ev-1",), []) and spots["n-basilan"] == (("ev-3",), ["n-milf"])
    assert "n-lost" not in spots and page.actor_name == "Moro Islamic Liberation Front"
    assert has_map(book, "n-milf") and not has_map(book, "n-hashim")


def test_a_map_with_too_many_events_for_a_list_keeps_what_it_draws(book, monkeypatch):
    assert map_of_everything(book).atlas.marks
    monkeypatch.setattr(over_time, "MOST", 1)
    page = map_of_everything(book)
    assert isinstance(page, WholeMapPage) and not page.page.atlas.marks
    assert {mark[0] for mark in page.marks} == {"ev-1", "ev-3", "ev-4"}, "what has no place is not drawn"
