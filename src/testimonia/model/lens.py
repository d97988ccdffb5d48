"""Lens: whose word is taken, of what time, and as known when; named, saved and shared."""

from dataclasses import dataclass, field
from datetime import date

from testimonia.errors import LensError
from testimonia.model.best_rule import BestRule
from testimonia.model.kinds import SOURCE_KINDS, STANCES, SourceKind, Stance


@dataclass(frozen=True, slots=True)
class Choice:
    """Which voices count: those of the kinds and names taken in, and none of those left out.

    Empty sets choose nothing away: with `kinds` and `named` both empty everybody counts who is not left out. A named source counts
    whatever its kind. A source of unknown kind counts only where no kinds are asked for.
    """

    kinds: frozenset[SourceKind] = frozenset()
    named: frozenset[str] = frozenset()
    without_kinds: frozenset[SourceKind] = frozenset()
    without_named: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Refuse kinds that there are none of."""
        for kind in (*self.kinds, *self.without_kinds):
            if kind not in SOURCE_KINDS:
                raise LensError(f"{kind!r} is no kind of source; the kinds are {', '.join(SOURCE_KINDS)}")


@dataclass(frozen=True, slots=True)
class Lens:
    """A choice of whose word to take.

    `publishers` is asked of the publisher (and of the original outlet of a republication), `voices` of the innermost voice: the one whose
    word it is. `sides` keeps the voices that speak for one of these parties, `without_sides` leaves them out. `longest_chain` counts the
    voices from the publisher to the innermost. `said_before` compares the day of publication, `holding_at` (EDTF) the time that a claim is
    about; both leave out what is undated. `known_on` takes the knowledge base as it was at the end of that day. `witnesses` is the least
    number of independent witnesses behind what is said. `best_of` says which of several figures is the best estimate.
    """

    name: str = "everything"
    publishers: Choice = field(default_factory=Choice)
    voices: Choice = field(default_factory=Choice)
    sides: frozenset[str] = frozenset()
    without_sides: frozenset[str] = frozenset()
    longest_chain: int | None = None
    stances: frozenset[Stance] = frozenset()
    reviewed_only: bool = False
    witnesses: int = 1
    said_before: date | None = None
    holding_at: str | None = None
    known_on: date | None = None
    best_of: BestRule = field(default_factory=BestRule)

    def __post_init__(self) -> None:
        """Refuse what nothing could pass, or nobody could mean."""
        if not self.name.strip():
            raise LensError("a lens needs a name")
        if self.longest_chain is not None and self.longest_chain < 1:
            raise LensError(f"a chain has at least one voice, the publisher's; {self.longest_chain} would leave nothing")
        if self.witnesses < 1:
            raise LensError(f"there is always one witness; {self.witnesses} asks for fewer")
        for stance in self.stances:
            if stance not in STANCES:
                raise LensError(f"{stance!r} is no stance; the stances are {', '.join(STANCES)}")

    @property
    def takes_everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Lens(self.name)
