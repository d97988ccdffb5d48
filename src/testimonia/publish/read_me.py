"""Words that go with a release: README.txt for people, and metadata.json, by which Datasette shows titles, meanings and units."""

from collections.abc import Mapping
from typing import Any

from testimonia.publish.manifest import Manifest
from testimonia.publish.tables import DATABASE, described_tables, view_meanings

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


def datasette_metadata(lens: Mapping[str, Any]) -> dict[str, Any]:
    """Write what Datasette shows beside the tables.

    Args:
        lens: Whose word was taken.

    Returns:
        Plain data, after Datasette's metadata format.
    """
    tables: dict[str, Any] = {}
    for one in described_tables():
        said: dict[str, Any] = {"title": one.title, "description": one.says, "columns": dict(one.meanings)}
        if one.units:
            said["units"] = dict(one.units)
        tables[one.table.name] = said
    tables["entities"]["label_column"] = "name"
    tables["documents"]["label_column"] = "title"
    tables |= {name: {"title": name.replace("_", " ").capitalize(), "description": says} for name, says in view_meanings().items()}
    return {
        "title": "A release of a knowledge base made by Testimonia",
        "description": "Every row is a claim that somebody makes, with its words and its voices. Nothing here says what is true.",
        "source": f"The documents listed in the table documents; whose word was taken: {lens.get('name', 'everything')}",
        "databases": {DATABASE.removesuffix(".sqlite"): {"title": "Release", "tables": tables}},
    }
