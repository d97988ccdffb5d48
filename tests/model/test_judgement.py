"""A judgement is on a pair, so it does not matter which side is written first."""

from dataclasses import replace

import pytest

from testimonia.model.judgement import Feature, Judgement

JUDGEMENT = Judgement("r-1", "r-2", "SAME", 0.9, (Feature("stated name", 0.9, "the text states the alias"),), by="resolve.stated")


def test_left_and_right_can_be_exchanged():
    assert replace(JUDGEMENT, left="r-2", right="r-1").id == JUDGEMENT.id


@pytest.mark.parametrize(
    "change",
    [
        {"verdict": "UNSURE"},
        {"by": "coder:anna"},
        {"features": (Feature("same name", 0.9, "the names fold alike"),)},
        {"at": "2024-01-01T00:00:00Z"},
        {"right": "r-3"},
    ],
)
def test_another_decision_is_another_judgement(change):
    assert replace(JUDGEMENT, **change).id != JUDGEMENT.id


def test_the_score_orders_a_queue_and_identifies_nothing():
    assert replace(JUDGEMENT, score=0.2).id == JUDGEMENT.id
