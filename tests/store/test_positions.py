"""Numbers ascend, and stay where they can."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from testimonia.store.positions import ROOM, numbered

FORMER = st.lists(st.none() | st.integers(-300, 300), max_size=40)


@given(FORMER)
def test_numbers_ascend_and_none_is_given_twice(former: list[int | None]) -> None:
    numbers = numbered(former)
    assert len(numbers) == len(former)
    assert all(low < high for low, high in pairwise(numbers))


@given(st.lists(st.integers(-300, 300), unique=True, max_size=40).map(sorted), st.data())
def test_what_only_loses_records_keeps_all_other_numbers(former: list[int], data: st.DataObject) -> None:
    left = [number for number in former if data.draw(st.booleans())]
    assert numbered(left) == left


@given(st.integers(1, 50), st.data())
def test_what_comes_in_between_moves_nobody_while_there_is_room(count: int, data: st.DataObject) -> None:
    first = numbered([None] * count)
    at = data.draw(st.integers(0, count))
    coming = data.draw(st.integers(1, ROOM - 1))
    numbers = numbered([*first[:at], *[None] * coming, *first[at:]])
    assert numbers[:at] + numbers[at + coming :] == first


def test_one_that_moves_to_the_front_is_the_only_one_renumbered() -> None:
    first = numbered([None] * 5)
    numbers = numbered([first[4], *first[:4]])
    assert numbers[1:] == first[:4]


def test_where_there_is_no_room_the_next_ones_give_way_and_those_after_them_stay() -> None:
    assert numbered([0, None, 1, 2, 100]) == [0, 25, 50, 75, 100]
