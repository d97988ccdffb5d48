"""When and where: what the days, the places and the passages of two event reports say of their being one happening."""

from collections.abc import Set

from testimonia.model.judgement import Feature
from testimonia.weigh import tie_weights as weights
from testimonia.weigh.accounts import Account, Somebody, distance_km
from testimonia.weigh.tie_sides import kin, same_body, within
from testimonia.weigh.times import meet, window_of

NEAR_KM = 30.0
"""Places this close are compatible: a village and the town that another report names instead."""
FAR_KM = 120.0
"""Farther apart no two points are one place; between the two, one may be the middle of a district that holds the other."""
FAR_DEGREES = 1.1
"""Degrees of latitude that are surely farther: 122 km."""
AREA_KM = 500.0
"""Farther from the middle of an area than this nothing is taken to lie in it."""

WEEK_DAYS = 10
"""Expressions up to this wide tell of one week or weekend."""
MONTH_DAYS = 31
WIDE_DAYS = 300
"""From here on, a year or so, an expression holds so many days that more than place and sides must agree."""

NEXT_POINTS = 300
"""Code points between two passages that follow upon one another: a sentence or two."""
WAR_TOLL = 1000
"""From here on a toll without a time and a place is more likely that of a war than that of the passage before."""
NEAR_POINTS = 800
"""Code points within which a text still goes on with a story: some three paragraphs of news."""


def time_features(left: Account, right: Account) -> tuple[Feature, ...]:
    """Compare the days of two reports.

    Args:
        left: A prepared report.
        right: Another.

    Returns:
        One feature at most; it parts the two where they have no day in common.
    """
    if left.span is None or right.span is None:
        return _undated(left, right)
    if not meet(left.span, right.span):
        windows = window_of(left.report.when), window_of(right.report.when)
        approximate = windows[0] is not None and windows[1] is not None and meet(windows[0], windows[1])
        return (_time(weights.SAME_MONTH, "dates that may be one") if approximate else _time(weights.PARTS, "other days"),)
    if left.is_day and right.is_day:
        return (_time(weights.SAME_DAY, "the same day"),)
    width = max(span[1] - span[0] for span in (left.span, right.span))
    if left.span == right.span and (width <= WEEK_DAYS or left.sums):
        return (_time(weights.SAME_DAYS, "the same days"),)
    if width <= WEEK_DAYS and not left.is_day and not right.is_day:
        return (_time(weights.SHARED_DAYS, "days in common"),)
    if width <= WEEK_DAYS:
        return (_time(weights.SAME_WEEK, "compatible dates"),)
    if width <= MONTH_DAYS:
        return (_time(weights.SAME_MONTH, "compatible dates"),)
    return (_time(weights.WIDE_TIME if width >= WIDE_DAYS and not left.sums else 0.0, "compatible dates"),)


def _undated(left: Account, right: Account) -> tuple[Feature, ...]:
    one, two = (account.span or account.supposed for account in (left, right))
    if any(
        account.span is None and account.supposed is not None and account.supposed[0] == account.supposed[1] for account in (left, right)
    ):
        together = one is not None and two is not None and meet(one, two)
        return (_time(weights.SUPPOSED_DAY, "the same day of the year") if together else _time(weights.PARTS, "other days"),)
    if left.report.document == right.report.document:
        return ()
    if one is None or two is None or not meet(one, two):
        return (_time(weights.UNDATED, "no date to compare"),)
    both = left.span is None and right.span is None
    return (_time(weights.UNDATED_BOTH if both else weights.UNDATED_NEWS, "news of the same week"),)


def place_features(left: Account, right: Account, *, together: Set[tuple[str, str]] = frozenset()) -> tuple[Feature, ...]:
    """Compare the places of two reports.

    Args:
        left: A prepared report.
        right: Another.
        together: Pairs of places, in both directions, that some report names as one place, such as a village and its district.

    Returns:
        One feature at most, that of the two places closest to each other; it parts the two where they lie too far apart.
    """
    pairs = [_place_pair(one, two, together) for one in left.where for two in right.where]
    best = max(pairs, key=lambda feature: feature.weight, default=None)
    if best is None:
        return ()
    if best.weight < 0 and left.is_of_one_voice_with(right):  # one author who names two places means two
        return (_place(min(best.weight, weights.SECOND_PLACE), best.words),)
    return (best,)


def far_apart(left: Account, right: Account, *, together: Set[tuple[str, str]] = frozenset()) -> bool:
    """Say at little cost that two reports are parted by their places, as most are that share a day and a party.

    Args:
        left: A prepared report.
        right: Another.
        together: Pairs of places, in both directions, that some report names as one place.

    Returns:
        True only where `place_features` parts them; it may do so where this is False.
    """
    if not left.where or not right.where:
        return False
    for one in left.where:
        for two in right.where:
            if one.is_area or two.is_area or one.coordinates is None or two.coordinates is None:
                return False
            if abs(one.coordinates[0] - two.coordinates[0]) < FAR_DEGREES or (one.entity, two.entity) in together:
                return False
    return True


def passage_features(left: Account, right: Account) -> tuple[Feature, ...]:
    """Compare where two reports of one document stand in it.

    Args:
        left: A prepared report.
        right: Another.

    Returns:
        What the run of the text says; nothing of two documents.
    """
    if left.report.document != right.report.document or left.number == right.number:
        return ()
    first, last = sorted((left, right), key=lambda account: account.number)
    apart = last.report.evidence[0].start - first.report.evidence[0].end
    if apart > NEAR_POINTS:
        return ()
    undated = (
        (Feature("passage", weights.GOES_ON, "a passage that goes on without a date"),) if first.span is None or last.span is None else ()
    )
    if last.number - first.number > 1 or apart > NEXT_POINTS:
        return (Feature("passage", weights.NEAR_PASSAGE, "passages near each other"), *undated)
    features = (Feature("passage", weights.NEXT_PASSAGE, "one passage after another"),)
    return (*features, Feature("toll", weights.BARE_TOLL, "a toll told right after")) if _is_toll_of(last, first) else (*features, *undated)


def _is_toll_of(toll: Account, told: Account) -> bool:
    """Say whether a report has victims and figures alone, "Dozens of people were killed", after one that says when or by whom."""
    report = toll.report
    if report.type != told.report.type or (told.span is None and not told.report.initiator):
        return False
    small = bool(report.figures) and all(max(figure.low or 0, figure.high or 0) < WAR_TOLL for figure in report.figures)
    return small and toll.span is None and not report.initiator and not report.where and report.when is None


def _place_pair(one: Somebody, two: Somebody, together: Set[tuple[str, str]]) -> Feature:
    names = f"{one.name}, {two.name}"
    if same_body(one, two):
        return _place(weights.SAME_AREA if one.is_area else weights.SAME_PLACE, f"the same place ({one.name})")
    if one.entity is not None and two.entity is not None and (one.entity, two.entity) in together:
        return _place(weights.NEAR_PLACE, f"places named together ({names})")
    if one.words == two.words and not (one.coordinates and two.coordinates):
        return _place(weights.SAME_NAME, f"places of one name ({one.name})")
    apart = distance_km(one.coordinates, two.coordinates) if one.coordinates is not None and two.coordinates is not None else None
    if one.is_area or two.is_area:
        if apart is not None and apart > AREA_KM and not _holds(one, two):
            return _place(weights.PARTS, f"places far apart ({names})")
        return _place(weights.IN_AREA if apart is not None or _holds(one, two) else 0.0, f"a place and an area ({names})")
    if apart is not None:
        if apart <= NEAR_KM:
            return _place(weights.NEAR_PLACE, f"compatible places ({names})")
        return _place(weights.FAR_PLACE if apart <= FAR_KM else weights.PARTS, f"places apart ({names})")
    if within(one, two) if one.entity is not None and two.entity is not None else kin(one, two):
        return _place(weights.NEAR_PLACE, f"compatible places ({names})")
    unknown = one.coordinates is None and two.coordinates is None
    return _place(weights.OTHER_PLACE if unknown else weights.OTHER_PLACE_UNKNOWN, f"another place ({names})")


def _holds(one: Somebody, two: Somebody) -> bool:
    """Say whether the one may hold the other: the gazetteer files it there, or the two lie in one country and it does not say."""
    if one.gazetteer in two.divisions or two.gazetteer in one.divisions:
        return True
    if one.divisions and two.divisions:  # both are filed, and neither in the other
        return False
    return one.country is not None and one.country == two.country


def _time(weight: float, words: str) -> Feature:
    return Feature("time", weight, words)


def _place(weight: float, words: str) -> Feature:
    return Feature("place", weight, words)
