"""The table of relations has groups, their relation and its times, and nothing carried on."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from testimonia.publish.exports.losses import Losses
from testimonia.publish.released import Released

from .releases import CLAIMS, claim, moro, when

Write = Callable[[Released, str], tuple[bytes, Losses]]


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


@pytest.fixture
def table(released: Released, write: Write) -> list[dict[str, str]]:
    return rows(write(released, "militants")[0])


def test_a_split_begins_with_the_earliest_year_and_has_no_end(table: list[dict[str, str]]) -> None:
    split = next(row for row in table if row["tm_predicate"] == "split_from")
    assert (split["group_a"], split["group_b"], split["relation"]) == (
        "Moro Islamic Liberation Front",
        "Moro National Liberation Front",
        "Splinters",
    )
    assert (split["start"], split["end"], split["tm_last_day"], split["tm_time"]) == ("1977", "", "1978-03-31", "1977 | 1978-03")
    assert split["sources"] == "The Davao Paper, 2015-02-01, Title of d-1; Radio Cotabato, 2016~, Title of d-2"
    assert split["description"] == "“words of c-split” “words of c-split2”"


def test_an_open_membership_has_a_start_and_no_end(table: list[dict[str, str]]) -> None:
    member = next(row for row in table if row["tm_predicate"] == "member_of")
    assert (member["relation"], member["start"], member["end"]) == ("Affiliates", "2012", "")


def test_persons_places_and_denials_are_left_out_and_counted(table: list[dict[str, str]], released: Released, write: Write) -> None:
    assert len(table) == 2
    _, losses = write(released, "militants")
    assert (losses.lost["denied"], losses.lost["no_relation"], losses.lost["no_group"], losses.lost["clashes"]) == (1, 2, 1, 6)


def test_a_closed_time_has_both_ends_and_an_uncertain_one_says_so(tmp_path: Path, write: Write) -> None:
    closed = claim("c-a", "n-milf", "allied_with", "n-union", **when("2001/2003", "2001-01-01", "2003-12-31", "throughout"))
    vague = claim("c-b", "n-mnlf", "merged_into", "n-union", **when("1990~", "1990-01-01", "1990-12-31"))
    content, losses = write(moro(tmp_path / "r", claims=[*CLAIMS, closed, vague]), "militants")
    held = {row["tm_predicate"]: row for row in rows(content)}
    assert (held["allied_with"]["start"], held["allied_with"]["end"]) == ("2001", "2003")
    assert (held["merged_into"]["start"], held["merged_into"]["tm_time"], losses.lost["date"]) == ("", "1990~", 1)
