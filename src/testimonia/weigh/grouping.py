"""Grouping: which claims agree, asked of all claims at once; `corroborations` says the same of one block after another.

Claims go by line. A block is what `assertions.by_key` makes, affirmations and denials apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from testimonia.model.claim import Value
from testimonia.weigh.assertions import ALONE, SYMMETRIC
from testimonia.weigh.columns import Columns
from testimonia.weigh.corpus import NOTHING, OPEN_HIGH, Corpus, Times, is_any
from testimonia.weigh.corroborations import DATED_FACTS
from testimonia.weigh.numbers import Blocks, Numbers, blocks_by, mixed, stabbed, starts_of
from testimonia.weigh.recalled import CLAIM

COLUMNS = ("subject_referent", "object_referent", "words")


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of a corpus that are about an entity, in the order in which they are weighed; the values of all that have any."""

    lines: Columns
    times: Times
    values: list[Value]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.lines["id"])


@dataclass(frozen=True, slots=True)
class Groups:
    """Claims, or reports, that agree: the members of each group in its order, by line, and the block that each group is of."""

    members: Blocks
    block: Numbers

    def __len__(self) -> int:
        """How many groups there are."""
        return len(self.members.starts)


def claims_of(corpus: Corpus) -> Claims:
    """Read the claims of a corpus and look up what they are compared by.

    Args:
        corpus: The corpus.

    Returns:
        Its claims; lines have the entities that they are `about`, first and `other`, their `block` and `source` (document and chain), the
        places of their time and value (`when`, `worth`), and the days that they tell of.
    """
    lines = claim_lines(corpus)
    about = lines["about"] != NOTHING
    if not about.all():
        lines = {name: lines.pop(name)[about] for name in list(lines)}
    times = corpus.times(lines["time"])
    place, values = corpus.values(lines["value"])
    lines |= {"when": times.place, "worth": place, "block": _keys(lines)}
    lines["source"] = mixed(lines["document"], corpus.voices["voice"][lines["chain"]])
    lines |= {"dated": times.dated[times.place], "first": times.low[times.place], "last": times.high[times.place]}
    return Claims(lines, times, values)


def claim_lines(corpus: Corpus, *, having: tuple[str, Numbers] | None = None) -> Columns:
    """Read claims with the entities that they are about.

    Args:
        corpus: The corpus.
        having: A column and values; only claims that have one of them are read. None for all claims.

    Returns:
        Their columns, with the entities as `about` and `other`.
    """
    lines = corpus.lines("claims", (*COLUMNS, *CLAIM), having=having)
    lines["about"], lines["other"] = (corpus.entity_of(lines.pop(name)) for name in ("subject_referent", "object_referent"))
    return lines


def agreeing_claims(claims: Claims, *, touched: Numbers | None = None) -> Groups:
    """Group the claims that agree.

    Args:
        claims: All claims.
        touched: The blocks that are asked about, None for all.

    Returns:
        The groups for which several documents or chains of voices speak.
    """
    lines, rows = claims.lines, None
    if touched is not None:
        rows = np.flatnonzero(np.isin(lines["block"], touched))
    blocks = _told_by_several(lines, blocks_by(lines["block"] if rows is None else lines["block"][rows], rows, least=2))
    predicate = lines["predicate"][blocks.rows[blocks.starts]]
    found = list[Blocks]()
    strengths, dates = is_any(predicate, ("strength",)), is_any(predicate, DATED_FACTS)
    plain = blocks.kept(~strengths & ~dates)
    found.append(_at_one_time(claims, plain.rows, plain.number))
    found.append(_of_one_strength(claims, blocks.kept(strengths)))
    found += _on_a_date(claims, blocks.kept(dates))
    members = _told_by_several(lines, _together(found))
    return Groups(members, lines["block"][members.rows[members.starts]])


def _keys(lines: Columns) -> Numbers:
    """Make one number of what a claim is about, its predicate, and whether it denies."""
    predicate, subject, target = lines["predicate"], lines["about"], lines["other"]
    alone, role = is_any(predicate, ALONE), is_any(predicate, ("has_role",))
    turned = is_any(predicate, SYMMETRIC) & (target != NOTHING) & (target < subject)
    one, two = np.where(turned, target, subject), np.where(turned, subject, target)
    words = np.where(role | (target == NOTHING), lines["words"], np.uint64(NOTHING))
    nothing = np.uint64(NOTHING)
    return mixed(predicate, lines["denied"], one, np.where(alone, nothing, two), np.where(alone, nothing, words))


def _told_by_several(lines: Columns, blocks: Blocks) -> Blocks:
    source = lines["source"][blocks.rows]
    return blocks.kept(blocks.least(source) != blocks.most(source))


def _at_one_time(claims: Claims, rows: Numbers, block: Numbers) -> Blocks:
    """Part blocks by times without a common day; undated claims join the largest group of their block."""
    place = claims.lines["when"][rows]
    dated = claims.times.dated[place]
    group = np.zeros(len(rows), np.int64)
    low, high = claims.times.low[place[dated]], claims.times.high[place[dated]]
    group[dated], _ = stabbed(block[dated], low, high)
    many = int(group.max(initial=0)) + 1
    key = block * many + group
    blocks = int(block.max(initial=-1)) + 1
    sizes: Numbers = np.bincount(key[dated], minlength=blocks * many).reshape(blocks, many)
    key[~dated] += sizes.argmax(axis=1)[block[~dated]]
    return blocks_by(key, rows)


def _of_one_strength(claims: Claims, blocks: Blocks) -> Blocks:
    """Part blocks by unit, by figures that do not meet, and then by time."""
    low, high, unit = _figures(claims.values)
    value = claims.lines["worth"][blocks.rows]
    stated = unit[value] >= 0
    rows, value, number = blocks.rows[stated], value[stated], blocks.number[stated]
    counted = blocks_by(number * (int(unit.max(initial=0)) + 1) + unit[value])
    rows, value = rows[counted.rows], value[counted.rows]
    group, _ = stabbed(counted.number, low[value], high[value])
    figure = counted.number * (int(group.max(initial=0)) + 1) + group
    order = np.lexsort((high[value], figure))  # as `stab` gives them: by their upper end
    figure = figure[order]
    return _at_one_time(claims, rows[order], np.repeat(np.arange(len(starts_of(figure))), np.diff(starts_of(figure), append=len(figure))))


def _figures(values: list[Value]) -> tuple[Numbers, Numbers, Numbers]:
    """Give the bounds of every value, and the number of its unit, -1 where it has no bound."""
    units: dict[str | None, int] = {}
    low = np.array([value.low or 0 for value in values], np.int64)
    high = np.array([OPEN_HIGH if value.high is None else value.high for value in values], np.int64)
    bare = [value.low is None and value.high is None for value in values]
    unit = [-1 if none else units.setdefault(value.unit, len(units)) for value, none in zip(values, bare, strict=True)]
    return low, high, np.array(unit, np.int64)


def _on_a_date(claims: Claims, blocks: Blocks) -> Iterator[Blocks]:
    """Group dated facts around each day that some of them share; a wide date stands in every group that it allows."""
    times, place = claims.times, claims.lines["when"][blocks.rows]
    dated = times.dated[place]
    rows, number, place = blocks.rows[dated], blocks.number[dated], place[dated]
    low, high = times.first[place], times.last[place]
    group, shared = stabbed(number, low, high)
    for turn in range(int(group.max(initial=-1)) + 1):
        day = np.full(len(blocks.starts), -1, np.int64)
        day[number[group == turn]] = shared[group == turn]
        asked = day[number]
        within = (asked >= 0) & (low <= asked) & (asked <= high)
        yield blocks_by(number[within], rows[within])


def _together(found: list[Blocks]) -> Blocks:
    """Lay blocks one after another."""
    before = np.cumsum([0, *(len(one.rows) for one in found)])
    starts = [one.starts + start for one, start in zip(found, before.tolist(), strict=False)]
    return Blocks(np.concatenate([one.rows for one in found]), np.concatenate(starts).astype(np.int64))
