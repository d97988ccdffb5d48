"""Measure a folder of documents against its key: what seeds, demonstration, unseen and held-out documents have in common."""

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

from eval.building import BuildError, open_release
from eval.report import misses, table
from eval.row import DataMissingError, Row
from eval.scorer import Scores, score_release

AIMS: Mapping[str, float] = {}
"""Where nothing is aimed at."""
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


def measure_keyed(data: str, *, key: Path, documents: Path, aims: Mapping[str, float] = AIMS) -> tuple[Row, ...]:
    """Build a release of a folder and score it against its key.

    Args:
        data: What the documents are, in a few words.
        key: The gold key.
        documents: The folder of documents.
        aims: From a metric's name to the figure aimed at.

    Returns:
        One row a figure: claims, events and their slots, attribution, traps fallen into.

    Raises:
        DataMissingError: The key or the documents are not on this machine.
        BuildError: No release could be built.
    """
    if not key.exists():
        raise DataMissingError(key)
    with tempfile.TemporaryDirectory() as workplace:
        release = open_release(None, key=key, documents=documents, workplace=Path(workplace))
        scores = score_release(release)
    required = {part: sum(not item.get("optional") for item in release.gold.key[part]) for part in ("claims", "events")}
    return _rows(data, scores, required, aims)


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


def print_keyed(arguments: Sequence[str] | None, *, name: str, key: Path, documents: Path) -> int:
    """Be the command of a keyed measure: score a release, print every figure and on request what was missed.

    Args:
        arguments: Those of the command line; None for the process's own.
        name: The measure's name.
        key: The gold key.
        documents: The folder of documents.

    Returns:
        The exit code: 0 measured or nothing to measure, 2 no release could be built.
    """
    parser = argparse.ArgumentParser(prog=f"python -m eval.{name}", description=f"Measure {name}.")
    parser.add_argument("release", nargs="?", type=Path, help="a release of the documents; built if left out")
    parser.add_argument("--misses", action="store_true", help="list what was missed and what was wrong")
    options = parser.parse_args(arguments)
    if not key.exists():
        print(f"{name}: not measured. {DataMissingError(key)}")
        return 0
    with tempfile.TemporaryDirectory() as workplace:
        try:
            release = open_release(options.release, key=key, documents=documents, workplace=Path(workplace))
        except BuildError as error:
            print(f"No release to score. {error}", file=sys.stderr)
            return 2
    scores = score_release(release)
    for line in chain(table(scores), misses(release, scores) if options.misses else ()):
        print(line)
    return 0
