"""Corroboration and Dispute: what voices agree on, and what cannot all hold. Neither says which is true."""

from dataclasses import dataclass
from typing import Literal

from testimonia.model.identifiers import Identified, identify
from testimonia.model.kinds import Stance

AgreedOn = Literal["day", "month", "year", "period", "number", "range", "at_least", "at_most"]


@dataclass(frozen=True, slots=True)
class Agreed:
    """What every one of the claims that agree states, beside the bare fact: no more than the least exact of them says.

    `value` is EDTF for a day, month, year or period; a number, or two with a slash for a range; `unit` says what is counted.
    """

    on: AgreedOn
    value: str
    unit: str | None = None

    @property
    def words(self) -> str:
        """Say it as a person would."""
        counted = f" {self.unit}" if self.unit else ""
        low, _, high = self.value.partition("/")
        if self.on == "range":
            return f"{low} to {high}{counted}"
        if self.on == "period":
            start, end = "" if low == ".." else f" from {low}", " on" if high == ".." else f" to {high}"
            return f"the time{start}{end}" if start else f"the time until {high}"
        return {"number": "", "at_least": "at least ", "at_most": "at most "}.get(self.on, f"the {self.on} ") + self.value + counted


@dataclass(frozen=True, slots=True)
class Corroboration(Identified):
    """Claims or event reports that agree, and whether any two of their witnesses are independent.

    `stances` counts the claims of each stance; `agreed` says on what time and which figure all of them agree, none where they state none.
    """

    about: str
    claims: tuple[str, ...]
    independent: bool
    witnesses: int
    why: str
    stances: tuple[tuple[Stance, int], ...] = ()
    agreed: tuple[Agreed, ...] = ()

    def _identified(self) -> str:
        """A content hash over what is agreed and by which claims."""
        return identify("k", self.about, sorted(self.claims))


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a dispute: what it holds, by which claims, and by how many independent witnesses."""

    holds: str
    claims: tuple[str, ...]
    witnesses: int


@dataclass(frozen=True, slots=True)
class Dispute(Identified):
    """Claims or event reports that cannot all hold; `possible` where a date is missing, and then listed apart."""

    about: str
    positions: tuple[Position, ...]
    why: str
    rule: str
    certainty: Literal["definite", "possible"] = "definite"

    @property
    def claims(self) -> tuple[str, ...]:
        """All claims of all positions, in the positions' order."""
        return tuple(claim for position in self.positions for claim in position.claims)

    def _identified(self) -> str:
        """A content hash over the rule and the claims."""
        return identify("x", self.rule, sorted(self.claims))
