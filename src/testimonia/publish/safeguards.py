"""Safeguards: what must never be in a release, checked at the door, row by row.

- no person without a public role as an entity;
- no loaded word as a code or label;
- no quotation that does not stand in its document.

Each is a property of the whole product; here a breach stops the release instead of leaving the house.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from testimonia.codebook.load import load_codebook
from testimonia.codebook.words import word_map
from testimonia.errors import EvidenceError, RecordError
from testimonia.model.document import Document
from testimonia.model.entity import Entity
from testimonia.model.evidence import Evidence
from testimonia.model.knowledge import Knowledge
from testimonia.publish.rows import Row
from testimonia.text.names import fold_name

HOLDER, FOUNDER, AUTHOR = "holder of a role", "founder", "author"
"""What a release says of a public role where the documents have no word for it, or a loaded one."""
_LETTERS = re.compile(r"[^\W\d_]+")


class PublicRoles:
    """The persons whose public role the documents state, gathered document by document.

    They are persons said to hold a role, founders, authors of documents, and those beside whose name the text states a role.
    """

    def __init__(self, roles: Mapping[str, str]) -> None:
        """Begin with what the texts state beside names.

        Args:
            roles: Public roles by entity id ("the analyst ..."); empty ones do not count.
        """
        self.role_of = {entity: role for entity, role in roles.items() if role.strip()}
        self._authors: set[str] = set()

    def note(self, known: Knowledge) -> None:
        """Take note of what documents say.

        Args:
            known: What is known from them.
        """
        for claim in known.claims:
            if claim.polarity == "affirmed" and claim.predicate == "has_role":
                said = None if claim.value is None else claim.value.role
                self.role_of.setdefault(known.who(claim.subject), said or HOLDER)
            elif claim.predicate == "founded" and claim.object is not None:
                self.role_of.setdefault(known.who(claim.object), FOUNDER)
        self._authors.update(fold_name(document.author) for document in known.documents.values() if document.author is not None)

    def of(self, entity: Entity) -> str | None:
        """Give a person's public role.

        Args:
            entity: An entity, after all documents were noted.

        Returns:
            The role in words that take no side; None where none is known, and for what is no person.
        """
        if entity.kind != "person":
            return None
        role = self.role_of.get(entity.id)
        if role is not None:
            return role if loaded_word(role, names_too=False) is None else HOLDER
        names = (entity.name, *(name.text for name in entity.names))
        return None if self._authors.isdisjoint(map(fold_name, names)) else AUTHOR


def is_public_role(role: str) -> bool:
    """Say whether a role makes its holder a public person by itself.

    Args:
        role: The role, in the words of a claim or as a release says it.

    Returns:
        True if it is or ends with a role of the codebook's list, or is one of those that a release gives where documents have no word.

    Example:
        >>> is_public_role("military spokesman"), is_public_role("founder"), is_public_role("resident")
        (True, True, False)
    """
    words = role.casefold().split(" of ")[0].split()
    return role in (HOLDER, FOUNDER, AUTHOR) or any(" ".join(words[at:]) in _public() for at in range(len(words)))


@cache
def _public() -> frozenset[str]:
    return frozenset(
        word for key in ("roles", "role_phrases", "leading_verbs") for pair in word_map("people", key).items() for word in pair
    )


def people_with_roles(knowledge: Knowledge, *, roles: Mapping[str, str]) -> frozenset[str]:
    """Find the persons whose public role the documents state.

    Args:
        knowledge: What is known.
        roles: Public roles by entity id, as the text states them beside the name ("the analyst ..."); empty ones do not count.

    Returns:
        Entity ids: persons said to hold a role, founders, authors of documents, and those that `roles` names.
    """
    found = PublicRoles(roles)
    found.note(knowledge)
    return frozenset({*found.role_of, *(entity.id for entity in knowledge.entities.values() if found.of(entity) is not None)})


def check_entity(entity: Entity, *, with_roles: Collection[str]) -> None:
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
    loaded = load_codebook().loaded_words
    return next((word for word in words if word in loaded), None)
