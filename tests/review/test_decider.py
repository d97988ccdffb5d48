"""A decision needs somebody's name."""

import pytest

from testimonia.errors import DecisionError
from testimonia.review.decider import Decider


def test_a_decider_has_a_name_a_moment_and_a_reason() -> None:
    assert Decider("anna", "2024-01-01T00:00:00Z").because == ""


@pytest.mark.parametrize("by", ["", " ", "rule:names"])
def test_nobody_and_a_rule_decide_nothing(by: str) -> None:
    with pytest.raises(DecisionError, match="needs the name"):
        Decider(by, "2024-01-01T00:00:00Z")
