"""Who holds a role: names in apposition, behind a title, by a pronoun, in a list."""

from collections.abc import Callable

from tests.read.reading import Read


def test_two_persons_named_beside_one_noun_both_lead(read: Callable[..., Read]) -> None:
    lines = read("The brothers Abdullah Maute and Omar Maute led the Lanao Group.").lines()
    assert sum(line.startswith("has_role") and "Lanao Group|leader" in line for line in lines) == 2


def test_he_is_the_person_spoken_of(read: Callable[..., Read]) -> None:
    lines = read("Goran Hadzic comes from Vukovar. He heads the Krajina Front.").lines()
    assert any(line.startswith("has_role: Goran Hadzic -> Krajina Front") for line in lines)
