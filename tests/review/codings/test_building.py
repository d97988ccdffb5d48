"""Rows become records: grounded, with their chain, held against the codebook."""

from typing import Any

import pytest

from testimonia.model.claim import Claim
from testimonia.model.event import EventReport
from testimonia.review.codings.building import Bench, Built, build_claim, build_report
from testimonia.review.codings.cast import Naming, cast_of
from testimonia.review.codings.sheet import Entry, RefusedError, Sheet

from ..desk import FRAME, FRONT, LASHIO, desk

ENTITIES = (
    Entry("f", "e[0]", {"id": "sf", "kind": "armed_group", "name": "Shan Front", "names": ["the front"]}),
    Entry("f", "e[1]", {"id": "kl", "kind": "political_body", "name": "Karen League"}),
)


def bench() -> Bench:
    return Bench(Naming(desk().document, desk().referents, cast_of(Sheet("f", "00", entities=ENTITIES))[0]), "anna")


def claim(**row: Any) -> tuple[Claim, Built]:
    built = build_claim(bench(), Entry("f", "claims[0]", row))
    assert isinstance(built.record, Claim)
    return built.record, built


SPLIT = {
    "subject": "kl",
    "predicate": "split_from",
    "object": "sf",
    "evidence": "The Karen League denied that it had split from the Shan Front",
}


def test_a_claim_has_its_parties_at_their_words_and_the_chain_begins_with_the_publisher() -> None:
    made, built = claim(**SPLIT, attribution=["Karen League"], stance="denied", polarity="denied", when=None)
    assert (made.subject.words, made.object and made.object.referent, made.polarity) == ("Karen League", FRONT.id, "denied")
    assert (made.attribution.voices[0], made.attribution.voices[1].words, made.attribution.stance) == (FRAME, "Karen League", "denied")
    assert built.coded == {"attribution", "stance", "when"}
    assert {one.quote for one in built.mentions} == {"Karen League", "Shan Front"}
    assert claim(**SPLIT, attribution=["The Mandalay Paper"])[0].attribution.voices == (FRAME,)


def test_a_tie_from_one_time_to_another_held_throughout_and_a_date_within() -> None:
    tie = {**SPLIT, "predicate": "part_of"}
    assert [claim(**tie, when=when)[0].when.mode for when in ("1964/1970", "1964")] == ["throughout", "within"]  # type: ignore[union-attr]
    assert claim(**tie, when="1964", when_mode="throughout", when_basis="derived")[0].when.basis == "derived"  # type: ignore[union-attr]


def test_whoever_is_not_named_in_the_quotation_is_what_it_is_about() -> None:
    made, _ = claim(subject="sf", predicate="strength", value={"low": 300, "unit": "fighters"}, evidence="It had about 300 fighters")
    assert (made.subject.referent, made.subject.how) == (FRONT.id, "topic")


def test_described_parties_stay_words_and_known_names_are_known() -> None:
    row = {"type": "ASSAULT", "initiator": ["the front"], "target": ["a camp", "some hut"], "where": ["Lashio"], "document": "d-1"}
    figures = [{"what": "killed", "of": "fighters", "low": 2}, {"what": "injured", "low": None, "high": None}]
    built = build_report(
        bench(), Entry("f", "events[0]", {**row, "evidence": "the front had shelled a camp near Lashio", "figures": figures})
    )
    report = built.record
    assert isinstance(report, EventReport)
    assert [(party.words, party.start is None) for party in report.target] == [("a camp", False), ("some hut", True)]
    assert report.where[0].referent == LASHIO.id
    assert [one.what for one in report.figures] == ["killed"]
    assert [one.rule for one in built.notes] == ["review.figure_left_out"]


def test_a_described_object_of_a_release_is_taken_out_of_its_value() -> None:
    made, _ = claim(
        subject="sf", predicate="part_of", value={"text": "a camp near Lashio"}, evidence="the front had shelled a camp near Lashio"
    )
    assert (made.object and made.object.words, made.value) == ("a camp near Lashio", None)
    both = {"subject": "sf", "predicate": "opposes", "value": {"text": "a camp"}, "evidence": "the front had shelled a camp"}
    text, _ = claim(**both)
    assert (text.object, text.value and text.value.text) == (None, "a camp")
    from dataclasses import replace

    from testimonia.model.party import Party

    described = replace(text, object=Party("a camp"), value=None)
    assert claim(**both, id=described.id)[0].id == described.id, "the identifier tells which of the two it was"


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ({"mode": "shouting"}, "unknown_code"),
        ({"status": "x"}, "unknown_code"),
        ({"figures": [{"what": "killings", "low": 1}]}, "unknown_code"),
        ({"figures": [{"what": "killed", "low": "many"}]}, "no_number"),
        ({"figures": [3]}, "no_number"),
        ({"initiator": 3}, "no_list"),
        ({"initiator": [None]}, "no_name"),
        ({"initiator": ["kl2", "the regime"]}, "loaded_words"),
        ({"evidence": [3]}, "no_words"),
        ({"when": "1988", "recurrent": True}, "breaks_codebook"),
    ],
)
def test_what_breaks_the_codebook_in_a_report_is_refused(row: dict[str, Any], rule: str) -> None:
    full = {"type": "ASSAULT", "evidence": "the front had shelled a camp"} | row
    with pytest.raises(RefusedError) as refused:
        build_report(bench(), Entry("f", "events[0]", full))
    assert refused.value.problem.rule == f"review.{rule}"


@pytest.mark.parametrize("value", [3, {"text": 3}, {"size": 1}, {"low": 1.5}, {"text": "x", "kind": "y"}])
def test_a_value_has_the_fields_of_its_predicate(value: Any) -> None:
    with pytest.raises(RefusedError):
        claim(subject="sf", predicate="known_as", value=value, evidence="The Shan Front was founded")


def test_an_unknown_publisher_is_the_one_that_the_file_names() -> None:
    from dataclasses import replace

    naming = Naming(replace(desk().document, publisher=None), desk().referents, bench().naming.cast)
    built = build_claim(
        Bench(naming, "anna", "The Rangoon Paper"), Entry("f", "c", {**SPLIT, "attribution": ["The Rangoon Paper", "a monk"]})
    )
    assert [(voice.words, voice.how) for voice in built.record.attribution.voices] == [
        ("The Rangoon Paper", "publisher"),
        ("a monk", "words"),
    ]
