"""Acronyms made of the beginnings of words."""

import pytest

from testimonia.resolve.anatomy import anatomy_of
from testimonia.resolve.pairs import judge_names
from testimonia.resolve.syllables import is_made_of_syllables, names_of_syllables


@pytest.mark.parametrize(
    ("acronym", "name", "made"),
    [
        ("frodebu", "Front pour la Démocratie au Burundi", True),
        ("frelimo", "Frente de Libertação de Moçambique", True),
        ("palipehutu", "Parti pour la libération du peuple hutu", True),
        ("frelimo", "Frente Nacional de Libertação de Moçambique", False),
        ("frelimo", "Movimento de Libertação de Moçambique", False),
        ("fln", "Front de libération nationale", False),
    ],
)
def test_every_word_gives_a_beginning_and_nothing_is_left(acronym: str, name: str, made: bool) -> None:
    assert is_made_of_syllables(acronym, anatomy_of(name)) is made


def test_names_are_found_by_their_first_letters() -> None:
    names = {
        "a": anatomy_of("FRODEBU"),
        "b": anatomy_of("Front pour la Démocratie au Burundi"),
        "c": anatomy_of("Union pour le progrès national"),
    }
    assert list(names_of_syllables(names)) == [("b", "a")]


def test_so_many_letters_are_no_accident() -> None:
    assert judge_names("RENAMO", "Resistência Nacional Moçambicana").verdict == "SAME"
    assert judge_names("RENAMO", "Resistência Nacional Angolana").verdict == "UNSURE"
