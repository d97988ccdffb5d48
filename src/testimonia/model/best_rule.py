"""BestRule: by which figure of several the best estimate of a toll is taken, in an order that the reader can change."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from testimonia.errors import LensError

Criterion = Literal["independent", "closest", "latest", "specific", "lowest", "highest"]

CRITERIA: tuple[Criterion, ...] = get_args(Criterion)

_IN_WORDS: Mapping[str, str] = {
    "independent": "the most independent witnesses",
    "closest": "the publication closest to the event",
    "latest": "the latest publication",
    "specific": "the narrowest range",
    "lowest": "the lowest number",
    "highest": "the highest number",
}


@dataclass(frozen=True, slots=True)
class BestRule:
    """Criteria in their order: of the figures that are best by the first the second decides, and so on; of what is left the median.

    `independent` takes the figure with the most independent witnesses, `closest` the one published closest in time to the event, `latest`
    the one published last, `specific` the narrowest range, `lowest` and `highest` the smallest and the largest number. A publication of
    unknown date counts as the farthest and the earliest.
    """

    criteria: tuple[Criterion, ...] = ("independent", "closest", "specific")

    def __post_init__(self) -> None:
        """Refuse criteria that there are none of, and those named twice."""
        for criterion in self.criteria:
            if criterion not in CRITERIA:
                raise LensError(f"{criterion!r} is no way to choose the best figure; there are {', '.join(CRITERIA)}")
        if len(set(self.criteria)) < len(self.criteria):
            raise LensError(f"a way to choose the best figure is named twice: {', '.join(self.criteria)}")

    @property
    def in_words(self) -> str:
        """The rule as people read it."""
        named = [_IN_WORDS[criterion] for criterion in self.criteria]
        return "; among those ".join(["the figure with " + named[0], *named[1:], "the median"]) if named else "the median of all figures"
