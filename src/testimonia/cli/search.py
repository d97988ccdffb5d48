"""`testimonia search KB WORDS`: find words in the documents' texts."""

from pathlib import Path
from typing import Annotated

import typer


def search(
    kb: Annotated[Path, typer.Argument(metavar="KB", help="Folder of the knowledge base.", show_default=False)],
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help="All must occur; '\"two words\"' stand together; wor* finds a beginning.")
    ],
    limit: Annotated[int, typer.Option(min=1, help="The most documents to show.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Find words in the documents' texts.

    Case, accents, Arabic vowel marks and the forms of alef make no difference.

    Args:
        kb: Folder of the knowledge base.
        words: What to look for.
        limit: The most documents to show.
        as_json: Print JSON instead of a table.
    """
    from dataclasses import asdict

    from rich.text import Text

    from testimonia.cli.escaping import visible
    from testimonia.cli.output import write_json, write_line, write_table
    from testimonia.store import Hit, open_store

    def marked(hit: Hit) -> Text:
        cut, end = hit.found_start - hit.start, hit.found_end - hit.start
        parts = (visible(hit.quote[:cut]), (visible(hit.quote[cut:end]), "bold reverse"), visible(hit.quote[end:]))
        return Text.assemble(*parts)

    with open_store(kb, create=False) as store:
        hits = store.search_text(" ".join(words), limit)
    if as_json:
        write_json([asdict(hit) for hit in hits])
    elif not hits:
        write_line("Found in no document.")
    else:
        rows = [
            (hit.origin if hit.title is None else f"{hit.title} ({hit.origin})", marked(hit), f"{hit.found_start}-{hit.found_end}")
            for hit in hits
        ]
        write_table(("Document", "Words", "At"), rows)
