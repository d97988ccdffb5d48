"""Keep book of which documents stand in which part of the snapshot in columns, in the file of the knowledge base itself.

A document is put down for a part before the part is written, so that one that changes meanwhile loses its line and is written again. A part
whose files are not there, as after a kill or in a copy of the file alone, counts for nothing, and its documents are written again. Files of
no part that counts are left over; they are removed once nobody can be reading them.
"""

import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from secrets import token_hex

from sqlalchemy import Connection, bindparam, delete, insert, select, text, update

from testimonia.model.knowledge import Knowledge
from testimonia.store import queries
from testimonia.store.snapshot import BY_DOCUMENT
from testimonia.store.weighed_tables import written

FOLDER = "columns"
"""Beside the file of the knowledge base; everything in it can be made again."""
MOST_PARTS = 24
"""Parts that are read together; of more, those that hold little are made one."""
LITTLE = 0.1
"""Share of all documents: a part of fewer holds little."""
LEFT_OVER = 3600
"""Seconds after which a file of no part is removed."""

_UNWRITTEN = """
SELECT d.id FROM documents AS d WHERE NOT EXISTS (SELECT 1 FROM written AS w WHERE w.document = d.id) ORDER BY d.seq LIMIT :limit
"""
_SIZES = "SELECT part, count(*) AS number FROM written GROUP BY part ORDER BY part"


def standing_parts(connection: Connection, folder: Path) -> dict[str, int]:
    """Say which parts count, forgetting those whose files are not there.

    Args:
        connection: A connection inside a writing transaction.
        folder: The folder of the columns.

    Returns:
        How many documents stand in each part, in the order in which the parts were written.
    """
    sizes = {row.part: row.number for row in connection.execute(text(_SIZES))}
    missing = [part for part in sizes if not all((folder / f"{table}-{part}.parquet").exists() for table in BY_DOCUMENT)]
    if missing:
        connection.execute(delete(written).where(written.c.part.in_(missing)))
    _remove(folder, set(sizes))
    return {part: number for part, number in sizes.items() if part not in missing}


def documents_in(connection: Connection, parts: Iterable[str]) -> dict[str, list[str]]:
    """Say which documents stand in some parts.

    Args:
        connection: An open connection.
        parts: Names of parts.

    Returns:
        For each part the ids of the documents that stand in it.
    """
    statement = select(written.c.document)
    return {part: list(connection.execute(statement.where(written.c.part == part)).scalars()) for part in parts}


def claim_part(connection: Connection, *, limit: int) -> tuple[str, list[str]] | None:
    """Put some documents that are in no part down for a new one.

    Args:
        connection: A connection inside a writing transaction.
        limit: How many documents at most.

    Returns:
        The part's name and the documents; None where all are written.
    """
    documents = list(connection.execute(text(_UNWRITTEN), {"limit": limit}).scalars())
    if not documents:
        return None
    part = new_part()
    connection.execute(insert(written), [{"document": document, "part": part} for document in documents])
    return part, documents


def new_part() -> str:
    """Name a part.

    Returns:
        A name that sorts by when it was given and that no other process gives.
    """
    return f"{time.time_ns():020}-{token_hex(4)}"


def what_was_read(connection: Connection, documents: list[str]) -> Knowledge:
    """Give what was read from some documents.

    Args:
        connection: An open connection.
        documents: Their ids.

    Returns:
        Documents with their texts, claims and reports; nothing of who is who.
    """
    found = [queries.document(connection, document) for document in documents]
    return Knowledge(
        {document.id: document for document in found if document is not None},
        {},
        {},
        {},
        tuple(claim for document in documents for claim in queries.claims(connection, document=document)),
        tuple(report for document in documents for report in queries.reports(connection, document=document)),
    )


def to_merge(sizes: Mapping[str, int]) -> list[str]:
    """Say which parts should be one.

    Args:
        sizes: How many documents each part holds.

    Returns:
        Names of parts; empty where there are few.
    """
    small = [part for part, number in sizes.items() if number < LITTLE * sum(sizes.values())]
    return small if len(sizes) > MOST_PARTS else []


def note_merged(connection: Connection, parts: list[str], part: str) -> None:
    """Put down that what stood in several parts stands in one.

    Args:
        connection: A connection inside a writing transaction.
        parts: Names of parts.
        part: The new one, written already.
    """
    statement = update(written).where(written.c.part == bindparam("of")).values(part=part)
    connection.execute(statement, [{"of": one} for one in parts])


def _remove(folder: Path, parts: set[str]) -> None:
    for file in folder.glob("*-*.*"):
        if file.stem.partition("-")[2] not in parts and file.stat().st_mtime < time.time() - LEFT_OVER:
            file.unlink(missing_ok=True)
