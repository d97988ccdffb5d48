"""Write the reference pages from the code: `make reference`, or `python -m docs.generate`.

Nothing here is written by hand but the one line that introduces each page; a test writes them again and compares.
"""

import inspect
import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from enum import EnumType
from pathlib import Path
from typing import Any

import typer
import yaml
from docs.exports_page import exports as _exports
from docs.python_page import python as _python
from docs.source_reading import HOME, row_fields, troubles

from testimonia.capture.options import ArchiveLimits, CaptureOptions
from testimonia.cli.app import _app
from testimonia.codebook.load import PredicateRule, load_codebook
from testimonia.publish.tables import described_tables, view_meanings
from testimonia.registry import CLAIM_RULES, EVENT_RULES
from testimonia.settings import FILE, PREFIX, Settings
from testimonia.store.tables import Table
from testimonia.weigh.disputes import RULES as DISPUTE_RULES

HERE = Path(__file__).resolve().parent
OUT = HERE / "reference"
FIELDS = HERE / "fields.yml"
FLOORS = HOME / "publish" / "data" / "floors.yml"
ROWS = {  # file of a release -> where the row is written
    "documents.jsonl": ("rows.py", "document_row"),
    "entities.jsonl": ("rows.py", "entity_row"),
    "claims.jsonl": ("rows.py", "claim_row"),
    "events.jsonl": ("rows.py", "report_row"),
    "happenings.jsonl": ("rows.py", "event_row"),
    "disputes.jsonl": ("rows.py", "dispute_row"),
    "corroborations.jsonl": ("rows.py", "corroboration_row"),
    "sources.jsonl": ("stemma_rows.py", "source_row"),
    "witnesses.jsonl": ("stemma_rows.py", "witness_row"),
    "judgements.jsonl": ("rows.py", "judgement_row"),
    "problems.jsonl": ("rows.py", "problem_row"),
    "manifest.json": ("manifest.py", "Manifest.as_row"),
}


def index() -> str:
    """Write the first page of the reference.

    Returns:
        The page.
    """
    listed = "\n".join(name for name in (*[name for name in PAGES if name != "index"], "accuracy", "performance"))
    return f"# Reference\n\nWritten from the code by `make reference`.\n\n```{{toctree}}\n{listed}\n```\n"


def commands() -> str:
    """Write the page of the command line.

    Returns:
        The page: each command with its arguments and options, then the exit codes.
    """
    group = typer.main.get_command(_app)
    parts = ["# Commands\n", "`testimonia --help` says the same. `uv run` goes before a command where Testimonia is not installed.\n"]
    for name, command in _leaves(group):
        parts += [
            f"## {name}\n",
            f"{_first_paragraph(command.help or '')}\n",
            "```\n" + _usage(name, command) + "\n```\n",
            _parameters(command),
        ]
    exits = re.search(r"Exit codes: (.*?)\n\n", (inspect.getdoc(sys.modules["testimonia.cli.app"]) or "") + "\n\n", re.DOTALL)
    parts += ["## Exit codes\n", " ".join((exits.group(1) if exits else "").split()) + "\n"]
    return "\n".join(parts)


def _leaves(group: Any, before: str = "") -> Iterable[tuple[str, Any]]:
    """Every command with its whole name; a group of commands is not one itself."""
    for name, command in sorted(getattr(group, "commands", {}).items()):
        if hasattr(command, "commands"):
            yield from _leaves(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


def _usage(name: str, command: Any) -> str:
    given = [parameter.metavar or parameter.name.upper() for parameter in command.params if parameter.param_type_name == "argument"]
    return " ".join(["testimonia", name, *given, "[OPTIONS]"])


def _parameters(command: Any) -> str:
    rows = []
    for parameter in command.params:
        if parameter.name == "help":
            continue
        words = parameter.opts if parameter.param_type_name == "option" else [parameter.metavar or parameter.name.upper()]
        named = ", ".join(f"`{word}`" for word in words)
        shown = getattr(parameter, "show_default", None)
        default = shown if isinstance(shown, str) else _default(parameter.default)
        said = getattr(parameter, "help", None) or ""
        kind = getattr(getattr(parameter, "type_descriptor", None), "annotation", None)
        choices = [str(choice.value) for choice in kind] if isinstance(kind, EnumType) else []
        if choices:
            said = f"{said.rstrip('.')}: {', '.join(f'`{choice}`' for choice in choices)}."
        rows.append((named, said, "needed" if parameter.required else default))
    return _table(("", "what", "default"), rows)


def _default(value: object) -> str:
    return "" if value is None or value is False or callable(value) or "Sentinel" in type(value).__name__ else f"`{value}`"


def codebook() -> str:
    """Write the page of all codes with their meanings.

    Returns:
        The page.
    """
    book = load_codebook()
    parts = [f"# The codebook's codes, version {book.version}\n", "How they are used: [the codebook](../why/codebook.md).\n"]
    parts += ["## Entity kinds\n", _meanings(book.entity_kinds)]
    rows = [(f"`{rule.code}`", rule.meaning, _shape(rule), "yes" if rule.structural else "no") for rule in book.predicates.values()]
    parts += ["## Predicates\n", "A `?` marks what may be left out; `or` asks for one of the two.\n"]
    parts += [_table(("predicate", "meaning", "subject → what it needs and may have", "structural"), rows)]
    parts += ["## Event types and modes\n", "After PLOVER 2.0, in our own words; modes marked * are ours.\n"]
    for event in book.event_types.values():
        parts += [f"### {event.code}\n", f"{event.meaning}\n"]
        if event.modes:
            parts.append(_table(("mode", "meaning"), [(f"`{m.code}`{'*' if m.ours else ''}", m.meaning) for m in event.modes.values()]))
    for title, held in (
        ("Stances", book.stances),
        ("Statuses", book.statuses),
        ("Kinds of name", book.name_kinds),
        ("Figures", book.figure_kinds),
    ):
        parts += [f"## {title}\n", _meanings(held)]
    return "\n".join(parts)


def _shape(rule: PredicateRule) -> str:
    needed = {name for need in rule.needs for name in need}
    asked = [" or ".join(f"`{name}`" for name in need) for need in rule.needs]
    able = [*(["object"] if rule.object else []), *rule.value]
    spare = [f"`{name}`?" for name in able if name not in needed]
    when = [] if "when" in needed or rule.when == "seldom" else ["`when`?"]
    of = f" (object: {', '.join(rule.object)})" if rule.object else ""
    return f"{', '.join(rule.subject)} → {', '.join([*asked, *spare, *when]) or 'nothing more'}{of}"


def problems() -> str:
    """Write the page of what can go wrong and the ways out.

    Returns:
        The page, sorted by code; `…` stands for what a message fills in.
    """
    rows = [(f"`{made.code}`", made.what, made.remedy) for made in troubles()]
    intro = (
        "What could not be done is data: `testimonia problems KB` lists it, with file and place. `…` stands for what a message fills in.\n"
    )
    return "\n".join(["# Problems\n", intro, _table(("code", "what", "way out"), rows)])


def release() -> str:
    """Write the page of the release format.

    Returns:
        The page: each file with its fields.

    Raises:
        ValueError: A field has no meaning in `fields.yml`, or a meaning no field.
    """
    meanings = yaml.safe_load(FIELDS.read_text("utf-8"))
    parts = ["# The release\n"]
    parts += ["A folder of JSON Lines, UTF-8, one object a line, in a stable order; the same knowledge base gives the same bytes.\n"]
    parts += ["Beside them lie the same rows as [tables](tables.md).\n"]
    for file, (module, function) in ROWS.items():
        said = meanings[file]
        there = row_fields(HOME / "publish" / module, function)
        if set(there) != set(said["fields"]):
            raise ValueError(f"docs/fields.yml, {file}: {sorted(set(there) ^ set(said['fields']))} stand in only one of code and meanings")
        parts += [f"## {file}\n", f"{said['is']}\n", _table(("field", "meaning"), [(f"`{name}`", said["fields"][name]) for name in there])]
    return "\n".join(parts)


def tables() -> str:
    """Write the page of the columns of a release's tables.

    Returns:
        The page: each table with its columns, then the views.
    """
    parts = ["# The tables of a release\n"]
    parts += ["The same rows as the JSON Lines: `parquet/` and `csv/` have one file for each table of records, `release.sqlite` has all.\n"]
    for one in described_tables():
        only = "" if isinstance(one.table, Table) else " In `release.sqlite` only."
        kinds = {column.name: column for column in one.table.columns}
        rows = [(f"`{name}`", _kind(kinds[name].type if name in kinds else "text"), meaning) for name, meaning in one.meanings.items()]
        parts += [f"## {one.table.name}\n", f"{one.says}{only}\n", _table(("column", "type", "meaning"), rows)]
    parts += ["## Views of release.sqlite\n", _meanings(view_meanings())]
    return "\n".join(parts)


def _kind(kind: Any) -> str:
    """A column's type as people read it."""
    if isinstance(kind, list):
        return f"list of {_kind(kind[0])}"
    return f"record ({', '.join(kind)})" if isinstance(kind, dict) else str(kind)


def floors() -> str:
    """Write the floors that the manifest of a release states.

    Returns:
        The content of `publish/data/floors.yml`.
    """
    held = json.loads((HERE.parent / "eval" / "floors.json").read_text("utf-8"))["floors"]
    head = "# The floors of eval/floors.json, the scores below which the build fails, for the manifest of a release."
    lines = [f"{head} Written from there by `make reference`.", "floors:", *[f"  {name}: {held[name]}" for name in sorted(held)]]
    return "\n".join([*lines, ""])


def rules() -> str:
    """Write the page of rules with the reasons that people are shown.

    Returns:
        The page.
    """
    parts = ["# Rules\n", "Each record names the rule that proposed it; this is the reason that goes with it.\n"]
    for title, held in (("Rules that propose claims", CLAIM_RULES), ("Rules that propose event reports", EVENT_RULES)):
        rows = [(f"`{rule.__module__.rsplit('.', 1)[-1]}.{rule.__name__}`", _first_paragraph(inspect.getdoc(rule) or "")) for rule in held]
        parts += [f"## {title}\n", _table(("rule", "reason"), rows)]
    rows = [(f"`{rule.name}`", ", ".join(f"`{name}`" for name in rule.predicates), _first_paragraph(rule.reason)) for rule in DISPUTE_RULES]
    parts += ["## Rules that find disputes between claims\n", _table(("rule", "compares", "reason"), rows)]
    return "\n".join(parts)


def settings() -> str:
    """Write the page of settings and limits.

    Returns:
        The page.
    """
    parts = ["# Settings\n", f"{_after_first_paragraph(sys.modules['testimonia.settings'])}\n"]
    parts += [f"Every setting can stand in `{FILE}` or, in capitals after `{PREFIX}`, in the environment.\n"]
    for title, record in (("Settings", Settings), ("Capture", CaptureOptions), ("Limits on archives", ArchiveLimits)):
        parts += [f"## {title}\n", f"{' '.join((inspect.getdoc(record) or '').split())}\n", _fields(record)]
    return "\n".join(parts)


def _fields(record: type) -> str:
    rows = []
    for field in fields(record):
        value = field.default if field.default is not MISSING else None
        shown = (
            f"{value:,}"
            if isinstance(value, int) and not isinstance(value, bool)
            else ("" if value is None or is_dataclass(value) else str(value))
        )
        rows.append(
            (f"`{field.name}`", f"`{field.type if isinstance(field.type, str) else getattr(field.type, '__name__', field.type)}`", shown)
        )
    return _table(("name", "type", "default"), rows)


def _first_paragraph(text: str) -> str:
    return " ".join(re.split(r"\n\s*\n", text.strip())[0].replace("\f", "").split())


def _after_first_paragraph(module: object) -> str:
    return "\n\n".join(re.split(r"\n\s*\n", inspect.getdoc(module) or "", maxsplit=1)[1:])


def _meanings(held: Mapping[str, str]) -> str:
    return _table(("code", "meaning"), [(f"`{code}`", meaning) for code, meaning in held.items()])


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(str(text).split()).replace("|", "\\|")


def exports() -> str:
    """Write the page of the exports.

    Returns:
        The page: for each format what becomes what, and what it cannot hold.
    """
    return _exports(_table)


def python() -> str:
    """Write the page of the interface for Python.

    Returns:
        The page: what can be asked, what an answer can become, and every record with its fields.
    """
    return _python(_table)


PAGES: dict[str, Callable[[], str]] = {
    "index": index,
    "commands": commands,
    "codebook": codebook,
    "problems": problems,
    "rules": rules,
    "release": release,
    "tables": tables,
    "exports": exports,
    "python": python,
    "settings": settings,
}


def main() -> int:
    """Write every page.

    Returns:
        The exit code.
    """
    OUT.mkdir(exist_ok=True)
    for name, page in PAGES.items():
        (OUT / f"{name}.md").write_text(page(), encoding="utf-8")
        print(f"written: docs/reference/{name}.md")
    FLOORS.write_text(floors(), encoding="utf-8")
    print("written: src/testimonia/publish/data/floors.yml")
    return 0


if __name__ == "__main__":
    sys.exit(main())
