"""`testimonia lens ...`: choices of whose word to take, saved by name in a knowledge base."""

from pathlib import Path
from typing import Annotated

import typer

Kb = Annotated[Path, typer.Argument(metavar="KB", help="Folder of the knowledge base.", show_default=False)]

app = typer.Typer(name="lens", no_args_is_help=True, rich_markup_mode=None, help="Whose word to take: save, list and show lenses.")


@app.command()
def save(
    kb: Kb,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The lens in YAML.", exists=True, dir_okay=False, show_default=False)],
) -> None:
    """Save a lens under its name, in the place of one that had it.

    Args:
        kb: Folder of the knowledge base.
        file: The lens in YAML.
    """
    from testimonia.cli.lens_options import lens_of_file
    from testimonia.cli.output import write_line
    from testimonia.store import open_store
    from testimonia.weigh import lens_as_yaml

    lens = lens_of_file(file)
    with open_store(kb, create=False) as store:
        store.put_lens(lens.name, lens_as_yaml(lens))
    write_line(f"Saved. Use it with: testimonia show {kb} actor --lens {lens.name!r}")


@app.command("list")
def list_all(kb: Kb, as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """List the lenses of a knowledge base.

    Args:
        kb: Folder of the knowledge base.
        as_json: Print JSON instead of names.
    """
    from testimonia.cli.output import write_json, write_line
    from testimonia.store import open_store
    from testimonia.weigh import lens_as_data, read_lens

    with open_store(kb, create=False) as store:
        saved = store.lenses()
    if as_json:
        write_json([lens_as_data(read_lens(content, origin=name)) for name, content in saved.items()])
        return
    for name in saved:
        write_line(name)
    if not saved:
        write_line("No lens is saved.")


@app.command()
def show(kb: Kb, name: Annotated[str, typer.Argument(metavar="NAME", help="A saved lens.", show_default=False)]) -> None:
    """Print a saved lens as YAML.

    Args:
        kb: Folder of the knowledge base.
        name: Its name.
    """
    from testimonia.cli.lens_options import chosen_lens
    from testimonia.cli.output import write_line
    from testimonia.store import open_store
    from testimonia.weigh import lens_as_yaml

    with open_store(kb, create=False) as store:
        for line in lens_as_yaml(chosen_lens(store, name)).splitlines():
            write_line(line)
