"""A rank tells its part of the queue."""

from testimonia.store.review_records import REST, TIER, Waiting


def test_a_rank_tells_its_part_of_the_queue() -> None:
    assert [Waiting("c-1", "claim", rank, "").tier for rank in (0, TIER, 2 * TIER - 1, REST)] == [0, 1, 1, 4]
