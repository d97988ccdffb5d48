"""Shown: a claim or an event report as every page shows it, with all that it rests on.

The records here are what the macros of `_macros.html` take. They are made from a `Catalogue`, which may hold no more than a page's part of
the knowledge base.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from testimonia.codebook.phrases import range_in_words
from testimonia.model.claim import Claim
from testimonia.model.decision import ReviewState
from testimonia.model.document import Document
from testimonia.model.entity import Entity
from testimonia.model.event import EventReport
from testimonia.model.evidence import Evidence
from testimonia.model.party import Party
from testimonia.model.valid_time import ValidTime
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.edtf_words import edtf_in_words
from testimonia.publish.statements import figure_in_words, happening_in_words, name_of, participant_of, statement_of

AROUND = 160
"""Code points of the document shown on both sides of a quotation: about one sentence."""


@dataclass(frozen=True, slots=True)
class Named:
    """A piece of a sentence: plain words, or the name of something that has a page.

    `path` is that page's, None for plain words; `language` is BCP 47 where it is known.
    """

    text: str
    path: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class ShownVoice:
    """One voice of a chain: its name, what the register says it is, and whether it is the publisher."""

    name: Named
    kind: str | None
    is_publisher: bool


@dataclass(frozen=True, slots=True)
class ShownTime:
    """A valid time: EDTF, in words, its first and last day (ISO 8601, None where open), and whether the text states it."""

    edtf: str
    words: str
    low: str | None
    high: str | None
    mode: str
    is_derived: bool


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """Verbatim words with the text around them and where they stand; `start` and `end` count code points.

    `before` and `after` are empty where the page was made without the texts.
    """

    document: str
    title: str
    publisher: str | None
    published: str | None
    language: str | None
    start: int
    end: int
    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """One claim or event report as pages show it.

    `statement` is the sentence in pieces, `text` the same in one. `voices` is the chain, outermost first. `status` is that of an event
    report, None for a claim. `witnesses` counts the independent witnesses of the strongest agreement that it is part of; `agreements` says
    who agrees and why. `disputes` names the disputes that it stands in. `reason` says why the rule proposed it.
    """

    id: str
    kind: Literal["claim", "report"]
    predicate: str
    statement: tuple[Named, ...]
    text: str
    when: ShownTime | None
    voices: tuple[ShownVoice, ...]
    stance: str
    status: str | None
    is_denied: bool
    quotes: tuple[ShownQuote, ...]
    witnesses: int
    agreements: tuple[str, ...]
    disputes: tuple[str, ...]
    rule: str
    reason: str
    notes: tuple[str, ...]
    event: str | None = None
    review: ReviewState = "proposed"


def shown_claim(catalogue: Catalogue, record: Claim | EventReport) -> ShownClaim:
    """Show a claim or an event report.

    Args:
        catalogue: Where everything is.
        record: The claim or report.

    Returns:
        Everything that a page says of it.
    """
    known = catalogue.knowledge
    is_claim = isinstance(record, Claim)
    text = statement_of(known, record) if isinstance(record, Claim) else report_in_words(catalogue, record)
    key = record.id  # a hash over the whole record, so it is asked for once
    agreed = catalogue.agreed.get(key, ())
    return ShownClaim(
        id=key,
        kind="claim" if is_claim else "report",
        predicate=record.predicate if isinstance(record, Claim) else record.type,
        statement=linked(text, _named_in(catalogue, record)),
        text=text,
        when=shown_time(record.when),
        voices=tuple(shown_voice(catalogue, voice) for voice in record.attribution.voices),
        stance=record.attribution.stance,
        status=None if isinstance(record, Claim) else record.status,
        is_denied=isinstance(record, Claim) and record.polarity == "denied",
        quotes=tuple(shown_quote(catalogue, evidence) for evidence in record.evidence),
        witnesses=max((made.witnesses for made in agreed), default=1),
        agreements=tuple(made.why for made in agreed),
        disputes=tuple(dispute.id for dispute in catalogue.disputed.get(key, ())),
        rule=record.proposal.rule,
        reason=catalogue.reasons.get(record.proposal.rule, ""),
        notes=record.proposal.notes,
        event=catalogue.event_of.get(key),
        review=known.review_of(key),
    )


def report_in_words(catalogue: Catalogue, report: EventReport) -> str:
    """Put an event report into one sentence with its figures.

    Args:
        catalogue: Where everything is.
        report: The report.

    Returns:
        A sentence without a full stop, such as "the army attacked MILF in Mamasapano; killed: at least 8".
    """
    figures = [figure_in_words(catalogue.knowledge, figure) for figure in report.figures]
    blamed = ", ".join(participant_of(catalogue.knowledge, party) for party in report.responsibility)
    return "; ".join([happening_in_words(catalogue.knowledge, report), *figures, *([f"attributed to {blamed}"] if blamed else [])])


def shown_time(when: ValidTime | None) -> ShownTime | None:
    """Show a valid time.

    Args:
        when: A valid time, None where none is stated.

    Returns:
        The time in words and days; None where there is none.
    """
    if when is None:
        return None
    low, high = (None if day is None else day.isoformat() for day in (when.lo, when.hi))
    return ShownTime(when.edtf, edtf_in_words(when.edtf), low, high, when.mode, when.basis == "derived")


def shown_voice(catalogue: Catalogue, voice: Party) -> ShownVoice:
    """Show one voice of a chain.

    Args:
        catalogue: Where everything is.
        voice: A party of `Attribution.voices`.

    Returns:
        Its name, linked where it is an entity, and its kind where the register or the entity says so.
    """
    known = catalogue.knowledge
    who = known.who(voice)
    entity = known.entities.get(who)
    name = known.name_of(who)
    source = known.sources.get(voice.words) or known.sources.get(name)
    kind = source.kind if source is not None and source.kind is not None else None if entity is None else entity.kind
    return ShownVoice(Named(name, None if entity is None else entity_path(entity)), kind, voice.how == "publisher")


def shown_quote(catalogue: Catalogue, evidence: Evidence) -> ShownQuote:
    """Show a quotation with the words around it.

    Args:
        catalogue: Where everything is; the words around come with it only where its documents have their texts.
        evidence: The quotation.

    Returns:
        The quotation and where it stands.
    """
    document = catalogue.knowledge.documents.get(evidence.document)
    text = "" if document is None else document.text
    return ShownQuote(
        document=evidence.document,
        title=title_of(document) if document is not None else evidence.document,
        publisher=None if document is None else document.publisher,
        published=None if document is None else document.published,
        language=None if document is None else document.language,
        start=evidence.start,
        end=evidence.end,
        before=text[max(0, evidence.start - AROUND) : evidence.start],
        quote=evidence.quote,
        after=text[evidence.end : evidence.end + AROUND] if text else "",
    )


def title_of(document: Document) -> str:
    """Give what a document is called on pages.

    Args:
        document: The document.

    Returns:
        Its title, else the last part of its origin.
    """
    return document.title or document.origin.replace("\\", "/").rsplit("/", 1)[-1] or document.id


def entity_path(entity: Entity) -> str | None:
    """Give the path of an entity's page.

    Args:
        entity: The entity.

    Returns:
        A path; None where it has no page of its own (a place, a named event).
    """
    return None if entity.kind in ("place", "named_event") else f"/actors/{entity.id}"


def linked(text: str, names: Iterable[Named]) -> tuple[Named, ...]:
    """Cut a sentence into plain words and names that lead somewhere.

    Args:
        text: The sentence.
        names: The names that may stand in it, each with its page; longer ones go first, and each is looked for once.

    Returns:
        Pieces that together are the sentence.
    """
    pieces = [Named(text)]
    for name in sorted(dict.fromkeys(names), key=lambda name: -len(name.text)):
        for at, piece in enumerate(pieces):
            before, found, after = piece.text.partition(name.text) if piece.path is None and name.text else (piece.text, "", "")
            if found:
                parts = [Named(before), name, Named(after)]
                pieces[at : at + 1] = [part for part in parts if part.text]
                break
    return tuple(pieces)


def range_shown(low: int | None, high: int | None) -> str:
    """Write a range of numbers in words.

    Args:
        low: The lower bound, None where not stated.
        high: The upper bound, None where not stated.

    Returns:
        Such as "8 to 12" or "at least 8".
    """
    return range_in_words(low, high)


def _named_in(catalogue: Catalogue, record: Claim | EventReport) -> Iterable[Named]:
    if isinstance(record, Claim):
        parties = [party for party in (record.subject, record.object) if party is not None]
    else:
        parties = [*record.initiator, *record.target, *record.where, *record.responsibility]
    for party in parties:
        entity = catalogue.knowledge.entities.get(catalogue.knowledge.who(party))
        path = None if entity is None else entity_path(entity)
        if path is not None:
            yield Named(name_of(catalogue.knowledge, party), path)
