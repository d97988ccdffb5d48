"""Corroborations of events: that it happened is told by more than one document or voice."""

from collections.abc import Mapping, Sequence

from testimonia.model.event import Event
from testimonia.model.finding import Corroboration
from testimonia.weigh.accounts import Account
from testimonia.weigh.agreement import agreed_time, stances_of
from testimonia.weigh.event_disputes import name_of_event
from testimonia.weigh.independence import Witnesses, count_independent, explain


def event_corroborations_of(events: Sequence[Event], *, accounts: Mapping[str, Account], witnesses: Witnesses) -> tuple[Corroboration, ...]:
    """Group the reports that agree that an event happened.

    Args:
        events: The events tied from the reports.
        accounts: The prepared reports by id.
        witnesses: The witnesses of the same knowledge.

    Returns:
        One corroboration per event that several documents or voices tell of, sorted by what it is about and by id; denials count for
        nothing.
    """
    found = []
    for event in events:
        reports = [accounts[name] for name in event.reports if accounts[name].report.status != "denied"]
        chains = {(account.report.document, account.voice) for account in reports}
        if len(chains) > 1:
            behind = [witnesses.of(account.report.document, account.report.attribution, when=account.report.when) for account in reports]
            count = count_independent(behind)
            why = f"{event.why.removesuffix('.')}; {explain(behind)}"
            ids, told = tuple(account.id for account in reports), [account.report for account in reports]
            time = agreed_time([report.when for report in told])
            found.append(
                Corroboration(
                    name_of_event(reports),
                    ids,
                    count > 1,
                    count,
                    why,
                    stances=stances_of([report.attribution for report in told]),
                    agreed=() if time is None else (time,),
                )
            )
    return tuple(sorted(found, key=lambda made: (made.about, made.id)))
