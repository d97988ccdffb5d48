"""Show how far a long run has come, on standard error and only where somebody is watching."""

import sys
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 2.0
"""Seconds before anything is shown: a short run needs no bar."""


class ProgressBar:
    """One bar a stage. Give `report` to the pipeline; use the bar as a context manager, so that the terminal is left clean."""

    def __init__(self, *, quiet: bool = False) -> None:
        """Prepare a bar, without showing it.

        Args:
            quiet: Never show anything.
        """
        self._watched = not quiet and sys.stderr.isatty()
        self._begun = monotonic()
        self._bar: Progress | None = None
        self._tasks: dict[str, TaskID] = {}

    def report(self, stage: str, done: int, total: int | None) -> None:
        """Take note of how far a stage has come.

        Args:
            stage: The stage's name, such as `read`.
            done: Documents, or whatever the stage counts, that are finished.
            total: How many there are, None where nobody knows yet.
        """
        if not self._watched or monotonic() - self._begun < PATIENCE:
            return
        bar = self._bar or self._show()
        if stage not in self._tasks:
            for task in self._tasks.values():
                bar.stop_task(task)
            self._tasks[stage] = bar.add_task(stage, total=total)
        bar.update(self._tasks[stage], completed=done, total=total)

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def _show(self) -> "Progress":
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        from testimonia.cli.output import messages

        columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._bar = Progress(*columns, console=messages(), transient=True)
        self._bar.start()
        return self._bar
