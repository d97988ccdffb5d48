"""Run the measures of accuracy and write docs/reference/accuracy.md.

`python -m eval.accuracy [NAME ...]` runs those named, or all. Figures of measures that were not run, or whose data is not on this machine,
stay as they were last measured: they are kept in `eval/accuracy.json`, and the page is written from there.
"""

import argparse
import importlib
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from eval.building import ROOT
from eval.row import DataMissingError, Row

MEASURES = (
    *("seeds", "gate", "unseen", "opened", "heldout", "probe", "muc4", "attribution", "relations", "dates", "group_names", "spans"),
    *("names", "places", "ties"),
)
"""Modules of `eval/` with a function `measure() -> tuple[Row, ...]`, in the order of the page."""
KEPT = ROOT / "eval" / "accuracy.json"
PAGE = ROOT / "docs" / "reference" / "accuracy.md"
_HEAD = """# Accuracy

Written by `make accuracy`; do not edit. Each table is made by the command above it. Figures on documents that rules were developed with are
development figures; only those on documents kept apart say how well an unseen text is read.
"""


def main(arguments: Sequence[str] | None = None, *, kept: Path = KEPT, page: Path = PAGE) -> int:
    """Run measures and write the page.

    Args:
        arguments: Those of the command line; None for the process's own.
        kept: The file of figures.
        page: The page to write.

    Returns:
        The exit code: 0 all ran, 1 some had no data here, 2 wrong use.
    """
    parser = argparse.ArgumentParser(prog="python -m eval.accuracy", description="Measure accuracy and write the page.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(MEASURES)}; all without one")
    parser.add_argument("--page-only", action="store_true", help="write the page from the figures kept")
    options = parser.parse_args(arguments)
    unknown = [name for name in options.names if name not in MEASURES]
    if unknown:
        print(f"no such measure: {', '.join(unknown)}; there are {', '.join(MEASURES)}", file=sys.stderr)
        return 2
    figures: dict[str, list[dict[str, Any]]] = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
    missing = 0
    for name in () if options.page_only else options.names or MEASURES:
        try:
            rows: tuple[Row, ...] = importlib.import_module(f"eval.{name}").measure()
        except DataMissingError as error:
            print(f"{name}: not measured. {error}")
            missing += 1
            continue
        figures[name] = [asdict(row) for row in rows]
        for row in rows:
            print(f"{name}: {row.data}: {row.metric} {row.value:.3f} (of {row.of:,})")
        _save(figures, kept)
    page.write_text(write_page(figures), "utf-8")
    return 1 if missing else 0


def write_page(figures: dict[str, list[dict[str, Any]]]) -> str:
    """Write the page of figures.

    Args:
        figures: Rows of each measure, as kept.

    Returns:
        Markdown; measures in the order of `MEASURES`, those without figures left out.
    """
    parts = [_HEAD]
    for name in MEASURES:
        if name not in figures:
            continue
        what = (importlib.import_module(f"eval.{name}").__doc__ or "").strip().partition("\n")[0]
        parts.append(f"## {what.rstrip('.')}\n\n`uv run python -m eval.{name}`\n")
        parts.append(_table([Row(**row) for row in figures[name]]))
    return "\n".join(parts)


def _table(rows: Sequence[Row]) -> str:
    lines = ["| data | metric | figure | over | others | aim |", "|---|---|---|---|---|---|"]
    for row in rows:
        aim = "" if row.reach is None else f"{row.reach:.3f}"
        data = row.data if not row.note else f"{row.data} ({row.note})"
        lines.append(f"| {data} | {row.metric} | {row.value:.3f} | {row.of:,} | {row.others} | {aim} |")
    return "\n".join([*lines, ""])


def _save(figures: dict[str, list[dict[str, Any]]], kept: Path) -> None:
    ordered = {name: figures[name] for name in MEASURES if name in figures}
    kept.write_text(json.dumps(ordered, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
