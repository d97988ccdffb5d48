"""How many and how: what the figures, the mode and the type of two event reports say of their being one happening."""

from testimonia.model.event import Figure
from testimonia.model.judgement import Feature
from testimonia.weigh import tie_weights as weights
from testimonia.weigh.accounts import Account, Counted
from testimonia.weigh.event_words import akin_modes, event_words
from testimonia.weigh.tie_circumstances import WEEK_DAYS
from testimonia.weigh.tie_sides import kin, same_body

TELLING = 3
"""A figure from here on says something when it is equal; one or two killed are too common."""
MANY = 20
"""Counts below this are too small for a difference of one to be slight."""
CLOSE = 1.25
"""Two counts are close if the larger is at most so many times the smaller: bodies found later, the dead of the wounded."""
APART = 2.0
"""From here on they speak against one happening, though parties to a war differ more."""
NEARLY = 1.06
"""Two counts this close are one count, brought up to date: 147 and 148."""
DISTANT = 5.0
SUM = 1.5
"""A count over weeks that exceeds that of one day so many times may sum several days."""


def figure_features(left: Account, right: Account) -> tuple[Feature, ...]:
    """Compare the figures of two reports.

    Args:
        left: A prepared report.
        right: Another.

    Returns:
        The equal figures if there are any, else the closest pair; nothing if no figures count the same.
    """
    pairs = [(one, two) for one in left.figures for two in right.figures if _comparable(one, two)]
    equal = list(
        dict.fromkeys(one.what for (one, _), (two, _) in pairs if (one.low, one.high) == (two.low, two.high) and (one.low or one.high))
    )
    if equal:
        telling = len(equal) > 1 or any(_size(one) >= TELLING and _size(one) == _size(two) for (one, _), (two, _) in pairs)
        weight = (weights.SAME_FIGURE if telling else weights.SMALL_FIGURE) + weights.FURTHER_FIGURE * (len(equal) - 1)
        return (Feature("figures", weight, f"the same figure ({', '.join(equal)})"),)
    features = [_compare(one, two, left, right) for (one, _), (two, _) in pairs]
    best = max(features, key=lambda feature: feature.weight, default=None)
    return () if best is None or not best.weight else (best,)


def manner_features(left: Account, right: Account) -> tuple[Feature, ...]:
    """Compare the types and modes of two reports.

    Args:
        left: A prepared report.
        right: Another, of the same type or an akin one.

    Returns:
        One feature at most.
    """
    one, two = left.report.mode, right.report.mode
    if left.report.type != right.report.type:
        if {one, two} & event_words("orders"):
            return (Feature("mode", weights.OTHER_MODE, "an order and what is no order"),)
        return (Feature("type", weights.AKIN_TYPE, f"akin types ({left.report.type}, {right.report.type})"),)
    rare = _rare(left, right)
    if one is None or two is None:
        return rare
    if one == two:
        return (Feature("mode", weights.SAME_MODE, f"the same mode ({one})"), *rare)
    akin = (one, two) in akin_modes()
    return (Feature("mode", weights.AKIN_MODE if akin else weights.OTHER_MODE, f"{'akin' if akin else 'other'} modes ({one}, {two})"),)


def _rare(left: Account, right: Account) -> tuple[Feature, ...]:
    """Say whether one party takes a step in both that it seldom takes."""
    what = left.report.type if left.report.type in event_words("rare") else left.report.mode
    if what not in event_words("rare") or what not in (right.report.type, right.report.mode):
        return ()
    same = any(same_body(one, two) for one in left.initiator for two in right.initiator)
    return (Feature("rare", weights.RARE, f"what a party seldom does twice ({what})"),) if same else ()


def _comparable(left: Counted, right: Counted) -> bool:
    """Say whether two figures count the same thing: the total may be that of the only side that suffered, and is if it is equal."""
    (one, whose), (two, other) = left, right
    if one.what != two.what:
        return False
    if whose is None or other is None:
        return whose is other or _size(one) == _size(two) or whose is other is None
    return same_body(whose, other) or kin(whose, other) or bool(whose.sorts & other.sorts) or not (whose.sorts and other.sorts)


def _compare(one: Figure, two: Figure, left: Account, right: Account) -> Feature:
    small, large = sorted((_size(one), _size(two)))
    if _may_sum(left, right, one, two) or _may_sum(right, left, two, one):
        return Feature("figures", weights.MAY_BE_SUM, f"figures of which one may be a sum ({one.what})")
    if large <= NEARLY * small and small >= MANY:
        return Feature("figures", weights.NEARLY_SAME_FIGURE, f"nearly the same figure ({one.what})")
    if _meet(one, two) or large <= CLOSE * small:
        return Feature("figures", weights.CLOSE_FIGURE if small >= TELLING else 0.0, f"close figures ({one.what})")
    far = large > DISTANT * small
    weight = weights.DISTANT_FIGURE if far else weights.APART_FIGURE if large > APART * small else 0.0
    return Feature("figures", weight, f"other figures ({one.what})")


def _may_sum(wide: Account, narrow: Account, whole: Figure, part: Figure) -> bool:
    if wide.span is None or narrow.span is None or not part.high:
        return False
    longer = wide.span[1] - wide.span[0] > WEEK_DAYS >= narrow.span[1] - narrow.span[0]
    return longer and (whole.low or 0) > SUM * part.high


def _meet(left: Figure, right: Figure) -> bool:
    highs = [bound for bound in (left.high, right.high) if bound is not None]
    return not highs or max(left.low or 0, right.low or 0) <= min(highs)


def _size(figure: Figure) -> int:
    return figure.high or 0 if figure.low is None else figure.low
