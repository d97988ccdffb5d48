"""Suspects: for every rule of dispute the claims among which it may find a clash, asked of all claims at once.

Each question is coarser than its rule: it may name claims that do not clash, and leaves out none that do. What clashes the rule alone says,
of records; so a question here has only to be cheap.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from testimonia.model.kinds import Predicate
from testimonia.weigh.claim_words import claim_words
from testimonia.weigh.clashes import BELONGING, ONE_OFF, STALE_DAYS
from testimonia.weigh.clashes_of_ties import office_named
from testimonia.weigh.corpus import NOTHING, OPEN_HIGH, Corpus, is_any
from testimonia.weigh.grouping import Claims
from testimonia.weigh.numbers import Blocks, Numbers, blocks_by, mixed, stabbed
from testimonia.weigh.times import EARLIEST, LATEST


@dataclass(frozen=True, slots=True)
class Asked:
    """All claims with what questions look at: the days on which each may hold, and when it was said, dated or not."""

    claims: Claims
    predicate: Numbers
    denied: Numbers
    about: Numbers
    other: Numbers
    held_low: Numbers
    held_high: Numbers
    said_low: Numbers

    def having(self, *predicates: Predicate) -> Numbers:
        """Say which claims have one of some predicates.

        Args:
            predicates: The predicates.

        Returns:
            True or False a claim.
        """
        return is_any(self.predicate, predicates)

    def time(self, values: Numbers) -> Numbers:
        """Give every claim what its time has.

        Args:
            values: One for each time.

        Returns:
            One for each claim.
        """
        return values[self.claims.lines["when"]]


def asked_of(corpus: Corpus, claims: Claims) -> Asked:
    """Prepare the questions.

    Args:
        corpus: The corpus, for the days of publication.
        claims: Its claims.

    Returns:
        The claims with what questions look at.
    """
    lines, said = claims.lines, corpus.documents
    published = [said[name][lines["document"]].astype(np.int64) for name in ("first_said", "last_said")]
    held = [np.where(lines["dated"], lines[name], days) for name, days in zip(("first", "last"), published, strict=True)]
    return Asked(claims, lines["predicate"], lines["denied"], lines["about"], lines["other"], held[0], held[1], published[0])


def _exclusive_date(asked: Asked) -> Blocks:
    """Dates of what happens once, of which the latest begins after the earliest ends, or that name several days."""
    times = asked.claims.times
    blocks = _by(asked, asked.having(*ONE_OFF) & ~asked.denied & asked.time(times.within & times.dated), asked.claims.lines["block"])
    when = asked.claims.lines["when"][blocks.rows]
    several = blocks.most(times.several[when]) & (blocks.least(when) != blocks.most(when))
    return blocks.kept((blocks.most(times.first[when]) > blocks.least(times.last[when])) | several)


def _ended_before_begun(asked: Asked) -> Blocks:
    """Bodies of which some end lies before some beginning."""
    lines = asked.claims.lines
    blocks = _by(asked, asked.having("founded", "dissolved") & ~asked.denied & lines["dated"], asked.about)
    begun = asked.having("founded")[blocks.rows]
    last = blocks.most(np.where(begun, lines["first"][blocks.rows], EARLIEST - 1))
    return blocks.kept(blocks.least(np.where(begun, LATEST + 1, lines["last"][blocks.rows])) < last)


def _strengths_apart(asked: Asked) -> Blocks:
    """Strengths in one unit of which the lowest and the highest do not meet."""
    values = asked.claims.values
    stated = np.array([value.low is not None or value.high is not None for value in values], bool)
    low = np.array([value.low or 0 for value in values], np.int64)
    high = np.array([OPEN_HIGH if value.high is None else value.high for value in values], np.int64)
    units: dict[str, int] = dict.fromkeys(claim_words("heads"), 0)
    unit = np.array([units.setdefault((value.unit or "").casefold(), len(units)) for value in values], np.int64)
    worth = asked.claims.lines["worth"]
    blocks = _by(asked, asked.having("strength") & stated[worth], asked.about, unit[worth])
    value = worth[blocks.rows]
    blocks = blocks.kept(blocks.most(low[value]) > blocks.least(high[value]))
    value, camp = worth[blocks.rows], np.zeros(len(worth), np.int64)
    camp[blocks.rows], _ = stabbed(blocks.number, low[value], high[value])  # figures that share a number never clash
    return _in_turn(asked, blocks, camp)


def _affirmed_and_denied(asked: Asked) -> Blocks:
    """What some affirm and others deny."""
    lines = asked.claims.lines
    alone = asked.having("founded", "dissolved", "strength")
    role = asked.having("has_role")
    one, two = np.minimum(asked.about, asked.other), np.maximum(asked.about, asked.other)
    words = np.where(role | (~alone & (asked.other == NOTHING)), lines["words"], np.uint64(NOTHING))
    about, other = np.where(alone, asked.about, one), np.where(alone, np.uint64(NOTHING), two)
    blocks = _by(asked, np.ones(len(alone), bool), asked.predicate, about, other, words)
    blocks = _with_both(blocks, asked.denied)
    happening = asked.having(*ONE_OFF)[_firsts(blocks)]
    return _joined(blocks.kept(happening), _in_turn(asked, blocks.kept(~happening), asked.denied))


def _bond_without_tie(asked: Asked) -> Blocks:
    """Bonds to a body with which any affiliation is denied."""
    blocks = _by(asked, asked.having(*BELONGING) & (asked.other != NOTHING), asked.about, asked.other)
    blocks = _with_both(blocks, asked.denied & asked.having("affiliated_with"))
    return _in_turn(asked, _with_both(blocks, asked.denied), asked.denied)


def _bond_after_split(asked: Asked) -> Blocks:
    """Bonds to a body that the other is said to have left."""
    wanted = asked.having(*BELONGING, "split_from") & ~asked.denied & (asked.other != NOTHING)
    blocks = _with_both(_by(asked, wanted, asked.about, asked.other), asked.having("split_from"))
    split = asked.having("split_from")[blocks.rows]
    undated = split & ~asked.claims.lines["dated"][blocks.rows]
    first = blocks.least(np.where(undated, EARLIEST, np.where(split, asked.held_low[blocks.rows], LATEST)))
    return blocks.kept(blocks.most(np.where(split, EARLIEST - 1, asked.held_high[blocks.rows])) >= first)


def _bond_after_end(asked: Asked) -> Blocks:
    """Bonds of which one has ended before another may have held."""
    lines, ends = asked.claims.lines, asked.time(asked.claims.times.ends)
    blocks = _by(asked, asked.having(*BELONGING, "allied_with", "has_role") & ~asked.denied, lines["block"])
    when = lines["when"][blocks.rows]
    blocks = blocks.kept((blocks.least(when) != blocks.most(when)) & (blocks.least(ends[blocks.rows]) <= LATEST))
    rows, undated = blocks.rows, ~lines["dated"][blocks.rows]
    first = blocks.least(ends[rows])
    later = blocks.most(np.where(undated, asked.held_high[rows], EARLIEST)) > first
    since_ever = blocks.least(np.where(ends[rows] <= LATEST, lines["first"][rows], LATEST)) == EARLIEST
    at_once = np.isin(_firsts(blocks), _firsts(_in_turn(asked, blocks, lines["when"])))
    return blocks.kept(later | since_ever | at_once)


def _single_parent(asked: Asked) -> Blocks:
    """Bodies that are said to belong to several."""
    wanted = asked.having("armed_wing_of", "part_of") & ~asked.denied & (asked.other != NOTHING)
    return _at_once(asked, _by(asked, wanted, asked.predicate, asked.about), asked.other)


def _single_office(asked: Asked) -> Blocks:
    """Offices of one body that several are said to hold."""
    offices: dict[str, int] = {}
    named = [office_named(value) for value in asked.claims.values]
    office = np.array([-1 if one is None else offices.setdefault(one, len(offices)) for one in named], np.int64)
    office = office[asked.claims.lines["worth"]]
    wanted = asked.having("has_role") & ~asked.denied & (asked.other != NOTHING) & (office >= 0)
    return _at_once(asked, _by(asked, wanted, asked.other, office), asked.about)


def _each_below_the_other(asked: Asked) -> Blocks:
    """Pairs of bodies of which each is said to belong to the other."""
    wanted = asked.having("armed_wing_of", "part_of", "member_of") & ~asked.denied & (asked.other != NOTHING)
    one, two = np.minimum(asked.about, asked.other), np.maximum(asked.about, asked.other)
    return _at_once(asked, _by(asked, wanted, asked.predicate, one, two), asked.about)


SUSPECTS: Mapping[str, Callable[[Asked], Blocks]] = {
    "exclusive_date": _exclusive_date,
    "ended_before_begun": _ended_before_begun,
    "strengths_apart": _strengths_apart,
    "affirmed_and_denied": _affirmed_and_denied,
    "bond_without_tie": _bond_without_tie,
    "bond_after_split": _bond_after_split,
    "bond_after_end": _bond_after_end,
    "single_parent": _single_parent,
    "single_office": _single_office,
    "each_below_the_other": _each_below_the_other,
}
"""The question of every rule, by the rule's name."""


def _by(asked: Asked, wanted: Numbers, *keys: Numbers) -> Blocks:
    """Put the wanted claims with equal keys together, where there are at least two."""
    rows = np.flatnonzero(wanted)
    return blocks_by(mixed(*(key[rows] for key in keys)), rows, least=2)


def _with_both(blocks: Blocks, flag: Numbers) -> Blocks:
    """Leave the blocks of which some claims have a mark and others not."""
    marked = flag[blocks.rows]
    return blocks.kept(blocks.most(marked) & ~blocks.least(marked))


def _joined(one: Blocks, two: Blocks) -> Blocks:
    return Blocks(np.concatenate((one.rows, two.rows)), np.concatenate((one.starts, two.starts + len(one.rows))))


def _firsts(blocks: Blocks) -> Numbers:
    return blocks.rows[blocks.starts]


def _at_once(asked: Asked, blocks: Blocks, camp: Numbers) -> Blocks:
    """Leave out the blocks whose camps follow one another: dated ones that touch within a year may have done so in it."""
    dated = asked.claims.lines["dated"]
    all_dated = blocks.least(dated[blocks.rows])
    sure = [asked.time(one) for one in (asked.claims.times.sure_low, asked.claims.times.sure_high)]
    surely = replace(asked, held_low=sure[0], held_high=sure[1])
    return _joined(_in_turn(surely, blocks.kept(all_dated), camp), _in_turn(asked, blocks.kept(~all_dated), camp))


def _in_turn(asked: Asked, blocks: Blocks, camp: Numbers) -> Blocks:
    """Leave out the blocks whose camps hold at different times; what is undated may hold a year before or after it is said."""
    lapse = np.where(asked.claims.lines["dated"], 0, STALE_DAYS)[blocks.rows]
    low, high = asked.held_low[blocks.rows] - lapse, asked.held_high[blocks.rows] + lapse
    camps = blocks_by(mixed(blocks.number, camp[blocks.rows]))
    number = blocks.number[camps.rows[camps.starts]]
    first, last = camps.least(low[camps.rows]), camps.most(high[camps.rows])
    order = np.lexsort((first, number))
    number, first, last = number[order], first[order], last[order]
    reached = np.maximum.accumulate(last + number * _BEYOND) - number * _BEYOND
    meets = (number[1:] == number[:-1]) & (first[1:] <= reached[:-1])
    found = np.zeros(len(blocks.starts), bool)
    found[number[1:][meets]] = True
    return blocks.kept(found)


_BEYOND = 100 * LATEST
"""Farther than any two days lie apart."""
