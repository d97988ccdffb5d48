"""The rules of dispute in words, as people read them beside a dispute."""

from collections.abc import Mapping

from testimonia.weigh.dispute_rules import RULES

OF_EVENTS: Mapping[str, str] = {
    "event_figures": "Two counts of the same people in one event whose ranges do not meet cannot both be right.",
    "event_part_over_total": "A count of one side cannot exceed the count of all sides; the smaller figure may count one side only.",
    "event_places": "One event cannot have happened in two settlements that lie far apart; one name may stand for a wider area.",
    "event_denied": "An event cannot both have happened and not have happened.",
    "event_blame": "Different sides are named for one event; that several took part would have to be said.",
    "event_days": "What may be one event, with one place and one figure, is told of days that share none.",
}
"""The rules of `event_disputes` by name."""


def dispute_reasons() -> dict[str, str]:
    """Give the reason behind each rule of dispute.

    Returns:
        By the rule's name, a sentence or a few.
    """
    return {rule.name: rule.reason.replace("\n", " ") for rule in RULES} | dict(OF_EVENTS)
