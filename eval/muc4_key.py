"""The texts and keys of MUC-4 as the measure needs them: documents to read, incidents, and entities by role.

The form of the roles is the one of document-level role filling that the published systems are scored in: the fillers of all of a text's
incidents together, an entity being its set of mention strings; a filler whose strings are all among those of one listed before is the
same entity. There, victims are the named ones only (slot "hum tgt: name"). Alternatives and optional fillers count like any other.
"""

import json
import re
import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from testimonia.model.document import Document, Marked

Role = Literal["PerpInd", "PerpOrg", "Target", "Victim", "Weapon"]
ROLES: tuple[Role, ...] = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
Entity = frozenset[str]
"""Normalised mention strings that stand for one thing."""
Entities = dict[Role, list[Entity]]

_SLOTS: tuple[tuple[Role, str], ...] = (
    ("PerpInd", "perp_individual_id"),
    ("PerpOrg", "perp_organization_id"),
    ("Target", "phys_tgt_id"),
    ("Victim", "hum_tgt_name"),
    ("Weapon", "incident_instrument_id"),
)
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_FILED = re.compile(r"\b(\d{1,2})\s+([A-Z]{3})[A-Z]*\s+(\d{2})\b")
_OUTLET = re.compile(r"\(([^()]+)\)\s*-*\s*$")
_MARKS = re.compile(r"(?:\s*\[[^\]]*\])*\s*")
_ISSUED = re.compile(r"\[COMMUNIQUE\]\s*\[([^\]]+)\]")
_ARTICLES = re.compile(r"\b(?:a|an|the)\b")
_NO_PUNCTUATION = str.maketrans("", "", string.punctuation)


@dataclass(frozen=True, slots=True)
class Accused:
    """An organisation that the key names as perpetrator, with the confidences of which either is right."""

    mentions: Entity
    confidences: frozenset[str]


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident of a key: stages of which either is right, organisations, and all fillers of its roles."""

    stages: frozenset[str]
    accused: tuple[Accused, ...]
    fillers: dict[Role, tuple[Entity, ...]]
    described: tuple[Entity, ...] = ()
    """Victims by description, whom the published form leaves out."""


@dataclass(frozen=True, slots=True)
class KeyedText:
    """A text with its incidents."""

    name: str
    text: str
    dateline: str
    incidents: tuple[Incident, ...]


def load_texts(path: Path) -> Iterator[KeyedText]:
    """Load texts with their keys.

    Args:
        path: JSON Lines of one part of the corpus.

    Yields:
        Texts in the order of the file.
    """
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            yield KeyedText(item["docid"], item["text"], item["dateline"], tuple(map(_incident, item["templates"])))


def to_document(item: KeyedText) -> Document:
    """Give a text as capture would hand it over: dated and its outlet named by its dateline, editorial marks set aside.

    Args:
        item: The text.

    Returns:
        A document to read; its text is unchanged.
    """
    outlet = _OUTLET.search(item.dateline)
    start = item.text.find(item.dateline) if item.dateline else -1
    body = item.text[start + len(item.dateline) :] if start >= 0 else ""
    marks = _MARKS.match(body)
    issuer = None if marks is None else _ISSUED.search(marks.group())
    end = start + len(item.dateline) + (0 if marks is None else marks.end())
    return Document(
        f"d-{item.name}",
        item.name,
        "0",
        "text/plain",
        item.text,
        publisher=None if outlet is None else outlet.group(1).strip(),
        original_publisher=None if issuer is None else " ".join(issuer.group(1).split()),
        published=_filed(item.dateline),
        published_basis="text",
        language="en",
        marked=(Marked(start, end, "notice", "dateline"),) if start >= 0 else (),
    )


def _filed(dateline: str) -> str | None:
    found = _FILED.search(dateline)
    if found is None or found.group(2) not in _MONTHS:
        return None
    return f"19{found.group(3)}-{_MONTHS.index(found.group(2)) + 1:02}-{int(found.group(1)):02}"


def normalise(words: str) -> str:
    """Fold a mention as the published scorer does.

    Args:
        words: A mention.

    Returns:
        Small letters, without articles and punctuation, single spaces.

    Example:
        >>> normalise("The  Governor's OFFICE")
        'governors office'
    """
    return " ".join(_ARTICLES.sub(" ", words.lower().translate(_NO_PUNCTUATION)).split())


def entities_of(incidents: Sequence[Incident], *, described: bool = False) -> Entities:
    """Gather the entities of a text, each once a role.

    Args:
        incidents: The text's incidents.
        described: Whether victims who are only described count too.

    Returns:
        Entities by role, in the order of the key.
    """
    found: Entities = {role: [] for role in ROLES}
    for incident in incidents:
        for role in ROLES:
            more = incident.described if described and role == "Victim" else ()
            for entity in (*incident.fillers[role], *more):
                if not any(entity <= known or known <= entity for known in found[role]):
                    found[role].append(entity)
    return found


def _incident(template: dict[str, Any]) -> Incident:
    slots = template["slots"]
    fillers = {role: tuple(map(_mentions, _fills(slots, slot))) for role, slot in _SLOTS}
    named = {name for entity in fillers["Victim"] for name in entity}
    described = tuple(_mentions(fill) for fill in _fills(slots, "hum_tgt_description") if not _normalised(fill.get("of", ())) & named)
    stages = frozenset(stage for fill in _fills(slots, "incident_stage_of_execution") for stage in fill["value"])
    return Incident(stages, tuple(_accused(slots)), fillers, described)


def _accused(slots: dict[str, Any]) -> Iterator[Accused]:
    for fill in _fills(slots, "perp_organization_confidence"):
        confidences = frozenset(value.partition(":")[0] for value in fill["value"])
        yield Accused(_normalised(fill.get("of", ())), confidences)


def _fills(slots: dict[str, Any], slot: str) -> list[dict[str, Any]]:
    """Give the fills of a slot; "N/A" where it does not apply to the incident."""
    fills = slots[slot]
    return [fill for fill in fills if isinstance(fill, dict)] if isinstance(fills, list) else []


def _mentions(fill: dict[str, Any]) -> Entity:
    return _normalised(fill["value"])


def _normalised(values: Sequence[str]) -> Entity:
    return frozenset(filter(None, map(normalise, values)))
