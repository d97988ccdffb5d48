"""`testimonia build PATH... --out KB`: read documents into a knowledge base."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from testimonia.model.problem import Problem

TOLD = 3
"""Problems of a run that are said at once; `testimonia problems` lists them all."""
_FIELDS = ("id", "title", "date", "url", "author", "publisher")


def build(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files and folders; - for standard input.", show_default=False)],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="KB", help="Folder of the knowledge base, new or one to add to.", show_default="kb")
    ] = None,
    text_column: Annotated[str | None, typer.Option(metavar="NAME", help="Column of .csv and .jsonl that holds the text.")] = None,
    column: Annotated[list[str] | None, typer.Option(metavar="FIELD=NAME", help=f"Column for one of: {', '.join(_FIELDS)}.")] = None,
    max_mb: Annotated[float | None, typer.Option(metavar="MB", help="Largest file to open, in megabytes.", show_default="50")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Read documents into a knowledge base.

    Run it again to add more, or to go on after a stop; nothing is added twice. Ends with 1 where the knowledge base holds problems.

    Args:
        paths: Files and folders, - for standard input.
        out: Folder of the knowledge base.
        text_column: Column of tables that holds the text.
        column: Columns of tables that hold other fields, such as `title=headline`.
        max_mb: Largest file to open, in megabytes.
        quiet: Print nothing but errors.
        as_json: Print the summary as JSON.
    """
    from testimonia import pipeline
    from testimonia.cli.progress import ProgressBar
    from testimonia.settings import load_settings
    from testimonia.store import open_store

    settings = load_settings(arguments={"kb": out, "max_mb": max_mb})
    columns: dict[str, Any] = {"text_column": text_column, **_columns(column or ())}
    stdin = sys.stdin.buffer.read(settings.max_bytes + 1) if Path("-") in paths else None
    options = pipeline.BuildOptions(capture=replace(pipeline.BuildOptions().capture, max_bytes=settings.max_bytes, stdin=stdin, **columns))
    with ProgressBar(quiet=quiet) as bar:
        report = pipeline.build(paths, settings.kb, options=options, progress=bar.report)
    with open_store(settings.kb, create=False) as store:
        counts = store.counts()
    if not quiet:
        _summarise(settings.kb, counts, as_json=as_json)
        _tell_problems(report.problems)
    if counts["problems"]:
        raise typer.Exit(1)


def _tell_problems(problems: "Sequence[Problem]") -> None:
    """Say the first problems of this run at once: a path that does not exist should not have to be looked up."""
    from testimonia.cli.output import say

    for problem in problems[:TOLD]:
        say(f"{problem.origin}: {problem.what} {problem.remedy}")
    if len(problems) > TOLD:
        say(f"… and {len(problems) - TOLD} more problems")


def _columns(given: Sequence[str]) -> dict[str, str]:
    columns = {}
    for each in given:
        field, sign, name = each.partition("=")
        if not sign or not name or field not in _FIELDS:
            raise typer.BadParameter(f"{each!r}: write FIELD=NAME, where FIELD is one of {', '.join(_FIELDS)}", param_hint="--column")
        columns[f"{field}_column"] = name
    return columns


def _summarise(kb: Path, counts: dict[str, int], *, as_json: bool) -> None:
    from testimonia.cli.output import write_json, write_line, write_table

    if as_json:
        write_json({"kb": str(kb), "counts": counts})
        return
    shown = {
        "documents": "documents",
        "claims": "claims",
        "event reports": "reports",
        "entities": "entities",
        "events": "events",
        "disputes": "disputes",
        "corroborations": "corroborations",
        "problems": "problems",
    }
    write_table(("In the knowledge base", "Number"), [(label, f"{counts[name]:,}") for label, name in shown.items()])
    write_line(f"Kept in {kb}. Open next:")
    write_line(f"  testimonia show {kb} actor")
    if counts["disputes"]:
        write_line(f"  testimonia show {kb} dispute")
    if counts["problems"]:
        write_line(f"  testimonia problems {kb}")
    write_line(f"  testimonia release {kb} --out release")
