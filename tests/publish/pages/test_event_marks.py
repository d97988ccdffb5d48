"""An event is one mark: told by the report that tells most, dated by the most exact one."""

from collections.abc import Callable

from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.event_marks import Count, marks_of

PLACES = {"Hilltown": (10.0, 20.0)}
TOLD = (
    "a | ASSAULT | North Front -> ~soldiers | Hilltown | 2014-05-03 | killed 5",
    "b | ASSAULT | North Front -> ~soldiers | Hilltown | 2014-05 | killed 7",
)


def test_two_reports_of_one_event_are_one_mark(catalogue: Callable[..., Catalogue]) -> None:
    (mark,) = marks_of(catalogue(reports=TOLD, places=PLACES, kinds={"Hilltown": "place"}))
    assert (mark.when.edtf, mark.places, mark.reports, mark.witnesses) == ("2014-05-03", ("e-Hilltown",), 2, 2)
    assert mark.killed is not None
    assert (mark.killed.low, mark.killed.high) == (5, 7)


def test_a_toll_that_nobody_states_is_none(catalogue: Callable[..., Catalogue]) -> None:
    (mark,) = marks_of(catalogue(reports=("a | ASSAULT | North Front -> ~soldiers | | 2014",)))
    assert mark.killed is None


def test_nobody_killed_is_a_count(catalogue: Callable[..., Catalogue]) -> None:
    (mark,) = marks_of(catalogue(reports=("a | ASSAULT | North Front -> ~soldiers | | 2014-01-01 | killed 0",)))
    assert mark.killed == Count(0, 0, 0)


def test_marks_stand_in_the_order_of_time_and_undated_ones_last(catalogue: Callable[..., Catalogue]) -> None:
    lines = ("a | PROTEST | ~farmers | | | ", "a | ASSAULT | North Front -> ~soldiers | | 2014-05-03", "a | AGREE | South Front | | 2011")
    assert [mark.type for mark in marks_of(catalogue(reports=lines))] == ["AGREE", "ASSAULT", "PROTEST"]


def test_what_is_only_planned_says_so(catalogue: Callable[..., Catalogue]) -> None:
    (mark,) = marks_of(catalogue(reports=("a | ASSAULT | North Front -> ~soldiers | | 2014-05-03 | | planned",)))
    assert mark.status == "planned"
    assert mark.words.startswith("as planned and not as done: ")


def test_only_the_events_asked_for(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue(reports=("a | ASSAULT | North Front -> ~soldiers | | 2014-05-03", "a | AGREE | South Front | | 2011"))
    wanted = next(event.id for event in made.findings.events if event.type == "AGREE")
    assert [mark.id for mark in marks_of(made, [wanted])] == [wanted]
