"""Assets: the style sheets, scripts and libraries of a site, so that they work from a disk.

A page that is opened from a disk may not load modules nor fetch data. Our modules import nothing, so each becomes a script of its own by
standing in a function; the map of the world becomes a script that hands it over.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from testimonia.errors import RecordError
from testimonia.publish.pages.environment import STATIC
from testimonia.publish.site.finding import folding_tables

OWN = Path(__file__).parent / "static"
VENDOR = (
    "cytoscape.min.js",
    "layout-base.js",
    "cose-base.js",
    "cytoscape-fcose.js",
    "d3.min.js",
    "topojson-client.min.js",
    "LICENSES.txt",
)
WORLD = "countries-110m"
"""The map of the world that is small enough for a page."""
STYLES = ("testimonia.css", "actor.css", "event.css", "lifelines.css", "map.css", "network.css", "timeline.css", "icon.svg")
MODULES = ("testimonia.js", "opening.js", "map.js", "network.js")
"""Modules of ours that the pages of a site use."""
_BINDS = re.compile(r"^\s*(?:import\b(?!\s*\()|export\b)", re.MULTILINE)


def missing_vendor() -> tuple[str, ...]:
    """Say which libraries the build of this program could not bring.

    Returns:
        Their names.
    """
    wanted = (*VENDOR[:-1], f"{WORLD}.json")
    return tuple(name for name in wanted if not (STATIC / "vendor" / name).is_file())


def assets() -> Iterator[tuple[str, bytes]]:
    """Give the files of `assets/`.

    Yields:
        Name and content of each.
    """
    for name in STYLES:
        yield name, (STATIC / name).read_bytes()
    yield "site.css", (OWN / "site.css").read_bytes()
    for name in MODULES:
        yield name, as_script((STATIC / name).read_text("utf-8"), name=name).encode()
    yield "search.js", as_script((OWN / "search.js").read_text("utf-8"), name="search.js").encode()
    yield "folding.js", folding_tables().encode()
    for name in VENDOR:
        if (STATIC / "vendor" / name).is_file():
            yield f"vendor/{name}", (STATIC / "vendor" / name).read_bytes()
    world = STATIC / "vendor" / f"{WORLD}.json"
    if world.is_file():
        content = json.dumps(json.loads(world.read_bytes()), ensure_ascii=True, separators=(",", ":"))
        yield f"vendor/{WORLD}.js", f"window.testimoniaWorld={content};\n".encode()


def as_script(module: str, *, name: str) -> str:
    """Turn a module that imports and exports nothing into a plain script.

    Args:
        module: The module's source.
        name: Its name, for the message.

    Returns:
        A script with its own names, in which the module may wait for things as before.

    Raises:
        RecordError: The module imports or exports something.
    """
    if _BINDS.search(module):
        raise RecordError(f"{name} imports or exports, which a page opened from a disk may not; let it stand alone")
    return f'(async () => {{\n"use strict";\n{module}}})();\n'
