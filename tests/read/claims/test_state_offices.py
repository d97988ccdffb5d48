"""In which state an office is held, and that a foreign office is not given to the country spoken of."""

from collections.abc import Callable

import pytest
from tests.read.reading import Read

from testimonia.read.claims.state_offices import is_state_office

ABOUT = "Mali and Malian forces fought on. Mali held elections. "


def test_a_government_is_that_of_the_country_that_the_text_is_about(read: Callable[..., Read]) -> None:
    lines = read(f"{ABOUT}The government spokesman, Choguel Dao, denied it.").lines()
    assert any(line.startswith("has_role: Choguel Dao -> Mali|government spokesman") for line in lines)


def test_an_office_is_held_in_the_country_told_before(read: Callable[..., Read]) -> None:
    lines = read("The president of Mali, Ibrahim Keita, came. In Gao President Ibrahim Keita spoke.").lines()
    assert {line.split(" (")[0] for line in lines if line.startswith("has_role")} == {"has_role: Ibrahim Keita -> Mali|president"}


def test_a_foreign_office_stays_foreign_when_it_is_told_again(read: Callable[..., Read]) -> None:
    lines = read(f"{ABOUT}French President Emmanuel Macron came. President Macron left Mali.").lines()
    assert not any(line.startswith("has_role") and "Mali|" in line for line in lines)


@pytest.mark.parametrize(
    ("role", "expected"),
    [("prime minister", True), ("minister of peace", True), ("ambassador", True), ("spokesman", False), ("government spokesman", True)],
)
def test_offices_of_states_are_told_from_roles_in_bodies(role: str, expected: bool) -> None:
    assert is_state_office(role) is expected


def test_an_office_beside_another_country_is_not_that_of_the_country_spoken_of(read: Callable[..., Read]) -> None:
    for text in ("In Uganda, President Yoweri Museveni spoke.", "Presidents Yoweri Museveni and Paul Kagame met."):
        lines = read(f"{ABOUT}{text}").lines()
        assert not any(line.startswith("has_role") and "Mali|" in line for line in lines)


def test_an_office_is_given_to_the_government_where_the_text_names_it(read: Callable[..., Read]) -> None:
    lines = read(f"The Malian government signed. {ABOUT}President Ibrahim Keita was there.").lines()
    assert any(line.startswith("has_role: Ibrahim Keita -> Malian government|president") for line in lines)
