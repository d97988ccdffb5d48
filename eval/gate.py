"""Score the demonstration against its key and fail where a figure lies below its floor.

`python -m eval.gate [RELEASE]` builds the release if none is named. `--update` raises floors to what is measured and lowers none;
`--allow-regression REASON` sets them to what is measured and keeps the reason.
Exit codes: 0 all floors hold, 1 one does not, 2 wrong use or no release.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from eval.building import ROOT, BuildError
from eval.floors import Floors, below, digest, guarded, load_floors, lowered, raised, save_floors
from eval.keyed import KeyedSet, add_options

DOCUMENTS = ROOT / "demo" / "documents"
KEY = ROOT / "eval" / "gold" / "demo.json"
FLOORS = ROOT / "eval" / "floors.json"


SET = KeyedSet("gate", "the demonstration, ten documents of seven conflicts; development", KEY.parent, key=KEY, documents=DOCUMENTS)
measure = SET.measure


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code.
    """
    options = _options(arguments)
    if options.release is not None and not options.release.is_dir():
        print(f"{options.release}: no such folder; name a release, or none to have one built", file=sys.stderr)
        return 2
    try:
        scores = SET.print_scores(options)
    except BuildError as error:
        print(f"No release to score. {error}", file=sys.stderr)
        return 2
    return _judge(guarded(scores.figures), options)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m eval.gate", description="Score the demonstration and hold its floors.")
    add_options(parser)
    parser.add_argument("--floors", type=Path, default=FLOORS, help="the file of floors")
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--update", action="store_true", help="raise floors to what is measured; lowers none")
    change.add_argument("--allow-regression", metavar="REASON", help="set floors to what is measured, lower ones too, and keep the reason")
    return parser.parse_args(arguments)


def _judge(measured: dict[str, float], options: argparse.Namespace) -> int:
    floors, corpus = load_floors(options.floors), digest([DOCUMENTS, KEY])
    if options.allow_regression is not None:
        floors = lowered(measured, floors, corpus=corpus, reason=options.allow_regression)
        save_floors(floors, options.floors)
    elif options.update:
        floors = raised(measured, floors, corpus=corpus)
        save_floors(floors, options.floors)
    return _say(below(measured, floors), floors, corpus=corpus)


def _say(failures: list[str], floors: Floors, *, corpus: str) -> int:
    if floors.corpus != corpus:
        failures = [*failures, "corpus: documents or key have changed since the floors were set; look at the figures, then --update"]
    for line in failures:
        print(f"BELOW  {line}")
    print("gate: fails" if failures else f"gate: holds ({len(floors.floors)} floors)")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
