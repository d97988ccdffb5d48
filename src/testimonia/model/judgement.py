"""Judgement: a decision on identity, with what speaks for and against it; appended, never overwritten."""

from dataclasses import dataclass

from testimonia.model.identifiers import identify
from testimonia.model.kinds import Verdict

RULE = "rule:"
"""What `by` begins with where a rule decided."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that speaks for or against two being one: its name, its weight, and in words what was seen.

    The weight is above 0 for one body, below 0 for two. A reviewer's comment is a feature too, of weight 0.
    """

    name: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """Two referents are the SAME, DIFFERENT or UNSURE, why, who says so and when.

    `score` runs from 0 (two) to 1 (one); it orders a review queue and is no probability. `evidence` names the claims that support the
    decision. `by` begins with `rule:` where a rule decided; `at` is the moment of a person's decision (ISO 8601, UTC) and None for a rule,
    whose judgements are the same on every day. A person's WITHDRAWN takes back the last decision that people made on the pair.
    """

    left: str
    right: str
    verdict: Verdict
    score: float
    features: tuple[Feature, ...]
    by: str
    evidence: tuple[str, ...] = ()
    at: str | None = None

    @property
    def id(self) -> str:
        """A content hash over the pair, the verdict, the reasons, who decided and when."""
        left, right = sorted((self.left, self.right))
        when = () if self.at is None else (self.at,)
        return identify("j", left, right, self.verdict, self.reasons, self.by, *when)

    @property
    def is_human(self) -> bool:
        """Whether somebody decided, rather than a rule."""
        return not self.by.startswith(RULE)

    @property
    def reasons(self) -> tuple[str, ...]:
        """What was seen, in words."""
        return tuple(feature.words for feature in self.features)
