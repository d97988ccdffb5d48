"""`testimonia verify DIR`: whether a release is what was made, and holds what it must."""

from pathlib import Path
from typing import Annotated

import typer


def verify(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the release.", show_default=False)],
    kb: Annotated[
        Path | None, typer.Option("--kb", metavar="KB", help="Knowledge base whose texts to hold the quotations against.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="The most faults to show.")] = 100,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Check a release: hashes, references, quotations, what must never be in it, and that all its formats agree.

    Ends with 1 where anything is wrong.

    Args:
        folder: Folder of the release.
        kb: Knowledge base whose texts to hold the quotations against.
        limit: The most faults to show.
        as_json: Print JSON instead of lines.
    """
    from dataclasses import asdict

    from testimonia.cli.output import say, write_json, write_line
    from testimonia.publish.verify import verify_release

    if kb is None:
        found = verify_release(folder, most=limit)
    else:
        from testimonia.store import open_store

        with open_store(kb, create=False) as store:

            def text_of(document: str) -> str | None:
                known = store.document(document)
                return known.text if known is not None and known.id == document else None

            found = verify_release(folder, text_of=text_of, most=limit)
    if as_json:
        write_json(asdict(found))
    else:
        for fault in found.faults:
            write_line(f"{fault.check}: {fault.in_words}")
        if found.ungrounded:
            say(f"{found.ungrounded:,} quotations were not held against their texts, which are not part of the release; give --kb KB")
        held = f"{found.rows:,} rows, {found.grounded:,} quotations held against their texts"
        end = f"{len(found.faults):,}{' and more' if found.more else ''} faults" if found.faults else "nothing is wrong"
        write_line(f"{folder}: {end} ({held})")
    if found.faults:
        raise typer.Exit(1)
