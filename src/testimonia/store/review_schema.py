"""The tables of review: what people decided, what follows from it, and what waits for a decision.

`claims` and `reports` hold what stands. A proposal that people rejected, or put something else in the place of, lies in `..._aside`, a
table of the same columns, until it stands again.
"""

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text


def tables_of_review(metadata: MetaData) -> tuple[Table, Table, Table, Table]:
    """Lay out the tables of review.

    Args:
        metadata: What the tables belong to.

    Returns:
        `decisions`, which only grows and so needs no past; `standings`, one row for each record decided on; `attention`, what waits before
        all the rest; `attention_totals`, how many were proposed when that was worked out.
    """
    return _decisions(metadata), _standings(metadata), _attention(metadata), _totals(metadata)


def table_aside(table: Table) -> Table:
    """Lay out where proposals lie that do not stand.

    Args:
        table: `claims` or `reports`.

    Returns:
        A table of the same columns.
    """
    columns: list[Column[Any]] = []
    for column in table.columns:
        keys = [ForeignKey("readings.document", ondelete="CASCADE")] if column.name == "document" else []
        columns.append(Column(column.name, column.type, *keys, nullable=column.nullable, primary_key=column.primary_key))
    return Table(f"{table.name}_aside", table.metadata, *columns, Index(f"{table.name}_aside_document", "document"), sqlite_strict=True)


def table_of_edits(metadata: MetaData) -> Table:
    """Lay out what people say of publishers, which only grows.

    Args:
        metadata: What the table belongs to.

    Returns:
        `source_edits`: `by` is empty where a line keeps what the register said; `stated` is None where nothing is said.
    """
    columns = [*_texts("name", "by", "at"), *_texts("stated", optional=True), *_texts("recorded")]
    number = Column("seq", Integer, primary_key=True)
    return Table("source_edits", metadata, number, *columns, Index("source_edits_name", "name"), sqlite_strict=True)


def _decisions(metadata: MetaData) -> Table:
    return Table(
        "decisions",
        metadata,
        Column("seq", Integer, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        *_texts("record", "document", "verdict", "by", "at", "comment"),
        *_texts("made", "named", "withdraws", optional=True),
        _list("settles"),
        *_texts("recorded"),
        *(Index(f"decisions_{name}", name) for name in ("record", "document", "by")),
        sqlite_strict=True,
    )


def _standings(metadata: MetaData) -> Table:
    """`form` says how the record stands: empty as proposed, "-" not at all, else a hash of `made`.

    `stands` is the identifier under which it stands, `weighed` and `weighed_id` are form and identifier as they were last weighed, `stale`
    whether they differ, `rank` is its place among what waits, None where nobody proposes it.
    """
    return Table(
        "standings",
        metadata,
        Column("record", Text, primary_key=True, nullable=False),
        *_texts("kind", "document", "state"),
        Column("seq", Integer, nullable=False),
        *_texts("form"),
        *_texts("stands", "made", "predicate", optional=True),
        _list("referents"),
        Column("weighed", Text, nullable=False, server_default=""),
        *_texts("weighed_id", optional=True),
        Column("stale", Integer, nullable=False),
        Column("rank", Integer, nullable=True),
        Index("standings_state", "kind", "state", "record"),
        *(Index(f"standings_{name}", name) for name in ("document", "stands", "stale")),
        sqlite_strict=True,
    )


def _attention(metadata: MetaData) -> Table:
    return Table(
        "attention",
        metadata,
        Column("record", Text, primary_key=True, nullable=False),
        *_texts("kind"),
        Column("rank", Integer, nullable=False),
        Index("attention_rank", "kind", "rank", "record"),
        sqlite_strict=True,
    )


def _totals(metadata: MetaData) -> Table:
    return Table(
        "attention_totals",
        metadata,
        Column("kind", Text, primary_key=True, nullable=False),
        Column("tier", Integer, primary_key=True, nullable=False),
        Column("total", Integer, nullable=False),
        sqlite_strict=True,
    )


def _texts(*names: str, optional: bool = False) -> list[Column[Any]]:
    return [Column(name, Text, nullable=optional) for name in names]


def _list(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="[]")
