"""Independence case by case: who is one witness, and by which path."""

import json
from pathlib import Path

import pytest

from testimonia.model.stemma import count_independent, path_from
from testimonia.weigh.assertions import assertions_of
from testimonia.weigh.independence import Witnesses

CASES = [
    json.loads(line) for line in (Path(__file__).parents[1] / "cases" / "weigh" / "independence.jsonl").read_text("utf-8").splitlines()
]


def parameters():
    for case in CASES:
        marks = [pytest.mark.xfail(strict=True, reason=case["comment"])] if case["holds"] == "no" else []
        yield pytest.param(case, id=case["label"], marks=marks)


@pytest.mark.parametrize("case", list(parameters()))
def test_the_path_that_joins_two_witnesses_is_named(knowledge_of, case):
    wanted = ("documents", "claims", "kinds", "texts")
    knowledge = knowledge_of(**{name: case[name] for name in wanted if name in case})
    made = Witnesses(knowledge, assertions_of(knowledge))
    said = [knowledge.claims[number - 1] for number in case["of"]]
    asked = [made.of(claim.document, claim.attribution, when=claim.when) for claim in said]
    assert count_independent(asked) == case["expect"]["independent"]
    path = path_from(asked[0], asked[1], asked) or ()
    assert len(path) == len(case["expect"]["path"])
    for step, words in zip(path, case["expect"]["path"], strict=True):
        assert words in step.words


def test_enough_cases_are_look_alikes():
    assert sum(not case["expect"]["path"] for case in CASES) * 3 >= len(CASES)
