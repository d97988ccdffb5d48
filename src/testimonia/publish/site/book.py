"""Book: a release looked up for the pages of a site: what is told of whom, in what order things are listed, and which pages there are."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from testimonia.errors import RecordError
from testimonia.model.claim import Claim
from testimonia.model.event import EventReport
from testimonia.model.kinds import entity_class
from testimonia.model.party import Party
from testimonia.model.valid_time import ValidTime
from testimonia.publish.catalogue import Catalogue, catalogue_of
from testimonia.publish.from_rows import findings_of, knowledge_of
from testimonia.publish.pages.event_marks import EventMark, marks_of
from testimonia.publish.pages.frame import LensShown
from testimonia.publish.pages.home import NOT_ACTORS
from testimonia.publish.pages.lifelines import KIN, MOST_LINES
from testimonia.publish.pages.ties import ties_of
from testimonia.publish.released import FILES, Released
from testimonia.publish.site.stemmas import Stemmas, stemmas_of

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
"""An identifier that a file can be named for on every system."""
EACH = 100
"""Claims of one predicate and reports of one type on the page of an actor, earliest first; the pages of the documents have them all."""


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """How a site is made: what it is called, the lens of its release in words, why each rule proposes what it does, and the processes used.

    `data` says whether the release's tables are offered on it. `version` is the program's.
    """

    name: str
    lens: LensShown = field(default_factory=lambda: LensShown("everything", ()))
    reasons: Mapping[str, str] = field(default_factory=dict)
    version: str = "unknown"
    data: bool = True
    processes: int = 2


@dataclass(frozen=True, slots=True)
class Book:
    """A release, looked up.

    `marks` has all events in the order of time. `actors` are ids, those of whom most is claimed first. `counts` tallies claims and reports
    by entity, then by role, what is told and year, as the store does. `spoken` lists the claims and reports of each document by place.
    `families` gives the page of lifelines of every body that has kin, `kin` the bodies on each such page. `lengths` has the number of
    characters of each document. `stemmas` says who bears what, and of what there is a stemma.
    """

    released: Released
    options: SiteOptions
    catalogue: Catalogue
    marks: Mapping[str, EventMark]
    actors: tuple[str, ...]
    counts: Mapping[str, Mapping[tuple[str, str, int], int]]
    spoken: Mapping[str, tuple[str, ...]]
    families: Mapping[str, str]
    kin: Mapping[str, tuple[str, ...]]
    lengths: Mapping[str, int]
    missing: tuple[str, ...] = ()
    stemmas: Stemmas = field(default_factory=Stemmas)

    def events_of(self, actor: str) -> tuple[EventMark, ...]:
        """Give the events that name an actor.

        Args:
            actor: Its id.

        Returns:
            Marks in the order of time.
        """
        catalogue = self.catalogue
        told = {catalogue.event_of[key] for key in catalogue.told_of.get(actor, ()) if key in catalogue.event_of}
        return tuple(sorted((self.marks[key] for key in told), key=_in_time))


def open_book(released: Released, options: SiteOptions, *, missing: tuple[str, ...] = ()) -> Book:
    """Look a release up.

    Args:
        released: The release; all of it is read.
        options: How the site is made.
        missing: Libraries of pictures that are not at hand.

    Returns:
        The book.

    Raises:
        RecordError: A row cannot be read, or its identifier cannot name a file.
    """
    catalogue = catalogue_of(knowledge_of(released), findings_of(released), reasons=options.reasons)
    _check_names(catalogue)
    entities = catalogue.knowledge.entities
    counts = _tallies(catalogue)
    named = {key: sum(tally.values()) for key, tally in counts.items()}
    actors = [key for key, entity in entities.items() if entity.kind not in NOT_ACTORS]
    actors.sort(key=lambda key: (-named.get(key, 0), entities[key].name, key))
    families, kin = _families(catalogue, actors)
    return Book(
        released=released,
        options=options,
        catalogue=catalogue,
        marks={mark.id: mark for mark in marks_of(catalogue)},
        actors=tuple(actors),
        counts=counts,
        spoken=_spoken(catalogue),
        families=families,
        kin=kin,
        lengths={row["id"]: row["characters"] for row in released.documents()},
        missing=missing,
        stemmas=stemmas_of(released, catalogue),
    )


def earliest(catalogue: Catalogue, keys: Iterable[str], *, each: int) -> tuple[str, ...]:
    """Take at most so many claims of each predicate and reports of each type.

    Args:
        catalogue: Where everything is.
        keys: Ids of claims and reports.
        each: The most of each.

    Returns:
        The earliest of each, undated ones last, in the order of time.
    """
    taken: Counter[str] = Counter()
    kept = []
    for key in sorted(keys, key=lambda key: _day_of(_record(catalogue, key).when)):
        record = _record(catalogue, key)
        what = record.predicate if isinstance(record, Claim) else record.type
        taken[what] += 1
        if taken[what] <= each:
            kept.append(key)
    return tuple(kept)


def _record(catalogue: Catalogue, key: str) -> Claim | EventReport:
    return catalogue.claims.get(key) or catalogue.reports[key]


def _in_time(mark: EventMark) -> tuple[bool, str, str]:
    day = mark.when.lo or mark.when.hi
    return (day is None, day or "", mark.id)


def _day_of(when: ValidTime | None) -> tuple[bool, str]:
    day = None if when is None else when.lo or when.hi
    return (day is None, "" if day is None else day.isoformat())


def _check_names(catalogue: Catalogue) -> None:
    held = {
        "documents": catalogue.knowledge.documents,
        "entities": catalogue.knowledge.entities,
        "happenings": catalogue.events,
        "disputes": [dispute.id for dispute in catalogue.findings.disputes],
    }
    for kind, names in held.items():
        for name in names:
            if not _NAME.fullmatch(name):
                raise RecordError(f"{FILES[kind]}: {name[:60]!r} cannot name a file; make the release anew")


def _tallies(catalogue: Catalogue) -> dict[str, Counter[tuple[str, str, int]]]:
    """How many claims and reports name each entity: by role, predicate or type, and the year told of, 0 for undated."""
    counts: dict[str, Counter[tuple[str, str, int]]] = {}
    known = catalogue.knowledge

    def note(parties: Iterable[Party | None], role: str, what: str, year: int) -> None:
        for who in dict.fromkeys(known.who(party) for party in parties if party is not None):
            if who in known.entities:
                counts.setdefault(who, Counter())[role, what, year] += 1

    for claim in catalogue.claims.values():
        year = _year(claim.when)
        note((claim.subject,), "subject", claim.predicate, year)
        note((claim.object,), "object", claim.predicate, year)
        note((voice for voice in claim.attribution.voices if voice.how != "publisher"), "voice", claim.predicate, year)
    for report in catalogue.reports.values():
        year = _year(report.when)
        for role in ("initiator", "target", "where", "responsibility"):
            note(getattr(report, role), role, report.type, year)
        note((voice for voice in report.attribution.voices if voice.how != "publisher"), "voice", report.type, year)
    return counts


def _year(when: ValidTime | None) -> int:
    day = None if when is None else when.lo or when.hi
    return 0 if day is None else day.year


def _spoken(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[tuple[int, int, str]]] = {}
    records: Mapping[str, Claim | EventReport] = {**catalogue.claims, **catalogue.reports}
    for key, record in records.items():
        for document in dict.fromkeys(evidence.document for evidence in record.evidence):
            first = next(evidence for evidence in record.evidence if evidence.document == document)
            found.setdefault(document, []).append((first.start, first.end, key))
    return {document: tuple(key for _, _, key in sorted(places)) for document, places in found.items()}


def _families(catalogue: Catalogue, actors: Sequence[str]) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Bodies that ties of kin hold together share a page; where they are too many for one, each has its nearest kin on its own."""
    entities = catalogue.knowledge.entities
    near: dict[str, dict[str, None]] = {}
    for tie in ties_of(catalogue):
        if tie.kind in KIN and all(entity_class(entities[body].kind) == "org" for body in (tie.source, tie.target)):
            near.setdefault(tie.source, {})[tie.target] = None
            near.setdefault(tie.target, {})[tie.source] = None
    families: dict[str, str] = {}
    kin: dict[str, tuple[str, ...]] = {}
    order = {actor: place for place, actor in enumerate(actors)}
    for head in (actor for actor in actors if actor in near):
        if head in families:
            continue
        bodies = sorted(_reached(head, near), key=order.__getitem__)
        if len(bodies) <= MOST_LINES:
            families |= dict.fromkeys(bodies, head)
            kin[head] = tuple(bodies)
            continue
        for body in bodies:
            families[body] = body
            kin[body] = (body, *sorted(near[body], key=order.__getitem__))[:MOST_LINES]
    return families, kin


def _reached(head: str, near: Mapping[str, Mapping[str, None]]) -> set[str]:
    reached, waiting = {head}, [head]
    while waiting:
        fresh = [body for body in near[waiting.pop()] if body not in reached]
        reached.update(fresh)
        waiting += fresh
    return reached
