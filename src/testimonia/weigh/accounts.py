"""Account: an event report as tying sees it, with its participants, places, days and figures looked up once."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import asin, cos, radians, sin, sqrt

from testimonia.model.event import EventReport, Figure
from testimonia.model.knowledge import Knowledge
from testimonia.model.party import Party
from testimonia.model.valid_time import ValidTime
from testimonia.text.geography import countries_of_adjective, country_code, find_region, is_country
from testimonia.text.names import fold_name
from testimonia.weigh.assertions import entity_of, voice_of
from testimonia.weigh.event_words import event_words, sorts_of
from testimonia.weigh.supposed import supposed_span
from testimonia.weigh.times import EARLIEST, LATEST, Span, span_of

EARTH_KM = 6371.0
"""Mean radius of the earth in kilometres."""

LONGEST_DAYS = 62
"""Figures over more days, stated by a first and a last one, are sums: hardly a battle or siege is told as one happening for longer."""

UNNAMED = "described only"
"""What stands for a party without an entity: it may be a private person's name, so its words never enter a finding."""

ATTACKED = "those attacked"
"""The side that a figure counts where it is the report's only target and only described."""

_LETTERS = re.compile(r"[^\W\d_]+")
_CAPITAL = re.compile(r"[^\W\d_a-z][^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")


@dataclass(frozen=True, slots=True)
class Somebody:
    """A participant or place: its entity if it has one, and the words of its name or description.

    `sorts` says what sort of people or place the words describe (`data/events.yml`); `is_area` that it is a place which holds many others;
    `nations` are the countries that the words name, ISO 3166-1 alpha-2. `gazetteer` is a place's own entry, `divisions` those that it lies
    in.
    """

    entity: str | None
    name: str
    words: frozenset[str]
    coordinates: tuple[float, float] | None = None
    country: str | None = None
    sorts: frozenset[str] = frozenset()
    is_area: bool = False
    nations: frozenset[str] = frozenset()
    gazetteer: str | None = None
    divisions: frozenset[str] = frozenset()


Counted = tuple[Figure, Somebody | None]
"""A figure and whose it is; None for the total."""


@dataclass(frozen=True, slots=True)
class Account:
    """One event report, prepared.

    `span` is None where it is undated; `supposed` then holds the days that its document's own date leaves it, for comparing alone.
    `number` counts the reports of one document in its order. `sums` is True where it sums several happenings, such as "37 killed since
    October" or "12 raids"; `alone` where it tells of no single happening, recurrent or hypothetical, and so is tied to no other.
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
    figures: tuple[Counted, ...] = ()
    supposed: Span | None = None
    number: int = 0

    def is_of_one_voice_with(self, other: "Account") -> bool:
        """Say whether one author tells both reports in one text, so that what differs in them is meant to differ.

        Args:
            other: Another prepared report.

        Returns:
            True for one document and one chain of voices.
        """
        return self.report.document == other.report.document and self.voice == other.voice

    @property
    def is_day(self) -> bool:
        """Say whether the report is dated to the day."""
        return self.span is not None and self.span[0] == self.span[1]


def accounts_of(knowledge: Knowledge, *, names: Sequence[str] | None = None) -> tuple[Account, ...]:
    """Prepare the event reports of a knowledge base.

    Args:
        knowledge: What is known.
        names: The ids of its reports, where they are known; working them out takes longer than all the rest.

    Returns:
        One account per report, by document and place in it; one that stands twice is kept once.
    """
    seen: dict[str, Somebody] = {}
    found: dict[str, Account] = {}
    for place, report in enumerate(knowledge.reports):
        account = account_of(knowledge, report, name=report.id if names is None else names[place], seen=seen)
        found.setdefault(account.id, account)
    ordered = sorted(found.values(), key=lambda account: (account.report.document, account.report.evidence[0].start, account.id))
    counts: Counter[str] = Counter()
    numbered = []
    for account in ordered:
        counts[account.report.document] += 1
        numbered.append(replace(account, number=counts[account.report.document]))
    return tuple(numbered)


def account_of(knowledge: Knowledge, report: EventReport, *, name: str, seen: dict[str, Somebody], number: int = 0) -> Account:
    """Prepare one event report.

    Args:
        knowledge: What is known.
        report: The report.
        name: Its id.
        seen: Participants and places made before, which is added to.
        number: Which of its document's reports it is.

    Returns:
        The account.
    """
    span = span_of(report.when)
    return Account(
        id=name,
        report=report,
        initiator=somebodies(knowledge, report.initiator, seen),
        target=somebodies(knowledge, report.target, seen),
        where=somebodies(knowledge, report.where, seen),
        span=span,
        voice=voice_of(knowledge, report.attribution),
        sums=counts_happenings(report.figures) or (bool(report.figures) and is_lasting(report.when)),
        alone=report.recurrent or report.status == "hypothetical",
        figures=tuple((figure, somebodies(knowledge, (figure.of,), seen)[0] if figure.of else None) for figure in report.figures),
        supposed=supposed_span(report.when, published=_published(knowledge, report)) if span is None else None,
        number=number,
    )


def side_counted(knowledge: Knowledge, target: Sequence[Party], figure: Figure) -> str | None:
    """Name whose members a figure counts.

    One source calls those attacked "men", another "fighters": where a report describes its only target and counts just those, they are
    the attacked, whatever the words, so that figures of the same dead are compared.

    Args:
        knowledge: What is known.
        target: Whom the report that states the figure names as attacked.
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
    described = [fold_name(party.words) for party in target if entity_of(knowledge, party) is None]
    if len(target) == 1 and described and (described[0] == words or described[0].endswith(f" {words}")):
        return ATTACKED  # "173 soldiers" were attacked, and the figure is of "soldiers"
    return words or None


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


def _published(knowledge: Knowledge, report: EventReport) -> str | None:
    document = knowledge.documents.get(report.document)
    return None if document is None else document.published


def counts_happenings(figures: Iterable[Figure]) -> bool:
    """Say whether figures count happenings, such as "12 raids".

    Args:
        figures: Those of a report.

    Returns:
        True if one counts more than one.
    """
    return any(figure.what in event_words("happenings") and (figure.low or 0) > 1 for figure in figures)


def is_lasting(when: ValidTime | None) -> bool:
    """Say whether a time lasts, is open, or runs over months, so that a figure for it is a sum.

    Args:
        when: The time that a report states, None where it states none.

    Returns:
        True if it does.
    """
    span = span_of(when)
    if span is None or when is None:
        return False
    lasting = when.mode == "throughout" and span[1] > span[0]
    over_months = "/" in when.edtf and span[1] - span[0] > LONGEST_DAYS
    return lasting or over_months or span[1] == LATEST or span[0] == EARLIEST


def somebodies(knowledge: Knowledge, parties: Iterable[Party], seen: dict[str, Somebody]) -> tuple[Somebody, ...]:
    """Prepare the participants or places of a side.

    Args:
        knowledge: What is known.
        parties: The side as a report has it.
        seen: Those made before, which is added to.

    Returns:
        One for each party.
    """
    made = []
    for party in parties:
        key = entity_of(knowledge, party) or f"words:{party.words}"
        if key not in seen:
            seen[key] = _somebody(knowledge, party)
        made.append(seen[key])
    return tuple(made)


def _somebody(knowledge: Knowledge, party: Party) -> Somebody:
    entity = knowledge.entities.get(entity_of(knowledge, party) or "")
    text = party.words if entity is None else entity.name
    raw = _WORD.findall(fold_name(text))
    words = frozenset(word for word in raw if word not in event_words("empty"))
    if entity is None:
        return Somebody(None, UNNAMED, words, sorts=sorts_of(raw), nations=_nations(party.words))
    spot = (entity.latitude, entity.longitude) if entity.latitude is not None and entity.longitude is not None else None
    is_place = entity.kind == "place"
    sorts = frozenset(["security" if is_country(text) else "town"]) if is_place else sorts_of(raw, kind=entity.kind)
    is_area = is_place and (
        entity.precision not in (None, "settlement")
        or is_country(text)
        or find_region(text) is not None
        or bool(event_words("areas") & set(raw))
    )
    return Somebody(
        entity.id,
        entity.name,
        words,
        spot,
        entity.country,
        sorts,
        is_area,
        _nations(entity.name),
        entity.gazetteer,
        frozenset(entity.divisions),
    )


def _nations(text: str) -> frozenset[str]:
    """Name the countries whose names or adjectives stand in a text with a capital: Malian soldiers, the army of Mali."""
    named = {code for word in _CAPITAL.findall(text) for code in (*countries_of_adjective(word), country_code(word))}
    return frozenset(code for code in (*named, country_code(text)) if code is not None)
