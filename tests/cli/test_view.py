"""Views are printed as tables or as JSON, and cut where they would be too long."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from testimonia.cli import output
from testimonia.cli.view import Shelf, Table, View, lines_table, plain, write_view
from testimonia.store import open_store

VIEW = View("The front", {"id": "n-1"}, (("kind", "armed_group"), ("long label", "x")), (Table("Names", ("Name",), (("MILF",),), more=3),))


@pytest.fixture
def shelf(kb: Path) -> Iterator[Shelf]:
    with open_store(kb) as store:
        yield Shelf(store, 1)


def test_facts_are_lined_up_and_what_is_cut_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    output.results.cache_clear()
    write_view(VIEW, as_json=False)
    printed = capsys.readouterr().out
    assert "  kind        armed_group\n  long label  x\n" in printed
    assert "… and 3 more; --limit 0 shows all" in printed


def test_json_is_the_data_alone(capsys: pytest.CaptureFixture[str]) -> None:
    output.results.cache_clear()
    write_view(VIEW, as_json=True)
    assert json.loads(capsys.readouterr().out) == {"id": "n-1"}


def test_lines_are_found_for_claims_and_reports_alike_and_the_lost_are_missing(shelf: Shelf) -> None:
    claim, report = next(shelf.store.claims()).id, next(shelf.store.reports()).id
    assert set(shelf.lines([report, "c-lost", claim])) == {claim, report}


def test_a_lines_table_counts_all_and_shows_as_many_as_allowed(shelf: Shelf) -> None:
    lines = list(shelf.lines([claim.id for claim in shelf.store.claims()]).values())
    table = lines_table("Claims", lines, shelf=shelf)
    assert (table.title, len(table.rows), table.more) == ("Claims (3)", 1, 2)


def test_no_limit_cuts_nothing(kb: Path) -> None:
    with open_store(kb) as store:
        assert Shelf(store, 0).cut(range(99)) == (range(99), 0)


def test_what_is_not_stated_is_left_out_but_nought_is_not() -> None:
    assert plain({"a": None, "b": 0, "c": (), "d": ""}) == {"b": 0, "d": ""}
