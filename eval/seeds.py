"""Measure the seeds: four real documents that no rule was written for, with a key coded twice independently.

`python -m eval.seeds [RELEASE]` builds the release if none is named, prints every figure, and holds no floors. The seeds lie beside the
repository; where they are missing there is nothing to measure, which is said and is no failure.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from eval.building import ROOT, BuildError, open_release
from eval.report import misses, table
from eval.scorer import score_release

SEEDS = ROOT.parent / "shared" / "seeds"


def main(arguments: Sequence[str] | None = None, *, seeds: Path = SEEDS) -> int:
    """Score a release of the seeds and print the figures.

    Args:
        arguments: Those of the command line; None for the process's own.
        seeds: The folder with the documents and `gold.json`.

    Returns:
        The exit code: 0 measured or nothing to measure, 2 no release could be built.
    """
    options = _options(arguments)
    if not (seeds / "gold.json").exists():
        print(f"seeds: not measured, {seeds.parent.name}/{seeds.name} is not beside this repository")
        return 0
    with tempfile.TemporaryDirectory() as workplace:
        try:
            release = open_release(options.release, key=seeds / "gold.json", documents=seeds, workplace=Path(workplace))
        except BuildError as error:
            print(f"No release to score. {error}", file=sys.stderr)
            return 2
    scores = score_release(release)
    for line in chain(table(scores), misses(release, scores) if options.misses else ()):
        print(line)
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m eval.seeds", description="Measure the seeds.")
    parser.add_argument("release", nargs="?", type=Path, help="a release of the seeds; built if left out")
    parser.add_argument("--misses", action="store_true", help="list what was missed and what was wrong")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
