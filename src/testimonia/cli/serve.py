"""`testimonia serve KB`: the knowledge base in a browser."""

from pathlib import Path
from typing import Annotated

import typer


def serve(
    kb: Annotated[Path, typer.Argument(metavar="KB", help="Folder of the knowledge base.", show_default=False)],
    port: Annotated[int, typer.Option(min=1024, max=65535, help="Port on this machine.")] = 8765,
    opens: Annotated[bool, typer.Option("--open/--no-open", help="Open a browser.")] = True,
    lens: Annotated[str, typer.Option(metavar="NAME", help="Whose word to take: a saved lens.")] = "",
) -> None:
    """Open the knowledge base in a browser, on this machine only.

    Args:
        kb: Folder of the knowledge base.
        port: Port on this machine.
        opens: Open a browser.
        lens: The lens in force where an address names none.
    """
    from testimonia.cli.output import write_line
    from testimonia.workbench import serving

    serving.serve(kb, options=serving.ServeOptions(port, lens, opens), tell=write_line)
