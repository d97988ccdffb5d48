"""What was read of late is given again, and the oldest is forgotten."""

from testimonia.store.part_memory import Memory


def test_what_is_known_is_given_and_nothing_else() -> None:
    memory = Memory[str]()
    memory.put({("c-1", "r"): "one"})
    assert memory.get([("c-1", "r"), ("c-1", "other"), ("c-2", "r")]) == {("c-1", "r"): "one"}


def test_the_oldest_are_forgotten_where_there_are_too_many() -> None:
    memory = Memory[int](most=4)
    for number in range(10):
        memory.put({(f"c-{number}", ""): number})
    known = memory.get([(f"c-{number}", "") for number in range(10)])
    assert 9 in known.values() and 0 not in known.values() and len(known) <= 5
