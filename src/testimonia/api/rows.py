"""Rows: the answer to a question, worked out when somebody looks at it, as often as somebody does.

An answer is iterated, counted, sliced, shown in a notebook, or taken over whole into Arrow, pandas, Polars or networkx.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from testimonia.api.extras import library
from testimonia.api.held import Held
from testimonia.api.networks import graph_of
from testimonia.api.records import ClaimRecord
from testimonia.api.show import table_of
from testimonia.api.views import View, maker

if TYPE_CHECKING:
    import polars

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked: SQL with its values; `ready` opens the release and makes what the SQL needs; `says` is for people."""

    ready: Callable[[], Held]
    sql: str
    values: tuple[Any, ...]
    says: str
    offset: int = 0
    limit: int | None = None

    @property
    def cut(self) -> str:
        """The SQL with the slice that was asked for."""
        if self.limit is None and self.offset == 0:
            return self.sql
        limit = "" if self.limit is None else f" LIMIT {self.limit}"
        return f"SELECT * FROM ({self.sql}){limit} OFFSET {self.offset}"


class Rows(Generic[R]):
    """An answer, lazy and as often as it is wanted."""

    def __init__(self, query: Query, *, shown: tuple[str, ...] = ()) -> None:
        """Take a question; it is not asked yet.

        Args:
            query: The question.
            shown: The columns that a notebook shows; all where none are named.
        """
        self._query = query
        self._shown = shown
        self._number: int | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self._query.ready().columns(self._query.cut, self._query.values)

    def __iter__(self) -> Iterator[R]:
        """Give row after row, from the first one on, each time anew."""
        make = self._maker()
        return (make(row) for row in self._query.ready().rows(self._query.cut, self._query.values))

    def __len__(self) -> int:
        """Count the rows."""
        held = self._query.ready()
        if self._number is None:
            self._number = int(next(held.rows(f"SELECT count(*) FROM ({self._query.cut})", self._query.values))[0])
        return self._number

    def __bool__(self) -> bool:
        """Say whether there is any row."""
        return self.first() is not None

    @overload
    def __getitem__(self, place: int) -> R: ...

    @overload
    def __getitem__(self, place: slice) -> "Rows[R]": ...

    def __getitem__(self, place: "int | slice") -> "R | Rows[R]":
        """Give one row, or the rows of a slice, which is as lazy as the whole."""
        if isinstance(place, slice):
            start, stop, step = place.indices(len(self))
            if step != 1:
                raise ValueError("rows are taken one after the other; a slice has no step")
            return self._within(start, max(stop - start, 0))
        at = place if place >= 0 else place + len(self)
        found = self._within(at, 1).first() if at >= 0 else None
        if found is None:
            raise IndexError(f"there is no row {place}")
        return found

    def first(self) -> R | None:
        """Give the first row.

        Returns:
            The row; None where there is none.
        """
        limit = 1 if self._query.limit is None else min(1, self._query.limit)
        return next(iter(self._within(0, limit)), None)

    def to_arrow(self) -> Any:
        """Give all rows as a table of Arrow; needs `testimonia[frames]`.

        Returns:
            A `pyarrow.Table`: days are days, whole numbers are whole numbers, lists are lists.

        Raises:
            MissingPartError: pyarrow is not installed.
        """
        library("pyarrow")
        return self._query.ready().arrow(self._query.cut, self._query.values)

    def to_pandas(self) -> Any:
        """Give all rows as a frame of pandas; needs `testimonia[frames]`.

        Returns:
            A `pandas.DataFrame`: whole numbers stay whole where some are missing (`Int64`), days are `datetime64`.

        Raises:
            MissingPartError: pandas or pyarrow is not installed.
        """
        pandas, arrow = library("pandas"), library("pyarrow")
        kept = {arrow.int64(): pandas.Int64Dtype(), arrow.bool_(): pandas.BooleanDtype()}
        return self.to_arrow().to_pandas(types_mapper=kept.get, date_as_object=False)

    def to_polars(self) -> "polars.DataFrame":
        """Give all rows as a frame of Polars; needs `testimonia[frames]`.

        Returns:
            The frame.

        Raises:
            MissingPartError: polars or pyarrow is not installed.
        """
        frame: polars.DataFrame = library("polars").from_arrow(self.to_arrow())
        return frame

    def __repr__(self) -> str:
        """Say what it is without working it out."""
        return f"<{self._query.says}>"

    def _repr_html_(self) -> str:
        """Show the first rows in a notebook."""
        wanted = self._shown or self.columns
        held = self._query.ready()
        named = ", ".join('"' + name.replace('"', '""') + '"' for name in wanted)
        return table_of(
            self._query.says,
            wanted,
            held.rows(f"SELECT {named} FROM ({self._query.cut})", self._query.values),
            number=len(self),
        )

    def _maker(self) -> Callable[[tuple[Any, ...]], R]:
        raise TypeError("an answer is either of records or of plain rows")

    def _again(self, query: Query) -> "Rows[R]":
        return type(self)(query, shown=self._shown)

    def _within(self, start: int, number: int) -> "Rows[R]":
        query = self._query
        left = number if query.limit is None else max(min(number, query.limit - start), 0)
        return self._again(replace(query, offset=query.offset + start, limit=left))


class Answer(Rows[dict[str, Any]]):
    """The answer to a question in SQL; each row maps the names of columns to values."""

    def _maker(self) -> Callable[[tuple[Any, ...]], dict[str, Any]]:
        names = self.columns
        return lambda row: dict(zip(names, row, strict=True))


class Records(Rows[R]):
    """Records of one kind."""

    def __init__(self, query: Query, *, view: View) -> None:
        """Take a question whose rows become records.

        Args:
            query: The question.
            view: The kind of record.
        """
        super().__init__(query, shown=view.shown)
        self._view = view

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, which are the fields of the records."""
        return self._view.columns

    def _maker(self) -> Callable[[tuple[Any, ...]], R]:
        return maker(self._view)

    def _again(self, query: Query) -> "Records[R]":
        return type(self)(query, view=self._view)


class ClaimRecords(Records[ClaimRecord]):
    """Claims, which are also the ties of a network."""

    def to_networkx(self) -> Any:
        """Give the claims that tie two entities as a network; needs `testimonia[networks]`.

        Returns:
            A `networkx.MultiDiGraph`. A node is an entity with its `name` and `kind`; an edge is one claim, under the claim's identifier,
            with its predicate, its time (`edtf`, `start`, `end`, `time_mode`), its voices and its quotation. What is not stated is left
            out, days are texts, so that the network can be written to any file as it is.

        Raises:
            MissingPartError: networkx is not installed.
        """
        library("networkx")
        held = self._query.ready()
        ends = f"SELECT subject FROM ({self._query.cut}) WHERE object IS NOT NULL UNION SELECT object FROM ({self._query.cut})"
        held.prepare("release.entities")
        entities = held.rows(
            f"SELECT id, name, kind, country, latitude, longitude FROM release.entities WHERE id IN ({ends})",
            (*self._query.values, *self._query.values),
        )
        return graph_of(entities, (claim for claim in self if claim.object is not None))
