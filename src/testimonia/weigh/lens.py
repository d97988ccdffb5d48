"""The lens at work: what is left of a knowledge base when only some words are taken.

It leaves claims and reports out and changes none. Documents, entities and identity stay: who is who does not depend on whose word is taken.
"""

from collections.abc import Sequence, Set
from dataclasses import replace

from testimonia.model.claim import Claim
from testimonia.model.document import Document
from testimonia.model.event import EventReport
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.model.lens import Choice, Lens
from testimonia.model.party import Party
from testimonia.model.valid_time import parse_edtf
from testimonia.text.names import fold_name
from testimonia.weigh.assertions import Assertion, assertions_of, entity_of, said_of
from testimonia.weigh.sides import sides_of
from testimonia.weigh.source_kinds import SourceKinds
from testimonia.weigh.times import EARLIEST, LATEST, Span, meet, span_of

Said = Claim | EventReport


def seen_through(knowledge: Knowledge, lens: Lens, *, assertions: Sequence[Assertion] | None = None) -> Knowledge:
    """Leave out what a lens does not take.

    The least number of witnesses is asked later (`enough_witnesses`), since it takes weighing; `known_on` is the store's.

    Args:
        knowledge: What is known.
        lens: Whose word is taken.
        assertions: The prepared claims of `knowledge`, None to prepare them.

    Returns:
        The same documents and entities with the claims and reports that the lens takes; `knowledge` itself where it takes everything.
    """
    if lens.takes_everything:
        return knowledge
    taken = _Taken(knowledge, lens, assertions_of(knowledge) if assertions is None else assertions)
    return replace(
        knowledge,
        claims=tuple(claim for claim in knowledge.claims if taken.takes(claim)),
        reports=tuple(report for report in knowledge.reports if taken.takes(report)),
    )


def enough_witnesses(knowledge: Knowledge, findings: Findings, *, least: int) -> Knowledge:
    """Leave out what too few independent witnesses stand behind.

    Args:
        knowledge: What a lens has left.
        findings: What weighing it gives.
        least: The number of independent witnesses asked for.

    Returns:
        The claims and reports of corroborations with so many witnesses; `knowledge` itself for 1.
    """
    if least <= 1:
        return knowledge
    held = {said for made in findings.corroborations if made.witnesses >= least for said in made.claims}
    return replace(
        knowledge,
        claims=tuple(claim for claim in knowledge.claims if claim.id in held),
        reports=tuple(report for report in knowledge.reports if report.id in held),
    )


class _Taken:
    """Asks of every claim and report whether a lens takes it; each document and voice is looked up once."""

    def __init__(self, knowledge: Knowledge, lens: Lens, assertions: Sequence[Assertion]) -> None:
        self._knowledge, self._lens = knowledge, lens
        self._kinds = SourceKinds(knowledge, assertions)
        self._wanted = {fold_name(side) for side in lens.sides}
        self._unwanted = {fold_name(side) for side in lens.without_sides}
        # Who speaks for whom takes long to work out, and is asked for by few lenses.
        asked = bool(self._wanted or self._unwanted)
        self._sides = sides_of(assertions, entities=knowledge.entities, sources=knowledge.sources) if asked else None
        self._documents = {key: self._takes_document(document) for key, document in knowledge.documents.items()}
        self._voices: dict[tuple[str, str | None], bool] = {}
        self._holding = None if lens.holding_at is None else span_of(parse_edtf(lens.holding_at))

    def takes(self, said: Said) -> bool:
        """Say whether a claim or a report is taken."""
        lens, voices = self._lens, said.attribution.voices
        if not self._documents.get(said.document, True) or (lens.reviewed_only and not self._knowledge.is_reviewed(said.id)):
            return False
        if lens.stances and said.attribution.stance not in lens.stances:
            return False
        if lens.longest_chain is not None and len(voices) > lens.longest_chain:
            return False
        return self._holds(said) and (not voices or self._takes_voice(voices[-1]))

    def _takes_document(self, document: Document) -> bool:
        lens = self._lens
        if lens.said_before is not None and said_of(document)[1] >= lens.said_before.toordinal():
            return False
        outlets = [name for name in (document.publisher, document.original_publisher) if name is not None]
        return all(_chosen(lens.publishers, {fold_name(name)}, self._kinds.of_publisher(name)) for name in outlets or [""])

    def _takes_voice(self, voice: Party) -> bool:
        key = voice.words, voice.referent
        if key not in self._voices:
            self._voices[key] = self._asked(voice)
        return self._voices[key]

    def _asked(self, voice: Party) -> bool:
        names = self._names(voice)
        if not _chosen(self._lens.voices, names, self._kinds.of_voice(voice)):
            return False
        if not self._wanted and not self._unwanted:
            return True
        spoken_for = names | self._spoken_for(voice)
        return spoken_for.isdisjoint(self._unwanted) and (not self._wanted or not spoken_for.isdisjoint(self._wanted))

    def _names(self, voice: Party) -> set[str]:
        entity = self._knowledge.entities.get(entity_of(self._knowledge, voice) or "")
        return {fold_name(voice.words)} if entity is None else {fold_name(name) for name in (entity.name, *(n.text for n in entity.names))}

    def _spoken_for(self, voice: Party) -> set[str]:
        """The names of all bodies that a voice speaks for, and the side that the register gives it."""
        entity = entity_of(self._knowledge, voice)
        known = self._knowledge.entities
        above = () if entity is None or self._sides is None else self._sides.of(entity)
        bodies = [known[body] for body in above if body in known]
        found = {fold_name(name.text) for body in bodies for name in body.names}
        registered = self._knowledge.sources.get(voice.words)
        return found | ({fold_name(registered.side)} if registered is not None and registered.side is not None else set())

    def _holds(self, said: Said) -> bool:
        """Say whether what is said is about the time asked for; an open end reaches to the day of publication and no further."""
        if self._holding is None:
            return self._lens.holding_at is None
        span = span_of(said.when)
        if span is None:
            return False
        document = self._knowledge.documents.get(said.document)
        published = (EARLIEST, LATEST) if document is None else said_of(document)
        return meet((span[0], _bounded(span, published)), self._holding)


def _bounded(span: Span, published: Span) -> int:
    return span[1] if span[1] < LATEST else max(span[0], published[1])


def _chosen(choice: Choice, names: Set[str], kind: str | None) -> bool:
    """Say whether a choice takes somebody of these names and this kind."""
    if kind in choice.without_kinds or not names.isdisjoint(fold_name(name) for name in choice.without_named):
        return False
    if not choice.kinds and not choice.named:
        return True
    return kind in choice.kinds or not names.isdisjoint(fold_name(name) for name in choice.named)
