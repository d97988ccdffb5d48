"""Short forms of names and names that only look like them."""

import pytest
from tests.read.sentences import tree_of

from testimonia.read.names.short_forms import is_syllabic, is_tail_of, shortens, told_apart
from testimonia.read.names.spotting import Spot

CLAUSE = tree_of("Eagles PROPN 1 nsubj", "fought VERB -1 root fight", "Hawks PROPN 1 obj")


def spot(key: str, head: int, *, company: tuple[str, ...] = ()) -> Spot:
    """Make a name at a token of the clause."""
    return Spot(head, head + 1, key.title(), key, CLAUSE, head, (head,), company=company)


def test_a_body_keeps_its_distinctive_words_when_it_is_shortened() -> None:
    assert shortens("nusra", "nusra front", "org") and not shortens("fatah", "fatah intifada", "org")


def test_a_person_is_shortened_to_the_last_name() -> None:
    assert shortens("restrepo", "camilo restrepo", "person") and not shortens("camilo", "camilo restrepo", "person")


def test_what_follows_foreign_heads_is_a_short_form() -> None:
    assert is_tail_of("nasrallin", "harakat hezbollah al nasrallin") and not is_tail_of("islam", "ansar al islam")


def test_two_names_of_one_clause_are_two_bodies() -> None:
    pair = ("sea brigade", "black sea brigade")
    assert told_apart([spot(pair[0], 0), spot(pair[1], 2)], acronyms={}) == {pair}


def test_coordinated_names_are_two_bodies_without_a_head_word() -> None:
    assert told_apart([spot("nur", 0), spot("nur ali", 2, company=("nur",))], acronyms={}) == {("nur", "nur ali")}
    assert not told_apart([spot("nur", 0), spot("nur ali", 2)], acronyms={})


def test_names_that_bring_an_acronym_each_are_two() -> None:
    acronyms = {"kna": "kachin national army", "knla": "kachin national liberation army", "wa": "wa army"}
    assert told_apart([], acronyms=acronyms) == {("kachin national army", "kachin national liberation army")}


@pytest.mark.parametrize(
    ("word", "full", "text", "short"),
    [
        ("Jem", "Justice and Equality Movement", "(Jem)", True),
        ("Foprez", "Popular Front for the Recovery of Zambezia", "(Foprez) came. Foprez left.", True),
        ("Foprez", "Popular Front for the Recovery of Zambezia", "(Foprez) came.", False),
        ("Maoist", "Movement of Workers", "(Maoist) came. Maoist cadres left.", False),
        ("Maputo", "Movement of Workers", "(Maputo) came. Maputo fell.", False),
        ("Foprez", "Foprez Building", "(Foprez) stands. Foprez fell.", False),
    ],
)
def test_a_word_written_like_a_name_may_be_a_short_form(word: str, full: str, text: str, short: bool) -> None:
    assert is_syllabic(word, full, text) is short
