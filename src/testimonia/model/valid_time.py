"""ValidTime: when something is said to hold, as EDTF with the days it may cover.

`lo` and `hi` are the first and last day that the expression allows, None where that end is open or unknown (never an invented bound).
`mode` says what the interval means: `throughout` (it held on every day from `lo` to `hi`) or `within` (it happened on some day between).
`basis` says whether the text states the date or it was derived from the text's own order of events.

Follows: EDTF, ISO 8601-2:2019 annex A, levels 0 to 2 as far as the codebook uses them.
"""

from dataclasses import dataclass
from datetime import date

from testimonia.model.kinds import Basis, Mode


@dataclass(frozen=True, slots=True)
class ValidTime:
    """A time that something is said to hold."""

    edtf: str
    lo: date | None
    hi: date | None
    mode: Mode
    basis: Basis = "stated"
