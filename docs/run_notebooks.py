"""Run the notebooks of the documentation and keep what comes out: `make notebooks`, or `python -m docs.run_notebooks`.

A notebook is kept without anything of the machine or the moment, so that running it again on the same documents gives the same bytes; a
test runs each one and compares.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbclient import NotebookClient
from traitlets.config import Config

HERE = Path(__file__).resolve().parent / "notebooks"
SECONDS = 300
"""The longest that a cell may take."""


def notebooks() -> list[Path]:
    """List the notebooks.

    Returns:
        Their files, by name.
    """
    return sorted(HERE.glob("*.ipynb"))


def run(file: Path) -> str:
    """Run a notebook from its first cell to its last.

    Args:
        file: The notebook.

    Returns:
        It with what came out, as JSON.

    Raises:
        ValueError: A cell wrote to the error stream.
    """
    notebook = nbformat.read(file, as_version=4)
    with TemporaryDirectory() as aside:
        # Files and no ports between the two: nobody else on the machine can listen.
        between = Config({"KernelManager": {"transport": "ipc", "ip": str(Path(aside, "kernel"))}})
        where = {"metadata": {"path": str(file.parent)}}
        NotebookClient(notebook, timeout=SECONDS, kernel_name="python3", resources=where, config=between).execute()
    notebook.metadata = nbformat.from_dict({"language_info": {"name": "python"}})
    for number, cell in enumerate(notebook.cells, 1):
        cell.id, cell.metadata = f"cell-{number}", nbformat.from_dict({})
        for output in cell.get("outputs", ()):
            if output.get("name") == "stderr":
                raise ValueError(f"{file.name}, cell {number}: {output.text}")
    nbformat.validate(notebook)
    return str(nbformat.writes(notebook, version=4)) + "\n"


def main() -> int:
    """Run and keep every notebook.

    Returns:
        The exit code.
    """
    for file in notebooks():
        file.write_text(run(file), encoding="utf-8")
        print(f"run: docs/notebooks/{file.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
