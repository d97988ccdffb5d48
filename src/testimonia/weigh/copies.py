"""Copies: documents that share their wording, so that one text in two places is never two witnesses.

Each text becomes the set of its runs of eight words, boilerplate left out. Runs whose checksum is divisible by four are looked up across
documents; a pair that shares some is compared exactly. Only a run's first holder and its neighbour are paired, so that a story carried by a
thousand outlets costs a thousand comparisons. Translations are not found.

Follows: Broder, "On the resemblance and containment of documents" (1997); the fixed-fraction sample is that of FracMinHash.
"""

import re
import zlib
from collections.abc import Iterable, Mapping

from testimonia.model.document import Document
from testimonia.weigh.components import connected

RUN = 8
"""Words in a run: long enough that two writers seldom choose one by chance, short enough that a light edit leaves most runs whole."""

SHARED = 0.5
"""Share of the shorter text's runs that the other must have; above it the two are copies. Half, so that two reports with one common
quotation are not."""

SAMPLE = 4
"""One run in four is looked up. A text of 40 runs is missed with a chance of 0.75**20 = 0.3 % when it shares half of them."""

FEWEST = 6
"""Texts with fewer runs than this are too short to tell a copy from a common phrase."""

_WORD = re.compile(r"\w+")


def copies_of(documents: Mapping[str, Document]) -> dict[str, str]:
    """Find which documents are copies of one another, in whole or in greater part.

    Args:
        documents: Documents by id, with their texts; one without text is a copy of nothing.

    Returns:
        For each document that has a copy, the id of the first document of its group.
    """
    holders: dict[int, str] = {}
    latest: dict[int, str] = {}
    pairs: dict[tuple[str, str], None] = {}
    for document in documents.values():
        for run in sorted(run for run in runs_of(document) if run % SAMPLE == 0):
            first, last = holders.setdefault(run, document.id), latest.get(run)
            pairs.update({(other, document.id): None for other in (first, last) if other is not None and other != document.id})
            latest[run] = document.id
    edges = [pair for pair in pairs if share(documents[pair[0]], documents[pair[1]]) > SHARED]
    groups = connected((end for edge in edges for end in edge), edges)
    order = {name: place for place, name in enumerate(documents)}
    return {name: min(group, key=order.__getitem__) for group in groups for name in group}


def share(left: Document, right: Document) -> float:
    """Measure how much of the shorter text's wording the other has.

    Args:
        left: A document.
        right: Another document.

    Returns:
        From 0 to 1; 0 where either text is too short to tell.
    """
    one, two = runs_of(left), runs_of(right)
    smaller = min(len(one), len(two))
    return 0.0 if smaller < FEWEST else len(one & two) / smaller


def runs_of(document: Document) -> frozenset[int]:
    """Give the checksums of a document's runs of eight words, boilerplate left out.

    Args:
        document: A document with its text.

    Returns:
        Checksums; empty for a text of fewer than eight words.
    """
    words = _WORD.findall(" ".join(_unmarked(document)).casefold())
    return frozenset(zlib.crc32(" ".join(words[at : at + RUN]).encode("utf-8", "surrogatepass")) for at in range(len(words) - RUN + 1))


def _unmarked(document: Document) -> Iterable[str]:
    """Yield the stretches of text between marked spans."""
    at = 0
    for mark in sorted(document.marked, key=lambda mark: mark.start):
        yield document.text[at : max(at, mark.start)]
        at = max(at, mark.end)
    yield document.text[at:]
