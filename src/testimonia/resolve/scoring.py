"""One score from what speaks for and against: the sum of weights, a threshold, and what no sum may outweigh.

Weights are set so that one doubt is outweighed by the kind of evidence that it needs and by no weaker kind; two weaker kinds together may
do. They were set on the half of `eval/names` that is tuned on and on the cases of `tests/cases/resolve`, and no score is a probability.

| evidence beyond the names | weight |
|---|---|
| both are called by one name in a document | +0.60 |
| the register gives both names to one body | +0.60 |
| both are the wing of one body | +0.45 |
| their documents name other bodies and places in common | +0.25 |
| one person has a role in both | +0.20 |
| both are members of one coalition, in different documents | +0.15 |
| both operate in one country | +0.10 |
| one name has a further programme word, and one document uses both | -0.25 |
| they operate in different countries | -0.30 |
| stated to be wings of different bodies | -0.50 |
| the register knows them as two bodies | -0.50 |
| the one ended before the other began | -0.60 |
"""

from collections.abc import Iterable, Sequence

from testimonia.model.judgement import Feature
from testimonia.model.kinds import Verdict

SAME_FROM = 0.75
"""Score from which two are taken for one."""
PARTS = -2.0
"""Weight of what parts two bodies whatever else speaks for one: another number, two programmes."""

SLIGHT = -0.30
"""A doubt that documents of one setting outweigh."""
GRAVE = -0.50
"""A doubt that needs a parent in common or a stated name."""
SEVERE = -0.70
"""A doubt that only a stated name outweighs."""
FACTION = -0.90
"""A doubt that no evidence of names and settings outweighs: a word that marks a faction."""

CALLED_ALIKE = 0.60
REGISTERED = 0.60
ONE_PARENT = 0.45
COMPANY = 0.25
ONE_LEADER = 0.20
ONE_COALITION = 0.15
ONE_COUNTRY = 0.10
BOTH_IN_ONE = -0.25
OTHER_COUNTRIES = -0.30
OTHER_PARENTS = -0.50
REGISTERED_APART = -0.50
OTHER_TIMES = -0.60

_ROUNDING = 1e-9


def score_of(features: Iterable[Feature]) -> float:
    """Add up what speaks for and against.

    Args:
        features: What was seen.

    Returns:
        The sum of the weights, from 0 to 1.
    """
    return round(min(1.0, max(0.0, sum([feature.weight for feature in features]))), 3)


def verdict_of(features: Iterable[Feature]) -> Verdict:
    """Decide.

    Args:
        features: What was seen.

    Returns:
        DIFFERENT where something parts the two, SAME from the upper threshold, else UNSURE.
    """
    return weighed(tuple(features))[0]


def weighed(features: Sequence[Feature]) -> tuple[Verdict, float]:
    """Decide and score at once.

    Args:
        features: What was seen.

    Returns:
        What `verdict_of` says, and the score; 0 where something parts the two.
    """
    weights = [feature.weight for feature in features]
    if weights and min(weights) <= PARTS:
        return "DIFFERENT", 0.0
    score = round(min(1.0, max(0.0, sum(weights))), 3)
    return "SAME" if score >= SAME_FROM - _ROUNDING else "UNSURE", score


def parts(features: Iterable[Feature]) -> bool:
    """Say whether something parts two bodies.

    Args:
        features: What was seen.

    Returns:
        True if one of the features does.
    """
    return min([feature.weight for feature in features], default=0.0) <= PARTS
