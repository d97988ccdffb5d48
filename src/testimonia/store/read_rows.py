"""Referents, mentions, claims and event reports as lines of their tables, and back.

Evidence always comes from the row's own document (`grounding` sees to that), so its JSON leaves the document out.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from testimonia.model.claim import Attribution, Claim, Proposal, Value
from testimonia.model.event import EventReport, Figure
from testimonia.model.evidence import Evidence
from testimonia.model.party import Party
from testimonia.model.referent import Mention, Referent
from testimonia.model.valid_time import ValidTime
from testimonia.store.coding import Row, encode, flat_fields, flat_row, strings

_SIDES = ("initiator", "target", "where", "responsibility")


def referent_row(referent: Referent) -> Row:
    """Write a referent.

    Args:
        referent: Somebody or something that a document names.

    Returns:
        A line of `referents`, but for `position`.
    """
    return flat_row(referent, apart=("names",)) | {"names": encode(referent.names)}


def referent_from(row: Mapping[str, Any]) -> Referent:
    """Read a referent back.

    Args:
        row: A line of `referents`.

    Returns:
        The referent.
    """
    return Referent(**flat_fields(row, Referent, apart=("names",)), names=strings(row["names"]))


def mention_row(mention: Mention) -> Row:
    """Write a mention.

    Args:
        mention: Words that stand for a referent.

    Returns:
        A line of `mentions`, but for `position`.
    """
    return flat_row(mention) | {"id": mention.id}


def mention_from(row: Mapping[str, Any]) -> Mention:
    """Read a mention back.

    Args:
        row: A line of `mentions`.

    Returns:
        The mention.
    """
    return Mention(**flat_fields(row, Mention))


def claim_row(claim: Claim, *, reader: str) -> Row:
    """Write a claim.

    Args:
        claim: A claim with at least one quotation, all from its own document.
        reader: That of its reading; a claim that another reader reads the same is then the same line.

    Returns:
        A line of `claims`, but for `position`.
    """
    return {
        "id": claim.id,
        "document": claim.document,
        "predicate": claim.predicate,
        "subject": encode(claim.subject),
        "subject_referent": claim.subject.referent,
        "object": None if claim.object is None else encode(claim.object),
        "object_referent": None if claim.object is None else claim.object.referent,
        "value": None if claim.value is None else encode(claim.value),
        "polarity": claim.polarity,
        **_time_row(claim.when),
        **_testimony_row(claim.attribution, claim.evidence, claim.proposal, reader=reader),
    }


def claim_from(row: Mapping[str, Any]) -> Claim:
    """Read a claim back.

    Args:
        row: A line of `claims`, with the `reader` of its reading.

    Returns:
        The claim.
    """
    return Claim(
        document=row["document"],
        predicate=row["predicate"],
        subject=_one_party(row["subject"]),
        attribution=_attribution(row),
        evidence=_evidence(row),
        proposal=_proposal(row),
        object=None if row["object"] is None else _one_party(row["object"]),
        value=None if row["value"] is None else Value(**json.loads(row["value"])),
        when=_time(row),
        polarity=row["polarity"],
    )


def report_row(report: EventReport, *, reader: str) -> Row:
    """Write an event report.

    Args:
        report: An event report with at least one quotation, all from its own document.
        reader: That of its reading.

    Returns:
        A line of `reports`, but for `position`.
    """
    return {
        "id": report.id,
        "document": report.document,
        "type": report.type,
        "mode": report.mode,
        "status": report.status,
        "recurrent": int(report.recurrent),
        "parties": encode({side: getattr(report, side) for side in _SIDES if getattr(report, side)}),
        "figures": encode(report.figures),
        **_time_row(report.when),
        **_testimony_row(report.attribution, report.evidence, report.proposal, reader=reader),
    }


def report_from(row: Mapping[str, Any]) -> EventReport:
    """Read an event report back.

    Args:
        row: A line of `reports`, with the `reader` of its reading.

    Returns:
        The event report.
    """
    sides = {side: tuple(map(_party, parties)) for side, parties in json.loads(row["parties"]).items()}
    return EventReport(
        document=row["document"],
        type=row["type"],
        attribution=_attribution(row),
        evidence=_evidence(row),
        proposal=_proposal(row),
        mode=row["mode"],
        when=_time(row),
        figures=tuple(map(_figure, json.loads(row["figures"]))),
        status=row["status"],
        recurrent=bool(row["recurrent"]),
        **sides,
    )


def report_party_rows(report: EventReport) -> Iterator[Row]:
    """Say which referents a report is about.

    Args:
        report: An event report.

    Yields:
        Lines of `report_parties`, each once.
    """
    identifier = report.id
    for side in _SIDES:
        for referent in sorted({party.referent for party in getattr(report, side) if party.referent is not None}):
            yield {"report": identifier, "slot": side, "referent": referent}


def _testimony_row(attribution: Attribution, evidence: tuple[Evidence, ...], proposal: Proposal, *, reader: str) -> Row:
    other_reader = {} if proposal.reader == reader else {"reader": proposal.reader}
    quoted = [{"start": item.start, "end": item.end, "quote": item.quote} for item in evidence]
    return {
        "voices": _voices(attribution.voices),
        "stance": attribution.stance,
        "start": evidence[0].start,
        "end": evidence[0].end,
        "evidence": encode(quoted),
        "rule": proposal.rule,
        "proposal": encode({"trigger": proposal.trigger, "notes": proposal.notes} | other_reader),
    }


@lru_cache(maxsize=1024)
def _voices(voices: tuple[Party, ...]) -> str:
    # A document's claims have few chains between them, and writing one is a good part of writing a claim.
    return encode(voices)


def _attribution(row: Mapping[str, Any]) -> Attribution:
    return Attribution(voices=_parties(row["voices"]), stance=row["stance"])


def _evidence(row: Mapping[str, Any]) -> tuple[Evidence, ...]:
    return tuple(Evidence(document=row["document"], **item) for item in json.loads(row["evidence"]))


def _proposal(row: Mapping[str, Any]) -> Proposal:
    return _one_proposal(row["proposal"], row["reader"], row["rule"])


# A document's claims have few parties, chains and rules between them: reading what is coded is half of reading a claim.
@lru_cache(maxsize=4096)
def _one_proposal(coded: str, reader: str, rule: str) -> Proposal:
    held = json.loads(coded)
    return Proposal(reader=held.get("reader", reader), rule=rule, trigger=held["trigger"], notes=tuple(held["notes"]))


@lru_cache(maxsize=4096)
def _one_party(coded: str) -> Party:
    return _party(json.loads(coded))


@lru_cache(maxsize=4096)
def _parties(coded: str) -> tuple[Party, ...]:
    return tuple(map(_party, json.loads(coded)))


def _party(coded: Row) -> Party:
    return Party(**coded)


def _figure(coded: Row) -> Figure:
    return Figure(**coded | {"of": _party(coded["of"]) if "of" in coded else None})


def _time_row(when: ValidTime | None) -> Row:
    if when is None:
        return {"edtf": None, "lo": None, "hi": None, "time_mode": None, "time_basis": None}
    days = {"lo": None if when.lo is None else when.lo.isoformat(), "hi": None if when.hi is None else when.hi.isoformat()}
    return {"edtf": when.edtf, "time_mode": when.mode, "time_basis": when.basis} | days


def _time(row: Mapping[str, Any]) -> ValidTime | None:
    if row["edtf"] is None:
        return None
    lo, hi = (None if row[end] is None else date.fromisoformat(row[end]) for end in ("lo", "hi"))
    return ValidTime(row["edtf"], lo, hi, row["time_mode"], row["time_basis"])
