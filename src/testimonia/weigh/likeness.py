"""Likeness: whether two event reports tell of one happening, with the points that speak for it and the reasons.

Points are given for what is shared: the day, the place, each side, the figures, the mode. Some differences rule a tie out whatever else
agrees: other dated days, places too far apart, another status, a sum against what it sums. Time and place alone never suffice, nor time
and one side. An undated report is tied within its own document only, and only where place and sides are shared.

The points are a judgement, checked on the cases in `tests/cases/weigh/events.jsonl`; they are not probabilities.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from testimonia.model.event import Figure
from testimonia.weigh.accounts import Account, Somebody, distance_km
from testimonia.weigh.event_words import akin_types
from testimonia.weigh.times import meet

ENOUGH = 5.0
"""Points from which two reports are one happening: a day (2), and a place and a side (2 each) or one of them with both figures and mode."""

NEAR_KM = 30.0
"""Places this close are compatible: a village and the town that another report names instead."""

NARROW_DAYS = 31
"""Expressions up to a month wide still count as evidence of time."""

WIDE_DAYS = 300
"""From here on, a year or so, an expression holds so many days that more than place and sides must agree."""

OTHER_SIDE = -3.0
"""Points against a tie where each report names another body in one role: more than an equal day or place outweighs."""

TELLING = 3
"""A figure from here on says something when it is equal; one or two killed are too common."""

BOTH_SIDES = 3.0
"""Points for the sides that an undated report needs: both of them, one as an entity."""

NEAR_PASSAGE = 800
"""Code points that an undated report may lie from the passage that it goes on from: some three paragraphs of news."""

KIN = 4
"""Letters that two words must begin with in common to be kin ("Mali", "Malian"), and at least three fifths of the longer one."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How strongly two reports tell of one happening, and why."""

    points: float
    reasons: tuple[str, ...]


def likeness_of(left: Account, right: Account) -> Likeness | None:
    """Compare two event reports.

    Args:
        left: A prepared report.
        right: Another prepared report.

    Returns:
        Points and reasons if they tell of one happening, None if they do not or nothing shows it.
    """
    time = _time(left, right)
    place = _place(left, right) if time is not None and _comparable(left, right) else None
    if time is None or place is None:
        return None
    sides = _sides(left, right)
    if place.points <= 0 and sides.points <= 0:
        return None
    figures = _figures(left.report.figures, right.report.figures)
    if (left.span is None or right.span is None) and not _goes_on(left, right, place=place, sides=sides, figures=figures):
        return None
    parts = (time, place, sides, figures, _mode(left, right))
    points = sum(part.points for part in parts)
    beyond = points - time.points - place.points
    if points < ENOUGH or beyond <= 0:
        return None
    return Likeness(points, tuple(reason for part in parts for reason in part.reasons))


def exclude_each_other(left: Account, right: Account) -> bool:
    """Say whether two reports cannot tell of one happening, whatever a third one says.

    Args:
        left: A prepared report.
        right: Another prepared report.

    Returns:
        True where status or type, place, a named side or the days rule it out.
    """
    if not _comparable(left, right) or _place(left, right) is None:
        return True
    return _sides(left, right).points < 0 or (left.span is not None and right.span is not None and not meet(left.span, right.span))


def same_body(left: Somebody, right: Somebody) -> bool:
    """Say whether two participants or places are one entity.

    Args:
        left: A participant or place.
        right: Another.

    Returns:
        True if both are entities and the same one.
    """
    return left.entity is not None and left.entity == right.entity


def kin(left: Somebody, right: Somebody, *, without: frozenset[str] = frozenset()) -> bool:
    """Say whether two names or descriptions share a word, inflection aside.

    Args:
        left: A participant or place.
        right: Another.
        without: Words that count for nothing, such as those of the place when sides are compared.

    Returns:
        True if a word of one begins like a word of the other.
    """
    return any(_kin(one, two) for one in left.words - without for two in right.words - without)


def within(left: Somebody, right: Somebody) -> bool:
    """Say whether one name says no more than the other, inflection aside: "Mali" and "Malian army", "Jolo" and "Jolo town".

    Args:
        left: A participant or place.
        right: Another.

    Returns:
        True if every word of the shorter name begins like a word of the longer one.
    """
    short, long = sorted((left.words, right.words), key=len)
    return bool(short) and all(any(_kin(one, two) for two in long) for one in short)


def _comparable(left: Account, right: Account) -> bool:
    one, two = left.report, right.report
    if left.alone or right.alone or left.sums is not right.sums:
        return False
    if left.sums and (left.span != right.span or one.figures != two.figures):
        return False
    statuses = {one.status, two.status}
    if len(statuses) > 1 and statuses != {"happened", "denied"}:
        return False
    return one.type == two.type or (one.type, two.type) in akin_types()


def _time(left: Account, right: Account) -> Likeness | None:
    one, two = left.span, right.span
    if one is None or two is None:
        return Likeness(2, ("one passage after another",)) if left.report.document == right.report.document else None
    if not meet(one, two):
        return None
    if left.is_day and right.is_day:
        return Likeness(2, ("the same day",))
    width = max(one[1] - one[0], two[1] - two[0])
    points = 1 if width < NARROW_DAYS else 0 if width < WIDE_DAYS or left.sums else -2
    return Likeness(points, ("compatible dates",))


def _place(left: Account, right: Account) -> Likeness | None:
    if not left.where or not right.where:
        return Likeness(0, ())
    pairs = [(one, two) for one in left.where for two in right.where]
    shared = next((one for one, two in pairs if same_body(one, two)), None)
    if shared is not None:
        return Likeness(2, (f"the same place ({shared.name})",))
    near = next(((one, two) for one, two in pairs if _near(one, two)), None)
    if near is not None:
        return Likeness(1, (f"compatible places ({near[0].name}, {near[1].name})",))
    return None if any(one.entity is not None and two.entity is not None for one, two in pairs) else Likeness(-1, ())


def _goes_on(left: Account, right: Account, *, place: Likeness, sides: Likeness, figures: Likeness) -> bool:
    """Say whether an undated passage goes on from a near one: place and both sides are shared, or a side and a telling figure."""
    if abs(left.report.evidence[0].start - right.report.evidence[0].start) > NEAR_PASSAGE:
        return False
    return (place.points >= 2 and sides.points >= BOTH_SIDES) or (sides.points >= 1 and figures.points >= 2)


def _near(left: Somebody, right: Somebody) -> bool:
    if left.coordinates is not None and right.coordinates is not None:
        return distance_km(left.coordinates, right.coordinates) <= NEAR_KM
    return within(left, right) if left.entity is not None and right.entity is not None else kin(left, right)


def _sides(left: Account, right: Account) -> Likeness:
    points = 0.0
    reasons: list[str] = []
    crossed = left.report.initiator and not left.report.target and right.report.target
    places = frozenset(word for body in (*left.where, *right.where) for word in body.words)
    roles: list[tuple[str, Sequence[Somebody], Sequence[Somebody]]] = [
        ("initiator", left.initiator, right.initiator),
        ("target", left.target, right.target),
    ]
    if crossed or (right.report.initiator and not right.report.target and left.report.target):
        roles = [("party", (*left.initiator, *left.target), (*right.initiator, *right.target))]
    for role, one, two in roles:
        made = _role(role, one, two, places=places)
        points += made.points
        reasons += made.reasons
    return Likeness(points, tuple(reasons))


def _role(role: str, left: Sequence[Somebody], right: Sequence[Somebody], *, places: frozenset[str]) -> Likeness:
    if not left or not right:
        return Likeness(0, ())
    shared = list(dict.fromkeys(one.name for one in left for two in right if same_body(one, two)))
    if shared:
        several = 2 if role == "party" else 1  # where roles are told differently, two shared parties are as much as a shared side each
        return Likeness(2 + several * (min(2, len(shared)) - 1), (f"the same {role} ({', '.join(shared)})",))
    akin = [(one, two) for one in left for two in right if kin(one, two, without=places)]
    likely = next((one.name for one, two in akin if one.entity is None or two.entity is None or within(one, two)), None)
    if likely is not None:
        return Likeness(1, (f"a similar {role} ({likely})",))
    if akin:
        return Likeness(0, ())  # two bodies whose names share a word: two branches of one state, or two rivals
    if not all(one.words for one in (*left, *right)):
        return Likeness(0, ())  # "men", "fighters": anybody, and so no other body either
    named = all(one.entity is not None for one in (*left, *right))
    return Likeness(OTHER_SIDE if named else -1, ())


def _figures(left: Iterable[Figure], right: Iterable[Figure]) -> Likeness:
    other = list(right)
    pairs = [(one, two) for one in left for two in other if one.what == two.what and (one.of is None) is (two.of is None)]
    equal = [one for one, two in pairs if (one.low, one.high) == (two.low, two.high) and (one.low or one.high)]
    if equal:
        points = 2 if len(equal) > 1 or max(equal[0].low or 0, equal[0].high or 0) >= TELLING else 1
        return Likeness(points, (f"the same figure ({equal[0].what})",))
    apart = [1 for one, two in pairs if not _meet(one, two)]
    return Likeness(-0.5 if apart and len(apart) == len(pairs) else 0, ())


def _mode(left: Account, right: Account) -> Likeness:
    one, two = left.report.mode, right.report.mode
    if one is None or two is None or left.report.type != right.report.type:
        return Likeness(0, ())
    return Likeness(1, (f"the same mode ({one})",)) if one == two else Likeness(-3, ())


def _meet(left: Figure, right: Figure) -> bool:
    highs = [bound for bound in (left.high, right.high) if bound is not None]
    return not highs or max(left.low or 0, right.low or 0) <= min(highs)


def _kin(one: str, two: str) -> bool:
    shared = next((place for place, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    return one == two or (shared >= KIN and 5 * shared >= 3 * max(len(one), len(two)))
