"""ValidTime: when something is said to hold, as EDTF with the days it may cover.

`lo` and `hi` are the first and last day that the expression allows, None where that end is open or unknown (never an invented bound).
`mode` says what the interval means: `throughout` (it held on every day from `lo` to `hi`) or `within` (it happened on some day between).
`basis` says whether the text states the date or it was derived from the text's own order of events. The grammar is in `model.edtf`.

Two comparisons differ on purpose. `before`, `overlaps` and `contains` take the days as written. `contradicts` and `compatible` first widen
approximate dates (`model.edtf`: `TOLERANCE_DAYS` and the constants beside it), because two careful authors may both write "about".
"""

from dataclasses import dataclass
from datetime import date, timedelta

from testimonia.model.edtf import Days, EdtfInterval, parse_edtf
from testimonia.model.kinds import Basis, Mode

__all__ = [
    "EdtfInterval",
    "ValidTime",
    "before",
    "compatible",
    "contains",
    "contradicts",
    "overlaps",
    "parse_edtf",
    "valid_time",
]


@dataclass(frozen=True, slots=True)
class ValidTime:
    """A time that something is said to hold."""

    edtf: str
    lo: date | None
    hi: date | None
    mode: Mode
    basis: Basis = "stated"


def valid_time(edtf: str, *, mode: Mode, basis: Basis = "stated") -> ValidTime:
    """Make a `ValidTime` of an EDTF expression.

    Args:
        edtf: The expression.
        mode: `throughout` if it held on every day, `within` if it happened on some day of it.
        basis: `stated` or `derived`.

    Returns:
        The time with its first and last day.

    Raises:
        EdtfError: The expression is none that we read.
    """
    interval = parse_edtf(edtf)
    return ValidTime(edtf, interval.lo, interval.hi, mode, basis)


def before(left: ValidTime, right: ValidTime) -> bool:
    """Say whether all of one time surely lies before all of another.

    Args:
        left: The time that may be earlier.
        right: The time that may be later.

    Returns:
        True only if the last day of `left` and the first day of `right` are known and in that order.
    """
    return left.hi is not None and right.lo is not None and left.hi < right.lo


def overlaps(left: ValidTime, right: ValidTime) -> bool:
    """Say whether two times, as written, may share a day.

    Args:
        left: One time.
        right: The other.

    Returns:
        False only if no day belongs to both; an open, unknown or yearless end excludes nothing.
    """
    return _share_a_day(parse_edtf(left.edtf).parts, parse_edtf(right.edtf).parts)


def contains(outer: ValidTime, inner: ValidTime) -> bool:
    """Say whether one time, as written, surely covers every day of another.

    An open end (`..`) covers all that follows, an unknown end nothing beyond what is written.

    Args:
        outer: The time that may cover the other.
        inner: The time that may be covered.

    Returns:
        True only if every day that `inner` allows lies in `outer`.
    """
    written = outer.edtf.strip("/")
    covers = () if written == ".." else parse_edtf(written).parts
    parts = parse_edtf(inner.edtf).parts
    return bool(parts) and all(_is_covered(part, covers) for part in parts)


def contradicts(left: ValidTime, right: ValidTime) -> bool:
    """Say whether two times of one single happening cannot both be right.

    It is for what happens once, such as a founding: two `within` times contradict if, with approximate dates widened, no day fits both. Two
    `throughout` times never contradict by themselves, since what held from 2005 to 2008 may have held in 2010 too; a `throughout` and a
    `within` time tell of different things. Uncertainty (`?`) does not widen: a doubted date is still the one that is claimed.

    Args:
        left: The time that one claim gives.
        right: The time that the other gives.

    Returns:
        True if no day fits both.
    """
    if left.mode != "within" or right.mode != "within":
        return False
    return not _share_a_day(parse_edtf(left.edtf).windows, parse_edtf(right.edtf).windows)


def compatible(left: ValidTime, right: ValidTime) -> bool:
    """Say whether two times of one single happening may both be right.

    Args:
        left: The time that one claim gives.
        right: The time that the other gives.

    Returns:
        The opposite of `contradicts`.
    """
    return not contradicts(left, right)


def _share_a_day(left: tuple[Days, ...], right: tuple[Days, ...]) -> bool:
    if not left or not right:
        return True
    return any(
        (a_hi is None or b_lo is None or b_lo <= a_hi) and (b_hi is None or a_lo is None or a_lo <= b_hi)
        for a_lo, a_hi in left
        for b_lo, b_hi in right
    )


def _is_covered(inner: Days, covers: tuple[Days, ...]) -> bool:
    """Walk forward through the covering parts from the first day on; adjacent parts of a set cover together."""
    at, last = inner
    ordered = sorted(covers, key=lambda days: (days[0] is not None, days[0] or date.min))
    for lo, hi in ordered:
        if lo is not None and (at is None or at < lo):
            return False
        if hi is None:
            return True
        if at is None or at <= hi:
            if last is not None and last <= hi:
                return True
            if hi == date.max:
                return False
            at = hi + timedelta(days=1)
    return False
