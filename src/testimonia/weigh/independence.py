"""Independence: whether two witnesses have what they say from one another, from one voice or from one side.

A witness is a chain of voices in a document. Each witness gets ties: the publisher and the original outlet, the group of copies that its
text belongs to, every voice in its chain, and every body that one of those voices speaks for. Two witnesses are independent only if they
share no tie; the number of independent witnesses is the number of groups that hang together by ties. A witness whose publisher is
unknown adds nothing to that number, because it cannot be shown to be anybody else.

Follows: codebook, section 7; the way philologists tell manuscripts that descend from one another.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from testimonia.model.claim import Attribution
from testimonia.model.document import Document
from testimonia.model.knowledge import Knowledge
from testimonia.model.party import Party
from testimonia.text.names import fold_name
from testimonia.weigh.assertions import Assertion, entity_of
from testimonia.weigh.components import connected
from testimonia.weigh.copies import copies_of
from testimonia.weigh.sides import Sides, sides_of

Tie = tuple[str, str]
"""What two witnesses may have in common: a kind (publisher, copy, document, voice, words, side) and who or what it is."""


@dataclass(frozen=True, slots=True)
class Witness:
    """One chain of voices in one document, and its ties, each with the words that explain it; `known` is False without a publisher."""

    label: str
    ties: Mapping[Tie, str]
    known: bool


class Witnesses:
    """The witnesses of one knowledge base; each chain is looked up once."""

    def __init__(self, knowledge: Knowledge, assertions: Sequence[Assertion]) -> None:
        """Read copies and sides from the documents and claims."""
        self._knowledge = knowledge
        self._copies = copies_of(knowledge.documents)
        self._sides: Sides = sides_of(assertions, entities=knowledge.entities, sources=knowledge.sources)
        self._made: dict[tuple[str, tuple[tuple[str, str | None], ...]], Witness] = {}

    def of(self, document: str, attribution: Attribution) -> Witness:
        """Give the witness behind a claim or an event report.

        Args:
            document: The document's id.
            attribution: The chain of voices in it.

        Returns:
            The witness; equal chains in one document give one object.
        """
        key = document, tuple((voice.words, voice.referent) for voice in attribution.voices)
        if key not in self._made:
            self._made[key] = self._witness(document, attribution)
        return self._made[key]

    def _witness(self, document: str, attribution: Attribution) -> Witness:
        record = self._knowledge.documents.get(document)
        publisher = _publisher(record, attribution)
        ties: dict[Tie, str] = {("document", document): "they stand in one document"}
        if publisher is not None:
            ties["publisher", fold_name(publisher)] = f"both were published by {publisher}"
        if record is not None and record.original_publisher is not None:
            outlet = record.original_publisher
            ties.setdefault(("publisher", fold_name(outlet)), f"one is a republication from {outlet}")
        if document in self._copies:
            ties["copy", self._copies[document]] = "their texts share more than half of their wording"
        ties.update(self._voice_ties(attribution))
        ties.update(self._register_ties(publisher))
        return Witness(self._label(publisher, attribution), ties, publisher is not None)

    def _voice_ties(self, attribution: Attribution) -> dict[Tie, str]:
        ties: dict[Tie, str] = {}
        for voice in attribution.voices:
            entity = entity_of(self._knowledge, voice)
            if entity is None:
                continue
            ties["voice", entity] = f"both go back to {self._knowledge.name_of(entity)}"
            for body, reason in self._sides.of(entity).items():
                ties["side", body] = reason
        if len(attribution.voices) > 1 and entity_of(self._knowledge, attribution.voices[-1]) is None:
            voice = attribution.voices[-1]
            shown = repr(voice.words) if voice.referent is None else "a speaker of one name"
            ties["words", fold_name(voice.words)] = f"both quote {shown}, which may be one voice"
        return ties

    def _register_ties(self, publisher: str | None) -> dict[Tie, str]:
        source = None if publisher is None else self._knowledge.sources.get(publisher)
        if source is None or source.side is None:
            return {}
        return {("side", fold_name(source.side)): f"the register of sources says that {source.name} speaks for {source.side}"}

    def _label(self, publisher: str | None, attribution: Attribution) -> str:
        outer = publisher or "a document of unknown publisher"
        inner = [self._shown(voice) for voice in attribution.voices[1:]][-1:]
        return f"{inner[0]} in {outer}" if inner and fold_name(inner[0]) != fold_name(outer) else outer

    def _shown(self, voice: Party) -> str:
        """Name a voice in a finding; a speaker without a public role is named in the chain of a claim and nowhere else."""
        entity = entity_of(self._knowledge, voice)
        if entity is not None:
            return self._knowledge.name_of(entity)
        return voice.words if voice.referent is None else "a named speaker"


def why_dependent(left: Witness, right: Witness) -> str | None:
    """Say why two witnesses are not independent of one another.

    Args:
        left: A witness.
        right: Another witness.

    Returns:
        The reason in words, without a full stop, or None if they are independent.
    """
    shared = [tie for tie in left.ties if tie in right.ties]
    if not shared:
        unknown = next((witness for witness in (left, right) if not witness.known), None)
        return None if unknown is None else "the publisher of one document is unknown, so it cannot be shown to be anybody else"
    kind, _ = tie = min(shared, key=lambda tie: _PLAINEST.index(tie[0]))
    if kind == "publisher":
        return next((words for words in (left.ties[tie], right.ties[tie]) if "republication" in words), left.ties[tie])
    if kind == "side":
        reasons = dict.fromkeys(reason for reason in (left.ties[tie], right.ties[tie]) if reason)
        return "they are one side: " + "; ".join(reasons) if reasons else "they are one side"
    return left.ties[tie]


def count_independent(witnesses: Sequence[Witness]) -> int:
    """Count witnesses that share no tie, directly or through others.

    Args:
        witnesses: Witnesses in a stable order, repeats allowed.

    Returns:
        The number of groups among those with a known publisher; 1 if there are none of those, 0 without any witness.
    """
    known = [witness for witness in witnesses if witness.known]
    return len(_groups(known)) if known else min(1, len(witnesses))


def explain(witnesses: Sequence[Witness]) -> str:
    """Say in one sentence what makes a set of witnesses independent or not.

    Args:
        witnesses: At least one witness.

    Returns:
        A sentence that names two independent witnesses, or the tie that joins all of them.
    """
    labels = list({id(witness): witness for witness in witnesses}.values())
    groups = _groups([witness for witness in labels if witness.known])
    if len(groups) > 1:
        first, second = groups[0][0].label, groups[1][0].label
        return f"{first} and {second} have different publishers and share no text, no voice and no side."
    for left, right in pairwise(labels):
        reason = why_dependent(left, right)
        if reason is not None:
            pair = f"two passages of {left.label}" if left.label == right.label else f"{left.label} and {right.label}"
            return f"{pair} are not independent: {reason}."
    return f"{labels[0].label} is the only witness." if len(labels) == 1 else "The witnesses hang together through a third one."


def _groups(witnesses: Sequence[Witness]) -> list[list[Witness]]:
    first: dict[Tie, int] = {}
    edges = [(first.setdefault(tie, place), place) for place, witness in enumerate(witnesses) for tie in witness.ties]
    return [[witnesses[place] for place in group] for group in connected(range(len(witnesses)), edges)]


def _publisher(document: Document | None, attribution: Attribution) -> str | None:
    """Name the publisher as the document's record has it, or as the chain's outermost voice, where that is the document's own."""
    if document is not None and document.publisher is not None:
        return document.publisher
    outer = next(iter(attribution.voices), None)
    return outer.words if outer is not None and outer.how in ("publisher", "issuer") else None


_PLAINEST = ("document", "publisher", "copy", "voice", "words", "side")
"""Kinds of tie, the one that is easiest to check first: the reason shown is the plainest of those that hold."""
