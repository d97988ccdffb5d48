"""What `show` shows: a heading, some facts, tables of records and of testimony; the same as JSON."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from rich.text import Text

from testimonia.cli.escaping import visible
from testimonia.cli.output import write_json, write_line, write_table
from testimonia.cli.testimony import Line, claim_line, report_line
from testimonia.looking import Seen
from testimonia.model.claim import Claim
from testimonia.model.event import EventReport
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.store import Store


@dataclass(frozen=True, slots=True)
class Table:
    """Records in rows; `more` counts those that the limit left out."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | Text, ...], ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class View:
    """One screen: what it is about, facts as label and value, tables below, and `data` saying all of it for programs."""

    title: str
    data: Any
    facts: tuple[tuple[str, str], ...] = ()
    tables: tuple[Table, ...] = field(default=())


@dataclass(frozen=True)
class Shelf:
    """An open knowledge base and what every view needs of it; `limit` is the most rows of a table, 0 for all.

    Where a lens is in force, `seen` holds what it leaves; None shows everything.
    """

    store: Store
    limit: int
    seen: Seen | None = None

    @cached_property
    def known(self) -> Knowledge:
        """Entities and documents, without claims: enough to name whoever a claim speaks of."""
        documents = {document.id: document for document in self.store.documents(texts=False)}
        entities = {entity.id: entity for entity in self.store.entities()}
        return Knowledge(documents, {}, entities, self.store.entity_of(), (), ())

    @cached_property
    def findings(self) -> Findings:
        """Events, corroborations and disputes."""
        return self.store.findings() if self.seen is None else self.seen.findings

    @cached_property
    def _taken(self) -> frozenset[str] | None:
        """What the lens leaves, None where everything counts."""
        if self.seen is None:
            return None
        left = self.seen.knowledge
        return frozenset({claim.id for claim in left.claims} | {report.id for report in left.reports})

    def claims(self, **wanted: Any) -> Iterator[Claim]:
        """Give claims, as `Store.claims` does, but for those that the lens leaves out.

        Args:
            wanted: What `Store.claims` takes.

        Yields:
            Claims in the store's order.
        """
        return (claim for claim in self.store.claims(**wanted) if self._taken is None or claim.id in self._taken)

    def reports(self, **wanted: Any) -> Iterator[EventReport]:
        """Give event reports, as `Store.reports` does, but for those that the lens leaves out.

        Args:
            wanted: What `Store.reports` takes.

        Yields:
            Reports in the store's order.
        """
        return (report for report in self.store.reports(**wanted) if self._taken is None or report.id in self._taken)

    def lines(self, identifiers: Sequence[str]) -> dict[str, Line]:
        """Put claims and event reports into words.

        Args:
            identifiers: Those wanted.

        Returns:
            Lines by identifier; what is no longer in the knowledge base is missing.
        """
        claims = {claim.id: claim_line(claim, self.known) for claim in self.claims(ids=identifiers)}
        return claims | {report.id: report_line(report, self.known) for report in self.reports(ids=identifiers)}

    def cut(self, records: Sequence[Any]) -> tuple[Sequence[Any], int]:
        """Keep as many records as a table may have rows.

        Args:
            records: All of them.

        Returns:
            Those to show, and how many are left out.
        """
        shown = records if self.limit == 0 else records[: self.limit]
        return shown, len(records) - len(shown)


def lines_table(title: str, lines: Sequence[Line], *, shelf: Shelf) -> Table:
    """Lay out claims or event reports, each with its quotation and its chain of voices.

    Args:
        title: What they are.
        lines: The claims or reports.
        shelf: Says how many rows a table may have.

    Returns:
        A table of three columns.
    """
    shown, more = shelf.cut(lines)
    rows = tuple((_two(line.statement, line.id), Text(visible(f"“{line.quote}”")), _two(line.voices, line.where)) for line in shown)
    return Table(f"{title} ({len(lines)})", ("What", "Words", "Voices"), rows, more)


def write_view(view: View, *, as_json: bool) -> None:
    """Print a view.

    Args:
        view: What to show.
        as_json: Print its data instead.
    """
    if as_json:
        write_json(view.data)
        return
    if view.facts:
        write_line(view.title, style="bold")
    elif not any(table.rows for table in view.tables):
        write_line(f"{view.title}: none.")
    width = max((len(label) for label, _ in view.facts), default=0)
    for label, value in view.facts:
        write_line(f"  {label:<{width}}  {value}")
    for place, table in enumerate(view.tables):
        if table.rows:
            if view.facts or place:
                write_line()
            write_table(table.columns, table.rows, title=table.title)
        if table.more:
            write_line(f"… and {table.more:,} more; --limit 0 shows all")


def plain(record: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is not stated.

    Args:
        record: Label to value.

    Returns:
        The same without None and without empty tuples.
    """
    return {name: value for name, value in record.items() if value is not None and value != ()}


def _two(first: str, second: str) -> Text:
    return Text.assemble(visible(first), "\n", (visible(second), "dim"))
