"""Documents that were kept apart once: scored before anybody looked at what was missed, then opened and mended for.

`python -m eval.opened [RELEASE] [--misses]` builds the release if none is named.
"""

import sys

from eval.keyed import GENERAL_AIMS, KeyedSet
from eval.row import ROOT

SET = KeyedSet("opened", "ten documents once kept apart, development since", ROOT / "eval" / "opened", GENERAL_AIMS)
measure = SET.measure
main = SET.main

if __name__ == "__main__":
    sys.exit(main())
