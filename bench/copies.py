"""How well and how fast copies are found among edited wire stories whose truth is known, and how the cost grows with their number.

`python -m bench.copies [NUMBER ...]`; each number is measured in a process of its own.
"""

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from math import comb

from bench.figures import Figure, print_figures
from bench.stories import collection

from testimonia.weigh.copies import copies_of

NUMBERS = (1_000, 10_000, 100_000)
DOCUMENTS, SECONDS = 100_000, 300
"""So many documents of 3 kB are to be searched in so many seconds."""
RECALL, PRECISION = 0.95, 0.99
"""Shares of pairs of documents: of those that tell one story, found; and of those found, telling one story."""


def search(number: int) -> dict[str, float]:
    """Search a collection and compare what was found with the truth.

    Args:
        number: How many documents.

    Returns:
        Recall and precision over pairs of documents, seconds of wall time, and how many pairs there are.
    """
    made = collection(number)
    start = time.perf_counter()
    copies = copies_of(made.documents)
    seconds = time.perf_counter() - start
    groups = {name: copies[name].group if name in copies else name for name in made.documents}
    true, found = _pairs(made.story_of), _pairs(groups)
    both = _pairs({name: (made.story_of[name], groups[name]) for name in made.documents})
    return {"recall": both / true, "precision": both / found, "seconds": seconds, "pairs": true}


def _pairs(label: Mapping[str, object]) -> int:
    return sum(comb(held, 2) for held in Counter(label.values()).values())


_SEARCH = """
import json, resource, sys
from bench.copies import search
told = search(int(sys.argv[1]))
print(json.dumps({**told, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))
"""


def measure(numbers: Sequence[int] = NUMBERS) -> list[Figure]:
    """Measure accuracy, time and memory.

    Args:
        numbers: How many documents, each in a process of its own.

    Returns:
        The figures; memory includes the texts.
    """
    figures = []
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kibibytes elsewhere
    for number in numbers:
        told = json.loads(subprocess.run([sys.executable, "-c", _SEARCH, str(number)], capture_output=True, text=True, check=True).stdout)
        figures += [
            Figure(f"{number:,} documents, pairs of copies found (per cent)", 100 * told["recall"], "%", 100 * RECALL),
            Figure(f"{number:,} documents, pairs found that are copies (per cent)", 100 * told["precision"], "%", 100 * PRECISION),
            Figure(f"{number:,} documents searched", told["seconds"], "s", SECONDS if number == DOCUMENTS else None, at_most=True),
            Figure(f"{number:,} documents, memory at the peak", told["peak"] * unit / 1e6, "MB"),
        ]
    return figures


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code: 0 where the bounds are kept, else 1.
    """
    given = [int(word) for word in (sys.argv[1:] if arguments is None else arguments)]
    return print_figures("copies", measure(given or NUMBERS))


if __name__ == "__main__":
    sys.exit(main())
