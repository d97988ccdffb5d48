"""Independence: whether two witnesses have what they say from one another, from one voice or from one side.

A witness is a chain of voices in a document. It is linked to its document, to the publisher and the original outlet, to the text that
stands in several documents, to every voice in its chain, and to every body that one of those voices speaks for at the time. Two witnesses
are independent only if no path of such links joins them; the number of independent witnesses is the number of groups that hang together.
A witness whose publisher is unknown adds nothing to that number, because it cannot be shown to be anybody else.

A voice spoke between the time that it tells of and the day of publication: a bond that held on no day of those makes it nobody's mouth.

Follows: codebook, section 7; the way philologists tell manuscripts that descend from one another.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise

from testimonia.model.claim import Attribution
from testimonia.model.document import Document
from testimonia.model.identifiers import identify
from testimonia.model.knowledge import Knowledge
from testimonia.model.party import Party
from testimonia.model.stemma import NO_PUBLISHER, Hub, HubKind, Link, LinkKind, Witness, count_independent, parted, path_from
from testimonia.model.valid_time import ValidTime
from testimonia.text.bare_names import is_bare_name
from testimonia.text.names import fold_name
from testimonia.weigh.assertions import Assertion, entity_of, said_of
from testimonia.weigh.copies import Copy, copies_of
from testimonia.weigh.sides import ALWAYS, Sides, said_by_register, sides_of
from testimonia.weigh.times import EARLIEST, LATEST, Span, span_of

__all__ = ["Witness", "Witnesses", "count_independent", "explain", "spoken_during", "why_dependent"]

Voices = tuple[str | None, ...]
"""Words and referents of a chain's voices, outermost first."""

DESCRIBED = 0.5
"""How strong a link by a description is ("a security source"): two such voices are as likely one as two."""


class Witnesses:
    """The witnesses of one knowledge base; each chain is looked up once."""

    def __init__(
        self,
        knowledge: Knowledge,
        assertions: Sequence[Assertion],
        *,
        copies: Mapping[str, Copy] | None = None,
        sides: Sides | None = None,
    ) -> None:
        """Read copies and sides from the documents and claims; those that are known already are taken as they are."""
        self._knowledge = knowledge
        self._copies = copies_of(knowledge.documents) if copies is None else copies
        self._sides = sides_of(assertions, entities=knowledge.entities, sources=knowledge.sources) if sides is None else sides
        self._said: dict[str, Span] = {}
        self._made: dict[tuple[str, Voices, Span], Witness] = {}
        self._timed: dict[tuple[str, Voices], bool] = {}
        self._hubs: dict[str, Hub] = {}
        self._of_document: dict[tuple[str, str | None], tuple[Link, ...]] = {}
        self._of_voice: dict[str, Link] = {}
        self._of_mouth: dict[tuple[str, Span], tuple[Link, ...]] = {}

    def of(self, document: str, attribution: Attribution, *, when: ValidTime | None = None) -> Witness:
        """Give the witness behind a claim or an event report.

        Args:
            document: The document's id.
            attribution: The chain of voices in it.
            when: The time that is told of, None where it is not stated.

        Returns:
            The witness; equal chains in one document give one object, unless they spoke when their voices spoke for different bodies.
        """
        voices = tuple(word for voice in attribution.voices for word in (voice.words, voice.referent))
        key = document, voices
        if key not in self._timed:
            self._timed[key] = any(map(self._sides.depend_on_time, self._entities(attribution)))
        during = spoken_during(when, self._published(document)) if self._timed[key] else ALWAYS
        made = self._made.get((document, voices, during))
        if made is None:
            made = self._made[document, voices, during] = self._witness(document, attribution, during, voices)
        return made

    def _witness(self, document: str, attribution: Attribution, during: Span, voices: Voices) -> Witness:
        publisher = _publisher(self._knowledge.documents.get(document), attribution)
        links = {link.hub.id: link for link in self._document_links(document, publisher)}
        entities = list(self._entities(attribution))
        for link in chain(map(self._as_voice, entities), *(self._as_mouth(entity, during) for entity in entities)):
            links.setdefault(link.hub.id, link)
        for link in self._as_described(attribution):
            links.setdefault(link.hub.id, link)
        told = voices if during == ALWAYS else (*voices, *during)
        return Witness(self._label(publisher, attribution), document, told, links, publisher is not None)

    def _entities(self, attribution: Attribution) -> Iterator[str]:
        return filter(None, (entity_of(self._knowledge, voice) for voice in attribution.voices))

    def _document_links(self, document: str, publisher: str | None) -> tuple[Link, ...]:
        key = document, publisher
        if key not in self._of_document:
            self._of_document[key] = tuple(self._recorded(document, publisher))
        return self._of_document[key]

    def _recorded(self, document: str, publisher: str | None) -> Iterator[Link]:
        """Links by what is recorded of a document: itself, publisher, credit, text, and the register's word on the publisher."""
        yield self._link("document", document, self._origin(document), "document", f"stands in {self._origin(document)}")
        if publisher is not None:
            yield self._link("outlet", fold_name(publisher), publisher, "publisher", f"published by {publisher}")
        record = self._knowledge.documents.get(document)
        outlet = None if record is None else record.original_publisher
        if outlet is not None and (publisher is None or fold_name(outlet) != fold_name(publisher)):
            yield self._link("outlet", fold_name(outlet), outlet, "republication", f"credited to {outlet}")
        copy = self._copies.get(document)
        if copy is not None:
            label = f"the text of {self._origin(copy.group)}"
            pair = " and ".join(sorted((self._origin(document), self._origin(copy.of))))
            words = f"{pair} share {copy.share:.0%} of the shorter one's words"
            yield self._link("text", copy.group, label, "wording", words, strength=round(copy.share, 2))
        source = None if publisher is None else self._knowledge.sources.get(publisher)
        if source is not None and source.side is not None:
            body = self._sides.body_named(source.side)
            label = source.side if body is None else self._knowledge.name_of(body)
            yield self._link("body", body or fold_name(source.side), label, "side", said_by_register(source))

    def _as_voice(self, entity: str) -> Link:
        if entity not in self._of_voice:
            name = self._knowledge.name_of(entity)
            self._of_voice[entity] = self._link("body", entity, name, "voice", f"goes back to {name}")
        return self._of_voice[entity]

    def _as_mouth(self, entity: str, during: Span) -> tuple[Link, ...]:
        """Links to the bodies that an entity speaks for at a time."""
        key = entity, during
        if key not in self._of_mouth:
            above = [(body, speaks) for body, speaks in self._sides.of(entity, during=during).items() if body != entity]
            self._of_mouth[key] = tuple(
                self._link(
                    "body", body, self._knowledge.name_of(body), "side", speaks.words, strength=speaks.strength, claims=speaks.claims
                )
                for body, speaks in above
            )
        return self._of_mouth[key]

    def _as_described(self, attribution: Attribution) -> Iterator[Link]:
        """The link by the words of the innermost voice, where that is no entity."""
        if len(attribution.voices) > 1 and entity_of(self._knowledge, attribution.voices[-1]) is None:
            voice = attribution.voices[-1]
            shown = "a speaker of one name" if _is_named(voice) else repr(voice.words)
            yield self._link("words", identify("s", fold_name(voice.words)), shown, "description", f"quotes {shown}", strength=DESCRIBED)

    def _link(
        self,
        hub: HubKind,
        who: str,
        label: str,
        kind: LinkKind,
        words: str,
        *,
        strength: float = 1.0,
        claims: tuple[str, ...] = (),
    ) -> Link:
        name = f"{hub}:{who}"
        return Link(self._hubs.setdefault(name, Hub(name, hub, label)), kind, words, strength, claims)

    def _published(self, document: str) -> Span:
        if document not in self._said:
            record = self._knowledge.documents.get(document)
            self._said[document] = ALWAYS if record is None else said_of(record)
        return self._said[document]

    def _origin(self, document: str) -> str:
        record = self._knowledge.documents.get(document)
        return document if record is None else record.origin

    def _label(self, publisher: str | None, attribution: Attribution) -> str:
        outer = publisher or "a document of unknown publisher"
        inner = [self._shown(voice) for voice in attribution.voices[1:]][-1:]
        return f"{inner[0]} in {outer}" if inner and fold_name(inner[0]) != fold_name(outer) else outer

    def _shown(self, voice: Party) -> str:
        """Name a voice in a finding; a speaker without a public role is named in the chain of a claim and nowhere else."""
        entity = entity_of(self._knowledge, voice)
        if entity is not None:
            return self._knowledge.name_of(entity)
        return "a named speaker" if _is_named(voice) else voice.words


def spoken_during(when: ValidTime | None, published: Span) -> Span:
    """Give the days on which a voice may have said something.

    Args:
        when: The time that it tells of, None where that is not stated.
        published: The days on which the document may have been published, open on both sides where that is unknown.

    Returns:
        From the first day told of to the last day of publication; the publication alone where no time is told of. What is told of the
        future was said before.
    """
    told = span_of(when)
    if told is None:
        return published
    start = told[0] if published[0] == EARLIEST else min(told[0], published[0])
    return start, max(told[1] if told[1] < LATEST else EARLIEST, published[1])


def why_dependent(left: Witness, right: Witness) -> str | None:
    """Say why two witnesses are not independent of one another, taken by themselves.

    Args:
        left: A witness.
        right: Another witness.

    Returns:
        The reason in words, without a full stop, or None if they are independent.
    """
    path = path_from(left, right, ())
    if path is None:
        return None if left.known and right.known else NO_PUBLISHER
    return path[0].words if path else "they are one witness"


def explain(witnesses: Sequence[Witness]) -> str:
    """Say in one sentence what makes a set of witnesses independent or not.

    Args:
        witnesses: At least one witness.

    Returns:
        A sentence that names two independent witnesses, or the path that joins the first two.
    """
    distinct = list({id(witness): witness for witness in witnesses}.values())
    groups = parted([witness for witness in distinct if witness.known])
    if len(groups) > 1:
        first, second = groups[0][0].label, groups[1][0].label
        return f"{first} and {second} have different publishers and share no text, no voice and no side."
    if len(distinct) == 1:
        return f"{distinct[0].label} is the only witness."
    for left, right in pairwise(distinct):
        reason = why_dependent(left, right)
        if reason is not None:
            pair = f"two passages of {left.label}" if left.label == right.label else f"{left.label} and {right.label}"
            return f"{pair} are not independent: {reason}."
    left, right = distinct[:2]
    path = path_from(left, right, distinct) or ()
    steps = ", and ".join(f"{step.left.label} and {step.right.label}: {step.words}" for step in path)
    return f"{left.label} and {right.label} are not independent: {steps}."


def _is_named(voice: Party) -> bool:
    """Say whether a voice that is no entity is named rather than described: a speaker without a public role."""
    return voice.referent is not None or (voice.how not in ("publisher", "issuer") and is_bare_name(voice.words))


def _publisher(document: Document | None, attribution: Attribution) -> str | None:
    """Name the publisher as the document's record has it, or as the chain's outermost voice, where that is the document's own."""
    if document is not None and document.publisher is not None:
        return document.publisher
    outer = next(iter(attribution.voices), None)
    return outer.words if outer is not None and outer.how in ("publisher", "issuer") else None
