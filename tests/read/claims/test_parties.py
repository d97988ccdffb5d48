"""What fills a slot of a relation: bodies that spell out a plural, whom a possessive means, a body's people and organs, states."""

from collections.abc import Callable

import pytest
from tests.read.reading import Read


def _told(told: Read) -> set[tuple[str, str, str]]:
    return {(c.predicate, told.name(c.subject), told.name(c.object)) for c in told.reading.claims if c.object is not None}


@pytest.mark.parametrize(
    "text",
    [
        "Two groups, the Karen Guard and the Mon Army, joined the Northern Alliance.",
        "Several militias, including the Karen Guard and the Mon Army, joined the Northern Alliance.",
        "Several militias, among them the Karen Guard and the Mon Army, joined the Northern Alliance.",
        "The Northern Alliance was formed in 1976 by two groups: the Karen Guard and the Mon Army.",
    ],
)
def test_a_plural_is_spelt_out_by_the_names_after_it(text: str, read: Callable[..., Read]) -> None:
    told = _told(read(text))
    assert ("member_of", "Karen Guard", "Northern Alliance") in told
    assert ("member_of", "Mon Army", "Northern Alliance") in told


@pytest.mark.parametrize(
    "text",
    ["The Mon Army and its ally, the Karen Guard, took Loikaw.", "Backed by its ally the Karen Guard, the Mon Army took Loikaw."],
)
def test_a_possessive_means_the_name_beside_it_or_the_subject_that_follows(text: str, read: Callable[..., Read]) -> None:
    assert ("allied_with", "Karen Guard", "Mon Army") in _told(read(text))


def test_people_and_organs_stand_for_their_body(read: Callable[..., Read]) -> None:
    fought = read("Fighters from the Karen Guard fought alongside those of the Mon Army.")
    assert ("allied_with", "Karen Guard", "Mon Army") in _told(fought)
    answers = read("The 3rd Battalion reports to the secretariat of the Mon Army.")
    assert ("part_of", "3rd Battalion", "Mon Army") in _told(answers)


def test_a_state_stands_for_its_government_and_a_town_for_nobody(read: Callable[..., Read]) -> None:
    assert ("affiliated_with", "Lendu Front", "Uganda") in _told(read("The Lendu Front is backed by Uganda."))
    assert not _told(read("The Lendu Front is close to Bunia."))


def test_people_of_a_body_who_join_another_make_it_no_member(read: Callable[..., Read]) -> None:
    assert not _told(read("Fighters from the Karen Guard joined the Northern Alliance."))
