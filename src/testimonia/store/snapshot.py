"""Snapshot: a knowledge base in columns, as Parquet, for questions that are asked of all claims at once.

A snapshot is a folder. A table that grows is a file for each part that was added (`claims-00003.parquet`); no part is ever rewritten. A
table that is replaced is one file. A part is there when its last file is, so that one broken off is written again.

Where somebody keeps book of which documents stand in which part (`written_parts`), the lines of all other documents in a part count for
nothing: a document that was read anew stands in a later part, and its former lines are passed over.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Columns = dict[str, Any]
"""Column to array, all of one length."""

MEMORY = "600MB"
"""What the engine may take; beyond it, it writes to the disk."""
THREADS = 2
COUNTS = "documents"
"""The table whose file is written last, and so says that a part is whole."""
BY_DOCUMENT = ("claims", "reports", "texts", COUNTS)
"""Tables whose lines are of a document; lines of the others hold for whoever needs them."""


class Snapshot:
    """A folder of columns."""

    def __init__(
        self, folder: Path, *, memory: str = MEMORY, threads: int = THREADS, parts: Sequence[str] | None = None, own: Path | None = None
    ) -> None:
        """Open a folder, or make it; `parts` names those that count, None for all, and `own` is a folder for tables that are replaced."""
        import duckdb  # a good part of a second to load, and most who open a knowledge base weigh nothing

        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._own = own or folder
        self._named = None if parts is None else list(parts)
        self._gone = frozenset[str]()
        self._engine = duckdb.connect()
        for setting in (f"threads = {threads:d}", f"memory_limit = '{memory}'", "enable_progress_bar = false"):
            self._engine.execute(f"SET {setting}")
        self._engine.execute("SET temp_directory = $folder", {"folder": str(self._own / "spill")})

    def __enter__(self) -> "Snapshot":
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the engine."""
        self._engine.close()

    @property
    def parts(self) -> int:
        """How many parts there are."""
        return len(self.names)

    @property
    def names(self) -> list[str]:
        """The parts that count, in the order in which they were added."""
        if self._named is not None:
            return self._named
        return sorted(file.stem.partition("-")[2] for file in self.folder.glob(f"{COUNTS}-*.parquet"))

    def add(self, tables: Mapping[str, Columns], *, part: str | None = None) -> int:
        """Add a part.

        Args:
            tables: The columns of the tables that grow, all of them.
            part: Its name; None for the next number.

        Returns:
            The number of the part.
        """
        number = self.parts
        for name in sorted(tables, key=lambda name: name == COUNTS):
            self._write(self.folder / f"{name}-{part or f'{number:05}'}.parquet", tables[name])
        if self._named is not None and part is not None:
            self._named.append(part)
        return number

    def pass_over(self, standing: Mapping[str, Collection[str]]) -> None:
        """Count only some of the documents of some parts.

        Args:
            standing: For each part the documents, by id, that stand in it; parts that are not named count whole.
        """
        gone: list[tuple[str, int]] = []
        for part, documents in standing.items():
            held = self._arrays(f"SELECT id, document FROM read_parquet({_text(self._file(COUNTS, part))})")
            wanted = set(documents)
            codes = zip(held["id"].tolist(), held["document"].tolist(), strict=True)
            gone += [(part, code) for name, code in codes if name not in wanted]
        self._gone = frozenset(part for part, _ in gone)
        given = {"parts": [part for part, _ in gone], "codes": [str(code) for _, code in gone]}
        columns = "unnest($parts::VARCHAR[]) AS part, unnest($codes::VARCHAR[])::UBIGINT AS document"
        self._engine.execute(f"CREATE OR REPLACE TEMP TABLE gone AS SELECT {columns}", given)

    def sizes(self) -> dict[str, int]:
        """Count the documents of each part.

        Returns:
            From the part's name to how many documents it holds, standing or not.
        """
        return {part: self._count(self._file(COUNTS, part)) for part in self.names}

    def merge(self, parts: Sequence[str], part: str) -> None:
        """Write what stands in several parts as one, beside them.

        Args:
            parts: Names of parts.
            part: The name of the new one; it counts from now on, and they do not.
        """
        kept, self._named = self.names, list(parts)
        tables = {file.stem.partition("-")[0] for name in parts for file in self.folder.glob(f"*-{name}.parquet")}
        for table in sorted(tables, key=lambda table: table == COUNTS):
            once = "" if table in BY_DOCUMENT else "DISTINCT "
            self._copy(f"SELECT {once}* FROM {self._files(table)}", self._file(table, part))
        self._named = [name for name in kept if name not in set(parts)] + [part]

    def replace(self, tables: Mapping[str, Columns]) -> None:
        """Put tables in the place of those that were there.

        Args:
            tables: The columns of tables that stand as a whole.
        """
        for name, columns in tables.items():
            self._write(self._own / f"{name}.parquet", columns)

    def remember(self, name: str, columns: Columns) -> None:
        """Keep columns for whoever opens the folder later; nothing may rest on their being there.

        Args:
            name: What they are kept under.
            columns: The columns; they stand in the place of those that were there.
        """
        self._write(self.folder / f"{name}.kept", columns)

    def remembered(self, name: str) -> Columns:
        """Give columns that were kept.

        Args:
            name: What they are kept under.

        Returns:
            The columns, none where nothing is kept.
        """
        file = self.folder / f"{name}.kept"
        return self._arrays(f"SELECT * FROM read_parquet({_text(file)})") if file.exists() else {}

    def table(self, name: str, columns: Sequence[str], *, having: tuple[str, Any] | None = None) -> Columns:
        """Give columns of a table.

        Args:
            name: The table.
            columns: Which columns.
            having: A column and an array of values; only lines that have one of them are given. None for all lines.

        Returns:
            One array a column; all lines come in the order in which they were added.
        """
        query = f"SELECT {', '.join(map(_column, columns))} FROM {self._files(name)}"
        if having is None:
            return self._standing(name, columns) if name in BY_DOCUMENT and self._gone else self._arrays(query)
        column, values = having
        with self._given({column: values}):
            return self._arrays(f"{query} SEMI JOIN given USING ({_column(column)})")

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

    def _standing(self, name: str, columns: Sequence[str]) -> Columns:
        """Give what stands: all lines, then without those passed over; joined by the engine, they would lose their order."""
        files = ", ".join(_text(self._file(name, part)) for part in self.names)
        asked = ", ".join(map(_column, dict.fromkeys((*columns, "document"))))
        held = self._arrays(f"SELECT {asked} FROM read_parquet([{files}])")
        document = held["document"]
        stands, start = document == document, 0
        for part in self.names:
            end = start + self._count(self._file(name, part))
            if part in self._gone:
                gone = self._arrays(f"SELECT document FROM gone WHERE part = '{part}' ORDER BY 1")["document"]
                lines = document[start:end]
                stands[start:end] = gone[gone.searchsorted(lines).clip(max=len(gone) - 1)] != lines
            start = end
        return {column: held[column][stands] for column in columns}

    def _files(self, name: str) -> str:
        whole = self._own / f"{name}.parquet"
        if whole.exists():
            return f"read_parquet({_text(whole)})"
        files = ", ".join(_text(self._file(name, part)) for part in self.names)
        if name not in BY_DOCUMENT or not self._gone:
            return f"read_parquet([{files}])"
        part = f"regexp_extract(filename, '{name}-([^/]*)[.]parquet$', 1)"
        lines = f"SELECT * EXCLUDE (filename), {part} AS part FROM read_parquet([{files}], filename = true)"
        return f"(SELECT * EXCLUDE (part) FROM ({lines}) ANTI JOIN gone USING (part, document))"

    def _file(self, table: str, part: str) -> Path:
        return self.folder / f"{table}-{part}.parquet"

    def _count(self, file: Path) -> int:
        ((number,),) = self._engine.execute(f"SELECT count(*) FROM read_parquet({_text(file)})").fetchall()
        return int(number)

    def _write(self, file: Path, columns: Columns) -> None:
        with self._given(columns):
            self._copy("SELECT * FROM given", file)

    def _copy(self, query: str, file: Path) -> None:
        unfinished = file.with_suffix(".unfinished")
        self._engine.execute(f"COPY ({query}) TO {_text(unfinished)} (FORMAT parquet, COMPRESSION zstd)")
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
