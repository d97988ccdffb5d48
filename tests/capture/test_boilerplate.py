"""The cases of boilerplate.jsonl, and what holds for any text: marks lie in the text, in order, and never overlap."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.capture.boilerplate import mark_boilerplate

CASES = [json.loads(line) for line in (Path(__file__).parents[1] / "cases/capture/boilerplate.jsonl").read_text("utf-8").splitlines()]
LINES = sorted({line for case in CASES for line in case["text"].split("\n")})


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_marks_what_the_case_expects_and_nothing_else(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if case["holds"] == "no":
        request.applymarker(pytest.mark.xfail(strict=True, reason=case["comment"]))
    text = case["text"]
    author = next((line[3:] for line in text.split("\n") if line.startswith("By ")), None)
    found = [(mark.kind, text[mark.start : mark.end]) for mark in mark_boilerplate(text, author=author)]
    assert [kind for kind, _ in found] == [expected["kind"] for expected in case["expect"]], found
    for (_, words), expected in zip(found, case["expect"], strict=True):
        assert words.startswith(expected["from"]) and words.endswith(expected["to"]), words


def test_there_are_enough_cases_of_either_sort() -> None:
    assert sum(1 for case in CASES if case["expect"]) >= 30
    assert sum(1 for case in CASES if not case["expect"]) >= 20


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=80)), max_size=12), st.sampled_from(["\n", "\n\n"]))
def test_marks_lie_within_the_text_in_order_without_overlap(lines: list[str], joint: str) -> None:
    text = joint.join(lines)
    marks = mark_boilerplate(text, author="Jane Doe", publisher="The Daily Example")
    for mark in marks:
        words = text[mark.start : mark.end]
        assert words and words == words.strip() and mark.reason
    assert all(one.end <= two.start for one, two in pairwise(marks))


def test_the_same_text_is_marked_the_same_way_twice() -> None:
    text = "\n\n".join(case["text"] for case in CASES[:5])
    assert mark_boilerplate(text) == mark_boilerplate(text)
