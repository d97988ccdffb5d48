"""Manifest: what a release holds, from what it was made, and what was held back."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from testimonia.model.document import Document

FORMAT = "testimonia-release/1"
"""The form of a release folder; a folder whose manifest names another one is never overwritten."""
RULES = ("codebook", "read", "resolve", "text", "weigh")
"""Folders of the package whose code and lists decide what a claim says, who is who, and what agrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The contents of `manifest.json`.

    `meta` is what the caller says of versions and settings, `lens` whose word was taken. `inputs` is a digest over the ids and hashes of
    all documents, whose own hashes stand in documents.jsonl. `sha256` has every file but the manifest. `withheld` counts, by reason, what
    was left out to keep private persons and broken references out of the release. `floors` are the scores below which this version may
    not fall on its own sample, `texts` says whether the documents' texts are part of it, for private use.
    """

    meta: Mapping[str, str]
    inputs: str
    counts: Mapping[str, int]
    sha256: Mapping[str, str]
    withheld: Mapping[str, int]
    lens: Mapping[str, Any] = field(default_factory=dict)
    floors: Mapping[str, float] = field(default_factory=dict)
    texts: bool = False

    def as_row(self) -> dict[str, Any]:
        """Give the manifest as plain data, in the order in which it is written."""
        return {
            "format": FORMAT,
            "meta": dict(sorted(self.meta.items())),
            "lens": dict(self.lens),
            "inputs": self.inputs,
            "texts": self.texts,
            "counts": dict(self.counts),
            "sha256": dict(sorted(self.sha256.items())),
            "withheld": {reason: count for reason, count in sorted(self.withheld.items()) if count},
            "problems": self.counts.get("problems.jsonl", 0),
            "floors": dict(sorted(self.floors.items())),
        }


class InputsDigest:
    """A hash of what a release was made from, gathered document by document."""

    def __init__(self) -> None:
        """Begin with no document."""
        self._lines: list[str] = []

    def note(self, document: Document) -> None:
        """Take note of a document.

        Args:
            document: The document.
        """
        self.note_hash(document.id, document.sha256)

    def note_hash(self, document: str, sha256: str) -> None:
        """Take note of a document that is not at hand.

        Args:
            document: Its identifier.
            sha256: The hash of its file.
        """
        self._lines.append(f"{document} {sha256}\n")

    def hexdigest(self) -> str:
        """Give the SHA-256, in hexadecimal, over the sorted ids and hashes."""
        return hashlib.sha256("".join(sorted(self._lines)).encode()).hexdigest()


def digest_of_inputs(documents: Iterable[Document]) -> str:
    """Hash what a release was made from.

    Args:
        documents: The documents, in any order.

    Returns:
        The SHA-256, in hexadecimal, over the sorted ids and hashes.
    """
    digest = InputsDigest()
    for document in documents:
        digest.note(document)
    return digest.hexdigest()


@cache
def digest_of_rules() -> str:
    """Hash the rules by which texts are read, names told apart and findings made.

    Returns:
        The SHA-256, in hexadecimal, over the code and word lists of `RULES`, line ends set aside: two releases whose digests agree were
        made by the same rules, whatever their version is called.
    """
    digest = hashlib.sha256()
    for folder in RULES:
        for name, file in _all_files(files("testimonia") / folder, folder):
            if name.endswith((".py", ".yml", ".yaml")):
                digest.update(name.encode() + b"\0" + file.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


@cache
def floors_at_build() -> Mapping[str, float]:
    """Give the scores below which this version's build fails, as they were when it was built.

    Returns:
        Score by measure, from 0 to 1, or a count; eval/ in the sources says how each is measured.
    """
    held = yaml.safe_load((files("testimonia.publish") / "data" / "floors.yml").read_text("utf-8"))
    return dict(held["floors"])


def _all_files(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        inner = f"{name}/{entry.name}"
        if entry.is_dir():
            yield from _all_files(entry, inner)
        else:
            yield inner, entry
