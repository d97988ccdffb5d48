"""Corroborations case by case: who agrees, on what exactly, and how many are independent."""

import json
from pathlib import Path

import pytest

from testimonia.weigh.findings import weigh_knowledge

CASES = [
    json.loads(line) for line in (Path(__file__).parents[1] / "cases" / "weigh" / "corroborations.jsonl").read_text("utf-8").splitlines()
]


def parameters():
    for case in CASES:
        marks = [pytest.mark.xfail(strict=True, reason=case["comment"])] if case["holds"] == "no" else []
        yield pytest.param(case, id=case["label"], marks=marks)


@pytest.mark.parametrize("case", list(parameters()))
def test_what_exactly_is_agreed_and_by_how_many(knowledge_of, case):
    knowledge = knowledge_of(**{name: case[name] for name in ("documents", "claims", "kinds") if name in case})
    number = {claim.id: place for place, claim in enumerate(knowledge.claims, 1)}
    found = weigh_knowledge(knowledge).corroborations
    told = [
        {
            "claims": sorted(number[claim] for claim in made.claims),
            "witnesses": made.witnesses,
            "agreed": [one.words for one in made.agreed],
        }
        for made in found
    ]
    assert told == [{name: group[name] for name in ("claims", "witnesses", "agreed")} for group in case["expect"]]
    for made, group in zip(found, case["expect"], strict=True):
        assert dict(made.stances) == group.get("stances", {"asserted": len(group["claims"])})
