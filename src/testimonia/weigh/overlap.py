"""Overlap: how much of one text's wording stands in another, passage by passage, though names are spelt otherwise and words changed."""

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


def covered(text: Words, other: Words) -> npt.NDArray[np.bool_]:
    """Say which words of a text stand in passages that another has too.

    Args:
        text: A text.
        other: Another text.

    Returns:
        For each word of `text` whether it does.
    """
    starts, ends = passages(text, other)
    edges = np.bincount(starts, minlength=len(text) + 1) - np.bincount(ends, minlength=len(text) + 1)
    return np.cumsum(edges[: len(text)]) > 0


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


def passages(text: Words, other: Words) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Find the passages of a text that stand in another: matching words at one distance from one another, with small gaps between.

    Args:
        text: A text.
        other: Another text.

    Returns:
        The first word of each passage, and the word past it; two passages may share words.
    """
    own, others = runs_of(text, STITCH), runs_of(other, STITCH)
    if not len(others):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    order = np.argsort(others, kind="stable")
    found = np.minimum(np.searchsorted(others, own, sorter=order), len(others) - 1)
    at = np.flatnonzero(others[order[found]] == own)
    if not len(at):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    shift = order[found[at]] - at
    row = np.lexsort((at, shift))
    at, shift = at[row], shift[row]
    begins = (np.diff(shift, prepend=shift[:1] - 1) != 0) | (np.diff(at, prepend=at[:1]) > STITCH + BRIDGED)
    first = np.flatnonzero(begins)
    last = np.append(first[1:], len(at)) - 1
    starts, ends = at[first], at[last] + STITCH
    long = ends - starts >= PASSAGE
    return starts[long], ends[long]
