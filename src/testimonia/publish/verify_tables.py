"""Hold the tables of a release against its JSON Lines, row by row."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

from testimonia.publish.released import FILES, Released
from testimonia.publish.tables import CSV, DATABASE, PARQUET, layout_of, record_tables
from testimonia.store.table_file import broken_references, column_names, stored_columns, table_file_rows
from testimonia.store.tables import Table, Tables, csv_rows, open_tables

_SHOWN = 60
"""Characters of a cell in a message."""


def table_faults(release: Released, *, spill: Path) -> Iterator[tuple[str, int | None, str]]:
    """Find where the tables say other than the JSON Lines; a release without tables has none.

    Args:
        release: The release.
        spill: An existing folder for what does not fit in memory.

    Yields:
        The file, the row from 1 (None for the whole file), and what is wrong; no more than one for each table of a file.

    Raises:
        StoreError: A table cannot be read.
    """
    if not any((release.folder / name).exists() for name in (PARQUET, CSV, DATABASE)):
        return
    there = [table for table in record_tables() if (release.folder / FILES[table.name]).exists()]
    with open_tables(release.folder, spill=spill) as tables:
        for table in there:
            yield from _faults_of_parquet(release.folder, tables, table)
            yield from _faults_of_csv(release.folder, tables, table)
        yield from _faults_of_database(release.folder, tables, there)


def _faults_of_parquet(folder: Path, tables: Tables, table: Table) -> Iterator[tuple[str, int | None, str]]:
    name = f"{PARQUET}/{table.name}.parquet"
    if not (folder / name).exists():
        yield name, None, "is missing"
        return
    names = tuple(column.name for column in table.columns)
    yield from _unequal(name, names, tables.typed_rows(table), tables.parquet_rows(folder / name))


def _faults_of_csv(folder: Path, tables: Tables, table: Table) -> Iterator[tuple[str, int | None, str]]:
    name = f"{CSV}/{table.name}.csv"
    if not (folder / name).exists():
        yield name, None, "is missing"
        return
    names = tuple(column.name for column in table.columns)
    rows = csv_rows(folder / name)
    if next(rows, ()) != names:
        yield name, 1, "has other columns"
        return
    yield from _unequal(name, names, tables.text_rows(table), rows)


def _faults_of_database(folder: Path, tables: Tables, there: list[Table]) -> Iterator[tuple[str, int | None, str]]:
    file, layout = folder / DATABASE, layout_of(there)
    if not file.exists():
        yield DATABASE, None, "is missing"
        return
    for table in layout.every:
        rows = tables.rows(table, stored_columns(table, layout))
        for _, line, what in _unequal(DATABASE, column_names(table, layout), rows, table_file_rows(file, table, layout)):
            yield DATABASE, None, f"table {table.name}, row {line}: {what}"
    for name, row, parent in broken_references(file):
        yield DATABASE, None, f"table {name}, row {row}: refers to a row that is not in {parent}"


def _unequal(
    file: str, names: tuple[str, ...], wanted: Iterable[tuple[Any, ...]], found: Iterable[tuple[Any, ...]]
) -> Iterator[tuple[str, int | None, str]]:
    """The first row that is another."""
    for number, (one, other) in enumerate(zip_longest(wanted, found), 1):
        if one == other:
            continue
        if one is None or other is None:
            yield file, number, "has rows that the JSON Lines have not" if one is None else "has fewer rows than the JSON Lines"
        elif len(one) != len(other):
            yield file, number, f"has {len(other)} columns instead of {len(one)}"
        else:
            name, left, right = next(each for each in zip(names, one, other, strict=True) if each[1] != each[2])
            yield file, number, f"{name} is {str(right)[:_SHOWN]!r}, and {str(left)[:_SHOWN]!r} in the JSON Lines"
        return
