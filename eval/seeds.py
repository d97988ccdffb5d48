"""The seeds: four real documents that no rule was written for, with a key coded twice independently.

`python -m eval.seeds [RELEASE] [--misses]` builds the release if none is named. The seeds lie beside the repository; where they are missing
there is nothing to measure, which is said and is no failure.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from eval.keyed import measure_keyed, print_keyed
from eval.row import SHARED, Row

SEEDS = SHARED / "seeds"
_AIMS = {
    "structural claims F1": 0.8,
    "all claims F1": 0.7,
    "event reports found F1": 0.7,
    **dict.fromkeys(("initiator F1", "target F1", "where F1", "when F1", "figures F1"), 0.6),
    "attribution on matched claims": 0.95,
    "attribution on matched events": 0.95,
    "traps fallen into": 0.0,
}


def measure() -> tuple[Row, ...]:
    """Measure the seeds.

    Returns:
        Rows with what is aimed at.

    Raises:
        DataMissingError: The seeds are not beside the repository.
    """
    return measure_keyed("four documents beside the repository", key=SEEDS / "gold.json", documents=SEEDS, aims=_AIMS)


def main(arguments: Sequence[str] | None = None, *, seeds: Path = SEEDS) -> int:
    """Score a release of the seeds and print the figures.

    Args:
        arguments: Those of the command line; None for the process's own.
        seeds: The folder with the documents and `gold.json`.

    Returns:
        The exit code: 0 measured or nothing to measure, 2 no release could be built.
    """
    return print_keyed(arguments, name="seeds", key=seeds / "gold.json", documents=seeds)


if __name__ == "__main__":
    sys.exit(main())
