"""Decisions of people on claims and event reports, what follows from them, and what waits for one."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the tables; nobody has decided anything."""
    _add_decisions()
    _add_standings()
    for table in ("claims", "reports"):
        _add_aside(table)
    op.create_table(
        "attention",
        sa.Column("record", sa.Text, primary_key=True, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("attention_rank", "attention", ["kind", "rank", "record"])
    op.create_table(
        "attention_totals",
        sa.Column("kind", sa.Text, primary_key=True, nullable=False),
        sa.Column("tier", sa.Integer, primary_key=True, nullable=False),
        sa.Column("total", sa.Integer, nullable=False),
        sqlite_strict=True,
    )


def _add_decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("record", "document", "verdict", "by", "at", "comment")),
        *(sa.Column(name, sa.Text, nullable=True) for name in ("made", "named", "withdraws")),
        sa.Column("settles", sa.Text, nullable=False, server_default="[]"),
        sa.Column("recorded", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    for name in ("record", "document", "by"):
        op.create_index(f"decisions_{name}", "decisions", [name])


def _add_standings() -> None:
    op.create_table(
        "standings",
        sa.Column("record", sa.Text, primary_key=True, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("kind", "document", "state")),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("form", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text, nullable=True) for name in ("stands", "made", "predicate")),
        sa.Column("referents", sa.Text, nullable=False, server_default="[]"),
        sa.Column("weighed", sa.Text, nullable=False, server_default=""),
        sa.Column("weighed_id", sa.Text, nullable=True),
        sa.Column("stale", sa.Integer, nullable=False),
        sa.Column("rank", sa.Integer, nullable=True),
        sqlite_strict=True,
    )
    op.create_index("standings_state", "standings", ["kind", "state", "record"])
    for name in ("document", "stands", "stale"):
        op.create_index(f"standings_{name}", "standings", [name])


def _add_aside(table: str) -> None:
    columns = []
    described = sa.inspect(op.get_bind())
    primary = described.get_pk_constraint(table)["constrained_columns"]
    for column in described.get_columns(table):
        keys = [sa.ForeignKey("readings.document", ondelete="CASCADE")] if column["name"] == "document" else []
        name, kind = column["name"], column["type"]
        columns.append(sa.Column(name, kind, *keys, nullable=column["nullable"], primary_key=name in primary))
    op.create_table(f"{table}_aside", *columns, sqlite_strict=True)
    op.create_index(f"{table}_aside_document", f"{table}_aside", ["document"])
