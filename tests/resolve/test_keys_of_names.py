"""Keys under which names are filed."""

import pytest

from testimonia.model.referent import Referent
from testimonia.resolve.keys import key_of, key_of_name


def test_a_person_is_filed_without_titles_as_long_as_two_words_stay():
    assert key_of(Referent("r", "d", "General Juan Perez", "person")) == "juan perez"
    assert key_of(Referent("r", "d", "General Perez", "person")) == "general perez"


@pytest.mark.parametrize("name, key", [("El Salvador", "el salvador"), ("the Bekaa", "bekaa"), ("Al-Hasakah", "al hasakah")])
def test_a_place_keeps_the_article_that_is_its_own(name, key):
    assert key_of_name(name, "place") == key


def test_an_organisation_loses_its_article():
    assert key_of_name("The Arakan Army", "org") == key_of_name("Arakan Army", "org")
