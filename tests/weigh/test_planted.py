"""Planted truth: on a synthetic corpus, weighing finds the disputes, agreements, witnesses and figures that were planted, and no more."""

from functools import cache

import pytest
from bench.planted import Planted, PlantedDispute, PlantedEvent, PlantedToll, Side
from bench.synthetic import corpus, knowledge_of

from testimonia.model.event import Toll
from testimonia.model.finding import Dispute
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.weigh.dispute_rules import RULES
from testimonia.weigh.findings import weigh_knowledge

SEEDS = (1, 2, 3)
CLAIMS = 2_000


@cache
def weighed(seed: int) -> tuple[Knowledge, Planted, Findings]:
    knowledge, planted = knowledge_of(list(corpus(CLAIMS, seed=seed, texts=True)))
    return knowledge, planted, weigh_knowledge(knowledge)


def as_planted(dispute: Dispute) -> PlantedDispute:
    sides = frozenset(Side(frozenset(position.claims), position.witnesses) for position in dispute.positions)
    return PlantedDispute(dispute.rule, dispute.certainty, sides)


def toll_as_planted(toll: Toll) -> PlantedToll:
    return PlantedToll(toll.what, toll.of, *(-1 if bound is None else bound.value for bound in (toll.low, toll.best, toll.high)))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_disputes_are_those_planted(seed):
    _, planted, findings = weighed(seed)
    assert {as_planted(dispute) for dispute in findings.disputes} == set(planted.disputes)
    assert len(findings.disputes) == len(planted.disputes)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_agrees_and_its_independent_witnesses_are_those_planted(seed):
    _, planted, findings = weighed(seed)
    assert {Side(frozenset(made.claims), made.witnesses) for made in findings.corroborations} == set(planted.agreements)
    assert all(made.independent is (made.witnesses > 1) for made in findings.corroborations)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_events_and_their_figures_are_those_planted(seed):
    _, planted, findings = weighed(seed)
    found = {PlantedEvent(frozenset(event.reports), tuple(map(toll_as_planted, event.tolls))) for event in findings.events}
    assert found == set(planted.events)


def test_the_corpora_hold_a_dispute_of_every_rule_and_witnesses_that_are_not_independent():
    disputes = [dispute for seed in SEEDS for dispute in weighed(seed)[1].disputes]
    assert {rule.name for rule in RULES} <= {dispute.rule for dispute in disputes}
    agreements = [side for seed in SEEDS for side in weighed(seed)[1].agreements]
    assert sum(side.witnesses < len(side.claims) for side in agreements) > 100


def test_the_same_seed_gives_the_same_corpus():
    one, two = (list(corpus(300, seed=7, texts=True)) for _ in range(2))
    assert one == two
