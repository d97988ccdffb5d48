"""Corroboration and Dispute: what voices agree on, and what cannot all hold. Neither says which is true."""

from dataclasses import dataclass
from typing import Literal

from testimonia.model.identifiers import identify


@dataclass(frozen=True, slots=True)
class Corroboration:
    """Claims or event reports that agree, and whether any two of their witnesses are independent."""

    about: str
    claims: tuple[str, ...]
    independent: bool
    witnesses: int
    why: str

    @property
    def id(self) -> str:
        """A content hash over what is agreed and by which claims."""
        return identify("k", self.about, sorted(self.claims))


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a dispute: what it holds, by which claims, and by how many independent witnesses."""

    holds: str
    claims: tuple[str, ...]
    witnesses: int


@dataclass(frozen=True, slots=True)
class Dispute:
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

    @property
    def id(self) -> str:
        """A content hash over the rule and the claims."""
        return identify("x", self.rule, sorted(self.claims))
