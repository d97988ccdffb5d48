"""What was told before: the nearest first, nothing that comes later or lies too far back."""

from testimonia.model.event import Figure
from testimonia.read.events.told import Told, nearest

EARLY = Told("ASSAULT", None, 0, 40, 10, "attacked")
LATE = Told("ASSAULT", "explosives", 50, 90, 60, "exploded", figures=(Figure("houses", None, 3, 3), Figure("injured", None, 8, 8)))


def test_the_nearest_comes_first_and_what_follows_is_not_told_yet() -> None:
    assert nearest([EARLY, LATE], before=100) == [LATE, EARLY]
    assert nearest([EARLY, LATE], before=60) == [EARLY]


def test_what_lies_out_of_reach_is_left_out() -> None:
    assert nearest([EARLY, LATE], before=100, reach=20) == [LATE]


def test_a_toll_is_the_first_count_of_people() -> None:
    assert (EARLY.toll, LATE.toll) == (None, "injured")
