"""The whole of weighing: from what is claimed to what agrees, what cannot all hold, and what happened as the reports tell it."""

from collections.abc import Mapping

from testimonia.model.best_rule import BestRule
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.weigh.accounts import accounts_of
from testimonia.weigh.assertions import assertions_of
from testimonia.weigh.copies import Copy
from testimonia.weigh.corroborations import corroborations_of
from testimonia.weigh.disputes import disputes_of
from testimonia.weigh.event_corroborations import event_corroborations_of
from testimonia.weigh.event_disputes import event_disputes_of
from testimonia.weigh.events import events_of
from testimonia.weigh.independence import Witnesses
from testimonia.weigh.memory import uncollected


def weigh_knowledge(
    knowledge: Knowledge,
    *,
    background: Knowledge | None = None,
    best_of: BestRule | None = None,
    copies: Mapping[str, Copy] | None = None,
) -> Findings:
    """Weigh everything that is known: tie reports to events, and find what agrees and what cannot all hold.

    It decides nothing: which of two positions is true is left to the reader.

    Args:
        knowledge: Documents, claims, event reports and entities. Documents without text are never taken for copies.
        background: All that is known, where `knowledge` is what a lens has left: who has it from whom and who speaks for whom does not
            depend on whose word is taken.
        best_of: How the best of several figures is chosen, None for the usual way.
        copies: Which documents are copies, None to find it out from their texts.

    Returns:
        Events in the order of their first report; corroborations and disputes, those of claims before those of events, each in a stable
        order.
    """
    with uncollected():
        return _weighed(knowledge, background or knowledge, best_of or BestRule(), copies)


def _weighed(knowledge: Knowledge, background: Knowledge, best_of: BestRule, copies: Mapping[str, Copy] | None) -> Findings:
    assertions = assertions_of(knowledge)
    witnesses = Witnesses(background, assertions if background is knowledge else assertions_of(background), copies=copies)
    prepared = accounts_of(knowledge)
    events = events_of(knowledge, prepared, witnesses=witnesses, best_of=best_of)
    accounts = {account.id: account for account in prepared}
    return Findings(
        events=events,
        corroborations=(
            *corroborations_of(knowledge, assertions, witnesses=witnesses),
            *event_corroborations_of(events, accounts=accounts, witnesses=witnesses),
        ),
        disputes=(
            *disputes_of(knowledge, assertions, witnesses=witnesses),
            *event_disputes_of(knowledge, events, accounts=accounts, witnesses=witnesses),
        ),
    )
