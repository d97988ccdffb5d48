"""Judgements with named features, a person's moment and what was superseded; former identifiers of entities; registers; lenses; history.

Of what an older file holds it is not known when it came: rows of a reading count from the reading, registers and problems from the making
of the knowledge base, entities and stamps from the latest reading.
"""

import json

import sqlalchemy as sa
from alembic import op

_HISTORIED = (
    "documents",
    "readings",
    "referents",
    "mentions",
    "claims",
    "reports",
    "report_parties",
    "problems",
    "sources",
    "known_groups",
    "entities",
    "entity_referents",
    "meta",
)
_CREATED = "coalesce((SELECT value FROM meta WHERE key = 'created'), (SELECT min(recorded) FROM documents))"
_LATEST = f"coalesce((SELECT max(recorded) FROM readings), {_CREATED})"
_OF_DOCUMENT = "(SELECT r.recorded FROM readings AS r WHERE r.document = {table}.document)"
_SINCE = {
    "documents": "recorded",
    "readings": "recorded",
    "referents": _OF_DOCUMENT.format(table="referents"),
    "mentions": _OF_DOCUMENT.format(table="mentions"),
    "claims": _OF_DOCUMENT.format(table="claims"),
    "reports": _OF_DOCUMENT.format(table="reports"),
    "report_parties": "(SELECT r.recorded FROM readings AS r JOIN reports AS e USING (document) WHERE e.id = report_parties.report)",
    "problems": f"coalesce((SELECT r.recorded FROM readings AS r WHERE r.document = problems.reading), {_CREATED})",
    "sources": _CREATED,
    "entities": _LATEST,
    "entity_referents": _LATEST,
    "meta": f"CASE WHEN key IN ('created', 'version') THEN {_CREATED} ELSE {_LATEST} END",
}
"""For each table that may hold rows, from when they count, as written in the older layout."""

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
    op.add_column("entities", sa.Column("precision", sa.Text, nullable=True))
    op.add_column("entities", sa.Column("divisions", sa.Text, nullable=False, server_default="[]"))
    for name in ("stances", "agreed"):
        op.add_column("corroborations", sa.Column(name, sa.Text, nullable=False, server_default="[]"))
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
    _keep_history(op.get_bind())


def _keep_history(connection: sa.Connection) -> None:
    for table in _HISTORIED:
        op.add_column(table, sa.Column("since", sa.Integer, nullable=False, server_default="0"))
    for table, moment in _SINCE.items():
        connection.execute(sa.text(f"UPDATE {table} SET since = coalesce(CAST(strftime('%s', {moment}) AS INTEGER), 0)"))
    op.drop_column("readings", "recorded")
    for table in _HISTORIED:
        columns = sa.inspect(connection).get_columns(table)
        copied: list[sa.Column[object]] = [sa.Column(column["name"], column["type"], nullable=column["nullable"]) for column in columns]
        op.create_table(f"past_{table}", *copied, sa.Column("until", sa.Integer, nullable=False), sqlite_strict=True)


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
