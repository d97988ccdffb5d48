"""What people say of a publisher, beside what the register says."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the table; nobody has edited anything."""
    op.create_table(
        "source_edits",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("stated", sa.Text, nullable=True),
        sa.Column("recorded", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("source_edits_name", "source_edits", ["name"])
