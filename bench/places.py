"""How fast names of places are located, on one core: look-ups and places a second, and what the gazetteer costs to load.

`python -m bench.places [PLACES]`
"""

import itertools
import random
import sys
import time
from collections.abc import Sequence

from bench.figures import Figure, print_figures
from bench.read import one_core

from testimonia.model.referent import Referent
from testimonia.resolve.gazetteer import load_gazetteer
from testimonia.resolve.places import locate_places
from testimonia.text.geography import countries

PLACES = 4_000
PER_DOCUMENT = (10, 100, 1_000)
"""Places that one document names; the cost of each must not grow with it."""
PLACES_A_SECOND = 1_000
"""A few hundred sentences are read in a second; to locate what they name must stay out of sight beside that."""
SEED = 7


def measure(number: int = PLACES) -> list[Figure]:
    """Locate places by the thousand, each with a sentence that tells of a neighbour.

    Args:
        number: How many places in each run.

    Returns:
        The figures, per second of processor time.
    """
    start = time.process_time()
    gazetteer = load_gazetteer()
    loading = time.process_time() - start
    names = _names(number)
    start = time.process_time()
    for name in names:
        gazetteer.find(name)
    figures = [
        Figure("loading the gazetteer", loading, "s"),
        Figure("names looked up", len(names) / (time.process_time() - start), "a second"),
    ]
    for size in PER_DOCUMENT:
        referents, contexts = _documents(names, size)
        start = time.process_time()
        locate_places(referents, contexts)
        taken = time.process_time() - start
        figures.append(Figure(f"places located, {size:,} a document", len(referents) / taken, "a second", PLACES_A_SECOND))
    return figures


def _names(number: int) -> list[str]:
    """Countries, their capitals, and places of the gazetteer drawn by chance, the same on every run."""
    chance = random.Random(SEED)
    gazetteer = load_gazetteer()
    found = [name for country in countries() for name in (country.names[0], country.capital or country.names[0])]
    towns = chance.sample(range(len(gazetteer)), number)
    return list(itertools.islice(itertools.chain(found, (gazetteer.name_of(at) for at in towns)), number))


def _documents(names: Sequence[str], size: int) -> tuple[list[Referent], dict[str, list[str]]]:
    referents, contexts = [], {}
    for at, name in enumerate(names):
        document, other = f"d-{at // size}", names[at - 1]
        key = f"{document}-{at}"
        referents.append(Referent(key, document, name, "place", names=(name,)))
        contexts[key] = [f"Fighters entered the town of {name}, north of {other}, on Monday, said a resident of {other}."]
    return referents, contexts


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code: 0 where the floors are kept, else 1.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    one_core()
    return print_figures("places, one core", measure(int(given[0]) if given else PLACES))


if __name__ == "__main__":
    sys.exit(main())
