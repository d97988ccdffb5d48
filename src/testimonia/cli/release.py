"""`testimonia release KB --out DIR`: tables to work with and to cite."""

from pathlib import Path
from typing import Annotated

import typer


def release(
    kb: Annotated[Path, typer.Argument(metavar="KB", help="Folder of the knowledge base.", show_default=False)],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder to write; must not hold anything else.", show_default=False)],
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Write a knowledge base as a folder of open files.

    The same documents, decisions and version give the same bytes.

    Args:
        kb: Folder of the knowledge base.
        out: Folder to write.
        quiet: Print nothing but errors.
    """
    from testimonia import pipeline
    from testimonia.cli.output import write_line, write_table

    pipeline.release(kb, out)
    if quiet:
        return
    files = sorted(file for file in out.rglob("*") if file.is_file())
    write_table(("File", "Bytes"), [(str(file.relative_to(out)), f"{file.stat().st_size:,}") for file in files], title=f"Released to {out}")
    write_line(f"Open next: {out / 'claims.jsonl'} (one claim a line; manifest.json says how it was made)")
