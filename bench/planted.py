"""The truth of a synthetic corpus: what was planted, worked out from the plan and never from the records.

Of every claim and report the plan knows whose word it is, as labels: the outlets that it passed, the text that it was copied from, the
bodies whose voice it is. Two of them are one witness if labels join them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """One claim or report as planted: its id, its document, its chain of voices, whose word it is, and whether the publisher is known."""

    id: str
    document: str
    chain: tuple[str, ...]
    labels: frozenset[str]
    known: bool


@dataclass(frozen=True, slots=True)
class Side:
    """Claims that hold one thing, and how many independent witnesses they have."""

    claims: frozenset[str]
    witnesses: int


@dataclass(frozen=True, slots=True)
class PlantedDispute:
    """What cannot all hold, by which rule and how surely."""

    rule: str
    certainty: str
    sides: frozenset[Side]


@dataclass(frozen=True, slots=True)
class PlantedToll:
    """What is counted in an event, of whom (None for the total), and the low, best and high figure."""

    what: str
    of: str | None
    low: int
    best: int
    high: int


@dataclass(frozen=True, slots=True)
class PlantedEvent:
    """Reports of one happening, and its figures."""

    reports: frozenset[str]
    tolls: tuple[PlantedToll, ...] = ()


@dataclass(frozen=True, slots=True)
class Planted:
    """Everything that weighing must find in a batch or a corpus, and nothing else."""

    disputes: tuple[PlantedDispute, ...] = ()
    agreements: tuple[Side, ...] = ()
    events: tuple[PlantedEvent, ...] = ()


def side_of(told: Sequence[Told]) -> Side:
    """Put together what holds one thing.

    Args:
        told: Claims or reports.

    Returns:
        Their ids and the number of independent witnesses.
    """
    return Side(frozenset(one.id for one in told), count_of(told))


def is_agreement(told: Sequence[Told]) -> bool:
    """Say whether what holds one thing stands in several documents or comes through several chains.

    Args:
        told: Claims or reports.

    Returns:
        False for a voice that repeats itself.
    """
    return len({(one.document, one.chain) for one in told}) > 1


def count_of(told: Sequence[Told]) -> int:
    """Count the independent witnesses.

    Args:
        told: Claims or reports.

    Returns:
        How many groups their labels leave, those of unknown publishers left out; one if nothing else is left.
    """
    groups = grouped(one.labels for one in told if one.known)
    return len(groups) or min(1, len(told))


def grouped(labels: Iterable[frozenset[str]]) -> list[set[str]]:
    """Join sets that share a label.

    Args:
        labels: Sets of labels.

    Returns:
        The unions of those that hang together.
    """
    groups: list[set[str]] = []
    for one in labels:
        touching = [group for group in groups if not group.isdisjoint(one)]
        groups = [group for group in groups if group.isdisjoint(one)]
        groups.append(set(one).union(*touching))
    return groups
