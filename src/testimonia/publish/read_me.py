"""Words that go with a release: README.txt for people, and metadata.json, by which Datasette shows titles, meanings and units."""

from collections.abc import Mapping
from html import escape
from typing import Any

from testimonia.publish.manifest import Manifest
from testimonia.publish.tables import DATABASE, Described, described_tables, view_meanings
from testimonia.store.tables import ListTable

_HEAD = """\
A release of a knowledge base made by Testimonia

Every row is a claim that somebody makes, with the words that make it and the voices that it came through. Nothing here says what is true.
Corroborations say which independent voices agree, disputes say which claims cannot all hold.
"""
_TABLES = """\
Where to begin
  csv/claims.csv            one claim a row, for a spreadsheet (UTF-8; a cell that would run as a formula has an apostrophe in front)
  parquet/claims.parquet    the same for R, Python, DuckDB, with types; lists are lists
  release.sqlite            the same as a database with views in words (claims_in_words, events_with_tolls);
                            to look around in a browser: datasette release.sqlite --metadata metadata.json
  claims.jsonl              the same as JSON, one claim a line; the other files are made from these
"""
_LINES = """\
Where to begin
  claims.jsonl              one claim a line, as JSON
"""
_CHECK = """\
To check that nothing was changed since: testimonia verify DIR
To see what is new since another release: testimonia diff EARLIER LATER

Keep with it wherever it goes: places have their coordinates from GeoNames, CC BY 4.0 (column `credit`). Quotations are the property of
those who said and published them; they are quoted as evidence.
"""

LABELS = {"entities": "name", "documents": "title", "claims": "quote", "event_reports": "quote", "happenings": "type"}
LABELS |= {"disputes": "about", "corroborations": "about", "sources": "name", "witnesses": "label"}
"""By which column Datasette names a row where another one refers to it."""
FACETS = {
    "documents": ("publisher", "language"),
    "entities": ("kind", "country"),
    "claims": ("predicate", "stance", "polarity", "review"),
    "event_reports": ("type", "mode", "status", "stance"),
    "happenings": ("type",),
    "disputes": ("rule", "certainty"),
    "corroborations": ("independent", "witnesses"),
    "sources": ("kind", "side"),
    "witnesses": ("known",),
    "judgements": ("verdict", "decided_by"),
    "problems": ("stage", "rule"),
}
"""Columns whose values Datasette counts beside a table."""
QUESTIONS = {
    "what_is_said_of": {
        "title": "What is said of somebody",
        "description": "All claims on an actor, by one of its names or a part of it.",
        "sql": "SELECT w.* FROM claims_in_words w JOIN claims c ON c.id = w.id WHERE c.subject IN "
        "(SELECT entity FROM entity_names WHERE text LIKE '%' || :name || '%') ORDER BY c.lo",
    },
    "who_bears_it": {
        "title": "Who bears it",
        "description": "The witnesses of what stands under an id, and what each hangs on: the id of a claim, event report, event, "
        "dispute or corroboration.",
        "sql": "SELECT * FROM witnesses_in_words WHERE record = :id OR record IN (SELECT id FROM event_reports WHERE event = :id) "
        "OR record IN (SELECT j.value FROM disputes f, json_each(f.claims) j WHERE f.id = :id "
        "UNION SELECT j.value FROM corroborations f, json_each(f.claims) j WHERE f.id = :id)",
    },
}
"""Questions that Datasette asks for those who write no SQL."""


def read_me(manifest: Manifest, *, tables: bool) -> str:
    """Write what somebody reads first who is handed a release.

    Args:
        manifest: What the release holds.
        tables: Whether it has tables beside the JSON Lines.

    Returns:
        Plain text.
    """
    parts = [_HEAD, _TABLES if tables else _LINES]
    if manifest.texts:
        parts.append(
            "This release holds the documents' full texts (texts/). They are for private use: do not pass them on without the right.\n"
        )
    counted = [f"  {file.removesuffix('.jsonl'):<16}{count:>12,}" for file, count in manifest.counts.items()]
    parts.append("\n".join(["What there is", *counted]) + "\n")
    withheld = [f"  {count:>8,}  {reason}" for reason, count in sorted(manifest.withheld.items()) if count]
    if withheld:
        parts.append("\n".join(["What was held back, and why", *withheld]) + "\n")
    made = [f"  {key}: {value}" for key, value in sorted(manifest.meta.items())]
    lens = manifest.lens.get("name", "everything")
    parts.append("\n".join(["By what it was made", *made, f"  lens: {lens} (manifest.json says all of it)"]) + "\n")
    return "\n".join([*parts, _CHECK])


def _described(one: Described) -> str:
    """What a row is, with the columns folded away: laid out above a table, as Datasette does, they would hide its rows."""
    columns = "".join(f"<dt>{escape(name)}</dt><dd>{escape(meaning)}</dd>" for name, meaning in one.meanings.items())
    return f"<p>{escape(one.says)}</p><details><summary>What the columns hold</summary><dl>{columns}</dl></details>"


def datasette_metadata(lens: Mapping[str, Any]) -> dict[str, Any]:
    """Write what Datasette shows beside the tables.

    Args:
        lens: Whose word was taken.

    Returns:
        Plain data, after Datasette's metadata format.
    """
    tables: dict[str, Any] = {}
    for one in described_tables():
        said: dict[str, Any] = {"title": one.title, "description_html": _described(one)}
        if one.units:
            said["units"] = dict(one.units)
        if isinstance(one.table, ListTable):
            said["hidden"] = True  # its rows are found from those that own them, and in the views
        tables[one.table.name] = said
    for name, column in LABELS.items():
        tables[name]["label_column"] = column
    for name, columns in FACETS.items():
        tables[name]["facets"] = list(columns)
    tables |= {name: {"title": name.replace("_", " ").capitalize(), "description": says} for name, says in view_meanings().items()}
    return {
        "title": "A release of a knowledge base made by Testimonia",
        "description": "Every row is a claim that somebody makes, with its words and its voices. Nothing here says what is true.",
        "source": f"The documents listed in the table documents; whose word was taken: {lens.get('name', 'everything')}",
        "databases": {DATABASE.removesuffix(".sqlite"): {"title": "Release", "tables": tables, "queries": QUESTIONS}},
    }
