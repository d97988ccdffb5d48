"""What follows from what documents say, as Python gives it: events, their tolls, disputes and corroborations.

As in `records`, each field is a column of the same name in a frame and in SQL, and None is "not stated".
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Estimate:
    """One quantity of an event, with what its reports give for it.

    Attributes:
        what: What is counted.
        of: Of whom: an identifier or words; None is of all.
        of_name: The same as people read it.
        low: The lowest value.
        best: The best value by the rule of the lens.
        high: The highest value.
    """

    what: str
    of: str | None
    of_name: str | None
    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One event: the reports that were judged to be of one happening.

    Attributes:
        id: What reports and tolls refer to.
        type: Its event type.
        modes: The modes that its reports name.
        statuses: What its reports say of it: happened, planned, threatened, denied, hypothetical.
        initiators: Names or words of who acted, as any report has it.
        targets: Names or words of who was acted upon, as any report has it.
        places: Names or words of where it was.
        responsible: Names or words of who claims it or is said to have carried it out.
        party_ids: Identifiers of the bodies and public persons among them.
        place_ids: Identifiers of the places.
        lo: The first day that any report allows.
        hi: The last day that any report allows.
        tolls: Its quantities, each with the lowest, the best and the highest value.
        reports: Identifiers of its reports.
        documents: How many documents they stand in.
        why: Why they are taken for one happening.
    """

    id: str
    type: str
    modes: tuple[str, ...]
    statuses: tuple[str, ...]
    initiators: tuple[str, ...]
    targets: tuple[str, ...]
    places: tuple[str, ...]
    responsible: tuple[str, ...]
    party_ids: tuple[str, ...]
    place_ids: tuple[str, ...]
    lo: date | None
    hi: date | None
    tolls: tuple[Estimate, ...]
    reports: tuple[str, ...]
    documents: int
    why: str


@dataclass(frozen=True, slots=True)
class TollRecord:
    """One quantity of one event, with the event beside it: a line for a table of tolls.

    Attributes:
        event: Identifier of the event.
        type: The event's type.
        initiators: Names or words of who acted.
        targets: Names or words of who was acted upon.
        places: Names or words of where it was.
        lo: The first day that any report allows.
        hi: The last day that any report allows.
        what: What is counted.
        of: Of whom: an identifier or words; None is of all.
        of_name: The same as people read it.
        low: The lowest value.
        best: The best value by the rule of the lens.
        high: The highest value.
        party_ids: Identifiers of the bodies and public persons in the event.
    """

    event: str
    type: str
    initiators: tuple[str, ...]
    targets: tuple[str, ...]
    places: tuple[str, ...]
    lo: date | None
    hi: date | None
    what: str
    of: str | None
    of_name: str | None
    low: int | None
    best: int | None
    high: int | None
    party_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PositionRecord:
    """One side of a dispute.

    Attributes:
        holds: What it holds.
        claims: Identifiers of its claims or event reports.
        witnesses: How many independent witnesses it has.
    """

    holds: str
    claims: tuple[str, ...]
    witnesses: int


@dataclass(frozen=True, slots=True)
class DisputeRecord:
    """Claims or event reports that cannot all hold. It does not say who is right.

    Attributes:
        id: A hash of the rule and the claims.
        about: What is disputed.
        certainty: `definite`, or `possible` where a date is missing.
        positions: The sides, each with what it holds.
        claims: Identifiers of claims or event reports.
        why: Why they cannot all hold.
        rule: What found it.
    """

    id: str
    about: str
    certainty: str
    positions: tuple[PositionRecord, ...]
    claims: tuple[str, ...]
    why: str
    rule: str


@dataclass(frozen=True, slots=True)
class AgreedRecord:
    """A detail that all claims of a corroboration state.

    Attributes:
        on: What it is: the time, or a figure.
        value: What they state.
        unit: What a figure counts.
    """

    on: str
    value: str
    unit: str | None


@dataclass(frozen=True, slots=True)
class CorroborationRecord:
    """Claims or event reports that agree.

    Attributes:
        id: A hash of what is agreed and the claims.
        about: What is agreed.
        witnesses: How many independent witnesses count.
        independent: Whether any two of them are independent.
        agreed: The time and the figure that all of them state.
        claims: Identifiers of claims or event reports.
        why: Why they are independent, or are not.
    """

    id: str
    about: str
    witnesses: int
    independent: bool
    agreed: tuple[AgreedRecord, ...]
    claims: tuple[str, ...]
    why: str
