"""The report on an actor: an attributed profile in prose, every sentence footnoted with quotation, chain of voices, document and date.

Sentences are put together from templates; there is none without a claim behind it, and none that takes a side: what is disputed says so
where it stands and once more at the end.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from testimonia.codebook.phrases import listed
from testimonia.model.entity import Entity
from testimonia.model.kinds import Predicate
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.edtf_words import edtf_in_words
from testimonia.publish.rows import is_name_in_passing, is_private
from testimonia.publish.statements import happening_in_words
from testimonia.publish.view_records import DisputeView, EventView, Line
from testimonia.publish.views import actor_profile, claim_line

CHAPTERS: Mapping[str, tuple[Predicate, ...]] = {
    "Names": ("known_as", "renamed", "named_after"),
    "Beginnings and end": ("founded", "split_from", "merged_into", "dissolved"),
    "Parent bodies and coalitions": ("armed_wing_of", "part_of", "member_of", "affiliated_with"),
    "Allies and opponents": ("allied_with", "opposes"),
    "People in public roles": ("has_role",),
    "Strength and means": ("strength", "capability"),
    "Places": ("operates_in",),
    "Aims and positions": ("ideology", "states_position"),
}
"""Chapters of a report, in this order, with the predicates that they tell of; together they are all predicates of the codebook."""

ACCORDING_TO = "according to"
STANCE_WORDS: Mapping[str, str] = {"claimed": "as claimed by", "denied": "denied by", "estimated": "as estimated by"}
NAMED_SPEAKER = "a named speaker"
OUTLETS = ("publisher", "issuer")
"""How a voice was filled that is the outlet of the document, and no speaker in its text."""
VOICES_NAMED = 3
"""Voices named in a sentence before the rest is only counted; the footnotes have all of them."""


@dataclass(frozen=True, slots=True)
class Footnote:
    """What a sentence rests on: the claim's or report's id, its words, the chain of voices, the document and its date."""

    id: str
    quotation: str
    chain: tuple[str, ...]
    stance: str
    document: str
    published: str | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and the footnotes that carry it, at least one."""

    text: str
    notes: tuple[Footnote, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Sentences under one heading."""

    heading: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class ActorReport:
    """A report on one actor, as seen through one lens."""

    title: str
    kind: str
    lens: str
    chapters: tuple[Chapter, ...]


def actor_report(catalogue: Catalogue, entity: str, *, lens: str) -> ActorReport:
    """Write the report on an actor.

    Args:
        catalogue: Where everything is, as the lens leaves it.
        entity: The actor's id.
        lens: The lens's name, for the reader.

    Returns:
        Chapters in the order of `CHAPTERS`, then events by year and what is disputed; chapters without a sentence are left out.

    Raises:
        RecordError: There is no such entity.
    """
    profile = actor_profile(catalogue, entity)
    claims = [catalogue.claims[key] for key in catalogue.about.get(entity, ())]
    lines = {predicate: [claim_line(catalogue, claim) for claim in claims if claim.predicate == predicate] for predicate in _told()}
    chapters = [
        Chapter(heading, tuple(_sentences(catalogue, chain.from_iterable(lines[predicate] for predicate in predicates))))
        for heading, predicates in CHAPTERS.items()
    ]
    chapters += [
        Chapter("Events by year", tuple(_event(catalogue, event) for event in sorted(profile.events, key=_year))),
        Chapter("What is disputed", tuple(_dispute(catalogue, dispute) for dispute in profile.disputes)),
    ]
    record: Entity = catalogue.knowledge.entities[entity]
    return ActorReport(record.name, record.kind, lens, tuple(chapter for chapter in chapters if chapter.sentences))


def _told() -> tuple[Predicate, ...]:
    return tuple(chain.from_iterable(CHAPTERS.values()))


def _sentences(catalogue: Catalogue, lines: Iterable[Line]) -> Iterable[Sentence]:
    """One sentence for all that say the same of the same time, the earliest time first, what is undated last."""
    same: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        same.setdefault((line.when, line.statement), []).append(line)
    for when, statement in sorted(same, key=lambda key: (key[0] == "", key)):
        told = same[when, statement]
        time = f" ({edtf_in_words(when)})" if when else ""
        disputed = " This is disputed." if any(line.is_disputed for line in told) else ""
        yield Sentence(f"{statement}{time}, {_attribution(catalogue, told)}.{disputed}", tuple(_note(catalogue, line) for line in told))


def _attribution(catalogue: Catalogue, lines: Sequence[Line]) -> str:
    """Who says so, and how many of them are independent."""
    stances = {line.stance for line in lines}
    verb = STANCE_WORDS.get(min(stances), ACCORDING_TO) if len(stances) == 1 else ACCORDING_TO
    said = f"{verb} {listed(_voices(catalogue, lines), most=VOICES_NAMED) or 'a voice that is not named'}"
    witnesses = max(line.witnesses for line in lines)
    return f"{said} ({witnesses} independent witnesses)" if witnesses > 1 else said


def _voices(catalogue: Catalogue, lines: Sequence[Line]) -> list[str]:
    """The innermost voices, each once; a speaker without a public role is named in the notes' chains and nowhere else."""
    found: dict[str, None] = {}
    for line in lines:
        record = catalogue.claims.get(line.id) or catalogue.reports.get(line.id)
        if record is not None and record.attribution.voices:
            voice = record.attribution.voices[-1]
            hidden = is_private(catalogue.knowledge, voice) or (voice.how not in OUTLETS and is_name_in_passing(voice))
            found[NAMED_SPEAKER if hidden else line.chain[-1]] = None
    return list(found)


def _event(catalogue: Catalogue, event: EventView) -> Sentence:
    first = event.reports[0]
    time = f"{edtf_in_words(first.when)}: " if first.when else "Undated: "
    tolls = "; ".join(
        f"{toll.what}{'' if toll.of is None else f' of {toll.of}'} {_range(toll.low, toll.high)}, best {_number(toll.best)}"
        for toll in event.tolls
    )
    shown = f" Reported toll: {tolls}." if tolls else ""
    disputed = " This is disputed." if event.disputes else ""
    told = happening_in_words(catalogue.knowledge, catalogue.reports[first.id])
    return Sentence(
        f"{time[0].upper()}{time[1:]}{told}, {_attribution(catalogue, event.reports)}.{shown}{disputed}",
        tuple(_note(catalogue, line) for line in event.reports),
    )


def _range(low: int | None, high: int | None) -> str:
    return _number(low) if low == high else f"{_number(low)} to {_number(high)}"


def _number(number: int | None) -> str:
    return "?" if number is None else f"{number:,}"


def _dispute(catalogue: Catalogue, dispute: DisputeView) -> Sentence:
    held = [(position.holds, listed(_voices(catalogue, position.lines), most=VOICES_NAMED)) for position in dispute.positions]
    sides = "; ".join(f"{holds} ({voices})" for holds, voices in held)
    notes = tuple(_note(catalogue, line) for position in dispute.positions for line in position.lines)
    return Sentence(f"{dispute.why} Positions: {sides}.", notes)


def _note(catalogue: Catalogue, line: Line) -> Footnote:
    document = catalogue.knowledge.documents.get(line.document)
    title = line.title or (line.document if document is None else document.origin)
    return Footnote(line.id, line.quotation, line.chain, line.stance, title, None if document is None else document.published)


def _year(event: EventView) -> tuple[bool, str, str]:
    when = event.reports[0].when
    return (when == "", when, event.id)
