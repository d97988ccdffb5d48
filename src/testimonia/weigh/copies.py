"""Copies: documents that share their wording, so that one text in two places is never two witnesses.

Each text becomes the set of its runs of eight words, boilerplate left out. Runs whose checksum is divisible by four are looked up across
documents; a run's first holder and its neighbour are paired, so that a story carried by a thousand outlets costs a thousand pairs. Of a
document's pairs the few that share most runs are compared exactly, so that common phrases, which pair everybody with everybody, cost
nothing. Translations are not found.

Follows: Broder, "On the resemblance and containment of documents" (1997); the fixed-fraction sample is that of FracMinHash.
"""

import re
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise
from typing import TypeAlias

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

NEAREST = 8
"""Earlier documents that each is compared with exactly: those that it shares most of the sample with. A copy shares half or more with its
original, so there are seldom more than two to ask."""

Runs: TypeAlias = "array[int]"
"""Sorted checksums; a set of them takes fifteen times as much memory."""

_WORD = re.compile(r"\w+")
_HALF, _LOW = 32, 0xFFFFFFFF  # two numbers of 32 bits in one: a run or document above, a document below


def copies_of(documents: Mapping[str, Document]) -> dict[str, str]:
    """Find which documents are copies of one another, in whole or in greater part.

    Args:
        documents: Documents by id, with their texts; one without text is a copy of nothing.

    Returns:
        For each document that has a copy, the id of the first document of its group.
    """
    names = list(documents)
    runs = [_packed(runs_of(document)) for document in documents.values()]
    edges = [(other, place) for place, others in _likely(runs) for other in others if _share(runs[other], runs[place]) > SHARED]
    groups = connected(sorted({end for edge in edges for end in edge}), edges)
    return {names[place]: names[group[0]] for group in groups for place in group}


def share(left: Document, right: Document) -> float:
    """Measure how much of the shorter text's wording the other has.

    Args:
        left: A document.
        right: Another document.

    Returns:
        From 0 to 1; 0 where either text is too short to tell.
    """
    return _share(_packed(runs_of(left)), _packed(runs_of(right)))


def runs_of(document: Document) -> frozenset[int]:
    """Give the checksums of a document's runs of eight words, boilerplate left out.

    Args:
        document: A document with its text.

    Returns:
        Checksums; empty for a text of fewer than eight words.
    """
    words = [word.encode("utf-8", "surrogatepass") for word in _WORD.findall(" ".join(_unmarked(document)).casefold())]
    return frozenset(zlib.crc32(b" ".join(words[at : at + RUN])) for at in range(len(words) - RUN + 1))


def _likely(runs: Sequence[Runs]) -> Iterable[tuple[int, list[int]]]:
    """Name for each document the earlier ones that it shares most of the sample with: the first and the latest holders of its runs."""
    held = sorted(run << _HALF | place for place, own in enumerate(runs) if len(own) >= FEWEST for run in own if run % SAMPLE == 0)
    met = array("Q")
    for _, entries in groupby(held, key=lambda entry: entry >> _HALF):
        holders = [entry & _LOW for entry in entries]
        for before, place in pairwise(holders):
            met.extend({place << _HALF | holders[0], place << _HALF | before})
    for place, pairs in groupby(sorted(met), key=lambda pair: pair >> _HALF):
        shared = Counter(pair & _LOW for pair in pairs)
        yield place, sorted(shared, key=lambda other: (-shared[other], other))[:NEAREST]


def _packed(runs: frozenset[int]) -> Runs:
    return array("I", sorted(runs))


def _share(one: Runs, two: Runs) -> float:
    smaller = min(len(one), len(two))
    return 0.0 if smaller < FEWEST else sum(map(frozenset(one).__contains__, two)) / smaller


def _unmarked(document: Document) -> Iterable[str]:
    """Yield the stretches of text between marked spans."""
    at = 0
    for mark in sorted(document.marked, key=lambda mark: mark.start):
        yield document.text[at : max(at, mark.start)]
        at = max(at, mark.end)
    yield document.text[at:]
