"""Put a claim or an event report into words, always with its quotation and the chain of voices behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from testimonia.model.claim import Attribution, Claim, Value
from testimonia.model.event import EventReport, Figure
from testimonia.model.evidence import Evidence
from testimonia.model.knowledge import Knowledge
from testimonia.model.party import Party
from testimonia.model.valid_time import ValidTime

ARROW = " → "
"""From the outermost voice to the innermost, the way the words travelled back to us."""


@dataclass(frozen=True, slots=True)
class Line:
    """One claim or event report, ready to be shown.

    `statement` sums it up in the codebook's words, `quote` has the document's, `voices` the chain with its stance, `where` the document
    and offsets; `data` says the same for programs.
    """

    id: str
    statement: str
    quote: str
    voices: str
    where: str
    data: Mapping[str, Any]


def claim_line(claim: Claim, known: Knowledge) -> Line:
    """Put a claim into words.

    Args:
        claim: A claim.
        known: The entities and documents that it may speak of.

    Returns:
        A line; entities go by their names, described parties by their words.
    """
    value = _value_words(claim.value) if claim.object is None or claim.predicate == "has_role" else ""
    other = " ".join(part for part in (value, "" if claim.object is None else _name(claim.object, known)) if part)
    subject = _name(claim.subject, known)
    if claim.value is not None and claim.value.text == subject:
        subject = claim.subject.words  # "X known_as X" would say nothing of what the passage says
    denied = "not " if claim.polarity == "denied" else ""
    statement = " ".join(part for part in (subject, denied + claim.predicate, other, _when(claim.when)) if part)
    data = {
        "id": claim.id,
        "document": claim.document,
        "predicate": claim.predicate,
        "polarity": claim.polarity,
        "subject": _party_data(claim.subject, known),
        "object": None if claim.object is None else _party_data(claim.object, known),
        "value": None if claim.value is None else _stated(claim.value),
        **_testimony_data(claim.attribution, claim.evidence, claim.when, known),
        "rule": claim.proposal.rule,
        "reader": claim.proposal.reader,
    }
    return _line(claim.id, statement, claim.attribution, claim.evidence, known=known, data=data)


def report_line(report: EventReport, known: Knowledge) -> Line:
    """Put an event report into words.

    Args:
        report: An event report.
        known: The entities and documents that it may speak of.

    Returns:
        A line; entities go by their names, described parties by their words.
    """
    happening = report.type if report.mode is None else f"{report.type} ({report.mode})"
    sides = (_side(report.initiator, known), happening, _side(report.target, known))
    place = _side(report.where, known)
    figures = "; ".join(_figure_words(figure, known) for figure in report.figures)
    status = "" if report.status == "happened" else f"[{report.status}]"
    statement = " ".join(
        part for part in (*sides, f"at {place}" if place else "", _when(report.when), figures and f"({figures})", status) if part
    )
    data = {
        "id": report.id,
        "document": report.document,
        "type": report.type,
        "mode": report.mode,
        "status": report.status,
        "recurrent": report.recurrent,
        **{
            side: [_party_data(party, known) for party in getattr(report, side)]
            for side in ("initiator", "target", "where", "responsibility")
        },
        "figures": [
            {"what": figure.what, "of": None if figure.of is None else _name(figure.of, known), "low": figure.low, "high": figure.high}
            for figure in report.figures
        ],
        **_testimony_data(report.attribution, report.evidence, report.when, known),
        "rule": report.proposal.rule,
        "reader": report.proposal.reader,
    }
    return _line(report.id, statement, report.attribution, report.evidence, known=known, data=data)


def number_range(low: int | None, high: int | None) -> str:
    """Write bounds as people do.

    Args:
        low: Lower bound, None where not stated.
        high: Upper bound, None where not stated.

    Returns:
        Such as `40`, `40-60`, `at least 40`, `at most 60`, or nothing.

    Example:
        >>> number_range(0, 0), number_range(40, None)
        ('0', 'at least 40')
    """
    if low is None:
        return "" if high is None else f"at most {high}"
    if high is None:
        return f"at least {low}"
    return str(low) if low == high else f"{low}-{high}"


def _line(
    identifier: str, statement: str, attribution: Attribution, evidence: tuple[Evidence, ...], *, known: Knowledge, data: Mapping[str, Any]
) -> Line:
    chain = ARROW.join(_name(voice, known) for voice in attribution.voices)
    document = known.documents.get(evidence[0].document)
    origin = evidence[0].document if document is None else document.origin
    quote = " […] ".join(item.quote for item in evidence)
    return Line(
        id=identifier,
        statement=statement,
        quote=quote,
        voices=f"{chain or 'unknown voice'} ({attribution.stance})",
        where=f"{origin}:{evidence[0].start}-{evidence[0].end}",
        data={"statement": statement, **data},
    )


def _testimony_data(attribution: Attribution, evidence: tuple[Evidence, ...], when: ValidTime | None, known: Knowledge) -> dict[str, Any]:
    return {
        "when": None if when is None else {"edtf": when.edtf, "mode": when.mode, "basis": when.basis},
        "attribution": [_party_data(voice, known) for voice in attribution.voices],
        "stance": attribution.stance,
        "evidence": [{"document": item.document, "start": item.start, "end": item.end, "quote": item.quote} for item in evidence],
    }


def _name(party: Party, known: Knowledge) -> str:
    return known.name_of(known.who(party))


def _party_data(party: Party, known: Knowledge) -> dict[str, Any]:
    who = known.who(party)
    return {"entity": who if who in known.entities else None, "name": known.name_of(who), "words": party.words}


def _side(parties: tuple[Party, ...], known: Knowledge) -> str:
    return ", ".join(_name(party, known) for party in parties)


def _when(when: ValidTime | None) -> str:
    return "" if when is None else f"[{when.edtf}]"


def _stated(value: Value) -> dict[str, Any]:
    names = ("text", "language", "name_kind", "role", "low", "high", "unit")
    return {name: getattr(value, name) for name in names if getattr(value, name) is not None}


def _value_words(value: Value | None) -> str:
    if value is None:
        return ""
    quoted = "" if value.text is None else f"“{value.text}”"
    return " ".join(part for part in (quoted, value.role or "", number_range(value.low, value.high), value.unit or "") if part)


def _figure_words(figure: Figure, known: Knowledge) -> str:
    whose = "" if figure.of is None else f" of {_name(figure.of, known)}"
    return f"{number_range(figure.low, figure.high)} {figure.what}{whose}".strip()
