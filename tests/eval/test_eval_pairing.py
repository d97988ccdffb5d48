"""Dates, ranges and pairs agree or do not."""

from typing import Any

import pytest
from eval.pairing import count, pair_up, ratio, same_range, same_when


def test_ratio_is_rounded_and_keeps_its_counts() -> None:
    assert ratio(2, system=3, gold=4) == {"p": 0.667, "r": 0.5, "f1": 0.571, "right": 2, "system": 3, "gold": 4}


def test_nothing_found_and_nothing_to_find_score_nought() -> None:
    assert ratio(0, system=0, gold=0)["f1"] == 0.0


@pytest.mark.parametrize(
    ("when", "target", "exact", "same"),
    [
        ("1972", {"when": "1972-10-21"}, False, True),
        ("1972", {"when": "1972-10-21"}, True, False),
        ("2000-09", {"when": "2000-09~"}, True, True),
        ("2017/..", {"when": "2017"}, True, False),
        ("../2017", {"when": "2017"}, False, False),
        (None, {"when": None}, True, True),
        (None, {"when": "1969"}, False, False),
        (None, {"when": "1969", "when_alt": [""]}, False, True),
        ("2019", {"when": "2018", "when_alt": ["2019-01"]}, False, True),
    ],
)
def test_dates_agree_by_year_or_to_the_letter(when: str | None, target: dict[str, Any], exact: bool, same: bool) -> None:
    assert same_when(when, target, exact=exact) is same


@pytest.mark.parametrize(
    ("mine", "theirs", "same"),
    [
        ({"low": 401, "high": None}, {"low": 400, "high": None}, True),
        ({"low": 403, "high": None}, {"low": 401, "high": None}, False),
        ({"low": 8, "high": 8}, {"low": 8, "high": None}, False),
        ({"low": 0, "high": 0}, {"low": None, "high": None}, False),
        (None, None, True),
    ],
)
def test_ranges_agree_give_or_take_one_and_nought_is_not_unstated(mine: dict[str, Any], theirs: dict[str, Any], same: bool) -> None:
    assert same_range(mine, theirs) is same


def test_the_best_pair_is_made_first_and_each_item_is_used_once() -> None:
    system, targets = [{"n": 1}, {"n": 2}], [{"n": 2}, {"n": 3}]
    pairs = pair_up(system, targets, matches=lambda s, g: True, weight=lambda s, g: float(s["n"] == g["n"]))
    assert [(s["n"], g["n"]) for s, g in pairs] == [(2, 2), (1, 3)]


def test_optional_items_cost_nothing_missed_or_found() -> None:
    system: list[dict[str, Any]] = [{"n": 1}, {"n": 2}, {"n": 9}]
    targets: list[dict[str, Any]] = [{"n": 1}, {"n": 2, "optional": True}, {"n": 3, "optional": True}, {"n": 4}]
    pairs = pair_up(system, targets, matches=lambda s, g: s["n"] == g["n"], weight=lambda s, g: 1.0)
    found = count(system, targets, pairs)
    assert (found["right"], found["system"], found["gold"]) == (1, 2, 2)
