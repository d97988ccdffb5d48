"""Assertion: a claim as weighing sees it, with its entities, its days and its voices looked up once.

Claims whose subject is described in words only are not weighed: two described parties are never known to be one.
"""

from collections.abc import Collection, Iterable, Mapping
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

ALONE = ("founded", "dissolved", "strength")
"""Predicates whose claims are about their subject alone, whatever else they name."""

UPWARDS = ("armed_wing_of", "part_of", "member_of", "affiliated_with", "merged_into", "has_role")
"""Predicates whose object stands above the subject, or is a body to which it belongs."""

HEIGHT = 6
"""Steps followed upwards; real chains of command are shorter."""

TITLE_WITHIN = 600
"""Code points from the start of a text within which its title stands, after a site's or an archive's own lines."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """A claim with its subject and object as entities.

    `span` is None where the claim is undated. `said` is the span of the document's publication, open on both sides where that is unknown.
    `key` is what the claim is about beyond its predicate: subject, and object or folded text; two claims with one key speak of one thing.
    `above` holds the bodies that anybody says the object belongs to. `in_title` is True where the claim stands in its document's title.
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
    above: frozenset[str] = frozenset()
    in_title: bool = False

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
    titles = {document.id: title_end(document) for document in knowledge.documents.values()}
    above = bodies_above(knowledge)
    found: dict[str, Assertion] = {}
    for claim in knowledge.claims:
        subject = entity_of(knowledge, claim.subject)
        if subject is not None:
            target = entity_of(knowledge, claim.object)
            made = Assertion(
                id=claim.id,
                claim=claim,
                subject=subject,
                target=target,
                key=key_of(claim, subject, target),
                negated=is_denied(claim),
                span=span_of(claim.when),
                said=said.get(claim.document, (EARLIEST, LATEST)),
                voice=voice_of(knowledge, claim.attribution),
                above=above.get(target or "", frozenset()),
                in_title=claim.evidence[0].end <= titles.get(claim.document, 0),
            )
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


def is_denied(claim: Claim) -> bool:
    """Say whether a claim denies what its predicate says.

    Args:
        claim: A claim.

    Returns:
        True where its words or its voice deny it.
    """
    return claim.polarity == "denied" or claim.attribution.stance == "denied"


def title_end(document: Document) -> int:
    """Say how far a document's title reaches into its text.

    Args:
        document: A document.

    Returns:
        One past the title's last code point; 0 where it has none or its text does not begin with it.
    """
    if not document.title:
        return 0
    start = document.text.find(document.title, 0, TITLE_WITHIN)
    return 0 if start < 0 else start + len(document.title)


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


def bodies_above(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """Give for each body those that it is said to belong to, directly or through others.

    Args:
        knowledge: What is known; whose word it is does not matter here, since a tie that anybody states excuses what looks like a clash.

    Returns:
        Entity ids above each entity that belongs to any.
    """
    parents: dict[str, set[str]] = {}
    for claim in knowledge.claims:
        lower, upper = entity_of(knowledge, claim.subject), entity_of(knowledge, claim.object)
        if claim.predicate in UPWARDS and lower is not None and upper is not None and not is_denied(claim):
            parents.setdefault(lower, set()).add(upper)
    return all_above(parents, parents)


def all_above(bodies: Iterable[str], parents: Mapping[str, Collection[str]]) -> dict[str, frozenset[str]]:
    """Follow up to whom bodies are said to belong, directly or through others.

    Args:
        bodies: Entity ids, repeats allowed.
        parents: For each body those that it is directly said to belong to.

    Returns:
        Entity ids above each of them that belongs to any.
    """
    return {body: _above(body, parents) for body in dict.fromkeys(bodies) if body in parents}


def _above(body: str, parents: Mapping[str, Collection[str]]) -> frozenset[str]:
    """Follow up to whom a body is said to belong."""
    reached, layer = {body}, {body}
    for _ in range(HEIGHT):
        layer = {upper for lower in layer for upper in parents.get(lower, ())} - reached
        reached |= layer
    return frozenset(reached - {body})


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


def described_by(claim: Claim) -> str:
    """Give the words by which a claim is told from others of its predicate and subject where no object tells it.

    Args:
        claim: A claim.

    Returns:
        The head of a role; the words, sorted, of a text or a described object.
    """
    words = "" if claim.value is None else fold_name(claim.value.text or claim.value.role or "")
    if claim.predicate == "has_role":
        return _head(words)
    described = "" if claim.object is None else fold_name(claim.object.words)
    return " ".join(sorted(set((words or described).split())))


def key_of(claim: Claim, subject: str, target: str | None) -> tuple[str, ...]:
    """Say what a claim is about beyond its predicate.

    Args:
        claim: A claim.
        subject: Its subject's entity.
        target: Its object's, None where that is none.

    Returns:
        Subject, and object or words.
    """
    if claim.predicate in ALONE:
        return (subject,)
    if claim.predicate == "has_role":
        return (subject, target or "", described_by(claim))
    if target is None:
        return (subject, "", described_by(claim))
    ends = sorted((subject, target)) if claim.predicate in SYMMETRIC else (subject, target)
    return (*ends, "")


def _head(role: str) -> str:
    """Give the last word of a role's own noun phrase: "military spokesman for the north" and "spokesman" are one role."""
    for cut in (" of ", " for ", " in ", " at "):
        role = role.split(cut)[0]
    return role.split()[-1] if role.split() else ""
