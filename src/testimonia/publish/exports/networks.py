"""Networks: who is tied to whom, as nodes and ties that GraphML and GEXF write each in its own way.

Nodes are bodies, places and persons with a public role; a tie is one relation between two of them, with all the claims that make it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from testimonia.publish.exports.lookup import ORGANISATIONS, Lookup
from testimonia.publish.exports.losses import Loss, Losses
from testimonia.publish.exports.relations import Relation, relations
from testimonia.publish.exports.writing import Keyed, one_line, sorted_on_disk
from testimonia.publish.rows import Row

NODE_KINDS = ORGANISATIONS | {"place", "person"}
"""Kinds of entity that are nodes; a named event acts with nobody."""
NODE_FIELDS: Mapping[str, str] = {
    "kind": "string",
    "names": "string",
    "country": "string",
    "latitude": "double",
    "longitude": "double",
    "precision": "string",
    "gazetteer": "string",
    "same_as": "string",
    "founded": "string",
    "dissolved": "string",
}
"""What a node says, with its type."""
EDGE_FIELDS: Mapping[str, str] = {
    "predicate": "string",
    "roles": "string",
    "start": "string",
    "end": "string",
    "time": "string",
    "time_mode": "string",
    "claims": "int",
    "documents": "int",
    "witnesses": "int",
    "stances": "string",
    "polarity": "string",
    "denials": "int",
    "disputed": "boolean",
    "disputes": "string",
    "evidence": "string",
    "quotes": "string",
}
"""What a tie says, with its type."""
MAPPING: Mapping[str, str] = {
    "entity (body, place, person with a public role)": "node; its names, place and country as attributes",
    "founded, dissolved": "the node's first and last day that the claims allow, in `founded` and `dissolved`",
    "claims that tie two entities": "one edge for each subject, predicate and object, directed as the claim reads",
    "when": "`start` and `end` (first and last day allowed), `time` (EDTF), `time_mode` (throughout, within)",
    "corroborations": "`witnesses`: the most independent witnesses that agree on it; 1 where no agreement is found",
    "stance, polarity": "`stances` with counts; `polarity` affirmed, denied or both; `denials` counted",
    "disputes": "`disputed`, and their ids in `disputes`",
    "evidence": "ids of the claims in `evidence`, the first quotations in `quotes`",
}
LOSSES = (
    Loss("named_event", "left out", "named events", "they act with nobody; events are in the tables of events and in GeoJSON"),
    Loss("unary", "left out", "claims without a second entity (names, strength, aims, outlook)", "an edge has two ends"),
    Loss("no_node", "left out", "ties to a named event", "its other end is no node"),
    Loss("event_reports", "left out", "event reports", "what happened between two bodies is no lasting tie between them"),
    Loss(
        "voices",
        "flattened",
        "claims whose chain of voices has more than one voice",
        "only stances are counted; `evidence` leads to each chain",
    ),
    Loss("time", "flattened", "ties with several times", "`start` and `end` span them all; `time` lists each"),
)


@dataclass(frozen=True, slots=True)
class Node:
    """An entity as a network shows it."""

    id: str
    label: str
    fields: Mapping[str, str | float | None]


def nodes(lookup: Lookup, losses: Losses) -> Iterator[Node]:
    """Give the nodes of a release.

    Args:
        lookup: The release.
        losses: Where what is left out is counted.

    Yields:
        Nodes by id.
    """
    lives = _lives(lookup)
    life = next(lives, None)
    for row in lookup.released.entities():
        if row["kind"] not in NODE_KINDS:
            losses.lose("named_event")
            continue
        while life is not None and life[0] < row["id"]:
            life = next(lives, None)
        known = life[1] if life is not None and life[0] == row["id"] else {}
        fields: dict[str, str | float | None] = {
            name: row[name] for name in NODE_FIELDS if name in row and name not in ("names", "same_as")
        }
        names = dict.fromkeys(one_line(name["text"]) for name in row["names"])
        fields |= {"names": " | ".join(names), "same_as": " ".join(row["same_as"]), **known}
        losses.wrote("nodes")
        yield Node(row["id"], one_line(row["name"]), fields)


def _lives(lookup: Lookup) -> Iterator[Keyed]:
    """When bodies began and ended, by id: the first day of any founding and the last of any dissolution that is affirmed."""
    found = (
        (claim["subject"], {"predicate": claim["predicate"], "lo": claim["when_lo"], "hi": claim["when_hi"]})
        for claim in lookup.released.claims_of({"founded", "dissolved"})
        if claim["polarity"] == "affirmed" and claim["stance"] != "denied"
    )
    at: str | None = None
    life: dict[str, str] = {}
    for subject, row in sorted_on_disk(found):
        if at is not None and subject != at:
            yield at, life
            life = {}
        at = subject
        if row["predicate"] == "founded" and row["lo"] is not None:
            life["founded"] = min(row["lo"], life.get("founded", row["lo"]))
        if row["predicate"] == "dissolved" and row["hi"] is not None:
            life["dissolved"] = max(row["hi"], life.get("dissolved", row["hi"]))
    if at is not None:
        yield at, life


def ties(lookup: Lookup, losses: Losses) -> Iterator[Relation]:
    """Give the ties between nodes.

    Args:
        lookup: The release.
        losses: Where what is left out is counted.

    Yields:
        Relations whose two ends are nodes.
    """
    tied = 0
    losses.lose("event_reports", lookup.released.count("event_reports"))

    def seen(claim: Row) -> None:
        losses.lose("unary", claim["object"] is None)
        losses.lose("voices", len(claim["attribution"]) > 1 and claim["object"] is not None)

    for relation in relations(lookup, seen=seen):
        if lookup.kind(relation.subject) not in NODE_KINDS or lookup.kind(relation.object) not in NODE_KINDS:
            losses.lose("no_node", len(relation.claims))
            continue
        losses.lose("time", len(relation.times) > 1)
        tied += 1
        yield relation
    losses.wrote("edges", tied)


def edge_fields(relation: Relation) -> dict[str, str | int | bool | None]:
    """Say what a tie says, field by field.

    Args:
        relation: A relation.

    Returns:
        Values for `EDGE_FIELDS`; None where there is nothing to say.
    """
    modes = dict.fromkeys(mode for _, _, mode, _ in relation.times if mode)
    return {
        "predicate": relation.predicate,
        "roles": " | ".join(relation.roles) or None,
        "start": relation.start,
        "end": relation.end,
        "time": relation.edtf or None,
        "time_mode": " ".join(modes) or None,
        "claims": len(relation.claims),
        "documents": len(relation.documents),
        "witnesses": relation.witnesses,
        "stances": " ".join(f"{stance}:{number}" for stance, number in relation.stances),
        "polarity": relation.polarity,
        "denials": relation.denied,
        "disputed": bool(relation.disputes),
        "disputes": " ".join(relation.disputes) or None,
        "evidence": " ".join(relation.claims),
        "quotes": " | ".join(relation.quotes),
    }


def edge_id(relation: Relation) -> str:
    """Give a tie an id that is the same in every release.

    Args:
        relation: A relation.

    Returns:
        Its subject, predicate and object.
    """
    return "-".join((relation.subject, relation.predicate, relation.object))
