"""Tables: comma-separated files that a spreadsheet opens without running anything in them.

Follows: RFC 4180; OWASP's advice against formulas in cells.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import BinaryIO

from testimonia.publish.exports.writing import plain

Cell = str | int | float | bool | None
FORMULA = "^'*[=+\\-@\\t\\r\\n＝＋－＠]"
"""What a spreadsheet would run, or what would look like such a cell made harmless: as in the tables of a release (`store.tables`)."""
_runs = re.compile(FORMULA).match
_is_number = re.compile("[+-]?[0-9]+([.][0-9]+)?").fullmatch


def write_table(file: BinaryIO, columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> int:
    """Write a table row by row.

    Args:
        file: Where to.
        columns: The columns, in their order.
        rows: Cells by column; a column that a row leaves out is empty, as is None.

    Returns:
        How many rows were written.

    Raises:
        KeyError: A row has a cell for which there is no column.
    """
    known = frozenset(columns)
    text = io.TextIOWrapper(file, "utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(columns)
    count = 0
    for row in rows:
        count += 1
        if not known.issuperset(row):
            raise KeyError(*sorted(known.symmetric_difference(row) - known))
        cells = map(row.get, columns)
        writer.writerow(["" if cell is None else safe_cell(cell) for cell in cells])
    text.detach()
    return count


def safe_cell(value: Cell) -> str:
    """Write a cell.

    Args:
        value: What stands in it.

    Returns:
        Empty for None; an apostrophe before words that begin as a formula does, unless they are a number.
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value).lower() if isinstance(value, bool) else str(value)
    words = plain(value)
    return f"'{words}" if _runs(words) and not _is_number(words) else words
