"""Which country a word beside a force tells of."""

import pytest
from tests.read.sentences import tree_of

from testimonia.read.reference.forces import country_told_by, country_words


@pytest.mark.parametrize(("word", "country"), [("Malian", "ML"), ("Mali", "ML"), ("Sri Lankan", "LK"), ("Northern", None)])
def test_a_country_is_told_by_its_name_or_adjective(word: str, country: str | None) -> None:
    assert country_told_by(word) == country


def test_two_words_are_taken_together_only_where_they_tell_a_country() -> None:
    tree = tree_of("Sri ADJ 1 amod", "Lankan ADJ 2 amod", "forces NOUN -1 root")
    assert country_words(tree, 1) == "Sri Lankan"
    tree = tree_of("large ADJ 2 amod", "Malian ADJ 2 amod", "forces NOUN -1 root")
    assert country_words(tree, 1) == "Malian"
