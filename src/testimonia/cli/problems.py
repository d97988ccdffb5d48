"""`testimonia problems KB`: what could not be done, where, and the way out."""

from pathlib import Path
from typing import Annotated

import typer


def problems(
    kb: Annotated[Path, typer.Argument(metavar="KB", help="Folder of the knowledge base.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List what could not be done and the way out.

    Args:
        kb: Folder of the knowledge base.
        as_json: Print JSON instead of a table.
    """
    from dataclasses import asdict

    from testimonia.cli.output import write_json, write_line, write_table
    from testimonia.store import open_store

    with open_store(kb, create=False) as store:
        found = list(store.problems())
    if as_json:
        write_json([{"id": problem.id, **asdict(problem)} for problem in found])
        return
    if not found:
        write_line("No problems.")
        return
    left_out = sum(problem.fatal for problem in found)
    rows = [
        (
            problem.origin if problem.place is None else f"{problem.origin}, {problem.place}",
            problem.what,
            problem.remedy,
            f"{problem.rule} ({'left out' if problem.fatal else 'kept'})",
        )
        for problem in found
    ]
    write_table(("Where", "What", "Way out", "Rule"), rows, title=f"Problems: {len(found)}; those that left something out: {left_out}")
