"""Lookup: entities, documents and findings behind the identifiers of a release, and how somebody may be named in an export.

Entities and documents are read where they are needed and the last ones kept; of findings only numbers are held.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, get_args

import yaml

from testimonia.codebook.phrases import claim_in_words
from testimonia.model.claim import Value
from testimonia.model.kinds import EntityKind, entity_class
from testimonia.publish.exports.writing import one_line
from testimonia.publish.released import Released
from testimonia.publish.rows import Row
from testimonia.publish.safeguards import loaded_word
from testimonia.publish.statements import UNNAMED
from testimonia.text.bare_names import is_bare_name
from testimonia.text.geography import countries

KEPT = 16_384
"""Rows of entities, and of documents, kept at hand: some 30 MB; a release refers to the same ones again and again."""
ORGANISATIONS = frozenset(kind for kind in get_args(EntityKind) if entity_class(kind) == "org")
"""Kinds of body."""
STATE_KINDS = frozenset({"state_force", "government"})
"""Kinds that act for a state or an authority."""
GROUP_KINDS = frozenset({"armed_group", "armed_wing", "coalition", "political_body"})
"""Kinds of body that are no state's and may fight; a political body does so only where it is said to."""
NOT_REPEATED = "described in words of one side"
"""What stands in a label for a description that takes a side; the words themselves stay in the quotation."""


class Lookup:
    """What stands behind the identifiers of a release."""

    def __init__(self, released: Released) -> None:
        """Begin with nothing read.

        Args:
            released: The release.
        """
        self.released = released
        self._entity = lru_cache(KEPT)(released.entity)
        self._kind = lru_cache(KEPT)(self._kind_of)
        self._label = lru_cache(KEPT)(self._named)
        self._document = lru_cache(KEPT)(released.document)
        self._witnesses: dict[str, int] | None = None
        self._disputes: dict[str, tuple[str, ...]] | None = None

    def entity(self, reference: str | None) -> Row | None:
        """Look an entity up.

        Args:
            reference: An entity's id, or the words of a described party.

        Returns:
            Its row; None where it is words.
        """
        return None if reference is None else self._entity(reference)

    def kind(self, reference: str | None) -> str | None:
        """Say what kind of thing a reference is.

        Args:
            reference: An entity's id, or words.

        Returns:
            Its kind; None where it is words.
        """
        return None if reference is None else self._kind(reference)

    def _kind_of(self, reference: str) -> str | None:
        row = self.entity(reference)
        return None if row is None else str(row["kind"])

    def document(self, identifier: str) -> Row | None:
        """Look a document up.

        Args:
            identifier: Its id.

        Returns:
            Its row; None where the release does not have it.
        """
        return self._document(identifier)

    def document_of(self, row: Row) -> Row:
        """Look up the document in which a claim or report stands.

        Args:
            row: A claim or event report.

        Returns:
            The document's row; only its id where the release does not have it.
        """
        identifier = row["evidence"][0]["document"] if row["evidence"] else ""
        return self._document(identifier) or {"id": identifier}

    def label(self, reference: str) -> str:
        """Name a party in a label, column or title.

        Args:
            reference: An entity's id, or the words of a described party.

        Returns:
            The entity's name or the words, on one line; what hides a private person where the words are nothing but a name, and
            `NOT_REPEATED` where they take a side.
        """
        return self._label(reference)

    def _named(self, reference: str) -> str:
        row = self.entity(reference)
        if row is not None:
            return one_line(row["name"])
        if is_bare_name(reference):
            return UNNAMED
        return NOT_REPEATED if loaded_word(reference, names_too=False) is not None else one_line(reference)

    def voices(self, row: Row) -> list[str]:
        """Name the chain of voices of a claim or report, outermost first.

        Args:
            row: A claim or event report.

        Returns:
            Labels; persons without a public role are not named.
        """
        return [self.label(voice) for voice in row["attribution"]]

    def statement(self, claim: Row) -> str:
        """Put a claim into words, without its time and its voices.

        Args:
            claim: A claim.

        Returns:
            A sentence without a full stop.
        """
        given = claim["value"] or {}
        value = Value(text=given.get("text"), role=given.get("role"), low=given.get("low"), high=given.get("high"), unit=given.get("unit"))
        target = None if claim["object"] is None else self.label(claim["object"])
        subject, denied = self.label(claim["subject"]), claim["polarity"] == "denied"
        return one_line(claim_in_words(claim["predicate"], subject=subject, target=target, value=value, denied=denied))

    def witnesses(self, identifiers: Iterable[str]) -> int:
        """Say how many independent witnesses agree on some of these claims or reports.

        Args:
            identifiers: Ids of claims or event reports.

        Returns:
            The most that any agreement among them has; 1 where none is found, since every claim has one.
        """
        if self._witnesses is None:
            self._witnesses = {}
            for found in self.released.corroborations():
                for identifier in found["claims"] if found["witnesses"] > 1 else ():
                    self._witnesses[identifier] = max(found["witnesses"], self._witnesses.get(identifier, 1))
        held = self._witnesses
        return max((held.get(identifier, 1) for identifier in identifiers), default=1)

    def disputes(self, identifiers: Iterable[str]) -> list[str]:
        """Find the disputes in which some of these claims or reports stand.

        Args:
            identifiers: Ids of claims or event reports.

        Returns:
            Ids of disputes, each once, sorted.
        """
        if self._disputes is None:
            self._disputes = {}
            for found in self.released.disputes():
                for identifier in found["claims"]:
                    self._disputes[identifier] = (*self._disputes.get(identifier, ()), found["id"])
        held = self._disputes
        return sorted({dispute for identifier in identifiers for dispute in held.get(identifier, ())})


def is_denied(row: Row) -> bool:
    """Say whether a claim or report is a denial.

    Args:
        row: A claim or event report.

    Returns:
        True if it is said not to be so, by its words, its voice's stance or its status.
    """
    return row.get("polarity") == "denied" or row.get("stance") == "denied" or row.get("status") == "denied"


def is_reviewed(row: Row) -> bool:
    """Say whether a person has accepted what a program read.

    Args:
        row: A claim or event report.

    Returns:
        True only if the release says so.
    """
    return row.get("review") in ("accepted", "corrected")


def country_name(code: str | None) -> str | None:
    """Name a country.

    Args:
        code: ISO 3166-1 alpha-2.

    Returns:
        Its usual English name; None where there is no code, or it is in no list.
    """
    return next((country.names[0] for country in countries() if country.code == code), None)


def references(row: Row) -> Iterator[str]:
    """Give all that a claim or report refers to but its voices.

    Args:
        row: A claim or event report.

    Yields:
        Ids and words, in the row's order.
    """
    for slot in ("subject", "object"):
        if row.get(slot) is not None:
            yield row[slot]
    for slot in ("initiator", "target", "where", "responsibility"):
        yield from row.get(slot, ())


@cache
def export_data(name: str) -> Any:
    """Read one of the exports' own lists.

    Args:
        name: The file's name without its ending.

    Returns:
        What the YAML file holds.
    """
    return yaml.safe_load((files("testimonia.publish.exports") / "data" / f"{name}.yml").read_text("utf-8"))
