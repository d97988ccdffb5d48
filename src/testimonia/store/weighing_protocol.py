"""What weighing asks of a store: a knowledge base in columns, what was found before, and what has changed since."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

from testimonia.model.knowledge import Findings, Knowledge
from testimonia.model.reweighed import Reweighed, Unit
from testimonia.store.page_records import CopyOf
from testimonia.store.review_records import Urgency

if TYPE_CHECKING:
    from testimonia.store.snapshot import Snapshot


class Weighed(Protocol):
    """A knowledge base whose findings follow what changes.

    In order: `columns` opens the snapshot, `unwritten` hands out what it lacks, `settle` closes the gap; `identity` and `copies` give what
    is replaced in it as a whole; `put_reweighed` keeps what was found; `to_rank` and `rank` bring the queue of review up to date.
    """

    def columns(self) -> "AbstractContextManager[Snapshot]":
        """Open the snapshot in columns.

        Returns:
            The snapshot, for a `with`; tables that are replaced in it are seen by nobody else.
        """
        ...

    def unwritten(self) -> Iterator[tuple[str, Knowledge]]:
        """Hand out the documents that the snapshot does not hold as they stand, some at a time, with what was read from them.

        Yields:
            The name of a part of the snapshot, and what must be added to it before the next is asked for.
        """
        ...

    def settle(self, snapshot: "Snapshot") -> None:
        """Have each document count in one part of a snapshot only, after all that was unwritten has been added.

        Args:
            snapshot: The snapshot that `columns` opened.
        """
        ...

    def identity(self) -> Knowledge:
        """Give who is who and the register of sources.

        Returns:
            Sources, entities and the entity behind each referent; no documents, claims or reports.
        """
        ...

    def copies(self) -> tuple[CopyOf, ...]:
        """Give the documents that are copies, as they were found last.

        Returns:
            Copies by document.
        """
        ...

    def units(self) -> frozenset[Unit]:
        """Name what was weighed and stands.

        Returns:
            Units whose findings are kept.
        """
        ...

    def put_reweighed(self, made: Reweighed, *, decided: int | None = None) -> bool:
        """Put what was found in the place of what no longer stands, in one transaction; pages follow in the same.

        Args:
            made: What was found, and what stands.
            decided: `newest_decision` before what was weighed was asked for; None where nobody can have decided since.

        Returns:
            False, and nothing is changed, where another process weighed meanwhile: weigh again.
        """
        ...

    def to_rank(self, doubted_rules: Collection[str]) -> Iterator[tuple[Knowledge, Findings]]:
        """Give the records whose place in the queue of review may have changed, some at a time.

        Args:
            doubted_rules: Rules that people often corrected; where others were doubted before, it gives all records.

        Yields:
            Claims and reports with what was decided of them, and the findings that name them.
        """
        ...

    def rank(self, urgencies: Iterable[Urgency], doubted_rules: Collection[str]) -> None:
        """Put the records that `to_rank` gave in their places in the queue, in one transaction.

        Args:
            urgencies: Those of them that are to be looked at before the rest.
            doubted_rules: As `to_rank` was given them.
        """
        ...
