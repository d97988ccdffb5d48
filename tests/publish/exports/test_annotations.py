"""Web annotations anchor each quotation by its words and by its place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import rdflib

from testimonia.publish.exports.losses import Losses
from testimonia.publish.released import Released

from .releases import claim, document, evidence, moro

Write = Callable[[Released, str], tuple[bytes, Losses]]
SELECTOR = {
    "oneOf": [
        {"properties": {"type": {"const": "TextQuoteSelector"}, "exact": {"type": "string"}}, "required": ["type", "exact"]},
        {
            "properties": {
                "type": {"const": "TextPositionSelector"},
                **{end: {"type": "integer", "minimum": 0} for end in ("start", "end")},
            },
            "required": ["type", "start", "end"],
        },
    ]
}
MODEL = {
    "type": "object",
    "required": ["@context", "type", "items"],
    "properties": {
        "type": {"const": "AnnotationPage"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "type", "target", "body"],
                "properties": {
                    "id": {"type": "string", "format": "uri"},
                    "type": {"const": "Annotation"},
                    "motivation": {"enum": ["describing", "classifying", "identifying"]},
                    "target": {
                        "type": "object",
                        "required": ["source", "selector"],
                        "properties": {"source": {"type": "string"}, "selector": {"type": "array", "items": SELECTOR}},
                    },
                },
            },
        },
    },
}


@pytest.fixture
def items(released: Released, write: Write) -> dict[str, Any]:
    page = json.loads(write(released, "annotations")[0])
    jsonschema.validate(page, MODEL)
    return {item["tm:record"]: item for item in page["items"]}


def test_each_quotation_of_a_claim_or_report_is_one_annotation(items: dict[str, Any], released: Released) -> None:
    assert len(items) == released.count("claims") + released.count("event_reports")
    split = items["c-split"]
    assert split["target"]["source"] == "https://paper.example/a"
    assert split["target"]["selector"] == [
        {"type": "TextQuoteSelector", "exact": "words of c-split"},
        {"type": "TextPositionSelector", "start": 10, "end": 26},
    ]
    assert split["body"][0]["value"] == "Moro Islamic Liberation Front split from Moro National Liberation Front"
    assert split["body"][1]["tm:predicate"] == "split_from"
    assert split["body"][1]["tm:voices"] == ["The Davao Paper"]


def test_a_report_says_its_status_and_hides_private_names(items: dict[str, Any]) -> None:
    assert items["e-5"]["body"][0]["value"] == "ASSAULT (planned): Moro Islamic Liberation Front in Basilan"
    assert items["e-1"]["body"][1]["tm:figures"] == [
        {"tm:what": "killed", "tm:of": "Philippine Army", "tm:low": 44, "tm:high": 44},
    ]
    assert "Dimaano" not in json.dumps(items)


def test_words_around_a_quotation_are_given_where_the_release_holds_texts(tmp_path: Path, write: Write) -> None:
    text = "Yesterday the front split from the party in anger."
    quote = "the front split"
    start = text.index(quote)
    made = claim("c-1", "n-milf", "split_from", "n-mnlf", evidence=evidence(quote, start=start))
    held = moro(tmp_path / "r", documents=[document()], claims=[made], event_reports=[], happenings=[], texts={"d-1": text})
    content, losses = write(held, "annotations")
    selector = json.loads(content)["items"][0]["target"]["selector"][0]
    assert selector == {"type": "TextQuoteSelector", "exact": quote, "prefix": "Yesterday ", "suffix": " from the party in anger."}
    assert losses.lost["context"] == 0


def test_without_texts_the_missing_words_are_counted(released: Released, write: Write) -> None:
    assert write(released, "annotations")[1].lost["context"] == 19


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # within rdflib
def test_it_is_json_ld_that_a_library_for_linked_data_reads(released: Released, write: Write) -> None:
    page = json.loads(write(released, "annotations")[0])
    page["@context"] = {  # the part of the W3C's context that is used, so that nothing is fetched
        "oa": "http://www.w3.org/ns/oa#",
        "as": "http://www.w3.org/ns/activitystreams#",
        "tm": page["@context"][1]["tm"],
        "id": "@id",
        "type": "@type",
        "Annotation": "oa:Annotation",
        "target": "oa:hasTarget",
        "selector": "oa:hasSelector",
        "exact": "oa:exact",
        "source": {"@id": "oa:hasSource", "@type": "@id"},
        "items": {"@id": "as:items", "@container": "@list"},
    }
    graph = rdflib.Graph().parse(data=json.dumps(page), format="json-ld")
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    assert len(set(graph.subjects(rdflib.RDF.type, oa.Annotation))) == 19
    assert rdflib.Literal("words of c-split") in set(graph.objects(None, oa.exact))
