"""Which country a word beside a force tells of."""

import pytest
from tests.read.sentences import tree_of

from testimonia.read.names.cast import Member
from testimonia.read.reference.forces import country_told_by, country_words, force_of_word, told_force


@pytest.mark.parametrize(("word", "country"), [("Malian", "ML"), ("Mali", "ML"), ("Sri Lankan", "LK"), ("Northern", None)])
def test_a_country_is_told_by_its_name_or_adjective(word: str, country: str | None) -> None:
    assert country_told_by(word) == country


def test_two_words_are_taken_together_only_where_they_tell_a_country() -> None:
    tree = tree_of("Sri ADJ 1 amod", "Lankan ADJ 2 amod", "forces NOUN -1 root")
    assert country_words(tree, 1) == "Sri Lankan"
    tree = tree_of("large ADJ 2 amod", "Malian ADJ 2 amod", "forces NOUN -1 root")
    assert country_words(tree, 1) == "Malian"


def nobody(i: int) -> Member | None:
    """No token belongs to a name."""
    return None


def test_the_words_between_a_country_and_its_forces_are_part_of_their_name() -> None:
    tree = tree_of("Malian ADJ 2 amod", "security NOUN 2 compound", "forces NOUN -1 root")
    told = told_force(tree, 2, named=nobody)
    assert told is not None
    assert (told.country, told.phrase) == ("ML", "Malian security forces")


def test_forces_named_by_a_government_are_those_of_its_country() -> None:
    tree = tree_of("XGS PROPN 1 compound", "forces NOUN -1 root")
    government = Member("federal government of somalia", "org", kind="government", country="SO")
    told = told_force(tree, 1, named=lambda i: government if i == 0 else None)
    assert told is not None
    assert told.country == "SO"
    assert told_force(tree, 1, named=lambda i: Member("xgs", "org", kind="armed_group", country="SO") if i == 0 else None) is None


def test_a_word_that_tells_of_no_country_names_no_force() -> None:
    tree = tree_of("rebel ADJ 1 amod", "forces NOUN -1 root")
    assert force_of_word(tree, 1, 0, named=nobody) is None
