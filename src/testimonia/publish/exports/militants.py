"""Relations between groups as a table, in the manner of the Mapping Militants Project: who is tied to whom, how, from when to when.

Unlike there, an end is only given where somebody says so; a tie is never carried on to the next one or to today.
"""

from collections.abc import Iterator
from typing import BinaryIO

from testimonia.publish.exports.dates import prefixes
from testimonia.publish.exports.lookup import ORGANISATIONS, Lookup
from testimonia.publish.exports.losses import Loss, Losses
from testimonia.publish.exports.relations import Relation, relations
from testimonia.publish.exports.tables import Cell, write_table
from testimonia.publish.exports.writing import one_line
from testimonia.publish.released import Released

COLUMNS = (
    *("group_a", "group_b", "relation", "start", "end", "description", "sources"),
    *(
        "tm_predicate",
        "tm_time",
        "tm_first_day",
        "tm_last_day",
        "tm_polarity",
        "tm_stances",
        "tm_witnesses",
        "tm_disputed",
        "tm_group_a",
        "tm_group_b",
        "tm_claims",
    ),
)
"""Theirs first; what begins with `tm_` is ours."""
RELATIONS = {
    "allied_with": "Allies",
    "opposes": "Rivals",
    "split_from": "Splinters",
    "merged_into": "Mergers",
    "affiliated_with": "Affiliates",
    "armed_wing_of": "Affiliates",
    "part_of": "Affiliates",
    "member_of": "Affiliates",
}
MAPPING = {
    **{f"claim {predicate}": f"relation {relation}; `tm_predicate` keeps ours" for predicate, relation in RELATIONS.items()},
    "subject, object": "`group_a` and `group_b`; bodies of any kind, no persons and no places",
    "when": "`start` and `end`, a year, month or day as far as it is entailed; a split or merger has no end; `tm_time` keeps the EDTF, "
    "`tm_first_day` and `tm_last_day` the days that it allows",
    "evidence": "`description`: the words, in quotation marks",
    "documents": "`sources`: publisher, day and title of each",
}
LOSSES = (
    Loss("no_relation", "left out", "ties of another kind (roles, founders, places, names)", "the table has none for them"),
    Loss("no_group", "left out", "ties with a person, place or named event", "both sides are groups"),
    Loss("denied", "left out", "ties that every voice denies", "the table cannot say that a tie is denied"),
    Loss("disputed", "flattened", "ties that some affirm and others deny", "`tm_polarity` says `both`"),
    Loss(
        "affiliates",
        "flattened",
        "armed wings, units and members of coalitions",
        "all are Affiliates there; `tm_predicate` tells them apart",
    ),
    Loss("date", "flattened", "times that are no plain year, month or day", "`start` or `end` is empty; `tm_time` keeps the EDTF"),
    Loss("clashes", "left out", "event reports", "two groups that fought once are not made rivals by us"),
)


def write_militants(released: Released, file: BinaryIO, losses: Losses) -> None:
    """Write the relations between groups as a table.

    Args:
        released: The release.
        file: Where to.
        losses: Where what is left out is counted.
    """
    lookup = Lookup(released)
    losses.lose("clashes", released.count("event_reports"))
    losses.wrote("relations", write_table(file, COLUMNS, _rows(lookup, losses)))


def _rows(lookup: Lookup, losses: Losses) -> Iterator[dict[str, Cell]]:
    for relation in relations(lookup):
        named = RELATIONS.get(relation.predicate)
        if named is None:
            losses.lose("no_relation", len(relation.claims))
        elif lookup.kind(relation.subject) not in ORGANISATIONS or lookup.kind(relation.object) not in ORGANISATIONS:
            losses.lose("no_group", len(relation.claims))
        elif relation.polarity == "denied":
            losses.lose("denied", len(relation.claims))
        else:
            losses.lose("disputed", relation.polarity == "both")
            losses.lose("date", any(not prefixes({"when": edtf, "when_mode": mode}).whole for _, _, mode, edtf in relation.times))
            losses.lose("affiliates", named == "Affiliates" and relation.predicate != "affiliated_with")
            yield _row(lookup, relation, named)


def _row(lookup: Lookup, relation: Relation, named: str) -> dict[str, Cell]:
    cited = (lookup.document(name) or {"id": name} for name in relation.documents)
    sources = (
        ", ".join(one_line(part) for part in (d.get("publisher"), d.get("published"), d.get("title")) if part) or d["id"] for d in cited
    )
    start, end = _ends(relation)
    return {
        "group_a": lookup.label(relation.subject),
        "group_b": lookup.label(relation.object),
        "relation": named,
        "start": start,
        "end": end,
        "description": " ".join(f"“{quote}”" for quote in relation.quotes),
        "sources": "; ".join(sources),
        "tm_predicate": relation.predicate,
        "tm_time": relation.edtf or None,
        "tm_first_day": relation.start,
        "tm_last_day": relation.end,
        "tm_polarity": relation.polarity,
        "tm_stances": " ".join(f"{stance}:{number}" for stance, number in relation.stances),
        "tm_witnesses": relation.witnesses,
        "tm_disputed": bool(relation.disputes),
        "tm_group_a": relation.subject,
        "tm_group_b": relation.object,
        "tm_claims": " ".join(relation.claims),
    }


def _ends(relation: Relation) -> tuple[str | None, str | None]:
    """The earliest beginning and, if every time has one, the latest end; what happened on some day begins and does not end."""
    held = [prefixes({"when": edtf, "when_mode": mode}) for _, _, mode, edtf in relation.times]
    starts = [begun for begun in (time.on or time.start for time in held) if begun is not None]
    ends = [time.end for time in held]
    return min(starts, default=None), max((end for end in ends if end is not None), default=None) if None not in ends else None
