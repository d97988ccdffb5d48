"""What pages ask a knowledge base for, and what they get: parts of it, lines of lists, and names that are being typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from testimonia.model.event import Event
from testimonia.model.finding import Dispute
from testimonia.model.kinds import EntityKind, EventType
from testimonia.model.knowledge import Findings, Knowledge

Line = TypeVar("Line")

Role = Literal["subject", "object", "voice", "initiator", "target", "where", "responsibility"]
"""As what a claim (the first three) or an event report (`voice` and the rest) names somebody. The outlet of a document is no voice here."""

LISTED = 50
"""Lines of a list where nobody says how many."""


@dataclass(frozen=True, slots=True)
class About:
    """What a part is about: exactly one of the first six, by identifier; `claims` takes event reports too.

    The rest pages what is too much for one page, and works with `entity`, `voice` and `document`: `what` is a predicate of claims or a
    type of events; `year` the year in which what is told begins (where only its end is known, ends), 0 for what is undated; `limit` the
    most claims and reports taken, earliest first and undated last (by place in the text for a document); `after` is `Part.after` of the
    page before. `each` is the most of every predicate and type, for a first look at an actor about whom there is too much to show.
    `alone` leaves out the claims and reports that only share an event or a dispute with the core: enough for lines with their marks, as a
    document or a list has them, and much faster; findings then name claims that are not in the part. Of an entity or a voice `only` takes
    its claims or its event reports, and `whats` several predicates and types, where that is all that a page shows; `latest` adds so many
    of the last dated ones of every predicate and type. `bare` leaves out documents, sources and what people decided: enough for marks of
    events and ties, which show neither words nor voices; a lens, which asks who says so, takes no notice of it.
    """

    entity: str | None = None
    event: str | None = None
    document: str | None = None
    dispute: str | None = None
    voice: str | None = None
    claims: tuple[str, ...] = ()
    what: str | None = None
    year: int | None = None
    limit: int | None = None
    after: str | None = None
    each: int | None = None
    alone: bool = False
    only: Literal["claims", "reports"] | None = None
    whats: tuple[str, ...] = ()
    latest: int = 0
    bare: bool = False


@dataclass(frozen=True, slots=True)
class CopyOf:
    """That a document shares its wording with others: `group` is the first of them, `of` the one that it shares most with, from 0 to 1."""

    document: str
    group: str
    of: str
    share: float


@dataclass(frozen=True, slots=True)
class Part:
    """As much of a knowledge base as a page needs.

    `core` are the claims and event reports that it is about, in the page's order. `knowledge` holds them, those that share an event or a
    dispute with them, and the documents, sources and entities that all these name; an entity's `referents` are those in the part only.
    `findings` are all events, corroborations and disputes that touch any of these claims and reports; the other claims of a finding
    that touches no claim of the core are not in the part, so begin with the core. `after` asks for the next page, None on the last.
    With the background, `compared` are the claims and reports that weighing must see beside one another, those of the core included, and
    `copies` the documents of the part that are copies.
    """

    knowledge: Knowledge
    findings: Findings
    core: tuple[str, ...] = ()
    after: str | None = None
    compared: tuple[str, ...] = ()
    copies: Mapping[str, CopyOf] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims or reports name an entity in a role with a predicate or event type, by the year told of; 0 for undated."""

    role: Role
    what: str
    year: int
    number: int


@dataclass(frozen=True, slots=True)
class Cut:
    """Which lines of a list: at most `limit`, those after the line at which the page before ended (`Lines.after`)."""

    limit: int = LISTED
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Lines(Generic[Line]):
    """One page of a list; `after` asks for the next, None on the last. Nothing is skipped or told twice while others write."""

    items: tuple[Line, ...]
    after: str | None = None


@dataclass(frozen=True, slots=True)
class EntitiesWanted:
    """Which entities: of these kinds, with a name that begins so (in any script), with at least so many claims and reports.

    The order is by number of claims and reports, the most first, or by name.
    """

    kinds: tuple[EntityKind, ...] = ()
    beginning: str = ""
    least: int = 0
    by: Literal["number", "name"] = "number"


@dataclass(frozen=True, slots=True)
class EntityLine:
    """An entity in a list, with the claims (as subject or object) and reports (in any role but as a voice) that name it."""

    id: str
    kind: EntityKind
    name: str
    claims: int
    reports: int
    voiced: int


@dataclass(frozen=True, slots=True)
class DocumentsWanted:
    """Which documents: of this publisher, of publishers of this kind, published from a day (inclusive) to a day (inclusive, as EDTF text).

    `kind` is the register's word; "" asks for publishers of which the register says nothing. Newest first; undated last.
    """

    publisher: str | None = None
    kind: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document in a list, with what was read from it."""

    id: str
    origin: str
    title: str | None
    publisher: str | None
    kind: str | None
    published: str | None
    language: str | None
    claims: int
    reports: int


@dataclass(frozen=True, slots=True)
class EventsWanted:
    """Which events.

    Of this type, beginning from year to year (inclusive; no undated ones then), naming an entity as place, as a party, or with a toll only.
    """

    type: EventType | None = None
    since: int | None = None
    until: int | None = None
    place: str | None = None
    actor: str | None = None
    with_tolls: bool = False


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in a list, earliest first and undated last: `day` is where the first of its dated reports begins (YYYY-MM-DD).

    `places` and `actors` are entity ids; `part(About(event=...))` has the rest.
    """

    event: Event
    day: str | None
    places: tuple[str, ...]
    actors: tuple[str, ...]
    disputed: int


@dataclass(frozen=True, slots=True)
class DisputesWanted:
    """Which disputes: found by this rule, so certain, touching what is said of an entity."""

    rule: str | None = None
    certainty: Literal["definite", "possible"] | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class NameHit:
    """A name that holds what is being typed: `name` is as written (perhaps not the canonical one, which is `canonical`)."""

    entity: str
    kind: EntityKind
    name: str
    canonical: str
    number: int


@dataclass(frozen=True, slots=True)
class ClaimHit:
    """A claim or event report whose quotation holds the words looked for."""

    id: str
    kind: Literal["claim", "report"]
    what: str
    document: str
    quote: str


EntityLines = Lines[EntityLine]
DocumentLines = Lines[DocumentLine]
EventLines = Lines[EventLine]
DisputeLines = Lines[Dispute]
Totals = Mapping[str, Mapping[str, int]]
"""Numbers of records by kind: `all` (documents, claims, reports, entities, events, corroborations, disputes), `documents` by kind of source
("" for unknown), `entities` by kind, `claims` by predicate, `events` by type, `disputes` by rule."""
