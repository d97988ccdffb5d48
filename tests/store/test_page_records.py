"""What pages ask for can be compared and kept in a set, as a cache needs it."""

from testimonia.store import About, Cut, EntitiesWanted


def test_questions_are_equal_by_what_they_ask() -> None:
    assert {About(entity="n"), About(entity="n"), About(event="n")} == {About(event="n"), About(entity="n")}
    assert EntitiesWanted(kinds=("place",)) == EntitiesWanted(kinds=("place",), by="number")
    assert Cut().limit > 0 and Cut().after is None
