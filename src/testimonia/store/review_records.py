"""What a store says of the queue of review and of those who work on it."""

from dataclasses import dataclass, field

from testimonia.model.decision import RecordKind, ReviewState
from testimonia.model.document import Source

TIER = 1_000_000
"""Ranks in one tier of the queue: a rank is the tier times this, and its place within the tier, the most urgent first."""
REST = 4 * TIER
"""The rank of what nothing speaks for looking at first; it waits in the order in which it was captured and read."""


@dataclass(frozen=True, slots=True)
class Urgency:
    """A record that is to be looked at before the rest: `rank` by the rule of `testimonia.review.queue`, the lowest first."""

    record: str
    kind: RecordKind
    rank: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A record that waits for a decision; `cursor` is the place in the queue after it, for the next page."""

    record: str
    kind: RecordKind
    rank: int
    cursor: str

    @property
    def tier(self) -> int:
        """In which tier of the queue it stands."""
        return self.rank // TIER


@dataclass(frozen=True, slots=True)
class Deciders:
    """How often somebody took one verdict on records of one kind, taken back or not."""

    by: str
    kind: RecordKind
    verdict: str
    count: int


@dataclass(frozen=True, slots=True)
class Hour:
    """How many verdicts somebody took in one hour of a day, UTC."""

    by: str
    hour: int
    count: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far review is.

    `states` counts records by kind and state, without those that nobody decided on; `waiting` counts what waits by kind and tier, as of the
    last weighing less what was decided since; `by_coder` counts verdicts of all time, `today` those of one day by the hour.
    """

    states: dict[tuple[RecordKind, ReviewState], int] = field(default_factory=dict)
    waiting: dict[tuple[RecordKind, int], int] = field(default_factory=dict)
    by_coder: tuple[Deciders, ...] = ()
    today: tuple[Hour, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenPair:
    """Two entities that rules left open: the judgement that speaks most for one body, and how many others there are on the two."""

    left: str
    right: str
    judgement: str
    score: float
    others: int


@dataclass(frozen=True, slots=True)
class SourceEdit:
    """What somebody says of a publisher, and when (ISO 8601, UTC).

    `source` is None where they take back what people said, so that the register's word stands again. Where `by` is empty it keeps what the
    register said, None where it says nothing. `number` is its place among all edits, 0 before it is kept.
    """

    name: str
    by: str
    at: str
    source: Source | None = None
    number: int = 0
