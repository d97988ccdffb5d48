"""Refusal: a reading that a rule thought of and did not make, with its reason."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was refused, for people who ask why a sentence gave no claim; it is shown, never stored.

    `rule` is the rule that thought of it, `trigger` the words that made it, `start` and `end` their offsets, `reason` a code of
    `codebook/refusals.yml`.
    """

    rule: str
    trigger: str
    start: int
    end: int
    reason: str
