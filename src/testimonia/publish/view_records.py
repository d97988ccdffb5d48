"""What a person is shown: frozen records without any layout, for the terminal, the web pages and JSON alike."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Line:
    """One claim or event report as it is shown, with everything that it rests on.

    `chain` names the voices, outermost first. `reason` says why the rule proposed it. `witnesses` is the number of independent witnesses of
    the strongest agreement that it is part of, 1 where nobody else says it. `disputes` names the disputes that it stands in.
    """

    id: str
    kind: Literal["claim", "report"]
    statement: str
    when: str
    chain: tuple[str, ...]
    stance: str
    quotation: str
    document: str
    title: str | None
    publisher: str | None
    rule: str
    reason: str
    witnesses: int
    disputes: tuple[str, ...]

    @property
    def is_disputed(self) -> bool:
        """Say whether the line needs the mark of a dispute."""
        return bool(self.disputes)


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under one heading."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class NameLine:
    """One name of an actor, its language and kind, and how many claims or mentions carry it."""

    text: str
    language: str
    kind: str
    carried_by: int


@dataclass(frozen=True, slots=True)
class TollLine:
    """One quantity of an event: what is counted, of whom, and each bound with the reports that set it."""

    what: str
    of: str | None
    low: int | None
    best: int | None
    high: int | None
    set_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """One event: its reports, why they are one, and its figures."""

    id: str
    type: str
    why: str
    tolls: tuple[TollLine, ...]
    reports: tuple[Line, ...]
    disputes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PositionView:
    """One side of a dispute: what it holds, by how many independent witnesses, in which lines."""

    holds: str
    witnesses: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class DisputeView:
    """One dispute, its positions, and why they cannot all hold."""

    id: str
    about: str
    certainty: str
    rule: str
    why: str
    positions: tuple[PositionView, ...]


@dataclass(frozen=True, slots=True)
class ActorProfile:
    """What is claimed of one actor, what it is said to have taken part in, and what is disputed."""

    id: str
    name: str
    kind: str
    names: tuple[NameLine, ...]
    sections: tuple[Section, ...]
    events: tuple[EventView, ...]
    disputes: tuple[DisputeView, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document: where it comes from, and what was read from it."""

    id: str
    origin: str
    title: str | None
    publisher: str | None
    original_publisher: str | None
    published: str | None
    published_basis: str
    language: str | None
    author: str | None
    url: str | None
    claims: tuple[Line, ...]
    reports: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim with the text around its quotation, who agrees with it and who does not.

    `before` and `after` are the document's words on both sides; `agreements` the sentences that say who agrees.
    """

    line: Line
    before: str
    after: str
    start: int
    end: int
    notes: tuple[str, ...]
    agreements: tuple[str, ...]
    disputes: tuple[DisputeView, ...]
