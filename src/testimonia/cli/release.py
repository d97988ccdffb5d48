"""`testimonia release KB --out DIR`: tables to work with and to cite."""

from pathlib import Path
from typing import Annotated

import typer

from testimonia.cli.lens_options import HoldingAt, KnownOn, LensOption, SaidBefore


def release(
    kb: Annotated[Path, typer.Argument(metavar="KB", help="Folder of the knowledge base.", show_default=False)],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder to write; must not hold anything else.", show_default=False)],
    lens: LensOption = None,
    said_before: SaidBefore = None,
    holding_at: HoldingAt = None,
    known_on: KnownOn = None,
    with_texts: Annotated[
        bool, typer.Option("--with-texts", help="Put the documents' full texts into it: for private use, where you have the right.")
    ] = False,
    tables: Annotated[bool, typer.Option(help="Make Parquet, CSV and SQLite beside the JSON Lines.")] = True,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Write a knowledge base as a folder of open files: JSON Lines, Parquet, CSV, SQLite.

    The same documents, decisions and version give the same bytes.

    Args:
        kb: Folder of the knowledge base.
        out: Folder to write.
        lens: Whose word to take.
        said_before: Only what was published before this day.
        holding_at: Only what is about this time.
        known_on: As the knowledge base stood at the end of this day.
        with_texts: Put the documents' full texts into it.
        tables: Make Parquet, CSV and SQLite beside the JSON Lines.
        quiet: Print nothing but errors.
    """
    from testimonia import releasing
    from testimonia.cli.lens_options import chosen_lens
    from testimonia.cli.output import write_line, write_table
    from testimonia.cli.progress import ProgressBar
    from testimonia.store import open_store

    with open_store(kb, create=False) as store:
        chosen = chosen_lens(store, lens, said_before=said_before, holding_at=holding_at, known_on=known_on)
    with ProgressBar(quiet=quiet) as bar:
        releasing.release(kb, out, lens=chosen, texts=with_texts, tables=tables, progress=bar.report)
    if quiet:
        return
    files = sorted(file for file in out.rglob("*") if file.is_file() and file.parent.name != "texts")
    write_table(("File", "Bytes"), [(str(file.relative_to(out)), f"{file.stat().st_size:,}") for file in files], title=f"Released to {out}")
    if with_texts:
        write_line("texts/ holds the documents' full texts: do not pass them on without the right.")
    write_line(f"Open next: {out / 'README.txt'} (what is where; testimonia verify {out} checks it)")
