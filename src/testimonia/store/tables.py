"""Write and read the typed tables of a release: Parquet and CSV from JSON Lines, streamed, the same bytes every time.

The JSON Lines are the release; a table is a projection of them, told by its `Table`. DuckDB reads the lines with the types that the table
names, on one thread and in the order of the file, within `MEMORY`; what it reads goes out as Parquet, or as text cells of CSV.

A CSV cell that a spreadsheet would take for a formula gets an apostrophe in front (`FORMULA` says which), and loses it again in `csv_rows`.
Numbers are left alone. Follows: RFC 4180; an empty cell is "not stated", "" an empty text.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from testimonia.errors import StoreError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = "400MB"
"""The most memory that the engine takes for its own."""
ROWS_IN_GROUP = 61_440
"""Rows in a row group of Parquet: thirty of DuckDB's vectors, under 50 MB for claims as large as they come."""
_AT_ONCE = 10_000
"""Rows taken from the engine at once."""
_SHORTEST_BUFFER = 1_048_576
"""Bytes for a line of JSON at the least; the engine sets twice the longest line of a file aside."""
_LONGEST_CELL = 1_073_741_824
"""Characters of a cell of CSV that is read, at the most: Python's own limit of 131,072 is less than an event with many reports has."""
FORMULA = "^'*[=+\\-@\\t\\r\\n＝＋－＠]"
"""What a spreadsheet would run (after OWASP's list, with the wide forms), or what would look like such a cell made harmless."""
_DELIMITING = '[",\\r\\n]'
_NUMBER = "[+-]?[0-9]+([.][0-9]+)?"
_MADE_BY = b"testimonia"
_TYPES = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "counts": "MAP(VARCHAR, BIGINT)",
}


def _text(value: str) -> str:
    """A literal text of SQL."""
    return "'" + value.replace("'", "''") + "'"


_MACROS = (
    f"is_formula(x) AS regexp_matches(x, {_text(FORMULA)}) AND NOT regexp_full_match(x, {_text(_NUMBER)})",
    """quoted(x) AS '"' || replace(x, '"', '""') || '"'""",
    f"cell(x) AS CASE WHEN x IS NULL THEN '' WHEN x = '' OR regexp_matches(x, {_text(_DELIMITING)}) THEN quoted(x) ELSE x END",
    "safe_cell(x) AS CASE WHEN is_formula(x) THEN quoted(chr(39) || x) ELSE cell(x) END",
)

Kind = str | list[Any] | dict[str, Any]
"""A type: a word of `_TYPES`, a list of one type, or a record of named types."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name and type, and where it stands in a row of JSON (`evidence.0.quote`).

    `refers` is the table whose id it holds; `name_of` the column whose entity it names, `entity_of` the one that it repeats where that is
    an entity; such columns stand in no row of JSON.
    """

    name: str
    type: Kind
    source: str
    refers: str | None = None
    name_of: str | None = None
    entity_of: str | None = None

    @property
    def is_plain(self) -> bool:
        """Whether it holds one value rather than a list or record."""
        return isinstance(self.type, str) and self.type != "counts"


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, its columns in order, and the file of JSON Lines that it is made from."""

    name: str
    file: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class ListTable:
    """A table with a row for each entry of one or several lists of another table's rows; `owner` is the column with the latter's id."""

    name: str
    table: Table
    lists: tuple[str, ...]
    owner: str
    columns: tuple[Column, ...]


class Tables:
    """The tables of one release folder, read through DuckDB."""

    def __init__(self, connection: "DuckDBPyConnection", folder: Path, *, entities: Path) -> None:
        """Take a connection; `open_tables` makes one.

        Args:
            connection: An open connection.
            folder: The folder of the JSON Lines.
            entities: The file with the entities' names.
        """
        self._connection = connection
        self._folder = folder
        named = _lines(entities, {"id": "text", "name": "text"})
        connection.execute(f"CREATE TABLE entity AS SELECT id, any_value(name) AS name FROM {named} GROUP BY id")

    def write_parquet(self, table: Table, file: Path) -> None:
        """Write a table as Parquet.

        Args:
            table: The table.
            file: The file to write.
        """
        how = f"FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {ROWS_IN_GROUP}"
        self._connection.execute(f"COPY ({self._select(table)}) TO {_text(str(file))} ({how})")
        _leave_out_version(file)

    def write_csv(self, table: Table, file: Path) -> None:
        """Write a table as CSV that no spreadsheet runs.

        Args:
            table: The table.
            file: The file to write.
        """
        cells = ", ".join(f"{'safe_cell' if column.type == 'text' else 'cell'}({_as_text(column)})" for column in table.columns)
        statement = f"SELECT concat_ws(',', {cells}) || chr(13) || chr(10) FROM ({self._select(table)})"
        with file.open("wb") as opened:
            opened.write(",".join(column.name for column in table.columns).encode() + b"\r\n")
            for rows in self._batches(statement):
                opened.write("".join(row[0] for row in rows).encode())

    def rows(self, table: Table | ListTable, columns: Sequence[Column]) -> Iterator[tuple[Any, ...]]:
        """Give a table's rows as the SQLite file holds them.

        Args:
            table: The table.
            columns: Those of its columns that the file holds.

        Yields:
            Rows in the order of the JSON Lines: texts, numbers, dates as text, True and False as 1 and 0.
        """
        yield from self._all(f"SELECT {_plain(columns, table)} FROM ({self._select(table)})")

    def typed_rows(self, table: Table) -> Iterator[tuple[Any, ...]]:
        """Give a table's rows as the JSON Lines have them.

        Args:
            table: The table.

        Yields:
            Rows in the order of the JSON Lines.
        """
        yield from self._all(self._select(table))

    def parquet_rows(self, file: Path) -> Iterator[tuple[Any, ...]]:
        """Give the rows of a Parquet file.

        Args:
            file: The file.

        Yields:
            Rows in their order, to be compared with `typed_rows`.
        """
        yield from self._all(f"SELECT * FROM read_parquet({_text(str(file))})")

    def text_rows(self, table: Table) -> Iterator[tuple[str, ...]]:
        """Give a table's rows as the cells of its CSV mean them.

        Args:
            table: The table.

        Yields:
            Rows in the order of the JSON Lines; what is not stated is an empty text.
        """
        cells = ", ".join(f"coalesce({_as_text(column)}, '')" for column in table.columns)
        yield from self._all(f"SELECT {cells} FROM ({self._select(table)})")

    def _select(self, table: Table | ListTable) -> str:
        return _select_list(table, self._source(table.table)) if isinstance(table, ListTable) else _select_rows(table, self._source(table))

    def _source(self, table: Table) -> str:
        return _lines(self._folder / table.file, _fields(table))

    def _all(self, statement: str) -> Iterator[tuple[Any, ...]]:
        for rows in self._batches(statement):
            yield from rows

    def _batches(self, statement: str) -> Iterator[list[tuple[Any, ...]]]:
        with explained(self._folder):
            result = self._connection.cursor().execute(statement)
            while rows := result.fetchmany(_AT_ONCE):
                yield rows


@contextmanager
def open_tables(folder: Path, *, spill: Path) -> Iterator[Tables]:
    """Open the JSON Lines of a release as typed tables.

    Args:
        folder: The folder of the JSON Lines.
        spill: An existing folder for what does not fit in memory.

    Yields:
        Its tables.

    Raises:
        StoreError: A line does not have the types of its table, or a file cannot be read or written.
    """
    import duckdb  # a good part of a second to load, and most who come by here never ask for a table

    settings: dict[str, Any] = {"threads": 1, "memory_limit": MEMORY, "preserve_insertion_order": True, "temp_directory": str(spill)}
    # No extension is ever fetched, and the larger side of a join stays the one that is streamed, in its order.
    settings |= {"autoinstall_known_extensions": False, "disabled_optimizers": "join_order,build_side_probe_side"}
    with explained(folder), duckdb.connect(":memory:", config=settings) as connection:
        for macro in _MACROS:
            connection.execute(f"CREATE MACRO {macro}")
        yield Tables(connection, folder, entities=folder / "entities.jsonl")


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turn an error of the engine inside the block into one that says what to do.

    Args:
        folder: The release, for the message.

    Yields:
        Nothing.

    Raises:
        StoreError: The engine failed.
    """
    import duckdb

    try:
        yield
    except duckdb.Error as error:
        said = str(error).splitlines()[0]
        raise StoreError(f"{folder}: the tables cannot be made or read: {said}; make the release anew from its knowledge base") from error


def csv_rows(file: Path) -> Iterator[tuple[str, ...]]:
    """Read a CSV file of a release, without the apostrophes that make cells harmless.

    Args:
        file: The file.

    Yields:
        The heading, then rows of cells; an empty cell is not stated or an empty text.

    Raises:
        StoreError: It is no CSV.
    """
    csv.field_size_limit(_LONGEST_CELL)
    formula = re.compile(FORMULA).match
    try:
        with file.open(encoding="utf-8", newline="") as opened:
            for row in csv.reader(opened, strict=True):
                yield tuple(cell[1:] if cell[:1] == "'" and formula(cell) else cell for cell in row)
    except (csv.Error, UnicodeDecodeError) as error:
        raise StoreError(f"{file}: is no CSV ({error}); make the release anew from its knowledge base") from error


def _fields(table: Table) -> dict[str, Kind]:
    """The fields of a row of JSON that a table takes from, with their types."""
    fields: dict[str, Kind] = {}
    for column in table.columns:
        if column.name_of is not None or column.entity_of is not None:
            continue
        first, _, rest = column.source.partition(".")
        if not rest:
            fields[first] = "text" if column.type == "date" else column.type
        elif not rest.startswith("0."):
            record = fields.setdefault(first, {})
            if isinstance(record, dict):
                record[rest] = column.type
    return fields


def _lines(file: Path, fields: Mapping[str, Kind]) -> str:
    """A file of JSON Lines as the engine reads it."""
    with file.open("rb") as opened:
        longest = max(map(len, opened), default=0)
    typed = ", ".join(f'"{name}": {_text(_engine_type(kind))}' for name, kind in fields.items())
    size = max(_SHORTEST_BUFFER, longest + 1)
    return f"read_json({_text(str(file))}, format='newline_delimited', columns={{{typed}}}, maximum_object_size={size})"


def _select_rows(table: Table, source: str) -> str:
    columns: list[str] = []
    joins: list[str] = []
    for column in table.columns:
        if column.name_of is None:
            columns.append(f'{_expression(column, "t")} AS "{column.name}"')
            continue
        other = f"n{len(joins)}"
        columns.append(f'{other}.name AS "{column.name}"')
        joins.append(f'LEFT JOIN entity {other} ON {other}.id = t."{column.name_of}"')
    return f"SELECT {', '.join(columns)} FROM {source} t {' '.join(joins)}"


def _select_list(table: ListTable, source: str) -> str:
    """Each list's entries with the id of their owner and their number, one list after the other within an owner."""
    several = len(table.lists) > 1
    entries = " || ".join(f"list_transform(coalesce(t.\"{name}\", []), lambda x, i: {{n: i, s: '{name}', x: x}})" for name in table.lists)
    columns, join = [f'u.id AS "{table.owner}"', *(['u.e.s AS "slot"'] if several else []), 'u.e.n AS "position"'], ""
    for column in table.columns:
        if column.entity_of is not None:
            columns.append(f'n.id AS "{column.name}"')
            join = "LEFT JOIN entity n ON n.id = u.e.x"
        elif any(other.entity_of == column.name for other in table.columns):
            columns.append(f'u.e.x AS "{column.name}"')
        else:
            columns.append(f'{_expression(column, "u.e.x")} AS "{column.name}"')
    return f"SELECT {', '.join(columns)} FROM (SELECT t.id, unnest({entries}) AS e FROM {source} t) u {join}"


def _expression(column: Column, of: str) -> str:
    path = of
    for part in column.source.split("."):
        path = f"({path})[1]" if part == "0" else f'{path}."{part}"'
    return f"CAST({path} AS DATE)" if column.type == "date" else path


def _plain(columns: Sequence[Column], table: Table | ListTable) -> str:
    led = () if isinstance(table, Table) else (table.owner, *(["slot"] if len(table.lists) > 1 else []), "position")
    shown = {"date": 'CAST("{0}" AS VARCHAR)', "boolean": 'CAST("{0}" AS TINYINT)'}
    cells = [f'"{name}"' for name in led]
    for column in columns:
        form = shown.get(column.type, '"{0}"') if isinstance(column.type, str) and column.is_plain else 'CAST(to_json("{0}") AS VARCHAR)'
        cells.append(form.format(column.name))
    return ", ".join(cells)


def _as_text(column: Column) -> str:
    if column.is_plain:
        return f'CAST("{column.name}" AS VARCHAR)'
    return f'CAST(to_json("{column.name}") AS VARCHAR)'


def _engine_type(kind: Kind) -> str:
    if isinstance(kind, list):
        return f"{_engine_type(kind[0])}[]"
    if isinstance(kind, dict):
        return "STRUCT(" + ", ".join(f'"{name}" {_engine_type(inner)}' for name, inner in kind.items()) + ")"
    return _TYPES[kind]


def _leave_out_version(file: Path) -> None:
    """Put our name for the engine's version into a Parquet file's last part, so that an update of the engine alone changes no byte."""
    with file.open("r+b") as opened:
        opened.seek(-8, 2)
        length = int.from_bytes(opened.read(4), "little")
        opened.seek(-8 - length, 2)
        start = opened.tell()
        footer = opened.read(length)
        made = re.search(rb"DuckDB version [^\x00-\x1f]*?\)", footer)
        if made is None or footer[made.start() - 1] != len(made[0]):
            raise StoreError(f"{file}: was not written as this version expects; install the version of duckdb that uv.lock names")
        footer = footer[: made.start() - 1] + bytes([len(_MADE_BY)]) + _MADE_BY + footer[made.end() :]
        opened.seek(start)
        opened.write(footer + len(footer).to_bytes(4, "little") + b"PAR1")
        opened.truncate()
