"""Every rule that can find a dispute says for people why what it found cannot all hold."""

import inspect
import re

from testimonia.weigh import dispute_rules, event_disputes
from testimonia.weigh.dispute_reasons import OF_EVENTS, dispute_reasons


def test_every_rule_has_a_reason_in_a_sentence() -> None:
    reasons = dispute_reasons()
    assert {rule.name for rule in dispute_rules.RULES} <= set(reasons)
    assert all(re.match(r"[A-Z].+\.$", reason) and "\n" not in reason for reason in reasons.values())


def test_the_rules_of_events_are_those_that_there_are() -> None:
    used = set(re.findall(r'"(event_[a-z_]+)"', inspect.getsource(event_disputes)))
    assert used == set(OF_EVENTS)
