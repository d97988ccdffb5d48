"""Happenings follow the fullest account, part its sides and never guess what somebody is."""

from pathlib import Path

import pytest

from testimonia.publish.exports.happenings import fullest, happenings, has_happened, places, side, sort_of, span, two_sides
from testimonia.publish.exports.lookup import Lookup
from testimonia.publish.released import Released

from .releases import happening, moro, report, when


@pytest.fixture
def lookup(released: Released) -> Lookup:
    return Lookup(released)


def test_an_event_has_its_reports_its_account_its_witnesses_and_its_disputes(lookup: Lookup) -> None:
    first = next(happenings(lookup))
    assert [row["id"] for row in first.reports] == ["e-1", "e-2", "e-3"]
    assert first.account is not None
    assert first.account["id"] == "e-1"
    assert [row["id"] for row in first.told] == ["e-1", "e-2"]
    assert (first.witnesses, first.disputes) == (2, ())


def test_what_nobody_says_happened_has_no_account(lookup: Lookup) -> None:
    accounts = {one.row["id"]: one.account for one in happenings(lookup)}
    assert accounts["ev-3"] is None


def test_a_report_that_is_not_released_is_passed_over(tmp_path: Path) -> None:
    held = moro(tmp_path / "r", happenings=[happening("ev-1", "e-1", "e-gone")])
    assert [len(one.reports) for one in happenings(Lookup(held))] == [1]


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("n-army", "state"),
        ("n-milf", "group"),
        ("n-paper", None),
        ("government troops", "state"),
        ("12 villagers", "civilians"),
        ("soldiers", None),
        ("armed men", None),
        ("residents and police", None),
    ],
)
def test_what_somebody_is_is_told_by_kind_or_plain_words_or_not_at_all(lookup: Lookup, reference: str, expected: str | None) -> None:
    assert sort_of(lookup, reference) == expected


def test_a_side_of_different_sorts_has_none_and_a_place_is_no_party(lookup: Lookup) -> None:
    assert side(lookup, ["n-army", "n-milf"]).sort is None
    held = side(lookup, ["n-mamasapano", "villagers"])
    assert (held.label, held.sort, held.references) == ("villagers", "civilians", ("villagers",))


def test_a_clash_is_parted_into_the_state_and_the_others(lookup: Lookup) -> None:
    first, other = two_sides(lookup, report("e", None, initiator=["n-milf", "n-army", "n-mnlf"]))
    assert (first.references, other.references) == (("n-army",), ("n-milf", "n-mnlf"))
    first, other = two_sides(lookup, report("e", None, initiator=["n-milf", "n-mnlf"]))
    assert (first.references, other.references) == (("n-milf",), ("n-mnlf",))


def test_the_fullest_account_names_most_and_takes_no_side(lookup: Lookup) -> None:
    loaded = report("a", None, initiator=["n-army"], target=["40 terrorists"])
    plain = report("b", None, initiator=["n-army"], target=["at least 40 people"])
    assert fullest(lookup, [loaded, plain]) == plain
    assert fullest(lookup, [plain, report("c", None, initiator=["n-army"], target=["n-milf"])]) is not None
    assert fullest(lookup, [plain, report("c", None, initiator=["n-army"], target=["n-milf"])])["id"] == "c"  # type: ignore[index]
    assert fullest(lookup, []) is None


def test_places_come_the_most_exact_first_and_a_town_that_is_attacked_is_where_it_was(lookup: Lookup) -> None:
    found = places(lookup, report("e", None, where=["n-lost", "n-country", "n-basilan"], target=["n-mamasapano", "villagers"]))
    assert [row["id"] for row in found] == ["n-mamasapano", "n-basilan", "n-country", "n-lost"]


def test_the_days_are_the_accounts_or_else_the_first_that_are_told(lookup: Lookup) -> None:
    first = next(happenings(lookup))
    assert span(first, first.account).edtf == "2015-01-25"
    undated = report("e", None)
    assert span(first, undated).edtf == "2015-01-25"
    assert has_happened(undated)
    assert not has_happened(report("e", None, status="planned", **when("2016")))


def test_nobody_stands_on_both_sides(lookup: Lookup) -> None:
    first, other = two_sides(lookup, report("e", None, initiator=["n-milf"], target=["n-milf", "villagers"]))
    assert (first.references, other.references) == (("n-milf",), ("villagers",))
