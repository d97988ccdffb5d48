"""`testimonia version`: which version this is."""

from typing import Annotated

import typer


def version(as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Say which version this is.

    Args:
        as_json: Print JSON instead of a line.
    """
    import platform
    from importlib.metadata import version as version_of

    from testimonia.cli.output import write_json, write_line

    ours, python = version_of("testimonia"), platform.python_version()
    if as_json:
        write_json({"testimonia": ours, "python": python, "system": platform.platform()})
    else:
        write_line(f"testimonia {ours} (Python {python}, {platform.system()})")
