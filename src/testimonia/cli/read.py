"""`testimonia read PATH...`: a text with what it claims, and why; nothing is kept."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer


def read(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files and folders; - for standard input.", show_default=False)],
    explain: Annotated[
        bool, typer.Option("--explain", help="Show each claim's rule, its words, how each slot was filled, and what was refused.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, one document a line.")] = False,
) -> None:
    """Print a text with what it claims.

    Each claim and event report stands below the passage that it rests on, with its quotation and its chain of voices. Nothing is kept.
    Ends with 1 where a document could not be read.

    Args:
        paths: Files and folders, - for standard input.
        explain: Show also each claim's rule, the words that triggered it, how each slot was filled, and which readings were refused.
        as_json: Print JSON, one document a line.
    """
    from testimonia import pipeline
    from testimonia.cli.output import say, write_row
    from testimonia.cli.reading import explained, write_preview
    from testimonia.model.problem import Problem

    options = pipeline.BuildOptions()
    if Path("-") in paths:
        options = replace(options, capture=replace(options.capture, stdin=sys.stdin.buffer.read(options.capture.max_bytes + 1)))
    troubled = False
    for item in pipeline.preview(paths, options=options):
        if isinstance(item, Problem):
            troubled = True
            say(f"{item.origin}: {item.what}; {item.remedy}")
            continue
        troubled = troubled or bool(item.reading.problems)
        if as_json:
            write_row(explained(item, explain=explain))
        else:
            write_preview(item, explain=explain)
    if troubled:
        raise typer.Exit(1)
