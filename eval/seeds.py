"""The seeds: four real documents that no rule was written for, with a key coded twice independently.

`python -m eval.seeds [RELEASE] [--misses]` builds the release if none is named. The seeds lie beside the repository; where they are missing
there is nothing to measure, which is said and is no failure.
"""

import sys

from eval.keyed import KeyedSet
from eval.row import SHARED

SEEDS = SHARED / "seeds"
AIMS = {
    "structural claims F1": 0.8,
    "all claims F1": 0.7,
    "event reports found F1": 0.7,
    **dict.fromkeys(("initiator F1", "target F1", "where F1", "when F1", "figures F1"), 0.6),
    "attribution on matched claims": 0.95,
    "attribution on matched events": 0.95,
    "traps fallen into": 0.0,
    "alias links F1": 0.9,
    "organisations F1": 0.85,
}
SET = KeyedSet("seeds", "four documents beside the repository", SEEDS, AIMS, documents=SEEDS)
measure = SET.measure
main = SET.main

if __name__ == "__main__":
    sys.exit(main())
