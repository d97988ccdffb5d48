"""Event marks: a number over all that an event, and what its reports agree on, is worked out and written from, as `marks` for claims.

A report's mark covers what it says, where and by which voices, with everything known of the parties that it names. An event's covers its
reports and what ties them.
"""

from collections.abc import Iterable

import numpy as np

from testimonia.model.best_rule import BestRule
from testimonia.model.knowledge import Knowledge
from testimonia.model.party import Party
from testimonia.weigh.columns import code_of
from testimonia.weigh.events import Tied
from testimonia.weigh.marks import Behind
from testimonia.weigh.numbers import Numbers, distinct, looked_up, mixed
from testimonia.weigh.recalled import Recalled
from testimonia.weigh.reports import Reports

_STATED = ("id", "start", "document_code", "chain_code", "type", "mode", "status", "recurrent", "stance", "time", "figures")
_SIDES = ("initiator", "target", "where", "responsibility")


def event_marks(tied: Tied, reports: Reports, recalled: Recalled, *, behind: Behind, best_of: BestRule) -> Numbers:
    """Give events their marks.

    Args:
        tied: Which reports are one event, and why.
        reports: The reports of a corpus.
        recalled: Makes what codes in them stand for.
        behind: What their voices and documents stand for.
        best_of: How the best of several figures is chosen.

    Returns:
        One number an event.
    """
    each = _report_marks(reports, recalled, behind)[tied.members.rows]
    with np.errstate(over="ignore"):
        found = np.add.reduceat(each, tied.members.starts) if len(tied) else each[:0]
    why = np.zeros(len(tied), np.uint64)
    for event, (_, ties) in tied.groups.items():
        why[event] = code_of(repr([tie.features for tie in ties]))
    return mixed(found, why, code_of(repr(best_of)), behind.register)


def _report_marks(reports: Reports, recalled: Recalled, behind: Behind) -> Numbers:
    lines, known = reports.lines, _Known(recalled.knowledge)
    codes = distinct(np.concatenate([lines[name] for name in _SIDES]))
    sides = np.array([known.parties(side) for side in recalled.sides(codes)], np.uint64)
    counts = distinct(lines["figures"])
    counted = recalled.figures(counts)
    counting = np.array([known.parties(figure.of for figure in one if figure.of is not None) for one in counted], np.uint64)
    return mixed(
        *(lines[name] for name in (*_STATED, *_SIDES)),
        *(looked_up(lines[name], codes, sides) for name in _SIDES),
        looked_up(lines["figures"], counts, counting),
        behind.voices[lines["chain"]],
        behind.documents[lines["document"]],
    )


class _Known:
    """What is known of parties, as numbers."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._codes: dict[str, int] = {}

    def parties(self, parties: Iterable[Party]) -> int:
        found = [self._entity(entity) for party in parties if (entity := self._knowledge.entity_of.get(party.referent or "")) is not None]
        return code_of(" ".join(map(str, found)))

    def _entity(self, name: str) -> int:
        if name not in self._codes:
            self._codes[name] = code_of(repr(self._knowledge.entities.get(name)))
        return self._codes[name]
