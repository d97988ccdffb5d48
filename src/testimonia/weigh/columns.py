"""Columns: claims and event reports as numbers, so that what is said of many can be compared without a record of each.

Whatever records hold in common (a party, a time, a chain of voices) is a code of 64 bits; `notes` says what a code stands for. Columns say
what was read and nothing of who is who: identity is a table of its own, so that a decision on it rewrites no claim. What has been added
stays; once documents are read anew, everything is written anew.

| table | one line for |
|---|---|
| `documents` | a document: origin, publishers, the days on which it may have been published |
| `claims`, `reports` | a claim or an event report, in codes |
| `voices` | a voice of a chain, outermost first |
| `notes` | a code and what it stands for, as JSON |
| `referents`, `entities` | who is who: replaced as a whole |
| `names` | a folded name and an entity that has it, places left out: replaced as a whole |
| `copies` | a document that is a copy, as `copies` found it: replaced as a whole |
| `sources` | an entry of the register of sources: replaced as a whole |
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from hashlib import blake2b
from typing import Any

import numpy as np
import numpy.typing as npt

from testimonia.model.claim import Attribution, Claim
from testimonia.model.document import Document, Source
from testimonia.model.entity import Entity
from testimonia.model.event import EventReport, Figure
from testimonia.model.kinds import EVENT_TYPES, PREDICATES, STANCES, STATUSES
from testimonia.model.knowledge import Knowledge
from testimonia.model.party import Party
from testimonia.model.valid_time import ValidTime
from testimonia.text.names import fold_name
from testimonia.weigh.assertions import described_by, is_denied, said_of, title_end
from testimonia.weigh.copies import Copy

Numbers = npt.NDArray[Any]
Columns = dict[str, Numbers]
Tables = dict[str, Columns]
Line = tuple[Any, ...]

NOTHING = 0
"""The code of what is not there."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "documents": (
        *("document", "id", "origin", "publisher", "original_publisher", "published"),
        *("outlet", "credited", "first_said", "last_said"),
    ),
    "claims": (
        *("id", "document", "start", "end", "predicate", "denied", "stance", "subject", "subject_referent", "object"),
        *("object_referent", "words", "time", "value", "chain", "in_title", "polarity"),
    ),
    "reports": (
        *("id", "document", "start", "end", "type", "mode", "status", "recurrent", "stance", "initiator", "target", "where"),
        *("responsibility", "figures", "time", "chain"),
    ),
    "voices": ("chain", "place", "referent", "words", "innermost", "outlet"),
    "notes": ("code", "note"),
    "referents": ("referent", "entity"),
    "entities": ("entity", "shown", "note"),
    "names": ("name", "entity"),
    "copies": ("document", "group", "of", "share"),
    "sources": ("source", "note"),
}
REPLACED = ("referents", "entities", "names", "copies", "sources")
"""Tables that stand as a whole; the others are added to."""

_TYPES: Mapping[str, type] = {
    **dict.fromkeys(("start", "end", "first_said", "last_said"), np.int32),
    **dict.fromkeys(("predicate", "stance", "type", "status", "place"), np.uint8),
    **dict.fromkeys(("denied", "in_title", "recurrent", "innermost", "polarity"), np.bool_),
    **dict.fromkeys(("note", "origin", "publisher", "original_publisher", "published", "of"), np.object_),
    "share": np.float64,
}
_TEXTS = {("documents", "id"), ("copies", "group")}


def code_of(text: str | None) -> int:
    """Give the code of a text.

    Args:
        text: Any text, None for nothing.

    Returns:
        64 bits, `NOTHING` for None; among ten million the chance that any two differing ones are equal is some 3 in a million.
    """
    if text is None:
        return NOTHING
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little") or 1


def columns_of(knowledge: Knowledge) -> Tables:
    """Write what was read from some documents as columns.

    Args:
        knowledge: Documents with their claims and reports: all, or those that are new.

    Returns:
        The tables that are added to.
    """
    coder = _Coder()
    told = {claim.document for claim in knowledge.claims} | {report.document for report in knowledge.reports}
    absent = told - set(knowledge.documents)
    documents = [*knowledge.documents.values(), *(Document(name, name, "", "", "") for name in sorted(absent))]
    titles = {document.id: title_end(document) for document in knowledge.documents.values()}
    lines: dict[str, list[Line]] = {
        "documents": [coder.document(document) for document in documents],
        "claims": [coder.claim(claim, title=titles.get(claim.document, 0)) for claim in knowledge.claims],
        "reports": [coder.report(report) for report in knowledge.reports],
    }
    lines["voices"], lines["notes"] = coder.voices, list(coder.notes.items())
    return {name: as_columns(name, found) for name, found in lines.items()}


def identity_columns(knowledge: Knowledge, copies: Mapping[str, Copy]) -> Tables:
    """Write who is who, which documents are copies, and what the register of sources says.

    Args:
        knowledge: All entities, and which referents they have; all sources.
        copies: The copies among all documents.

    Returns:
        The tables that are replaced as a whole.
    """
    lines: dict[str, list[Line]] = {
        "referents": sorted((code_of(referent), code_of(entity)) for referent, entity in knowledge.entity_of.items()),
        "entities": [(code_of(entity.id), code_of(entity.name), _json(_entity_line(entity))) for entity in knowledge.entities.values()],
        "names": [(code_of(name), code_of(entity.id)) for entity in knowledge.entities.values() for name in _folded(entity)],
        "copies": [(code_of(one), copy.group, copy.of, copy.share) for one, copy in copies.items()],
        "sources": [(code_of(name), _json(_plain(source))) for name, source in knowledge.sources.items()],
    }
    return {name: as_columns(name, found) for name, found in lines.items()}


def as_columns(table: str, lines: Iterable[Line]) -> Columns:
    """Turn lines of a table into columns.

    Args:
        table: Its name.
        lines: Its lines.

    Returns:
        One array a column.
    """
    names = COLUMNS[table]
    columns = list(zip(*lines, strict=True)) or [()] * len(names)
    return {name: np.array(column, dtype=_type(table, name)) for name, column in zip(names, columns, strict=True)}


class _Coder:
    """Gives codes, and remembers what they stand for."""

    def __init__(self) -> None:
        self.notes: dict[int, str] = {}
        self.voices: list[Line] = []
        self._codes: dict[object, int] = {NOTHING: NOTHING}
        self._chains: set[int] = set()

    def document(self, document: Document) -> Line:
        named = (document.publisher, document.original_publisher)
        outlets = [NOTHING if name is None else self._text(fold_name(name)) for name in named]
        return (self._text(document.id), document.id, document.origin, *named, document.published, *outlets, *said_of(document))

    def claim(self, claim: Claim, *, title: int) -> Line:
        span, target = claim.evidence[0], claim.object
        return (
            int(claim.id[2:], 16),
            self._text(claim.document),
            span.start,
            span.end,
            PREDICATES.index(claim.predicate),
            is_denied(claim),
            STANCES.index(claim.attribution.stance),
            self._noted(claim.subject, _party_line),
            self._text(claim.subject.referent),
            self._noted(target, _party_line),
            NOTHING if target is None else self._text(target.referent),
            self._text(described_by(claim)),
            self._noted(claim.when, _time_line),
            self._noted(claim.value, _plain),
            self._chain(claim.attribution),
            span.end <= title,
            claim.polarity == "denied",
        )

    def report(self, report: EventReport) -> Line:
        span = report.evidence[0]
        return (
            int(report.id[2:], 16),
            self._text(report.document),
            span.start,
            span.end,
            EVENT_TYPES.index(report.type),
            self._noted(report.mode, str),
            STATUSES.index(report.status),
            report.recurrent,
            STANCES.index(report.attribution.stance),
            *(self._noted(side or None, _parties_line) for side in (report.initiator, report.target, report.where, report.responsibility)),
            self._noted(report.figures or None, _figures_line),
            self._noted(report.when, _time_line),
            self._chain(report.attribution),
        )

    def _chain(self, attribution: Attribution) -> int:
        voices = attribution.voices
        code = self._noted(voices or None, _parties_line)
        if code not in self._chains:
            self._chains.add(code)
            for place, voice in enumerate(voices):
                said_by = voice.how in ("publisher", "issuer") and place == 0
                words = self._text(fold_name(voice.words))
                referent = self._text(voice.referent)
                self.voices.append((code, place, referent, words, place == len(voices) - 1, words if said_by else NOTHING))
        return code

    def _text(self, text: str | None) -> int:
        if text is None:
            return NOTHING
        found = self._codes.get(text)
        if found is None:
            found = self._codes[text] = code_of(text)
        return found

    def _noted(self, thing: Any, line: Any) -> int:
        """Give the code of a thing and remember what it stands for."""
        if thing is None:
            return NOTHING
        key = (line, thing)
        found = self._codes.get(key)
        if found is None:
            note = _json(line(thing))
            found = self._codes[key] = code_of(note)
            self.notes[found] = note
        return found


def _type(table: str, column: str) -> type:
    return np.object_ if (table, column) in _TEXTS else _TYPES.get(column, np.uint64)


def _json(thing: Any) -> str:
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":"))


def _party_line(party: Party) -> list[Any]:
    return [party.words, party.referent, party.how]


def _parties_line(parties: Iterable[Party]) -> list[list[Any]]:
    return [_party_line(party) for party in parties]


def _figures_line(figures: Iterable[Figure]) -> list[list[Any]]:
    return [[one.what, None if one.of is None else _party_line(one.of), one.low, one.high] for one in figures]


def _time_line(when: ValidTime) -> list[Any]:
    return [when.edtf, _iso(when.lo), _iso(when.hi), when.mode, when.basis]


def _entity_line(entity: Entity) -> list[Any]:
    names = [name.text for name in entity.names]
    return [entity.id, entity.kind, entity.name, names, entity.gazetteer, entity.latitude, entity.longitude, entity.country,
            entity.precision, list(entity.divisions)]  # fmt: skip


def _folded(entity: Entity) -> dict[str, None]:
    """Fold all names of an entity that is no place, each once."""
    if entity.kind == "place":
        return {}
    return dict.fromkeys(fold_name(text) for text in (entity.name, *(name.text for name in entity.names)))


def _plain(record: Source | Any) -> list[Any]:
    return [getattr(record, field.name) for field in fields(record)]


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
