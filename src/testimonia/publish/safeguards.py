"""Safeguards: what must never be in a release, checked at the door, row by row.

- no person without a public role as an entity;
- no loaded word as a code or label;
- no quotation that does not stand in its document.

Each is a property of the whole product; here a breach stops the release instead of leaving the house.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import yaml

from testimonia.errors import EvidenceError, RecordError
from testimonia.model.document import Document
from testimonia.model.entity import Entity
from testimonia.model.evidence import Evidence
from testimonia.model.knowledge import Knowledge
from testimonia.publish.rows import Row
from testimonia.text.names import fold_name

_LETTERS = re.compile(r"[^\W\d_]+")


def people_with_roles(knowledge: Knowledge, *, roles: Mapping[str, str]) -> frozenset[str]:
    """Find the persons whose public role the documents state.

    Args:
        knowledge: What is known.
        roles: Public roles by entity id, as the text states them beside the name ("the analyst ..."); empty ones do not count.

    Returns:
        Entity ids: persons said to hold a role, founders, authors of documents, and those that `roles` names.
    """
    found = {entity for entity, role in roles.items() if role.strip()}
    for claim in knowledge.claims:
        if claim.polarity == "affirmed" and claim.predicate == "has_role":
            found.add(knowledge.who(claim.subject))
        elif claim.predicate == "founded" and claim.object is not None:
            found.add(knowledge.who(claim.object))
    authors = {fold_name(document.author) for document in knowledge.documents.values() if document.author is not None}
    for entity in knowledge.entities.values():
        if entity.kind == "person" and not authors.isdisjoint(
            fold_name(name) for name in (entity.name, *(name.text for name in entity.names))
        ):
            found.add(entity.id)
    return frozenset(found)


def check_entity(entity: Entity, *, with_roles: frozenset[str]) -> None:
    """Refuse a person without a public role.

    Args:
        entity: An entity about to be released.
        with_roles: What `people_with_roles` found.

    Raises:
        RecordError: The entity is a person and no document states a public role.
    """
    if entity.kind == "person" and entity.id not in with_roles:
        raise RecordError(f"entity {entity.id}: a person without a public role is never released; resolve must not make an entity of it")


def check_labels(name: str, labels: Iterable[str | None]) -> None:
    """Refuse a code or label that takes a side.

    Args:
        name: The record, for the message.
        labels: Its codes and labels; None where one is not set.

    Raises:
        RecordError: A label holds a loaded word.
    """
    for label in labels:
        word = loaded_word(label or "")
        if word is not None:
            raise RecordError(
                f"{name}: the loaded word {word!r} stands in the label {label!r}; it belongs in quotations only (codebook, section 6)"
            )


def check_evidence(row: Row, *, documents: Mapping[str, Document]) -> None:
    """Refuse a record without evidence or with a quotation that does not stand at its offsets.

    Args:
        row: A row of a claim or event report.
        documents: Documents by id, with their texts.

    Raises:
        RecordError: There is no evidence, its document is unknown, or the words are others; the message names the record.
    """
    if not row["evidence"]:
        raise RecordError(f"{row['id']}: a record without evidence is never released")
    for span in row["evidence"]:
        document = documents.get(span["document"])
        if document is None:
            raise RecordError(f"{row['id']}: its evidence lies in {span['document']!r}, which is not among the documents")
        try:
            Evidence(span["document"], span["start"], span["end"], span["quote"]).check(document.text)
        except EvidenceError as error:
            raise RecordError(f"{row['id']}: {error}") from error


def loaded_word(label: str, *, names_too: bool = True) -> str | None:
    """Find a loaded word in a label.

    Args:
        label: A code or label.
        names_too: False lets words with a capital pass, as parts of the name that a body gives itself.

    Returns:
        The first loaded word, None if there is none.

    Example:
        >>> loaded_word("media officer") is None
        True
    """
    words = (word.casefold() for word in _LETTERS.findall(label) if names_too or word[0].islower())
    return next((word for word in words if word in _loaded()), None)


@cache
def _loaded() -> frozenset[str]:
    return frozenset(yaml.safe_load((files("testimonia.publish") / "data" / "loaded_words.yml").read_text("utf-8")))
