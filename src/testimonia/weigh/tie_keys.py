"""Which tellings are compared: those that share a time and two more things, or a day and one.

Every telling is put on shelves named by what it tells; only tellings of one shelf meet, and on a crowded shelf only the latest. What no sum
of weights can outweigh, other days and places far apart, keeps two from meeting at all. So the cost grows with the number of reports, also
where ten thousand tell of one town on one day; those that share most shelves are compared first.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import cos, radians, sin

import numpy as np

from testimonia.model.kinds import EVENT_TYPES
from testimonia.weigh.accounts import EARTH_KM, Somebody
from testimonia.weigh.event_words import akin_types, event_words, sort_words
from testimonia.weigh.numbers import Numbers, distinct, mixed, shares, spread, starts_of
from testimonia.weigh.tellings import Tellings
from testimonia.weigh.tie_circumstances import FAR_KM
from testimonia.weigh.tie_figures import TELLING
from testimonia.weigh.tie_sides import KIN
from testimonia.weigh.told import UNSTATED, Numbered, Side, Told, is_limited, laid_out

DAYS_LISTED = 10
"""Reports up to this wide are looked up day by day, wider ones by month or year."""
MONTHS_LISTED = 62
AT_ONCE = 250_000
"""Entries on shelves that are laid out at once; it bounds the memory taken."""
MONTH, YEAR = 31, 366
"""Days of the stretches by which wide reports are looked up: they need not be those of the calendar."""

NEIGHBOURS = 40
"""Tellings on one shelf that each meets: the latest ones."""
COMPARED = 24
"""Tellings that each is compared with: those that it shares most shelves with. A happening seldom has more tellings that differ."""

BEYOND = 1.001
"""So many times as far apart as may be, places are so whatever is lost in rounding."""

PARTY, SORT, PLACE, FIGURE, MODE = range(5)
"""Kinds of things that a report tells of."""

DOCUMENT, FIGURES, STATED, DAY, MONTHS, YEARS = range(6)
"""Kinds of shelves."""

Apart = Callable[[Numbers, Numbers], Numbers]
Kept = tuple[Numbers, Numbers]


@dataclass(frozen=True, slots=True)
class _Lists:
    """Codes for each telling: where its own start, and how many it has."""

    starts: Numbers
    sizes: Numbers
    codes: Numbers

    def only(self, chosen: Numbers) -> "_Lists":
        """Leave out some of the codes."""
        sizes = np.bincount(np.repeat(np.arange(len(self.sizes)), self.sizes)[chosen], minlength=len(self.sizes))
        return _listed(sizes, self.codes[chosen])


def candidates(tellings: Tellings) -> tuple[Numbers, Numbers]:
    """Find pairs of tellings that may be one happening.

    Args:
        tellings: Tellings in their order.

    Returns:
        Places in that order, the earlier and the later of each pair, each pair once.
    """
    pairs, shared = _together(list(_Shelves(tellings).met()))
    many = max(1, len(tellings))
    later, earlier = pairs // many, pairs % many
    order = np.lexsort((-earlier, -shared, later))
    later, earlier = later[order], earlier[order]
    first = starts_of(later)
    near = np.arange(len(later)) - np.repeat(first, np.diff(first, append=len(later))) < COMPARED
    return earlier[near], later[near]


class _Shelves:
    """The shelves of some tellings."""

    def __init__(self, tellings: Tellings) -> None:
        """Look up what they tell of."""
        self._many = len(tellings)
        self._told = told = tellings.told.taken(tellings.firsts)
        self._family = np.array([_family(kind) for kind in EVENT_TYPES], np.int64)[told.type]
        self._asked = np.flatnonzero(~told.alone)
        self._apart = _apart_by(told)
        self._rows, self._number, self._all = tellings.rows, np.repeat(np.arange(self._many), tellings.rows.sizes), tellings.told
        things, kinds = _things(told)
        self._pairs, plain = _pairs(things, kinds)
        self._plain_pairs = self._pairs.only(plain)
        alone = things.only(np.repeat(told.dated, things.sizes))  # a week that is only supposed must share two things
        self._daily = _joined(alone, self._pairs)
        self._figures = things.only(kinds == FIGURE)

    def met(self) -> Iterator[Kept]:
        """Yield pairs of tellings that meet, as one number each, and on how many shelves; a pair may come several times."""
        told, asked = self._told, self._asked
        once = _listed(np.ones(self._many, np.int64), np.zeros(self._many, np.uint64))
        papers = np.int64(self._all.document.max(initial=0)) + 1
        inside = distinct(self._number * papers + self._all.document[self._rows.rows])
        number, document = inside // papers, inside % papers
        spoken = ~told.alone[number]
        yield from self._on(number[spoken], self._label(DOCUMENT, number[spoken], document[spoken]), once)
        which, place = spread(self._figures.starts, self._figures.sizes, asked)
        yield from self._on(asked[which], self._label(FIGURES, asked[which], self._figures.codes[place]), self._plain_pairs)
        limited, width = is_limited(told), told.high - told.low
        vague = asked[(~limited & (told.stated != UNSTATED))[asked]]
        yield from self._on(vague, self._label(STATED, vague, told.stated[vague]), self._pairs)
        short = asked[(limited & (width <= DAYS_LISTED))[asked]]
        number, day = _each(short, told.low[short], told.high[short])
        yield from self._on(number, self._label(DAY, number, day), self._daily)
        for kind, length, wide in ((MONTHS, MONTH, (width > DAYS_LISTED) & (width <= MONTHS_LISTED)), (YEARS, YEAR, width > MONTHS_LISTED)):
            yield from self._of_stretches(kind, length, wide, limited)

    def _label(self, kind: int, number: Numbers, what: Numbers) -> Numbers:
        return mixed(self._family[number], kind, what)

    def _on(self, number: Numbers, label: Numbers, things: _Lists) -> Iterator[Kept]:
        """Let tellings meet that share a label and one of their things; those with one label are always laid out together."""
        for chosen in _shares(label, things.sizes[number]):
            which, place = spread(things.starts, things.sizes, number[chosen])
            yield self._neighbours(number[chosen][which], mixed(label[chosen][which], things.codes[place]))

    def _neighbours(self, number: Numbers, key: Numbers) -> Kept:
        """Pair each telling with the latest before it on each shelf, unless what they tell lies apart."""
        bits = np.uint64(max(1, self._many.bit_length()))
        entries = distinct((key << bits) | number.astype(np.uint64))
        shelf, number = entries >> bits, (entries & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
        first = starts_of(shelf)
        before = np.arange(len(shelf)) - np.repeat(first, np.diff(first, append=len(shelf)))
        found = []
        for back in range(1, min(NEIGHBOURS, int(before.max(initial=0))) + 1):
            later = np.flatnonzero(before >= back)
            found.append(self._kept(number[later - back], number[later]))
        return _together(found)

    def _kept(self, earlier: Numbers, later: Numbers) -> Kept:
        near = ~self._apart(earlier, later)
        pairs = np.sort(later[near] * self._many + earlier[near])
        starts = starts_of(pairs)
        return pairs[starts], np.diff(starts, append=len(pairs))

    def _of_stretches(self, kind: int, length: int, wide: Numbers, limited: Numbers) -> Iterator[Kept]:
        """Let tellings meet on the shelves of months or years, where the wide meet all and the narrow meet the wide alone."""
        chosen = limited[self._asked] & wide[self._asked]
        broad = self._entries(kind, length, self._asked[chosen])
        if not len(broad[0]):
            return
        narrow = self._entries(kind, length, self._asked[limited[self._asked] & ~chosen], distinct(broad[0]))
        for looks, puts in ((broad, broad), (broad, narrow), (narrow, broad)):
            yield self._looked(looks, puts)

    def _entries(self, kind: int, length: int, number: Numbers, shelves: Numbers | None = None) -> Kept:
        """Give the shelves of stretches on which tellings stand, by shelf, and the tellings; of some shelves, or of all."""
        first, last = self._told.low[number] // length, self._told.high[number] // length
        sizes = (last - first + 1) * self._pairs.sizes[number]
        parts = [self._laid_out(kind, length, number[part], shelves) for part in shares(sizes, AT_ONCE)]
        if not parts:
            return np.zeros(0, np.uint64), np.zeros(0, np.int64)
        return _sorted(*(np.concatenate([one[part] for one in parts]) for part in (0, 1)))

    def _laid_out(self, kind: int, length: int, number: Numbers, shelves: Numbers | None) -> Kept:
        """Lay out at once the shelves on which a share of the tellings stand."""
        which, stretch = _each(number, self._told.low[number] // length, self._told.high[number] // length)
        line, place = spread(self._pairs.starts, self._pairs.sizes, which)
        key, owner = mixed(self._label(kind, which, stretch)[line], self._pairs.codes[place]), which[line]
        if shelves is not None:
            found = np.minimum(np.searchsorted(shelves, key), len(shelves) - 1)
            there = shelves[found] == key
            key, owner = key[there], owner[there]
        return key, owner

    def _looked(self, looks: Kept, puts: Kept) -> Kept:
        """Pair each telling with the latest before it on the shelves where it looks."""
        _, shelf = np.unique(np.concatenate((looks[0], puts[0])), return_inverse=True)
        looked = shelf[: len(looks[0])]
        held = np.sort(shelf[len(looks[0]) :] * self._many + puts[1])
        ends = np.searchsorted(held, looked * self._many + looks[1])
        starts = np.searchsorted(held, looked * self._many)
        found = []
        for back in range(1, min(NEIGHBOURS, int((ends - starts).max(initial=0))) + 1):
            later = np.flatnonzero(ends - starts >= back)
            found.append(self._kept(held[ends[later] - back] % self._many, looks[1][later]))
        return _together(found)


def _sorted(key: Numbers, owner: Numbers) -> Kept:
    """Put tellings in order by shelf, each once."""
    order = np.lexsort((owner, key))
    key, owner = key[order], owner[order]
    new = np.ones(len(key), bool)
    new[1:] = (key[1:] != key[:-1]) | (owner[1:] != owner[:-1])
    return key[new], owner[new]


def _shares(labels: Numbers, sizes: Numbers) -> Iterator[Numbers]:
    """Cut lines into shares of a bounded size, those with one label together."""
    order = np.argsort(labels, kind="stable")
    starts = starts_of(labels[order])
    before = np.cumsum(sizes[order]) - sizes[order]
    cuts = starts[starts_of(before[starts] // AT_ONCE)] if len(starts) else starts
    yield from (share for share in np.split(order, cuts[1:]) if len(share))


def _together(found: Sequence[Kept]) -> Kept:
    """Put pairs together, and add up those that come several times."""
    pairs, counts = (np.concatenate([np.zeros(0, np.int64), *(one[part] for one in found)]) for part in (0, 1))
    order = np.argsort(pairs, kind="stable")
    starts = starts_of(pairs[order])
    return pairs[order][starts], np.add.reduceat(counts[order], starts) if len(starts) else counts


def _each(number: Numbers, low: Numbers, high: Numbers) -> Kept:
    """Give each telling once for every number from one to another."""
    which, value = spread(low, high - low + 1, np.arange(len(number)))
    return number[which], value


def _apart_by(told: Told) -> Apart:
    """Say by what tellings are kept from meeting: days that have none in common however approximate, and places far from one another."""
    together = named_together([told.sides[place] for place in distinct(told.where).tolist()])
    spots = np.array([_spot(side, {place for pair in together for place in pair}) for side in told.sides]).reshape(-1, 3)[told.where]
    beyond = np.cos(BEYOND * FAR_KM / EARTH_KM)

    def apart(one: Numbers, two: Numbers) -> Numbers:
        far: Numbers = np.einsum("ij,ij->i", spots[one], spots[two]) < beyond
        days = told.dated[one] & told.dated[two] & ((told.first[one] > told.last[two]) | (told.first[two] > told.last[one]))
        return far | days

    return apart


def _spot(side: Side, together: set[str]) -> tuple[float, float, float]:
    """Give a point on the unit sphere to one place that nothing but its coordinates can bring to another; no number otherwise."""
    if len(side) != 1 or side[0].is_area or side[0].coordinates is None or side[0].entity in together:
        return np.nan, np.nan, np.nan
    north, east = map(radians, side[0].coordinates)
    return cos(north) * cos(east), cos(north) * sin(east), sin(north)


def named_together(wheres: Sequence[Side]) -> frozenset[tuple[str, str]]:
    """Pair the places that reports name as one: a village and its district.

    Args:
        wheres: The places of reports.

    Returns:
        Pairs in both directions.
    """
    named = [[body.entity for body in side if body.entity is not None] for side in wheres]
    pairs = [(places[0], places[1]) for places in named if len(places) == 2]
    return frozenset(pairs + [(right, left) for left, right in pairs])


def _things(told: Told) -> tuple[_Lists, Numbers]:
    """List what each telling tells of: its places, its parties by name, word and sort, its telling figures, and its mode."""
    names = Numbered[tuple[int, str]]()
    wanted = {name: set(np.unique(getattr(told, name)).tolist()) for name in ("where", "initiator", "target", "count")}

    def numbered(things: Iterator[tuple[int, str]]) -> list[int]:
        return [names.of(thing) for thing in things]

    places = [numbered(_places(side)) if place in wanted["where"] else [] for place, side in enumerate(told.sides)]
    acting = wanted["initiator"] | wanted["target"]
    parties = [numbered(_parties(side)) if place in acting else [] for place, side in enumerate(told.sides)]
    figures = [
        numbered((FIGURE, f"{one.what} {one.low}-{one.high}") for one in count if max(one.low or 0, one.high or 0) >= TELLING)
        for count in told.figures
    ]
    modes = [[], *([names.of((MODE, str(mode)))] for mode in range(1, int(told.mode.max(initial=0)) + 1))]
    columns = ((places, told.where), (parties, told.initiator), (parties, told.target), (figures, told.count), (modes, told.mode))
    found = [laid_out(lists, column) for lists, column in columns]
    number, code = (np.concatenate([one[part] for one in found]) for part in (0, 1))
    many = len(names.things) + 1
    lines = distinct(number * many + code)
    kinds, code = [kind for kind, _ in names.things], lines % many
    return _listed(np.bincount(lines // many, minlength=len(told)), code.astype(np.uint64)), np.array(kinds, np.int64)[code]


def _pairs(things: _Lists, kinds: Numbers) -> tuple[_Lists, Numbers]:
    """Pair the things of each telling, two of one kind only where both are parties; say which pairs are without a figure."""
    many = len(things.codes)
    owner = np.repeat(np.arange(len(things.sizes)), things.sizes)
    place = np.arange(many)
    one, two = spread(place + 1, (things.starts + things.sizes)[owner] - place - 1, place)
    fitting = (kinds[one] != kinds[two]) | (kinds[one] == PARTY)
    one, two = one[fitting], two[fitting]
    sizes = np.bincount(owner[one], minlength=len(things.sizes))
    return _listed(sizes, mixed(things.codes[one] + np.uint64(1), things.codes[two])), (kinds[one] != FIGURE) & (kinds[two] != FIGURE)


def _joined(one: _Lists, two: _Lists) -> _Lists:
    """Put two lists together for each telling."""
    owners = np.concatenate([np.repeat(np.arange(len(lists.sizes)), lists.sizes) for lists in (one, two)])
    order = np.argsort(owners, kind="stable")
    return _listed(one.sizes + two.sizes, np.concatenate((mixed(one.codes), two.codes))[order])


def _listed(sizes: Numbers, codes: Numbers) -> _Lists:
    return _Lists(np.cumsum(sizes) - sizes, sizes, codes)


def _places(side: Side) -> Iterator[tuple[int, str]]:
    return ((PLACE, label) for body in side for label in _labels(body))


def _parties(side: Side) -> Iterator[tuple[int, str]]:
    for body in side:
        yield from ((PARTY, label) for label in _labels(body))
        yield from ((SORT, sort) for sort in sorted(body.sorts - event_words("broad_sorts")))


def _labels(body: Somebody) -> Iterator[str]:
    if body.entity is not None:
        yield body.entity
    yield from sorted({word[:KIN] for word in body.words - sort_words()})  # every second party is an army or a militia


@cache
def _family(kind: str) -> int:
    """Number the types that may be one happening by the first of them."""
    family = {kind}
    for _ in akin_types():
        family |= {right for left, right in akin_types() if left in family}
    return EVENT_TYPES.index(min(family))
