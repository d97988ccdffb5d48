"""Account: an event report as tying sees it, with its participants, places, days and figures looked up once."""

import re
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from testimonia.model.event import EventReport, Figure
from testimonia.model.knowledge import Knowledge
from testimonia.model.party import Party
from testimonia.text.names import fold_name
from testimonia.weigh.assertions import entity_of, voice_of
from testimonia.weigh.event_words import event_words
from testimonia.weigh.times import EARLIEST, LATEST, Span, span_of

EARTH_KM = 6371.0
"""Mean radius of the earth in kilometres."""

UNNAMED = "described only"
"""What stands for a party without an entity: it may be a private person's name, so its words never enter a finding."""

ATTACKED = "those attacked"
"""The side that a figure counts where it is the report's only target and only described."""

_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")


@dataclass(frozen=True, slots=True)
class Somebody:
    """A participant or place: its entity if it has one, and the words of its name or description."""

    entity: str | None
    name: str
    words: frozenset[str]
    coordinates: tuple[float, float] | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """One event report, prepared.

    `span` is None where it is undated. `sums` is True where it sums several happenings, such as "37 killed since October" or "12 raids";
    `alone` where it tells of no single happening, recurrent or hypothetical, and so is tied to no other.
    """

    id: str
    report: EventReport
    initiator: tuple[Somebody, ...]
    target: tuple[Somebody, ...]
    where: tuple[Somebody, ...]
    span: Span | None
    voice: tuple[str, ...]
    sums: bool
    alone: bool

    @property
    def is_day(self) -> bool:
        """Say whether the report is dated to the day."""
        return self.span is not None and self.span[0] == self.span[1]


def accounts_of(knowledge: Knowledge) -> tuple[Account, ...]:
    """Prepare the event reports of a knowledge base.

    Args:
        knowledge: What is known.

    Returns:
        One account per report, by document and place in it; one that stands twice is kept once.
    """
    seen: dict[str, Somebody] = {}
    found: dict[str, Account] = {}
    for report in knowledge.reports:
        span = span_of(report.when)
        account = Account(
            id=report.id,
            report=report,
            initiator=_all(knowledge, report.initiator, seen),
            target=_all(knowledge, report.target, seen),
            where=_all(knowledge, report.where, seen),
            span=span,
            voice=voice_of(knowledge, report.attribution),
            sums=_sums(report, span),
            alone=report.recurrent or report.status == "hypothetical",
        )
        found.setdefault(account.id, account)
    return tuple(sorted(found.values(), key=lambda account: (account.report.document, account.report.evidence[0].start, account.id)))


def side_counted(knowledge: Knowledge, report: EventReport, figure: Figure) -> str | None:
    """Name whose members a figure counts.

    One source calls those attacked "men", another "fighters": where a report describes its only target and counts just those, they are
    the attacked, whatever the words, so that figures of the same dead are compared.

    Args:
        knowledge: What is known.
        report: The report that states the figure.
        figure: A stated number.

    Returns:
        An entity id, the words of a described side, `ATTACKED`, or None for the total.
    """
    if figure.of is None:
        return None
    entity = entity_of(knowledge, figure.of)
    if entity is not None:
        return entity
    if figure.of.referent is not None or not any(word[0].islower() for word in _LETTERS.findall(figure.of.words)):
        return UNNAMED  # a name, or what may be one: a casualty is a count and a side
    words = fold_name(figure.of.words)
    described = [fold_name(party.words) for party in report.target if entity_of(knowledge, party) is None]
    return ATTACKED if len(report.target) == 1 and described == [words] else words or None


def distance_km(left: tuple[float, float], right: tuple[float, float]) -> float:
    """Measure the great-circle distance between two points.

    Args:
        left: Latitude and longitude in degrees.
        right: Latitude and longitude in degrees.

    Returns:
        Kilometres.

    Example:
        >>> round(distance_km((33.51, 36.29), (36.20, 37.16)))
        309
    """
    one, two = radians(left[0]), radians(right[0])
    half = sin((two - one) / 2) ** 2 + cos(one) * cos(two) * sin(radians(right[1] - left[1]) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def _sums(report: EventReport, span: Span | None) -> bool:
    """Say whether a report counts happenings, or gives figures for a time that lasts or is open."""
    if any(figure.what in event_words("happenings") and (figure.low or 0) > 1 for figure in report.figures):
        return True
    if span is None or report.when is None or not report.figures:
        return False
    lasting = report.when.mode == "throughout" and span[1] > span[0]
    return lasting or span[1] == LATEST or span[0] == EARLIEST


def _all(knowledge: Knowledge, parties: tuple[Party, ...], seen: dict[str, Somebody]) -> tuple[Somebody, ...]:
    made = []
    for party in parties:
        key = entity_of(knowledge, party) or f"words:{party.words}"
        if key not in seen:
            seen[key] = _somebody(knowledge, party)
        made.append(seen[key])
    return tuple(made)


def _somebody(knowledge: Knowledge, party: Party) -> Somebody:
    entity = knowledge.entities.get(entity_of(knowledge, party) or "")
    if entity is None:
        return Somebody(None, UNNAMED, _words(party.words))
    spot = (entity.latitude, entity.longitude) if entity.latitude is not None and entity.longitude is not None else None
    return Somebody(entity.id, entity.name, _words(entity.name), spot, entity.country)


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(fold_name(text)) if word not in event_words("empty"))
