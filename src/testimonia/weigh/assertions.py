"""Assertion: a claim as weighing sees it, with its entities, its days and its voices looked up once.

Claims whose subject is described in words only are not weighed: two described parties are never known to be one.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from testimonia.model.claim import Attribution, Claim
from testimonia.model.document import Document
from testimonia.model.knowledge import Knowledge
from testimonia.model.party import Party
from testimonia.model.valid_time import parse_edtf
from testimonia.text.names import fold_name
from testimonia.weigh.times import EARLIEST, LATEST, Span, span_of

SYMMETRIC = ("allied_with",)
"""Predicates that say the same in both directions."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """A claim with its subject and object as entities.

    `span` is None where the claim is undated. `said` is the span of the document's publication, open on both sides where that is unknown.
    `key` is what the claim is about beyond its predicate: subject, and object or folded text; two claims with one key speak of one thing.
    """

    id: str
    claim: Claim
    subject: str
    target: str | None
    key: tuple[str, ...]
    negated: bool
    span: Span | None
    said: Span
    voice: tuple[str, ...]

    @property
    def dated(self) -> bool:
        """Say whether the claim states a time of its own."""
        return self.span is not None

    @property
    def throughout(self) -> bool:
        """Say whether the claim holds on every day of its span, rather than on some day."""
        return self.claim.when is not None and self.claim.when.mode == "throughout"


def assertions_of(knowledge: Knowledge) -> tuple[Assertion, ...]:
    """Prepare the claims of a knowledge base for weighing.

    Args:
        knowledge: What is known.

    Returns:
        One assertion per claim about an entity, by document and place in it, so that the order of the claims changes nothing; a claim that
        stands twice is kept once.
    """
    said = {document.id: said_of(document) for document in knowledge.documents.values()}
    found: dict[str, Assertion] = {}
    for claim in knowledge.claims:
        subject = entity_of(knowledge, claim.subject)
        if subject is not None:
            made = _assertion(knowledge, claim, subject=subject, said=said.get(claim.document, (EARLIEST, LATEST)))
            found.setdefault(made.id, made)
    return tuple(sorted(found.values(), key=lambda made: (made.claim.document, made.claim.evidence[0].start, made.id)))


def entity_of(knowledge: Knowledge, party: Party | None) -> str | None:
    """Name the entity behind a party, if it is one.

    Args:
        knowledge: What is known.
        party: A slot of a claim or report, None where it is empty.

    Returns:
        An entity id, or None for a party in words or without an entity.
    """
    return None if party is None or party.referent is None else knowledge.entity_of.get(party.referent)


def said_of(document: Document) -> Span:
    """Give the days on which a document may have been published.

    Args:
        document: A document.

    Returns:
        A span, open on both sides where the date is unknown or cannot be read.
    """
    if document.published is None:
        return EARLIEST, LATEST
    try:
        return span_of(parse_edtf(document.published)) or (EARLIEST, LATEST)
    except ValueError:
        return EARLIEST, LATEST


def voice_of(knowledge: Knowledge, attribution: Attribution) -> tuple[str, ...]:
    """Spell out a chain of voices as references.

    Args:
        knowledge: What is known.
        attribution: The chain of a claim or report.

    Returns:
        Entity ids, or folded words, outermost first.
    """
    return tuple(entity_of(knowledge, voice) or fold_name(voice.words) for voice in attribution.voices)


def by_key(assertions: Iterable[Assertion], *, predicates: tuple[str, ...]) -> dict[tuple[str, ...], list[Assertion]]:
    """Block assertions by predicate and key, so that only claims about one thing are ever compared.

    Args:
        assertions: Prepared claims.
        predicates: The predicates wanted.

    Returns:
        Lists of assertions by predicate, subject and object or text, in the claims' order.
    """
    blocks: dict[tuple[str, ...], list[Assertion]] = {}
    for made in assertions:
        if made.claim.predicate in predicates:
            blocks.setdefault((made.claim.predicate, *made.key), []).append(made)
    return blocks


def _assertion(knowledge: Knowledge, claim: Claim, *, subject: str, said: Span) -> Assertion:
    target = entity_of(knowledge, claim.object)
    return Assertion(
        id=claim.id,
        claim=claim,
        subject=subject,
        target=target,
        key=_key(claim, subject, target),
        negated=claim.polarity == "denied" or claim.attribution.stance == "denied",
        span=span_of(claim.when),
        said=said,
        voice=voice_of(knowledge, claim.attribution),
    )


def _key(claim: Claim, subject: str, target: str | None) -> tuple[str, ...]:
    if claim.predicate in ("founded", "dissolved", "strength"):
        return (subject,)
    words = "" if claim.value is None else fold_name(claim.value.text or claim.value.role or "")
    if claim.predicate == "has_role":
        return (subject, target or "", _head(words))
    if target is None:
        described = "" if claim.object is None else fold_name(claim.object.words)
        return (subject, "", " ".join(sorted(set((words or described).split()))))
    ends = sorted((subject, target)) if claim.predicate in SYMMETRIC else (subject, target)
    return (*ends, "")


def _head(role: str) -> str:
    """Give the last word of a role's own noun phrase: "military spokesman for the north" and "spokesman" are one role."""
    for cut in (" of ", " for ", " in ", " at "):
        role = role.split(cut)[0]
    return role.split()[-1] if role.split() else ""
