"""The picture of lifelines: where everything stands, in pixels, so that it is the same on every screen, in print and in a file.

A bar is drawn where a body is known to have been; hatched where it began or ended at a time that nobody states exactly; nothing where
nothing is said. A tie is a line between two bars at the time from which it is claimed, broken where that time is not stated.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from testimonia.publish.edtf_words import edtf_in_words
from testimonia.publish.pages.lifelines import Lifeline, Lifelines
from testimonia.publish.pages.ties import Spell, Tie

WIDTH, LABELS, RIGHT = 1180, 280, 30
"""Pixels: the picture, the column of names at its left, the margin at its right."""
ROW, TOP, BAR = 40, 44, 8
"""Pixels: from one line to the next, above the first, and the height of a bar."""
LETTERS = 36
"""Letters of a name that fit its column; the whole name is its title."""
APART = 9
"""Pixels between two upright lines that would fall on one another."""
FEWEST_YEARS = 4
MOST_UNDATED = 24
"""Undated ties that get an upright line of their own; more share them."""
UNDATED_LEAST = 84
"""Pixels of the column of undated ties, so that its heading has room."""
MOST_MARKS = 12
"""Years written along the axis."""
OVER_TIME = frozenset({"split_from", "merged_into"})
"""Ties that happen on a day; the others hold for a time."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a bar from `left` to `right`.

    `known` where it is claimed to have been; `maybe` where it may have begun later or ended earlier; `open` after the last that is told of
    it where nobody says that it ended.
    """

    left: float
    right: float
    look: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark on a line: a `begin`, an `end` or a `rename`, with what it stands for in words."""

    x: float
    look: str
    words: str


@dataclass(frozen=True, slots=True)
class RowDrawn:
    """One body: the height of its line, its name, and what is drawn on it."""

    id: str
    y: float
    label: str
    name: str
    disputed: bool
    pieces: tuple[Piece, ...]
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class TieDrawn:
    """A tie as an upright line at `x` from `y1` (whose tie it is) to `y2`; `number` is its row in the table, `until` where it ends."""

    number: int
    kind: str
    x: float
    y1: float
    y2: float
    look: str
    until: float | None
    words: str


@dataclass(frozen=True, slots=True)
class LifelinesPicture:
    """Everything to draw; `years` are the marks of the axis with their positions. Left of `undated` stand the ties without a time."""

    width: int
    height: int
    undated: float | None
    years: tuple[tuple[float, str], ...]
    rows: tuple[RowDrawn, ...]
    ties: tuple[TieDrawn, ...]


def picture_of(drawn: Lifelines) -> LifelinesPicture | None:
    """Lay lifelines out.

    Args:
        drawn: Lines and ties.

    Returns:
        The picture; None where nothing in it is dated, so that there is no axis to draw it along.
    """
    undated = sum(_dated(tie) is None for tie in drawn.ties)
    axis = _axis(drawn, undated=undated)
    if axis is None:
        return None
    heights = {line.id: TOP + ROW * place + ROW / 2 for place, line in enumerate(drawn.lines)}
    rows = tuple(_row(line, heights[line.id], axis) for line in drawn.lines)
    ties = _spread([_tie(tie, number, heights, axis) for number, tie in enumerate(drawn.ties, 1)])
    return LifelinesPicture(WIDTH, TOP + ROW * len(rows) + 12, axis.left if undated else None, axis.marks(), rows, tuple(ties))


@dataclass(frozen=True, slots=True)
class _Axis:
    """Years to pixels, from `left` on."""

    first: int
    last: int
    left: float

    def at_year(self, year: float) -> float:
        share = (year - self.first) / (self.last - self.first)
        return round(self.left + share * (WIDTH - self.left - RIGHT), 1)

    def at(self, day: str) -> float:
        told = date.fromisoformat(day)
        days = (told - date(told.year, 1, 1)).days
        return self.at_year(min(max(told.year + days / 366, self.first), self.last))

    def marks(self) -> tuple[tuple[float, str], ...]:
        steps = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000)
        step = next(step for step in steps if (self.last - self.first) / step <= MOST_MARKS)
        begin = -(-self.first // step) * step
        return tuple((self.at_year(year), str(year)) for year in range(begin, self.last + 1, step))


def _axis(drawn: Lifelines, *, undated: int) -> _Axis | None:
    days = [day for line in drawn.lines for day in (line.seen_lo, line.seen_hi) if day is not None]
    spells = [spell for line in drawn.lines for spell in (*line.begins, *line.ends)] + [spell for tie in drawn.ties for spell in tie.spells]
    years = sorted(int(day[:4]) for day in [*days, *(day for spell in spells for day in (spell.lo, spell.hi) if day is not None)])
    if not years:
        return None
    first, last = years[0], years[-1] + 1
    return _Axis(
        first, max(last, first + FEWEST_YEARS), LABELS + (max(min(undated, MOST_UNDATED) * APART + 24, UNDATED_LEAST) if undated else 0)
    )


def _row(line: Lifeline, y: float, axis: _Axis) -> RowDrawn:
    label = line.name if len(line.name) <= LETTERS else f"{line.name[: LETTERS - 1]}…"
    signs = [
        *(Sign(axis.at(_first(spell)), "begin", f"began {edtf_in_words(spell.edtf)}") for spell in line.begins if _first(spell)),
        *(Sign(axis.at(_last(spell)), "end", f"ended {edtf_in_words(spell.edtf)}") for spell in line.ends if _last(spell)),
        *(
            Sign(axis.at(_first(spell)), "rename", f"renamed {name}, {edtf_in_words(spell.edtf)}")
            for name, spell in line.renames
            if _first(spell)
        ),
    ]
    return RowDrawn(line.id, y, label, line.name, line.disputed, tuple(_pieces(line, axis)), tuple(signs))


def _pieces(line: Lifeline, axis: _Axis) -> list[Piece]:
    """The bar: maybe from the first claimed beginning to the last, known up to the first claimed end, maybe up to the last."""
    begins = [day for spell in line.begins for day in (spell.lo or spell.hi, spell.hi or spell.lo) if day is not None]
    ends = [day for spell in line.ends for day in (spell.lo or spell.hi, spell.hi or spell.lo) if day is not None]
    start, sure = (min(begins), max(begins)) if begins else (line.seen_lo, line.seen_lo)
    leaving, stop = (min(ends), max(ends)) if ends else (line.seen_hi, line.seen_hi)
    if start is None or sure is None or leaving is None or stop is None:
        return []
    leaving = max(leaving, min(sure, stop))
    bounds = [(start, min(sure, stop), "maybe"), (min(sure, stop), leaving, "known"), (leaving, stop, "maybe")]
    pieces = [Piece(axis.at(left), max(axis.at(right), axis.at(left) + 2), look) for left, right, look in bounds if left < right]
    if not ends and axis.at(stop) < axis.at_year(axis.last):
        pieces.append(Piece(axis.at(stop), axis.at_year(axis.last), "open"))
    return pieces


def _dated(tie: Tie) -> Spell | None:
    return next((spell for spell in tie.spells if spell.lo or spell.hi), None)


def _tie(tie: Tie, number: int, heights: dict[str, float], axis: _Axis) -> TieDrawn:
    spell = _dated(tie)
    x = LABELS + 8.0 if spell is None else axis.at(_first(spell))
    until = axis.at(spell.hi) if spell is not None and spell.hi is not None and tie.kind not in OVER_TIME else None
    look = "denied" if not tie.claims else "undated" if spell is None else "dated"
    when = "undated" if spell is None else edtf_in_words(spell.edtf)
    return TieDrawn(number, tie.kind, x, heights[tie.source], heights[tie.target], look, until, f"{tie.kind.replace('_', ' ')}, {when}")


def _spread(ties: Sequence[TieDrawn]) -> list[TieDrawn]:
    """Move upright lines that would fall on one another a little to the right."""
    placed: list[TieDrawn] = []
    near: dict[int, list[TieDrawn]] = {}  # by strips as wide as lines are kept apart: no other strip but the next ones can be too near
    for tie in sorted(ties, key=lambda tie: (tie.x, tie.number)):
        x, most = tie.x, tie.x + MOST_UNDATED * APART
        while x < most and any(abs(other.x - x) < APART and _cross(other, tie) for other in _beside(near, x)):
            x = round(x + APART, 1)
        placed.append(TieDrawn(tie.number, tie.kind, min(x, WIDTH - 4.0), tie.y1, tie.y2, tie.look, tie.until, tie.words))
        near.setdefault(int(placed[-1].x // APART), []).append(placed[-1])
    return placed


def _beside(near: Mapping[int, list[TieDrawn]], x: float) -> Iterator[TieDrawn]:
    strip = int(x // APART)
    for each in (strip - 1, strip, strip + 1):
        yield from near.get(each, ())


def _cross(one: TieDrawn, other: TieDrawn) -> bool:
    return min(one.y1, one.y2) < max(other.y1, other.y2) and min(other.y1, other.y2) < max(one.y1, one.y2)


def _first(spell: Spell) -> str:
    return spell.lo or spell.hi or ""


def _last(spell: Spell) -> str:
    return spell.hi or spell.lo or ""
