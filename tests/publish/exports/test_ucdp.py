"""Deadly events have UCDP's columns and codes, and what is not known is empty."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from testimonia.publish.exports.happenings import Side
from testimonia.publish.exports.lookup import Lookup, export_data
from testimonia.publish.exports.losses import Losses
from testimonia.publish.exports.ucdp import LOSSES, Count, deaths, type_of_violence
from testimonia.publish.released import Released

from .releases import Row, document, happening, moro, report, toll, when

Write = Callable[[Released, str], tuple[bytes, Losses]]
STATE, GROUP, CIVILIANS, UNKNOWN = (
    Side(("n-army",), "Philippine Army", "state"),
    Side(("n-milf",), "MILF", "group"),
    Side(("villagers",), "villagers", "civilians"),
    Side(("people",), "people", None),
)


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


@pytest.fixture
def table(released: Released, write: Write) -> list[dict[str, str]]:
    return rows(write(released, "ucdp")[0])


def one(tmp_path: Path, write: Write, made: Row, *tolls: Row) -> tuple[dict[str, str], Losses]:
    held = moro(
        tmp_path / "one", event_reports=[made], happenings=[happening("ev-1", made["id"], tolls=tolls)], corroborations=[], disputes=[]
    )
    content, losses = write(held, "ucdp")
    return rows(content)[0], losses


def test_the_columns_are_ucdps_in_their_order_then_ours(table: list[dict[str, str]]) -> None:
    columns = list(table[0])
    theirs = export_data("ucdp")["columns"]
    assert columns[: len(theirs)] == theirs
    assert len(theirs) == 49
    assert all(name.startswith("tm_") for name in columns[len(theirs) :])


def test_a_battle_has_the_state_as_side_a_its_counts_and_independent_sources(table: list[dict[str, str]]) -> None:
    assert [row["id"] for row in table] == ["ev-1"]
    row = table[0]
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == ("1", "Philippine Army", "Moro Islamic Liberation Front")
    assert row["dyad_name"] == "Philippine Army - Moro Islamic Liberation Front"
    assert (row["deaths_a"], row["deaths_b"], row["deaths_civilians"], row["deaths_unknown"]) == ("44", "", "3", "")
    assert (row["low"], row["best"], row["high"]) == ("47", "47", "")
    assert (row["number_of_sources"], row["source_office"]) == ("2", "The Davao Paper;Radio Cotabato")
    assert row["source_article"] == "The Davao Paper,2015-02-01,Title of d-1;Radio Cotabato,2016~,Title of d-2"
    assert row["tm_disputed"] == "true"


def test_place_and_day_carry_ucdps_precision(table: list[dict[str, str]]) -> None:
    row = table[0]
    assert (row["where_prec"], row["where_coordinates"], row["latitude"], row["longitude"]) == ("1", "Mamasapano", "6.9", "124.5")
    assert (row["geom_wkt"], row["country"], row["adm_1"]) == ("POINT (124.5 6.9)", "Philippines", "")
    assert (row["date_start"], row["date_end"], row["date_prec"], row["year"]) == ("2015-01-25", "2015-01-25", "1", "2015")


def test_no_private_name_and_nothing_theirs_is_invented(table: list[dict[str, str]], released: Released, write: Write) -> None:
    row = table[0]
    assert row["source_original"] == "a person without a public role;villagers"
    assert not any(
        row[name] for name in ("conflict_new_id", "dyad_new_id", "side_a_new_id", "country_id", "gwnoa", "priogrid_gid", "region")
    )
    _, losses = write(released, "ucdp")
    assert (losses.lost["no_force"], losses.lost["not_happened"], losses.lost["theirs"]) == (2, 1, 1)


@pytest.mark.parametrize(
    ("time", "precision"),
    [
        (when("2015-03-01/2015-03-06", "2015-03-01", "2015-03-06"), "2"),
        (when("2015-03-01/2015-03-07", "2015-03-01", "2015-03-07"), "3"),
        (when("2015-03", "2015-03-01", "2015-03-31"), "4"),
        (when("2015", "2015-01-01", "2015-12-31"), "5"),
        (when("201X", "2010-01-01", "2019-12-31"), ""),
        (when("../2015", None, "2015-12-31"), ""),
        (when(), ""),
    ],
)
def test_the_precision_of_a_date_follows_its_days(tmp_path: Path, write: Write, time: Row, precision: str) -> None:
    made = report("e-1", "ev-1", initiator=["n-milf"], target=["villagers"], **time)
    row, losses = one(tmp_path, write, made, toll("killed", None, 5, 5, 5))
    assert row["date_prec"] == precision
    assert losses.lost["long"] == (precision == "")


@pytest.mark.parametrize(("where", "code"), [("n-basilan", "3"), ("n-country", "6"), ("n-lost", ""), ("a hill", "")])
def test_the_precision_of_a_place_follows_its_level(tmp_path: Path, write: Write, where: str, code: str) -> None:
    row, _ = one(tmp_path, write, report("e-1", "ev-1", where=[where]), toll("killed", None, 5, 5, 5))
    assert row["where_prec"] == code
    assert bool(row["latitude"]) == bool(code)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (STATE, GROUP, 1),
        (STATE, STATE, 1),
        (GROUP, GROUP, 2),
        (STATE, CIVILIANS, 3),
        (GROUP, CIVILIANS, 3),
        (CIVILIANS, CIVILIANS, None),
        (GROUP, UNKNOWN, None),
    ],
)
def test_the_type_of_violence_follows_the_sides_and_is_never_guessed(a: Side, b: Side, expected: int | None) -> None:
    assert type_of_violence(a, b) == expected


@pytest.mark.parametrize(
    ("tolls", "target", "expected"),
    [
        ([toll("killed", None, 7, 7, 7)], GROUP, {"unknown": 7, "total": Count(7, 7, 7)}),
        ([toll("killed", "n-army", 4, 4, 4), toll("killed", "n-milf", 6, 6, 8)], GROUP, {"a": 4, "b": 6, "total": Count(10, 10, 12)}),
        (
            [toll("killed", "n-army", 4, 4, 4), toll("killed", "people", 10, 10, 10)],
            GROUP,
            {"a": 4, "unknown": 6, "total": Count(10, 10, 10)},
        ),
        (
            [toll("killed", "women", 20, 20, 20), toll("killed", "people", 500, None, None)],
            GROUP,
            {"unknown": 500, "total": Count(500, 500, None)},
        ),
        ([toll("killed", "villagers", 9, 9, 9), toll("killed", "children", 4, 4, 4)], GROUP, {"civilians": 9, "total": Count(9, 9, 9)}),
        ([toll("killed", "those attacked", 5, 6, 7)], GROUP, {"b": 6, "total": Count(5, 6, 7)}),
        ([toll("killed", "those attacked", 5, 6, 7)], CIVILIANS, {"civilians": 6, "total": Count(5, 6, 7)}),
        (
            [toll("killed", "those attacked", 5, 6, 7), toll("killed", "children", 2, 2, 2)],
            UNKNOWN,
            {"civilians": 2, "unknown": 4, "total": Count(5, 6, 7)},
        ),
        ([toll("killed", "police", 3, 3, 3)], GROUP, {"a": 3, "total": Count(3, 3, 3)}),
    ],
)
def test_deaths_are_added_over_sides_and_never_within_one(
    released: Released, tolls: list[Row], target: Side, expected: dict[str, object]
) -> None:
    counts = deaths(Lookup(released), tolls, a=STATE, b=target, target=target, losses=Losses(LOSSES))
    if target is not GROUP:
        counts = deaths(Lookup(released), tolls, a=GROUP, b=target, target=target, losses=Losses(LOSSES))
    found = {name: count if name == "total" else count.best for name, count in counts.items() if name == "total" or count.best is not None}
    assert found == expected


def test_an_event_without_a_stated_death_is_counted_and_left_out(tmp_path: Path, write: Write) -> None:
    made = report("e-1", "ev-1", initiator=["n-milf"])
    held = moro(
        tmp_path / "r",
        event_reports=[made],
        happenings=[happening("ev-1", "e-1", tolls=[toll("injured", None, 4, 4, 4), toll("killed", None, 0, 0, 0)])],
    )
    content, losses = write(held, "ucdp")
    assert rows(content) == []
    assert losses.lost["no_death"] == 1


def test_what_happens_again_and_again_is_less_clear_and_a_town_is_no_side(tmp_path: Path, write: Write) -> None:
    made = report("e-1", "ev-1", initiator=["n-milf"], target=["n-mamasapano"], recurrent=True)
    row, losses = one(tmp_path, write, made, toll("killed", None, 5, None, None))
    assert (row["event_clarity"], row["side_b"], row["where_coordinates"], row["type_of_violence"]) == ("2", "", "Mamasapano", "")
    assert (row["low"], row["best"], row["high"], losses.lost["open_high"]) == ("5", "5", "", 1)


def test_loaded_words_are_quoted_and_never_a_side(tmp_path: Path, write: Write) -> None:
    made = report("e-1", "ev-1", initiator=["n-army"], target=["40 terrorists"])
    row, _ = one(tmp_path, write, made, toll("killed", "those attacked", 40, 40, 40))
    assert row["side_b"] == "described in words of one side"
    assert "terrorists" not in ",".join(value for name, value in row.items() if name not in ("tm_quotation", "source_headline"))


def test_a_publisher_that_looks_like_a_formula_runs_nothing(tmp_path: Path, write: Write) -> None:
    held = moro(tmp_path / "r", documents=[document(publisher="=cmd|' /C calc'!A0"), document("d-2")])
    assert rows(write(held, "ucdp")[0])[0]["source_office"].startswith("'=cmd")
