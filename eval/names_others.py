"""Names, by others: nomenklatura's logic-v2 on the same pairs, in an environment of its own.

`make names-others` runs it with nomenklatura beside this repository; it needs a C++ compiler and ICU, for which there is no wheel, so it is
no part of the project. Each name stands alone on an organisation, which is the hard case that texts give; with aliases, countries and
identifiers these matchers do better.
"""

import sys
from collections import Counter

from eval.names import NamePair, read_pairs

THRESHOLD = 0.70
"""Its own: the default of yente, which serves it."""
_HALVES = ("tune", "test")


def main() -> int:
    """Print what logic-v2 finds and what it merges falsely, on each half of the pairs.

    Returns:
        The exit code: 0, or 2 where nomenklatura is not installed.
    """
    try:
        from followthemoney import model
        from nomenklatura.matching import get_algorithm
    except ImportError:
        print("nomenklatura is not in this environment; run: make names-others", file=sys.stderr)
        return 2
    algorithm = get_algorithm("logic-v2")
    if algorithm is None:
        print("this nomenklatura has no logic-v2", file=sys.stderr)
        return 2
    config = algorithm.default_config()

    def score(pair: NamePair) -> float:
        left, right = (
            model.get_proxy({"id": f"{side} {name}", "schema": "Organization", "properties": {"name": [name]}})  # scores are kept by id
            for side, name in (("left", pair.left), ("right", pair.right))
        )
        return max(algorithm.compare(left, right, config).score, algorithm.compare(right, left, config).score)

    for half in _HALVES:
        found: Counter[tuple[bool, bool]] = Counter()
        for pair in read_pairs():
            if pair.half == half:
                found[pair.same, score(pair) >= THRESHOLD] += 1
        true, false = found[True, True] + found[True, False], found[False, True] + found[False, False]
        print(f"{half}: true pairs found {found[True, True] / true:.3f} (of {true}), false pairs merged {found[False, True]} (of {false})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
