"""`testimonia stemma KB CLAIM|EVENT`: who has it from whom, as a tree; as a graph or a picture on request."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from testimonia.cli.lens_options import HoldingAt, KnownOn, LensOption, SaidBefore

if TYPE_CHECKING:
    from testimonia.cli.view import Shelf
    from testimonia.cli.view_stemma import Asked


def stemma(
    kb: Annotated[Path, typer.Argument(metavar="KB", help="Folder of the knowledge base.", show_default=False)],
    name: Annotated[list[str], typer.Argument(metavar="CLAIM|EVENT", help="An identifier, or who took part or where.", show_default=False)],
    lens: LensOption = None,
    said_before: SaidBefore = None,
    holding_at: HoldingAt = None,
    known_on: KnownOn = None,
    path_to: Annotated[str | None, typer.Option(metavar="CLAIM", help="Say what joins it to this other claim or report.")] = None,
    graphml: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the graph as GraphML.")] = None,
    svg: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the picture as SVG.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show who has it from whom, and how many witnesses are independent.

    A claim is shown with all claims that agree with it, an event with all its reports.

    Args:
        kb: Folder of the knowledge base.
        name: A claim, a report or an event, by identifier; an event also by who took part or where.
        lens: Whose word to take.
        said_before: Only what was published before this day.
        holding_at: Only what is about this time.
        known_on: As the knowledge base stood at the end of this day.
        path_to: Another claim or report: what joins the two is said.
        graphml: Where to write the graph.
        svg: Where to write the picture.
        as_json: Print JSON instead of a tree.
    """
    from dataclasses import replace

    from testimonia.cli.lens_options import chosen_lens
    from testimonia.cli.output import say, write_json
    from testimonia.cli.view import Shelf
    from testimonia.cli.view_stemma import path_lines, stemma_data, write_stemma
    from testimonia.looking import draw_stemma, look
    from testimonia.store import open_store
    from testimonia.weigh import stemma_of

    with open_store(kb, create=False) as store:
        chosen = chosen_lens(store, lens, said_before=said_before, holding_at=holding_at, known_on=known_on)
        then = store.as_of(chosen.known_on)
        shelf = Shelf(then, 0, None if chosen.takes_everything else look(store, chosen))
        asked = _asked(shelf, " ".join(name))
        other = None if path_to is None else _asked(shelf, path_to)
        everything = then.knowledge(texts=True)
        claims = dict.fromkeys((*asked.claims, *(() if other is None else other.claims)))
        about = asked.about if other is None else f"{asked.about}; {other.about}"
        made = stemma_of(everything, list(claims), about=about)
        # Words of a claim may name a private person: a file that leaves carries its identifier instead.
        unnamed = replace(made, about=asked.first)
        for file in (graphml, svg):
            if file is not None:
                file.write_bytes(draw_stemma(unnamed, everything.documents, as_svg=file is svg))
                say(f"written to {file}")
        path = () if other is None else path_lines(made, asked.first, other.first)
        if as_json:
            write_json(stemma_data(made) | ({} if other is None else {"path": list(path)}))
        else:
            write_stemma(shelf, made, path)


def _asked(shelf: "Shelf", wanted: str) -> "Asked":
    from testimonia.cli.output import say
    from testimonia.cli.view_stemma import asked_for

    found = asked_for(shelf, wanted)
    if isinstance(found, str):
        say(f"testimonia: {found}")
        raise typer.Exit(2)
    return found
