"""Held: columns in memory, for a knowledge base so small that writing them down and reading them again would take longest of all."""

from collections.abc import Sequence

import numpy as np

from testimonia.weigh.columns import Columns, Numbers
from testimonia.weigh.columns import Tables as Columned


class Held:
    """Tables in memory, as a snapshot would give them."""

    def __init__(self, tables: Columned) -> None:
        """Take the columns of all tables."""
        self.tables = tables

    def table(self, name: str, columns: Sequence[str], *, having: tuple[str, Numbers] | None = None) -> Columns:
        """Give columns of a table.

        Args:
            name: The table.
            columns: Which columns.
            having: A column and values; only lines that have one of them are given. None for all lines.

        Returns:
            One array a column, in the order in which lines were added.
        """
        held = self.tables[name]
        if having is None:
            return {column: held[column] for column in columns}
        there = np.isin(held[having[0]], having[1])
        return {column: held[column][there] for column in columns}

    def notes(self, codes: Numbers) -> dict[int, str]:
        """Say what codes stand for.

        Args:
            codes: Codes, each once.

        Returns:
            Their notes; codes without one are left out.
        """
        return self._noted("notes", "code", codes)

    def entities(self, codes: Numbers) -> dict[int, str]:
        """Say who the entities behind codes are.

        Args:
            codes: Codes, each once.

        Returns:
            Their notes; codes without one are left out.
        """
        return self._noted("entities", "entity", codes)

    def _noted(self, table: str, key: str, codes: Numbers) -> dict[int, str]:
        held = self.tables[table]
        known = dict(zip(held[key].tolist(), held["note"].tolist(), strict=True))
        return {code: known[code] for code in codes.tolist() if code in known}
