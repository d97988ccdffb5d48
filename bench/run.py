"""Measure everything, print it, and write it to the documentation: `make bench`.

`python -m bench.run [DOCUMENTS FOR READING] [DOCUMENTS FOR THE BUILD]`; the page says how many there were.
"""

import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import version

from bench import copies, memory, names, places, read, times
from bench.corpus import ROOT
from bench.figures import Figure, machine, markdown, rows

PAGE = ROOT / "docs" / "reference" / "performance.md"

_INTRODUCTION = """# Performance

Written by `make bench`, version {version}, on: {machine}. The documents are put together anew from the sentences of the demonstration, so
that everybody measures the same. Rates of reading are per second of processor time on one core; a shared machine is slower by the clock.
"""


NAMES = (10_000, 100_000)
"""How many names are clustered here; `python -m bench.names 1000000` goes further."""
COPIES = (1_000, 10_000)
"""Among how many documents copies are looked for; `python -m bench.copies` goes further."""


def page(on: str, chapters: Mapping[str, Sequence[Figure]]) -> str:
    """Write the page of the documentation.

    Args:
        on: The machine.
        chapters: Figures by heading, in the order of the page.

    Returns:
        The page, Markdown.
    """
    parts = [_INTRODUCTION.format(version=version("testimonia"), machine=on)]
    for heading, figures in chapters.items():
        parts += [f"## {heading}\n", markdown(("what", "measured", "wanted"), rows(figures))]
    return "\n".join(parts)


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
    chapters = {
        f"A whole build: {lengths[1]:,} documents of {memory.CHARACTERS:,} characters": memory.measure(lengths[1]),
        "Names of bodies, on one core": names.measure(NAMES),
        "Copies among documents": copies.measure(COPIES),
        "Times in EDTF": times.measure(),
        "Places": places.measure(),
        "Reading, on one core": read.measure(lengths[0]),
    }
    text = page(on, chapters)
    PAGE.write_text(text, encoding="utf-8")
    print(f"{text}\nwritten: {PAGE.relative_to(ROOT)}")
    return 0 if all(figure.holds for figures in chapters.values() for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
