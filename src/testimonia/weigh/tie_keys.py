"""Which tellings are compared: those that share a time and two more things, or a day and one.

Every telling is put on shelves named by what it tells; only tellings of one shelf meet, and on a crowded shelf only the latest. So the cost
grows with the number of reports, also where ten thousand tell of one town on one day; those that share most shelves are compared first.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations

from testimonia.weigh.accounts import Account, Somebody
from testimonia.weigh.event_words import akin_types, event_words, sort_words
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
    shelves: dict[Key, list[int]] = {}
    for place, telling in enumerate(tellings):
        if telling.first.alone:
            continue
        met: Counter[int] = Counter()
        visits = list(dict.fromkeys(_visits(telling)))
        for look, _ in visits:
            met.update(shelves.get(look, ())[-NEIGHBOURS:])
        for shelf in dict.fromkeys(shelf for _, shelf in visits):
            shelves.setdefault(shelf, []).append(place)
        yield from ((other, place) for other in sorted(met, key=lambda other: (-met[other], -other))[:COMPARED])


def _visits(telling: Telling) -> Iterator[Visit]:
    account = telling.first
    family = _family(account.report.type)
    things = _things(account)
    pairs = [(*one, *two) for one, two in combinations(sorted(things), 2) if one[0] != two[0] or one[0] == "party"]
    yield from _same((family, "document", document) for document in telling.inside)
    figures = [thing for thing in things if thing[0] == "figure"]
    yield from _same((family, *pair, *figure) for pair in pairs for figure in figures if figure[0] not in pair)
    days = account.supposed if account.span is None else account.span
    if days is None or days[0] == EARLIEST or days[1] == LATEST:
        stated = "" if account.report.when is None else account.report.when.edtf
        yield from _same((family, stated, *pair) for pair in pairs if stated)
        return
    width = days[1] - days[0]
    if width <= DAYS_LISTED:
        alone = [] if account.span is None else things  # a week that is only supposed must share two things
        yield from _same((family, day, *thing) for day in range(days[0], days[1] + 1) for thing in (*alone, *pairs))
    for name, length, wide in (("month", MONTH, DAYS_LISTED < width <= MONTHS_LISTED), ("year", YEAR, width > MONTHS_LISTED)):
        for key in ((family, f"{name}{stretch}", *pair) for stretch in _stretches(days, length) for pair in pairs):
            narrow_key, wide_key = (*key, "narrow"), (*key, "wide")
            yield (wide_key, wide_key if wide else narrow_key)
            if wide:
                yield (narrow_key, wide_key)


def _same(keys: Iterable[Key]) -> Iterator[Visit]:
    return ((key, key) for key in keys)


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
