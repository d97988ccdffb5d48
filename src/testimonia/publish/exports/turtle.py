"""RDF: a release as statements in the manner of Wikidata, each with qualifiers, a rank and references.

    item --p:member_of--> statement --ps:member_of--> item ; pq:when, pq:voices ... ; prov:wasDerivedFrom reference

1. Every statement has the normal rank. A preferred one would say whom to believe; a deprecated one, as Wikidata uses it, that the value is
   not so. Contested statements are tied to their disputes instead. What was withdrawn is not in a release at all.
2. Nothing stands as a bare triple from item to value ("truthy" in Wikidata): every assertion is somebody's.
3. A denial hangs on `pn:` and `psn:` instead of `p:` and `ps:`, so that a query for what is affirmed never meets it.

Follows: the Wikibase RDF dump format and its ontology; W3C PROV-O for references; RDF 1.1 Turtle.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from testimonia.publish.exports.lookup import Lookup, is_denied
from testimonia.publish.exports.losses import Loss, Losses
from testimonia.publish.exports.namespaces import OURS, thing
from testimonia.publish.exports.writing import plain
from testimonia.publish.released import Released
from testimonia.publish.rows import Row

PREFIXES = {
    "tm": OURS,
    "p": f"{OURS}p:",
    "ps": f"{OURS}ps:",
    "pn": f"{OURS}pn:",
    "psn": f"{OURS}psn:",
    "pq": f"{OURS}pq:",
    "pr": f"{OURS}pr:",
    "wikibase": "http://wikiba.se/ontology#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "schema": "http://schema.org/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
MAPPING = {
    "entity": "wikibase:Item and tm:Entity; `rdfs:label`, `skos:altLabel` with languages, `tm:kind`, `geo:asWKT`",
    "claim": "wikibase:Statement on `p:` predicate, value on `ps:`; denials on `pn:` and `psn:`",
    "value of a claim": "its object, or its text (with a language for names); bounds of a strength on `pq:low` and `pq:high`",
    "when, stance, voices": "qualifiers `pq:when`, `pq:first_day`, `pq:last_day`, `pq:when_mode`, `pq:stance`, `pq:voices` (a list)",
    "review": "qualifier `pq:review`: proposed, accepted, corrected or contested",
    "evidence": "wikibase:Reference on `prov:wasDerivedFrom`, with `pr:document`, `pr:quotation`, `pr:start`, `pr:end`",
    "rank": "always wikibase:NormalRank",
    "event report": "wikibase:Statement on `p:reported` (`pn:reported` where denied) of its event, its slots as qualifiers",
    "happening": "wikibase:Item and tm:Event with derived tolls",
    "dispute, corroboration": "tm:Dispute and tm:Corroboration, tied to statements by `tm:claim`",
    "document": "tm:Document and schema:CreativeWork",
}
LOSSES = (
    Loss("described", "flattened", "parties that are only described", "they are literals; no item is made of them"),
    Loss("judgements", "left out", "decisions on identity, and what items were before", "they belong to the work, not to what is claimed"),
    Loss("names", "flattened", "who carries which name, and since when", "labels are bare; `p:known_as` and `p:renamed` have the voices"),
    Loss("how", "left out", "how a slot came to refer to somebody", "see `how` in the release"),
)
_TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})
_LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def write_turtle(released: Released, file: BinaryIO, losses: Losses) -> None:
    """Write a release as Turtle.

    Args:
        released: The release.
        file: Where to.
        losses: Where what is left out is counted.
    """
    lookup = Lookup(released)
    for prefix, address in PREFIXES.items():
        file.write(f"@prefix {prefix}: <{address}> .\n".encode())
    parts = (
        _documents(released),
        _items(released, losses),
        _claims(lookup, losses),
        _happenings(lookup),
        _reports(lookup, losses),
        _findings(released),
    )
    for block in chain(*parts):
        file.write(b"\n" + block.encode("utf-8", "replace"))
    losses.lose("judgements", released.count("judgements"))
    losses.lose("how", released.count("claims"))
    for kind in ("entities", "claims", "event_reports", "happenings", "documents"):
        losses.wrote(kind.replace("_", " "), released.count(kind))


def _documents(released: Released) -> Iterator[str]:
    for row in released.documents():
        facts = [("a", "tm:Document, schema:CreativeWork"), ("tm:sha256", _text(row["sha256"]))]
        told = (("schema:name", "title"), ("schema:publisher", "publisher"), ("schema:author", "author"), ("schema:inLanguage", "language"))
        more = (("tm:published", "published"), ("tm:original_publisher", "original_publisher"), ("schema:url", "url"))
        facts += [(name, _text(row[field])) for name, field in (*told, *more) if row.get(field)]
        yield _block(_thing(row["id"]), facts)


def _items(released: Released, losses: Losses) -> Iterator[str]:
    for row in released.entities():
        losses.lose("names", len(row["names"]))
        facts = [("a", "wikibase:Item, tm:Entity"), ("tm:kind", _text(row["kind"])), ("rdfs:label", _text(row["name"]))]
        facts += [("skos:altLabel", _text(name["text"], name["lang"])) for name in row["names"] if name["text"] != row["name"]]
        if row["latitude"] is not None and row["longitude"] is not None:
            point = f"POINT({row['longitude']} {row['latitude']})"
            facts += [("geo:asWKT", f'"{point}"^^geo:wktLiteral'), ("tm:precision", _text(row["precision"] or "unknown"))]
        facts += [(f"tm:{name}", _text(row[name])) for name in ("country", "gazetteer", "credit") if row[name]]
        facts += [("tm:same_as", _text(name)) for name in row["same_as"]]
        yield _block(_thing(row["id"]), facts)


def _claims(lookup: Lookup, losses: Losses) -> Iterator[str]:
    for row in lookup.released.claims():
        p, ps = ("pn", "psn") if is_denied(row) else ("p", "ps")
        value = row["value"] or {}
        if row["object"] is not None:
            held = _thing(row["object"])
        elif value.get("text") or value.get("role"):
            held = _text(value.get("text") or value["role"], value.get("lang"))
            losses.lose("described", row["predicate"] in ("affiliated_with", "allied_with", "part_of", "member_of"))
        elif value.get("low") is not None or value.get("high") is not None:
            held = str(value["low"] if value.get("low") is not None else value["high"])
        else:
            held = "true"  # as in "was founded": that it was, with its time as a qualifier
        facts = [
            ("a", "wikibase:Statement, tm:Claim"),
            ("wikibase:rank", "wikibase:NormalRank"),
            (f"{ps}:{_local(row['predicate'])}", held),
        ]
        facts += [(f"pq:{name}", str(value[name])) for name in ("low", "high") if value.get(name) is not None]
        facts += [(f"pq:{name}", _text(value[name])) for name in ("unit", "kind", "role") if value.get(name)]
        yield f"{_thing(row['subject'])} {p}:{_local(row['predicate'])} {_thing(row['id'])} .\n"
        yield _block(_thing(row["id"]), facts + _qualifiers(lookup, row))
        yield from _references(row)


def _happenings(lookup: Lookup) -> Iterator[str]:
    for row in lookup.released.happenings():
        facts = [("a", "wikibase:Item, tm:Event"), ("tm:type", _text(row["type"])), ("tm:why", _text(row["why"]))]
        for toll in row["tolls"]:
            held = [f"tm:counts {_text(toll['what'])}"]
            held += [f"tm:of {_party(lookup, toll['of'])}"] if toll["of"] is not None else []
            held += [f"tm:{end} {toll[end]['value']}" for end in ("low", "best", "high") if toll[end] is not None]
            facts.append(("tm:toll", f"[ {' ; '.join(held)} ]"))
        yield _block(_thing(row["id"]), facts)


def _reports(lookup: Lookup, losses: Losses) -> Iterator[str]:
    for row in lookup.released.event_reports():
        p, ps = ("pn", "psn") if is_denied(row) else ("p", "ps")
        code = " ".join(filter(None, (row["type"], row["mode"])))
        facts = [("a", "wikibase:Statement, tm:EventReport"), ("wikibase:rank", "wikibase:NormalRank"), (f"{ps}:reported", _text(code))]
        for slot in ("initiator", "target", "where", "responsibility"):
            losses.lose("described", sum(lookup.entity(name) is None for name in row[slot]))
            facts += [(f"pq:{slot}", _party(lookup, name)) for name in row[slot]]
        for figure in row["figures"]:
            held = [f"tm:counts {_text(figure['what'])}"]
            held += [f"tm:of {_party(lookup, figure['of'])}"] if figure["of"] is not None else []
            held += [f"tm:{end} {figure[end]}" for end in ("low", "high") if figure[end] is not None]
            facts.append(("pq:figure", f"[ {' ; '.join(held)} ]"))
        facts.append(("pq:status", _text(row["status"])))
        if row["event"] is not None:
            yield f"{_thing(row['event'])} {p}:reported {_thing(row['id'])} .\n"
        yield _block(_thing(row["id"]), facts + _qualifiers(lookup, row))
        yield from _references(row)


def _findings(released: Released) -> Iterator[str]:
    for kind, rows in (("Dispute", released.disputes()), ("Corroboration", released.corroborations())):
        for row in rows:
            facts = [("a", f"tm:{kind}"), ("tm:about", _text(row["about"])), ("tm:why", _text(row["why"]))]
            facts += [("tm:claim", _thing(name)) for name in dict.fromkeys(row["claims"])]
            if "witnesses" in row:
                facts.append(("tm:witnesses", str(row["witnesses"])))
            yield _block(_thing(row["id"]), facts)


def _qualifiers(lookup: Lookup, row: Row) -> list[tuple[str, str]]:
    facts = [("pq:stance", _text(row["stance"])), ("pq:voices", f"( {' '.join(_party(lookup, voice) for voice in row['attribution'])} )")]
    if row.get("review") is not None:
        facts.append(("pq:review", _text(row["review"])))
    if row["when"] is not None:
        facts += [("pq:when", _text(row["when"])), ("pq:when_mode", _text(row["when_mode"]))]
        days = (("pq:first_day", row["when_lo"]), ("pq:last_day", row["when_hi"]))
        facts += [(name, f'"{day}"^^xsd:date') for name, day in days if day is not None]
    references = [f"<{thing(row['id'])}-r{number}>" for number in range(len(row["evidence"]))]
    return [*facts, ("prov:wasDerivedFrom", ", ".join(references))] if references else facts


def _references(row: Row) -> Iterator[str]:
    for number, span in enumerate(row["evidence"]):
        facts = [("a", "wikibase:Reference"), ("pr:document", _thing(span["document"])), ("pr:quotation", _text(span["quote"]))]
        yield _block(f"<{thing(row['id'])}-r{number}>", [*facts, ("pr:start", str(span["start"])), ("pr:end", str(span["end"]))])


def _block(subject: str, facts: list[tuple[str, str]]) -> str:
    return f"{subject} " + " ;\n    ".join(f"{name} {value}" for name, value in facts) + " .\n"


def _party(lookup: Lookup, reference: str) -> str:
    return _thing(reference) if lookup.entity(reference) is not None else _text(lookup.label(reference))


def _thing(identifier: str) -> str:
    return f"<{thing(identifier)}>"


def _local(code: str) -> str:
    return code if _LOCAL.fullmatch(code) else "other"


def _text(text: str, language: str | None = None) -> str:
    escaped = f'"{plain(text).translate(_ESCAPES)}"'
    return f"{escaped}@{language}" if language and _TAG.fullmatch(language) else escaped
