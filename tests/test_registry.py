"""The tables of built-in parts: pinned, so that nothing comes or goes unnoticed."""

import inspect

import pytest

from testimonia import registry
from testimonia.model.kinds import PREDICATES
from testimonia.read.claims import (
    capability,
    inclusion,
    labelled,
    lineage,
    listing,
    membership,
    naming,
    opposition,
    outlook,
    patterns,
    presence,
    relations,
    roles,
    strength,
    wings,
)
from testimonia.read.voices import frame

FAMILIES = (
    naming,
    wings,
    membership,
    lineage,
    relations,
    opposition,
    inclusion,
    outlook,
    presence,
    strength,
    roles,
    capability,
    patterns,
)


def test_the_rules_are_these_in_this_order() -> None:
    names = [f"{rule.__module__.rsplit('.', 1)[1]}.{rule.__name__}" for rule in registry.RULES]
    assert names == [
        "naming.read_asides",
        "naming.read_acronyms",
        "naming.read_quoted_names",
        "naming.read_aliases",
        "naming.read_translations",
        "naming.read_named_languages",
        "naming.read_renamings",
        "naming.read_becoming",
        "namesakes.read_namesakes",
        "wings.read_wings",
        "wings.read_bracketed_wings",
        "wings.read_units",
        "wings.read_affiliations",
        "wings.read_possessions",
        "wings.read_unit_owners",
        "wings.read_unit_chains",
        "own_forces.read_own_forces",
        "own_forces.read_own_units",
        "ties.read_compound_ties",
        "membership.read_members",
        "membership.read_joining",
        "membership.read_leavings",
        "membership.read_formations",
        "membership.read_belonging",
        "inclusion.read_inclusions",
        "inclusion.read_examples",
        "inclusion.read_counted_members",
        "inclusion.read_coalitions_of",
        "enumerations.read_owned_lists",
        "enumerations.read_told_lists",
        "enumerations.read_inverted_lists",
        "enumerations.read_lists_under",
        "enumerations.read_further_members",
        "enumerations.read_gatherings",
        "lineage.read_splits",
        "lineage.read_mergers",
        "lineage.read_merger_nouns",
        "lineage.read_foundings",
        "lineage.read_endings",
        "lineage.read_ending_nouns",
        "lineage.read_existence",
        "partings.read_departures",
        "partings.read_walkouts",
        "partings.read_breakups",
        "partings.read_schisms",
        "partings.read_halves",
        "profile_lines.read_name_lines",
        "profile_lines.read_absorptions",
        "profile_lines.read_fusions",
        "relations.read_joint_action",
        "relations.read_joint_agents",
        "relations.read_ended_alliances",
        "relations.read_denied_ties",
        "relations.read_mutual_ties",
        "opposition.read_opposition",
        "opposition.read_feuds",
        "opposition.read_aims",
        "outlook.read_ideology",
        "outlook.read_called_by_ideology",
        "positions.read_positions",
        "positions.read_obligations",
        "positions.read_aims",
        "presence_phrases.read_based_names",
        "presence_phrases.read_seat_words",
        "presence_phrases.read_openers",
        "presence.read_presence",
        "presence.read_whereabouts",
        "presence.read_found",
        "presence.read_holdings",
        "presence.read_seats",
        "presence.read_located_groups",
        "strength_phrases.read_strength_phrases",
        "strength.read_strength",
        "strength.read_measures",
        "strength.read_strong_names",
        "strength_lines.read_strength_lines",
        "roles.read_role_nouns",
        "leading.read_leading",
        "leading.read_possessed",
        "leading.read_leadership",
        "leading.read_standing_under",
        "officers.read_bracketed_officers",
        "officers.read_signatures",
        "successions.read_successions",
        "stances.read_refusals",
        "stances.read_quoted_stances",
        "stances.read_own_aims",
        "stances.read_withheld",
        "capability.read_capability",
        "capability.read_possession",
        "capability.read_use",
        "constructions.read_constructions",
        "life_spans.read_life_spans",
        "events.read_verbal_events",
        "phrased_events.read_phrased_events",
        "toll_phrases.read_tolls",
        "events.read_war_participation",
        "nominal_events.read_nominal_events",
        "toll_brackets.read_toll_brackets",
        "told_tolls.read_told_tolls",
        "accounts.read_accusations",
        "accounts.read_denials",
        "accounts.read_granted",
        "accounts.read_claims",
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
    for rule in (frame.read_letterhead, listing.read_listed_members, labelled.read_labelled_lines):
        assert len((inspect.getdoc(rule) or "").split()) > 8
