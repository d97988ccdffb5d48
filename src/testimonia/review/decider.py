"""Decider: who decides, when, and why in their own words."""

from dataclasses import dataclass

from testimonia.errors import DecisionError
from testimonia.model.judgement import RULE


@dataclass(frozen=True, slots=True)
class Decider:
    """Who decides, when (ISO 8601, UTC), and why in their own words."""

    by: str
    at: str
    because: str = ""

    def __post_init__(self) -> None:
        """Refuse an author that nobody could be told by, or that would be taken for a rule: a rule's judgements do not last."""
        if not self.by.strip() or self.by.startswith(RULE):
            raise DecisionError(f"a decision needs the name of whoever makes it; {self.by!r} is none")
