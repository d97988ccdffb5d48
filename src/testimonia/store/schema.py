"""How a knowledge base is laid out in tables, as this version expects it.

`migrations/` brings an older file here step by step; a test holds the two equal. What queries ask for has columns of its own; the rest of
a record is compact JSON with sorted keys, leaving out what has its default.

`seq` and `position` keep the order of capture and of the text, so that nothing depends on when a build was interrupted.

`since` is the moment at which a row was recorded as it stands, in seconds since 1970, UTC. A row that changes or goes is kept in the table
`past_...` of the same columns, with the moment `until` which it stood; `history` writes them and `past` asks them. Judgements and decisions
keep their history in their own tables; findings, what pages look up (`page_tables`) and the indices of texts and names have none, since
they follow from the rest.
"""

from typing import Any

from sqlalchemy import REAL, Column, ForeignKey, Index, Integer, MetaData, Table, Text

from testimonia.store.review_schema import table_aside, table_of_edits, tables_of_review

APPLICATION_ID = 0x5445_5354
"""SQLite's own mark of whose file it is ("TEST" in ASCII, for Testimonia), so that somebody else's database is never taken for ours."""

HEAD = "0006"
"""The newest migration; opening a file that says so needs no Alembic. A test compares it with `migrations/versions`."""

CREATE_TEXT_INDEX = (
    "CREATE VIRTUAL TABLE text_index USING fts5(body, content='', tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\")"
)
"""Full text over the folded texts, without keeping a copy of them. Folding has dealt with accents; marks that are left (Indic vowels)
belong to words."""

METADATA = MetaData()


def _text(name: str, *, optional: bool = False) -> "Column[str]":
    return Column(name, Text, nullable=optional)


def _listed(name: str) -> "Column[str]":
    """A list as JSON; tables that had rows before the column was added hold an empty one there."""
    return Column(name, Text, nullable=False, server_default="[]")


def _number(name: str, *, optional: bool = False) -> "Column[int]":
    return Column(name, Integer, nullable=optional)


def _since() -> "Column[int]":
    return Column("since", Integer, nullable=False, server_default="0")


def _of_reading() -> "Column[str]":
    return Column("document", Text, ForeignKey("readings.document", ondelete="CASCADE"), nullable=False)


def _time() -> "tuple[Column[str], ...]":
    return tuple(_text(name, optional=True) for name in ("edtf", "lo", "hi", "time_mode", "time_basis"))


def _testimony() -> "tuple[Column[str] | Column[int], ...]":
    return (_text("voices"), _text("stance"), _number("start"), _number("end"), _text("evidence"), _text("rule"), _text("proposal"))


documents = Table(
    "documents",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _text("origin"),
    _text("sha256"),
    _text("format"),
    _text("title", optional=True),
    _text("publisher", optional=True),
    _text("original_publisher", optional=True),
    _text("author", optional=True),
    _text("published", optional=True),
    _text("published_basis"),
    _text("language", optional=True),
    _text("url", optional=True),
    _text("encoding", optional=True),
    _text("marked"),
    _text("recorded"),
    _since(),
    Index("documents_origin", "origin"),
    Index("documents_published", "published", "seq"),
    Index("documents_publisher", "publisher", "published", "seq"),
    sqlite_strict=True,
)
texts = Table(
    "texts",
    METADATA,
    Column("seq", Integer, ForeignKey("documents.seq"), primary_key=True),
    _text("text"),
    sqlite_strict=True,
)
readings = Table(
    "readings",
    METADATA,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True, nullable=False),
    _text("reader"),
    _since(),
    sqlite_strict=True,
)
referents = Table(
    "referents",
    METADATA,
    Column("id", Text, primary_key=True, nullable=False),
    _of_reading(),
    _number("position"),
    _text("name"),
    _text("cls"),
    _text("kind", optional=True),
    _text("names"),
    _text("language"),
    _text("role", optional=True),
    _since(),
    Index("referents_document", "document", "position"),
    sqlite_strict=True,
)
mentions = Table(
    "mentions",
    METADATA,
    Column("id", Text, primary_key=True, nullable=False),
    _of_reading(),
    _number("position"),
    _number("start"),
    _number("end"),
    _text("quote"),
    Column("referent", Text, ForeignKey("referents.id", ondelete="CASCADE"), nullable=False),
    _text("how"),
    _since(),
    Index("mentions_document", "document", "position"),
    Index("mentions_referent", "referent"),
    sqlite_strict=True,
)
claims = Table(
    "claims",
    METADATA,
    Column("id", Text, primary_key=True, nullable=False),
    _of_reading(),
    _number("position"),
    _text("predicate"),
    _text("subject"),
    _text("subject_referent", optional=True),
    _text("object", optional=True),
    _text("object_referent", optional=True),
    _text("value", optional=True),
    _text("polarity"),
    *_time(),
    *_testimony(),
    _since(),
    Index("claims_document", "document", "position"),
    Index("claims_subject_referent", "subject_referent"),
    Index("claims_object_referent", "object_referent"),
    Index("claims_predicate", "predicate"),
    sqlite_strict=True,
)
reports = Table(
    "reports",
    METADATA,
    Column("id", Text, primary_key=True, nullable=False),
    _of_reading(),
    _number("position"),
    _text("type"),
    _text("mode", optional=True),
    _text("status"),
    _number("recurrent"),
    _text("parties"),
    _text("figures"),
    *_time(),
    *_testimony(),
    _since(),
    Index("reports_document", "document", "position"),
    sqlite_strict=True,
)
report_parties = Table(
    "report_parties",
    METADATA,
    Column("report", Text, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True, nullable=False),
    Column("slot", Text, primary_key=True, nullable=False),
    Column("referent", Text, primary_key=True, nullable=False),
    _since(),
    Index("report_parties_referent", "referent"),
    sqlite_strict=True,
)
problems = Table(
    "problems",
    METADATA,
    Column("id", Text, primary_key=True, nullable=False),
    _text("origin"),
    _text("stage"),
    _text("rule"),
    _text("what"),
    _text("remedy"),
    _text("place", optional=True),
    _text("document", optional=True),
    _number("fatal"),
    # Set where a reading brought the problem: it goes when the reading goes.
    Column("reading", Text, ForeignKey("readings.document", ondelete="CASCADE"), nullable=True),
    _since(),
    Index("problems_document", "document"),
    Index("problems_origin", "origin"),
    Index("problems_reading", "reading"),
    sqlite_strict=True,
)
sources = Table(
    "sources",
    METADATA,
    Column("name", Text, primary_key=True, nullable=False),
    _text("kind", optional=True),
    _text("side", optional=True),
    _text("country", optional=True),
    _text("note", optional=True),
    _since(),
    sqlite_strict=True,
)
known_groups = Table(
    "known_groups",
    METADATA,
    Column("id", Text, primary_key=True, nullable=False),
    _text("name"),
    _text("names"),
    _text("same_as"),
    _text("country", optional=True),
    _text("source", optional=True),
    _since(),
    sqlite_strict=True,
)
lenses = Table(
    "lenses",
    METADATA,
    Column("name", Text, primary_key=True, nullable=False),
    _text("content"),
    _text("recorded"),
    sqlite_strict=True,
)
judgements = Table(
    "judgements",
    METADATA,
    Column("seq", Integer, primary_key=True),
    _text("id"),
    _text("left"),
    _text("right"),
    _text("verdict"),
    Column("score", REAL, nullable=False),
    _text("by"),
    _text("evidence"),
    _listed("features"),
    _text("at", optional=True),
    _text("recorded"),
    _text("superseded", optional=True),
    Index("judgements_id", "id"),
    Index("judgements_left", "left"),
    Index("judgements_right", "right"),
    sqlite_strict=True,
)
entities = Table(
    "entities",
    METADATA,
    Column("id", Text, primary_key=True, nullable=False),
    _number("position"),
    _text("kind"),
    _text("name"),
    _text("names"),
    _text("gazetteer", optional=True),
    Column("latitude", REAL, nullable=True),
    Column("longitude", REAL, nullable=True),
    _text("country", optional=True),
    _listed("formerly"),
    _listed("same_as"),
    _text("precision", optional=True),
    _listed("divisions"),
    _since(),
    sqlite_strict=True,
)
entity_referents = Table(
    "entity_referents",
    METADATA,
    Column("referent", Text, primary_key=True, nullable=False),
    Column("entity", Text, ForeignKey("entities.id", ondelete="CASCADE"), nullable=False),
    _number("position"),
    _since(),
    Index("entity_referents_entity", "entity", "position"),
    sqlite_strict=True,
)
events = Table(
    "events",
    METADATA,
    Column("id", Text, primary_key=True, nullable=False),
    _number("position"),
    _text("type"),
    _text("reports"),
    _text("why"),
    _text("tolls"),
    sqlite_strict=True,
)
corroborations = Table(
    "corroborations",
    METADATA,
    Column("id", Text, primary_key=True, nullable=False),
    _number("position"),
    _text("about"),
    _text("claims"),
    _number("independent"),
    _number("witnesses"),
    _text("why"),
    _listed("stances"),
    _listed("agreed"),
    sqlite_strict=True,
)
disputes = Table(
    "disputes",
    METADATA,
    Column("id", Text, primary_key=True, nullable=False),
    _number("position"),
    _text("about"),
    _text("positions"),
    _text("why"),
    _text("rule"),
    _text("certainty"),
    Index("disputes_position", "position"),
    Index("disputes_rule", "rule", "position"),
    sqlite_strict=True,
)
decisions, standings, attention, attention_totals = tables_of_review(METADATA)
source_edits = table_of_edits(METADATA)
ASIDE = {table.name: table_aside(table) for table in (claims, reports)}
"""By the name of each table of what is proposed, where those lie that do not stand."""
meta = Table("meta", METADATA, Column("key", Text, primary_key=True, nullable=False), _text("value"), _since(), sqlite_strict=True)


def _past(table: Table) -> Table:
    columns: list[Column[Any]] = [Column(column.name, column.type, nullable=column.nullable) for column in table.columns]
    return Table(f"past_{table.name}", METADATA, *columns, _number("until"), sqlite_strict=True)


PAST = {
    table.name: _past(table)
    for table in (
        documents,
        readings,
        referents,
        mentions,
        claims,
        reports,
        report_parties,
        problems,
        sources,
        known_groups,
        entities,
        entity_referents,
        meta,
    )
}
"""By the name of each table with a history, the table of its former rows."""
