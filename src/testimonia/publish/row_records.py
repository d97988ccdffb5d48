"""Row records: the record behind a single row of a release, the other way round of what `rows` does.

A party that is an entity has the entity's id for its referent; one that is only described has its words. The first voice of a chain is
the publisher.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from testimonia.model.claim import Attribution, Claim, Proposal, Value
from testimonia.model.document import Document, Source
from testimonia.model.entity import Entity, Name
from testimonia.model.event import Bound, Event, EventReport, Figure, Toll
from testimonia.model.evidence import Evidence
from testimonia.model.finding import Agreed, Corroboration, Dispute, Position
from testimonia.model.judgement import Feature, Judgement
from testimonia.model.kinds import Filled
from testimonia.model.party import Party
from testimonia.model.problem import Problem
from testimonia.model.stemma import Hub, Link, Witness
from testimonia.model.valid_time import ValidTime
from testimonia.publish.rows import Row

Names = Mapping[str, str]
"""The entities that there are: name by id."""
_HIDDEN = Party("", "")
"""A person without a public role, whom a release leaves out of the slot."""


@dataclass(frozen=True, slots=True)
class ReleasedClaim(Claim):
    """A claim under the identifier that its release gives it: the referents from which it was worked out are no part of a release."""

    given: str = ""

    @property
    def id(self) -> str:
        """The identifier as released."""
        return self.given


@dataclass(frozen=True, slots=True)
class ReleasedReport(EventReport):
    """An event report under the identifier that its release gives it."""

    given: str = ""

    @property
    def id(self) -> str:
        """The identifier as released."""
        return self.given


@dataclass(frozen=True, slots=True)
class ReleasedDispute(Dispute):
    """A dispute under the identifier that its release gives it."""

    given: str = ""

    @property
    def id(self) -> str:
        """The identifier as released."""
        return self.given


@dataclass(frozen=True, slots=True)
class ReleasedCorroboration(Corroboration):
    """An agreement under the identifier that its release gives it."""

    given: str = ""

    @property
    def id(self) -> str:
        """The identifier as released."""
        return self.given


def document_of(row: Row, *, text: str = "") -> Document:
    """Make a document of its row.

    Args:
        row: A row of `documents.jsonl`.
        text: The document's text, empty where it is not at hand; `characters` of the row says how long it is.

    Returns:
        The document's origin with that text.
    """
    return Document(
        id=row["id"],
        origin=row["path"],
        sha256=row["sha256"],
        format=row["format"],
        text=text,
        title=row["title"],
        publisher=row["publisher"],
        original_publisher=row["original_publisher"],
        author=row["author"],
        published=row["published"],
        published_basis=row["published_basis"],
        language=row["language"],
        url=row["url"],
    )


def entity_of(row: Row) -> Entity:
    """Make an entity of its row; a person's public role stays in the row.

    Args:
        row: A row of `entities.jsonl`.

    Returns:
        The entity.
    """
    return Entity(
        id=row["id"],
        kind=row["kind"],
        name=row["name"],
        names=tuple(_name(name) for name in row["names"]),
        referents=tuple(row["referents"]),
        gazetteer=row["gazetteer"],
        latitude=row["latitude"],
        longitude=row["longitude"],
        country=row["country"],
        precision=row["precision"],
        divisions=tuple(row["divisions"]),
        formerly=tuple(row["formerly"]),
        same_as=tuple(row["same_as"]),
    )


def claim_of(row: Row, names: Names) -> ReleasedClaim:
    """Make a claim of its row.

    Args:
        row: A row of `claims.jsonl`.
        names: The release's entities.

    Returns:
        The claim under its released identifier.
    """
    target, value = _object(row, names)
    return ReleasedClaim(
        document=row["evidence"][0]["document"],
        predicate=row["predicate"],
        subject=_party(row["subject"], names, row["how"]["subject"]),
        attribution=_attribution(row, names),
        evidence=_evidence(row),
        proposal=Proposal(row["reader"], row["rule"]),
        object=target,
        value=value,
        when=_when(row),
        polarity=row["polarity"],
        given=row["id"],
    )


def report_of(row: Row, names: Names) -> ReleasedReport:
    """Make an event report of its row.

    Args:
        row: A row of `events.jsonl`.
        names: The release's entities.

    Returns:
        The report under its released identifier.
    """

    def parties(slot: str) -> tuple[Party, ...]:
        return tuple(_party(reference, names) for reference in row[slot])

    def figure(held: Row) -> Figure:
        return Figure(held["what"], None if held["of"] is None else _party(held["of"], names), held["low"], held["high"])

    return ReleasedReport(
        document=row["evidence"][0]["document"],
        type=row["type"],
        attribution=_attribution(row, names),
        evidence=_evidence(row),
        proposal=Proposal(row["reader"], row["rule"]),
        mode=row["mode"],
        initiator=parties("initiator"),
        target=parties("target"),
        where=parties("where"),
        when=_when(row),
        figures=tuple(map(figure, row["figures"])),
        responsibility=parties("responsibility"),
        status=row["status"],
        recurrent=row["recurrent"],
        given=row["id"],
    )


def event_of(row: Row) -> Event:
    """Make an event of its row.

    Args:
        row: A row of `happenings.jsonl`.

    Returns:
        The event with its tolls.
    """

    def bound(held: Row | None) -> Bound | None:
        return None if held is None else Bound(held["value"], tuple(held["reports"]))

    tolls = (Toll(held["what"], held["of"], bound(held["low"]), bound(held["best"]), bound(held["high"])) for held in row["tolls"])
    return Event(row["id"], row["type"], tuple(row["reports"]), row["why"], tuple(tolls))


def dispute_of(row: Row) -> ReleasedDispute:
    """Make a dispute of its row.

    Args:
        row: A row of `disputes.jsonl`.

    Returns:
        The dispute under its released identifier.
    """
    positions = tuple(Position(held["holds"], tuple(held["claims"]), held["witnesses"]) for held in row["positions"])
    return ReleasedDispute(row["about"], positions, row["why"], row["rule"], row["certainty"], given=row["id"])


def corroboration_of(row: Row) -> ReleasedCorroboration:
    """Make an agreement of its row.

    Args:
        row: A row of `corroborations.jsonl`.

    Returns:
        The agreement under its released identifier.
    """
    agreed = tuple(Agreed(held["on"], held["value"], held["unit"]) for held in row["agreed"])
    stances = tuple(row["stances"].items())
    claims = tuple(row["claims"])
    return ReleasedCorroboration(row["about"], claims, row["independent"], row["witnesses"], row["why"], stances, agreed, given=row["id"])


def judgement_of(row: Row) -> Judgement:
    """Make a decision on identity of its row.

    Args:
        row: A row of `judgements.jsonl`.

    Returns:
        The judgement.
    """
    seen = zip(row["features"], row["reasons"], strict=True)
    features = tuple(Feature(feature["name"], feature["weight"], words) for feature, words in seen)
    return Judgement(
        row["left"], row["right"], row["verdict"], row["score"], features, by=row["by"], evidence=tuple(row["evidence"]), at=row["at"]
    )


def problem_of(row: Row) -> Problem:
    """Make a problem of its row.

    Args:
        row: A row of `problems.jsonl`.

    Returns:
        The problem.
    """
    return Problem(**{name: held for name, held in row.items() if name != "id"})


@dataclass(frozen=True, slots=True, eq=False)
class ReleasedWitness(Witness):
    """A witness that was read from a release, under the identifier that it has there."""

    given: str = ""

    @property
    def id(self) -> str:
        """The identifier in the release."""
        return self.given


def source_of(row: Row) -> Source:
    """Make an entry of the register of its row.

    Args:
        row: A row of `sources.jsonl`.

    Returns:
        What the register says of a publisher.
    """
    return Source(row["name"], row["kind"], row["side"], row["country"], row["note"])


def witness_of(row: Row) -> ReleasedWitness:
    """Make a witness of its row.

    Args:
        row: A row of `witnesses.jsonl`.

    Returns:
        The witness under its released identifier.
    """
    links = {
        held["hub"]: Link(
            Hub(held["hub"], held["hub_kind"], held["hub_label"]), held["kind"], held["words"], held["strength"], tuple(held["claims"])
        )
        for held in row["links"]
    }
    return ReleasedWitness(row["label"], row["document"], (), links, row["known"], given=row["id"])


def _party(reference: str, names: Names, how: Filled | None = None) -> Party:
    """An entity by its id, or the words of somebody who is only described."""
    if reference in names:
        return Party(names[reference], reference, how or "name")
    return Party(reference, None, how or "words")


def _object(row: Row, names: Names) -> tuple[Party | None, Value | None]:
    """The object and the value of a claim; the words of a described object stand in the row's value."""
    how, held, predicate = row["how"]["object"], row["value"], row["predicate"]
    if row["object"] is not None:
        return _party(row["object"], names, how), _value(held, predicate)
    if how is None:
        return None, _value(held, predicate)
    rest = dict(held or {})
    words = None if "lang" in rest else rest.pop("text", None)
    return _HIDDEN if words is None else Party(words, None, how), _value(rest or None, predicate)


def _value(held: Row | None, predicate: str) -> Value | None:
    if held is None:
        return None
    if predicate == "strength":
        return Value(low=held.get("low"), high=held.get("high"), unit=held.get("unit"))
    return Value(text=held.get("text"), language=held.get("lang"), name_kind=held.get("kind"), role=held.get("role"))


def _attribution(row: Row, names: Names) -> Attribution:
    """The chain of voices, the publisher first."""
    first, *rest = row["attribution"] or [""]
    voices = (_party(first, names, "publisher"), *(_party(voice, names) for voice in rest)) if row["attribution"] else ()
    return Attribution(voices, row["stance"])


def _evidence(row: Row) -> tuple[Evidence, ...]:
    return tuple(Evidence(held["document"], held["start"], held["end"], held["quote"]) for held in row["evidence"])


def _when(row: Row) -> ValidTime | None:
    if row["when"] is None:
        return None
    lo, hi = (None if day is None else date.fromisoformat(day) for day in (row["when_lo"], row["when_hi"]))
    return ValidTime(row["when"], lo, hi, row["when_mode"], row["when_basis"])


def _name(held: Row) -> Name:
    return Name(held["text"], held["lang"], held["kind"], tuple(held["carried_by"]), held["script"], held["since"], held["until"])
