"""Disputes about events: figures, days, places, and whether it happened; and look-alikes that are none."""

import json
from pathlib import Path

import pytest

from testimonia.weigh.findings import weigh_knowledge

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "weigh" / "disputes_of_events.jsonl").read_text("utf-8").splitlines()
]
GIVEN = ("documents", "reports", "claims", "places", "kinds", "titles")
DOCUMENTS = {"a": "The Daily Example", "b": "Sample News", "c": "Third Paper"}
SPOTS = {"Goma": [-1.68, 29.22], "Sake": [-1.57, 29.04], "Munigi": [-1.64, 29.24]}
KINDS = dict.fromkeys(SPOTS, "place")
EVENT = "ASSAULT | M23 -> Congolese Army | Goma | 2012-11-20"

MASSACRE, WHERE = "ASSAULT | M23 -> ", "| Goma | 2012-11-20"
POSSIBLE, DEFINITE = ("event_figures", "possible", [1, 2]), ("event_figures", "definite", [1, 2])


@pytest.mark.parametrize(
    ("reports", "expect"),
    [
        ([f"a | {EVENT} | killed 10", f"b | {EVENT} | killed 64"], [("event_figures", "definite", [1, 2])]),
        ([f"a | {EVENT} | killed 10+", f"b | {EVENT} | killed 64"], []),
        ([f"a | {EVENT} | killed 10-70", f"b | {EVENT} | killed 64"], []),
        ([f"a | {EVENT} | killed 10", f"b | {EVENT} | injured 64"], []),
        ([f"a | {MASSACRE}~men {WHERE} | killed 10 of ~men", f"b | {MASSACRE}~fighters {WHERE} | killed 64 of ~fighters"], [POSSIBLE]),
        ([f"a | {MASSACRE}~men {WHERE} | killed 10 of ~men", f"b | {MASSACRE}~men {WHERE} | killed 64 of ~men"], [DEFINITE]),
        ([f"a | {MASSACRE}~men {WHERE} | killed 10 of ~children", f"b | {MASSACRE}~men {WHERE} | killed 64 of ~men"], []),
        ([f"a | {EVENT} | killed 10 of M23", f"b | {EVENT} | killed 64"], []),
        ([f"a | {EVENT} | killed 10", f"a > M23 | {EVENT} | killed 64"], [("event_figures", "definite", [1, 2])]),
        ([f"a | {EVENT} | killed 10", f"b | {EVENT} | killed 64", f"c | {EVENT} | killed 5+"], [("event_figures", "definite", [1, 2])]),
        ([f"a | {EVENT}", f"b | {EVENT} | | denied"], [("event_denied", "definite", [1, 2])]),
        ([f"a | {EVENT}", f"b | {EVENT} | | planned"], []),
        ([f"a | {EVENT}", f"b | {EVENT.replace('Goma', 'Sake')}"], [("event_places", "possible", [1, 2])]),
        ([f"a | {EVENT}", f"b | {EVENT.replace('Goma', 'Munigi')}"], []),
        ([f"a | {EVENT} | killed 12", f"b | {EVENT.replace('-20', '-21')} | killed 12"], [("event_days", "possible", [1, 2])]),
        ([f"a | {EVENT} | killed 1", f"b | {EVENT.replace('-20', '-21')} | killed 1"], []),
        ([f"a | {EVENT} | killed 12", f"b | {EVENT.replace('-20', '-29')} | killed 12"], []),
        ([f"a | {EVENT} | killed 12", f"a | {EVENT.replace('-20', '-21')} | killed 12"], []),
        ([f"a | {EVENT} | killed 12", f"b | {EVENT.replace('-20', '-21')} | killed 15"], []),
    ],
)
def test_reports_that_cannot_all_hold_are_a_dispute(knowledge_of, reports, expect):
    knowledge = knowledge_of(documents=DOCUMENTS, reports=reports, places=SPOTS, kinds=KINDS)
    number = {report.id: place for place, report in enumerate(knowledge.reports, start=1)}
    found = [(x.rule, x.certainty, sorted(number[c] for c in x.claims)) for x in weigh_knowledge(knowledge).disputes]
    assert found == expect


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"]) for case in CASES])
def test_a_case_gives_the_disputes_that_its_coder_expects(case, knowledge_of):
    knowledge = knowledge_of(**{key: case[key] for key in GIVEN if key in case})
    number = {report.id: place for place, report in enumerate(knowledge.reports, start=1)}
    found = [(x.rule, x.certainty, sorted(number[c] for c in x.claims)) for x in weigh_knowledge(knowledge).disputes]
    assert found == [(x["rule"], x["certainty"], sorted(x["reports"])) for x in case["expect"]], case["comment"]


def test_half_of_the_cases_are_look_alikes():
    assert 2 * sum(not case["expect"] for case in CASES) >= len(CASES) > 30


def test_the_sentence_names_event_and_figures(knowledge_of):
    (dispute,) = weigh_knowledge(
        knowledge_of(documents=DOCUMENTS, reports=[f"a | {EVENT} | killed 10", f"b | {EVENT} | killed 60-64"])
    ).disputes
    assert dispute.why == "The figures given for killed in the attack or clash in Goma (2012-11-20) do not meet: 10 against 60 to 64."
    assert [position.witnesses for position in dispute.positions] == [1, 1]
