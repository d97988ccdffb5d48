"""`testimonia report KB --actor X`: an attributed profile in prose, every sentence with its footnotes."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from testimonia.cli.lens_options import HoldingAt, KnownOn, LensOption, SaidBefore


class Format(StrEnum):
    """How a report is written."""

    MARKDOWN = "md"
    HTML = "html"


def report(
    kb: Annotated[Path, typer.Argument(metavar="KB", help="Folder of the knowledge base.", show_default=False)],
    actor: Annotated[str, typer.Option("--actor", help="The actor, by name or identifier.", show_default=False)],
    form: Annotated[Format, typer.Option("--format", help="How it is written.")] = Format.MARKDOWN,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="File to write; printed without it.")] = None,
    lens: LensOption = None,
    said_before: SaidBefore = None,
    holding_at: HoldingAt = None,
    known_on: KnownOn = None,
) -> None:
    """Write an attributed profile of an actor in prose.

    Every sentence is footnoted with its quotation, chain of voices, document and date; there is none without a claim behind it.

    Args:
        kb: Folder of the knowledge base.
        actor: The actor, by name or identifier.
        form: How it is written.
        out: File to write.
        lens: Whose word to take.
        said_before: Only what was published before this day.
        holding_at: Only what is about this time.
        known_on: As the knowledge base stood at the end of this day.
    """
    from testimonia.cli.lens_options import chosen_lens
    from testimonia.cli.output import write_line
    from testimonia.cli.view_entities import actor_named
    from testimonia.looking import report_on
    from testimonia.store import open_store

    with open_store(kb, create=False) as store:
        chosen = chosen_lens(store, lens, said_before=said_before, holding_at=holding_at, known_on=known_on)
        entity = actor_named(store.as_of(chosen.known_on), actor)
        text = report_on(store, entity.id, chosen, as_html=form is Format.HTML)
    if out is None:
        for line in text.splitlines():
            write_line(line)
    else:
        out.write_text(text, "utf-8")
        write_line(f"Written to {out}")
