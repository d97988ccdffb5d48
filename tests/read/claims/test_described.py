"""A generic noun stands for the body that is named beside it, or spoken of before."""

from collections.abc import Callable

from tests.read.reading import Read


def _told(told: Read) -> set[tuple[str, str, str]]:
    return {(c.predicate, told.name(c.subject), told.name(c.object)) for c in told.reading.claims if c.object is not None}


def test_an_umbrella_stands_for_the_name_that_follows_it(read: Callable[..., Read]) -> None:
    told = _told(read("In 2018 the Moro Army joined with the Basilan Guards to create an umbrella, the Sulu Alliance."))
    assert ("member_of", "Moro Army", "Sulu Alliance") in told


def test_a_party_stands_for_the_name_before_it_wherever_the_parser_hangs_it(read: Callable[..., Read]) -> None:
    text = "The Tawi Front was one wing of the Sulu Party, a party put together in November 1990 from the Basilan Party and the Moro Party."
    assert ("merged_into", "Basilan Party", "Sulu Party") in _told(read(text))


def test_a_noun_without_a_name_near_stands_for_nobody(read: Callable[..., Read]) -> None:
    assert not _told(read("In 2018 the Moro Army joined with others to create an umbrella."))
