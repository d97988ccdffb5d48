"""The forms of dates, and the quick look that spares most words from being tried against them."""

import json
import re
from pathlib import Path

import pytest

from testimonia.text.date_forms import _opening, date_expression

CASES = [json.loads(line) for line in (Path(__file__).parents[1] / "cases" / "text" / "dates.jsonl").read_text("utf-8").strip().split("\n")]


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("3 May 2001", "dmy"),
        ("third quarter of 2001", "quarter"),
        ("nineteen ninety-six", "wyear"),
        ("the weekend", "weekend"),
        ("Q2 2001", "quarter"),
    ],
)
def test_the_last_group_names_the_form(words, form):
    match = date_expression().search(f"They met {words}.")
    assert match is not None
    assert (match.lastgroup, match.group()) == (form, words)


def test_the_quick_look_turns_away_nothing_that_a_form_would_match():
    slow = re.compile(date_expression().pattern.replace(_opening(), ""))
    for case in CASES:
        assert [m.span() for m in date_expression().finditer(case["text"])] == [m.span() for m in slow.finditer(case["text"])], case[
            "label"
        ]
