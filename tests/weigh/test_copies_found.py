"""Copies in a synthetic collection with known truth: recall and precision that the product promises."""

import pytest
from bench.copies import PRECISION, RECALL, search


@pytest.mark.parametrize("number", [400, 1500])
def test_edited_copies_are_found_and_stories_with_common_background_are_not(number):
    told = search(number)
    assert told["recall"] >= RECALL
    assert told["precision"] >= PRECISION
