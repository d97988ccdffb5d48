"""Likeness: whether two event reports tell of one happening, with the score that speaks for it and the reasons.

Each circumstance gives named features with weights (`tie_weights`): days and places (`tie_circumstances`), participants (`tie_sides`),
figures and manner (`tie_figures`). Some differences rule a tie out whatever else agrees: other dated days, places too far apart, another
status, a sum against what it sums. Time and place alone never suffice.
"""

from collections.abc import Set
from dataclasses import dataclass

from testimonia.model.judgement import Feature
from testimonia.weigh.accounts import Account
from testimonia.weigh.event_words import akin_types
from testimonia.weigh.tie_circumstances import passage_features, place_features, time_features
from testimonia.weigh.tie_figures import figure_features, manner_features
from testimonia.weigh.tie_sides import side_features
from testimonia.weigh.tie_weights import PARTS, TOLD_APART, against, is_enough, parts, score_of

Together = Set[tuple[str, str]]
"""Pairs of places, in both directions, that some report names as one place."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for and against two event reports being one happening."""

    features: tuple[Feature, ...]

    @property
    def score(self) -> float:
        """The sum of the weights."""
        return score_of(self.features)

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for it, in words."""
        return tuple(feature.words for feature in self.features if feature.weight > 0)

    @property
    def doubts(self) -> tuple[str, ...]:
        """What speaks against it, in words."""
        return tuple(feature.words for feature in self.features if feature.weight < 0)


def likeness_of(left: Account, right: Account, *, together: Together = frozenset()) -> Likeness | None:
    """Compare two event reports.

    Args:
        left: A prepared report.
        right: Another prepared report.
        together: Pairs of places, in both directions, that some report names as one place.

    Returns:
        What was seen if they tell of one happening, None if they do not or nothing shows it.
    """
    return likeness_from(features_of(left, right, together=together))


def likeness_from(features: tuple[Feature, ...]) -> Likeness | None:
    """Decide from what was seen of two event reports.

    Args:
        features: What was seen.

    Returns:
        The same if they tell of one happening, None if they do not or nothing shows it.
    """
    return Likeness(features) if not parts(features) and is_enough(features) else None


def against_each_other(left: Account, right: Account, *, together: Together = frozenset()) -> float:
    """Weigh what speaks against two reports telling of one happening, whatever a third one says.

    Args:
        left: A prepared report.
        right: Another prepared report.
        together: Pairs of places, in both directions, that some report names as one place.

    Returns:
        A negative weight, 0 where nothing does or they are tied themselves.
    """
    return against(features_of(left, right, together=together))


def features_of(left: Account, right: Account, *, together: Together = frozenset()) -> tuple[Feature, ...]:
    """Compare two event reports in every respect, or as far as to what parts them.

    Args:
        left: A prepared report.
        right: Another prepared report.
        together: Pairs of places, in both directions, that some report names as one place.

    Returns:
        What was seen.
    """
    apart = _incomparable(left, right)
    if apart is not None:
        return (Feature("kind", PARTS, apart),)
    time = time_features(left, right)
    if parts(time):
        return time
    place = place_features(left, right, together=together)
    if parts(place):
        return place
    told = (*time, *place, *side_features(left, right), *figure_features(left, right), *manner_features(left, right))
    if any(feature.weight < 0 and feature.name not in ("time", "type") for feature in told):
        one_author = left.is_of_one_voice_with(right) and left.number != right.number
        return (*told, Feature("passage", TOLD_APART, "told apart by one author")) if one_author else told
    return (*told, *passage_features(left, right))


def _incomparable(left: Account, right: Account) -> str | None:
    """Say in words what keeps two reports from being compared at all."""
    one, two = left.report, right.report
    if left.alone or right.alone:
        return "something that recurs or is only supposed"
    if left.sums is not right.sums:
        return "a sum and what it may sum"
    if left.sums and (left.span != right.span or _counts(left) != _counts(right)):
        return "two sums"
    statuses = {one.status, two.status}
    if len(statuses) > 1 and statuses != {"happened", "denied"}:
        return f"what {' and what '.join(sorted(statuses))}"
    return None if one.type == two.type or (one.type, two.type) in akin_types() else "other types"


def _counts(account: Account) -> frozenset[tuple[str, int | None, int | None]]:
    return frozenset((figure.what, figure.low, figure.high) for figure in account.report.figures)
