"""A folder of documents with a key: what seeds, demonstration, unseen, opened and held-out documents have in common."""

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from eval.building import BuildError, open_release
from eval.released import Release
from eval.report import misses, table
from eval.row import DataMissingError, Row
from eval.scorer import Scores, score_release

GENERAL_AIMS: Mapping[str, float] = {
    "structural claims F1": 0.65,
    "event reports found F1": 0.55,
    "attribution on matched claims": 0.85,
    "attribution on matched events": 0.85,
}
"""What is aimed at on documents that no rule was made for."""
_FIGURES = (
    ("claims", "structural", "structural claims F1"),
    ("claims", "all", "all claims F1"),
    ("events", "found", "event reports found F1"),
    ("events", "initiator", "initiator F1"),
    ("events", "target", "target F1"),
    ("events", "where", "where F1"),
    ("events", "when", "when F1"),
    ("events", "figures", "figures F1"),
    ("entities", "org", "organisations F1"),
    ("entities", "alias_links", "alias links F1"),
)


@dataclass(frozen=True, slots=True)
class KeyedSet:
    """Documents and their key: `name` of the measure, `data` in a few words, the folder that holds both, and from metric to aim.

    `documents` lie beside `gold.json` in the folder `documents`, unless they are named.
    """

    name: str
    data: str
    folder: Path
    aims: Mapping[str, float] = field(default_factory=dict)
    key: Path | None = None
    documents: Path | None = None

    def scored(self, release: Path | None = None) -> tuple[Release, Scores]:
        """Score a release against the key.

        Args:
            release: Its folder; None to build one.

        Returns:
            The release, tied to its key, and the scores.

        Raises:
            DataMissingError: The key or the documents are not on this machine.
            BuildError: No release could be built.
        """
        key, documents = self.key or self.folder / "gold.json", self.documents or self.folder / "documents"
        if not key.exists():
            raise DataMissingError(key)
        with tempfile.TemporaryDirectory() as workplace:
            opened = open_release(release, key=key, documents=documents, workplace=Path(workplace))
        return opened, score_release(opened)

    def measure(self) -> tuple[Row, ...]:
        """Build a release and score it.

        Returns:
            One row a figure: claims, events and their slots, attribution, traps fallen into.

        Raises:
            DataMissingError: The key or the documents are not on this machine.
            BuildError: No release could be built.
        """
        release, scores = self.scored()
        required = {part: sum(not item.get("optional") for item in release.gold.key[part]) for part in ("claims", "events")}
        return _rows(self.data, scores, required, self.aims)

    def main(self, arguments: Sequence[str] | None = None) -> int:
        """Be the command of this measure: score a release, print every figure and on request what was missed.

        Args:
            arguments: Those of the command line; None for the process's own.

        Returns:
            The exit code: 0 measured or nothing to measure, 2 no release could be built.
        """
        parser = argparse.ArgumentParser(prog=f"python -m eval.{self.name}", description=f"Measure {self.name}.")
        add_options(parser)
        options = parser.parse_args(arguments)
        try:
            self.print_scores(options)
        except DataMissingError as error:
            print(f"{self.name}: not measured. {error}")
        except BuildError as error:
            print(f"No release to score. {error}", file=sys.stderr)
            return 2
        return 0

    def print_scores(self, options: argparse.Namespace) -> Scores:
        """Score a release and print every figure.

        Args:
            options: `release`, and `misses` for what was missed and what was wrong.

        Returns:
            The scores.

        Raises:
            DataMissingError: The key or the documents are not on this machine.
            BuildError: No release could be built.
        """
        release, scores = self.scored(options.release)
        for line in chain(table(scores), misses(release, scores) if options.misses else ()):
            print(line)
        return scores


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of a keyed measure.

    Args:
        parser: Where they are added.
    """
    parser.add_argument("release", nargs="?", type=Path, help="a release of the documents; built if left out")
    parser.add_argument("--misses", action="store_true", help="list what was missed and what was wrong")


def _rows(data: str, scores: Scores, required: Mapping[str, int], aims: Mapping[str, float]) -> tuple[Row, ...]:
    figures = scores.figures
    rows = []
    for section, name, metric in _FIGURES:
        figure = figures[section][name]
        over = required.get(section, figure.get("gold", 0))
        rows.append(Row(data, metric, figure["f1"], over, reach=aims.get(metric), note=f"P {figure['p']:.3f}, R {figure['r']:.3f}"))
    for section, value, pairs in (
        ("claims", figures["claims"].get("on_matched", {}).get("attribution"), scores.claim_pairs),
        ("events", figures["events"].get("attribution_on_matched"), scores.event_pairs),
    ):
        metric = f"attribution on matched {section}"
        rows.append(Row(data, metric, value or 0.0, len(pairs), reach=aims.get(metric)))
    rows.append(
        Row(data, "traps fallen into", len(figures["traps"]["fallen"]), figures["traps"]["set"], reach=aims.get("traps fallen into"))
    )
    rows.append(Row(data, "quotations grounded", figures["grounded"], len(scores.claim_pairs) + len(scores.event_pairs), reach=1.0))
    return tuple(rows)
