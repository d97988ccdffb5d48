"""Snapshot: a knowledge base in columns, as Parquet, for questions that are asked of all claims at once.

A snapshot is a folder. A table that grows is a file for each part that was added (`claims-00003.parquet`); no part is ever rewritten. A
table that is replaced is one file. A part is there when its last file is, so that one broken off is written again.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

Columns = dict[str, Any]
"""Column to array, all of one length."""

MEMORY = "600MB"
"""What the engine may take; beyond it, it writes to the disk."""
THREADS = 2
COUNTS = "documents"
"""The table whose file is written last, and so says that a part is whole."""


class Snapshot:
    """A folder of columns."""

    def __init__(self, folder: Path, *, memory: str = MEMORY, threads: int = THREADS) -> None:
        """Open a folder, or make it."""
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._engine = duckdb.connect()
        for setting in (f"threads = {threads:d}", f"memory_limit = '{memory}'", "enable_progress_bar = false"):
            self._engine.execute(f"SET {setting}")
        self._engine.execute("SET temp_directory = $folder", {"folder": str(folder / "spill")})

    def __enter__(self) -> "Snapshot":
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the engine."""
        self._engine.close()

    @property
    def parts(self) -> int:
        """How many parts there are."""
        return len(list(self.folder.glob(f"{COUNTS}-*.parquet")))

    def add(self, tables: Mapping[str, Columns]) -> int:
        """Add a part.

        Args:
            tables: The columns of the tables that grow, all of them.

        Returns:
            The number of the part.
        """
        number = self.parts
        for name in sorted(tables, key=lambda name: name == COUNTS):
            self._write(self.folder / f"{name}-{number:05}.parquet", tables[name])
        return number

    def replace(self, tables: Mapping[str, Columns]) -> None:
        """Put tables in the place of those that were there.

        Args:
            tables: The columns of tables that stand as a whole.
        """
        for name, columns in tables.items():
            self._write(self.folder / f"{name}.parquet", columns)

    def table(self, name: str, columns: Sequence[str]) -> Columns:
        """Give columns of a table.

        Args:
            name: The table.
            columns: Which columns.

        Returns:
            One array a column, in the order in which lines were added.
        """
        return self._arrays(f"SELECT {', '.join(map(_column, columns))} FROM {self._files(name)}")

    def notes(self, codes: Any) -> dict[int, str]:
        """Say what codes stand for.

        Args:
            codes: An array of codes, each once.

        Returns:
            Their notes; codes without one are left out.
        """
        return self._noted("notes", "code", codes)

    def entities(self, codes: Any) -> dict[int, str]:
        """Say who the entities behind codes are.

        Args:
            codes: An array of codes, each once.

        Returns:
            Their notes; codes without one are left out.
        """
        return self._noted("entities", "entity", codes)

    def _noted(self, table: str, key: str, codes: Any) -> dict[int, str]:
        with self._given({key: codes}):
            found = self._arrays(
                f"SELECT {key}, any_value(note) AS note FROM {self._files(table)} SEMI JOIN given USING ({key}) GROUP BY {key}"
            )
        return dict(zip(found[key].tolist(), found["note"].tolist(), strict=True))

    def _files(self, name: str) -> str:
        whole = self.folder / f"{name}.parquet"
        files = [whole] if whole.exists() else [self.folder / f"{name}-{number:05}.parquet" for number in range(self.parts)]
        return f"read_parquet([{', '.join(_text(file) for file in files)}])"

    def _write(self, file: Path, columns: Columns) -> None:
        unfinished = file.with_suffix(".unfinished")
        with self._given(columns):
            self._engine.execute(f"COPY (SELECT * FROM given) TO {_text(unfinished)} (FORMAT parquet, COMPRESSION zstd)")
        unfinished.replace(file)

    @contextmanager
    def _given(self, columns: Columns) -> Iterator[None]:
        self._engine.register("given", columns)
        yield
        self._engine.unregister("given")

    def _arrays(self, query: str) -> Columns:
        found = self._engine.execute(query).fetchnumpy()
        return {name: getattr(column, "data", column) if hasattr(column, "mask") else column for name, column in found.items()}


def _column(name: str) -> str:
    return f'"{name}"'


def _text(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
