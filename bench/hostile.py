"""How the time to read grows with hostile texts: brackets never closed, quotation marks by the thousand, one sentence of 10,000 words.

`python -m bench.hostile [CODE_POINTS]`: each text is read at a length and at twice that length; a ratio near 2 is linear.
"""

import sys
import time
from collections.abc import Callable, Mapping, Sequence

from bench.figures import Figure
from bench.read import one_core

from testimonia.model.document import Document
from testimonia.pipeline import read

LENGTH = 50_000
RATIO = 2.6
"""The ratio of times beyond which growth is not called linear; 2 would be, and machines are noisy."""
UNITS: Mapping[str, str] = {
    "open brackets": "(",
    "closed brackets": "(a) ",
    "acronyms": "Aba Baca (AB) ",
    "quotation marks": '"',
    "quotations left open": "“He said ",
    "apostrophes": "'",
    "dashes": "a-",
    "dots": ".",
    "lines of a letter": "a\n",
    "one word": "x",
    "digits": "1",
    "numbers": "12 ",
    "one name without end": "Liberation Front of ",
    "names and names": "Karen Army and ",
    "labels": "Founded: ",
    "one sentence of attacks": "the army attacked the village and ",
    "sayings in sayings": "he said that ",
    "also known as": "also known as ",
    "Arabic": "كتائب ",
    "mixed scripts": "Армия كتائب 軍 Army ",
}


def measure(length: int = LENGTH, *, told: Callable[[Figure], None] | None = None) -> list[Figure]:
    """Read each text at a length and at twice that.

    Args:
        length: Code points of the shorter text.
        told: Told of each figure when it is there.

    Returns:
        For each text the ratio of the times, and the seconds for a million code points.
    """
    one_core()
    read(_document("Warm."))
    figures = []
    for name, unit in UNITS.items():
        once, twice = (_seconds(unit, wanted) for wanted in (length, 2 * length))
        found = (
            Figure(f"{name}: twice the length takes", twice / max(once, 1e-3), "times", RATIO, at_most=True),
            Figure(f"{name}: a million code points take", twice * 1e6 / (2 * length), "s"),
        )
        for figure in found if told is not None else ():
            told(figure)
        figures += found
    return figures


def _seconds(unit: str, length: int) -> float:
    document = _document(unit * (length // len(unit)))
    start = time.process_time()
    read(document)
    return time.process_time() - start


def _document(text: str) -> Document:
    return Document("d-hostile", "hostile.txt", "0", "text/plain", text)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code: 0 all linear, 1 something is not.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    found = measure(
        int(given[0]) if given else LENGTH, told=lambda figure: print(f"{figure.what} {figure.value:.2f} {figure.unit}", flush=True)
    )
    return int(not all(figure.holds for figure in found))


if __name__ == "__main__":
    sys.exit(main())
