"""Judgements with named features, a person's moment and what was superseded; former identifiers of entities; the register of groups; lenses."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns and the table; reasons become features of weight 0, but for the first, which carries the score."""
    op.rename_table("judgements", "earlier_judgements")
    for side in ("left", "right"):
        op.drop_index(f"judgements_{side}", "earlier_judgements")
    op.create_table(
        "judgements",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("left", sa.Text, nullable=False),
        sa.Column("right", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("score", sa.REAL, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("evidence", sa.Text, nullable=False),
        sa.Column("features", sa.Text, nullable=False, server_default="[]"),
        sa.Column("at", sa.Text, nullable=True),
        sa.Column("recorded", sa.Text, nullable=False),
        sa.Column("superseded", sa.Text, nullable=True),
        sqlite_strict=True,
    )
    _copy_judgements(op.get_bind())
    op.drop_table("earlier_judgements")
    for name in ("id", "left", "right"):
        op.create_index(f"judgements_{name}", "judgements", [name])
    op.add_column("entities", sa.Column("formerly", sa.Text, nullable=False, server_default="[]"))
    op.add_column("entities", sa.Column("same_as", sa.Text, nullable=False, server_default="[]"))
    op.create_table(
        "lenses",
        sa.Column("name", sa.Text, primary_key=True, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("recorded", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "known_groups",
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("names", sa.Text, nullable=False),
        sa.Column("same_as", sa.Text, nullable=False),
        sa.Column("country", sa.Text, nullable=True),
        sa.Column("source", sa.Text, nullable=True),
        sqlite_strict=True,
    )


def _copy_judgements(connection: sa.Connection) -> None:
    rows = connection.execute(sa.text("SELECT * FROM earlier_judgements ORDER BY seq")).mappings().all()
    names = ("seq", "id", "left", "right", "verdict", "score", "by", "evidence", "recorded")
    places = ", ".join(f":{name}" for name in (*names, "features"))
    columns = ", ".join(f'"{name}"' for name in (*names, "features"))
    for row in rows:
        features = [
            {"name": row["by"].removeprefix("rule:"), "weight": row["score"] if at == 0 else 0.0, "words": words}
            for at, words in enumerate(json.loads(row["reasons"]))
        ]
        coded = json.dumps(features, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        connection.execute(sa.text(f"INSERT INTO judgements ({columns}) VALUES ({places})"), {**row, "features": coded})
