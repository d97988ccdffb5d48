"""Accounts: what a report sums, and that private names stay out."""

import pytest

from testimonia.weigh.accounts import UNNAMED, accounts_of, distance_km

DOCUMENTS = {"a": "The Daily Example"}


@pytest.mark.parametrize(
    ("report", "sums"),
    [
        ("ASSAULT | ASG | Jolo | 2014-11-14 | killed 5", False),
        ("ASSAULT | ASG | Jolo | 2014-11 | killed 5", False),
        ("ASSAULT | ASG | Jolo | 2014-10/.. | killed 37 | throughout", True),
        ("ASSAULT | ASG | Jolo | ../2014 | killed 37", True),
        ("ASSAULT | ASG | Jolo | 2014-01/2014-10 | killed 37 | throughout", True),
        ("ASSAULT | ASG | Jolo | 2014-01/2014-10 | | throughout", False),
        ("COERCE raid | ASG | Jolo | 2014-11-14 | raids 12", True),
        ("COERCE raid | ASG | Jolo | 2014-11-14 | raids 1", False),
        ("ASSAULT | ASG | Jolo | | killed 5", False),
    ],
)
def test_a_report_of_many_happenings_is_told_from_one(knowledge_of, report, sums):
    (account,) = accounts_of(knowledge_of(documents=DOCUMENTS, reports=[f"a | {report}"]))
    assert account.sums is sums


def test_a_named_party_without_an_entity_is_never_shown(knowledge_of):
    knowledge = knowledge_of(documents=DOCUMENTS, reports=["a | ASSAULT | ASG -> Jane Doe | Jolo | 2014-11-14"])
    private = {referent: entity for referent, entity in knowledge.entity_of.items() if "Doe" not in entity}
    knowledge = type(knowledge)(knowledge.documents, knowledge.sources, knowledge.entities, private, knowledge.claims, knowledge.reports)
    (account,) = accounts_of(knowledge)
    assert account.target[0].name == UNNAMED


def test_distance_is_that_of_the_great_circle():
    assert distance_km((0, 0), (0, 90)) == pytest.approx(10007.5, abs=1)
    assert distance_km((5, 5), (5, 5)) == 0
