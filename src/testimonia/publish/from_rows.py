"""From rows: the records behind the rows of a release, so that whatever works on a knowledge base works on a release too.

What `rows` writes, this reads back: a record made here gives the same row again, field by field. What a release does not hold is not made
up: documents have no text unless it is asked for and released, proposals no trigger, and parties no offsets.
`row_records` makes the record of a single row.
"""

from collections.abc import Callable, Iterator
from typing import TypeVar

from testimonia.errors import RecordError
from testimonia.model.decision import ReviewState
from testimonia.model.document import Document
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.publish.released import FILES, Released
from testimonia.publish.row_records import (
    Names,
    claim_of,
    corroboration_of,
    dispute_of,
    document_of,
    entity_of,
    event_of,
    report_of,
    source_of,
)
from testimonia.publish.rows import Row

Record = TypeVar("Record")


def knowledge_of(released: Released, *, texts: bool = False) -> Knowledge:
    """Read a release back as what is known. It is held in memory as a whole.

    Args:
        released: The release.
        texts: True fills in the documents' texts where the release holds them.

    Returns:
        Documents, the register of sources, entities, claims and event reports, with what people decided of them.

    Raises:
        RecordError: A row lacks a field, or holds what it cannot.
    """
    entities = {entity.id: entity for entity in records(released, "entities", entity_of)}
    names = {key: entity.name for key, entity in entities.items()}

    reviewed: dict[str, ReviewState] = {}

    def document(row: Row) -> Document:
        return document_of(row, text=(released.text(row["id"]) or "") if texts else "")

    def said(make: Callable[[Row, Names], Record]) -> Callable[[Row], Record]:
        def made(row: Row) -> Record:
            if row["review"] != "proposed":
                reviewed[row["id"]] = row["review"]
            return make(row, names)

        return made

    return Knowledge(
        documents={made.id: made for made in records(released, "documents", document)},
        sources={made.name: made for made in records(released, "sources", source_of)},
        entities=entities,
        entity_of={key: key for key in entities},
        claims=tuple(records(released, "claims", said(claim_of))),
        reports=tuple(records(released, "event_reports", said(report_of))),
        reviewed=reviewed,
    )


def findings_of(released: Released) -> Findings:
    """Read back what weighing gave.

    Args:
        released: The release.

    Returns:
        Events, agreements and disputes.

    Raises:
        RecordError: A row lacks a field, or holds what it cannot.
    """
    return Findings(
        tuple(records(released, "happenings", event_of)),
        tuple(records(released, "corroborations", corroboration_of)),
        tuple(records(released, "disputes", dispute_of)),
    )


def records(released: Released, kind: str, make: Callable[[Row], Record]) -> Iterator[Record]:
    """Read the rows of one kind as records, one after the other.

    Args:
        released: The release.
        kind: A key of `released.FILES`.
        make: The function that makes a record of a row.

    Yields:
        Records in the order of the file.

    Raises:
        RecordError: A row lacks a field, or holds what it cannot.
    """
    for row in released.rows(kind):
        try:
            yield make(row)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            where = f"{FILES[kind]}: {row.get('id')}"
            why = f"{type(error).__name__}: {error}"
            raise RecordError(f"{where}: cannot be read ({why}); copy the release again, or make it anew") from error
