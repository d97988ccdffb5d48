"""The whole of weighing: from what is claimed to what agrees, what cannot all hold, and what happened as the reports tell it."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from testimonia.model.best_rule import BestRule
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.weigh.accounts import accounts_of
from testimonia.weigh.assertions import Assertion, assertions_of, bodies_above
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
        behind = background_of(background or knowledge, copies=copies)
        assertions = behind.assertions if behind.knowledge is knowledge else assertions_of(knowledge)
        return _weighed(knowledge, assertions, behind.witnesses, best_of or BestRule())


@dataclass(frozen=True, slots=True)
class Background:
    """All that is known, prepared once: its assertions, and who has it from whom."""

    knowledge: Knowledge
    assertions: tuple[Assertion, ...]
    witnesses: Witnesses


def background_of(knowledge: Knowledge, *, copies: Mapping[str, Copy] | None = None) -> Background:
    """Prepare what does not depend on whose word is taken.

    Args:
        knowledge: All that is known.
        copies: Which documents are copies, None to find it out from their texts.

    Returns:
        The background for what a lens leaves of it.
    """
    assertions = assertions_of(knowledge)
    return Background(knowledge, assertions, Witnesses(knowledge, assertions, copies=copies))


def weigh_against(
    left: Knowledge, background: Background, *, best_of: BestRule | None = None, only: Container[str] | None = None
) -> Findings:
    """Weigh what a lens leaves of a prepared background.

    Args:
        left: What the lens leaves.
        background: All that is known.
        best_of: How the best of several figures is chosen, None for the usual way.
        only: Claims between which agreements and clashes are wanted, where the others only say who belongs to whom; None for all.

    Returns:
        What `weigh_knowledge` gives, as far as wanted.
    """
    with uncollected():
        # A lens leaves the very records that it was given; to name each by its hash once more would take longest of all.
        above, taken = bodies_above(left), set(map(id, left.claims))
        known = (made for made in background.assertions if id(made.claim) in taken and (only is None or made.id in only))
        assertions = [replace(made, above=above.get(made.target or "", frozenset())) for made in known]
        return _weighed(left, assertions, background.witnesses, best_of or BestRule())


def _weighed(knowledge: Knowledge, assertions: Sequence[Assertion], witnesses: Witnesses, best_of: BestRule) -> Findings:
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
