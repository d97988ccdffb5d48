"""Events: every case that a coder wrote, and that every report belongs to exactly one."""

import json
from pathlib import Path
from typing import Any

import pytest

from testimonia.weigh.findings import weigh_knowledge

CASES = [json.loads(line) for line in (Path(__file__).parents[1] / "cases" / "weigh" / "events.jsonl").read_text("utf-8").splitlines()]


def marked(case: dict[str, Any]) -> Any:
    limits = [pytest.mark.xfail(strict=True, reason=case["comment"])] if case["holds"] == "no" else []
    return pytest.param(case, id=case["label"], marks=limits)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_a_case_gives_the_events_that_its_coder_expects(case, knowledge_of):
    knowledge = knowledge_of(**{key: case[key] for key in ("documents", "reports", "kinds", "places")})
    number = {report.id: place for place, report in enumerate(knowledge.reports, start=1)}
    events = weigh_knowledge(knowledge).events
    assert sorted(sorted(number[name] for name in event.reports) for event in events) == case["expect"], [event.why for event in events]


def test_every_report_belongs_to_one_event_and_every_event_says_why(knowledge_of):
    for case in CASES:
        knowledge = knowledge_of(**{key: case[key] for key in ("documents", "reports", "kinds", "places")})
        events = weigh_knowledge(knowledge).events
        told = [name for event in events for name in event.reports]
        assert sorted(told) == sorted(report.id for report in knowledge.reports)
        assert all(event.why.endswith(".") for event in events)


def test_the_reason_names_what_is_shared(knowledge_of):
    line = "| ASSAULT | IS -> Syrian Army | Palmyra | 2015-05-20 | killed 12"
    documents = {"a": "The Daily Example", "b": "Sample News"}
    (event,) = weigh_knowledge(knowledge_of(documents=documents, reports=[f"a {line}", f"b {line}"])).events
    assert event.why == (
        "2 reports in 2 documents share the same day, the same place (Palmyra), the same initiator (IS), "
        "the same target (Syrian Army), the same figure (killed); score 10, where 5 suffices."
    )
