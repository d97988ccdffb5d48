"""GeoJSON: events and where bodies are said to be present, on the map; how exactly each point is known stands beside it.

A point stands for its place, which may be a whole region or country: `precision` says which. What has no point is there too, with a null
geometry, so that a map never looks complete when it is not.

Follows: RFC 7946.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO

from testimonia.publish.exports.happenings import FINEST, Happening, happenings, places, span, two_sides
from testimonia.publish.exports.lookup import Lookup
from testimonia.publish.exports.losses import Loss, Losses
from testimonia.publish.exports.relations import relations
from testimonia.publish.exports.writing import json_bytes, one_line, write_members
from testimonia.publish.released import Released
from testimonia.publish.rows import Row

ACCOUNTS = 20
"""Accounts shown with an event; what is beyond is counted, and is in the release."""
MAPPING = {
    "happening": "feature with `feature: event`; several located places give a MultiPoint",
    "claim operates_in": "feature with `feature: area`, one for each body and place",
    "where, latitude, longitude": "geometry, longitude first; null where no place of it is located",
    "precision, country, credit": "properties of each place in `places`; the coarsest of the event's points in `precision`",
    "when": "`when` (EDTF), `first_day` and `last_day` (days allowed)",
    "figures": "`tolls`: what, of whom, low, best, high",
    "reports": "`accounts`: the voices, stance, status, words and document of each",
    "corroborations, disputes": "`witnesses` and `disputes`",
}
LOSSES = (
    Loss(
        "accounts", "flattened", f"accounts beyond the first {ACCOUNTS} of an event", "a feature is shown whole; `reports` counts them all"
    ),
    Loss("not_happened", "flattened", "events that no report says happened", "their places are shown; `happened` is false"),
    Loss("unlocated", "flattened", "events and areas without a point", "they have a null geometry and are listed, not mapped"),
    Loss("other_claims", "left out", "claims about something else than where a body is", "they have no place"),
)


def write_geojson(released: Released, file: BinaryIO, losses: Losses) -> None:
    """Write the events and areas of a release as GeoJSON.

    Args:
        released: The release.
        file: Where to.
        losses: Where what is left out is counted.
    """
    lookup = Lookup(released)
    file.write(b'{"type":"FeatureCollection","features":[\n')
    written = write_members(file, (json_bytes(feature) for feature in _features(lookup, losses)))
    losses.wrote("features", written)
    losses.lose("other_claims", sum(claim["predicate"] != "operates_in" for claim in released.claims()))
    file.write(b"\n]}\n")


def _features(lookup: Lookup, losses: Losses) -> Iterator[dict[str, Any]]:
    for happening in happenings(lookup):
        if happening.reports:
            yield _event(lookup, happening, losses)
    for relation in relations(lookup):
        place = lookup.entity(relation.object)
        if relation.predicate != "operates_in" or place is None or place["kind"] != "place":
            continue
        properties = {
            "feature": "area",
            "title": f"{lookup.label(relation.subject)} in {lookup.label(relation.object)}",
            "actor": lookup.label(relation.subject),
            "actor_id": relation.subject,
            "when": relation.edtf or None,
            "first_day": relation.start,
            "last_day": relation.end,
            "polarity": relation.polarity,
            "witnesses": relation.witnesses,
            "disputes": list(relation.disputes),
            "stances": dict(relation.stances),
            "claims": list(relation.claims),
            "quotes": list(relation.quotes),
        }
        yield _feature(f"{relation.subject}-{relation.object}", [place], properties, losses)


def _event(lookup: Lookup, happening: Happening, losses: Losses) -> dict[str, Any]:
    account = happening.account or happening.reports[0]
    first, other = two_sides(lookup, account)
    days = span(happening, account)
    losses.lose("not_happened", happening.account is None)
    losses.lose("accounts", max(0, len(happening.reports) - ACCOUNTS))
    tolls = [
        {"what": toll["what"], "of": toll["of"] and lookup.label(toll["of"]), **{end: toll[end] and toll[end]["value"] for end in _ENDS}}
        for toll in happening.row["tolls"]
    ]
    properties = {
        "feature": "event",
        "title": " ".join(filter(None, (account["type"], account["mode"]))),
        "type": account["type"],
        "mode": account["mode"],
        "happened": happening.account is not None,
        "initiator": first.label or None,
        "target": other.label or None,
        "when": days.edtf,
        "first_day": days.lo and days.lo.isoformat(),
        "last_day": days.hi and days.hi.isoformat(),
        "tolls": tolls,
        "reports": len(happening.reports),
        "witnesses": happening.witnesses,
        "disputes": list(happening.disputes),
        "accounts": [_account(lookup, report) for report in happening.reports[:ACCOUNTS]],
    }
    return _feature(happening.row["id"], places(lookup, account), properties, losses)


_ENDS = ("low", "best", "high")


def _account(lookup: Lookup, report: Row) -> dict[str, Any]:
    document = lookup.document_of(report)
    return {
        "id": report["id"],
        "voices": lookup.voices(report),
        "stance": report["stance"],
        "status": report["status"],
        "quote": one_line(report["evidence"][0]["quote"]) if report["evidence"] else None,
        "document": document["id"],
        "publisher": document.get("publisher"),
        "published": document.get("published"),
    }


def _feature(name: str, where: list[Row], properties: dict[str, Any], losses: Losses) -> dict[str, Any]:
    located = [place for place in where if place["latitude"] is not None and place["longitude"] is not None]
    losses.lose("unlocated", not located)
    points = [[place["longitude"], place["latitude"]] for place in located]
    geometry: dict[str, Any] | None = None
    if points:
        geometry = {"type": "Point", "coordinates": points[0]} if len(points) == 1 else {"type": "MultiPoint", "coordinates": points}
    levels = [place["precision"] for place in located if place["precision"] in FINEST]
    properties["precision"] = max(levels, key=FINEST.index, default=None)
    properties["places"] = [
        {"id": place["id"], "name": one_line(place["name"])} | {key: place[key] for key in ("precision", "country", "gazetteer", "credit")}
        for place in where
    ]
    return {"type": "Feature", "id": name, "geometry": geometry, "properties": properties}
