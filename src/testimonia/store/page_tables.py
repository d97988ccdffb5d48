"""Tables of what pages look up; `page_index` fills them from all others, so nothing is known by them alone and they keep no history.

A claim or report is told of an entity in a role, given as a number (`ROLES`); an undated one has the year `UNDATED`, so that it comes last.
"""

from typing import Any

from sqlalchemy import REAL, Column, Index, Integer, Table, Text

from testimonia.store.page_records import Role
from testimonia.store.schema import METADATA

ROLES: tuple[Role, ...] = ("subject", "object", "initiator", "target", "responsibility", "where", "voice")
"""Roles by their number: what is said of somebody comes before what is said by them."""
VOICE = ROLES.index("voice")
UNDATED = 9999
LAST = "~"
"""Stands for a time that is not stated: after every date, which begin with a digit, a sign, a dot or a Y."""

CREATE_NAME_WORDS = (
    "CREATE VIRTUAL TABLE page_name_words USING fts5(body, content='', prefix='1 2 3',"
    " tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\")"
)
"""Words of names and their beginnings; the row is `page_names.seq`, which is in the order of how much is told of the bearer."""
CREATE_NAME_PARTS = "CREATE VIRTUAL TABLE page_name_parts USING fts5(body, content='', tokenize='trigram')"
"""Any three letters of names and more."""


def _key(name: str, kind: "type[Text] | type[Integer]" = Text) -> "Column[Any]":
    return Column(name, kind, primary_key=True, nullable=False)


def _column(name: str, kind: "type[Text] | type[Integer] | type[REAL[float]]" = Text) -> "Column[Any]":
    return Column(name, kind, nullable=False)


def _table(name: str, *columns: "Column[Any] | Index") -> Table:
    """Sorted by its key and stored once: nothing refers to a row but by its key."""
    return Table(name, METADATA, *columns, sqlite_strict=True, sqlite_with_rowid=False)


page_records = _table(
    "page_records",
    _key("entity"),
    _key("role", Integer),
    _key("what"),
    _key("year", Integer),
    _key("moment"),
    _key("record"),
    Index("page_records_record", "record"),
)
page_tallies = _table(
    "page_tallies", _key("entity"), _key("role", Integer), _key("what"), _key("year", Integer), _column("number", Integer)
)
page_findings = _table("page_findings", _key("record"), _key("kind"), _key("finding"))
page_bonds = _table(
    "page_bonds",
    _key("lower"),
    _key("what"),
    _key("upper"),
    _key("claim"),
    Index("page_bonds_upper", "upper", "what"),
)
page_copies = _table("page_copies", _key("document"), _column("first"), _column("other"), _column("share", REAL))
page_events = _table(
    "page_events",
    _key("event"),
    _column("type"),
    _column("day"),
    _column("tolls", Integer),
    Index("page_events_day", "day", "event", "type", "tolls"),
    Index("page_events_type", "type", "day", "event", "tolls"),
)
page_event_entities = _table(
    "page_event_entities",
    _key("entity"),
    _key("as_place", Integer),
    _key("day"),
    _key("event"),
    Index("page_event_entities_event", "event"),
)
page_dispute_entities = _table(
    "page_dispute_entities",
    _key("entity"),
    _key("position", Integer),
    _key("dispute"),
    Index("page_dispute_entities_dispute", "dispute"),
)
page_entities = _table(
    "page_entities",
    _key("entity"),
    _column("kind"),
    _column("folded"),
    _column("claims", Integer),
    _column("reports", Integer),
    _column("voiced", Integer),
    _column("number", Integer),
    Index("page_entities_number", "number", "entity"),
    Index("page_entities_kind", "kind", "number", "entity"),
    Index("page_entities_name", "folded", "entity"),
)
page_names = Table(
    "page_names",
    METADATA,
    Column("seq", Integer, primary_key=True),
    _column("folded"),
    _column("name"),
    _column("entity"),
    _column("kind"),
    Index("page_names_folded", "folded"),
    sqlite_strict=True,
)
page_totals = _table("page_totals", _key("what"), _key("of"), _column("number", Integer))
"""Empty where the rest has still to be filled."""

ALL = (
    page_records,
    page_tallies,
    page_findings,
    page_bonds,
    page_events,
    page_event_entities,
    page_dispute_entities,
    page_entities,
    page_names,
    page_totals,
)
"""All tables that follow from the rest of the file; `page_copies` is put by those who compare the texts."""
