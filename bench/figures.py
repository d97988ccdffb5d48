"""Figures: what was measured, against which floor, as a table for the terminal and for the page."""

import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value. `wanted` is what it must reach (`at least`, `at most`), None where there is no floor."""

    what: str
    value: float
    unit: str
    wanted: float | None = None
    at_most: bool = False

    @property
    def holds(self) -> bool:
        """Whether the floor is kept; true where there is none."""
        if self.wanted is None:
            return True
        return self.value <= self.wanted if self.at_most else self.value >= self.wanted


def machine() -> str:
    """Describe the machine in a few words.

    Returns:
        Processor, cores that may be used, system and Python.
    """
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        named = [line.split(":", 1)[1].strip() for line in info.read_text("utf-8").splitlines() if line.startswith("model name")]
        model = named[0] if named else model
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{model}, {cores} cores, {platform.system()}, Python {platform.python_version()}"


def rows(figures: Iterable[Figure]) -> list[tuple[str, str, str]]:
    """Lay figures out.

    Args:
        figures: What was measured.

    Returns:
        What, the value with its unit, and what was wanted.
    """
    laid = []
    for figure in figures:
        bound = "" if figure.wanted is None else f"{'at most' if figure.at_most else 'at least'} {figure.wanted:,.0f}"
        verdict = "" if figure.holds else " (missed)"
        laid.append((figure.what, f"{figure.value:,.{_digits(figure.value)}f} {figure.unit}".strip(), bound + verdict))
    return laid


def _digits(value: float) -> int:
    return 0 if value >= 100 else 1 if value >= 10 else 2


def markdown(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """Write a table in Markdown.

    Args:
        head: Names of the columns.
        lines: The cells.

    Returns:
        The table, with a line feed at its end.
    """
    return "\n".join("| " + " | ".join(line) + " |" for line in [head, ["---"] * len(head), *lines]) + "\n"


def print_figures(what: str, figures: Sequence[Figure]) -> int:
    """Print figures, as the end of a measuring command.

    Args:
        what: What was measured, for the head of the table.
        figures: What was measured.

    Returns:
        The exit code: 0 where every bound is kept, else 1.
    """
    print(markdown((what, "measured", "wanted"), rows(figures)))
    return 0 if all(figure.holds for figure in figures) else 1
