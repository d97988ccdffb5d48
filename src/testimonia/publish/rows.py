"""Rows: records as the release format has them, field by field in a fixed order.

A reference is an entity id, or the words of a party that is only described. A party that was named but is no entity is a person without
a public
role: it stays in the chain of voices in words, and leaves every other slot empty.

Follows: RELEASE_FORMAT; further fields come after those of the format.
"""

from typing import Any

from testimonia.model.claim import Attribution, Claim, Value
from testimonia.model.document import Document
from testimonia.model.entity import Entity
from testimonia.model.event import Bound, Event, EventReport, Figure
from testimonia.model.evidence import Evidence
from testimonia.model.finding import Corroboration, Dispute
from testimonia.model.judgement import Judgement
from testimonia.model.knowledge import Knowledge
from testimonia.model.party import Party
from testimonia.model.problem import Problem
from testimonia.model.valid_time import ValidTime
from testimonia.text.bare_names import is_bare_name

Row = dict[str, Any]

CREDIT = "GeoNames, CC BY 4.0"
"""Where the coordinates of places come from; the licence asks for the credit wherever they go."""
OWN_REGIONS = "Testimonia's list of regions"
"""Where the labels of regions come from that GeoNames does not list."""


def is_private(knowledge: Knowledge, party: Party) -> bool:
    """Say whether a party was named but is no entity: a person without a public role.

    Args:
        knowledge: What is known.
        party: A slot of a claim or report.

    Returns:
        True if its name must not leave the chain of voices.
    """
    return party.referent is not None and party.referent not in knowledge.entity_of


def is_name_in_passing(party: Party) -> bool:
    """Say whether a party without a referent is nothing but a name, as a casualty's is.

    A casualty is a count and a side, not a name (codebook, section 1). Where nobody made out who a name stands for, it may be a private
    person's, so it is held back; a body or place lost this way is a small price.

    Args:
        party: A participant of an event report.

    Returns:
        True if all its words but particles begin with a capital or belong to a script without capitals; peoples in the plural ("Malians")
        are no names.

    Example:
        >>> is_name_in_passing(Party("Juan de la Cruz")), is_name_in_passing(Party("Malian soldiers"))
        (True, False)
    """
    return party.referent is None and is_bare_name(party.words)


def reference(knowledge: Knowledge, party: Party | None) -> str | None:
    """Give what stands for a party in a release.

    Args:
        knowledge: What is known.
        party: A slot, None where it is empty.

    Returns:
        An entity id, the words of a described party, or None for a private person.
    """
    return None if party is None or is_private(knowledge, party) else knowledge.who(party)


def participants(knowledge: Knowledge, parties: tuple[Party, ...]) -> list[str]:
    """Give what stands for the participants of an event.

    Args:
        knowledge: What is known.
        parties: The slot's parties.

    Returns:
        References in the slot's order, private persons and names in passing left out, each once.
    """
    return references(knowledge, tuple(party for party in parties if not is_name_in_passing(party)))


def references(knowledge: Knowledge, parties: tuple[Party, ...]) -> list[str]:
    """Give what stands for the parties of one slot.

    Args:
        knowledge: What is known.
        parties: The slot's parties.

    Returns:
        References in the slot's order, private persons left out, each once.
    """
    found = (reference(knowledge, party) for party in parties)
    return list(dict.fromkeys(name for name in found if name is not None))


def document_row(document: Document) -> Row:
    """Write a document's origin as a row; its text is not part of a release.

    Args:
        document: A document.

    Returns:
        The row of `documents.jsonl`.
    """
    return {
        "id": document.id,
        "path": document.origin,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "language": document.language,
        "original_publisher": document.original_publisher,
        "sha256": document.sha256,
        "published_basis": document.published_basis,
        "author": document.author,
        "url": document.url,
        "format": document.format,
        "characters": len(document.text),
    }


def entity_row(entity: Entity, *, role: str | None = None) -> Row:
    """Write an entity as a row, its names with the claims and mentions that carry them.

    Args:
        entity: An entity.
        role: The public role of a person, without which nobody is released.

    Returns:
        The row of `entities.jsonl`; `credit` names the gazetteer where coordinates are given.
    """
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "names": [
            {
                "text": name.text,
                "lang": name.language,
                "script": name.script,
                "kind": name.kind,
                "since": name.since,
                "until": name.until,
                "carried_by": sorted(name.carried_by),
            }
            for name in sorted(entity.names, key=lambda name: (name.text, name.language, name.kind))
        ],
        "referents": sorted(entity.referents),
        "formerly": list(entity.formerly),
        "same_as": list(entity.same_as),
        "gazetteer": entity.gazetteer,
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        "country": entity.country,
        "precision": entity.precision,
        "divisions": list(entity.divisions),
        "credit": _credit(entity.gazetteer),
        "role": role,
    }


def _credit(gazetteer: str | None) -> str | None:
    """Whose labels and coordinates these are."""
    if gazetteer is None:
        return None
    return CREDIT if gazetteer.startswith("geonames:") else OWN_REGIONS


def claim_row(knowledge: Knowledge, claim: Claim) -> Row:
    """Write a claim as a row.

    Args:
        knowledge: What is known.
        claim: A claim whose subject is an entity.

    Returns:
        The row of `claims.jsonl`. `object` is an entity id or None; a described object stands in `value` as text.
    """
    target = reference(knowledge, claim.object)
    return {
        "id": claim.id,
        "subject": reference(knowledge, claim.subject),
        "predicate": claim.predicate,
        "object": target if target in knowledge.entities else None,
        "value": _value(claim.value, described=None if target in knowledge.entities else target, predicate=claim.predicate),
        "when": None if claim.when is None else claim.when.edtf,
        "attribution": _chain(knowledge, claim.attribution),
        "stance": claim.attribution.stance,
        "evidence": _evidence(claim.evidence),
        "polarity": claim.polarity,
        **_when(claim.when),
        "rule": claim.proposal.rule,
        "reader": claim.proposal.reader,
        "how": {"subject": claim.subject.how, "object": None if claim.object is None else claim.object.how},
        "chain": _names(knowledge, claim.attribution),
        "review": knowledge.review_of(claim.id),
    }


def report_row(knowledge: Knowledge, report: EventReport, *, event: str | None) -> Row:
    """Write an event report as a row.

    Args:
        knowledge: What is known.
        report: An event report.
        event: The id of the event that it reports.

    Returns:
        The row of `events.jsonl`.
    """
    return {
        "id": report.id,
        "event": event,
        "type": report.type,
        "mode": report.mode,
        "initiator": participants(knowledge, report.initiator),
        "target": participants(knowledge, report.target),
        "where": references(knowledge, report.where),
        "when": None if report.when is None else report.when.edtf,
        "figures": [_figure(knowledge, figure) for figure in report.figures],
        "responsibility": participants(knowledge, report.responsibility),
        "status": report.status,
        "attribution": _chain(knowledge, report.attribution),
        "stance": report.attribution.stance,
        "evidence": _evidence(report.evidence),
        "recurrent": report.recurrent,
        **_when(report.when),
        "rule": report.proposal.rule,
        "reader": report.proposal.reader,
        "chain": _names(knowledge, report.attribution),
        "review": knowledge.review_of(report.id),
    }


def event_row(event: Event) -> Row:
    """Write a derived event as a row, each bound of its tolls with the reports that set it.

    Args:
        event: An event.

    Returns:
        The row of `happenings.jsonl`.
    """
    tolls = [{"what": t.what, "of": t.of, "low": _bound(t.low), "best": _bound(t.best), "high": _bound(t.high)} for t in event.tolls]
    return {"id": event.id, "type": event.type, "reports": list(event.reports), "why": event.why, "tolls": tolls}


def dispute_row(dispute: Dispute) -> Row:
    """Write a dispute as a row.

    Args:
        dispute: A dispute.

    Returns:
        The row of `disputes.jsonl`.
    """
    positions = [{"holds": p.holds, "claims": list(p.claims), "witnesses": p.witnesses} for p in dispute.positions]
    return {
        "id": dispute.id,
        "about": dispute.about,
        "claims": list(dispute.claims),
        "why": dispute.why,
        "rule": dispute.rule,
        "certainty": dispute.certainty,
        "positions": positions,
    }


def corroboration_row(made: Corroboration) -> Row:
    """Write a corroboration as a row.

    Args:
        made: A corroboration.

    Returns:
        The row of `corroborations.jsonl`.
    """
    return {
        "id": made.id,
        "about": made.about,
        "claims": list(made.claims),
        "independent": made.independent,
        "why": made.why,
        "witnesses": made.witnesses,
        "stances": dict(made.stances),
        "agreed": [{"on": one.on, "value": one.value, "unit": one.unit} for one in made.agreed],
    }


def judgement_row(judgement: Judgement) -> Row:
    """Write a decision on identity as a row.

    Args:
        judgement: A judgement.

    Returns:
        The row of `judgements.jsonl`.
    """
    return {
        "id": judgement.id,
        "left": judgement.left,
        "right": judgement.right,
        "verdict": judgement.verdict,
        "score": judgement.score,
        "reasons": list(judgement.reasons),
        "features": [{"name": feature.name, "weight": feature.weight} for feature in judgement.features],
        "at": judgement.at,
        "by": judgement.by,
        "evidence": list(judgement.evidence),
    }


def problem_row(problem: Problem) -> Row:
    """Write a problem as a row.

    Args:
        problem: A problem.

    Returns:
        The row of `problems.jsonl`.
    """
    return {
        "id": problem.id,
        "origin": problem.origin,
        "stage": problem.stage,
        "rule": problem.rule,
        "what": problem.what,
        "remedy": problem.remedy,
        "place": problem.place,
        "document": problem.document,
        "fatal": problem.fatal,
    }


def _figure(knowledge: Knowledge, figure: Figure) -> Row:
    of = None if figure.of is None or is_name_in_passing(figure.of) else reference(knowledge, figure.of)
    return {"what": figure.what, "of": of, "low": figure.low, "high": figure.high}


def _chain(knowledge: Knowledge, attribution: Attribution) -> list[str]:
    """Private speakers stay in words here, and here only."""
    return [knowledge.who(voice) for voice in attribution.voices]


def _names(knowledge: Knowledge, attribution: Attribution) -> list[str]:
    return [knowledge.name_of(knowledge.who(voice)) for voice in attribution.voices]


def _value(value: Value | None, *, described: str | None, predicate: str) -> Row | None:
    if value is None:
        return None if described is None else {"text": described}
    if predicate in ("known_as", "renamed"):
        return {"text": value.text, "lang": value.language, "kind": value.name_kind}
    if predicate == "strength":
        return {"low": value.low, "high": value.high, "unit": value.unit}
    if predicate == "has_role":
        return {"role": value.role} if described is None else {"role": value.role, "text": described}
    return {"text": value.text if value.text is not None else described}


def _evidence(evidence: tuple[Evidence, ...]) -> list[Row]:
    return [{"document": span.document, "start": span.start, "end": span.end, "quote": span.quote} for span in evidence]


def _when(when: ValidTime | None) -> Row:
    if when is None:
        return {"when_lo": None, "when_hi": None, "when_mode": None, "when_basis": None}
    lo, hi = (None if day is None else day.isoformat() for day in (when.lo, when.hi))
    return {"when_lo": lo, "when_hi": hi, "when_mode": when.mode, "when_basis": when.basis}


def _bound(bound: Bound | None) -> Row | None:
    return None if bound is None else {"value": bound.value, "reports": list(bound.reports)}
