"""The weights by which two event reports are one happening: the sum of what speaks for and against, and a threshold.

An equal day and an equal place are the half of it and never the whole: a side, a figure, a mode or the run of the text must speak for it
too. Weights were set on the half of `eval/ties` that is tuned on and on the cases of `tests/cases/weigh`; no score is a probability.

| what is compared | for | against |
|---|---|---|
| days | the same +2; of one week +1.25; of one month +0.75 | a year wide -1.5; none stated -0.5 to -2.5; no common day: never |
| places | the same +2; of one name +1.5; near or named together +1 | another -0.5 to -1.5; of one author -4; far apart: never |
| each side | the same +2; the same words +1.5; similar +1; of one sort +0.5 | another sort -0.5 to -1; another body -1.25 to -3 |
| figures | the same +2, a small one +0.25, further ones +1; nearly +1.5; close +0.75 | far apart -0.5 to -1; what may be a sum -3 |
| manner | the same mode +1; akin +0.25; what is seldom done twice +1.25 | another mode -3; akin types -0.25 |
| passages | the next one +1; a near one +0.5; undated +0.75; a toll told right after +4 | told apart by one author -1 |

Passages speak for a tie only where nothing else speaks against it.
"""

from collections.abc import Iterable

from testimonia.model.judgement import Feature

ENOUGH = 5.0
"""Score from which two reports are one happening."""
PARTS = -100.0
"""Weight of what no sum outweighs: other days, places too far apart, another status."""
CONTRADICTED = -2.5
"""Weight of all that speaks against a tie, from which a report is kept out of a group whatever ties it to others of the group."""
AT_ODDS = -0.75
"""The same for two groups as a whole, as the mean over pairs: a chain of tellings must not tie all attacks of a day to one event."""

SAME_DAY, SUPPOSED_DAY, SAME_DAYS, SHARED_DAYS, SAME_WEEK, SAME_MONTH = 2.0, 1.5, 1.75, 1.5, 1.25, 0.75
WIDE_TIME, UNDATED_NEWS, UNDATED_BOTH, UNDATED = -1.5, -0.5, -1.5, -2.5
SAME_PLACE, SAME_NAME, NEAR_PLACE, SAME_AREA, IN_AREA = 2.0, 1.5, 1.0, 0.75, 0.25
OTHER_PLACE_UNKNOWN, OTHER_PLACE, FAR_PLACE, SECOND_PLACE = -0.5, -1.0, -1.5, -4.0
SAME_SIDE, FURTHER_SIDE, SAME_WORDS, SIMILAR_SIDE, ONE_SORT = 2.0, 1.0, 1.5, 1.0, 0.5
OTHER_WORDS, OTHER_SORT, OTHER_BLAMED, OTHER_BODY = -0.5, -1.0, -1.25, -3.0
SAME_FIGURE, SMALL_FIGURE, FURTHER_FIGURE, NEARLY_SAME_FIGURE, CLOSE_FIGURE = 2.0, 0.25, 1.0, 1.5, 0.75
APART_FIGURE, DISTANT_FIGURE, MAY_BE_SUM = -0.5, -1.0, -3.0
SAME_MODE, AKIN_MODE, OTHER_MODE, AKIN_TYPE, RARE = 1.0, 0.25, -3.0, -0.25, 1.25
NEXT_PASSAGE, NEAR_PASSAGE, GOES_ON, BARE_TOLL, TOLD_APART = 1.0, 0.5, 0.75, 4.0, -1.0

_ROUNDING = 1e-9


def score_of(features: Iterable[Feature]) -> float:
    """Add up what speaks for and against.

    Args:
        features: What was seen.

    Returns:
        The sum of the weights.
    """
    return round(sum(feature.weight for feature in features), 3)


def is_enough(features: Iterable[Feature]) -> bool:
    """Say whether two reports are one happening.

    Args:
        features: What was seen.

    Returns:
        True if the score suffices and something beyond days and places speaks for it.
    """
    seen = tuple(features)
    beyond = any(feature.weight > 0 and feature.name not in ("time", "place") for feature in seen)
    located = sum(feature.weight > 0 and feature.name != "time" for feature in seen) > 1
    return score_of(seen) >= ENOUGH - _ROUNDING and beyond and located


def parts(features: Iterable[Feature]) -> bool:
    """Say whether something parts two reports whatever else agrees.

    Args:
        features: What was seen.

    Returns:
        True if one of the features does.
    """
    return any(feature.weight <= PARTS for feature in features)


def against(features: Iterable[Feature]) -> float:
    """Weigh what speaks against two reports being in one group, whatever a third one says.

    Args:
        features: What was seen.

    Returns:
        The sum of what speaks against it, vague days and akin types aside; 0 for two that are tied themselves.
    """
    seen = tuple(features)
    if is_enough(seen):
        return 0.0
    return sum(
        feature.weight for feature in seen if feature.weight < 0 and (feature.name not in ("time", "type") or feature.weight <= PARTS)
    )
