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
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Write a knowledge base as a folder of open files.

    The same documents, decisions and version give the same bytes.

    Args:
        kb: Folder of the knowledge base.
        out: Folder to write.
        lens: Whose word to take.
        said_before: Only what was published before this day.
        holding_at: Only what is about this time.
        known_on: As the knowledge base stood at the end of this day.
        quiet: Print nothing but errors.
    """
    from testimonia import pipeline
    from testimonia.cli.lens_options import chosen_lens
    from testimonia.cli.output import write_line, write_table
    from testimonia.store import open_store

    with open_store(kb, create=False) as store:
        chosen = chosen_lens(store, lens, said_before=said_before, holding_at=holding_at, known_on=known_on)
    pipeline.release(kb, out, lens=chosen)
    if quiet:
        return
    files = sorted(file for file in out.rglob("*") if file.is_file())
    write_table(("File", "Bytes"), [(str(file.relative_to(out)), f"{file.stat().st_size:,}") for file in files], title=f"Released to {out}")
    write_line(f"Open next: {out / 'claims.jsonl'} (one claim a line; manifest.json says how it was made)")
