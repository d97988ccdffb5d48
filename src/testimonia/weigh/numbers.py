"""Numbers: what is asked of many lines at once, as arrays. Nothing here knows what the numbers stand for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[Any]

_MIXED = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)
_NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Blocks:
    """Lines that share something: `rows` block after block, each block in the lines' order, and where each block starts in it."""

    rows: Numbers
    starts: Numbers

    @property
    def sizes(self) -> Numbers:
        """How many lines each block has."""
        return np.diff(self.starts, append=len(self.rows))

    @property
    def ends(self) -> Numbers:
        """One past the last of each block's lines in `rows`."""
        return self.starts + self.sizes

    @property
    def number(self) -> Numbers:
        """The number of its block for each of `rows`."""
        return np.repeat(np.arange(len(self.starts)), self.sizes)

    def least(self, values: Numbers) -> Numbers:
        """Give the least of each block's values.

        Args:
            values: One for each of `rows`.

        Returns:
            One for each block.
        """
        return np.minimum.reduceat(values, self.starts) if len(self.starts) else values[:0]

    def most(self, values: Numbers) -> Numbers:
        """Give the greatest of each block's values.

        Args:
            values: One for each of `rows`.

        Returns:
            One for each block.
        """
        return np.maximum.reduceat(values, self.starts) if len(self.starts) else values[:0]

    def kept(self, blocks: Numbers) -> "Blocks":
        """Leave blocks out.

        Args:
            blocks: For each block whether it stays.

        Returns:
            The others.
        """
        sizes = self.sizes
        return Blocks(self.rows[np.repeat(blocks, sizes)], np.concatenate(([0], np.cumsum(sizes[blocks])))[:-1].astype(np.int64))


def mixed(*columns: Numbers | int) -> Numbers:
    """Make one number of several, equal only where all are.

    Args:
        columns: Arrays of 64 bits of one length; numbers stand for columns of that number.

    Returns:
        64 bits a line; different lines differ but for a chance of one in 10^19.
    """
    with np.errstate(over="ignore"):
        made: Numbers = reduce(_mixed, (np.asarray(column).astype(np.uint64, copy=False) for column in columns), np.zeros(1, np.uint64))
    return made


def blocks_by(keys: Numbers, rows: Numbers | None = None, *, least: int = 1) -> Blocks:
    """Put lines with equal keys together.

    Args:
        keys: One for each of `rows`.
        rows: Lines in order, None for all.
        least: Lines that a block must have.

    Returns:
        The blocks, by key.
    """
    order = np.argsort(keys, kind="stable")
    starts = starts_of(keys[order])
    blocks = Blocks(order if rows is None else rows[order], starts)
    return blocks if least == 1 else blocks.kept(blocks.sizes >= least)


def distinct(numbers: Numbers) -> Numbers:
    """Name each number once.

    Args:
        numbers: Numbers, repeats allowed.

    Returns:
        They, sorted. It is `numpy.unique`, but at these sizes sorting is several times faster than the table that that builds.
    """
    found = np.sort(numbers)
    return found[starts_of(found)]


def starts_of(keys: Numbers) -> Numbers:
    """Say where each run of equal keys starts.

    Args:
        keys: Sorted keys.

    Returns:
        Places.
    """
    if not len(keys):
        return np.zeros(0, np.int64)
    return np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))


def stabbed(block: Numbers, low: Numbers, high: Numbers) -> tuple[Numbers, Numbers]:
    """Part the spans of every block into the fewest groups in which all share a number, as `times.stab` does with one block.

    A group opens at the first end that lies before a span begins, span after span by their ends; each span joins the last group that is
    open when its turn comes.

    Args:
        block: The block of each span, sorted.
        low: Where each begins.
        high: Where each ends.

    Returns:
        The group of each span within its block, from 0 on; and the number that the spans of its group share.
    """
    group, shared = np.zeros(len(block), np.int64), np.zeros(len(block), np.int64)
    point, opener = (np.full(int(block.max(initial=-1)) + 1, _NEVER) for _ in range(2))
    left = within = np.arange(len(block))
    turn = 0
    while len(left):
        starts = starts_of(block[left])
        open_blocks = block[left[starts]]
        point[:] = _NEVER
        point[open_blocks] = np.minimum.reduceat(high[left], starts)
        at_point = left[high[left] == point[block[left]]]
        opener[block[at_point[::-1]]] = at_point[::-1]  # the first of them, as it is written last
        within = within[point[block[within]] != _NEVER]
        asked = point[block[within]]
        later = within[(high[within] > asked) | ((high[within] == asked) & (within >= opener[block[within]]))]
        group[later], shared[later] = turn, point[block[later]]
        left, turn = left[low[left] > point[block[left]]], turn + 1
    return group, shared


def components(node: Numbers, hub: Numbers, nodes: int) -> Numbers:
    """Say which nodes hang together.

    Args:
        node: Nodes, from 0 on.
        hub: What each of those hangs on.
        nodes: How many nodes there are.

    Returns:
        For each node the least node that it hangs together with.
    """
    label = np.arange(nodes)
    by_hub = blocks_by(hub, least=2)
    if not len(by_hub.rows):
        return label
    of_hub, number = node[by_hub.rows], by_hub.number
    by_node = blocks_by(of_hub)
    named = of_hub[by_node.rows[by_node.starts]]
    while True:
        reached = by_hub.least(label[of_hub])[number]
        following = label.copy()
        following[named] = np.minimum(label[named], by_node.least(reached[by_node.rows]))
        following = following[following]
        if np.array_equal(following, label):
            return label
        label = following


def looked_up(wanted: Numbers, keys: Numbers, values: Numbers, otherwise: int = 0) -> Numbers:
    """Look numbers up in a table.

    Args:
        wanted: Keys to look up.
        keys: The table's keys, sorted.
        values: Their values.
        otherwise: The value of a key that is not there.

    Returns:
        One value for each of `wanted`.
    """
    if not len(keys):
        return np.full(len(wanted), otherwise, values.dtype)
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[place] == wanted, values[place], np.array(otherwise, values.dtype))


def spread(starts: Numbers, sizes: Numbers, wanted: Numbers) -> tuple[Numbers, Numbers]:
    """Give the lines of a table that belong to each of many things.

    Args:
        starts: For each thing its first line in the table.
        sizes: For each thing how many lines it has.
        wanted: Things, repeats allowed.

    Returns:
        Places in `wanted` and lines of the table, pair by pair.
    """
    many = sizes[wanted]
    which = np.repeat(np.arange(len(wanted)), many)
    ends = np.cumsum(many)
    return which, np.arange(len(which)) - np.repeat(ends - many, many) + starts[wanted][which]


def shares(sizes: Numbers, most: int) -> Iterator[slice]:
    """Cut lines into runs of a bounded size.

    Args:
        sizes: How much each line takes.
        most: What a run may take; a line that takes more is a run of its own.

    Yields:
        Runs in order, together all lines.
    """
    before, start = np.cumsum(sizes), 0
    while start < len(sizes):
        taken = before[start - 1] if start else 0
        end = max(start + 1, int(np.searchsorted(before, taken + most, side="right")))
        yield slice(start, end)
        start = end


def _mixed(one: Numbers, two: Numbers) -> Numbers:
    made: Numbers = one ^ two  # the only array that outlives this: columns may have millions of lines
    made *= _MIXED
    shifted = made >> _SHIFT
    shifted += np.uint64(1)
    made ^= shifted
    return made
