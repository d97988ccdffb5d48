"""Where the command line prints: results to standard output, everything said meanwhile to standard error."""

import os
import sys
from collections.abc import Sequence
from functools import cache

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from testimonia.cli.escaping import visible, visible_json

PIPED_COLUMNS = 120
"""Width of a table that goes into a file or another program, unless COLUMNS says otherwise."""


class _Console(Console):
    """A console that ends quietly when whoever reads its output has seen enough, as `head` does."""

    def on_broken_pipe(self) -> None:
        close_quietly()
        raise SystemExit(0)


def close_quietly() -> None:
    """Send what is still to be written to standard output nowhere, so that not even the end of Python complains."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


@cache
def results() -> Console:
    """Give the console for results.

    Returns:
        A console on standard output, as wide as the terminal.
    """
    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else PIPED_COLUMNS
    return _Console(width=width, markup=False, emoji=False, highlight=False)


@cache
def messages() -> Console:
    """Give the console for progress and messages.

    Returns:
        A console on standard error.
    """
    return Console(stderr=True, markup=False, emoji=False, highlight=False)


def say(message: str) -> None:
    """Print a line that is no result.

    Args:
        message: What to say; may hold words from documents.
    """
    messages().print(Text(visible(message)), soft_wrap=True)


def write_line(line: str = "", *, style: str = "") -> None:
    """Print one line of a result.

    Args:
        line: The line; may hold words from documents.
        style: How it looks, in the words of rich.
    """
    results().print(Text(visible(line), style=style), soft_wrap=True)


def write_json(value: object) -> None:
    """Print a result for programs.

    Args:
        value: What JSON can hold.
    """
    results().print(Text(visible_json(value)), soft_wrap=True)


def write_row(value: object) -> None:
    """Print one result of several for programs, on a line of its own (JSON Lines).

    Args:
        value: What JSON can hold.
    """
    results().print(Text(visible_json(value, indent=None)), soft_wrap=True)


def write_table(columns: Sequence[str], rows: Sequence[Sequence[str | Text]], *, title: str | None = None) -> None:
    """Print a table that fits the terminal; what is too long for its column goes on in the next line.

    Args:
        columns: Headings.
        rows: Cells, as many in each row as there are columns; plain strings are made harmless, styled text must be so already.
        title: What the table shows.
    """
    table = Table(title=None if title is None else Text(visible(title)), box=SIMPLE_HEAD, title_justify="left", pad_edge=False)
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in rows:
        table.add_row(*(cell if isinstance(cell, Text) else Text(visible(cell)) for cell in row))
    results().print(table)
