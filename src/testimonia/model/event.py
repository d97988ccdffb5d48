"""EventReport and Event: one passage's account, and the happening that several reports tell of."""

from dataclasses import dataclass, field

from testimonia.errors import RecordError
from testimonia.model.claim import Attribution, Proposal
from testimonia.model.evidence import Evidence
from testimonia.model.identifiers import Identified, identify
from testimonia.model.kinds import EventType, Status
from testimonia.model.party import Party
from testimonia.model.valid_time import ValidTime


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated number: what is counted, of whom, from `low` to `high`; None is not stated, which 0 is not."""

    what: str
    of: Party | None = None
    low: int | None = None
    high: int | None = None

    def __post_init__(self) -> None:
        """Refuse bounds that contradict each other."""
        if self.low is not None and self.high is not None and self.low > self.high:
            raise RecordError(f"{self.what}: a lower bound of {self.low} exceeds the upper bound of {self.high}")


@dataclass(frozen=True, slots=True)
class EventReport(Identified):
    """One passage's account of one happening, typed after PLOVER 2.0 (codebook, section 3)."""

    document: str
    type: EventType
    attribution: Attribution
    evidence: tuple[Evidence, ...]
    proposal: Proposal
    mode: str | None = None
    initiator: tuple[Party, ...] = ()
    target: tuple[Party, ...] = ()
    where: tuple[Party, ...] = ()
    when: ValidTime | None = None
    figures: tuple[Figure, ...] = ()
    responsibility: tuple[Party, ...] = ()
    status: Status = "happened"
    recurrent: bool = False

    def _identified(self) -> str:
        """A content hash over document, evidence span, type, mode and participants."""
        span = self.evidence[0]
        sides = [[p.referent or p.words for p in side] for side in (self.initiator, self.target)]
        return identify("e", self.document, span.start, span.end, self.type, self.mode, sides)


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of a derived figure and the reports whose claims set it."""

    value: int
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Toll:
    """Low, best and high of one quantity of one event, after UCDP; `of` is the side counted, by entity or in words, None for the total."""

    what: str
    of: str | None
    low: Bound | None
    best: Bound | None
    high: Bound | None


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, as the reports tied to it tell it; derived, never stored over them."""

    id: str
    type: EventType
    reports: tuple[str, ...]
    why: str
    tolls: tuple[Toll, ...] = field(default=())
