"""Every built-in part, in the order it runs: plain tables, pinned by a test.

Outside parts arrive through the same doors; nothing registers itself on import.
"""

from testimonia.read.claims import (
    capability,
    constructions,
    inclusion,
    lineage,
    membership,
    naming,
    opposition,
    outlook,
    presence,
    relations,
    roles,
    stances,
    strength,
    wings,
)
from testimonia.read.claims.drafts import Rule
from testimonia.read.events import accounts, events, nominal_events, told_tolls
from testimonia.read.events.happenings import EventRule

CLAIM_RULES: tuple[Rule, ...] = (
    *naming.RULES,
    *wings.RULES,
    *membership.RULES,
    *inclusion.RULES,
    *lineage.RULES,
    *relations.RULES,
    *opposition.RULES,
    *outlook.RULES,
    *presence.RULES,
    *strength.RULES,
    *roles.RULES,
    *stances.RULES,  # behind the roles: an officer speaks for the body
    *capability.RULES,
    *constructions.RULES,
)
"""Rules that propose claims. Naming and roles come first where later rules ask the scene who is meant."""

EVENT_RULES: tuple[EventRule, ...] = (*events.RULES, *nominal_events.RULES, *told_tolls.RULES, *accounts.RULES)
"""Rules that propose event reports."""

RULES: tuple[Rule | EventRule, ...] = (*CLAIM_RULES, *EVENT_RULES)
"""All of them; each one's docstring is the reason that people are shown."""

READER = "grammar"
"""The name of the built-in reader."""
