"""Web Annotations: ours come back, others' are read by the terms of the codebook in their bodies."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from testimonia.review.codings.annotations import is_annotation, sheet_of_annotations
from testimonia.store import Store

from ..desk import founded
from .small import bring, knowledge_base

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with knowledge_base(tmp_path / "kb") as opened:
        yield opened


def annotation(body: Any, **selector: Any) -> dict[str, Any]:
    quote = {"type": "TextQuoteSelector", "exact": selector.pop("exact")} | selector
    return {"@context": CONTEXT, "type": "Annotation", "body": body, "target": {"source": "https://example.org/b", "selector": quote}}


def test_a_claim_of_codebook_terms_on_a_quotation_is_a_claim(store: Store) -> None:
    tags = [annotation({"type": "TextualBody", "purpose": "tagging", "value": "political_body"}, exact="Karen League")]
    body = {"type": "Dataset", "predicate": "capability", "subject": "Karen League", "value_text": "rockets", "stance": "claimed"}
    plan = bring(store, [*tags, annotation(body, exact="The Karen League has rockets")])
    assert [one for one in plan.problems if one.fatal] == []
    (claim,) = store.claims(document="d-2")
    assert (claim.predicate, claim.subject.words, claim.value and claim.value.text) == ("capability", "Karen League", "rockets")
    assert claim.attribution.stance == "claimed"


def test_our_own_export_accepts_what_it_was_made_of(store: Store) -> None:
    span = founded().evidence[0]
    body = {
        "type": "Dataset",
        "tm:predicate": "founded",
        "tm:polarity": "affirmed",
        "tm:when": "1964",
        "tm:stance": "asserted",
        "tm:subject": "urn:testimonia:n-1",
        "tm:subjectName": "Shan Front",
        "tm:voices": ["The Mandalay Paper"],
    }
    item = {
        "type": "Annotation",
        "body": [{"type": "TextualBody", "purpose": "describing", "value": "The Shan Front was founded"}, body],
        "target": {
            "source": "urn:testimonia:d-1",
            "selector": [
                {"type": "TextQuoteSelector", "exact": span.quote},
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            ],
        },
        "tm:record": founded().id,
        "tm:document": "d-1",
    }
    plan = bring(store, {"@context": [CONTEXT, {}], "type": "AnnotationPage", "items": [item]})
    assert plan.counts == {"accepted": 1}
    assert store.standing(founded().id).state == "accepted"


def test_surroundings_tell_which_of_several_places_is_meant(store: Store) -> None:
    body = {"type": "Dataset", "predicate": "strength", "subject": "SF [armed_group]", "value_low": 3}
    tag = annotation({"purpose": "tagging", "value": "armed_group"}, exact="SF")
    plan = bring(store, [tag, annotation(body | {"subject": "SF"}, exact="The SF fights on", prefix="rockets. ")])
    assert [one.rule for one in plan.problems if one.fatal] == []
    (claim,) = store.claims(document="d-2")
    text = "".join(one.text for one in store.documents() if one.id == "d-2")
    assert claim.evidence[0].start == text.rindex("The SF fights on")


def test_quotations_of_one_record_come_together_and_what_has_no_term_is_told() -> None:
    held = [annotation({"predicate": "founded"}, exact=words) | {"tm:record": "c-1"} for words in ("a", "b")]
    sheet = sheet_of_annotations([*held, annotation("just words", exact="c"), 3], name="a.json", sha256="00")
    (claim,) = sheet.claims
    assert [span["quote"] for span in claim.row["evidence"]] == ["a", "b"]
    assert [one.place for one in sheet.problems] == ["[2]", "[3]"]


def test_an_event_of_our_export_keeps_its_sides_and_figures() -> None:
    body = {"type": "Dataset", "tm:type": "ASSAULT", "tm:initiator": ["SF"], "tm:figures": [{"tm:what": "killed", "tm:low": 2}]}
    (event,) = sheet_of_annotations(annotation(body, exact="a"), name="a.json", sha256="00").events
    assert (event.row["type"], event.row["initiator"], event.row["figures"]) == ("ASSAULT", ["SF"], [{"what": "killed", "low": 2}])


def test_annotations_are_told_from_other_json() -> None:
    assert is_annotation({"@context": CONTEXT})
    assert is_annotation([{"target": "x", "body": 1}])
    assert not is_annotation({"claims": []})
    assert not is_annotation(None)
