"""Six further documents: written and coded before the rules read them, then read with care and mended for.

`python -m eval.unseen [RELEASE] [--misses]` builds the release if none is named.
"""

import sys

from eval.keyed import GENERAL_AIMS, KeyedSet
from eval.row import ROOT

SET = KeyedSet("unseen", "six documents of six conflicts and genres, development since", ROOT / "eval" / "unseen", GENERAL_AIMS)
measure = SET.measure
main = SET.main

if __name__ == "__main__":
    sys.exit(main())
