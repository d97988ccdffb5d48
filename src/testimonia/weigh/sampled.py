"""Sampled runs of words: which texts may be copies of one another, and what is background that many stories repeat."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from testimonia.weigh.overlap import Words, runs_of

RUN = 5
"""Words in a run that is looked up: long enough that few are common phrases, short enough that most survive names spelt otherwise."""

SAMPLE = 4
"""One run in four is looked up. A text of 40 runs is missed with a chance of 0.75**20 = 0.3 % when it shares half of them."""

LEAST_SAMPLED = 0.1
"""Share of the smaller sample that two texts must have in common to be compared. A third of a copy's words may be changed, one by one,
before so few of its runs are left."""

FEWEST = 13
"""Texts of fewer words are too short to tell a copy from a common phrase."""

NEAREST = 8
"""Earlier texts that each is compared with: those that it shares most of the sample with. A copy shares more with its original than with
anything else, so there are seldom more than two to ask."""

TRAVELLED = 4
"""Texts that hold a run of background at least: with fewer nobody can tell."""

COHERENT = 0.25
"""What two holders of a run share of their samples, in the upper quarter of all: below it the run is background. Copies share more, however
they were cut."""

BETWEEN = 20
"""Words between two sampled runs of background that are taken for background too; the chance of a longer gap in it is 0.3 %."""

Signature = npt.NDArray[np.uint32]
"""The sampled runs of a text, sorted."""
Numbers = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]

_HALF, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)  # two numbers of 32 bits in one: a run or text above, a text below


class Sampled:
    """The sampled runs of many texts and who shares them; a text goes by its place."""

    def __init__(self, signatures: Sequence[Signature]) -> None:
        """Look up who shares what: a run's first holder and its neighbour are paired, so that a thousand holders make a thousand pairs."""
        held, sizes = _held(signatures)
        run, place = held >> _HALF, held & _LOW
        again = np.concatenate(([False], run[1:] == run[:-1])) if len(run) else np.zeros(0, bool)
        first = np.maximum.accumulate(np.where(again, 0, np.arange(len(run))))
        later = np.flatnonzero(again)
        distant = later[first[later] != later - 1]
        near = place[later] << _HALF | place[later - 1]
        pairs, shared = np.unique(np.concatenate((near, place[distant] << _HALF | place[first[distant]])), return_counts=True)
        self._one, self._two = (pairs >> _HALF).astype(np.int64), (pairs & _LOW).astype(np.int64)
        self._shared = shared
        self._part = shared / np.maximum(1, np.minimum(sizes[self._one], sizes[self._two]))
        self._background = _background(run[later], self._part[np.searchsorted(pairs, near)])

    def likely(self) -> Iterator[tuple[int, list[int]]]:
        """Name for each text the earlier ones that it shares most of the sample with.

        Yields:
            A text and at most `NEAREST` others, the likeliest first; texts that share next to nothing with any other are left out.
        """
        enough = np.flatnonzero(self._part >= LEAST_SAMPLED)
        ranked = enough[np.lexsort((self._two[enough], -self._shared[enough], self._one[enough]))]
        starts = np.flatnonzero(np.diff(self._one[ranked], prepend=-1)).tolist()
        for start, end in pairwise([*starts, len(ranked)]):
            yield int(self._one[ranked[start]]), self._two[ranked[start : min(end, start + NEAREST)]].tolist()

    def background(self, words: Words) -> npt.NDArray[np.bool_]:
        """Say which words of a text are background.

        Args:
            words: One of the texts.

        Returns:
            For each of its words whether it is.
        """
        runs = runs_of(words, RUN)
        own = runs >> _HALF
        at = np.minimum(np.searchsorted(self._background, own), len(self._background) - 1) if len(self._background) else None
        if at is None:
            return np.zeros(len(words), bool)
        starts = np.flatnonzero((self._background[at] == own) & (runs % np.uint64(SAMPLE) == 0))
        ends = np.where(np.diff(starts, append=len(words) * 2) <= RUN + BETWEEN, np.append(starts[1:], 0), starts + RUN)
        edges = np.bincount(starts, minlength=len(words) + 1) - np.bincount(ends, minlength=len(words) + 1)
        return np.cumsum(edges[: len(words)]) > 0


def signature_of(words: Words) -> Signature:
    """Take the sample of a text.

    Args:
        words: The text.

    Returns:
        Its sampled runs, sorted; none where it is too short.
    """
    runs = runs_of(words, RUN) if len(words) >= FEWEST else np.zeros(0, np.uint64)
    return np.unique(runs[runs % np.uint64(SAMPLE) == 0] >> _HALF).astype(np.uint32)


def _held(signatures: Sequence[Signature]) -> tuple[Numbers, Places]:
    """Give the sampled runs of all texts, sorted, each with the place of its text; and how many each text has."""
    sizes = np.array([len(one) for one in signatures], np.int64)
    runs = np.concatenate(signatures) if len(signatures) else np.zeros(0, np.uint32)
    held = runs.astype(np.uint64) << _HALF | np.repeat(np.arange(len(sizes)), sizes).astype(np.uint64)
    held.sort()
    return held, sizes


def _background(runs: Numbers, parts: npt.NDArray[np.float64]) -> Numbers:
    """Give the runs whose neighbouring holders share little: `runs` are sorted, and `parts` says what each two neighbours share."""
    order = np.lexsort((parts, runs))
    starts = np.flatnonzero(np.concatenate(([True], runs[1:] != runs[:-1]))) if len(runs) else np.zeros(0, np.int64)
    sizes = np.diff(starts, append=len(runs))
    upper = parts[order][starts + sizes * 3 // 4] if len(runs) else np.zeros(0)
    return runs[starts[(sizes >= TRAVELLED - 1) & (upper < COHERENT)]]
