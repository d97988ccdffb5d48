"""Cases of whom a body is named after."""

from collections.abc import Callable

from tests.read.reading import Read


def test_a_body_is_named_after_a_person(read: Callable[..., Read]) -> None:
    lines = read("The Basilan Front is named after Jose Rizal.").lines()
    assert any(line.startswith("named_after: Basilan Front") for line in lines)


def test_a_body_that_a_person_names_is_not_named_after_them(read: Callable[..., Read]) -> None:
    lines = read("The Basilan Front was named by Jose Rizal.").lines()
    assert not any(line.startswith("named_after") for line in lines)
