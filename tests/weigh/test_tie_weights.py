"""Tie weights: the whole is more than day and place, and what parts outweighs all."""

from testimonia.model.judgement import Feature
from testimonia.weigh.tie_weights import ENOUGH, PARTS, SAME_DAY, SAME_PLACE, against, is_enough, parts, score_of

DAY, PLACE = Feature("time", SAME_DAY, "day"), Feature("place", SAME_PLACE, "place")


def test_day_and_place_never_suffice_whatever_they_weigh():
    assert score_of([DAY, PLACE]) < ENOUGH
    assert not is_enough([DAY, PLACE, Feature("place", 9.0, "")])
    assert not is_enough([DAY, Feature("initiator", 9.0, "")])
    assert is_enough([DAY, PLACE, Feature("mode", 1.0, "")])


def test_what_parts_is_outweighed_by_nothing():
    seen = [DAY, PLACE, Feature("figures", 90.0, ""), Feature("time", PARTS, "")]
    assert parts(seen)
    assert not is_enough(seen)
    assert against(seen) <= PARTS


def test_vague_days_and_akin_types_keep_nobody_out_of_a_group():
    vague = [Feature("time", -1.5, ""), Feature("type", -0.25, "")]
    assert against(vague) == 0
    assert against([*vague, Feature("target", -1.0, "")]) == -1.0
    assert against([DAY, PLACE, Feature("figures", 2.0, ""), Feature("target", -1.0, "")]) == 0  # tied themselves
