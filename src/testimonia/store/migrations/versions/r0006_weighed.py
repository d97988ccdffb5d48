"""What was weighed and what was touched since, and indices by which pages follow single changes.

The tables stay empty here: the next weighing weighs everything once.
"""

from alembic import op

revision = "0006"
down_revision = "0005"

_STATEMENTS = (
    "CREATE TABLE weighed ( kind TEXT NOT NULL, mark INTEGER NOT NULL, findings TEXT NOT NULL, PRIMARY KEY (kind, mark) )"
    " WITHOUT ROWID, STRICT",
    "CREATE TABLE touched ( record TEXT NOT NULL, shown INTEGER NOT NULL, PRIMARY KEY (record) ) WITHOUT ROWID, STRICT",
    "CREATE TABLE doubted ( rule TEXT NOT NULL, PRIMARY KEY (rule) ) WITHOUT ROWID, STRICT",
    "CREATE TABLE written ( document TEXT NOT NULL, part TEXT NOT NULL, PRIMARY KEY (document) ) WITHOUT ROWID, STRICT",
    "CREATE INDEX page_records_record ON page_records (record)",
    "CREATE INDEX page_dispute_entities_dispute ON page_dispute_entities (dispute)",
)


def upgrade() -> None:
    """Add the tables and the indices."""
    for statement in _STATEMENTS:
        op.execute(statement)
