"""Judgement: a decision on identity, with its reasons; appended, never overwritten."""

from dataclasses import dataclass

from testimonia.model.identifiers import identify
from testimonia.model.kinds import Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """Two referents are the SAME, DIFFERENT or UNSURE, why, and who says so.

    `score` runs from 0 to 1 and orders a review queue; it decides nothing by itself. `evidence` names the claims or mentions that support
    it.
    """

    left: str
    right: str
    verdict: Verdict
    score: float
    reasons: tuple[str, ...]
    by: str
    evidence: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """A content hash over the pair, the verdict, the reasons and who decided."""
        left, right = sorted((self.left, self.right))
        return identify("j", left, right, self.verdict, self.reasons, self.by)
