"""Which tellings are compared: those that share a time and two more things, or a day and one.

Every telling is put on shelves named by what it tells; only tellings of one shelf meet, and on a crowded shelf only the latest. So the cost
grows with the number of reports, also where ten thousand tell of one town on one day; those that share most shelves are compared first.
"""

from array import array
from collections.abc import Iterator, Sequence, Set
from functools import cache
from itertools import combinations, pairwise

import numpy as np

from testimonia.weigh.accounts import Account, Somebody
from testimonia.weigh.event_words import akin_types, event_words, sort_words
from testimonia.weigh.numbers import Numbers, spread, starts_of
from testimonia.weigh.tellings import Telling
from testimonia.weigh.tie_figures import TELLING
from testimonia.weigh.tie_sides import KIN
from testimonia.weigh.times import EARLIEST, LATEST, Span

Key = tuple[str | int, ...]
Visit = tuple[Key, Key]
"""A shelf to look on and one to be put on; they differ where those of one kind meet those of another kind alone."""

DAYS_LISTED = 10
"""Reports up to this wide are looked up day by day, wider ones by month or year."""
MONTHS_LISTED = 62
AT_ONCE = 2_000_000
"""Meetings on shelves that are laid out at once; it bounds the memory taken."""
MONTH, YEAR = 31, 366
"""Days of the stretches by which wide reports are looked up: they need not be those of the calendar."""

NEIGHBOURS = 40
"""Tellings on one shelf that each meets: the latest ones."""
COMPARED = 24
"""Tellings that each is compared with: those that it shares most shelves with. A happening seldom has more tellings that differ."""


def candidates(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Yield pairs of tellings that may be one happening.

    Args:
        tellings: Tellings in a stable order.

    Yields:
        Places in that order, the earlier one first, each pair once.
    """
    looks, puts = _Entries(), _Entries()
    for place, telling in enumerate(tellings):
        if not telling.first.alone:
            keys, visits = _visits(telling)
            looks.add(place, {*keys, *(look for look, _ in visits)})
            puts.add(place, {*keys, *(shelf for _, shelf in visits)})
    many = len(tellings)
    _, shelf = np.unique(np.concatenate((looks.shelves, puts.shelves)), return_inverse=True)
    looked, held = shelf[: len(looks.shelves)], np.sort(shelf[len(looks.shelves) :] * many + puts.places)
    ends = np.searchsorted(held, looked * many + looks.places)
    starts = np.maximum(np.searchsorted(held, looked * many), ends - NEIGHBOURS)
    for low, high in _shares(looks.places, ends - starts):
        which, at = spread(starts[low:high], (ends - starts)[low:high], np.arange(high - low))
        pairs, shared = np.unique(looks.places[low:high][which] * many + held[at] % many, return_counts=True)
        later, earlier = pairs // many, pairs % many
        order = np.lexsort((-earlier, -shared, later))
        later, earlier = later[order], earlier[order]
        first = starts_of(later)
        near = np.arange(len(later)) - np.repeat(first, np.diff(first, append=len(later))) < COMPARED
        yield from zip(earlier[near].tolist(), later[near].tolist(), strict=True)


class _Entries:
    """Which telling stands at which shelf; a shelf goes by the hash of its key, which is seldom another's and then costs a comparison."""

    def __init__(self) -> None:
        self._shelves, self._sizes = array("q"), dict[int, int]()

    def add(self, place: int, keys: Set[Key]) -> None:
        self._shelves.extend(map(hash, keys))
        self._sizes[place] = len(keys)

    @property
    def shelves(self) -> Numbers:
        return np.frombuffer(self._shelves, np.int64) if len(self._shelves) else np.zeros(0, np.int64)

    @property
    def places(self) -> Numbers:
        return np.repeat(np.array(list(self._sizes), np.int64), np.array(list(self._sizes.values()), np.int64))


def _shares(places: Numbers, sizes: Numbers) -> Iterator[tuple[int, int]]:
    """Cut what is to be laid out into shares of a bounded size, none of them within a telling."""
    starts = starts_of(places)
    before = np.cumsum(sizes) - sizes
    number = before[starts] // AT_ONCE if len(starts) else starts
    cuts = starts[starts_of(number)].tolist()
    yield from pairwise([*cuts, len(places)])


def _visits(telling: Telling) -> tuple[list[Key], list[Visit]]:
    """Name the shelves on which a telling looks and is put, and those where it looks on one and is put on another."""
    account = telling.first
    family = _family(account.report.type)
    things = _things(account)
    pairs = [(*one, *two) for one, two in combinations(sorted(things), 2) if one[0] != two[0] or one[0] == "party"]
    keys: list[Key] = [(family, "document", document) for document in telling.inside]
    figures = [thing for thing in things if thing[0] == "figure"]
    keys += [(family, *pair, *figure) for pair in pairs for figure in figures if figure[0] not in pair]
    days = account.supposed if account.span is None else account.span
    if days is None or days[0] == EARLIEST or days[1] == LATEST:
        stated = "" if account.report.when is None else account.report.when.edtf
        return keys + [(family, stated, *pair) for pair in pairs if stated], []
    width = days[1] - days[0]
    if width <= DAYS_LISTED:
        alone = [] if account.span is None else things  # a week that is only supposed must share two things
        keys += [(family, day, *thing) for day in range(days[0], days[1] + 1) for thing in (*alone, *pairs)]
    return keys, list(_of_stretches(family, pairs, days))


def _of_stretches(family: str, pairs: Sequence[Key], days: Span) -> Iterator[Visit]:
    """Yield the shelves of months and years, where the wide meet all and the narrow meet the wide alone."""
    width = days[1] - days[0]
    for name, length, wide in (("month", MONTH, DAYS_LISTED < width <= MONTHS_LISTED), ("year", YEAR, width > MONTHS_LISTED)):
        for key in ((family, f"{name}{stretch}", *pair) for stretch in _stretches(days, length) for pair in pairs):
            narrow_key, wide_key = (*key, "narrow"), (*key, "wide")
            yield (wide_key, wide_key if wide else narrow_key)
            if wide:
                yield (narrow_key, wide_key)


def _things(account: Account) -> list[tuple[str, str]]:
    """Name what a report tells of: its places, its parties by name, word and sort, and its telling figures."""
    places = [("place", label) for body in account.where for label in _labels(body)]
    parties = [("party", label) for body in (*account.initiator, *account.target) for label in _labels(body)]
    sorts = [("sort", sort) for body in (*account.initiator, *account.target) for sort in sorted(body.sorts - event_words("broad_sorts"))]
    figures = [("figure", f"{f.what} {f.low}-{f.high}") for f, _ in account.figures if max(f.low or 0, f.high or 0) >= TELLING]
    modes = [("mode", account.report.mode)] if account.report.mode is not None else []
    return list(dict.fromkeys([*places, *parties, *sorts, *figures, *modes]))


def _labels(body: Somebody) -> Iterator[str]:
    if body.entity is not None:
        yield body.entity
    yield from sorted({word[:KIN] for word in body.words - sort_words()})  # every second party is an army or a militia


def _stretches(days: Span, length: int) -> range:
    return range(days[0] // length, days[1] // length + 1)


@cache
def _family(kind: str) -> str:
    """Name the types that may be one happening by the first of them."""
    family = {kind}
    for _ in akin_types():
        family |= {right for left, right in akin_types() if left in family}
    return min(family)
