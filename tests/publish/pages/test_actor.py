"""An actor's page: each statement once with all who make it, dated first, and where it is contested."""

from collections.abc import Callable

import pytest

from testimonia.errors import RecordError
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.actor import LEAST, ActorPage, Listed, actor_page, most_of_each

LINES = (
    "a | North Front | member_of | River Pact | 2010/2014",
    "b | North Front | member_of | River Pact | 2010/2014",
    "a | North Front | founded | | 1990",
    "b | North Front | founded | | 1992",
    "a | North Front | opposes | South Front",
)


def page_of(made: Catalogue) -> ActorPage:
    return actor_page(made, "e-North Front", core=(*made.claims, *made.reports), counts={})


def test_claims_that_say_the_same_are_one_line_with_all_their_witnesses(catalogue: Callable[..., Catalogue]) -> None:
    chapters = {chapter.heading: chapter for chapter in page_of(catalogue(*LINES)).chapters}
    (line,) = chapters["Parent bodies and coalitions"].lines
    assert (line.text, line.witnesses, len(line.claims), line.reviewed) == ("North Front was a member of River Pact", 2, 2, 0)
    assert [voice.name.text for claim in line.claims for voice in claim.voices] == ["Daily Example", "Sample News"]


def test_two_times_are_two_lines_marked_as_disputed(catalogue: Callable[..., Catalogue]) -> None:
    page = page_of(catalogue(*LINES))
    (chapter,) = (chapter for chapter in page.chapters if chapter.heading == "Beginnings and end")
    assert [(line.when.edtf, bool(line.disputes)) for line in chapter.lines if line.when] == [("1990", True), ("1992", True)]
    assert [sorted(holds for holds, _ in dispute.sides) for dispute in page.disputes] == [["1990", "1992"]]


def test_what_is_undated_comes_last_and_empty_chapters_are_left_out(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue("a | North Front | opposes | South Front", "a | North Front | allied_with | East Front | 2001/2003")
    page = page_of(made)
    assert [chapter.heading for chapter in page.chapters] == ["Allies and opponents"]
    assert [line.when is None for line in page.chapters[0].lines] == [False, True]


def test_events_and_their_years_are_told(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue(reports=("a | ASSAULT | North Front -> ~soldiers | | 2014-05-03", "a | AGREE | North Front & South Front | | 2011"))
    counts = {("initiator", "ASSAULT", 2014): 1, ("initiator", "AGREE", 2011): 1, ("voice", "ASSAULT", 2014): 3}
    page = actor_page(made, "e-North Front", core=tuple(made.reports), counts=counts)
    assert [event.type for event in page.events] == ["AGREE", "ASSAULT"]
    assert ([(year.year, year.reports) for year in page.years], page.reports, page.voiced) == ([(2011, 1), (2014, 1)], 2, 3)


def test_it_says_where_there_is_more_than_the_page_shows(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue("a | North Front | opposes | South Front")
    page = actor_page(made, "e-North Front", core=tuple(made.claims), counts={("subject", "opposes", 0): 900, ("object", "opposes", 0): 4})
    assert page.chapters[0].cut == (("opposes", 1, 904),)


def test_nobody_of_that_id(catalogue: Callable[..., Catalogue]) -> None:
    with pytest.raises(RecordError, match="no actor 'e-Nobody'"):
        actor_page(catalogue(), "e-Nobody", core=(), counts={})


@pytest.mark.parametrize(
    ("numbers", "most", "each"), [((5, 5), 100, 100), ((5, 500), 100, 95), ((500, 500, 500, 500), 100, 25), ((900,) * 80, 100, LEAST)]
)
def test_as_many_of_each_are_shown_as_there_is_room_for(numbers: tuple[int, ...], most: int, each: int) -> None:
    counts = {("subject", f"predicate {place}", 0): number for place, number in enumerate(numbers)}
    assert most_of_each(counts | {("voice", "opposes", 0): 10_000}, most=most) == each


def test_what_is_listed_already_stands_in_the_place_of_what_the_core_gives(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue(*LINES)
    note = page_of(made).disputes[0]
    page = actor_page(made, "e-North Front", core=tuple(made.claims), counts={}, listed=Listed((), (note,), 7))
    assert (page.disputes, page.disputed, page_of(made).disputed) == ((note,), 7, 1)
