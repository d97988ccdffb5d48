"""Entities are aligned as the published scorer does it, and a chain of voices gives the key's word for whose word it is."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from eval.muc4 import align, rows_of, tally_texts
from eval.muc4_key import KeyedText, entities_of, load_texts, normalise, to_document
from eval.muc4_roles import entities_told, told_incidents
from eval.muc4_voice import stage_of

from testimonia.model.claim import Attribution, Proposal
from testimonia.model.event import EventReport
from testimonia.model.evidence import evidence_at
from testimonia.model.kinds import Stance, Status
from testimonia.model.party import Party
from testimonia.model.reading import Reading
from testimonia.model.referent import Referent

TEXT = "   ILIGAN CITY, 7 MAR 88 (WIRE) -- [TEXT] MORO FIGHTERS BLEW UP THE AGUS POWER STATION WITH A CAR BOMB.\n\n   A GUARD WAS KILLED."
FRONT = Referent("r-front", "d-1", "Moro Front", "org", "armed_group", ("Moro Front", "MF"))
ARMY = Referent("r-army", "d-1", "Philippine Army", "org", "state_force", ("Philippine Army",))


def keyed(tmp_path: Path, confidence: str = "REPORTED AS FACT", stage: str = "ACCOMPLISHED") -> KeyedText:
    """A text with one incident as the corpus writes it."""
    names = ["MORO FRONT", "MF"]
    slots = {
        "incident_stage_of_execution": [{"value": [stage]}],
        "incident_instrument_id": [{"value": ["CAR BOMB", "BOMB"]}],
        "perp_individual_id": [{"value": ["FIGHTERS", "MORO FIGHTERS"]}],
        "perp_organization_id": [{"value": names}],
        "perp_organization_confidence": [{"value": confidence.split(" / "), "of": names}],
        "phys_tgt_id": [{"value": ["AGUS POWER STATION"]}],
        "hum_tgt_name": [],
        "hum_tgt_description": [{"value": ["GUARD"]}],
    }
    line = {"docid": "d-1", "text": TEXT, "dateline": "ILIGAN CITY, 7 MAR 88 (WIRE) --", "templates": [{"slots": slots}, {"slots": slots}]}
    path = tmp_path / "texts.jsonl"
    path.write_text(json.dumps(line), "utf-8")
    return next(load_texts(path))


def party(words: str, referent: Referent | None = None) -> Party:
    """A party at its place in the text."""
    start = TEXT.index(words)
    return Party(words, None if referent is None else referent.id, "words" if referent is None else "name", start, start + len(words))


ACCUSED = Proposal("test", "events.read_verbal_events", "ACCUSED")


def report(stance: Stance = "asserted", status: Status = "happened", voices: tuple[Party, ...] = ()) -> EventReport:
    """The report that a reader makes of the text's first sentence."""
    start, end = TEXT.index("MORO FIGHTERS"), TEXT.index(" WITH A CAR")
    return EventReport(
        "d-1",
        "ASSAULT",
        Attribution((Party("WIRE", None, "publisher"), *voices), stance),
        (evidence_at("d-1", TEXT, start=start, end=end),),
        Proposal("test", "events.read_verbal_events", "BLEW"),
        initiator=(party("MORO FIGHTERS", FRONT),),
        target=(party("THE AGUS POWER STATION"),),
        status=status,
    )


def reading(*reports: EventReport) -> Reading:
    """A reading of the text."""
    return Reading("d-1", "test", (FRONT, ARMY), reports=reports)


def test_a_document_is_dated_and_sourced_by_its_dateline_and_keeps_its_text(tmp_path: Path) -> None:
    document = to_document(keyed(tmp_path))
    assert (document.published, document.publisher, document.text) == ("1988-03-07", "WIRE", TEXT)
    assert TEXT[document.marked[0].end :].startswith("MORO FIGHTERS")


def test_strings_are_folded_as_the_published_scorer_folds_them() -> None:
    assert normalise('THE "LA UNION"  Governor\'s Office') == "la union governors office"


def test_an_entity_of_two_incidents_is_one(tmp_path: Path) -> None:
    assert entities_of(keyed(tmp_path).incidents)["PerpOrg"] == [frozenset({"moro front", "mf"})]


def test_victims_by_description_count_only_where_asked_for(tmp_path: Path) -> None:
    incidents = keyed(tmp_path).incidents
    assert entities_of(incidents)["Victim"] == []
    assert entities_of(incidents, described=True)["Victim"] == [frozenset({"guard"})]


def test_alignment_moves_an_earlier_entity_to_make_room() -> None:
    wide, narrow = frozenset({"army"}), frozenset({"army", "third army"})
    assert align([wide, frozenset({"third army"})], [narrow, wide]) == {0: 1, 1: 0}


def test_an_entity_with_one_foreign_mention_is_wrong() -> None:
    assert align([frozenset({"army", "police"})], [frozenset({"army", "third army"})]) == {}


def test_two_predictions_cannot_share_one_entity_of_the_key() -> None:
    assert len(align([frozenset({"army"}), frozenset({"third army"})], [frozenset({"army", "third army"})])) == 1


def test_a_report_fills_the_roles_in_the_words_of_the_key() -> None:
    told = entities_told(told_incidents(reading(report()), TEXT))
    assert told == {
        "PerpInd": [frozenset({"fighters"})],
        "PerpOrg": [frozenset({"moro front"})],
        "Target": [frozenset({"agus power station"})],
        "Victim": [],
        "Weapon": [frozenset({"car bomb"})],
    }


@pytest.mark.parametrize("change", [{"type": "COERCE"}, {"status": "hypothetical"}, {"recurrent": True}])
def test_what_is_no_incident_fills_no_role(change: dict[str, object]) -> None:
    assert told_incidents(reading(replace(report(), **change)), TEXT) == []  # type: ignore[arg-type]


def test_an_attack_on_fighters_alone_is_fighting_and_no_incident() -> None:
    told = replace(report(), initiator=(), target=(party("MORO FIGHTERS"),))
    assert told_incidents(reading(told), TEXT) == []


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (report(), "REPORTED AS FACT"),
        (report(voices=(Party("the Moro Front", FRONT.id),)), "CLAIMED OR ADMITTED"),
        (replace(report(), responsibility=(party("MORO FIGHTERS", FRONT),)), "CLAIMED OR ADMITTED"),
        (report("claimed", voices=(Party("residents"),)), "SUSPECTED OR ACCUSED"),
        (report("claimed", voices=(Party("the army", ARMY.id),)), "SUSPECTED OR ACCUSED BY AUTHORITIES"),
        (report("claimed", voices=(Party("police sources"),)), "SUSPECTED OR ACCUSED BY AUTHORITIES"),
        (replace(report(), initiator=(Party("alleged MF fighters", FRONT.id),)), "SUSPECTED OR ACCUSED"),
        (report("reported_anonymous"), "POSSIBLE"),
        (replace(report(), proposal=ACCUSED, responsibility=(party("MORO FIGHTERS", FRONT),)), "SUSPECTED OR ACCUSED"),
        (report("denied", voices=(Party("the army", ARMY.id),)), "ACQUITTED"),
        (report("denied", voices=(Party("residents"),)), "SUSPECTED OR ACCUSED BY AUTHORITIES"),
    ],
)
def test_the_chain_of_voices_gives_the_confidence(tmp_path: Path, told: EventReport, expected: str) -> None:
    tally = tally_texts([(keyed(tmp_path), reading(told))])
    assert [answer for _, _, answer in tally.confidence] == [expected, expected]


@pytest.mark.parametrize(
    ("status", "stage"), [("happened", "ACCOMPLISHED"), ("denied", "ACCOMPLISHED"), ("planned", "ATTEMPTED"), ("threatened", "THREATENED")]
)
def test_the_status_gives_the_stage(status: Status, stage: str) -> None:
    assert stage_of(told_incidents(reading(report(status=status)), TEXT)) == stage


def test_rows_say_what_was_found_of_how_many_and_what_the_majority_would_give(tmp_path: Path) -> None:
    rows = {row.metric: row for row in rows_of(tally_texts([(keyed(tmp_path, "POSSIBLE / REPORTED AS FACT"), reading(report()))]))}
    assert rows["five roles, CEAF-REE F1"].value == 1.0
    assert rows["organisation confidence where found"].value == 1.0
    assert rows["organisation confidence where found"].reach == pytest.approx(1.1)
    assert rows["stage of execution"].note == "2 of 2 matched"


def test_an_empty_reading_scores_nought_and_breaks_nothing(tmp_path: Path) -> None:
    rows = rows_of(tally_texts([(keyed(tmp_path), reading())]))
    assert {row.value for row in rows} == {0.0}


def test_a_victim_is_named_as_fully_as_the_text_does_and_without_a_title(tmp_path: Path) -> None:
    text = "CARLOS ALBERTO NIDO WAS KIDNAPPED.  MAYOR NIDO WAS KILLED BY THREE MEN.  A CAR EXPLODED."
    start, end = text.index("MAYOR NIDO"), text.index(" WAS KILLED")
    victim = Party("a named person", None, "words", start=start, end=end)
    told = replace(report(), evidence=(evidence_at("d-1", text, start=start, end=end),), target=(victim,))
    [one] = told_incidents(reading(replace(told, initiator=(Party("three men"), Party("a car")))), text)
    assert one.fillers["Victim"] == [frozenset({"carlos alberto nido"})]
    assert one.fillers["PerpInd"] == [frozenset({"three men"})]
