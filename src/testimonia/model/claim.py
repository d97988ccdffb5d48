"""Claim: who asserts what, in which words, about which time."""

from dataclasses import dataclass

from testimonia.errors import RecordError
from testimonia.model.evidence import Evidence
from testimonia.model.identifiers import Identified, identify
from testimonia.model.kinds import NameKind, Polarity, Predicate, Stance
from testimonia.model.party import Party
from testimonia.model.valid_time import ValidTime


@dataclass(frozen=True, slots=True)
class Attribution:
    """The chain of voices, outermost first, and the stance of the innermost verb.

    The publisher is always first; a republication has the republisher, then the original outlet. Each voice is a party, so that a
    described voice ("a resident") stays in words.
    """

    voices: tuple[Party, ...]
    stance: Stance = "asserted"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who proposed a record and why: the reader, the rule (its docstring is the reason shown to people) and the words that triggered it."""

    reader: str
    rule: str
    trigger: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """What a claim states where the object is no entity; only the fields of its predicate are set.

    `text` for names, positions, ideologies, capabilities; `language` (BCP 47) and `name_kind` for names; `role` for roles; `low` and
    `high` as UCDP uses them, None meaning not stated, with `unit` for strengths.
    """

    text: str | None = None
    language: str | None = None
    name_kind: NameKind | None = None
    role: str | None = None
    low: int | None = None
    high: int | None = None
    unit: str | None = None

    def __post_init__(self) -> None:
        """Refuse bounds that contradict each other."""
        if self.low is not None and self.high is not None and self.low > self.high:
            raise RecordError(f"a lower bound of {self.low} exceeds the upper bound of {self.high}")


@dataclass(frozen=True, slots=True)
class Claim(Identified):
    """One assertion about an organisation or a person, as one voice in one document makes it."""

    document: str
    predicate: Predicate
    subject: Party
    attribution: Attribution
    evidence: tuple[Evidence, ...]
    proposal: Proposal
    object: Party | None = None
    value: Value | None = None
    when: ValidTime | None = None
    polarity: Polarity = "affirmed"

    def _identified(self) -> str:
        """A content hash over document, evidence span, predicate and arguments."""
        span = self.evidence[0]
        target = None if self.object is None else (self.object.referent or self.object.words)
        return identify(
            "c",
            self.document,
            span.start,
            span.end,
            self.predicate,
            self.subject.referent or self.subject.words,
            target,
            self.value,
            self.polarity,
        )
