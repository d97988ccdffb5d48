"""The first layout: every table, and the full-text index."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_TEXT_INDEX = (
    "CREATE VIRTUAL TABLE text_index USING fts5(body, content='', tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\")"
)


def upgrade() -> None:
    """Create all tables, parents before those that point to them."""
    _create_captured()
    _create_named()
    _create_claims()
    _create_reports()
    _create_decided()
    _create_findings()
    op.execute(_TEXT_INDEX)


def _create_captured() -> None:
    op.create_table(
        "documents",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("format", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=True),
        sa.Column("publisher", sa.Text, nullable=True),
        sa.Column("original_publisher", sa.Text, nullable=True),
        sa.Column("author", sa.Text, nullable=True),
        sa.Column("published", sa.Text, nullable=True),
        sa.Column("published_basis", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=True),
        sa.Column("url", sa.Text, nullable=True),
        sa.Column("encoding", sa.Text, nullable=True),
        sa.Column("marked", sa.Text, nullable=False),
        sa.Column("recorded", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("documents_origin", "documents", ["origin"])
    op.create_table(
        "texts",
        sa.Column("seq", sa.Integer, sa.ForeignKey("documents.seq"), primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "readings",
        sa.Column("document", sa.Text, sa.ForeignKey("documents.id"), primary_key=True, nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("recorded", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "sources",
        sa.Column("name", sa.Text, primary_key=True, nullable=False),
        sa.Column("kind", sa.Text, nullable=True),
        sa.Column("side", sa.Text, nullable=True),
        sa.Column("country", sa.Text, nullable=True),
        sa.Column("note", sa.Text, nullable=True),
        sqlite_strict=True,
    )
    op.create_table(
        "meta",
        sa.Column("key", sa.Text, primary_key=True, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sqlite_strict=True,
    )


def _create_named() -> None:
    op.create_table(
        "referents",
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        sa.Column("document", sa.Text, sa.ForeignKey("readings.document", ondelete="CASCADE"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("cls", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=True),
        sa.Column("names", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=True),
        sqlite_strict=True,
    )
    op.create_index("referents_document", "referents", ["document", "position"])
    op.create_table(
        "mentions",
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        sa.Column("document", sa.Text, sa.ForeignKey("readings.document", ondelete="CASCADE"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("referent", sa.Text, sa.ForeignKey("referents.id", ondelete="CASCADE"), nullable=False),
        sa.Column("how", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("mentions_document", "mentions", ["document", "position"])
    op.create_index("mentions_referent", "mentions", ["referent"])


def _create_claims() -> None:
    op.create_table(
        "claims",
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        sa.Column("document", sa.Text, sa.ForeignKey("readings.document", ondelete="CASCADE"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("predicate", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("subject_referent", sa.Text, nullable=True),
        sa.Column("object", sa.Text, nullable=True),
        sa.Column("object_referent", sa.Text, nullable=True),
        sa.Column("value", sa.Text, nullable=True),
        sa.Column("polarity", sa.Text, nullable=False),
        sa.Column("edtf", sa.Text, nullable=True),
        sa.Column("lo", sa.Text, nullable=True),
        sa.Column("hi", sa.Text, nullable=True),
        sa.Column("time_mode", sa.Text, nullable=True),
        sa.Column("time_basis", sa.Text, nullable=True),
        sa.Column("voices", sa.Text, nullable=False),
        sa.Column("stance", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("evidence", sa.Text, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("proposal", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("claims_document", "claims", ["document", "position"])
    op.create_index("claims_object_referent", "claims", ["object_referent"])
    op.create_index("claims_predicate", "claims", ["predicate"])
    op.create_index("claims_subject_referent", "claims", ["subject_referent"])


def _create_reports() -> None:
    op.create_table(
        "reports",
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        sa.Column("document", sa.Text, sa.ForeignKey("readings.document", ondelete="CASCADE"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("mode", sa.Text, nullable=True),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("recurrent", sa.Integer, nullable=False),
        sa.Column("parties", sa.Text, nullable=False),
        sa.Column("figures", sa.Text, nullable=False),
        sa.Column("edtf", sa.Text, nullable=True),
        sa.Column("lo", sa.Text, nullable=True),
        sa.Column("hi", sa.Text, nullable=True),
        sa.Column("time_mode", sa.Text, nullable=True),
        sa.Column("time_basis", sa.Text, nullable=True),
        sa.Column("voices", sa.Text, nullable=False),
        sa.Column("stance", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("evidence", sa.Text, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("proposal", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("reports_document", "reports", ["document", "position"])
    op.create_table(
        "report_parties",
        sa.Column("report", sa.Text, sa.ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True, nullable=False),
        sa.Column("slot", sa.Text, primary_key=True, nullable=False),
        sa.Column("referent", sa.Text, primary_key=True, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("report_parties_referent", "report_parties", ["referent"])


def _create_decided() -> None:
    op.create_table(
        "problems",
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("remedy", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=True),
        sa.Column("document", sa.Text, nullable=True),
        sa.Column("fatal", sa.Integer, nullable=False),
        sa.Column("reading", sa.Text, sa.ForeignKey("readings.document", ondelete="CASCADE"), nullable=True),
        sqlite_strict=True,
    )
    op.create_index("problems_document", "problems", ["document"])
    op.create_index("problems_origin", "problems", ["origin"])
    op.create_index("problems_reading", "problems", ["reading"])
    op.create_table(
        "judgements",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("left", sa.Text, nullable=False),
        sa.Column("right", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("score", sa.REAL, nullable=False),
        sa.Column("reasons", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("evidence", sa.Text, nullable=False),
        sa.Column("recorded", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("judgements_left", "judgements", ["left"])
    op.create_index("judgements_right", "judgements", ["right"])
    op.create_table(
        "entities",
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("names", sa.Text, nullable=False),
        sa.Column("gazetteer", sa.Text, nullable=True),
        sa.Column("latitude", sa.REAL, nullable=True),
        sa.Column("longitude", sa.REAL, nullable=True),
        sa.Column("country", sa.Text, nullable=True),
        sqlite_strict=True,
    )
    op.create_table(
        "entity_referents",
        sa.Column("referent", sa.Text, primary_key=True, nullable=False),
        sa.Column("entity", sa.Text, sa.ForeignKey("entities.id", ondelete="CASCADE"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("entity_referents_entity", "entity_referents", ["entity", "position"])


def _create_findings() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("reports", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("tolls", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "corroborations",
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("claims", sa.Text, nullable=False),
        sa.Column("independent", sa.Integer, nullable=False),
        sa.Column("witnesses", sa.Integer, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "disputes",
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("positions", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("certainty", sa.Text, nullable=False),
        sqlite_strict=True,
    )
