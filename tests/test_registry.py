"""The tables of built-in parts: pinned, so that nothing comes or goes unnoticed."""

import inspect

import pytest

from testimonia import registry
from testimonia.model.kinds import PREDICATES
from testimonia.read import capability, frame, lineage, listing, membership, naming, outlook, presence, relations, roles, strength, wings

FAMILIES = (naming, wings, membership, lineage, relations, outlook, presence, strength, roles, capability)


def test_the_rules_are_these_in_this_order() -> None:
    names = [f"{rule.__module__.rsplit('.', 1)[1]}.{rule.__name__}" for rule in registry.RULES]
    assert names == [
        "naming.read_asides",
        "naming.read_aliases",
        "naming.read_renamings",
        "naming.read_namesakes",
        "wings.read_wings",
        "wings.read_bracketed_wings",
        "wings.read_units",
        "wings.read_affiliations",
        "wings.read_possessions",
        "membership.read_members",
        "membership.read_joining",
        "membership.read_inclusions",
        "membership.read_formations",
        "membership.read_coalitions_of",
        "membership.read_belonging",
        "lineage.read_splits",
        "lineage.read_mergers",
        "lineage.read_foundings",
        "lineage.read_endings",
        "relations.read_joint_action",
        "relations.read_opposition",
        "outlook.read_ideology",
        "outlook.read_positions",
        "presence.read_presence",
        "presence.read_located_groups",
        "strength.read_strength",
        "roles.read_role_nouns",
        "roles.read_leading",
        "capability.read_capability",
        "events.read_verbal_events",
        "events.read_war_participation",
        "nominal_events.read_nominal_events",
    ]


@pytest.mark.parametrize("rule", registry.RULES, ids=lambda rule: rule.__name__)
def test_every_rule_gives_people_a_reason(rule: object) -> None:
    reason = inspect.getdoc(rule)
    assert reason is not None
    assert reason.splitlines()[0].endswith(".")
    assert len(reason.split()) > 8


def test_every_predicate_of_the_codebook_has_a_family() -> None:
    told = {predicate for family in FAMILIES for predicate in family.PREDICATES}
    assert told == set(PREDICATES)


def test_rules_outside_the_tables_have_reasons_too() -> None:
    for rule in (frame.read_letterhead, listing.read_listed_members):
        assert len((inspect.getdoc(rule) or "").split()) > 8
