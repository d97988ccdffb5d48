"""Stock: what a release is made from, in its order: records in memory, or a knowledge base as it is read, document by document."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from testimonia.model.claim import Claim
from testimonia.model.document import Source
from testimonia.model.entity import Entity
from testimonia.model.event import Event, EventReport
from testimonia.model.finding import Corroboration, Dispute
from testimonia.model.judgement import Judgement
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.model.problem import Problem
from testimonia.publish.stemma_rows import WitnessOf

if TYPE_CHECKING:
    from testimonia.store.in_order import InOrder


Record = TypeVar("Record", Claim, EventReport)


class Stock(Protocol):
    """What a release is made from; every iterator begins anew when asked for."""

    @property
    def size(self) -> int:
        """How many documents there are."""
        ...

    @property
    def roles(self) -> Mapping[str, str]:
        """Public roles of persons by entity id, as texts state them beside the names."""
        ...

    def parts(self) -> Iterator[Knowledge]:
        """Give the knowledge of each document, by origin and id: its text, and its claims and reports by their place in it."""
        ...

    @property
    def witness_of(self) -> WitnessOf | None:
        """What finds the witnesses behind the claims of a document; None to leave the witnesses out."""
        ...

    def sources(self) -> Iterator[Source]:
        """Give what the register says of publishers, by name."""
        ...

    def entities(self) -> Iterator[Entity]:
        """Give the entities, by id."""
        ...

    def events(self) -> Iterator[Event]:
        """Give the events, as weighing ordered them."""
        ...

    def corroborations(self) -> Iterator[Corroboration]:
        """Give what agrees, as weighing ordered it."""
        ...

    def disputes(self) -> Iterator[Dispute]:
        """Give what cannot all hold, as weighing ordered it."""
        ...

    def problems(self) -> Iterator[Problem]:
        """Give what could not be done, by origin, stage, rule and id."""
        ...

    def judgements(self) -> Iterator[Judgement] | None:
        """Give the decisions on identity, by the referents that they are on; None to leave them out."""
        ...


@dataclass(frozen=True, slots=True)
class HeldStock:
    """Records in memory, as a lens leaves them."""

    knowledge: Knowledge
    findings: Findings
    problem_list: Sequence[Problem] = ()
    judgement_list: Sequence[Judgement] | None = None
    role_of: Mapping[str, str] | None = None
    witness_of: WitnessOf | None = None

    @property
    def size(self) -> int:
        """How many documents there are."""
        return len(self.knowledge.documents)

    @property
    def roles(self) -> Mapping[str, str]:
        """Public roles of persons by entity id."""
        return self.role_of or {}

    def parts(self) -> Iterator[Knowledge]:
        """Give the knowledge of each document; records of a document that is not there come last, for the safeguards to refuse."""
        held = self.knowledge
        claims, reports = _by_document(held.claims), _by_document(held.reports)
        for document in sorted(held.documents.values(), key=lambda document: (document.origin, document.id)):
            of = (tuple(claims.pop(document.id, ())), tuple(reports.pop(document.id, ())))
            yield Knowledge({document.id: document}, {}, held.entities, held.entity_of, *of, held.reviewed)
        for name in dict.fromkeys((*claims, *reports)):
            yield Knowledge({}, {}, held.entities, held.entity_of, tuple(claims.get(name, ())), tuple(reports.get(name, ())), held.reviewed)

    def sources(self) -> Iterator[Source]:
        """Give what the register says of publishers, by name."""
        return iter(sorted(self.knowledge.sources.values(), key=lambda source: source.name))

    def entities(self) -> Iterator[Entity]:
        """Give the entities, by id."""
        return iter(sorted(self.knowledge.entities.values(), key=lambda entity: entity.id))

    def events(self) -> Iterator[Event]:
        """Give the events."""
        return iter(self.findings.events)

    def corroborations(self) -> Iterator[Corroboration]:
        """Give what agrees."""
        return iter(self.findings.corroborations)

    def disputes(self) -> Iterator[Dispute]:
        """Give what cannot all hold."""
        return iter(self.findings.disputes)

    def problems(self) -> Iterator[Problem]:
        """Give what could not be done."""
        return iter(sorted(self.problem_list, key=lambda problem: (problem.origin, problem.stage, problem.rule, problem.id)))

    def judgements(self) -> Iterator[Judgement] | None:
        """Give the decisions on identity."""
        if self.judgement_list is None:
            return None
        return iter(sorted(self.judgement_list, key=lambda judgement: (judgement.left, judgement.right, judgement.id)))


class StoredStock:
    """A knowledge base as it is read, everybody's word taken: no more than one document and the names of the entities is held at once."""

    def __init__(self, stored: "InOrder", *, witness_of: WitnessOf | None = None) -> None:
        """Take what to read from.

        Args:
            stored: The knowledge base as of one moment.
            witness_of: What finds the witnesses behind claims; None to leave the witnesses out.
        """
        self._stored = stored
        self.witness_of = witness_of
        self._named = {entity.id: entity for entity in stored.named()}
        self._reviewed = stored.reviewed()
        self.size = stored.count("documents")
        self.roles: Mapping[str, str] = {entity: role for entity, role in stored.roles() if role.strip()}

    def parts(self) -> Iterator[Knowledge]:
        """Give the knowledge of each document."""
        for part in self._stored.parts():
            yield Knowledge({part.document.id: part.document}, {}, self._named, part.entity_of, part.claims, part.reports, self._reviewed)

    def sources(self) -> Iterator[Source]:
        """Give what the register says of publishers, by name."""
        return self._stored.sources()

    def entities(self) -> Iterator[Entity]:
        """Give the entities, by id."""
        return self._stored.entities()

    def events(self) -> Iterator[Event]:
        """Give the events."""
        return self._stored.events()

    def corroborations(self) -> Iterator[Corroboration]:
        """Give what agrees."""
        return self._stored.corroborations()

    def disputes(self) -> Iterator[Dispute]:
        """Give what cannot all hold."""
        return self._stored.disputes()

    def problems(self) -> Iterator[Problem]:
        """Give what could not be done."""
        return self._stored.problems()

    def judgements(self) -> Iterator[Judgement] | None:
        """Give the decisions on identity."""
        return self._stored.judgements()


def _by_document(records: Iterable[Record]) -> dict[str, list[Record]]:
    """The records of each document, by their place in it."""
    held: dict[str, list[Record]] = {}
    for record in records:
        held.setdefault(record.document, []).append(record)
    for of in held.values():
        of.sort(key=lambda record: (record.evidence[0].start, record.evidence[0].end, record.id) if record.evidence else (0, 0, ""))
    return held
