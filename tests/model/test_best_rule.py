"""BestRule: the order of criteria, in words, and what it refuses."""

import pytest

from testimonia.errors import LensError
from testimonia.model.best_rule import BestRule
from testimonia.model.lens import Lens


def test_the_rule_reads_as_a_sentence():
    told = (
        "the figure with the most independent witnesses; among those the publication closest to the event; among those the narrowest range"
    )
    assert BestRule().in_words == f"{told}; among those the median"
    assert BestRule(()).in_words == "the median of all figures"


@pytest.mark.parametrize(("criteria", "says"), [(("loudest",), "'loudest' is no way"), (("latest", "latest"), "named twice")])
def test_what_nobody_can_mean_is_refused(criteria, says):
    with pytest.raises(LensError, match=says):
        BestRule(criteria)


def test_another_rule_is_another_lens():
    assert not Lens("low", best_of=BestRule(("lowest",))).takes_everything
