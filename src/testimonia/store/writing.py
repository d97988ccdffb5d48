"""Put records into the tables; each function works inside the transaction of its caller and leaves no half behind."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, bindparam, insert, select, text, true, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from testimonia.errors import StoreError
from testimonia.model.captured import Captured
from testimonia.model.document import Document, Source
from testimonia.model.entity import Entity
from testimonia.model.judgement import RULE, Judgement
from testimonia.model.kinds import Stage
from testimonia.model.known_group import KnownGroup
from testimonia.model.problem import Problem
from testimonia.model.reading import Reading
from testimonia.store import schema
from testimonia.store.captured_rows import document_row, known_group_row, problem_row, source_row
from testimonia.store.coding import Row, is_writable
from testimonia.store.derived_rows import entity_row, judgement_row
from testimonia.store.editing import is_edited
from testimonia.store.folding import fold
from testimonia.store.grounding import ground
from testimonia.store.history import Stand, put
from testimonia.store.in_force import lay_aside, with_decisions, with_names_by_hand
from testimonia.store.protocol import Added
from testimonia.store.read_rows import claim_row, mention_row, referent_row, report_from, report_party_rows, report_row

_OF_READING = (schema.readings, schema.referents, schema.mentions, schema.claims, schema.reports)
"""What a reading brings that says which document it is from, each after those that it refers to."""
_INDEX_TEXT = text("INSERT INTO text_index (rowid, body) VALUES (:seq, :body)")


def add_batch(connection: Connection, batch: Sequence[Captured], *, recorded: datetime) -> Added:
    """Keep what capture gave.

    Args:
        connection: A connection inside a writing transaction.
        batch: Documents, problems, sources and known groups, in any order.
        recorded: When this happens, in UTC.

    Returns:
        How many records were new, known or revised.
    """
    documents, sources, problems, revised, known = 0, 0, 0, 0, 0
    for item in batch:
        if isinstance(item, Problem):
            problems += add_problems(connection, (item,), recorded=recorded)
        elif isinstance(item, Source):
            sources += _add_source(connection, item, recorded=recorded)
        elif isinstance(item, KnownGroup):
            _put_one(connection, schema.known_groups, known_group_row(item), recorded=recorded)
        elif not is_writable(item.text):
            problems += add_problems(connection, (_unwritable(item),), recorded=recorded)
        else:
            before = connection.execute(select(schema.documents).where(schema.documents.c.id == item.id)).mappings().first()
            if before is None:
                documents += 1
                _add_document(connection, item, recorded=recorded)
            elif connection.execute(select(schema.texts.c.text).where(schema.texts.c.seq == before["seq"])).scalar_one() != item.text:
                problems += add_problems(connection, (_other_text(item),), recorded=recorded)
            elif _revise(connection, item, before=dict(before), recorded=recorded):
                revised += 1
            else:
                known += 1
    return Added(documents, sources, problems, revised, known)


def add_problems(connection: Connection, problems: Iterable[Problem], *, recorded: datetime) -> int:
    """Keep problems that are not there yet.

    Args:
        connection: A connection inside a writing transaction.
        problems: What could not be done.
        recorded: When this happens, in UTC.

    Returns:
        How many were new.
    """
    return _insert_new(connection, schema.problems, [problem_row(problem) | {"since": _seconds(recorded)} for problem in problems])


def put_problems(connection: Connection, stage: Stage, problems: Iterable[Problem], *, recorded: datetime) -> None:
    """Put new problems of a stage that works on the whole in the place of its former ones.

    Args:
        connection: A connection inside a writing transaction.
        stage: `resolve`, `weigh` or `publish`.
        problems: All problems of the stage's latest run.
        recorded: When this happens, in UTC.
    """
    # Those of a reading go with it, those of a file when it can be captured.
    former = (schema.problems.c.stage == stage) & schema.problems.c.reading.is_(None)
    stand = Stand(schema.problems, _not_elsewhere(connection, map(problem_row, problems), among=former), former)
    put(connection, [stand], since=_seconds(recorded))


def put_reading(connection: Connection, reading: Reading, *, recorded: datetime) -> None:
    """Keep what was read from a document, in the place of what was read before.

    Args:
        connection: A connection inside a writing transaction.
        reading: What a reader found; what is not grounded in the text becomes problems.
        recorded: When this happens, in UTC.

    Raises:
        StoreError: The document is not in the knowledge base.
    """
    found = connection.execute(
        select(schema.texts.c.text, schema.documents.c.origin).join(schema.documents).where(schema.documents.c.id == reading.document)
    ).first()
    if found is None:
        raise StoreError(f"{reading.document}: is not in the knowledge base; add the document before its reading")
    grounded = with_names_by_hand(connection, ground(reading, text=found.text, origin=found.origin))
    of = {"document": reading.document, "reader": reading.reader}
    claims = with_decisions(connection, "claim", [claim_row(claim, reader=reading.reader) for claim in grounded.claims], **of)
    reports = with_decisions(connection, "report", [report_row(report, reader=reading.reader) for report in grounded.reports], **of)
    rows = {
        schema.readings: [of],
        schema.referents: [referent_row(referent) for referent in grounded.referents],
        schema.mentions: [mention_row(mention) for mention in grounded.mentions],
        schema.claims: claims.standing,
        schema.reports: reports.standing,
        schema.report_parties: [party for row in reports.standing for party in report_party_rows(report_from(row | of))],
        schema.problems: [problem_row(problem, reading=reading.document) for problem in grounded.problems],
    }
    _put_reading_rows(connection, reading.document, rows, recorded=recorded)
    for table, laid in ((schema.claims, claims), (schema.reports, reports)):
        lay_aside(connection, table, laid.aside, document=reading.document, since=_seconds(recorded))


def replace_rule_judgements(connection: Connection, judgements: Iterable[Judgement], *, recorded: datetime) -> None:
    """Append the rules' new judgements, and mark those that the rules no longer make as superseded; no row is deleted.

    Args:
        connection: A connection inside a writing transaction.
        judgements: All judgements that the rules make now.
        recorded: When this happens, in UTC.
    """
    table = schema.judgements
    made = {judgement.id: judgement for judgement in judgements}
    by_rule = table.c.by.startswith(RULE, autoescape=True) & table.c.superseded.is_(None)
    standing = {row.id: row.seq for row in connection.execute(select(table.c.id, table.c.seq).where(by_rule))}
    gone = [{"gone": seq} for judgement_id, seq in standing.items() if judgement_id not in made]
    if gone:
        connection.execute(update(table).where(table.c.seq == bindparam("gone")).values(superseded=written(recorded)), gone)
    _append(connection, (judgement for judgement_id, judgement in made.items() if judgement_id not in standing), recorded=recorded)


def add_judgements(connection: Connection, judgements: Iterable[Judgement], *, recorded: datetime) -> int:
    """Append people's decisions that are not there yet.

    Args:
        connection: A connection inside a writing transaction.
        judgements: Decisions on identity.
        recorded: When this happens, in UTC.

    Returns:
        How many were new.
    """
    given = {judgement.id: judgement for judgement in judgements}
    table = schema.judgements
    by_people = table.c.by.startswith(RULE, autoescape=True).is_(False)
    known = set(connection.execute(select(table.c.id).where(by_people)).scalars()) if given else set()
    return _append(connection, (judgement for judgement_id, judgement in given.items() if judgement_id not in known), recorded=recorded)


def put_entities(connection: Connection, entities: Sequence[Entity], *, recorded: datetime) -> None:
    """Put new entities in the place of all former ones.

    Args:
        connection: A connection inside a writing transaction.
        entities: All entities, each with its referents.
        recorded: When this happens, in UTC.

    Raises:
        StoreError: Two entities claim one referent, or two have one identifier.
    """
    owners: dict[str, str] = {}
    for entity in entities:
        if entity.id in owners:
            raise StoreError(f"two entities have the identifier {entity.id}; the resolver must name each one apart")
        owners[entity.id] = entity.id
    for entity in entities:
        for referent in entity.referents:
            if owners.setdefault(referent, entity.id) != entity.id:
                raise StoreError(
                    f"{referent} belongs to two entities, {owners[referent]} and {entity.id}; the resolver must give it to one of them"
                )
    referents = [{"referent": referent, "entity": entity.id} for entity in entities for referent in dict.fromkeys(entity.referents)]
    stands = [
        Stand(schema.entities, [entity_row(entity) for entity in entities], true()),
        Stand(schema.entity_referents, referents, true()),
    ]
    put(connection, stands, since=_seconds(recorded))


def _append(connection: Connection, judgements: Iterable[Judgement], *, recorded: datetime) -> int:
    """Add judgements, and say how many."""
    rows = [judgement_row(judgement) | {"recorded": written(recorded)} for judgement in judgements]
    if rows:
        connection.execute(insert(schema.judgements), rows)
    return len(rows)


def _insert_new(connection: Connection, table: Table, rows: list[Row]) -> int:
    """Insert rows whose key is not there, and say how many those were."""
    if not rows:
        return 0
    statement = insert_or(table).on_conflict_do_nothing().execution_options(preserve_rowcount=True)
    return connection.execute(statement, rows).rowcount


def _add_document(connection: Connection, document: Document, *, recorded: datetime) -> None:
    row = document_row(document)
    moments = {"recorded": written(recorded), "since": _seconds(recorded)}
    seq = connection.execute(insert(schema.documents).returning(schema.documents.c.seq), row | moments).scalar_one()
    connection.execute(insert(schema.texts), {"seq": seq, "text": document.text})
    connection.execute(_INDEX_TEXT, {"seq": seq, "body": fold(document.text)})
    # The file can be read now, so that it could not be read is no longer true.
    stale = schema.problems.c.fatal.is_(1) & (schema.problems.c.stage == "capture") & (schema.problems.c.origin == row["origin"])
    put(connection, [Stand(schema.problems, (), stale)], since=_seconds(recorded))


def _revise(connection: Connection, document: Document, *, before: Row, recorded: datetime) -> bool:
    """Take over corrected particulars of a known document, so that it is read again; say whether there were any.

    Only from its own file: another copy of the same bytes, with another sidecar or none, changes nothing.
    """
    row = document_row(document)
    if row["origin"] != before["origin"] or all(before[name] == value for name, value in row.items()):
        return False
    _put_one(connection, schema.documents, {"seq": before["seq"], **row}, recorded=recorded)
    _put_reading_rows(connection, document.id, {}, recorded=recorded)
    return True


def _put_reading_rows(connection: Connection, document: str, rows: Mapping[Table, list[Row]], *, recorded: datetime) -> None:
    """Put what was read from a document in the place of what was read before; without rows, leave it unread."""
    reports = select(schema.reports.c.id).where(schema.reports.c.document == document)
    among = {table: table.c.document == document for table in _OF_READING} | {
        schema.report_parties: schema.report_parties.c.report.in_(reports),
        schema.problems: schema.problems.c.reading == document,
    }
    was_read = connection.execute(select(schema.readings.c.reader).where(among[schema.readings])).first() is not None
    stands = []
    for table, former in among.items():
        put_there = rows.get(table, [])
        if table is schema.problems:
            put_there = _not_elsewhere(connection, put_there, among=former)
        stands.append(Stand(table, put_there, former if was_read else None))
    put(connection, stands, since=_seconds(recorded))


def _not_elsewhere(connection: Connection, rows: Iterable[Row], *, among: ColumnElement[bool]) -> list[Row]:
    """Leave out problems that stand already and are not among those that give way."""
    by_id = {row["id"]: row for row in rows}
    if not by_id:
        return []
    column = schema.problems.c.id
    elsewhere = set(connection.execute(select(column).where(column.in_(list(by_id)), among.is_not(True))).scalars())
    return [row for row in by_id.values() if row["id"] not in elsewhere]


def _add_source(connection: Connection, source: Source, *, recorded: datetime) -> int:
    """Keep what is stated of a publisher; what is not stated leaves what is known."""
    if is_edited(connection, source, recorded=recorded):
        return 0
    stated = {name: value for name, value in source_row(source).items() if value is not None}
    return _put_one(connection, schema.sources, stated, recorded=recorded)


def _put_one(connection: Connection, table: Table, row: Row, *, recorded: datetime) -> int:
    """Put one row as it was given last, and say whether it is new; columns that it lacks stay."""
    (key,) = table.primary_key
    return put(connection, [Stand(table, [row], key == row[key.name])], since=_seconds(recorded))


def put_stamps(connection: Connection, values: Mapping[str, str], *, recorded: datetime) -> None:
    """Note by what the knowledge base was made.

    Args:
        connection: A connection inside a writing transaction.
        values: Stamps by key; a value there is replaced.
        recorded: When this happens, in UTC.
    """
    for key, value in values.items():
        _put_one(connection, schema.meta, {"key": key, "value": value}, recorded=recorded)


def put_lens(connection: Connection, name: str, content: str, *, recorded: datetime) -> None:
    """Keep a lens under its name, in the place of one that had it.

    Args:
        connection: A connection inside a writing transaction.
        name: The lens's name.
        content: The lens, written down.
        recorded: When this happens, in UTC.
    """
    row = {"name": name, "content": content, "recorded": written(recorded)}
    connection.execute(insert_or(schema.lenses).values(row).on_conflict_do_update(index_elements=["name"], set_=row))


def written(moment: datetime) -> str:
    """Write a moment down, to the second.

    Args:
        moment: When something is recorded, in UTC.

    Returns:
        ISO 8601.
    """
    return moment.isoformat(timespec="seconds")


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def _unwritable(document: Document) -> Problem:
    return Problem(
        origin=document.origin,
        stage="capture",
        rule="store.not_unicode",
        what="the text holds half surrogate pairs, which are no characters and cannot be stored",
        remedy="save the file as UTF-8 with an editor or a converter, then build again",
        document=document.id,
    )


def _other_text(document: Document) -> Problem:
    return Problem(
        origin=document.origin,
        stage="capture",
        rule="store.text_differs",
        what="the same bytes now give another text than when they were first captured; the first text was kept, as quotations rest on it",
        remedy="to use the new text, build into a new folder",
        document=document.id,
        fatal=False,
    )
