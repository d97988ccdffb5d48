"""Copies: documents that share their wording, so that one text in two places is never two witnesses.

1. Each text becomes its words, boilerplate left out. Of its runs of five words one in four, chosen by the run's own checksum, is looked up
across documents. A run's first holder and its neighbour are paired, so that a story carried by a thousand outlets costs a thousand pairs.
2. Of a document's pairs the few that share most of the sample are compared word by word (`overlap`), so that common phrases, which pair
everybody with everybody, cost nothing.
3. Two texts are copies if more than `SHARED` of the shorter one's words stand in the other in passages of the same order.

Translations are not found: they share no words.

Follows: Broder, "On the resemblance and containment of documents" (1997); the fixed-fraction sample is that of FracMinHash.
"""

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from testimonia.model.document import Document
from testimonia.weigh.components import Joined
from testimonia.weigh.overlap import Words, overlap_of, runs_of

RUN = 5
"""Words in a run that is looked up: long enough that few are common phrases, short enough that most survive names spelt otherwise."""

SHARED = 0.55
"""Share of the shorter text's words that the other must have; above it the two are copies. Two stories of one agency on one conflict may
have nearly half of their words in common, the background that it repeats; a story cut by 40 % and begun anew keeps three quarters."""

SAMPLE = 4
"""One run in four is looked up. A text of 40 runs is missed with a chance of 0.75**20 = 0.3 % when it shares half of them."""

LEAST_SAMPLED = 0.1
"""Share of the smaller sample that two texts must have in common to be compared. Every word of a copy may be changed with a chance of a
third before so few of its runs are left."""

FEWEST = 13
"""Texts of fewer words are too short to tell a copy from a common phrase."""

NEAREST = 8
"""Earlier documents that each is compared with: those that it shares most of the sample with. A copy shares more with its original than
with anything else, so there are seldom more than two to ask."""

Numbers = npt.NDArray[np.uint64]

_WORD = re.compile(r"\w+")
_HALF, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)  # two numbers of 32 bits in one: a run or document above, a document below


@dataclass(frozen=True, slots=True)
class Copy:
    """That a document is a copy: `group` is the first document of those that are one text, `of` another of them, `share` what they share.

    `share` is the part of the shorter one's words that stands in the other, from 0 to 1.
    """

    group: str
    of: str
    share: float


def copies_of(documents: Mapping[str, Document]) -> dict[str, Copy]:
    """Find which documents are copies of one another, in whole or in greater part.

    Args:
        documents: Documents by id, with their texts; one without text is a copy of nothing.

    Returns:
        The documents that have a copy, each with the one that it was found to share most with.
    """
    names, numbers = list(documents), _Numbers()
    texts = [words_of(document, numbers) for document in documents.values()]
    joined, best = Joined[int](), dict[int, tuple[float, int]]()
    for place, others in _likely(texts):
        for other in others:
            if joined.are_one((place, other)):
                continue
            share = overlap_of(texts[place], texts[other]).share
            if share > SHARED:
                joined.join_all([(other, place)])
                for one, two in ((place, other), (other, place)):
                    best[one] = max(best.get(one, (0.0, two)), (share, two))
    groups = {place: min(group) for group in joined.groups() for place in group}
    return {names[place]: Copy(names[groups[place]], names[best[place][1]], best[place][0]) for place in sorted(best)}


def share(left: Document, right: Document) -> float:
    """Measure how much of the shorter text's wording the other has.

    Args:
        left: A document.
        right: Another document.

    Returns:
        From 0 to 1; 0 where either text is too short to tell.
    """
    numbers = _Numbers()
    one, two = words_of(left, numbers), words_of(right, numbers)
    return 0.0 if min(len(one), len(two)) < FEWEST else overlap_of(one, two).share


def shared_passage(document: Document, other: Document) -> tuple[int, int] | None:
    """Find the longest passage that a document has in common with another.

    Args:
        document: A document with its text.
        other: Another one.

    Returns:
        Where the passage stands in the text of `document`, in code points, or None where they have none.
    """
    numbers, spans = _Numbers(), list(_spans(document))
    words = np.fromiter((numbers[document.text[start:end].casefold()] for start, end in spans), np.uint32, len(spans))
    longest = overlap_of(words, words_of(other, numbers), within=words).longest
    return None if longest is None else (spans[longest[0]][0], spans[longest[1] - 1][1])


class _Numbers(dict[str, int]):
    """The checksum of every word met, worked out once."""

    def __missing__(self, word: str) -> int:
        self[word] = number = zlib.crc32(word.encode("utf-8", "surrogatepass"))
        return number


def words_of(document: Document, numbers: Mapping[str, int]) -> Words:
    """Give a document's words as numbers, boilerplate left out.

    Args:
        document: A document with its text.
        numbers: The number of each word.

    Returns:
        One number a word, in text order; words that differ in case only are one.
    """
    words = _WORD.findall(" ".join(document.text[start:end] for start, end in _unmarked(document)).casefold())
    return np.fromiter(map(numbers.__getitem__, words), np.uint32, len(words))


def _likely(texts: list[Words]) -> Iterator[tuple[int, list[int]]]:
    """Name for each document the earlier ones that it shares most of the sample with: the first and the latest holders of its runs."""
    held, sizes = _sampled(texts)
    run, place = held >> _HALF, held & _LOW
    again = np.concatenate(([False], run[1:] == run[:-1])) if len(run) else np.zeros(0, bool)
    first = np.maximum.accumulate(np.where(again, 0, np.arange(len(run))))
    later = np.flatnonzero(again)
    distant = later[first[later] != later - 1]
    met = np.sort(np.concatenate((place[later] << _HALF | place[later - 1], place[distant] << _HALF | place[first[distant]])))
    pairs, shared = np.unique(met, return_counts=True)
    one, two = (pairs >> _HALF).astype(np.int64), (pairs & _LOW).astype(np.int64)
    enough = np.flatnonzero(shared >= LEAST_SAMPLED * np.minimum(sizes[one], sizes[two]))
    ranked = enough[np.lexsort((two[enough], -shared[enough], one[enough]))]
    starts = np.flatnonzero(np.diff(one[ranked], prepend=-1))
    for start, end in zip(starts, [*starts[1:], len(ranked)], strict=True):
        yield int(one[ranked[start]]), two[ranked[start : min(end, start + NEAREST)]].tolist()


def _sampled(texts: list[Words]) -> tuple[Numbers, npt.NDArray[np.int64]]:
    """Give the sampled runs of all texts, sorted, each with the place of its text; and how many each text has."""
    parts = []
    for place, words in enumerate(texts):
        if len(words) >= FEWEST:
            runs = runs_of(words, RUN)
            kept = np.unique(runs[runs % np.uint64(SAMPLE) == 0] >> _HALF)
            parts.append(kept << _HALF | np.uint64(place))
    held = np.concatenate(parts) if parts else np.zeros(0, np.uint64)
    sizes = np.bincount((held & _LOW).astype(np.int64), minlength=len(texts))
    held.sort()
    return held, sizes


def _spans(document: Document) -> Iterator[tuple[int, int]]:
    """Where each word stands that is no boilerplate."""
    for start, end in _unmarked(document):
        for match in _WORD.finditer(document.text, start, end):
            yield match.span()


def _unmarked(document: Document) -> Iterable[tuple[int, int]]:
    """Yield the stretches of text between marked spans."""
    at = 0
    for mark in sorted(document.marked, key=lambda mark: mark.start):
        yield at, max(at, mark.start)
        at = max(at, mark.end)
    yield at, len(document.text)
