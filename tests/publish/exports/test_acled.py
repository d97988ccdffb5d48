"""ACLED's types follow from ours and the sides; what is not known stays undetermined."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from testimonia.publish.exports.acled import interaction, kind_of
from testimonia.publish.exports.happenings import happenings, two_sides
from testimonia.publish.exports.lookup import Lookup, export_data
from testimonia.publish.exports.losses import Losses
from testimonia.publish.released import Released

from .releases import CLAIMS, claim, happening, moro, report, toll, when

Write = Callable[[Released, str], tuple[bytes, Losses]]
OPEN = ("undetermined", "undetermined")
CHANGE = ("Strategic developments", "Change to group/activity")


def rows(content: bytes) -> dict[str, dict[str, str]]:
    return {row["event_id_cnty"]: row for row in csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""))}


def test_the_columns_are_acleds_in_their_order_then_ours(released: Released, write: Write) -> None:
    columns = list(next(iter(rows(write(released, "acled")[0]).values())))
    theirs = export_data("acled")["columns"]
    assert columns[: len(theirs)] == theirs
    assert len(theirs) == 31
    assert all(name.startswith("tm_") for name in columns[len(theirs) :])


@pytest.mark.parametrize(
    ("type_", "mode", "more", "expected"),
    [
        ("ASSAULT", None, {"initiator": ["n-milf"], "target": ["n-army"]}, ("Battles", "Armed clash")),
        ("ASSAULT", None, {"initiator": ["n-milf", "n-mnlf"]}, ("Battles", "Armed clash")),
        ("ASSAULT", "firearms", {"initiator": ["n-milf"], "target": ["villagers"]}, ("Violence against civilians", "Attack")),
        ("ASSAULT", None, {"initiator": ["soldiers"], "target": ["men"]}, OPEN),
        ("ASSAULT", None, {"target": ["n-army"]}, OPEN),
        ("ASSAULT", "aerial", {}, ("Explosions/Remote violence", "Air/drone strike")),
        ("ASSAULT", "drone", {}, ("Explosions/Remote violence", "Air/drone strike")),
        ("ASSAULT", "suicide-attack", {}, ("Explosions/Remote violence", "Suicide bomb")),
        ("ASSAULT", "heavy-weapons", {}, ("Explosions/Remote violence", "Shelling/artillery/missile attack")),
        ("ASSAULT", "explosives", {}, ("Explosions/Remote violence", "Remote explosive/landmine/IED")),
        ("ASSAULT", "unconventional", {}, ("Explosions/Remote violence", "Chemical weapon")),
        ("ASSAULT", "sexual", {}, ("Violence against civilians", "Sexual violence")),
        ("ASSAULT", "abduct", {}, ("Violence against civilians", "Abduction/forced disappearance")),
        ("ASSAULT", "destroy", {}, ("Strategic developments", "Looting/property destruction")),
        ("COERCE", "arrest", {}, ("Strategic developments", "Arrests")),
        ("COERCE", "seize", {"initiator": ["n-army"], "target": ["n-basilan"]}, ("Battles", "Government regains territory")),
        ("COERCE", "seize", {"initiator": ["n-milf"], "target": ["n-basilan"]}, ("Battles", "Non-state actor overtakes territory")),
        ("COERCE", "seize", {"initiator": ["men"], "target": ["n-basilan"]}, ("Battles", "undetermined")),
        (
            "COERCE",
            "seize",
            {"figures": [{"what": "weapons", "of": None, "low": 9, "high": 9}]},
            ("Strategic developments", "Disrupted weapons use"),
        ),
        ("COERCE", "seize", {"target": ["a bank"]}, ("Strategic developments", "Looting/property destruction")),
        ("PROTEST", "demo", {}, ("Protests", "Peaceful protest")),
        ("PROTEST", None, {}, ("Protests", "undetermined")),
        ("PROTEST", "riot", {}, ("Riots", "Violent demonstration")),
        ("AGREE", None, {}, ("Strategic developments", "Agreement")),
        ("RETREAT", "ceasefire", {}, ("Strategic developments", "Agreement")),
        ("RETREAT", "withdraw", {"where": ["n-basilan"]}, ("Strategic developments", "Non-violent transfer of territory")),
        ("RETREAT", "withdraw", {}, ("Strategic developments", "undetermined")),
        ("THREATEN", "violence", {}, None),
        ("ACCUSE", None, {}, None),
        ("COERCE", "curfew", {}, None),
    ],
)
def test_the_crosswalk(tmp_path: Path, type_: str, mode: str | None, more: dict[str, Any], expected: tuple[str, str] | None) -> None:
    made = report("e-1", "ev-1", type_, mode=mode, **more)
    lookup = Lookup(moro(tmp_path / "r", event_reports=[made], happenings=[happening("ev-1", "e-1")]))
    found = next(happenings(lookup))
    a, b = two_sides(lookup, made)
    assert kind_of(lookup, found, a=a, b=b) == expected


@pytest.mark.parametrize(
    ("type_", "mode", "expected"),
    [("COERCE", "arrest", "Protest with intervention"), ("ASSAULT", "firearms", "Excessive force against protesters")],
)
def test_force_against_a_protest_is_told_by_another_report_of_it(tmp_path: Path, type_: str, mode: str, expected: str) -> None:
    reports = [report("e-1", "ev-1", "PROTEST", mode="demo", initiator=["n-mnlf"]), report("e-2", "ev-1", type_, mode=mode)]
    lookup = Lookup(moro(tmp_path / "r", event_reports=reports, happenings=[happening("ev-1", "e-1", "e-2")]))
    found = next(happenings(lookup))
    a, b = two_sides(lookup, reports[0])
    assert kind_of(lookup, found, a=a, b=b) == ("Protests", expected)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("State forces", "Civilians", "State forces-Civilians"),
        ("Rioters", "State forces", "State forces-Rioters"),
        ("Protesters", "State forces", "State forces-Protesters"),
        ("State forces", "State forces", "State forces-State forces"),
        ("State forces", None, "State forces only"),
        ("Protesters", None, "Protesters only"),
        ("undetermined", None, "undetermined"),
        ("undetermined", "State forces", "undetermined"),
        ("State forces", "undetermined", "undetermined"),
        (None, "Civilians", "undetermined"),
        (None, None, None),
    ],
)
def test_who_met_is_said_as_acled_words_it_and_never_guessed(one: str | None, other: str | None, expected: str | None) -> None:
    assert interaction(one, other) == expected


def test_the_column_of_who_met_is_filled_from_the_sides(tmp_path: Path, write: Write) -> None:
    sides = {"ev-1": (["n-army"], ["villagers"]), "ev-2": (["n-army"], []), "ev-3": (["n-milf"], ["n-army"]), "ev-4": ([], ["n-army"])}
    reports = [report(f"e{name}", name, "ASSAULT", initiator=by, target=met) for name, (by, met) in sides.items()]
    reports.append(report("eev-5", "ev-5", "PROTEST", mode="demo", initiator=["villagers"], target=["n-army"]))
    happened = [happening(made["event"], made["id"]) for made in reports]
    found = rows(write(moro(tmp_path / "r", event_reports=reports, happenings=happened), "acled")[0])
    assert {name: found[name]["interaction"] for name in ("ev-1", "ev-2", "ev-3", "ev-4", "ev-5")} == {
        "ev-1": "State forces-Civilians",
        "ev-2": "State forces only",
        "ev-3": "undetermined",
        "ev-4": "undetermined",
        "ev-5": "State forces-Protesters",
    }


def test_a_row_has_actors_what_is_known_of_them_the_lowest_toll_and_who_said_what(released: Released, write: Write) -> None:
    row = rows(write(released, "acled")[0])["ev-1"]
    assert (row["event_date"], row["time_precision"], row["year"], row["geo_precision"], row["location"]) == (
        "2015-01-25",
        "1",
        "2015",
        "1",
        "Mamasapano",
    )
    assert (row["actor1"], row["inter1"], row["actor2"], row["inter2"]) == (
        "Moro Islamic Liberation Front",
        "undetermined",
        "Philippine Army",
        "State forces",
    )
    assert (row["fatalities"], row["disorder_type"], row["country"]) == ("44", "Political violence", "Philippines")
    assert "The Davao Paper, quoting a person without a public role: “words of e-1”." in row["notes"]
    assert "(denied)" in row["notes"]
    assert (row["tm_witnesses"], row["tm_disputed"]) == ("2", "true")


def test_a_protest_has_protesters_and_no_point_is_no_point(released: Released, write: Write) -> None:
    row = rows(write(released, "acled")[0])["ev-2"]
    assert (row["inter1"], row["disorder_type"], row["location"], row["latitude"]) == ("Protesters", "Demonstrations", "Camp Lost", "")


def test_changes_in_groups_come_from_dated_claims_that_are_not_denied(tmp_path: Path, write: Write) -> None:
    more = [
        claim("c-end", "n-mnlf", "dissolved"),
        claim("c-deny", "n-mnlf", "dissolved", polarity="denied", **when("2001", "2001-01-01", "2001-12-31")),
    ]
    content, losses = write(moro(tmp_path / "r", claims=[*CLAIMS, *more]), "acled")
    held = rows(content)
    changes = {name for name, row in held.items() if (row["event_type"], row["sub_event_type"]) == CHANGE}
    assert changes == {"c-split", "c-split2", "c-founded", "c-founded2"}
    assert (held["c-split"]["actor1"], held["c-split"]["assoc_actor_1"]) == (
        "Moro Islamic Liberation Front",
        "Moro National Liberation Front",
    )
    assert (held["c-split2"]["event_date"], held["c-split2"]["time_precision"]) == ("1978-03-01", "3")
    assert (held["c-split"]["event_date"], held["c-split"]["tm_first_day"]) == ("", "1977-01-01")
    assert (losses.lost["undated_change"], losses.lost["denied_change"]) == (1, 1)


def test_what_nobody_says_happened_and_what_acled_has_not_is_left_out_and_counted(released: Released, write: Write) -> None:
    content, losses = write(released, "acled")
    assert not {"ev-3", "ev-4"} & set(rows(content))
    assert (losses.lost["not_happened"], losses.lost["no_type"]) == (1, 1)


def test_civilians_as_targets_are_marked_and_no_deaths_are_not_zero(tmp_path: Path, write: Write) -> None:
    made = report("e-1", "ev-1", initiator=["n-milf"], target=["villagers"], where=["n-country"])
    held = moro(
        tmp_path / "r", claims=[], event_reports=[made], happenings=[happening("ev-1", "e-1", tolls=[toll("injured", None, 4, 4, 4)])]
    )
    row = rows(write(held, "acled")[0])["ev-1"]
    assert (row["civilian_targeting"], row["inter2"], row["fatalities"], row["latitude"]) == ("Civilian targeting", "Civilians", "", "")


def test_every_type_of_the_crosswalk_is_in_the_codebook() -> None:
    from testimonia.codebook.load import load_codebook

    types = load_codebook().event_types
    for code in export_data("acled")["events"]:
        event, _, mode = code.partition(".")
        assert not mode or mode in types[event].modes
