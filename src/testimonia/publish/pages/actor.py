"""The page of an actor: what is claimed of it, by whom, since when, and where that is contested.

Claims that say the same of the same time are one line, with all its witnesses; the line opens to the words of each. The order of the
chapters is that of the report (`publish.report`), so that the page and the text can be read side by side.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from testimonia.errors import RecordError
from testimonia.model.claim import Claim
from testimonia.model.entity import Entity, Name
from testimonia.model.finding import Dispute
from testimonia.model.kinds import EntityKind
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.edtf_words import edtf_in_words
from testimonia.publish.pages.event_marks import EventMark, marks_of
from testimonia.publish.pages.shown import Named, ShownClaim, ShownTime, shown_claim
from testimonia.publish.report import CHAPTERS

LEAST = 3
"""Claims of each role and predicate on the page of an actor, however much there is."""
MOST_EVENTS = 40
"""Events listed on the page of an actor; the rest stands on the timeline."""


@dataclass(frozen=True, slots=True)
class NameShown:
    """A name over time: language (BCP 47) and script, kind, the time for which it is claimed in words, and how many claims carry it."""

    text: str
    language: str
    script: str
    kind: str
    time: str
    carried_by: int


@dataclass(frozen=True, slots=True)
class Stated:
    """What one or several claims say alike of the same time: one line of the page.

    `witnesses` counts the independent ones, `stances` the claims of each stance; `disputes` names the disputes any of them stands in.
    """

    statement: tuple[Named, ...]
    text: str
    when: ShownTime | None
    witnesses: int
    stances: tuple[tuple[str, int], ...]
    disputes: tuple[str, ...]
    reviewed: int
    claims: tuple[ShownClaim, ...]


@dataclass(frozen=True, slots=True)
class ActorChapter:
    """Lines under one heading; `total` counts the claims that there are, `shown` those on the page, by predicate where they differ."""

    heading: str
    lines: tuple[Stated, ...]
    cut: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class DisputeNote:
    """A dispute in one sentence, with what each side holds and by how many independent witnesses."""

    id: str
    about: str
    why: str
    certainty: str
    sides: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Year:
    """How many event reports name the actor as taking part, by the year told of; 0 for undated."""

    year: int
    reports: int


@dataclass(frozen=True, slots=True)
class ActorPage:
    """All that the page of an actor shows.

    `formerly` are identifiers that lead here since a merge; `same_as` identifiers in other registers. `reports` counts the event reports
    that name it as taking part, `years` the same by year. `voiced` counts the claims and reports whose chain names it as a speaker.
    `disputed` counts all disputes that touch it, of which `disputes` are the first.
    """

    id: str
    name: str
    kind: EntityKind
    names: tuple[NameShown, ...]
    formerly: tuple[str, ...]
    same_as: tuple[str, ...]
    chapters: tuple[ActorChapter, ...]
    events: tuple[EventMark, ...]
    years: tuple[Year, ...]
    reports: int
    voiced: int
    disputes: tuple[DisputeNote, ...]
    disputed: int


@dataclass(frozen=True, slots=True)
class Listed:
    """What a store lists of an actor: its first events and disputes, and how many disputes there are."""

    events: tuple[EventMark, ...]
    disputes: tuple[DisputeNote, ...]
    disputed: int


def actor_page(
    catalogue: Catalogue,
    entity: str,
    *,
    core: Sequence[str],
    counts: Mapping[tuple[str, str, int], int],
    listed: Listed | None = None,
) -> ActorPage:
    """Show what is claimed of an actor.

    Args:
        catalogue: Where everything is, as the lens leaves it; a part about the actor is enough.
        entity: The actor's id.
        core: Ids of the claims and reports that are about it.
        counts: How many claims and reports there are in all, by role, predicate or event type, and year (0 for undated), before the lens.
        listed: Events and disputes that are listed already; None to take those of the core.

    Returns:
        The page.

    Raises:
        RecordError: There is no such entity.
    """
    record = catalogue.knowledge.entities.get(entity)
    if record is None:
        raise RecordError(f"there is no actor {entity!r}; look it up by one of its names")
    claims = [catalogue.claims[key] for key in core if key in catalogue.claims]
    listed = listed or _listed_in(catalogue, core)
    return ActorPage(
        id=record.id,
        name=record.name,
        kind=record.kind,
        names=_names(record),
        formerly=record.formerly,
        same_as=record.same_as,
        chapters=tuple(chapter for chapter in _chapters(catalogue, claims, counts) if chapter.lines),
        events=listed.events[:MOST_EVENTS],
        years=_years(counts),
        reports=sum(number for (role, _, _), number in counts.items() if role in _TAKING_PART),
        voiced=sum(number for (role, _, _), number in counts.items() if role == "voice"),
        disputes=listed.disputes,
        disputed=listed.disputed,
    )


_TAKING_PART = ("initiator", "target")
_OF_CLAIMS = ("subject", "object")


def most_of_each(counts: Mapping[tuple[str, str, int], int], *, most: int) -> int:
    """Say how many claims of each role and predicate fit on a page.

    Args:
        counts: How many there are, by role, predicate or event type, and year.
        most: How many claims the page has room for.

    Returns:
        The greatest number of each that keeps within that; at least `LEAST`, so that no chapter is empty.
    """
    groups: dict[tuple[str, str], int] = {}
    for (role, what, _), number in counts.items():
        if role in _OF_CLAIMS:
            groups[role, what] = groups.get((role, what), 0) + number
    room, each = most, 0
    ordered = sorted(groups.values())
    for place, number in enumerate(ordered):
        each = room // (len(ordered) - place)
        if number > each:
            return max(LEAST, each)
        room -= number
    return max(LEAST, most)


def _listed_in(catalogue: Catalogue, core: Sequence[str]) -> Listed:
    told = (catalogue.event_of[key] for key in core if key in catalogue.reports and key in catalogue.event_of)
    disputes = disputes_of(catalogue, core)
    return Listed(marks_of(catalogue, told), disputes, len(disputes))


def stated_alike(catalogue: Catalogue, claims: Iterable[Claim]) -> tuple[Stated, ...]:
    """Make one line of all claims that say the same of the same time.

    Args:
        catalogue: Where everything is.
        claims: The claims.

    Returns:
        Lines by time, undated ones last; the claims of a line by document and place.
    """
    alike: dict[tuple[str, str], list[ShownClaim]] = {}
    for claim in claims:
        shown = shown_claim(catalogue, claim)
        alike.setdefault((shown.text, "" if shown.when is None else shown.when.edtf), []).append(shown)
    return tuple(sorted((_stated(same) for same in alike.values()), key=_earliest))


def disputes_of(catalogue: Catalogue, keys: Iterable[str]) -> tuple[DisputeNote, ...]:
    """Gather the disputes in which claims or reports stand.

    Args:
        catalogue: Where everything is.
        keys: Ids of claims and reports.

    Returns:
        Definite disputes first, then possible ones, each once.
    """
    found: dict[str, Dispute] = {dispute.id: dispute for key in keys for dispute in catalogue.disputed.get(key, ())}
    ordered = sorted(found.values(), key=lambda dispute: (dispute.certainty, dispute.about, dispute.id))
    return tuple(
        DisputeNote(one.id, one.about, one.why, one.certainty, tuple((side.holds, side.witnesses) for side in one.positions))
        for one in ordered
    )


def _stated(same: Sequence[ShownClaim]) -> Stated:
    stances: dict[str, int] = {}
    for claim in same:
        stances[claim.stance] = stances.get(claim.stance, 0) + 1
    return Stated(
        statement=same[0].statement,
        text=same[0].text,
        when=same[0].when,
        witnesses=max(claim.witnesses for claim in same),
        stances=tuple(sorted(stances.items())),
        disputes=tuple(dict.fromkeys(chain.from_iterable(claim.disputes for claim in same))),
        reviewed=sum(claim.review != "proposed" for claim in same),
        claims=tuple(same),
    )


def _earliest(line: Stated) -> tuple[bool, str, str]:
    day = None if line.when is None else line.when.low or line.when.high
    return (day is None, day or "", line.text)


def _names(record: Entity) -> tuple[NameShown, ...]:
    ordered = sorted(record.names, key=lambda name: (-len(name.carried_by), name.text))
    return tuple(NameShown(name.text, name.language, name.script, name.kind, _time_of(name), len(name.carried_by)) for name in ordered)


def _time_of(name: Name) -> str:
    """Since and until when a name is claimed, in words."""
    since = "" if name.since is None else f"since {edtf_in_words(name.since)}"
    until = "" if name.until is None else f"until {edtf_in_words(name.until)}"
    return " ".join(filter(None, (since, until)))


def _chapters(catalogue: Catalogue, claims: Sequence[Claim], counts: Mapping[tuple[str, str, int], int]) -> Iterable[ActorChapter]:
    for heading, predicates in CHAPTERS.items():
        own = [claim for claim in claims if claim.predicate in predicates]
        cut = []
        for predicate in predicates:
            shown = sum(claim.predicate == predicate for claim in own)
            total = sum(number for (role, what, _), number in counts.items() if what == predicate and role in _OF_CLAIMS)
            if 0 < shown < total:
                cut.append((str(predicate), shown, total))
        yield ActorChapter(heading, stated_alike(catalogue, own), tuple(cut))


def _years(counts: Mapping[tuple[str, str, int], int]) -> tuple[Year, ...]:
    years: dict[int, int] = {}
    for (role, _, year), number in counts.items():
        if role in _TAKING_PART:
            years[year] = years.get(year, 0) + number
    return tuple(Year(year, number) for year, number in sorted(years.items()))
