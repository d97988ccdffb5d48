"""`testimonia build PATH... --out KB`: read documents into a knowledge base."""

from pathlib import Path
from typing import Annotated

import typer


def build(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders; - for standard input.", show_default=False)],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="KB", help="Folder of the knowledge base, new or one to add to.", show_default="kb")
    ] = None,
    text_column: Annotated[str | None, typer.Option(metavar="NAME", help="Column of .csv and .jsonl that holds the text.")] = None,
    max_mb: Annotated[float | None, typer.Option(metavar="MB", help="Largest file to open, in megabytes.", show_default="50")] = None,
    workers: Annotated[int | None, typer.Option(metavar="N", help="Processes that read at once.", show_default="1")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Read documents into a knowledge base; run it again to add more or to go on after a stop, nothing is added twice.

    Args:
        paths: Files and folders, - for standard input.
        out: Folder of the knowledge base.
        text_column: Column of tables that holds the text.
        max_mb: Largest file to open, in megabytes.
        workers: Processes that read at once.
        quiet: Print nothing but errors.
        as_json: Print the summary as JSON.
    """
    from testimonia import pipeline
    from testimonia.cli.progress import ProgressBar
    from testimonia.settings import load_settings
    from testimonia.store import open_store

    settings = load_settings(arguments={"kb": out, "max_mb": max_mb, "workers": workers})
    options = pipeline.BuildOptions(text_column=text_column, max_bytes=settings.max_bytes, workers=settings.workers)
    with ProgressBar(quiet=quiet) as bar:
        pipeline.build(paths, settings.kb, options=options, progress=bar.report)
    with open_store(settings.kb, create=False) as store:
        counts = store.counts()
    if not quiet:
        _summarise(settings.kb, counts, as_json=as_json)
    if counts["problems"]:
        raise typer.Exit(1)


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
