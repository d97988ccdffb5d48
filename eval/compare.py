"""Set our scorer's figures beside those of the reference scorer, on one release of the seeds.

`python -m eval.compare RELEASE` prints every figure on which the two differ and exits 1 if there is one. The reference breaks ties between
entities by the order of a set, so it is run several times; a figure that it gives differently from run to run is left out, which is said.
Where the reference scorer is not beside the repository there is nothing to compare, which is said too and is no failure.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from eval.building import ROOT
from eval.key import load_gold, plain_texts
from eval.released import load_release
from eval.scorer import score_release

SHARED = ROOT.parent / "shared"
_RUNS = 8
"""Runs of the reference, each with its own seed of the string hash; a tie of two shows in all but one of 128 comparisons."""


def main(arguments: Sequence[str] | None = None, *, shared: Path = SHARED) -> int:
    """Compare the two scorers.

    Args:
        arguments: The release's folder; None for the process's own arguments.
        shared: The folder with `score/score.py` and `seeds/`.

    Returns:
        The exit code: 0 equal or nothing to compare, 1 different, 2 wrong use.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    if len(given) != 1:
        print("use: python -m eval.compare RELEASE", file=sys.stderr)
        return 2
    reference = shared / "score" / "score.py"
    if not reference.exists():
        print(f"compare: nothing to compare, {shared.name}/score is not beside this repository")
        return 0
    seeds, release = shared / "seeds", Path(given[0])
    theirs, *others = (_reference_figures(reference, release=release, seeds=seeds, run=run) for run in range(_RUNS))
    unsteady = {path for other in others for path, _ in differences(other, theirs)}
    gold = load_gold(seeds / "gold.json", plain_texts(seeds))
    mine = json.loads(json.dumps(score_release(load_release(release, gold)).figures))
    lines = [line for path, line in differences(mine, theirs) if path not in unsteady]
    for line in [*lines, *(f"{path}: left out, the reference gives it differently from run to run" for path in sorted(unsteady))]:
        print(line)
    print(f"compare: {len(lines)} figures differ" if lines else "compare: every figure is the same")
    return 1 if lines else 0


def differences(mine: Any, theirs: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """Give every place where two nested figures differ.

    Args:
        mine: Our figures.
        theirs: The others'.
        at: The path so far.

    Yields:
        For each its path, and a line with the path and both figures.
    """
    if isinstance(mine, dict) and isinstance(theirs, dict):
        for name in [*theirs, *(n for n in mine if n not in theirs)]:
            yield from differences(mine.get(name), theirs.get(name), f"{at}.{name}" if at else name)
    elif mine != theirs:
        yield at, f"{at}: {mine} against {theirs}"


def _reference_figures(script: Path, *, release: Path, seeds: Path, run: int) -> Any:
    command = [sys.executable, str(script), str(release), str(seeds / "gold.json"), str(seeds), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": str(run)})
    return json.loads(done.stdout)


if __name__ == "__main__":
    sys.exit(main())
