"""Reweighed: weigh only what has changed since it was weighed last.

Groups of claims that agree and blocks of claims in which a rule finds a dispute are units; each has a mark over all that its findings are
worked out and written from (`Weighing.marks`). Marks are worked out in columns, for all units at once; only the findings of units with a
mark that is new are written. Events are tied anew each time, in columns too, and have marks over their reports and what ties them
(`Weighing.event_marks`); what is disputed of events is found anew, and the mark of each dispute is its content.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict
from itertools import chain

import numpy as np

from testimonia.model.best_rule import BestRule
from testimonia.model.event import Event
from testimonia.model.finding import Corroboration
from testimonia.model.reweighed import Finding, Reweighed, Unit
from testimonia.weigh.columns import code_of
from testimonia.weigh.grouping import Groups, agreeing_claims
from testimonia.weigh.snapshots import Kept, Weighing
from testimonia.weigh.tolls import BY_DEFAULT

AGREEMENT, EVENT = "agreement", "event"
CONTENT = "content"
"""Units whose mark is the finding itself."""


def reweigh(weighing: Weighing, earlier: Collection[Unit], *, best_of: BestRule = BY_DEFAULT) -> Reweighed:
    """Weigh what has changed.

    Args:
        weighing: The corpus as it is now.
        earlier: The units whose findings are at hand.
        best_of: How the best of several figures is chosen.

    Returns:
        Findings of the other units; together with those at hand they are what weighing everything finds.
    """
    known = frozenset(earlier)
    stands, found = set[Unit](), dict[Unit, tuple[Finding, ...]]()
    for unit, findings in (*claims_reweighed(weighing, known), *events_reweighed(weighing, known, best_of=best_of)):
        if unit in known:
            stands.add(unit)
        else:
            found[unit] = findings
    return Reweighed(frozenset(stands), found)


def claims_reweighed(weighing: Weighing, known: frozenset[Unit]) -> Iterator[tuple[Unit, tuple[Finding, ...]]]:
    """Weigh what has changed of what is found about claims.

    Args:
        weighing: The corpus as it is now.
        known: The units whose findings are at hand.

    Yields:
        All units that stand now, with the findings of those that are not known.
    """
    yield from _agreements(weighing, known)
    yield from _disputes(weighing, known)


def events_reweighed(
    weighing: Weighing, known: frozenset[Unit], *, best_of: BestRule = BY_DEFAULT
) -> Iterator[tuple[Unit, tuple[Finding, ...]]]:
    """Weigh what has changed of events and of what is found about them.

    Args:
        weighing: The corpus as it is now.
        known: The units whose findings are at hand.
        best_of: How the best of several figures is chosen.

    Yields:
        All units that stand now, with the findings of those that are not known.
    """
    yield from _events(weighing, known, best_of)
    yield from _event_disputes(weighing)


def _agreements(weighing: Weighing, known: frozenset[Unit]) -> Iterator[tuple[Unit, tuple[Finding, ...]]]:
    groups = agreeing_claims(weighing.claims)
    marks = weighing.marks(groups.members, {})
    units = [(AGREEMENT, mark) for mark in marks.view(np.int64).tolist()]
    new = np.array([unit not in known for unit in units], bool)
    yield from ((unit, ()) for unit in units if unit in known)
    written = weighing.corroborations(Groups(groups.members.kept(new), groups.block[new]))
    yield from ((unit, (made,)) for unit, made in zip((unit for unit in units if unit not in known), written, strict=True))


def _disputes(weighing: Weighing, known: frozenset[Unit]) -> Iterator[tuple[Unit, tuple[Finding, ...]]]:
    kept: Kept = {(rule, mark % 2**64): () for rule, mark in known if rule not in (AGREEMENT, EVENT, CONTENT)}
    for (rule, mark), disputes in weighing.disputes(earlier=kept).items():
        yield (rule, mark - 2**64 if mark >= 2**63 else mark), disputes


def _events(weighing: Weighing, known: frozenset[Unit], best_of: BestRule) -> Iterator[tuple[Unit, tuple[Finding, ...]]]:
    """Write the events that are new or changed, each with what its reports agree on."""
    units = [(EVENT, mark) for mark in weighing.event_marks(best_of=best_of).view(np.int64).tolist()]
    yield from ((unit, ()) for unit in units if unit in known)
    new = np.array([number for number, unit in enumerate(units) if unit not in known], np.int64)
    written = zip(new.tolist(), chain.from_iterable(_with_agreed(*made) for made in weighing.written(new, best_of=best_of)), strict=True)
    yield from ((units[number], findings) for number, findings in written)


def _with_agreed(events: Sequence[Event], agreed: Sequence[Corroboration]) -> Iterator[tuple[Finding, ...]]:
    event_of = {report: event.id for event in events for report in event.reports}
    told = {event_of[one.claims[0]]: one for one in agreed}
    return ((event, told[event.id]) if event.id in told else (event,) for event in events)


def _event_disputes(weighing: Weighing) -> Iterator[tuple[Unit, tuple[Finding, ...]]]:
    for dispute in weighing.event_disputes():
        code = code_of(json.dumps(asdict(dispute), ensure_ascii=False))
        yield (CONTENT, code - 2**64 if code >= 2**63 else code), (dispute,)
