"""What pages look up: claims, reports, findings and names by entity, for parts of a knowledge base, lists and search.

The tables stay empty here; they are filled when a page first asks.
"""

from alembic import op

revision = "0004"
down_revision = "0003"

_STATEMENTS = (
    """
    CREATE TABLE page_records ( entity TEXT NOT NULL, role INTEGER NOT NULL, what TEXT NOT NULL, year INTEGER NOT NULL,
    moment TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (entity, role, what, year, moment, record) ) WITHOUT ROWID,
    STRICT
    """,
    """
    CREATE TABLE page_tallies ( entity TEXT NOT NULL, role INTEGER NOT NULL, what TEXT NOT NULL, year INTEGER NOT NULL,
    number INTEGER NOT NULL, PRIMARY KEY (entity, role, what, year) ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE page_findings ( record TEXT NOT NULL, kind TEXT NOT NULL, finding TEXT NOT NULL, PRIMARY KEY (record, kind,
    finding) ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE page_bonds ( lower TEXT NOT NULL, what TEXT NOT NULL, upper TEXT NOT NULL, claim TEXT NOT NULL, PRIMARY KEY
    (lower, what, upper, claim) ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX page_bonds_upper ON page_bonds (upper, what)",
    """
    CREATE TABLE page_events ( event TEXT NOT NULL, type TEXT NOT NULL, day TEXT NOT NULL, tolls INTEGER NOT NULL, PRIMARY
    KEY (event) ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX page_events_day ON page_events (day, event, type, tolls)",
    "CREATE INDEX page_events_type ON page_events (type, day, event, tolls)",
    """
    CREATE TABLE page_event_entities ( entity TEXT NOT NULL, as_place INTEGER NOT NULL, day TEXT NOT NULL, event TEXT NOT
    NULL, PRIMARY KEY (entity, as_place, day, event) ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX page_event_entities_event ON page_event_entities (event)",
    """
    CREATE TABLE page_dispute_entities ( entity TEXT NOT NULL, position INTEGER NOT NULL, dispute TEXT NOT NULL, PRIMARY KEY
    (entity, position, dispute) ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE page_entities ( entity TEXT NOT NULL, kind TEXT NOT NULL, folded TEXT NOT NULL, claims INTEGER NOT NULL,
    reports INTEGER NOT NULL, voiced INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (entity) ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX page_entities_kind ON page_entities (kind, number, entity)",
    "CREATE INDEX page_entities_name ON page_entities (folded, entity)",
    "CREATE INDEX page_entities_number ON page_entities (number, entity)",
    """
    CREATE TABLE page_names ( seq INTEGER NOT NULL, folded TEXT NOT NULL, name TEXT NOT NULL, entity TEXT NOT NULL, kind
    TEXT NOT NULL, PRIMARY KEY (seq) ) STRICT
    """,
    "CREATE INDEX page_names_folded ON page_names (folded)",
    """
    CREATE TABLE page_totals ( what TEXT NOT NULL, "of" TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (what, "of") )
    WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE page_copies ( document TEXT NOT NULL, first TEXT NOT NULL, other TEXT NOT NULL, share REAL NOT NULL,
    PRIMARY KEY (document) ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX documents_published ON documents (published, seq)",
    "CREATE INDEX documents_publisher ON documents (publisher, published, seq)",
    "CREATE INDEX disputes_position ON disputes (position)",
    "CREATE INDEX disputes_rule ON disputes (rule, position)",
    "CREATE VIRTUAL TABLE page_name_words USING fts5(body, content='', prefix='1 2 3',"
    " tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\")",
    "CREATE VIRTUAL TABLE page_name_parts USING fts5(body, content='', tokenize='trigram')",
)


def upgrade() -> None:
    """Add the tables, the indices of names, and those of lists."""
    for statement in _STATEMENTS:
        op.execute(statement)
