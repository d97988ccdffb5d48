"""Knowledge: all that is known at one moment, as `weigh/` and `publish/` receive it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from testimonia.model.claim import Claim
from testimonia.model.decision import REVIEWED, ReviewState
from testimonia.model.document import Document, Source
from testimonia.model.entity import Entity
from testimonia.model.event import Event, EventReport
from testimonia.model.finding import Corroboration, Dispute
from testimonia.model.party import Party


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Documents, what they claim, and which of their referents are one entity.

    Claims and reports keep the parties as read; `who` gives the entity behind one, so that an identity decision can change without
    rewriting them. Every mapping is keyed by identifier and iterates in a stable order.

    Claims and reports are those that stand: without what people rejected, with what they put in its place. `reviewed` says what they
    decided of each; one that is missing is as it was proposed.
    """

    documents: Mapping[str, Document]
    sources: Mapping[str, Source]
    entities: Mapping[str, Entity]
    entity_of: Mapping[str, str]
    claims: tuple[Claim, ...]
    reports: tuple[EventReport, ...]
    reviewed: Mapping[str, ReviewState] = field(default_factory=dict)

    def who(self, party: Party) -> str:
        """Name the entity that a party stands for, or keep its words.

        Args:
            party: A slot of a claim or an event report.

        Returns:
            An entity id, or the party's words where it is described only or its referent is no entity (a person without a public role).
        """
        if party.referent is not None and party.referent in self.entity_of:
            return self.entity_of[party.referent]
        return party.words

    def review_of(self, record: str) -> ReviewState:
        """Say what people decided of a claim or report.

        Args:
            record: Its identifier.

        Returns:
            Its state; `proposed` where nobody decided.
        """
        return self.reviewed.get(record, "proposed")

    def is_reviewed(self, record: str) -> bool:
        """Say whether somebody looked at a claim or report and stands by it.

        Args:
            record: Its identifier.

        Returns:
            True if it was accepted, corrected or added by hand, and nobody decided otherwise.
        """
        return self.review_of(record) in REVIEWED

    def name_of(self, reference: str) -> str:
        """Give the canonical name behind a reference, for people to read.

        Args:
            reference: What `who` returned.

        Returns:
            The entity's name, or the words themselves.
        """
        entity = self.entities.get(reference)
        return reference if entity is None else entity.name


@dataclass(frozen=True, slots=True)
class Findings:
    """What weighing a `Knowledge` gives: events tied from reports, corroborations and disputes, each in a stable order."""

    events: tuple[Event, ...] = field(default=())
    corroborations: tuple[Corroboration, ...] = field(default=())
    disputes: tuple[Dispute, ...] = field(default=())
