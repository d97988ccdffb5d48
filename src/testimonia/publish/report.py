"""The report on an actor: an attributed profile in prose, every sentence footnoted with quotation, chain of voices, document and date.

Sentences are put together from templates; there is none without a claim behind it, and none that takes a side: what is disputed says so
where it stands and once more at the end.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from testimonia.codebook.phrases import listed
from testimonia.model.entity import Entity
from testimonia.model.kinds import Predicate
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.edtf_words import edtf_in_words
from testimonia.publish.report_events import tellings_of, tolls_in_words
from testimonia.publish.rows import is_name_in_passing, is_private
from testimonia.publish.view_records import DisputeView, EventView, Line
from testimonia.publish.views import actor_profile, claim_line, report_line

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
STANCE_WORDS: Mapping[str, str] = {"claimed": "as claimed by", "estimated": "as estimated by"}
"""How a voice is named; who denies something has its claim in the negative, and is named like others."""
DENIED_BY = "is denied by"
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
        Chapter("Events by year", tuple(chain.from_iterable(_event(catalogue, event) for event in sorted(profile.events, key=_year)))),
        Chapter("What is disputed", tuple(_dispute(catalogue, dispute) for dispute in profile.disputes)),
    ]
    record: Entity = catalogue.knowledge.entities[entity]
    return ActorReport(record.name, record.kind, lens, tuple(chapter for chapter in chapters if chapter.sentences))


def _told() -> tuple[Predicate, ...]:
    return tuple(chain.from_iterable(CHAPTERS.values()))


def _sentences(catalogue: Catalogue, lines: Iterable[Line]) -> Iterable[Sentence]:
    """One sentence for all that say the same of the same time, the earliest time first, what is undated last."""
    same: dict[tuple[str, str], list[Line]] = {}
    for line in _with_stays(catalogue, list(lines)):
        same.setdefault((line.when, line.statement), []).append(line)
    for when, statement in sorted(same, key=lambda key: (key[0] == "", key)):
        told = same[when, statement]
        time = f" ({edtf_in_words(when)})" if when else ""
        yield _sentence(catalogue, f"{statement.rstrip('.')}{time}", told)  # a position may be a whole sentence


def _with_stays(catalogue: Catalogue, lines: list[Line]) -> Iterable[Line]:
    """Let one voice's joining and leaving of a body be told as one membership: "since 2014" and "until 2017" are 2014 to 2017."""
    ended: dict[tuple[str, tuple[str, ...]], list[Line]] = {}
    for line in lines:
        if line.when.startswith("../"):
            ended.setdefault((_relation(catalogue, line), line.chain), []).append(line)
    stays: dict[str, Line] = {}
    for line in lines:
        since, until = line.when.removesuffix("/.."), ended.get((_relation(catalogue, line), line.chain), [])
        if line.when.endswith("/..") and len(until) == 1 and since < until[0].when.removeprefix("../"):
            stay = replace(line, when=f"{since}/{until[0].when.removeprefix('../')}", statement=until[0].statement)
            stays.update({line.id: stay, until[0].id: replace(stay, **_own(until[0]))})
    return [stays.get(line.id, line) for line in lines]


def _own(line: Line) -> dict[str, Any]:
    return {"id": line.id, "quotation": line.quotation, "stance": line.stance, "document": line.document, "title": line.title}


def _relation(catalogue: Catalogue, line: Line) -> str:
    """Give who stands in which relation to whom; of what is no relation between two bodies, what nothing else equals."""
    claim, known = catalogue.claims.get(line.id), catalogue.knowledge
    if claim is None or claim.object is None or claim.polarity == "denied":
        return line.id
    role = None if claim.value is None else claim.value.role
    return repr((claim.predicate, known.who(claim.subject), known.who(claim.object), role))


def _sentence(catalogue: Catalogue, told: str, lines: Sequence[Line], *, denied: bool = False) -> Sentence:
    """Say who tells it, and who says as much elsewhere where that is counted: the notes are of all of them."""
    witnesses, agreeing = _agreeing(catalogue, lines)
    own, others = _voices(catalogue, lines), _voices(catalogue, agreeing)
    by_deniers = denied and {line.stance for line in lines} == {"denied"}
    said = f"{DENIED_BY if by_deniers else _verb(lines)} {listed(own, most=VOICES_NAMED) or 'a voice that is not named'}"
    said = f" {said}" if by_deniers else f"{' is denied' if denied else ''}, {said}"
    further = [voice for voice in others if voice not in own]
    said += f"; in agreement: {listed(further, most=VOICES_NAMED)}" if further else ""
    counted = f" ({witnesses} independent witnesses)" if witnesses > 1 else ""
    disputed = " This is disputed." if any(line.is_disputed for line in lines) else ""
    return Sentence(f"{told}{said}{counted}.{disputed}", tuple(_note(catalogue, line) for line in (*lines, *agreeing)))


def _verb(lines: Sequence[Line]) -> str:
    stances = {line.stance for line in lines}
    return STANCE_WORDS.get(min(stances), ACCORDING_TO) if len(stances) == 1 else ACCORDING_TO


def _agreeing(catalogue: Catalogue, lines: Sequence[Line]) -> tuple[int, list[Line]]:
    """Give the number of independent witnesses of the strongest agreement that some lines are part of, and its other lines."""
    told = [made for line in lines for made in catalogue.agreed.get(line.id, ())]
    best = max(told, key=lambda made: made.witnesses, default=None)
    if best is None or best.witnesses < 2:
        return 1, []
    ids = {line.id for line in lines}
    claims = [catalogue.claims[key] for key in best.claims if key in catalogue.claims and key not in ids]
    reports = [catalogue.reports[key] for key in best.claims if key in catalogue.reports and key not in ids]
    return best.witnesses, [*(claim_line(catalogue, claim) for claim in claims), *(report_line(catalogue, report) for report in reports)]


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


def _event(catalogue: Catalogue, event: EventView) -> Iterable[Sentence]:
    """A sentence for each way in which an event is told, then the toll as it is stated."""
    for telling in tellings_of(catalogue, event):
        told = f"that {telling.told}" if telling.denied else telling.told
        yield _sentence(catalogue, f"{telling.opening}: {told}", telling.lines, denied=telling.denied)
    counted, lines = tolls_in_words(catalogue, event)
    if counted:
        voices = listed(_voices(catalogue, lines), most=VOICES_NAMED) or "a voice that is not named"
        yield Sentence(f"Its toll: {counted}, according to {voices}.", tuple(_note(catalogue, line) for line in lines))


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
