"""How fast names of armed groups are compared and clustered, and how the cost grows with their number: synthetic names, from names alone.

`python -m bench.names [NUMBER ...]`; each number is clustered in a process of its own.
"""

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence

from bench.figures import Figure, print_figures

from testimonia.model.referent import Referent, referent_id
from testimonia.resolve.anatomy import anatomy_of
from testimonia.resolve.compare import compare_names
from testimonia.resolve.keys import key_of_name
from testimonia.resolve.resolution import resolve_referents
from testimonia.resolve.scoring import score_of, verdict_of

NUMBERS = (10_000, 100_000, 1_000_000)
PAIRS_A_SECOND = 50_000
NAMES, SECONDS, MEGABYTES = 100_000, 10, 500
"""100,000 names are to be clustered in this time and memory."""
SEED = 4
_COMPARED = 100_000
_OTHER_FORM = 0.25
"""Share of names that are another form of one made before: another language of the unit word, another spelling, no article."""

_UNITS = (
    ("Brigade", "Liwa", "Brigada"),
    ("Battalions", "Kata'ib", "Batallones"),
    ("Front", "Jabhat", "Frente"),
    ("Army", "Jaysh", "Ejército"),
    ("Movement", "Harakat", "Movimiento"),
    ("Party", "Hizb", "Partido"),
    ("Council", "Majlis", "Consejo"),
    ("Forces", "Quwwat", "Fuerzas"),
)
_PROGRAMMES = ("National", "Islamic", "Popular", "Revolutionary", "Democratic", "Liberation", "Patriotic", "United", "Resistance")
_INVOKED = ("Martyrs", "Lions", "Falcons", "Conquest", "Victory", "Islam", "Justice", "Glory", "Freedom", "Supporters")
_COUNTRIES = ("Libya", "Sudan", "Colombia", "Myanmar", "Congo", "Yemen", "Mali", "Philippines", "Azawad", "Darfur", "Kashmir", "Assam")
_ONSETS = ("b", "d", "f", "g", "h", "j", "k", "kh", "l", "m", "n", "q", "r", "s", "sh", "t", "w", "y", "z", "th", "dh", "gh")
_VOWELS = ("a", "i", "u", "o", "e", "aa", "ou", "ee")
_OTHER_VOWEL = {"ou": "u", "ee": "i", "aa": "a", "o": "u", "e": "i"}


def synthetic_names(number: int, *, seed: int = SEED) -> Iterator[str]:
    """Make names as armed groups bear them: unit words of three languages, programmes, what they invoke, people, places, numbers, acronyms.

    Args:
        number: How many names.
        seed: For the random choices; the same seed gives the same names.

    Yields:
        Names; about a quarter are other forms of earlier ones, and common words (a country, Martyrs) stand in many.
    """
    chance = random.Random(seed)
    words = [_word(chance) for _ in range(max(400, number // 8))]
    earlier: list[tuple[int, list[str], int]] = []
    for _ in range(number):
        if earlier and chance.random() < _OTHER_FORM:
            unit, rest, language = chance.choice(earlier)
            yield _written(unit, [_respelled(word) for word in rest], (language + 1) % 3)
            continue
        if chance.random() < 0.04:
            yield "".join(chance.choice("ABCDEFGHIJKLMNOPRSTUVZ") for _ in range(chance.choice((3, 4, 4, 5))))
            continue
        made = (chance.randrange(len(_UNITS)), _rest(chance, words), chance.randrange(3))
        if len(earlier) < number // 4:
            earlier.append(made)
        yield _written(*made)


def _rest(chance: random.Random, words: Sequence[str]) -> list[str]:
    """The words beside the unit word; own words after Zipf's law, so that a few stand in thousands of names."""
    rest = [words[int(len(words) ** chance.random()) - 1] for _ in range(chance.choice((0, 1, 1, 1, 2, 2)))]
    rest += [chance.choice(_PROGRAMMES) for _ in range(chance.choice((0, 0, 1, 2)))]
    rest += [chance.choice(_INVOKED)] if chance.random() < 0.3 else []
    rest += [f"{chance.randrange(1, 60)}th"] if chance.random() < 0.05 else []
    return rest + ([chance.choice(_COUNTRIES)] if chance.random() < 0.4 or not rest else [])


def _written(unit: int, rest: Sequence[str], language: int) -> str:
    word = _UNITS[unit][language]
    return " ".join((*rest, word)) if language == 0 else " ".join((word, *(f"al-{one}" if language == 1 else one for one in rest)))


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(chance.choice((2, 2, 3)))).capitalize()


def _respelled(word: str) -> str:
    for vowels, other in _OTHER_VOWEL.items():
        if vowels in word and word not in _PROGRAMMES + _INVOKED + _COUNTRIES:
            return word.replace(vowels, other, 1)
    return word


def pairs_a_second(number: int = _COMPARED) -> float:
    """Measure comparisons of names taken apart before: names that share a key or stand side by side.

    Args:
        number: How many pairs.

    Returns:
        Compared and decided pairs a second of processor time.
    """
    anatomies = [anatomy_of(name) for name in synthetic_names(number // 4)]
    near = sorted(anatomies, key=lambda anatomy: (anatomy.own_key, anatomy.themes, anatomy.key))
    pairs = [(near[at], near[at + step]) for step in (1, 2, 3, 4) for at in range(len(near) - 4)]
    start = time.process_time()
    for left, right in pairs:
        found = compare_names(left, right)
        if found is not None:
            score_of(found)
            verdict_of(found)
    return len(pairs) / (time.process_time() - start)


def cluster(number: int) -> tuple[float, int]:
    """Cluster names, each of a document of its own.

    Args:
        number: How many.

    Returns:
        Seconds of processor time, and how many bodies there are.
    """
    referents = tuple(_only_named(at, name) for at, name in enumerate(synthetic_names(number)))
    start = time.process_time()
    resolution = resolve_referents(referents, (), documents={})
    return time.process_time() - start, len(resolution.entities)


def _only_named(at: int, name: str) -> Referent:
    document = f"d{at}"
    return Referent(referent_id(document, "org", key_of_name(name, "org")), document, name, "org", names=(name,))


_CLUSTER = """
import json, resource, sys
from bench.names import cluster
seconds, bodies = cluster(int(sys.argv[1]))
print(json.dumps({"seconds": seconds, "bodies": bodies, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))
"""


def measure(numbers: Sequence[int] = NUMBERS) -> list[Figure]:
    """Measure comparing and clustering.

    Args:
        numbers: How many names to cluster, each in a process of its own.

    Returns:
        The figures.
    """
    figures = [Figure("pairs of names compared and decided, taken apart before", pairs_a_second(), "pairs/s", PAIRS_A_SECOND)]
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kibibytes elsewhere
    for number in numbers:
        told = json.loads(subprocess.run([sys.executable, "-c", _CLUSTER, str(number)], capture_output=True, text=True, check=True).stdout)
        bound = number == NAMES
        figures += [
            Figure(f"{number:,} names clustered", told["seconds"], "s", SECONDS if bound else None, at_most=True),
            Figure(f"{number:,} names, a name", 1e6 * told["seconds"] / number, "µs"),
            Figure(f"{number:,} names, memory at the peak", told["peak"] * unit / 1e6, "MB", MEGABYTES if bound else None, at_most=True),
            Figure(f"{number:,} names, bodies", told["bodies"], "bodies"),
        ]
    return figures


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code: 0 where the bounds are kept, else 1.
    """
    given = [int(word) for word in (sys.argv[1:] if arguments is None else arguments)]
    return print_figures("names of bodies", measure(given or NUMBERS))


if __name__ == "__main__":
    sys.exit(main())
