"""Features add up to a score, and each kind of doubt is outweighed by the evidence that it needs and by no weaker one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.model.judgement import Feature
from testimonia.resolve import scoring
from testimonia.resolve.compare import AGREE, OTHER_SPELLING
from testimonia.resolve.scoring import SAME_FROM, parts, score_of, verdict_of

ALIAS, PARENT, COMPANY = scoring.CALLED_ALIKE, scoring.ONE_PARENT, scoring.COMPANY
DOUBTS = {
    scoring.SLIGHT: {ALIAS, PARENT, COMPANY},
    scoring.GRAVE: {ALIAS, PARENT},
    scoring.SEVERE: {ALIAS},
    scoring.FACTION: set(),
}


def _features(*weights: float) -> tuple[Feature, ...]:
    return tuple(Feature(f"feature {at}", weight, "seen") for at, weight in enumerate(weights))


@pytest.mark.parametrize("doubt", DOUBTS)
@pytest.mark.parametrize("evidence", [ALIAS, PARENT, COMPANY])
@pytest.mark.parametrize("base", [AGREE, AGREE + OTHER_SPELLING])
def test_a_doubt_is_outweighed_by_the_evidence_it_needs_only(doubt, evidence, base):
    outweighed = verdict_of(_features(base, doubt, evidence)) == "SAME"
    assert outweighed == (evidence in DOUBTS[doubt])


def test_names_that_agree_are_one_by_themselves_and_a_doubt_alone_leaves_them_open():
    assert verdict_of(_features(AGREE)) == "SAME"
    assert all(verdict_of(_features(AGREE, doubt)) == "UNSURE" for doubt in DOUBTS)


def test_what_parts_two_bodies_is_outweighed_by_nothing():
    found = _features(AGREE, scoring.PARTS, ALIAS, PARENT, COMPANY)
    assert parts(found)
    assert verdict_of(found) == "DIFFERENT"


@given(st.lists(st.floats(-1.5, 1.5), max_size=8))
def test_a_score_lies_between_two_bodies_and_one_and_the_order_does_not_matter(weights):
    features = _features(*weights)
    assert 0.0 <= score_of(features) <= 1.0
    assert abs(score_of(features) - score_of(reversed(features))) <= 0.001
    assert verdict_of(features) in ("SAME", "UNSURE")
    assert (verdict_of(features) == "SAME") == (score_of(features) >= SAME_FROM)
