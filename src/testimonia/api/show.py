"""Show: rows as a small calm table in a notebook."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import escape
from itertools import islice
from typing import Any

ROWS = 8
"""Rows shown; whoever wants more makes a frame."""
LONGEST = 90
"""Characters of a cell."""
_CELL = "text-align:start;vertical-align:top;padding:.2em .8em .2em 0;border:0"
_LINE = "border-bottom:1px solid rgba(128,128,128,.3)"


def table_of(title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], *, number: int) -> str:
    """Write the first rows as a table of HTML; everything from documents is escaped.

    Args:
        title: What they are.
        columns: Names of columns.
        rows: Their values.
        number: How many rows there are in all.

    Returns:
        The table.
    """
    more = f", the first {ROWS} shown" if number > ROWS else ""
    head = "".join(f'<th scope="col" style="{_CELL};{_LINE}">{escape(name)}</th>' for name in columns)
    body = "".join(_row(row) for row in islice(rows, ROWS))
    said = escape(f"{title}: {number:,}{more}")
    return (
        f'<table class="testimonia" style="border-collapse:collapse;font-size:.9em">'
        f'<caption style="text-align:start;padding:.3em 0">{said}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def in_words(value: Any) -> str:
    """Write a value as people read it.

    Args:
        value: A value of a row.

    Returns:
        Words; nothing for what is not stated, at most `LONGEST` characters.
    """
    said = _said(value)
    return said if len(said) <= LONGEST else said[: LONGEST - 1].rstrip() + "…"


def _said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return _record(value)
    if isinstance(value, list | tuple):
        return "; ".join(filter(None, map(_said, value)))
    return " ".join(str(value).split())


def _record(value: Mapping[str, Any]) -> str:
    """A record within a list: a number with what it counts, or what a side holds."""
    if "best" in value:
        return f"{value['what']} {_range(value['low'], value['high'])}, best {_number(value['best'])}"
    if "what" in value:
        return f"{value['what']} {_range(value['low'], value['high'])}"
    return _said(value["holds"]) if "holds" in value else ", ".join(filter(None, map(_said, value.values())))


def _range(low: int | None, high: int | None) -> str:
    if low is not None and high is not None and low != high:
        return f"{low:,}–{high:,}"
    if low is not None and high is None:
        return f"at least {low:,}"
    if low is None and high is not None:
        return f"at most {high:,}"
    return _number(low)


def _number(value: int | None) -> str:
    return "not stated" if value is None else f"{value:,}"


def _row(row: Sequence[Any]) -> str:
    cells = "".join(f'<td dir="auto" style="{_CELL}">{escape(in_words(value))}</td>' for value in row)
    return f"<tr>{cells}</tr>"
