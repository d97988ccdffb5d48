"""The texts and keys of re3d as the measure of relations needs them: documents, given entities, and relations between two parties.

The set has no split of its own, and the reader's model learnt names (no relations) from all of it. So every third document, by the hash of
its identifier, is set aside for measuring; only the others may be looked at when rules are mended. Of the eleven relations five are
measured, and of these the ones between two parties: organisations and persons, or a person's role. A weapon that belongs to a unit and an
aircraft in somebody's charge are nothing that this instrument says.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from testimonia.codebook.words import word_map, words_of
from testimonia.model.document import Document
from testimonia.model.kinds import EntityClass
from testimonia.read.names.given_names import GivenName

Relation = Literal["BelongsTo", "InChargeOf", "IsSynonymOf", "FightingAgainst", "AlliesOf"]
RELATIONS: tuple[Relation, ...] = ("BelongsTo", "InChargeOf", "IsSynonymOf", "FightingAgainst", "AlliesOf")
SYMMETRICAL: frozenset[Relation] = frozenset(("IsSynonymOf", "FightingAgainst", "AlliesOf"))
"""Relations whose two sides may change places; the key has some of them in both directions and some in one."""
FOLDERS = ("CENTCOM", "UK Government")
EVERY = 3
"""One document in so many is for measuring."""

_PARTIES = ("Organisation", "Person")
_CLASS_OF: dict[str, EntityClass] = {"Organisation": "org", "Person": "person", "Location": "place"}
_SMALL = frozenset(["of", "the", "for", "and", "in", "to", "on", "al", "de", "la", "du", "des", "y", "e"])
_ARTICLES = frozenset(["the", "a", "an", "these", "those", "this", "its", "their", "our", "his", "her"])
_PRONOUNS = frozenset(
    ["we", "us", "our", "it", "its", "they", "them", "their", "he", "she", "his", "her", "who", "which", "i", "you", "both"]
)


@dataclass(frozen=True, slots=True)
class Entity:
    """A given entity: its offsets in the text, its type in the key, its words."""

    start: int
    end: int
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Stated:
    """One relation of a key, from one given entity to another."""

    relation: Relation
    source: Entity
    target: Entity


@dataclass(frozen=True, slots=True)
class KeyedText:
    """A text with its given entities and the relations between them."""

    name: str
    title: str
    text: str
    entities: tuple[Entity, ...]
    relations: tuple[Stated, ...]


def load_texts(folder: Path) -> Iterator[KeyedText]:
    """Load one part of the set.

    Args:
        folder: A folder with documents.json, entities.json and relations.json.

    Yields:
        Texts in the order of the file, each with its key; a relation in both directions once, where it is symmetrical.
    """
    entities, relations = _lines(folder / "entities.json"), _lines(folder / "relations.json")
    for document in _lines(folder / "documents.json"):
        own = {(e["begin"], e["end"]): Entity(e["begin"], e["end"], e["type"], e["value"]) for e in _of(entities, document["_id"])}
        stated = [
            Stated(r["type"], own[r["sourceBegin"], r["sourceEnd"]], own[r["targetBegin"], r["targetEnd"]])
            for r in _of(relations, document["_id"])
            if r["type"] in RELATIONS
        ]
        parties = [s for s in stated if s.source.kind in _PARTIES and s.target.kind in _PARTIES]
        ordered = tuple(own[span] for span in sorted(own))
        yield KeyedText(document["_id"], document["title"], document["text"], ordered, tuple({_key(s): s for s in parties}.values()))


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8-sig").splitlines() if line.strip()]


def _of(rows: Iterable[dict[str, Any]], document: str) -> Iterator[dict[str, Any]]:
    return (row for row in rows if row["documentId"] == document)


def _key(stated: Stated) -> tuple[Relation, tuple[int, int], tuple[int, int]]:
    first, second = (stated.source.start, stated.source.end), (stated.target.start, stated.target.end)
    if stated.relation in SYMMETRICAL:
        return stated.relation, min(first, second), max(first, second)
    return stated.relation, first, second


def is_for_measuring(name: str) -> bool:
    """Say whether a document is set aside for measuring.

    Args:
        name: Its identifier.

    Returns:
        True for about one in three, always the same.
    """
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % EVERY == 0


def to_document(item: KeyedText) -> Document:
    """Make the document that is read.

    Args:
        item: A text of the set.

    Returns:
        A document without publisher and date, which the set does not state.
    """
    sha256 = hashlib.sha256(item.text.encode()).hexdigest()
    return Document(f"d-{sha256[:16]}", item.name, sha256, "text/plain", item.text, title=item.title, language="en")


def given_names(item: KeyedText) -> tuple[GivenName, ...]:
    """Give a text's entities as an editor would hand them to the reader.

    Organisations are given as they stand, described ones too; persons and places only where the words are a name, for which person a role
    stands is for the reader to find out.

    Args:
        item: A text of the set.

    Returns:
        Spans without article and title, in text order, none overlapping another; of two that overlap the longer.
    """
    kept: list[GivenName] = []
    for entity in sorted(item.entities, key=lambda e: (e.start - e.end, e.start)):
        start = _start(entity) if entity.kind in _CLASS_OF else None
        if start is not None and not any(n.start < entity.end and start < n.end for n in kept):
            end = entity.start + len(entity.words.rstrip())
            kept.append(GivenName(start, end, _CLASS_OF[entity.kind]))
    return tuple(sorted(kept, key=lambda n: n.start))


def _start(entity: Entity) -> int | None:
    """Give the offset at which an entity begins without article and title; None where it is not handed over."""
    words = entity.words.split()
    titles, roles = frozenset(words_of("people", "titles")), frozenset(word_map("people", "roles"))
    while words and (words[0].lower() in _ARTICLES or (entity.kind == "Person" and words[0].lower().rstrip(".") in titles)):
        words.pop(0)
    if not words or not words[0][0].isalnum() or "," in entity.words or entity.words.lower() in _PRONOUNS:
        return None
    lower = [w for w in words if not (w[0].isupper() or w[0].isdigit()) and w.lower().split("-")[0] not in _SMALL]
    if entity.kind != "Organisation" and (lower or (entity.kind == "Person" and any(w.lower() in roles for w in words))):
        return None
    return entity.start + entity.words.index(words[0])
