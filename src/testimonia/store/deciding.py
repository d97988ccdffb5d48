"""Append decisions and keep what follows from them up to date; each function works inside the transaction of its caller.

A decision touches its own record only: its line of `standings` is worked out anew from all decisions on it, the record is let stand so
(`in_force`), and it leaves what waits or comes back to it.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, exists, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from testimonia.errors import DecisionError
from testimonia.model.claim import Claim
from testimonia.model.decision import Decision, Said, Standing, kind_of, live_decisions, same_content, standing_of
from testimonia.model.event import EventReport
from testimonia.model.reading import Reading
from testimonia.store import schema
from testimonia.store.coding import Row
from testimonia.store.decided_rows import AS_PROPOSED, decision_from, decision_row, standing_row
from testimonia.store.grounding import ground
from testimonia.store.in_force import TABLES, move, name_by_hand
from testimonia.store.read_rows import claim_from, referent_from, report_from
from testimonia.store.review_records import REST


def decide(connection: Connection, decision: Decision, *, seen: str | None, recorded: datetime) -> None:
    """Append a decision, unless somebody decided on the record meanwhile.

    Args:
        connection: A connection inside a writing transaction.
        decision: What somebody decided.
        seen: The newest verdict or withdrawal that they saw.
        recorded: When this happens, in UTC.

    Raises:
        DecisionError: The record is not there, somebody decided meanwhile, or what was made is not in the text.
    """
    earlier = list(decisions(connection, record=decision.record))
    if any(one.id == decision.id for one in earlier):
        return  # asked twice, as after a broken connection
    proposed = proposal(connection, decision.record)
    _check_record(decision, proposed, earlier)
    _check_seen(decision, earlier, seen)
    _check_withdrawal(decision, earlier)
    _check_made(connection, decision, proposed)
    row = decision_row(decision) | {"recorded": recorded.isoformat(timespec="seconds")}
    seq = connection.execute(insert(schema.decisions).returning(schema.decisions.c.seq), row).scalar_one()
    since = int(recorded.timestamp())
    name_by_hand(connection, decision.referents, decision.mentions, since=since)
    if decision.verdict != "COMMENTED" and not decision.is_on_document:
        changed = _put_standing(connection, decision, standing_of([*earlier, decision]), seq=seq, proposed=proposed is not None)
        move(connection, decision.kind, *changed, since=since)


def decisions(
    connection: Connection, *, record: str | None = None, document: str | None = None, by: str | None = None, upto: int | None = None
) -> Iterator[Decision]:
    """Give decisions.

    Args:
        connection: An open connection.
        record: Only those on this record.
        document: Only those on records of this document.
        by: Only those of this person.
        upto: Only those up to this number; see `newest`.

    Yields:
        Decisions in the order in which they were recorded.
    """
    column = schema.decisions.c
    statement = select(schema.decisions)
    for name, wanted in ((column.record, record), (column.document, document), (column.by, by)):
        if wanted is not None:
            statement = statement.where(name == wanted)
    if upto is not None:
        statement = statement.where(column.seq <= upto)
    for row in connection.execute(statement.order_by(column.seq)).mappings():
        yield decision_from(dict(row))


def standings_of(connection: Connection, records: Collection[str]) -> dict[str, Standing]:
    """Say what follows from all that was decided of some records.

    Args:
        connection: An open connection.
        records: Their identifiers.

    Returns:
        The standing of each.
    """
    on: dict[str, list[Decision]] = {record: [] for record in records}
    column = schema.decisions.c
    statement = select(schema.decisions).where(column.record.in_(list(on))).order_by(column.seq)
    for row in connection.execute(statement).mappings():
        on[row["record"]].append(decision_from(dict(row)))
    return {record: standing_of(held) for record, held in on.items()}


def last_of(connection: Connection, by: str, *, record: str | None = None) -> Decision | None:
    """Find what somebody decided or remarked last and did not take back.

    Args:
        connection: An open connection.
        by: Whose decision.
        record: Only on this record.

    Returns:
        The decision; None where there is none.
    """
    column, back = schema.decisions.c, schema.decisions.alias()
    statement = select(schema.decisions).where(
        column.by == by, column.verdict != "WITHDRAWN", ~exists().where(back.c.record == column.record, back.c.withdraws == column.id)
    )
    if record is not None:
        statement = statement.where(column.record == record)
    row = connection.execute(statement.order_by(column.seq.desc()).limit(1)).mappings().first()
    return None if row is None else decision_from(dict(row))


def proposal(connection: Connection, record: str) -> Said | None:
    """Give a record as it was read, whatever people decided of it.

    Args:
        connection: An open connection.
        record: Its identifier.

    Returns:
        The claim or report; None where no reading proposes it.
    """
    kind = kind_of(record)
    if (row := _line(connection, schema.ASIDE[TABLES[kind].name], record)) is None:
        column = schema.standings.c
        made = connection.execute(select(column.record).where(column.stands == record, column.made.is_not(None))).first()
        row = _line(connection, TABLES[kind], record) if made is None else None
    if row is None:
        return None
    return report_from(row) if kind == "report" else claim_from(row)


def _line(connection: Connection, table: Any, record: str) -> Any:
    readings = schema.readings.c
    statement = select(table, readings.reader).join(schema.readings, readings.document == table.c.document).where(table.c.id == record)
    return connection.execute(statement).mappings().first()


def decided_on(connection: Connection, identifier: str) -> str:
    """Say on which record a decision about what stands under an identifier is a decision.

    Args:
        connection: An open connection.
        identifier: That of a proposal, of a correction that stands, or of what was added by hand.

    Returns:
        The identifier of the record; of a correction, of what it corrects.
    """
    column = schema.standings.c
    found = connection.execute(
        select(column.record).where(column.stands == identifier, column.made.is_not(None)).order_by(column.record != identifier).limit(1)
    ).scalar()
    return identifier if found is None else found


def orphaned(connection: Connection) -> Iterator[str]:
    """Find records that people decided on and that no reading proposes any more.

    Args:
        connection: An open connection.

    Yields:
        Their identifiers, in order; what was added by hand is not among them.
    """
    column, added = schema.standings.c, schema.decisions.c
    proposed = or_(
        *(exists().where(table.c.id == column.record) for table in schema.ASIDE.values()),
        *(exists().where(table.c.id == column.record, column.form == AS_PROPOSED) for table in TABLES.values()),
    )
    by_hand = exists().where(added.record == column.record, added.verdict == "ACCEPTED", added.made.is_not(None))
    yield from connection.execute(select(column.record).where(~proposed, ~by_hand).order_by(column.record)).scalars()


def newest(connection: Connection) -> int:
    """Say how far the decisions go.

    Args:
        connection: An open connection.

    Returns:
        The number of the newest; 0 where nobody has decided anything.
    """
    return connection.execute(select(schema.decisions.c.seq).order_by(schema.decisions.c.seq.desc()).limit(1)).scalar() or 0


def mark_weighed(connection: Connection, *, upto: int | None) -> None:
    """Note that findings follow from the decisions.

    Args:
        connection: A connection inside a writing transaction.
        upto: The number of the newest decision that what was weighed knew of; None for all.
    """
    table, column = schema.standings, schema.standings.c
    stale = update(table).where(column.stale == 1)
    if upto is None:
        connection.execute(stale.values(weighed=column.form, weighed_id=column.stands, stale=0))
        return
    connection.execute(stale.where(column.seq <= upto).values(weighed=column.form, weighed_id=column.stands, stale=0))
    later = connection.execute(select(column.record, column.document, column.form).where(column.seq > upto)).all()
    for row in later:
        # Decided on while it was being weighed: what was weighed is what stood before.
        then = standing_row(row.record, row.document, standing_of(list(decisions(connection, record=row.record, upto=upto))))
        weighed = {"weighed": then["form"], "weighed_id": then["stands"], "stale": int(then["form"] != row.form)}
        connection.execute(update(table).where(column.record == row.record).values(weighed))


def past_standings(taken: Iterable[Decision]) -> Iterator[Row]:
    """Work out what stood on a past day.

    Args:
        taken: The decisions recorded by then, oldest first.

    Yields:
        Lines of `standings`.
    """
    on: dict[str, list[Decision]] = {}
    for decision in taken:
        if decision.verdict != "COMMENTED" and not decision.is_on_document:
            on.setdefault(decision.record, []).append(decision)
    for record, held in on.items():
        yield standing_row(record, held[0].document, standing_of(held)) | {"seq": 0, "stale": 0}


def _check_record(decision: Decision, proposed: Said | None, earlier: list[Decision]) -> None:
    if decision.is_on_document:
        if decision.verdict not in ("COMMENTED", "WITHDRAWN"):
            raise DecisionError(f"{decision.record} is a document; decide on its claims and event reports")
        return
    if decision.adds and (proposed is not None or earlier):
        raise DecisionError(f"{decision.record} is there already; accept it or correct it")
    if not decision.adds and proposed is None and not earlier:
        raise DecisionError(f"there is no claim or event report {decision.record}")


def _check_seen(decision: Decision, earlier: list[Decision], seen: str | None) -> None:
    """Refuse a verdict by somebody who has not seen the newest one."""
    latest = next((one for one in reversed(earlier) if one.verdict != "COMMENTED"), None)
    if decision.verdict not in ("ACCEPTED", "CORRECTED", "REJECTED") or (None if latest is None else latest.id) == seen:
        return
    if latest is None:
        raise DecisionError(f"{decision.record}: the decision {seen} that you saw is not there; look again, then decide")
    what = {"ACCEPTED": "accepted it", "CORRECTED": "corrected it", "REJECTED": "rejected it", "WITHDRAWN": "took a decision back"}
    raise DecisionError(f"{latest.by} {what[latest.verdict]} meanwhile ({decision.record}, {latest.at}); look again, then decide")


def _check_withdrawal(decision: Decision, earlier: list[Decision]) -> None:
    if (decision.verdict == "WITHDRAWN") != (decision.withdraws is not None):
        raise DecisionError("to take a decision back names the decision, and nothing else does")
    known = {one.id: one for one in earlier}
    strangers = sorted(set(decision.settles) - set(known))
    if strangers:
        raise DecisionError(f"{strangers[0]} is no decision on {decision.record}, so it cannot be settled")
    if decision.withdraws is None:
        return
    taken_back = {one.id: one for one in live_decisions(earlier)}.get(decision.withdraws)
    if taken_back is None:
        raise DecisionError(f"{decision.withdraws} is no decision on {decision.record} that stands; it may have been taken back already")
    if taken_back.by != decision.by:
        raise DecisionError(f"{decision.withdraws} is the decision of {taken_back.by}; decide otherwise instead of taking it back")


def _check_made(connection: Connection, decision: Decision, proposed: Said | None) -> None:
    """Hold what somebody made against the text, as every reading is."""
    made = decision.made
    if (made is None) != (decision.verdict not in ("CORRECTED", "ACCEPTED")) and not (decision.verdict == "ACCEPTED" and made is None):
        raise DecisionError("a correction brings what it puts in the record's place, and no other verdict does")
    if made is None and not decision.referents and not decision.mentions:
        return
    if made is not None:
        _check_place(decision, made, proposed)
    documents = schema.documents
    found = connection.execute(
        select(schema.texts.c.text, documents.c.origin).join(documents).where(documents.c.id == decision.document)
    ).first()
    if found is None:
        raise DecisionError(f"{decision.document}: is not in the knowledge base")
    claims, reports = ((made,), ()) if isinstance(made, Claim) else ((), (made,) if isinstance(made, EventReport) else ())
    listed = (*decision.referents, *_known_referents(connection, decision))
    reading = Reading(decision.document, decision.by, listed, decision.mentions, claims, reports)
    refused = ground(reading, text=found.text, origin=found.origin).problems
    if refused:
        raise DecisionError(f"{decision.record}: {refused[0].what}")


def _check_place(decision: Decision, made: Said, proposed: Said | None) -> None:
    if decision.adds and made.id != decision.record:
        raise DecisionError(f"what is added by hand is decided on as itself, {made.id}, not as {decision.record}")
    if made.document != decision.document or kind_of(made.id) != decision.kind:
        raise DecisionError(f"{decision.record}: a correction stays in its document, and a claim a claim")
    if decision.verdict == "CORRECTED" and proposed is not None and same_content(made, proposed):
        raise DecisionError(f"{decision.record}: nothing differs from the proposal; accept it instead")


def _known_referents(connection: Connection, decision: Decision) -> list[Any]:
    from_reading = {mention.referent for mention in decision.mentions}
    table = schema.referents
    rows = connection.execute(select(table).where(table.c.id.in_(from_reading), table.c.document == decision.document)).mappings()
    return [referent_from(dict(row)) for row in rows]


def _put_standing(
    connection: Connection, decision: Decision, standing: Standing, *, seq: int, proposed: bool
) -> tuple[frozenset[str], frozenset[str]]:
    """Put what stands now, and say under which identifiers it may stand otherwise, and which of them somebody had made."""
    table = schema.standings
    before = connection.execute(select(table).where(table.c.record == decision.record)).mappings().first()
    row = standing_row(decision.record, decision.document, standing) | {"seq": seq}
    if before is None:
        rank = connection.execute(select(schema.attention.c.rank).where(schema.attention.c.record == decision.record)).scalar()
        row |= {"weighed": "", "weighed_id": decision.record, "rank": (REST if rank is None else rank) if proposed else None}
    else:
        row |= {name: before[name] for name in ("weighed", "weighed_id", "rank")}
    row["stale"] = int(row["form"] != row["weighed"])
    ids = {name for name in (decision.record, row["stands"], None if before is None else before["stands"]) if name is not None}
    made_before = connection.execute(select(table.c.stands).where(table.c.stands.in_(ids), table.c.made.is_not(None))).scalars().all()
    connection.execute(insert_or(table).values(row).on_conflict_do_update(index_elements=["record"], set_=row))
    _wait(connection, decision, row)
    return frozenset(ids), frozenset(made_before)


def _wait(connection: Connection, decision: Decision, row: Row) -> None:
    """Take a record out of what waits once it is decided on, and put it back where it stood when that is taken back."""
    waiting = schema.attention
    connection.execute(delete(waiting).where(waiting.c.record == decision.record))
    if row["state"] == "proposed" and row["rank"] is not None and row["rank"] < REST:
        connection.execute(insert(waiting), {"record": decision.record, "kind": decision.kind, "rank": row["rank"]})
