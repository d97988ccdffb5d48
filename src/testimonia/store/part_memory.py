"""What was read of late, kept in memory: a claim's or report's identifier is a hash of all that it says, so it never becomes another one.

Pages of one knowledge base need the same records again and again: under a lens, those on who belongs to whom.
"""

import threading
from collections.abc import Iterable
from typing import Generic, TypeVar

Record = TypeVar("Record")

MOST = 16_000
"""Records kept: some 40 MB, the background of several pages."""


class Memory(Generic[Record]):
    """The records asked for last, for all threads of the process."""

    def __init__(self, most: int = MOST) -> None:
        """Begin with none."""
        self._most = most
        self._known: dict[tuple[str, str], Record] = {}
        self._lock = threading.Lock()

    def get(self, keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Record]:
        """Give those that are known.

        Args:
            keys: Identifiers, each with the reader that the record is kept under.

        Returns:
            Records by key.
        """
        known = self._known
        return {key: found for key in keys if (found := known.get(key)) is not None}

    def put(self, records: dict[tuple[str, str], Record]) -> None:
        """Remember records, and forget the oldest where there are too many.

        Args:
            records: Records by key.
        """
        with self._lock:
            kept = {**self._known, **records}
            self._known = dict(list(kept.items())[-self._most :]) if len(kept) > self._most * 5 // 4 else kept
