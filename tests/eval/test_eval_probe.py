"""The probe's own rules: one to one, every stated slot, nothing too many."""

import json
from dataclasses import replace

from eval.probe import GOLD, differences, report_faults

from testimonia.model.claim import Attribution, Proposal
from testimonia.model.event import EventReport, Figure
from testimonia.model.evidence import Evidence
from testimonia.model.party import Party
from testimonia.model.reading import Reading

EVIDENCE = (Evidence("d-0", 0, 5, "words"),)
REPORT = EventReport(
    "d-0",
    "ASSAULT",
    Attribution((Party("the army", None, "words", 0, 8),)),
    EVIDENCE,
    Proposal("grammar", "events.test"),
    initiator=(Party("gunmen", None, "words", 0, 6),),
    figures=(Figure("killed", None, 3, 3),),
)
WANTED = {"event": "ASSAULT", "initiator": ["gunmen"], "figures": [{"what": "killed", "low": 3, "high": 3}], "voices": ["army"]}


def test_all_stated_slots_must_be_right_and_unstated_ones_are_not_judged() -> None:
    assert report_faults(REPORT, WANTED, {}) == []
    assert report_faults(REPORT, {**WANTED, "target": ["bus"], "where": ["Jolo"]}, {}) == ["target", "where"]
    assert report_faults(replace(REPORT, mode="drone"), WANTED, {}) == []


def test_status_stance_and_voices_are_always_judged() -> None:
    assert report_faults(replace(REPORT, status="planned"), WANTED, {}) == ["status"]
    assert report_faults(REPORT, {key: value for key, value in WANTED.items() if key != "voices"}, {}) == ["voices"]


def test_a_party_may_be_called_either_name_or_be_left_out_where_the_line_says_so() -> None:
    assert report_faults(REPORT, {**WANTED, "initiator": ["bandits|gunmen"], "target": ["?bus"]}, {}) == []


def test_an_event_too_many_or_too_few_makes_a_sentence_wrong() -> None:
    other = replace(REPORT, initiator=(Party("police", None, "words", 9, 15),))
    reading = Reading("d-0", "grammar", reports=(REPORT, other))
    assert len(differences(reading, [WANTED])) == 1
    assert len(differences(Reading("d-0", "grammar"), [WANTED])) == 1
    assert differences(Reading("d-0", "grammar"), [{"event": "COOPERATE", "optional": True}]) == ()


def test_the_probe_holds_sixty_sentences_each_told_apart_by_its_label() -> None:
    lines = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    assert len({line["label"] for line in lines}) == 60 and sum(line.get("anchor", False) for line in lines) == 13
