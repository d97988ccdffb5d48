"""Held: one release as it is asked, with its tables opened when they are first needed.

A release that somebody made is read where it lies. Of a knowledge base a release is made for each lens, in a folder that goes when the
knowledge base is closed; so Python sees what a release would hold and nothing else.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from testimonia.api.views import views
from testimonia.errors import StoreError
from testimonia.publish.released import FILES, Released
from testimonia.publish.tables import PARQUET, described_in_sql, record_tables
from testimonia.store.asking import TABLES, Asking
from testimonia.store.tables import open_tables


class Held:
    """One release, open for questions."""

    def __init__(self, released: Released, *, aside: Path) -> None:
        """Begin with nothing read.

        Args:
            released: The release.
            aside: An existing folder for what has to be made of it.
        """
        self.released = released
        self._made = aside / "tables"
        self._spill = aside / "spill"
        for folder in (self._made, self._spill):
            folder.mkdir(exist_ok=True)
        self._there: set[str] = set()
        self._asking: Asking | None = None

    @property
    def tables(self) -> tuple[str, ...]:
        """The names that SQL can ask: the records' views, then the tables of the release."""
        kept = (table.name for table in record_tables() if (self.released.folder / table.file).exists())
        return (*views(), *(f"{TABLES}.{name}" for name in kept))

    def columns(self, question: str, values: Sequence[Any] = ()) -> tuple[str, ...]:
        """Name the columns of an answer.

        Args:
            question: SQL.
            values: What stands for its question marks.

        Returns:
            Their names in order.
        """
        return self._engine().columns(question, values)

    def rows(self, question: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Answer a question row by row.

        Args:
            question: SQL.
            values: What stands for its question marks.

        Returns:
            Rows, when they are asked for.
        """
        return self._engine().rows(question, values)

    def arrow(self, question: str, values: Sequence[Any] = ()) -> Any:
        """Answer a question as a table of Arrow.

        Args:
            question: SQL.
            values: What stands for its question marks.

        Returns:
            A `pyarrow.Table`.
        """
        return self._engine().arrow(question, values)

    def prepare(self, *names: str) -> None:
        """Make views and the tables behind them ready to be asked.

        Args:
            names: Views of `views()`, or tables of a release after `release.`.

        Raises:
            StoreError: The release does not hold them.
        """
        for name in names:
            if name in self._there:
                continue
            if name in views():
                self.prepare(*views()[name].needs)
                self._engine().define(name, views()[name].sql)
            else:
                table = name.removeprefix(f"{TABLES}.")
                self._engine().see(table, self._parquet(table))
            self._there.add(name)

    def prepare_all(self, question: str) -> None:
        """Make everything ready that the release holds, and refuse what is no question.

        Args:
            question: SQL by whoever uses the release.

        Raises:
            QuestionError: It is not one question.
        """
        self._engine().check(question)
        self.prepare(*self.tables)

    def close(self) -> None:
        """Close what was opened."""
        if self._asking is not None:
            self._asking.close()
            self._asking = None

    def _engine(self) -> Asking:
        if self._asking is None:
            self._asking = Asking(readable=(self.released.folder / PARQUET, self._made), spill=self._spill)
            self._asking.teach(*described_in_sql())
        return self._asking

    def _parquet(self, table: str) -> Path:
        """The Parquet file of a table: the release's own, or one made of its lines where it has none."""
        own, made = (folder / f"{table}.parquet" for folder in (self.released.folder / PARQUET, self._made))
        if own.is_file():
            return own
        if not (self.released.folder / FILES[table]).is_file():
            raise StoreError(f"{self.released.folder}: has no {FILES[table]}; copy the release again, or make it anew")
        described = next(one for one in record_tables() if one.name == table)
        with open_tables(self.released.folder, spill=self._spill) as tables:
            tables.write_parquet(described, made)
        return made
