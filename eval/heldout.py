"""Held-out documents: coded by people who saw no rule, and looked at by nobody who writes rules; only the totals are read.

`python -m eval.heldout [RELEASE] [--misses]` builds the release if none is named.
"""

import sys

from eval.keyed import GENERAL_AIMS, KeyedSet
from eval.row import ROOT

SET = KeyedSet("heldout", "seven documents kept apart", ROOT / "eval" / "heldout", GENERAL_AIMS)
measure = SET.measure
main = SET.main

if __name__ == "__main__":
    sys.exit(main())
