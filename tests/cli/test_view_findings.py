"""Events and disputes with the passages behind them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from testimonia.cli.view import Shelf
from testimonia.cli.view_findings import corroboration_rows, dispute_list, dispute_view, event_list, event_names, event_view
from testimonia.store import open_store


@pytest.fixture
def shelf(kb: Path) -> Iterator[Shelf]:
    with open_store(kb) as store:
        yield Shelf(store, 0)


def test_an_event_is_known_by_its_type_and_by_who_and_where(shelf: Shelf) -> None:
    names = event_names(shelf)["v-1"]
    assert {"ASSAULT", "Moro Islamic Liberation Front", "the front", "a camp", "Marawi"} <= set(names)


def test_a_list_of_events_has_the_words_of_the_first_report(shelf: Shelf) -> None:
    ((what, quote, voices, reports, identifier),) = event_list(shelf, shelf.findings.events).tables[0].rows
    assert (reports, identifier) == ("1", "v-1")
    assert str(quote).startswith("“On 3 May the front said")
    assert "(claimed)" in str(voices)
    assert "ASSAULT" in str(what)


def test_an_event_whose_reports_are_gone_is_still_listed(shelf: Shelf) -> None:
    gone = replace(shelf.findings.events[0], reports=("e-gone",), tolls=())
    assert event_list(shelf, [gone]).tables[0].rows == (("ASSAULT", "", "", "1", "v-1"),)
    assert event_view(shelf, gone).data["reports"] == []


def test_figures_leave_open_what_no_report_sets(shelf: Shelf) -> None:
    assert event_view(shelf, shelf.findings.events[0]).tables[0].rows == (("wounded", "soldiers", "4", "4", ""),)


def test_a_list_of_disputes_has_a_row_for_each_position(shelf: Shelf) -> None:
    rows = dispute_list(shelf, shelf.findings.disputes).tables[0].rows
    assert [(row[0], row[1]) for row in rows] == [("when the front was founded", "1977"), ("", "1984")]


def test_a_dispute_keeps_its_positions_apart(shelf: Shelf) -> None:
    view = dispute_view(shelf, shelf.findings.disputes[0])
    assert [table.title for table in view.tables] == ["1977; independent witnesses: 1 (1)", "1984; independent witnesses: 1 (1)"]


def test_a_corroboration_says_whether_it_is_independent(shelf: Shelf) -> None:
    found, rows = corroboration_rows(shelf, shelf.findings.corroborations[0].claims[0])
    assert len(found) == 1
    assert rows[0][:3] == ("that the front exists", "independent", "2")
    assert corroboration_rows(shelf, "c-other") == ([], ())
