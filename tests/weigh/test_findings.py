"""Weighing as a whole: stable, complete, and near-linear."""

import time
from dataclasses import replace

import pytest

from testimonia.model.knowledge import Findings
from testimonia.weigh import __all__ as exported
from testimonia.weigh import weigh_knowledge

SYLLABLES = ["ba", "co", "di", "fu", "ga", "hel", "jin", "ko", "lam", "mor", "nar", "pel", "qui", "ros", "sun", "tiv"]


def name(number: int) -> str:
    """Spell a number in syllables, so that names differ as real ones do."""
    return "".join(SYLLABLES[number // 16**place % 16] for place in range(3, -1, -1)).title()


def crowd(size: int) -> dict:
    """Many bodies, each with two founding dates, a wing told twice and an attack told twice."""
    documents = {f"d{number}": f"Paper {number % 50}; 2015" for number in range(size)}
    claims, reports = [], []
    for number in range(size):
        group, town = f"{name(number // 2)} Brigade", name(number // 2 % 400 * 7)
        claims.append(f"d{number} | {group} | founded | | {1960 + number % 2 * 5}")
        claims.append(f"d{number} | {group} | armed_wing_of | Party of {name(number // 2)}")
        day = f"{2000 + number // 2 % 11}-{1 + number // 2 % 12:02d}-{1 + number // 2 % 28:02d}"
        reports.append(f"d{number} | ASSAULT | {group} -> Army | {town} | {day} | killed {number % 3}")
    return {"documents": documents, "claims": claims, "reports": reports}


def test_nothing_known_gives_nothing_found(knowledge_of):
    assert weigh_knowledge(knowledge_of()) == Findings()


def test_planted_disputes_agreements_and_events_are_all_found(knowledge_of):
    made = weigh_knowledge(knowledge_of(**crowd(200)))
    assert sum(dispute.rule == "exclusive_date" for dispute in made.disputes) == 100
    assert sum("armed wing" in agreement.about for agreement in made.corroborations) == 100
    assert len(made.events) == 100
    assert made == weigh_knowledge(knowledge_of(**crowd(200)))


def test_the_order_in_which_things_come_changes_nothing(knowledge_of):
    knowledge = knowledge_of(**crowd(60))
    turned = replace(
        knowledge,
        claims=knowledge.claims[::-1],
        reports=knowledge.reports[::-1],
        documents=dict(reversed(knowledge.documents.items())),
        entities=dict(reversed(knowledge.entities.items())),
    )
    assert weigh_knowledge(knowledge) == weigh_knowledge(turned)


@pytest.mark.slow
def test_cost_grows_about_linearly(knowledge_of):
    small, large = knowledge_of(**crowd(500)), knowledge_of(**crowd(4000))
    clock = []
    for knowledge in (small, large):
        start = time.process_time()
        weigh_knowledge(knowledge)
        clock.append(time.process_time() - start)
    assert clock[1] < 8 * 4 * max(clock[0], 0.05)


def test_public_names_are_sorted():
    assert list(exported) == sorted(exported)
