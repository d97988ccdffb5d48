"""Views: from a catalogue to what a person is shown. Pure; nothing here decides how it looks."""

from collections.abc import Iterable

from testimonia.errors import RecordError
from testimonia.model.claim import Attribution, Claim
from testimonia.model.event import EventReport, Toll
from testimonia.model.finding import Dispute
from testimonia.model.kinds import PREDICATES
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.statements import statement_of, statement_of_report, time_in_words
from testimonia.publish.view_records import (
    ActorProfile,
    ClaimView,
    DisputeView,
    DocumentView,
    EventView,
    Line,
    NameLine,
    PositionView,
    Section,
    TollLine,
)

AROUND = 160
"""Code points of the document shown on both sides of a quotation: about one sentence."""


def actor_profile(catalogue: Catalogue, entity: str) -> ActorProfile:
    """Show what is claimed of an actor.

    Args:
        catalogue: Where everything is.
        entity: An entity id, as `catalogue.find_entities` gives it.

    Returns:
        The profile: claims by predicate in the codebook's order (those in which the actor is the object come last), events, disputes.

    Raises:
        RecordError: There is no such entity.
    """
    record = catalogue.knowledge.entities.get(entity)
    if record is None:
        raise RecordError(f"there is no entity {entity!r}; look it up by one of its names")
    claims = [catalogue.claims[key] for key in catalogue.about.get(entity, ())]
    own = [claim for claim in claims if catalogue.knowledge.who(claim.subject) == entity]
    others = [claim for claim in claims if catalogue.knowledge.who(claim.subject) != entity]
    events = dict.fromkeys(catalogue.event_of[key] for key in catalogue.told_of.get(entity, ()) if key in catalogue.event_of)
    return ActorProfile(
        id=record.id,
        name=record.name,
        kind=record.kind,
        names=tuple(NameLine(name.text, name.language, name.kind, len(name.carried_by)) for name in record.names),
        sections=(*_sections(catalogue, own, suffix=""), *_sections(catalogue, others, suffix=" (said of others)")),
        events=tuple(event_view(catalogue, name) for name in events),
        disputes=tuple(_dispute(catalogue, dispute) for dispute in _disputes(catalogue, [claim.id for claim in claims])),
    )


def event_view(catalogue: Catalogue, event: str) -> EventView:
    """Show an event and its reports.

    Args:
        catalogue: Where everything is.
        event: The id of an event, or of a report of it.

    Returns:
        The event with its figures, each bound with the reports that set it.

    Raises:
        RecordError: There is no such event or report.
    """
    record = catalogue.events.get(catalogue.event_of.get(event, event))
    if record is None:
        raise RecordError(f"there is no event or report {event!r}")
    return EventView(
        id=record.id,
        type=record.type,
        why=record.why,
        tolls=tuple(_toll(catalogue, toll) for toll in record.tolls),
        reports=tuple(report_line(catalogue, catalogue.reports[key]) for key in record.reports),
        disputes=tuple(dispute.id for dispute in _disputes(catalogue, record.reports)),
    )


def dispute_view(catalogue: Catalogue, dispute: str) -> DisputeView:
    """Show a dispute.

    Args:
        catalogue: Where everything is.
        dispute: The id of a dispute.

    Returns:
        The dispute with the lines of each position.

    Raises:
        RecordError: There is no such dispute.
    """
    record = next((known for known in catalogue.findings.disputes if known.id == dispute), None)
    if record is None:
        raise RecordError(f"there is no dispute {dispute!r}")
    return _dispute(catalogue, record)


def document_view(catalogue: Catalogue, document: str) -> DocumentView:
    """Show a document and what was read from it.

    Args:
        catalogue: Where everything is.
        document: The id of a document.

    Returns:
        The document's origin, its claims and event reports in the text's order.

    Raises:
        RecordError: There is no such document.
    """
    record = catalogue.knowledge.documents.get(document)
    if record is None:
        raise RecordError(f"there is no document {document!r}")
    claims = sorted((claim for claim in catalogue.claims.values() if claim.document == document), key=_place)
    reports = sorted((report for report in catalogue.reports.values() if report.document == document), key=_place)
    return DocumentView(
        id=record.id,
        origin=record.origin,
        title=record.title,
        publisher=record.publisher,
        original_publisher=record.original_publisher,
        published=record.published,
        published_basis=record.published_basis,
        language=record.language,
        author=record.author,
        url=record.url,
        claims=tuple(claim_line(catalogue, claim) for claim in claims),
        reports=tuple(report_line(catalogue, report) for report in reports),
    )


def claim_view(catalogue: Catalogue, claim: str) -> ClaimView:
    """Show a claim or an event report with the words around it.

    Args:
        catalogue: Where everything is.
        claim: The id of a claim or of an event report.

    Returns:
        The line, the document's text around the quotation, who agrees and who does not.

    Raises:
        RecordError: There is no such claim or report.
    """
    record: Claim | EventReport | None = catalogue.claims.get(claim) or catalogue.reports.get(claim)
    if record is None:
        raise RecordError(f"there is no claim or event report {claim!r}")
    span = record.evidence[0]
    text = catalogue.knowledge.documents[record.document].text
    return ClaimView(
        line=_line_of(catalogue, claim),
        before=text[max(0, span.start - AROUND) : span.start],
        after=text[span.end : span.end + AROUND],
        start=span.start,
        end=span.end,
        notes=record.proposal.notes,
        agreements=tuple(made.why for made in catalogue.agreed.get(claim, ())),
        disputes=tuple(_dispute(catalogue, dispute) for dispute in catalogue.disputed.get(claim, ())),
    )


def claim_line(catalogue: Catalogue, claim: Claim) -> Line:
    """Show a claim in one line.

    Args:
        catalogue: Where everything is.
        claim: A claim.

    Returns:
        Its statement, time, chain of voices and quotation, with its witnesses and disputes.
    """
    return _line(catalogue, claim, key=claim.id, kind="claim", statement=statement_of(catalogue.knowledge, claim))


def report_line(catalogue: Catalogue, report: EventReport) -> Line:
    """Show an event report in one line.

    Args:
        catalogue: Where everything is.
        report: An event report.

    Returns:
        Its statement, time, chain of voices and quotation, with its witnesses and disputes.
    """
    return _line(catalogue, report, key=report.id, kind="report", statement=statement_of_report(catalogue.knowledge, report))


def _line(catalogue: Catalogue, record: Claim | EventReport, *, key: str, kind: str, statement: str) -> Line:
    document = catalogue.knowledge.documents.get(record.document)
    return Line(
        id=key,
        kind="claim" if kind == "claim" else "report",
        statement=statement,
        when=time_in_words(record.when),
        chain=_chain(catalogue, record.attribution),
        stance=record.attribution.stance,
        quotation=record.evidence[0].quote,
        document=record.document,
        title=None if document is None else document.title,
        publisher=None if document is None else document.publisher,
        rule=record.proposal.rule,
        reason=catalogue.reasons.get(record.proposal.rule, ""),
        witnesses=max((made.witnesses for made in catalogue.agreed.get(key, ())), default=1),
        disputes=tuple(dispute.id for dispute in catalogue.disputed.get(key, ())),
    )


def _line_of(catalogue: Catalogue, key: str) -> Line:
    if key in catalogue.claims:
        return claim_line(catalogue, catalogue.claims[key])
    return report_line(catalogue, catalogue.reports[key])


def _chain(catalogue: Catalogue, attribution: Attribution) -> tuple[str, ...]:
    return tuple(catalogue.knowledge.name_of(catalogue.knowledge.who(voice)) for voice in attribution.voices)


def _sections(catalogue: Catalogue, claims: list[Claim], *, suffix: str) -> Iterable[Section]:
    for predicate in PREDICATES:
        lines = [claim_line(catalogue, claim) for claim in claims if claim.predicate == predicate]
        if lines:
            lines.sort(key=lambda line: (line.when == "", line.when, line.id))
            yield Section(predicate.replace("_", " ") + suffix, tuple(lines))


def _dispute(catalogue: Catalogue, dispute: Dispute) -> DisputeView:
    positions = tuple(
        PositionView(position.holds, position.witnesses, tuple(_line_of(catalogue, key) for key in position.claims))
        for position in dispute.positions
    )
    return DisputeView(dispute.id, dispute.about, dispute.certainty, dispute.rule, dispute.why, positions)


def _disputes(catalogue: Catalogue, keys: Iterable[str]) -> list[Dispute]:
    found = {dispute.id: dispute for key in keys for dispute in catalogue.disputed.get(key, ())}
    return sorted(found.values(), key=lambda dispute: (dispute.certainty, dispute.about, dispute.id))


def _toll(catalogue: Catalogue, toll: Toll) -> TollLine:
    bounds = [None if bound is None else bound.value for bound in (toll.low, toll.best, toll.high)]
    set_by = dict.fromkeys(report for bound in (toll.low, toll.best, toll.high) if bound is not None for report in bound.reports)
    of = None if toll.of is None else catalogue.knowledge.name_of(toll.of)
    return TollLine(toll.what, of, bounds[0], bounds[1], bounds[2], tuple(set_by))


def _place(record: Claim | EventReport) -> tuple[int, int, str]:
    return record.evidence[0].start, record.evidence[0].end, record.id
