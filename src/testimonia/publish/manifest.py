"""Manifest: what a release holds, from what it was made, and what was held back."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from testimonia.model.document import Document

FORMAT = "testimonia-release/1"
"""The form of a release folder; a folder whose manifest names another one is never overwritten."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The contents of `manifest.json`.

    `meta` is what the caller says of versions and settings, `lens` whose word was taken. `inputs` is a digest over the ids and hashes of
    all documents. `withheld` counts, by reason, what was left out to keep private persons and broken references out of the release.
    """

    meta: Mapping[str, str]
    inputs: str
    counts: Mapping[str, int]
    sha256: Mapping[str, str]
    withheld: Mapping[str, int]
    problems: int
    lens: Mapping[str, Any] = field(default_factory=dict)

    def as_row(self) -> dict[str, Any]:
        """Give the manifest as plain data, in the order in which it is written."""
        return {
            "format": FORMAT,
            "meta": dict(sorted(self.meta.items())),
            "lens": dict(self.lens),
            "inputs": self.inputs,
            "counts": dict(self.counts),
            "sha256": dict(self.sha256),
            "withheld": {reason: count for reason, count in sorted(self.withheld.items()) if count},
            "problems": self.problems,
        }


def digest_of_inputs(documents: Iterable[Document]) -> str:
    """Hash what a release was made from.

    Args:
        documents: The documents, in any order.

    Returns:
        The SHA-256, in hexadecimal, over the sorted ids and hashes.
    """
    lines = sorted(f"{document.id} {document.sha256}\n" for document in documents)
    return hashlib.sha256("".join(lines).encode()).hexdigest()
