"""What was told before: the nearest first, nothing that comes later or lies too far back."""

from testimonia.model.event import Figure
from testimonia.read.events.event_drafts import EventDraft, nearest

EARLY = EventDraft("ASSAULT", None, 0, 40, 10, "events.read_verbal_events", "attacked")
COUNTED = (Figure("houses", None, 3, 3), Figure("injured", None, 8, 8))
LATE = EventDraft("ASSAULT", "explosives", 50, 90, 60, "told_tolls.read_told_tolls", "Exploded", figures=COUNTED)


def test_the_nearest_comes_first_and_what_follows_is_not_told_yet() -> None:
    assert nearest([EARLY, LATE], before=100) == [LATE, EARLY]
    assert nearest([EARLY, LATE], before=60) == [EARLY]


def test_what_lies_out_of_reach_is_left_out() -> None:
    assert nearest([EARLY, LATE], before=100, reach=20) == [LATE]


def test_a_toll_is_the_first_count_of_people() -> None:
    assert (EARLY.toll, LATE.toll) == (None, "injured")


def test_a_draft_knows_its_words_and_whether_it_is_only_an_account() -> None:
    assert (LATE.words, LATE.is_account, EARLY.is_account) == ("exploded", True, False)
