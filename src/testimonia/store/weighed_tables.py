"""Tables of what was weighed, so that only what has changed is weighed again; all of it can be worked out anew.

`weighed` has a line for each unit whose findings stand, with their identifiers. `touched` names claims and event reports that changed,
came, went, belong to somebody else or are found to agree or clash otherwise, until pages (`shown` is 1) and then the queue have followed;
`doubted` names the rules that were doubted when the queue was worked out. `written` says in which part of the snapshot in columns a
document stands as it is; a document that changes loses its line.
"""

from sqlalchemy import Column, Integer, Table, Text

from testimonia.store.schema import METADATA

weighed = Table(
    "weighed",
    METADATA,
    Column("kind", Text, primary_key=True, nullable=False),
    Column("mark", Integer, primary_key=True, nullable=False),
    Column("findings", Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
touched = Table(
    "touched",
    METADATA,
    Column("record", Text, primary_key=True, nullable=False),
    Column("shown", Integer, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
doubted = Table("doubted", METADATA, Column("rule", Text, primary_key=True, nullable=False), sqlite_strict=True, sqlite_with_rowid=False)
written = Table(
    "written",
    METADATA,
    Column("document", Text, primary_key=True, nullable=False),
    Column("part", Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
