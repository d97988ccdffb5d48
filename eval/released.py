"""A release as the scorer reads it: JSON Lines in a folder, tied to a key's documents by file name."""

import collections
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from eval.key import Gold, Row, fold, names_of, overlap

SAME_WORDS = 0.6
"""Share of shared words from which two described parties are one; the reference scorer's, so that figures compare."""


@dataclass(frozen=True, slots=True)
class Release:
    """The rows of a release that bear on a key's documents.

    `documents` leads from an id to a file name, `to_gold` from a released entity to the key's, None where the key has none.
    """

    gold: Gold
    documents: Mapping[str, str]
    entities: Mapping[str, Row]
    claims: tuple[Row, ...]
    events: tuple[Row, ...]
    disputes: tuple[Row, ...]
    corroborations: tuple[Row, ...]
    to_gold: Mapping[str, str | None]

    @property
    def items(self) -> tuple[Row, ...]:
        """Claims and event reports together."""
        return self.claims + self.events

    def document_of(self, item: Row) -> str:
        """Return the file name of the document that an item quotes.

        Args:
            item: A claim or an event report.

        Returns:
            The file name; empty where the item quotes nothing or an unknown document.
        """
        evidence = item.get("evidence") or [{}]
        return self.documents.get(evidence[0].get("document", ""), "")

    def refers(self, reference: str | None, gold_reference: str | None) -> bool:
        """Say whether a released reference and a key's reference mean the same.

        Args:
            reference: An entity id of the release, or a described party in words.
            gold_reference: An entity id of the key, or a described party in words.

        Returns:
            True where both are absent, lead to one entity, or describe a party in much the same words.
        """
        if reference is None or gold_reference is None:
            return reference is None and gold_reference is None
        mapped = self.to_gold.get(reference)
        if mapped is not None and mapped == gold_reference:
            return True
        words = self.entities[reference]["name"] if reference in self.entities else reference
        if gold_reference in self.gold.entities:
            return any(fold(words) == fold(name) for name in names_of(self.gold.entities[gold_reference]))
        return overlap(words, gold_reference) >= SAME_WORDS

    def touches(self, item: Row, gold_item: Row) -> bool:
        """Say whether any of an item's evidence overlaps the words that the key quotes.

        Args:
            item: A claim or an event report of the release.
            gold_item: One of the key.

        Returns:
            True if at least one code point is shared with any place where the key's quotation stands.
        """
        return self.stands_in(item, gold_item["document"], gold_item["evidence"])

    def stands_in(self, item: Row, document: str, quote: str) -> bool:
        """Say whether any of an item's evidence overlaps a quotation.

        Args:
            item: A claim or an event report of the release.
            document: File name of the document quoted.
            quote: The words.

        Returns:
            True if at least one code point is shared.
        """
        return any(s["start"] < end and start < s["end"] for s in item["evidence"] for start, end in self.gold.spans(document, quote))

    def voice(self, reference: str) -> str:
        """Return the words for a voice of a chain.

        Args:
            reference: An entity id of the release, or words.

        Returns:
            The entity's name, or the words themselves.
        """
        return str(self.entities[reference]["name"]) if reference in self.entities else str(reference)


def load_release(folder: Path, gold: Gold) -> Release:
    """Read a release and tie its documents and entities to a key.

    Args:
        folder: The release's folder; a missing file counts as an empty one.
        gold: The key.

    Returns:
        The release without the claims and event reports of documents that the key does not know.
    """
    documents = {d["id"]: PurePath(d.get("path") or d["id"]).name for d in _rows(folder / "documents.jsonl")}
    entities = {e["id"]: e for e in _rows(folder / "entities.jsonl")}

    def known(item: Row) -> bool:
        evidence: list[dict[str, Any]] = item.get("evidence") or [{}]
        return documents.get(evidence[0].get("document"), "") in gold.texts

    return Release(
        gold=gold,
        documents=documents,
        entities=entities,
        claims=tuple(filter(known, _rows(folder / "claims.jsonl"))),
        events=tuple(filter(known, _rows(folder / "events.jsonl"))),
        disputes=tuple(_rows(folder / "disputes.jsonl")),
        corroborations=tuple(_rows(folder / "corroborations.jsonl")),
        to_gold={identifier: _closest(entity, gold) for identifier, entity in entities.items()},
    )


def _rows(path: Path) -> list[Row]:
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def _closest(entity: Row, gold: Gold) -> str | None:
    """The key's entity that shares most names; of equals the one that bears the main name, then the first in the alphabet."""
    votes = collections.Counter(i for name in sorted(set(map(fold, names_of(entity)))) for i in gold.by_name.get(name, ()))
    main = gold.by_name.get(fold(entity["name"]), frozenset())
    return min(votes, key=lambda i: (-votes[i], i not in main, i)) if votes else None
