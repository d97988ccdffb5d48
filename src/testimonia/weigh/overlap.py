"""Overlap: how much of one text's wording stands in another, passage by passage, though names are spelt otherwise and words changed."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Words = npt.NDArray[np.uint32]
"""A text, one number a word."""

STITCH = 3
"""Words in a row that both texts must have; passages are sewn together of them."""

BRIDGED = 4
"""Changed words inside a passage, as many in the one text as in the other, that do not end it: a name spelt otherwise, a word
replaced."""

PASSAGE = 8
"""Words that a passage has at least. Shorter ones are common phrases."""

_FACTORS = np.array([0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F], np.uint64)
"""Odd numbers whose bits look random: runs of words become one number each, and different runs nearly always different ones."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts have in common: `share` of the shorter one's words, and where the `longest` passage stands, first word and past it."""

    share: float
    longest: tuple[int, int] | None


def overlap_of(one: Words, two: Words, *, within: Words | None = None) -> Overlap:
    """Measure how much of the shorter text stands in the other.

    Args:
        one: A text.
        two: Another text.
        within: The one of the two in which passages are to be placed; the shorter one where None.

    Returns:
        The share, of the words of `within` where that is given; nothing in common where either text is shorter than a passage.
    """
    if within is None:
        within = one if len(one) <= len(two) else two
    other = two if within is one else one
    if min(len(one), len(two)) < PASSAGE:
        return Overlap(0.0, None)
    starts, ends = _passages(runs_of(within, STITCH), runs_of(other, STITCH))
    if not len(starts):
        return Overlap(0.0, None)
    edges = np.bincount(starts, minlength=len(within) + 1) - np.bincount(ends, minlength=len(within) + 1)
    longest = int(np.argmax(ends - starts))
    return Overlap(float(np.count_nonzero(np.cumsum(edges)) / len(within)), (int(starts[longest]), int(ends[longest])))


def runs_of(words: Words, length: int) -> npt.NDArray[np.uint64]:
    """Give a number for each run of words.

    Args:
        words: A text.
        length: Words in a run, at most five.

    Returns:
        One number a run, in text order; none where the text is shorter than a run.
    """
    number = max(0, len(words) - length + 1)
    made = np.zeros(number, np.uint64)
    wide = (words.astype(np.uint64) + np.uint64(1)) * _FACTORS[4]
    wide ^= wide >> np.uint64(29)
    for place in range(length):
        made += wide[place : place + number] * _FACTORS[place]
    return made ^ made >> np.uint64(32)


def _passages(own: npt.NDArray[np.uint64], others: npt.NDArray[np.uint64]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Find the passages of a text that stand in another: matching runs at one distance from one another, with small gaps between."""
    order = np.argsort(others, kind="stable")
    found = np.minimum(np.searchsorted(others, own, sorter=order), len(others) - 1)
    at = np.flatnonzero(others[order[found]] == own)
    shift = order[found[at]] - at
    row = np.lexsort((at, shift))
    at, shift = at[row], shift[row]
    begins = (np.diff(shift, prepend=shift[:1] - 1) != 0) | (np.diff(at, prepend=at[:1]) > STITCH + BRIDGED)
    first = np.flatnonzero(begins)
    last = np.append(first[1:], len(at)) - 1
    starts, ends = at[first], at[last] + STITCH
    long = ends - starts >= PASSAGE
    return starts[long], ends[long]
