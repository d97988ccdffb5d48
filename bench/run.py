"""Measure everything, print it, and write it to the documentation: `make bench`.

`python -m bench.run [DOCUMENTS FOR READING] [DOCUMENTS FOR THE BUILD]`; the page says how many there were.
"""

import sys
from collections.abc import Sequence
from importlib.metadata import version

from bench import memory, read
from bench.corpus import ROOT
from bench.figures import Figure, machine, markdown, rows

PAGE = ROOT / "docs" / "reference" / "performance.md"

_INTRODUCTION = """# Performance

Written by `make bench`, version {version}, on: {machine}. The documents are put together anew from the sentences of the demonstration, so
that everybody measures the same. Rates of reading are per second of processor time on one core; a shared machine is slower by the clock.
"""


def page(on: str, reading: Sequence[Figure], building: Sequence[Figure], *, documents: int) -> str:
    """Write the page of the documentation.

    Args:
        on: The machine.
        reading: Figures of reading.
        building: Figures of a whole build.
        documents: How many documents that build had.

    Returns:
        The page, Markdown.
    """
    return "\n".join(
        [
            _INTRODUCTION.format(version=version("testimonia"), machine=on),
            "## Reading, on one core\n",
            markdown(("what", "measured", "wanted"), rows(reading)),
            f"## A whole build: {documents:,} documents of {memory.CHARACTERS:,} characters\n",
            markdown(("what", "measured", "wanted"), rows(building)),
        ]
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write the page.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code: 0 where every bound is kept, else 1.
    """
    given = [int(word) for word in (sys.argv[1:] if arguments is None else arguments)]
    lengths = [*given, *(read.DOCUMENTS, memory.DOCUMENTS)[len(given) :]]
    on = machine()  # before the process ties itself to one core
    building = memory.measure(lengths[1])
    reading = read.measure(lengths[0])
    text = page(on, reading, building, documents=lengths[1])
    PAGE.write_text(text, encoding="utf-8")
    print(f"{text}\nwritten: {PAGE.relative_to(ROOT)}")
    return 0 if all(figure.holds for figure in (*reading, *building)) else 1


if __name__ == "__main__":
    sys.exit(main())
