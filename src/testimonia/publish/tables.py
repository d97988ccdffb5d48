"""The tables of a release and what their columns mean, read from `data/tables.yml`: one place for Parquet, CSV, SQLite and their words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from testimonia.codebook.load import load_codebook
from testimonia.publish.released import FILES
from testimonia.store.table_file import Layout, Searchable, write_table_file
from testimonia.store.tables import Column, ListTable, Table, Tables

PARQUET, CSV, DATABASE, METADATA = "parquet", "csv", "release.sqlite", "metadata.json"
"""Folders and files of the tables within a release."""
SEARCHABLE = (
    Searchable("claims", ("quote", "subject_name", "object_name", "value_text")),
    Searchable("event_reports", ("quote",)),
    Searchable("entity_names", ("text",)),
    Searchable("documents", ("title", "publisher", "author")),
)


_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Described:
    """A table with its title, what one row of it is, and its columns' meanings and units by name."""

    table: Table | ListTable
    title: str
    says: str
    meanings: Mapping[str, str]
    units: Mapping[str, str]


@cache
def described_tables() -> tuple[Described, ...]:
    """Give all tables of a release with their words.

    Returns:
        The tables of records in the order of the release, each followed by the tables of its lists, which only the SQLite file has.
    """
    content = yaml.safe_load((files("testimonia.publish") / "data" / "tables.yml").read_text("utf-8"))
    return tuple(made for name, said in content.items() for made in _described(name, said))


def record_tables() -> tuple[Table, ...]:
    """Give the tables of records, one for each file of JSON Lines.

    Returns:
        Them in the order of the release.
    """
    return tuple(one.table for one in described_tables() if isinstance(one.table, Table))


@cache
def layout() -> Layout:
    """Say what the SQLite file holds.

    Returns:
        Its tables, searchable columns and views.
    """
    lists = tuple(one.table for one in described_tables() if isinstance(one.table, ListTable))
    views = yaml.safe_load((files("testimonia.publish") / "data" / "table_views.yml").read_text("utf-8"))
    return Layout(record_tables(), lists, SEARCHABLE, tuple((name, view["sql"].strip()) for name, view in views.items()))


def view_meanings() -> Mapping[str, str]:
    """Say what each view of the SQLite file is.

    Returns:
        A sentence by the view's name.
    """
    views = yaml.safe_load((files("testimonia.publish") / "data" / "table_views.yml").read_text("utf-8"))
    return {name: view["is"] for name, view in views.items()}


def described_in_sql() -> tuple[str, str]:
    """Give a function of DuckDB that puts words which take a side in quotation marks, as `codebook.phrases.described` does.

    Returns:
        The function with its parameter, and what it gives.
    """
    loaded = "|".join(sorted(load_codebook().loaded_words))
    is_loaded = f"regexp_matches(x, '(^|[^\\p{{L}}])({loaded})([^\\p{{L}}]|$)')"
    return "described(x)", f"CASE WHEN {is_loaded} THEN '“' || regexp_replace(x, '[\"“”„«»]', '', 'g') || '”' ELSE x END"


def write_tables(folder: Path, tables: Tables) -> Iterator[Path]:
    """Write the tables of a release beside its JSON Lines, as Parquet and CSV.

    Args:
        folder: The release's folder, with all JSON Lines in it.
        tables: Those lines, opened.

    Yields:
        Each file when it is written, by its path.
    """
    (folder / PARQUET).mkdir()
    (folder / CSV).mkdir()
    for table in _tables_in(folder):
        tables.write_parquet(table, folder / PARQUET / f"{table.name}.parquet")
        yield folder / PARQUET / f"{table.name}.parquet"
        tables.write_csv(table, folder / CSV / f"{table.name}.csv")
        yield folder / CSV / f"{table.name}.csv"


def write_database(folder: Path, tables: Tables) -> Path:
    """Write the tables of a release as one SQLite file.

    Args:
        folder: The release's folder, with all JSON Lines in it.
        tables: Those lines, opened.

    Returns:
        The file.
    """
    write_table_file(folder / DATABASE, tables, layout_of(_tables_in(folder)))
    return folder / DATABASE


def _tables_in(folder: Path) -> list[Table]:
    return [table for table in record_tables() if (folder / table.file).exists()]


def layout_of(there: list[Table]) -> Layout:
    """Say what the SQLite file of a release holds that leaves some files out.

    Args:
        there: The tables of records whose files are part of the release.

    Returns:
        The layout with those, and what belongs to them.
    """
    whole, names = layout(), {table.name for table in there}
    missing = {table.name for table in whole.tables if table.name not in names} | {
        one.name for one in whole.lists if one.table.name not in names
    }
    views = tuple((name, query) for name, query in whole.views if missing.isdisjoint(_WORD.findall(query)))
    searchable = tuple(one for one in whole.searchable if one.table not in missing)
    return Layout(tuple(there), tuple(one for one in whole.lists if one.table.name in names), searchable, views)


def _described(name: str, said: Mapping[str, Any]) -> Iterator[Described]:
    table = Table(name, FILES[name], tuple(_column(key, value) for key, value in said["columns"].items()))
    yield _with_words(table, said["title"], said)
    for key, inner in said.get("lists", {}).items():
        columns = tuple(_column(column, value) for column, value in inner["columns"].items())
        yield _with_words(ListTable(key, table, tuple(inner["of"]), inner["owner"], columns), inner["is"].partition(" a row")[0], inner)


def _with_words(table: Table | ListTable, title: str, said: Mapping[str, Any]) -> Described:
    meanings = {name: value["is"] for name, value in said["columns"].items()}
    if isinstance(table, ListTable):
        slot = {"slot": f"which list: {', '.join(table.lists)}"} if len(table.lists) > 1 else {}
        meanings = {table.owner: f"id in {table.table.name}"} | slot | {"position": "place in the list, from 1"} | meanings
    units = {name: value["unit"] for name, value in said["columns"].items() if "unit" in value}
    return Described(table, title, said["is"], meanings, units)


def _column(name: str, said: Mapping[str, Any]) -> Column:
    return Column(name, said["type"], said.get("from", name), said.get("refers"), said.get("name_of"), said.get("entity_of"))
