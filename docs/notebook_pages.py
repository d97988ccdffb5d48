"""Show the notebooks in the documentation: a Sphinx extension that reads `.ipynb` files as Markdown, with what came out of each cell."""

import json
from typing import Any

from docutils import nodes
from myst_parser.parsers.sphinx_ import MystParser
from sphinx.application import Sphinx

_FENCE = "`" * 6


class NotebookParser(MystParser):  # type: ignore[misc]
    """Reads a notebook as the Markdown that it amounts to."""

    supported = ("notebook",)

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Read a notebook.

        Args:
            inputstring: The notebook as JSON.
            document: The page to fill.
        """
        super().parse(as_markdown(json.loads(inputstring)), document)


def as_markdown(notebook: dict[str, Any]) -> str:
    """Write a notebook as Markdown.

    Args:
        notebook: The notebook.

    Returns:
        Its texts as they are, its code in blocks, and what came out after each.
    """
    parts: list[str] = []
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            parts.append(source)
        elif source.strip():
            parts += [_block("{code-block} python", source), *map(_output, cell["outputs"])]
    return "\n\n".join(part for part in parts if part) + "\n"


def _output(output: dict[str, Any]) -> str:
    if output["output_type"] == "stream":
        return _block("{code-block} none", "".join(output["text"]))
    held = output.get("data", {})
    for kind in ("text/html", "image/svg+xml"):
        if kind in held:
            return _block("{raw} html", '<div class="notebook-output">\n' + "".join(held[kind]) + "\n</div>")
    return _block("{code-block} none", "".join(held["text/plain"])) if "text/plain" in held else ""


def _block(kind: str, content: str) -> str:
    return f"{_FENCE}{kind}\n{content.rstrip()}\n{_FENCE}"


def setup(app: Sphinx) -> dict[str, Any]:
    """Make Sphinx read notebooks.

    Args:
        app: The Sphinx application.

    Returns:
        What Sphinx wants to know of an extension.
    """
    app.add_source_parser(NotebookParser)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
