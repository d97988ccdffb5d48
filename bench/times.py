"""How fast dates are parsed and compared, on one core: EDTF expressions and comparisons a second.

`python -m bench.times [REPEATS]`
"""

import sys
import time
from collections.abc import Callable, Sequence
from itertools import product

from bench.figures import Figure, print_figures
from bench.read import one_core

from testimonia.model.edtf import parse_edtf
from testimonia.model.valid_time import contains, contradicts, overlaps, valid_time

REPEATS = 2_000
ROUNDS = 5
"""The fastest of so many rounds counts: what a shared machine does meanwhile only ever slows."""
PARSES_A_SECOND = 200_000
"""What parsing must reach on one core."""
PLAIN = ("2018-03-30", "2005", "2005-06", "2024-02-19")
OTHERS = ("2000-09~", "2010/2011", "../2007", "2023-10-07/..", "199X", "XXXX-09-26", "2011-21", "[1994,1996]", "2004-06-XX", "2004?-06")


def measure(repeats: int = REPEATS) -> list[Figure]:
    """Parse a mix of expressions as claims have them, then each kind, then compare them.

    Args:
        repeats: How often each expression is parsed in a round.

    Returns:
        The figures, per second of processor time.
    """
    mix = (*PLAIN, *PLAIN, *OTHERS)  # harder than texts: of the dates in the development sets' keys three in four are plain
    times = [valid_time(edtf, mode="within") for edtf in mix]
    pairs = list(product(times, times))

    def parse(expressions: Sequence[str]) -> float:
        def once() -> None:
            for _ in range(repeats):
                for edtf in expressions:
                    parse_edtf(edtf)

        return repeats * len(expressions) / _fastest(once)

    def compare() -> None:
        for left, right in pairs:
            overlaps(left, right)
            contains(left, right)
            contradicts(left, right)

    return [
        Figure("expressions parsed", parse(mix), "a second", PARSES_A_SECOND),
        Figure("plain dates alone", parse(PLAIN), "a second"),
        Figure("intervals, masks, sets and seasons alone", parse(OTHERS), "a second", PARSES_A_SECOND),
        Figure("comparisons, both sides parsed", 3 * len(pairs) / _fastest(compare), "a second"),
    ]


def _fastest(run: Callable[[], None]) -> float:
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return min(taken)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code: 0 where the floor is kept, else 1.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    one_core()
    return print_figures("dates, one core", measure(int(given[0]) if given else REPEATS))


if __name__ == "__main__":
    sys.exit(main())
