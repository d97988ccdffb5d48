"""Put records into the tables; each function works inside the transaction of its caller and leaves no half behind."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from testimonia.errors import StoreError
from testimonia.model.captured import Captured
from testimonia.model.document import Document, Source
from testimonia.model.entity import Entity
from testimonia.model.judgement import RULE, Judgement
from testimonia.model.known_group import KnownGroup
from testimonia.model.knowledge import Findings
from testimonia.model.problem import Problem
from testimonia.model.reading import Reading
from testimonia.store import schema
from testimonia.store.captured_rows import document_row, known_group_row, problem_row, source_row
from testimonia.store.coding import Row, is_writable
from testimonia.store.derived_rows import corroboration_row, dispute_row, entity_row, event_row, judgement_row
from testimonia.store.folding import fold
from testimonia.store.grounding import ground
from testimonia.store.protocol import Added
from testimonia.store.read_rows import claim_row, mention_row, referent_row, report_party_rows, report_row

_INDEX_TEXT = text("INSERT INTO text_index (rowid, body) VALUES (:seq, :body)")


def add_batch(connection: Connection, batch: Sequence[Captured], *, recorded: str) -> Added:
    """Keep what capture gave.

    Args:
        connection: A connection inside a writing transaction.
        batch: Documents, problems, sources and known groups, in any order.
        recorded: When this happens, ISO 8601.

    Returns:
        How many records were new, known or revised.
    """
    documents, sources, problems, revised, known = 0, 0, 0, 0, 0
    for item in batch:
        if isinstance(item, Problem):
            problems += add_problems(connection, (item,))
        elif isinstance(item, Source):
            sources += _add_source(connection, item)
        elif isinstance(item, KnownGroup):
            _put_known_group(connection, item)
        elif not is_writable(item.text):
            problems += add_problems(connection, (_unwritable(item),))
        else:
            before = connection.execute(select(schema.documents).where(schema.documents.c.id == item.id)).mappings().first()
            if before is None:
                documents += 1
                _add_document(connection, item, recorded=recorded)
            elif connection.execute(select(schema.texts.c.text).where(schema.texts.c.seq == before["seq"])).scalar_one() != item.text:
                problems += add_problems(connection, (_other_text(item),))
            elif _revise(connection, item, before=dict(before)):
                revised += 1
            else:
                known += 1
    return Added(documents, sources, problems, revised, known)


def add_problems(connection: Connection, problems: Iterable[Problem], *, reading: str | None = None) -> int:
    """Keep problems that are not there yet.

    Args:
        connection: A connection inside a writing transaction.
        problems: What could not be done.
        reading: The document whose reading brought them, None where no reading did.

    Returns:
        How many were new.
    """
    return _insert_new(connection, schema.problems, [problem_row(problem, reading=reading) for problem in problems])


def put_reading(connection: Connection, reading: Reading, *, recorded: str) -> None:
    """Keep what was read from a document, in the place of what was read before.

    Args:
        connection: A connection inside a writing transaction.
        reading: What a reader found; what is not grounded in the text becomes problems.
        recorded: When this happens, ISO 8601.

    Raises:
        StoreError: The document is not in the knowledge base.
    """
    found = connection.execute(
        select(schema.texts.c.text, schema.documents.c.origin).join(schema.documents).where(schema.documents.c.id == reading.document)
    ).first()
    if found is None:
        raise StoreError(f"{reading.document}: is not in the knowledge base; add the document before its reading")
    grounded = ground(reading, text=found.text, origin=found.origin)
    connection.execute(delete(schema.readings).where(schema.readings.c.document == reading.document))
    connection.execute(insert(schema.readings), {"document": reading.document, "reader": reading.reader, "recorded": recorded})
    _insert(connection, schema.referents, [referent_row(referent, place) for place, referent in enumerate(grounded.referents)])
    _insert(connection, schema.mentions, [mention_row(mention, place) for place, mention in enumerate(grounded.mentions)])
    _insert(connection, schema.claims, [claim_row(claim, place) for place, claim in enumerate(grounded.claims)])
    _insert(connection, schema.reports, [report_row(report, place) for place, report in enumerate(grounded.reports)])
    _insert(connection, schema.report_parties, [row for report in grounded.reports for row in report_party_rows(report)])
    add_problems(connection, grounded.problems, reading=reading.document)


def replace_rule_judgements(connection: Connection, judgements: Iterable[Judgement], *, recorded: str) -> None:
    """Append the rules' new judgements, and mark those that the rules no longer make as superseded; no row is deleted.

    Args:
        connection: A connection inside a writing transaction.
        judgements: All judgements that the rules make now.
        recorded: When this happens, ISO 8601.
    """
    table = schema.judgements
    made = {judgement.id: judgement for judgement in judgements}
    by_rule = table.c.by.startswith(RULE, autoescape=True) & table.c.superseded.is_(None)
    standing = {judgement_id: seq for judgement_id, seq in connection.execute(select(table.c.id, table.c.seq).where(by_rule))}
    gone = [{"gone": seq} for judgement_id, seq in standing.items() if judgement_id not in made]
    if gone:
        connection.execute(update(table).where(table.c.seq == bindparam("gone")).values(superseded=recorded), gone)
    new = [judgement_row(judgement) | {"recorded": recorded} for judgement_id, judgement in made.items() if judgement_id not in standing]
    _insert(connection, table, new)


def add_judgements(connection: Connection, judgements: Iterable[Judgement], *, recorded: str) -> int:
    """Append people's decisions that are not there yet.

    Args:
        connection: A connection inside a writing transaction.
        judgements: Decisions on identity.
        recorded: When this happens, ISO 8601.

    Returns:
        How many were new.
    """
    given = {judgement.id: judgement for judgement in judgements}
    table = schema.judgements
    by_people = table.c.by.startswith(RULE, autoescape=True).is_(False)
    known = set(connection.execute(select(table.c.id).where(by_people)).scalars()) if given else set()
    new = [judgement_row(judgement) | {"recorded": recorded} for judgement_id, judgement in given.items() if judgement_id not in known]
    _insert(connection, table, new)
    return len(new)


def put_entities(connection: Connection, entities: Sequence[Entity]) -> None:
    """Put new entities in the place of all former ones.

    Args:
        connection: A connection inside a writing transaction.
        entities: All entities, each with its referents.

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
    connection.execute(delete(schema.entities))
    _insert(connection, schema.entities, [entity_row(entity, place) for place, entity in enumerate(entities)])
    rows = [
        {"referent": referent, "entity": entity.id, "position": place}
        for entity in entities
        for place, referent in enumerate(dict.fromkeys(entity.referents))
    ]
    _insert(connection, schema.entity_referents, rows)


def put_findings(connection: Connection, findings: Findings) -> None:
    """Put new events, corroborations and disputes in the place of all former ones.

    Args:
        connection: A connection inside a writing transaction.
        findings: All that weighing gives.
    """
    for table in (schema.events, schema.corroborations, schema.disputes):
        connection.execute(delete(table))
    _insert_new(connection, schema.events, [event_row(event, place) for place, event in enumerate(findings.events)])
    agreed = [corroboration_row(corroboration, place) for place, corroboration in enumerate(findings.corroborations)]
    _insert_new(connection, schema.corroborations, agreed)
    _insert_new(connection, schema.disputes, [dispute_row(dispute, place) for place, dispute in enumerate(findings.disputes)])


def _insert(connection: Connection, table: Table, rows: list[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _insert_new(connection: Connection, table: Table, rows: list[Row]) -> int:
    """Insert rows whose key is not there, and say how many those were."""
    if not rows:
        return 0
    statement = insert_or(table).on_conflict_do_nothing().execution_options(preserve_rowcount=True)
    return connection.execute(statement, rows).rowcount


def _add_document(connection: Connection, document: Document, *, recorded: str) -> None:
    row = document_row(document)
    seq = connection.execute(insert(schema.documents).returning(schema.documents.c.seq), row | {"recorded": recorded}).scalar_one()
    connection.execute(insert(schema.texts), {"seq": seq, "text": document.text})
    connection.execute(_INDEX_TEXT, {"seq": seq, "body": fold(document.text)})
    # The file can be read now, so that it could not be read is no longer true.
    stale = schema.problems.c.fatal.is_(1) & (schema.problems.c.stage == "capture")
    connection.execute(delete(schema.problems).where(stale, schema.problems.c.origin == row["origin"]))


def _revise(connection: Connection, document: Document, *, before: Row) -> bool:
    """Take over corrected particulars of a known document, so that it is read again; say whether there were any.

    Only from its own file: another copy of the same bytes, with another sidecar or none, changes nothing.
    """
    row = document_row(document)
    if row["origin"] != before["origin"] or all(before[name] == value for name, value in row.items()):
        return False
    connection.execute(
        update(schema.documents).where(schema.documents.c.seq == bindparam("known_seq")), {"known_seq": before["seq"], **row}
    )
    connection.execute(delete(schema.readings).where(schema.readings.c.document == document.id))
    return True


def _add_source(connection: Connection, source: Source) -> int:
    """Keep what is stated of a publisher; what is not stated leaves what is known."""
    row = source_row(source)
    new = _insert_new(connection, schema.sources, [row])
    stated = {name: value for name, value in row.items() if name != "name" and value is not None}
    if not new and stated:
        connection.execute(update(schema.sources).where(schema.sources.c.name == row["name"]).values(stated))
    return new


def _put_known_group(connection: Connection, group: KnownGroup) -> None:
    """Keep an entry of the register as it was given last."""
    row = known_group_row(group)
    connection.execute(insert_or(schema.known_groups).values(row).on_conflict_do_update(index_elements=["id"], set_=row))


def put_lens(connection: Connection, name: str, content: str, *, recorded: str) -> None:
    """Keep a lens under its name, in the place of one that had it.

    Args:
        connection: A connection inside a writing transaction.
        name: The lens's name.
        content: The lens, written down.
        recorded: When this happens, ISO 8601.
    """
    row = {"name": name, "content": content, "recorded": recorded}
    connection.execute(insert_or(schema.lenses).values(row).on_conflict_do_update(index_elements=["name"], set_=row))


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
