"""The reference page of the exports, from the tables by which each format is written."""

from collections.abc import Callable, Iterable, Sequence

from testimonia.publish.exports.formats import FORMATS, Format
from testimonia.publish.exports.lookup import export_data

Table = Callable[[Sequence[str], Iterable[Sequence[str]]], str]


def exports(table: Table) -> str:
    """Write the page of what becomes what in each format, and what each cannot hold.

    Args:
        table: How a table is written.

    Returns:
        The page.
    """
    parts = [
        "# Exports\n",
        "`testimonia export RELEASE --as FORMAT --out FILE` writes one.\n"
        "How to use them: [export a release](../how-to/export-a-release.md).\n",
        "Beside each file stand `FILE.losses.md` and `FILE.losses.json`: how often each loss below came up. In every format only\n"
        "bodies, places, named events and persons with a public role become things of their own; somebody described in words stays in\n"
        "words; words that are nothing but a name, or that take a side, are in no label; what is denied is never written as if it were\n"
        "affirmed.\n",
        table(("format", "file", "what"), [(f"`{held.name}`", f"`{held.file}`", held.what) for held in FORMATS]),
    ]
    for held in FORMATS:
        parts += _section(held, table)
    return "\n".join(parts)


def _section(held: Format, table: Table) -> list[str]:
    parts = [f"## {held.name}\n", f"{held.what}.\n", table(("of a release", "becomes"), list(held.mapping.items()))]
    columns = export_data(held.name) if held.name in ("ucdp", "acled") else None
    if columns is not None:
        parts += [f"Columns: {', '.join(f'`{name}`' for name in (*columns['columns'], *columns['ours']))}.\n"]
    if held.name == "acled":
        rows = [(f"`{code}`", found if isinstance(found, str) else f"{found[0]}: {found[1]}") for code, found in columns["events"].items()]
        parts += ["The crosswalk; a rule decides by the sides, or by what was taken:\n", table(("event", "ACLED"), rows)]
    rows = [(loss.what, loss.happens, loss.why) for loss in held.losses]
    return [*parts, "What it cannot hold:\n", table(("what", "", "why"), rows)]
