"""Keep `claims` and `reports` as people's decisions leave them: what is rejected or replaced lies aside, what people made stands.

Whoever asks those tables sees what stands, and their history holds it for every past day. A decision moves the few rows that it concerns;
a new reading of a document is put in through `with_decisions`, so that decisions outlast whatever proposed the record.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, Table, func, select, text

from testimonia.model.decision import RecordKind, ReviewState, Said
from testimonia.model.event import EventReport
from testimonia.model.knowledge import Findings
from testimonia.model.reading import Reading
from testimonia.model.referent import Mention, Referent
from testimonia.store import schema
from testimonia.store.coding import Row
from testimonia.store.decided_rows import AS_PROPOSED, decision_from, made_from
from testimonia.store.history import Stand, put
from testimonia.store.read_rows import claim_row, mention_row, referent_row, report_from, report_party_rows, report_row

TABLES: Mapping[RecordKind, Table] = {"claim": schema.claims, "report": schema.reports}
_REVIEWED = "SELECT stands, state FROM standings WHERE stands IS NOT NULL AND state <> 'proposed' ORDER BY record"
_REVIEWED_OF = _REVIEWED.replace("ORDER", "AND stands IN (SELECT value FROM json_each(:ids)) ORDER")
_STALE = "SELECT record, stands, weighed_id FROM standings WHERE stale = 1"


@dataclass(frozen=True, slots=True)
class Laid:
    """Lines of `claims` or `reports` as decisions leave them: those that stand, in order, and those that lie aside."""

    standing: list[Row] = field(default_factory=list)
    aside: list[Row] = field(default_factory=list)


def with_decisions(connection: Connection, kind: RecordKind, rows: Sequence[Row], *, document: str, reader: str) -> Laid:
    """Part what a reading proposes into what stands and what lies aside, and add what people made.

    Args:
        connection: An open connection.
        kind: Claims or reports.
        rows: The lines that the reading proposes, in order.
        document: The document read.
        reader: Who read it.

    Returns:
        Both parts; what people made stands where its words do.
    """
    column = schema.standings.c
    found = connection.execute(
        select(column.record, column.form, column.made).where(column.document == document, column.kind == kind)
    ).all()
    if not found:
        return Laid(list(rows))
    hidden = {row.record for row in found if row.form != AS_PROPOSED}
    made = {row["id"]: row for row in (made_row(made_from(one.made), reader=reader) for one in found if one.made is not None)}
    laid = Laid()
    for row in rows:
        (laid.aside if row["id"] in hidden or row["id"] in made else laid.standing).append(row)
    for row in made.values():
        at = next((place for place, other in enumerate(laid.standing) if other["start"] > row["start"]), len(laid.standing))
        laid.standing.insert(at, row)
    return laid


def lay_aside(connection: Connection, table: Table, rows: Iterable[Row], *, document: str, since: int) -> None:
    """Put what does not stand of a document's proposals in the place of what lay aside before.

    Args:
        connection: A connection inside a writing transaction.
        table: `claims` or `reports`.
        rows: Lines of the proposals.
        document: The document.
        since: When this happens, in seconds since 1970, UTC.
    """
    aside = schema.ASIDE[table.name]
    connection.execute(aside.delete().where(aside.c.document == document))
    placed = [row | {"position": row.get("position", place), "since": since} for place, row in enumerate(rows)]
    if placed:
        connection.execute(aside.insert(), placed)


def move(connection: Connection, kind: RecordKind, ids: Collection[str], made_before: Collection[str], *, since: int) -> None:
    """Let records stand as their standings say now.

    Args:
        connection: A connection inside a writing transaction, after the standings were changed.
        kind: Claims or reports.
        ids: Records whose standing changed: as proposed, and as made before and now.
        made_before: Those of them that stood as somebody had made them.
        since: When this happens, in seconds since 1970, UTC.
    """
    table = TABLES[kind]
    aside = schema.ASIDE[table.name]
    wanted = sorted(ids)
    stood = {row["id"]: dict(row) for row in connection.execute(select(table).where(table.c.id.in_(wanted))).mappings()}
    lay = {row["id"]: dict(row) for row in connection.execute(select(aside).where(aside.c.id.in_(wanted))).mappings()}
    proposed = {name: row for name, row in stood.items() if name not in made_before} | lay
    made, hidden = _standings_of(connection, wanted)
    rows: list[Row] = []
    for name in wanted:
        if name in made:
            rows.append(_placed(connection, table, made_row(made[name], reader=""), proposed.get(name) or stood.get(name)))
        elif name in proposed and name not in hidden:
            rows.append({column: value for column, value in proposed[name].items() if column != "since"})
    _put(connection, kind, rows, wanted, since=since)
    connection.execute(aside.delete().where(aside.c.id.in_(wanted)))
    gone = [row | {"since": since} for name, row in proposed.items() if name in made or name in hidden]
    if gone:
        connection.execute(aside.insert(), gone)


def made_row(made: Said, *, reader: str) -> Row:
    """Write what somebody made as a line of the table in which it stands.

    Args:
        made: A claim or an event report.
        reader: That of the document's reading.

    Returns:
        The line, but for `position`.
    """
    return report_row(made, reader=reader) if isinstance(made, EventReport) else claim_row(made, reader=reader)


def name_by_hand(connection: Connection, referents: Iterable[Referent], mentions: Iterable[Mention], *, since: int) -> None:
    """Add who and what somebody named in a document to what was read from it.

    Args:
        connection: A connection inside a writing transaction.
        referents: What was named.
        mentions: The words that stand for it.
        since: When this happens, in seconds since 1970, UTC.
    """
    for table, rows in ((schema.referents, map(referent_row, referents)), (schema.mentions, map(mention_row, mentions))):
        for row in rows:
            if connection.execute(select(table.c.id).where(table.c.id == row["id"])).first() is None:
                last = connection.execute(select(func.max(table.c.position)).where(table.c.document == row["document"])).scalar()
                connection.execute(table.insert(), row | {"position": 0 if last is None else last + 1, "since": since})


def with_names_by_hand(connection: Connection, reading: Reading) -> Reading:
    """Add to a reading who and what people named in its document.

    They stay when the decision that named them is taken back: that a name stands in a text is no claim.

    Args:
        connection: An open connection.
        reading: A new reading of the document.

    Returns:
        The reading with them, each once.
    """
    table = schema.decisions
    statement = select(table).where(table.c.document == reading.document, table.c.named.is_not(None)).order_by(table.c.seq)
    taken = [decision_from(dict(row)) for row in connection.execute(statement).mappings()]
    if not taken:
        return reading
    referents = {referent.id: referent for referent in (*(r for one in taken for r in one.referents), *reading.referents)}
    mentions = {mention.id: mention for mention in (*(m for one in taken for m in one.mentions), *reading.mentions)}
    return replace(reading, referents=tuple(referents.values()), mentions=tuple(mentions.values()))


def reviewed(connection: Connection, *, ids: Collection[str] | None = None) -> dict[str, ReviewState]:
    """Say what people decided of what stands.

    Args:
        connection: An open connection.
        ids: Only of those with these identifiers; None for all.

    Returns:
        From the identifier under which a record stands to its state; what nobody decided on is missing.
    """
    asked = _REVIEWED if ids is None else _REVIEWED_OF
    found = connection.execute(text(asked), {} if ids is None else {"ids": json.dumps(sorted(ids))})
    return {row.stands: row.state for row in found}


def stale(connection: Connection) -> frozenset[str]:
    """Name what stands otherwise than it was last weighed: what was found about it waits for the next weighing.

    Args:
        connection: An open connection.

    Returns:
        Identifiers of records as proposed, as they stand, and as they were weighed.
    """
    rows = connection.execute(text(_STALE)).all()
    return frozenset(identifier for row in rows for identifier in row if identifier is not None)


def without(findings: Findings, stale: Set[str]) -> Findings:
    """Leave out what rests on records that stand otherwise than when they were weighed.

    A finding counts witnesses and gives reasons; without some of its claims it would be another one: it waits for the next weighing.

    Args:
        findings: What was found.
        stale: Identifiers that no finding may name.

    Returns:
        The findings that name none of them.
    """
    if not stale:
        return findings
    return Findings(
        tuple(event for event in findings.events if stale.isdisjoint(event.reports)),
        tuple(made for made in findings.corroborations if stale.isdisjoint(made.claims)),
        tuple(dispute for dispute in findings.disputes if stale.isdisjoint(dispute.claims)),
    )


def _standings_of(connection: Connection, ids: Sequence[str]) -> tuple[dict[str, Said], set[str]]:
    """What people made that stands under these identifiers, and which of these do not stand as proposed."""
    column = schema.standings.c
    made = connection.execute(select(column.stands, column.made).where(column.stands.in_(ids), column.made.is_not(None)))
    hidden = connection.execute(select(column.record).where(column.record.in_(ids), column.form != AS_PROPOSED)).scalars()
    return {row.stands: made_from(row.made) for row in made}, set(hidden)


def _placed(connection: Connection, table: Table, row: Row, known: Row | None) -> Row:
    """Give a line its place: that of the proposal, or after the last one whose words begin no later."""
    if known is not None:
        return row | {"position": known["position"]}
    before = select(func.max(table.c.position)).where(table.c.document == row["document"], table.c.start <= row["start"])
    last = connection.execute(before).scalar()
    return row | {"position": 0 if last is None else last + 1}


def _put(connection: Connection, kind: RecordKind, rows: list[Row], ids: Sequence[str], *, since: int) -> None:
    table = TABLES[kind]
    stands = [Stand(table, rows, table.c.id.in_(ids), placed=True)]
    if kind == "report":
        parties: list[Row] = [party for row in rows for party in report_party_rows(report_from(row | {"reader": ""}))]
        stands.append(Stand(schema.report_parties, parties, schema.report_parties.c.report.in_(ids)))
    put(connection, stands, since=since)
