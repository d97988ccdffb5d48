"""Events stand at their time, as high as their toll; what is uncertain has a whisker, and what has no toll lies below."""

from collections.abc import Callable

from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.event_marks import marks_of
from testimonia.publish.pages.timeline import MOST_ROWS, ROW, WIDTH, TimelinePicture, timeline_picture


def drawn(made: Catalogue) -> TimelinePicture:
    picture = timeline_picture(marks_of(made))
    assert picture is not None
    return picture


def test_nothing_dated_is_no_picture(catalogue: Callable[..., Catalogue]) -> None:
    assert timeline_picture(marks_of(catalogue(reports=("a | PROTEST | ~farmers | | ",)))) is None
    assert timeline_picture(()) is None


def test_higher_tolls_stand_higher_and_events_without_one_below_the_line(catalogue: Callable[..., Catalogue]) -> None:
    lines = (
        "a | ASSAULT | North Front -> ~soldiers | | 2010-05-03 | killed 5",
        "a | ASSAULT | South Front -> ~guards | | 2012-05-03 | killed 500",
        "a | AGREE | East Front | | 2011",
        "a | ASSAULT | West Front -> ~police | | 2013-05-03 | killed 0",
    )
    picture = drawn(catalogue(reports=lines))
    few, agreed, many, nobody = picture.marks
    assert many.y < few.y < nobody.y == picture.floor < agreed.y < picture.height
    assert few.x < agreed.x < many.x < nobody.x


def test_figures_that_differ_have_a_whisker(catalogue: Callable[..., Catalogue]) -> None:
    lines = (
        "a | ASSAULT | North Front -> ~soldiers | Hilltown | 2014-05-03 | killed 5",
        "b | ASSAULT | North Front -> ~soldiers | Hilltown | 2014-05-03 | killed 50",
    )
    (mark,) = drawn(catalogue(reports=lines, places={"Hilltown": (10.0, 20.0)}, kinds={"Hilltown": "place"})).marks
    assert mark.high < mark.low
    assert mark.high <= mark.y <= mark.low


def test_a_wide_time_is_a_span_and_a_plan_looks_like_one(catalogue: Callable[..., Catalogue]) -> None:
    lines = ("a | ASSAULT | North Front -> ~soldiers | | 2010", "a | ASSAULT | South Front -> ~guards | | 2014-05-03 | | planned")
    year, planned = drawn(catalogue(reports=lines)).marks
    assert year.left < year.x < year.right
    assert planned.look == "is-planned"


def test_many_at_one_time_share_rows_and_stay_in_the_picture(catalogue: Callable[..., Catalogue]) -> None:
    lines = tuple(f"a | AGREE | Body {number} | | 2011-03-04" for number in range(40))
    picture = drawn(catalogue(reports=lines))
    assert len({mark.y for mark in picture.marks}) == MOST_ROWS
    assert all(0 <= mark.left <= mark.right <= WIDTH and mark.y <= picture.floor + 14 + ROW * MOST_ROWS for mark in picture.marks)
