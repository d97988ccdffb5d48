"""Ask questions in SQL of the tables of a release, over DuckDB: nothing is written, and nothing outside the release can be read.

A connection sees the Parquet files of one release as views, and further views made from those. Rows come in the order of the file unless
the question asks for another: one thread, and the larger side of a join stays the one that is streamed.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from testimonia.errors import QuestionError, StoreError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = "1GB"
"""The most memory that the engine takes for its own; more goes to the disk."""
TABLES = "release"
"""The schema in which the release's own tables stand."""
_AT_ONCE = 10_000
"""Rows taken from the engine at once."""


class Asking:
    """A connection to the tables of one release."""

    def __init__(self, *, readable: Sequence[Path], spill: Path) -> None:
        """Open it, with nothing to be seen yet.

        Args:
            readable: The folders of the Parquet files; nothing else can be read, and nothing be written there.
            spill: An existing folder for what does not fit in memory.
        """
        import duckdb  # a good part of a second to load, and most who come by here never ask

        settings: dict[str, Any] = {"threads": 1, "memory_limit": MEMORY, "preserve_insertion_order": True, "temp_directory": str(spill)}
        settings |= {"autoinstall_known_extensions": False, "disabled_optimizers": "join_order,build_side_probe_side"}
        self._engine: DuckDBPyConnection = duckdb.connect(":memory:", config=settings)
        self._engine.execute(f"SET allowed_directories=[{', '.join(_text(str(folder)) for folder in readable)}]")
        self._engine.execute("SET enable_external_access=false")
        self._engine.execute("SET lock_configuration=true")
        self._engine.execute(f"CREATE SCHEMA {TABLES}")

    def see(self, table: str, file: Path) -> None:
        """Make a Parquet file a table of the schema `TABLES`.

        Args:
            table: Its name.
            file: The file, in one of the readable folders.

        Raises:
            StoreError: It is no Parquet file.
        """
        with _explained(StoreError, f"{file.name} cannot be read", "make the release anew"):
            self._engine.execute(f'CREATE OR REPLACE VIEW {TABLES}."{table}" AS SELECT * FROM read_parquet({_text(str(file))})')

    def teach(self, function: str, sql: str) -> None:
        """Make a function that views may use.

        Args:
            function: Its name with its parameters, such as `twice(x)`.
            sql: What it gives.
        """
        self._engine.execute(f"CREATE MACRO {function} AS {sql}")

    def define(self, view: str, sql: str) -> None:
        """Make a view.

        Args:
            view: Its name.
            sql: The statement behind it.

        Raises:
            StoreError: The tables do not have the columns that it asks for.
        """
        with _explained(StoreError, f"the tables do not give {view}", "make the release anew with this version"):
            self._engine.execute(f'CREATE VIEW "{view}" AS {sql}')

    def check(self, question: str) -> None:
        """Refuse what is not one question.

        Args:
            question: SQL.

        Raises:
            QuestionError: It is no SQL, several statements, or one that would change something.
        """
        import duckdb

        with _explained(QuestionError, "this is no SQL that can be asked", "see https://duckdb.org/docs for what can"):
            statements = self._engine.extract_statements(question)
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise QuestionError("only one question at a time can be asked, beginning with SELECT, FROM, WITH, DESCRIBE or SUMMARIZE")

    def columns(self, question: str, values: Sequence[Any] = ()) -> tuple[str, ...]:
        """Name the columns of an answer, without working it out.

        Args:
            question: SQL.
            values: What stands for its question marks.

        Returns:
            Their names in order.

        Raises:
            QuestionError: It asks for what there is not.
        """
        with _asked(), self._engine.cursor() as cursor:
            described = cursor.execute(f"SELECT * FROM ({question}) LIMIT 0", list(values)).description
            return tuple(str(column[0]) for column in described or ())

    def rows(self, question: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Answer a question row by row.

        Args:
            question: SQL.
            values: What stands for its question marks.

        Yields:
            Rows; lists and records in them as lists and mappings of Python.

        Raises:
            QuestionError: It asks for what there is not.
        """
        with _asked(), self._engine.cursor() as cursor:
            result = cursor.execute(question, list(values))
            while rows := result.fetchmany(_AT_ONCE):
                yield from rows

    def arrow(self, question: str, values: Sequence[Any] = ()) -> Any:
        """Answer a question as a table of Arrow, which has to be installed.

        Args:
            question: SQL.
            values: What stands for its question marks.

        Returns:
            A `pyarrow.Table`.

        Raises:
            QuestionError: It asks for what there is not.
        """
        with _asked(), self._engine.cursor() as cursor:
            return cursor.sql(question, params=list(values)).to_arrow_table()

    def close(self) -> None:
        """Close the connection."""
        self._engine.close()


@contextmanager
def _asked() -> Iterator[None]:
    with _explained(QuestionError, "this cannot be answered", "`testimonia.KnowledgeBase.tables` lists what can be asked"):
        yield


@contextmanager
def _explained(kind: type[QuestionError] | type[StoreError], what: str, remedy: str) -> Iterator[None]:
    """Turn an error of the engine into one of ours."""
    import duckdb

    try:
        yield
    except duckdb.Error as error:
        raise kind(f"{what}: {' '.join(str(error).split())}; {remedy}") from error


def _text(value: str) -> str:
    """A literal text of SQL."""
    return "'" + value.replace("'", "''") + "'"
