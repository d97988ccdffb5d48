"""Reweighed: what a weighing found anew, and what it found to stand as before.

Findings are worked out unit by unit, such as one block of claims that agree. A unit's mark changes whenever anything does that its
findings follow from; so a unit whose mark is known need not be weighed again, and its findings stand.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from testimonia.model.event import Event
from testimonia.model.finding import Corroboration, Dispute

Finding = Event | Corroboration | Dispute
Unit = tuple[str, int]
"""What was asked, and the mark: a number of 64 bits with a sign."""


@dataclass(frozen=True, slots=True)
class Reweighed:
    """The units that stand, and the findings of those that are new or changed; every other unit is gone."""

    stands: frozenset[Unit]
    found: Mapping[Unit, tuple[Finding, ...]]
