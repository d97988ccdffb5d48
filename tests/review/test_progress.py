"""How fast people decide."""

from datetime import UTC, datetime

from testimonia.review.progress import Pace, paces
from testimonia.store.review_records import Hour, Progress

NOW = datetime(2024, 5, 6, 11, 30, tzinfo=UTC)


def test_the_pace_counts_from_the_first_hour_on() -> None:
    today = (Hour("anna", 9, 40), Hour("anna", 11, 10), Hour("berta", 11, 30))
    assert paces(Progress(today=today), now=NOW) == (Pace("berta", 30, 30.0), Pace("anna", 50, 20.0))


def test_who_decided_nothing_has_no_pace() -> None:
    assert paces(Progress(), now=NOW) == ()
