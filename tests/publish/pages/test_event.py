"""An event's page lays its reports side by side, and names for each bound the reports that set it."""

from collections.abc import Callable

import pytest

from testimonia.errors import RecordError
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.event import event_page

TOLD = (
    "a | ASSAULT | North Front -> ~soldiers | Hilltown | 2014-05-03 | killed 5",
    "b | ASSAULT | North Front -> ~soldiers | Hilltown | 2014-05 | killed 7",
)
SET = {"places": {"Hilltown": (10.0, 20.0)}, "kinds": {"Hilltown": "place"}}


def test_reports_are_laid_side_by_side_point_by_point(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue(reports=TOLD, **SET)
    page = event_page(made, next(iter(made.events)))
    rows = {row.label: ([[named.text for named in cell.said] for cell in row.cells], row.alike) for row in page.rows}
    assert rows["Who"] == ([["North Front"], ["North Front"]], True)
    assert rows["killed"] == ([["5"], ["7"]], False)
    assert "Blamed" not in rows


def test_each_bound_names_the_reports_that_set_it(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue(reports=TOLD, **SET)
    page = event_page(made, next(iter(made.events)))
    (toll,) = page.tolls
    number = {report.quotes[0].document: at for at, report in enumerate(page.reports, 1)}
    assert (toll.low.value, toll.low.reports, toll.high.value, toll.high.reports) == (5, (number["a"],), 7, (number["b"],))


def test_it_shows_where_and_what_is_disputed(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue(reports=TOLD, **SET)
    page = event_page(made, next(iter(made.reports)))
    assert [spot.name for spot in page.spots] == ["Hilltown"]
    assert [sorted(holds for holds, _ in dispute.sides) for dispute in page.disputes] == [["5", "7"]]


def test_a_name_in_passing_is_not_shown(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue(reports=("a | ASSAULT | North Front -> ~Juan de la Cruz | | 2014-05-03",))
    page = event_page(made, next(iter(made.events)))
    said = {row.label: row.cells[0].said[0].text for row in page.rows}
    assert said["To whom"] == "a person without a public role"
    assert "Cruz" not in str((page.rows, page.mark, page.tolls))


def test_no_such_event(catalogue: Callable[..., Catalogue]) -> None:
    with pytest.raises(RecordError, match="no event 'ev-none'"):
        event_page(catalogue(), "ev-none")
