"""Write the tables of a release as one SQLite file that Datasette opens well, the same bytes every time; and look into one.

Types are kept (STRICT), ids are primary keys, references are foreign keys with an index, texts that people search have a full-text index,
and views say what the codes mean. The file is written in one transaction and one order, and bears no date and no version of the engine.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from testimonia.errors import StoreError
from testimonia.store.tables import Column, ListTable, Table, Tables

PAGE = 4096
"""Bytes of a page, written down so that no build of the engine chooses another."""
_CACHE_KIB = 65_536
_AT_ONCE = 5_000
"""Rows handed to the engine at once."""
_WRITTEN_BY = 96
"""Place in the file's header of the version of the engine that wrote it (SQLite file format, 1.3.15)."""
_OLDEST_VERSION = (3_037_000).to_bytes(4, "big")
"""What stands there instead: the first version that reads STRICT tables."""
_TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}


@dataclass(frozen=True, slots=True)
class Searchable:
    """Columns of a table that a full-text index is made of."""

    table: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """What a file holds: tables, tables of lists, searchable columns, and views as SQL by name."""

    tables: tuple[Table, ...]
    lists: tuple[ListTable, ...]
    searchable: tuple[Searchable, ...]
    views: tuple[tuple[str, str], ...]

    @property
    def every(self) -> tuple[Table | ListTable, ...]:
        """All tables, those of lists last."""
        return (*self.tables, *self.lists)


def write_table_file(file: Path, tables: Tables, layout: Layout) -> None:
    """Write an SQLite file.

    Args:
        file: The file to write; must not exist.
        tables: Where the rows come from.
        layout: What it holds.

    Raises:
        StoreError: The file cannot be written.
    """
    with explained(file), closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for pragma in (f"page_size={PAGE}", f"cache_size=-{_CACHE_KIB}", "journal_mode=OFF", "synchronous=OFF", "foreign_keys=OFF"):
            connection.execute(f"PRAGMA {pragma}").close()
        connection.execute("BEGIN")
        for table in layout.every:
            connection.execute(_table(table, layout))
            names = column_names(table, layout)
            statement = f'INSERT INTO "{table.name}" VALUES ({", ".join("?" * len(names))})'
            rows = tables.rows(table, stored_columns(table, layout))
            while batch := _next(rows):
                connection.executemany(statement, batch)
        for index in _indices(layout):
            connection.execute(index)
        for searchable in layout.searchable:
            _make_searchable(connection, searchable)
        for name, query in layout.views:
            connection.execute(f'CREATE VIEW "{name}" AS {query}')
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
    with file.open("r+b") as opened:
        opened.seek(_WRITTEN_BY)
        opened.write(_OLDEST_VERSION)


def table_file_rows(file: Path, table: Table | ListTable, layout: Layout) -> Iterator[tuple[Any, ...]]:
    """Give a table's rows as a file has them.

    Args:
        file: The file.
        table: The table.
        layout: What the file should hold.

    Yields:
        Rows in the order in which they were written, to be compared with those of `Tables.rows`.

    Raises:
        StoreError: The file cannot be read or lacks the table.
    """
    names = ", ".join(f'"{name}"' for name in column_names(table, layout))
    with _opened(file) as connection:
        yield from connection.execute(f'SELECT {names} FROM "{table.name}" ORDER BY rowid')


def broken_references(file: Path) -> Iterator[tuple[str, int, str]]:
    """Find foreign keys that lead nowhere.

    Args:
        file: The file.

    Yields:
        The table, the row's number, and the table that it should lead to.

    Raises:
        StoreError: The file cannot be read, or is damaged.
    """
    with _opened(file) as connection:
        said = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if said != "ok":
            raise StoreError(f"{file}: is damaged ({said}); copy the release again, or make it anew")
        for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
            yield table, row, parent


def stored_columns(table: Table | ListTable, layout: Layout) -> tuple[Column, ...]:
    """Say which columns of a table the file holds.

    Args:
        table: The table.
        layout: What the file holds.

    Returns:
        Its columns, without the lists that have a table of their own.
    """
    if isinstance(table, ListTable):
        return table.columns
    apart = {name for other in layout.lists if other.table.name == table.name for name in other.lists}
    return tuple(column for column in table.columns if column.source not in apart)


def column_names(table: Table | ListTable, layout: Layout) -> tuple[str, ...]:
    """Name the columns of a table in the file.

    Args:
        table: The table.
        layout: What the file holds.

    Returns:
        The names in order; a list's table begins with its owner, the list's name where there are several, and the position.
    """
    led = () if isinstance(table, Table) else (table.owner, *(["slot"] if len(table.lists) > 1 else []), "position")
    return (*led, *(column.name for column in stored_columns(table, layout)))


@contextmanager
def explained(file: Path) -> Iterator[None]:
    """Turn an error of the engine inside the block into one that says what to do.

    Args:
        file: The file, for the message.

    Yields:
        Nothing.

    Raises:
        StoreError: The engine failed.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{file}: cannot be made or read ({error}); make the release anew from its knowledge base") from error


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    with explained(file), closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        yield connection


def _next(rows: Iterator[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [row for _, row in zip(range(_AT_ONCE), rows, strict=False)]


def _table(table: Table | ListTable, layout: Layout) -> str:
    lines = []
    if isinstance(table, ListTable):
        lines.append(f'"{table.owner}" TEXT NOT NULL REFERENCES "{table.table.name}"(id)')
        lines += ['"slot" TEXT NOT NULL'] if len(table.lists) > 1 else []
        lines.append('"position" INTEGER NOT NULL')
    for column in stored_columns(table, layout):
        key = " PRIMARY KEY NOT NULL" if isinstance(table, Table) and column.name == "id" else ""
        refers = "" if column.refers is None else f' REFERENCES "{column.refers}"(id)'
        kind = _TYPES.get(column.type, "TEXT") if isinstance(column.type, str) else "TEXT"
        lines.append(f'"{column.name}" {kind}{key}{refers}')
    return f'CREATE TABLE "{table.name}" (\n  ' + ",\n  ".join(lines) + "\n) STRICT"


def _indices(layout: Layout) -> Iterator[str]:
    for table in layout.every:
        names = [table.owner] if isinstance(table, ListTable) else []
        names += [column.name for column in stored_columns(table, layout) if column.refers is not None]
        for name in names:
            yield f'CREATE INDEX "{table.name}_{name}" ON "{table.name}"("{name}")'


def _make_searchable(connection: sqlite3.Connection, searchable: Searchable) -> None:
    """Index words where they stand, without a copy of the texts; Datasette finds the index by itself."""
    name, columns = f"{searchable.table}_fts", ", ".join(f'"{column}"' for column in searchable.columns)
    tokens = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
    connection.execute(f'CREATE VIRTUAL TABLE "{name}" USING fts5({columns}, content="{searchable.table}", tokenize="{tokens}")')
    connection.execute(f'INSERT INTO "{name}"("{name}") VALUES (\'rebuild\')')
