"""How far review is, and how fast it goes."""

from dataclasses import dataclass
from datetime import datetime

from testimonia.store.review_records import Progress


@dataclass(frozen=True, slots=True)
class Pace:
    """Verdicts of one person on one day: how many, and how many in an hour of the time from the beginning of their first hour on."""

    by: str
    decided: int
    per_hour: float


def paces(progress: Progress, *, now: datetime) -> tuple[Pace, ...]:
    """Say how fast everybody decides.

    Args:
        progress: What the store counted for the day of `now`.
        now: The moment, UTC; of a past day, its end.

    Returns:
        One for each person who decided that day, the quickest first.
    """
    found = []
    for by in dict.fromkeys(hour.by for hour in progress.today):
        own = [hour for hour in progress.today if hour.by == by]
        decided = sum(hour.count for hour in own)
        passed = now.hour + now.minute / 60 + now.second / 3600 - min(hour.hour for hour in own)
        found.append(Pace(by, decided, round(decided / max(passed, 1.0), 1)))
    return tuple(sorted(found, key=lambda pace: (-pace.per_hour, pace.by)))
