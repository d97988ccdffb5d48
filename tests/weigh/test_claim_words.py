"""Claim words: the lists are lower case, and no office is in two of them."""

import pytest

from testimonia.weigh.claim_words import claim_words


@pytest.mark.parametrize("name", ["heads", "single_offices", "leading_offices", "anybody"])
def test_words_are_lower_case(name):
    assert claim_words(name) == {word.casefold().strip() for word in claim_words(name)}


def test_an_office_is_one_person_s_or_may_be():
    assert not claim_words("single_offices") & claim_words("leading_offices")
