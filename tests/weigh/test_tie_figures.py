"""Figures and manner: what equal, close and distant counts say, and modes that two sources give to one happening."""

import pytest

from testimonia.weigh.accounts import accounts_of
from testimonia.weigh.tie_figures import figure_features, manner_features

DOCUMENTS = {"a": "The Daily Example; 2015-06-01", "b": "Sample News; 2015-06-02"}


def told(knowledge_of, left, right, *, of=figure_features, times=("2015-05-20", "2015-05-20")):
    reports = [
        f"{document} | ASSAULT | IS | Gao | {time} | {side}" for document, time, side in zip("ab", times, (left, right), strict=True)
    ]
    return [(feature.words, feature.weight > 0) for feature in of(*accounts_of(knowledge_of(documents=DOCUMENTS, reports=reports)))]


@pytest.mark.parametrize(
    ("left", "right", "expect"),
    [
        ("killed 16", "killed 16", [("the same figure (killed)", True)]),
        ("killed 16, injured 3", "killed 16, injured 3", [("the same figure (killed, injured)", True)]),
        ("killed 16", "killed 16 of ~soldiers", [("the same figure (killed)", True)]),
        ("killed 147", "killed 148", [("nearly the same figure (killed)", True)]),
        ("killed 20+", "killed 23", [("close figures (killed)", True)]),
        ("killed 20", "killed 30", []),
        ("killed 20", "killed 50", [("other figures (killed)", False)]),
        ("killed 16", "injured 16", []),
        ("killed 37 of ~rebels", "killed 20 of ~soldiers", []),
        ("killed 0", "killed 0", []),
        ("", "killed 5", []),
    ],
)
def test_counts_of_one_thing_are_compared(knowledge_of, left, right, expect):
    assert told(knowledge_of, left, right) == expect


def test_the_farther_apart_the_more_it_speaks_against(knowledge_of):
    weights = []
    for other in (21, 30, 50, 200):
        lines = [f"a | ASSAULT | IS | Gao | 2015-05-20 | killed {20}", f"b | ASSAULT | IS | Gao | 2015-05-20 | killed {other}"]
        weights.append(sum(feature.weight for feature in figure_features(*accounts_of(knowledge_of(documents=DOCUMENTS, reports=lines)))))
    assert weights == sorted(weights, reverse=True)
    assert weights[0] > 0 > weights[-1]


def test_a_larger_count_over_a_longer_time_may_be_a_sum(knowledge_of):
    expect = [("figures of which one may be a sum (killed)", False)]
    assert told(knowledge_of, "killed 15", "killed 81", times=("2015-05-13", "2015-05")) == expect
    assert told(knowledge_of, "killed 81", "killed 15", times=("2015-05", "2015-05-13")) == expect
    assert told(knowledge_of, "killed 15", "killed 81", times=("2015-05", "2015-05-13")) != expect


@pytest.mark.parametrize(
    ("left", "right", "expect"),
    [
        ("ASSAULT explosives", "ASSAULT explosives", ["the same mode (explosives)"]),
        ("ASSAULT explosives", "ASSAULT suicide-attack", ["akin modes (explosives, suicide-attack)"]),
        ("ASSAULT abduct", "ASSAULT explosives", ["other modes (abduct, explosives)"]),
        ("ASSAULT", "ASSAULT explosives", []),
        ("ASSAULT", "COERCE seize", ["akin types (ASSAULT, COERCE)"]),
        ("ASSAULT", "COERCE curfew", ["an order and what is no order"]),
        ("RETREAT ceasefire", "RETREAT ceasefire", ["the same mode (ceasefire)", "what a party seldom does twice (ceasefire)"]),
        ("AGREE", "AGREE", ["what a party seldom does twice (AGREE)"]),
    ],
)
def test_manner_is_compared_by_type_and_mode(knowledge_of, left, right, expect):
    reports = [f"a | {left} | FARC | | 2015-05", f"b | {right} | FARC | | 2015-05"]
    assert [feature.words for feature in manner_features(*accounts_of(knowledge_of(documents=DOCUMENTS, reports=reports)))] == expect
