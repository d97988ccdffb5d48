"""Measure everything, print it, and write it to the documentation: `make bench`.

`python -m bench.run [DOCUMENTS FOR READING] [DOCUMENTS FOR THE BUILD] [--also SECTION ...]`; the page says how many there were. Sections
that take minutes to hours are measured where they are asked for, and otherwise stay on the page as they were measured last.
"""

import argparse
import re
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from bench import copies, memory, names, places, read, release, scale_kb, static_site, times, weigh, workbench
from bench.corpus import ROOT
from bench.figures import Figure, machine, markdown, rows

from testimonia.publish.exports import FORMATS

PAGE = ROOT / "docs" / "reference" / "performance.md"

_INTRODUCTION = """# Performance

Written by `make bench`, version {version}, on: {machine}. The documents are put together anew from the sentences of the demonstration, so
that everybody measures the same. Rates of reading are per second of processor time on one core; a shared machine is slower by the clock.
"""


NAMES = (10_000, 100_000)
"""How many names are clustered here; `python -m bench.names 1000000` goes further."""
RELEASED, SERVED = 100_000, 100_000
"""Claims in the knowledge bases that are released and served here; `python -m bench.release` and `bench.workbench` go further."""
EXPORTED = (*(held.name for held in FORMATS), "all")
"""Formats of exports, each by itself and then all at once."""
COPIES = (1_000, 10_000)
"""Among how many documents copies are looked for; `python -m bench.copies` goes further."""


SLOW: Mapping[str, Callable[[], Sequence[Figure]]] = {
    "release": lambda: release.measure(RELEASED, formats=EXPORTED),
    "weigh": lambda: [figure for claims in weigh.CLAIMS for figure in weigh.measure(claims)],
    "workbench": lambda: _of_workbench(),
    "site": static_site.measure,
}
"""What takes minutes and more, by the name under which it is asked for."""
HEADINGS = {
    "release": f"A release of {RELEASED:,} claims, and its exports",
    "weigh": "Weighing a corpus",
    "workbench": "The workbench, with 20 readers and 2 coders at once",
    "site": "A static site",
}


def page(on: str, chapters: Mapping[str, Sequence[Figure]], *, kept: Mapping[str, str] | None = None) -> str:
    """Write the page of the documentation.

    Args:
        on: The machine.
        chapters: Figures by heading, in the order of the page.
        kept: Parts of the page as it was that were not measured this time, by heading.

    Returns:
        The page, Markdown.
    """
    parts = [_INTRODUCTION.format(version=version("testimonia"), machine=on)]
    for heading, figures in chapters.items():
        parts += [f"## {heading}\n", markdown(("what", "measured", "wanted"), rows(figures))]
    for heading, part in (kept or {}).items():
        parts += [f"## {heading}\n", f"{part.strip()}\n"]
    return "\n".join(parts)


def parts_of(text: str) -> dict[str, str]:
    """Take a page apart.

    Args:
        text: The page.

    Returns:
        What stands under each heading, without its empty lines around.
    """
    return {heading: part.strip() for heading, part in re.findall(r"^## (.+)\n((?:(?!^## ).*\n?)*)", text, re.MULTILINE)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write the page.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code: 0 where every bound is kept, else 1.
    """
    parser = argparse.ArgumentParser(prog="bench.run", description=__doc__)
    parser.add_argument("lengths", type=int, nargs="*", help="documents for reading, documents for the build")
    parser.add_argument("--also", nargs="+", choices=[*SLOW, "all"], default=[], help="what takes minutes and more")
    parser.add_argument("--only", action="store_true", help="measure nothing but what --also names")
    given = parser.parse_args(arguments)
    on = machine()  # before the process ties itself to one core
    asked = [name for name in SLOW if name in given.also or "all" in given.also]
    chapters = {HEADINGS[name]: tuple(SLOW[name]()) for name in asked}
    if not given.only:
        chapters = {**_quick(given.lengths), **chapters}
    before = parts_of(PAGE.read_text("utf-8")) if PAGE.exists() else {}
    standing = {
        heading: part for heading, part in before.items() if heading not in chapters and (given.only or heading in HEADINGS.values())
    }
    text = page(on, chapters, kept=standing)
    PAGE.write_text(text, encoding="utf-8")
    print(f"{text}\nwritten: {PAGE.relative_to(ROOT)}")
    return 0 if all(figure.holds for figures in chapters.values() for figure in figures) else 1


def _quick(given: Sequence[int]) -> dict[str, Sequence[Figure]]:
    lengths = [*given, *(read.DOCUMENTS, memory.DOCUMENTS)[len(given) :]]
    return {
        f"A whole build: {lengths[1]:,} documents of {memory.CHARACTERS:,} characters": memory.measure(lengths[1]),
        "Names of bodies, on one core": names.measure(NAMES),
        "Copies among documents": copies.measure(COPIES),
        "Times in EDTF": times.measure(),
        "Places": places.measure(),
        "Reading, on one core": read.measure(lengths[0]),
    }


def _of_workbench() -> Sequence[Figure]:
    """Measure the workbench over a knowledge base of its own."""
    with tempfile.TemporaryDirectory() as folder:
        kb = Path(folder, "kb")
        scale_kb.generate(kb, claims=SERVED, documents=SERVED // 50, actors=SERVED // 250, seed=5)
        return workbench.measure(workbench.asked([str(kb)]))


if __name__ == "__main__":
    sys.exit(main())
