"""Decisions and standings as lines of their tables, and back."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from testimonia.model.claim import Claim
from testimonia.model.decision import Decision, Said, Standing, kind_of
from testimonia.model.event import EventReport
from testimonia.model.referent import Mention, Referent
from testimonia.store.coding import Row, encode, flat_row, strings, writable
from testimonia.store.read_rows import claim_from, claim_row, report_from, report_party_rows, report_row

AS_PROPOSED, NOT_AT_ALL = "", "-"
"""Forms in which a record stands; every other is a hash of what was put in its place."""
_CODED = ("made", "referents", "mentions", "settles")
_NO_READER = ""
"""What is made by hand belongs to no reading, so that its line always names who proposed it."""


def decision_row(decision: Decision) -> Row:
    """Write a decision.

    Args:
        decision: What somebody decided of one record.

    Returns:
        A line of `decisions`, but for `seq` and `recorded`.
    """
    named = {"referents": decision.referents, "mentions": decision.mentions}
    return flat_row(decision, apart=_CODED) | {
        "id": decision.id,
        "made": None if decision.made is None else made_json(decision.made),
        "named": encode(named) if decision.referents or decision.mentions else None,
        "settles": encode(decision.settles),
    }


def decision_from(row: Mapping[str, Any]) -> Decision:
    """Read a decision back.

    Args:
        row: A line of `decisions`.

    Returns:
        The decision.
    """
    named = json.loads(row["named"]) if row["named"] is not None else {"referents": (), "mentions": ()}
    plain = {name: row[name] for name in ("record", "document", "verdict", "by", "at", "comment", "withdraws")}
    return Decision(
        **plain,
        made=None if row["made"] is None else made_from(row["made"]),
        referents=tuple(Referent(**one | {"names": tuple(one.get("names", ()))}) for one in named["referents"]),
        mentions=tuple(Mention(**one) for one in named["mentions"]),
        settles=strings(row["settles"]),
    )


def made_json(made: Said) -> str:
    """Write a record that somebody made.

    Args:
        made: A claim or an event report.

    Returns:
        Its line of `claims` or `reports`, as JSON.
    """
    row = claim_row(made, reader=_NO_READER) if isinstance(made, Claim) else report_row(made, reader=_NO_READER)
    return encode({name: writable(value) if isinstance(value, str) else value for name, value in row.items()})


def made_from(coded: str) -> Said:
    """Read a record that somebody made back.

    Args:
        coded: What `made_json` wrote.

    Returns:
        The claim or event report.
    """
    row = json.loads(coded) | {"reader": _NO_READER}
    return claim_from(row) if "predicate" in row else report_from(row)


def standing_row(record: str, document: str, standing: Standing) -> Row:
    """Write what stands of a record.

    Args:
        record: Its identifier.
        document: Where it stands.
        standing: What follows from the decisions on it.

    Returns:
        The columns of `standings` that follow from the decisions alone.
    """
    made = None if standing.made is None else made_json(standing.made)
    form = NOT_AT_ALL if standing.state == "rejected" else AS_PROPOSED if made is None else hashlib.sha256(made.encode()).hexdigest()[:16]
    return {
        "record": record,
        "kind": kind_of(record),
        "document": document,
        "state": standing.state,
        "form": form,
        "stands": None if standing.state == "rejected" else record if standing.made is None else standing.made.id,
        "made": made,
        "predicate": standing.made.predicate if isinstance(standing.made, Claim) else None,
        "referents": encode(_referents(standing.made)),
    }


def _referents(made: Said | None) -> tuple[str, ...]:
    if made is None:
        return ()
    if isinstance(made, EventReport):
        return tuple(sorted({row["referent"] for row in report_party_rows(made)}))
    parties = (made.subject, *(() if made.object is None else (made.object,)))
    return tuple(sorted({party.referent for party in parties if party.referent is not None}))
