"""Annotations: each quotation as a Web Annotation, so that other tools can show a claim on the words that it rests on.

Follows: W3C Web Annotation Data Model (2017), its JSON-LD and its two text selectors.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO

from testimonia.publish.exports.lookup import Lookup
from testimonia.publish.exports.losses import Loss, Losses
from testimonia.publish.exports.namespaces import OURS, thing
from testimonia.publish.exports.writing import json_bytes, write_members
from testimonia.publish.released import Released
from testimonia.publish.rows import Row

AROUND = 32
"""Code points of the text before and after a quotation, as many as other tools keep."""
CONTEXT: list[Any] = ["http://www.w3.org/ns/anno.jsonld", {"tm": OURS}]
CLAIM_FIELDS = ("predicate", "polarity", "when", "when_lo", "when_hi", "when_mode", "stance", "rule", "review")
REPORT_FIELDS = ("event", "type", "mode", "status", "when", "when_lo", "when_hi", "when_mode", "stance", "rule", "review")
MAPPING = {
    "evidence of a claim or event report": "one annotation; several of one record share its `tm:record`",
    "claim in words": "`TextualBody` with purpose `describing`",
    "predicate, subject, object, value, when, stance, voices": "a second body of type `Dataset`, with our fields as `tm:...`",
    "quote": "`TextQuoteSelector`; `prefix` and `suffix` where the release holds texts",
    "start, end": "`TextPositionSelector` in code points",
    "document": "`target.source`: its address where it has one, else its id; `tm:document` keeps the id",
    "reader": "`creator` of type `Software`",
}
LOSSES = (
    Loss("context", "flattened", "quotations without the words around them", "the release holds no texts; make it with texts to have them"),
    Loss("findings", "left out", "corroborations, disputes and events", "they rest on several quotations in several documents"),
    Loss("entities", "flattened", "entities with their names over time", "a body names and refers to them only"),
)


def write_annotations(released: Released, file: BinaryIO, losses: Losses) -> None:
    """Write each quotation of a release as a Web Annotation.

    Args:
        released: The release.
        file: Where to.
        losses: Where what is left out is counted.
    """
    lookup = Lookup(released)
    head = {"@context": CONTEXT, "id": f"{OURS}annotations", "type": "AnnotationPage"}
    file.write(json_bytes(head)[:-1] + b',"items":[\n')
    losses.wrote("annotations", write_members(file, (json_bytes(item) for item in _annotations(lookup, losses))))
    file.write(b"\n]}\n")
    losses.lose("findings", sum(released.count(kind) for kind in ("corroborations", "disputes", "happenings")))
    losses.lose("entities", released.count("entities"))


def _annotations(lookup: Lookup, losses: Losses) -> Iterator[dict[str, Any]]:
    texts: dict[str, str | None] = {}
    for record, bodies in _records(lookup):
        for number, span in enumerate(record["evidence"]):
            if span["document"] not in texts:
                texts = {span["document"]: lookup.released.text(span["document"])}  # records come by document: one text at a time
            text = texts[span["document"]]
            losses.lose("context", text is None)
            document = lookup.document(span["document"]) or {}
            yield {
                "id": f"{thing(record['id'])}-{number}",
                "type": "Annotation",
                "motivation": "describing",
                "creator": {"type": "Software", "name": record["reader"]},
                "body": bodies,
                "target": {"source": document.get("url") or thing(span["document"]), "selector": _selectors(span, text)},
                "tm:record": record["id"],
                "tm:document": span["document"],
            }


def _selectors(span: Row, text: str | None) -> list[dict[str, Any]]:
    quote: dict[str, Any] = {"type": "TextQuoteSelector", "exact": span["quote"]}
    if text is not None:
        quote |= {"prefix": text[max(0, span["start"] - AROUND) : span["start"]], "suffix": text[span["end"] : span["end"] + AROUND]}
    return [quote, {"type": "TextPositionSelector", "start": span["start"], "end": span["end"]}]


def _records(lookup: Lookup) -> Iterator[tuple[Row, list[dict[str, Any]]]]:
    for claim in lookup.released.claims():
        held = {f"tm:{field}": claim[field] for field in CLAIM_FIELDS if claim.get(field) is not None}
        held |= {"tm:subject": thing(claim["subject"]), "tm:subjectName": lookup.label(claim["subject"])}
        if claim["object"] is not None:
            held |= {"tm:object": thing(claim["object"]), "tm:objectName": lookup.label(claim["object"])}
        if claim["value"] is not None:
            held |= {f"tm:value_{name}": value for name, value in claim["value"].items() if value is not None}
        yield claim, _bodies(lookup.statement(claim), held, lookup.voices(claim))
    for report in lookup.released.event_reports():
        held = {f"tm:{field}": report[field] for field in REPORT_FIELDS if report.get(field) is not None}
        for slot in ("initiator", "target", "where", "responsibility"):
            held[f"tm:{slot}"] = [lookup.label(name) for name in report[slot]]
        held["tm:figures"] = [
            {f"tm:{name}": lookup.label(value) if name == "of" else value for name, value in figure.items() if value is not None}
            for figure in report["figures"]
        ]
        sides = " → ".join(filter(None, (", ".join(held["tm:initiator"]), ", ".join(held["tm:target"]))))
        place = f" in {', '.join(held['tm:where'])}" if held["tm:where"] else ""
        told = " ".join(filter(None, (report["type"], report["mode"], f"({report['status']})" if report["status"] != "happened" else None)))
        yield report, _bodies(f"{told}: {sides or 'nobody named'}{place}", held, lookup.voices(report))


def _bodies(words: str, held: dict[str, Any], voices: list[str]) -> list[dict[str, Any]]:
    described = {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "language": "en", "value": words}
    return [described, {"type": "Dataset", **held, "tm:voices": voices}]
