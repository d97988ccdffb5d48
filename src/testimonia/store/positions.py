"""Number the records of a list so that, when the list changes, most records keep their numbers.

A row whose number changed would be another row, and its former self would have to be kept: one claim more at the beginning of a document
would rewrite all claims after it. Numbers are given with room between them instead.
"""

from bisect import bisect_left
from collections.abc import Sequence

ROOM = 64
"""Between two numbers given at once; so many records can come between two others before numbers of neighbours have to change."""


def numbered(former: Sequence[int | None]) -> list[int]:
    """Number records in their order.

    Args:
        former: The number that each record had, None for a new one.

    Returns:
        Ascending numbers; as many records as can keep theirs.
    """
    numbers: list[int] = []
    for at in _longest_ascending(former):
        own = former[at]
        if own is not None:
            missing = at - len(numbers)
            if not numbers:
                numbers = [own - ROOM * (missing - place) for place in range(missing)] + [own]
            elif own - numbers[-1] > missing:
                low, room = numbers[-1], own - numbers[-1]
                numbers += [low + room * (place + 1) // (missing + 1) for place in range(missing)] + [own]
            # Else there is no room before this one: it gives up its number, and is numbered with the next that keeps its own.
    first = numbers[-1] + ROOM if numbers else 0
    return numbers + [first + ROOM * place for place in range(len(former) - len(numbers))]


def _longest_ascending(former: Sequence[int | None]) -> list[int]:
    """Give the places of the longest ascending run of numbers, as patience sorting finds it."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for at, number in enumerate(former):
        if number is not None:
            pile = bisect_left(tails, number)
            before[at] = ends[pile - 1] if pile else None
            tails[pile : pile + 1] = [number]
            ends[pile : pile + 1] = [at]
    run: list[int] = []
    at_last: int | None = ends[-1] if ends else None
    while at_last is not None:
        run.append(at_last)
        at_last = before[at_last]
    return run[::-1]
