"""Six further documents: written and coded before the rules read them, then read with care and mended for.

`python -m eval.unseen [RELEASE] [--misses]` builds the release if none is named.
"""

import sys
from collections.abc import Sequence

from eval.keyed import measure_keyed, print_keyed
from eval.row import ROOT, Row

FOLDER = ROOT / "eval" / "unseen"
_AIMS = {
    "structural claims F1": 0.65,
    "event reports found F1": 0.55,
    "attribution on matched claims": 0.85,
    "attribution on matched events": 0.85,
}


def measure() -> tuple[Row, ...]:
    """Measure these documents.

    Returns:
        Rows with what is aimed at.
    """
    data = "six documents of six conflicts and genres, development since"
    return measure_keyed(data, key=FOLDER / "gold.json", documents=FOLDER / "documents", aims=_AIMS)


def main(arguments: Sequence[str] | None = None) -> int:
    """Score a release of these documents and print the figures.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code: 0 measured, 2 no release could be built.
    """
    return print_keyed(arguments, name="unseen", key=FOLDER / "gold.json", documents=FOLDER / "documents")


if __name__ == "__main__":
    sys.exit(main())
