"""Reading: everything that was read from one document."""

from dataclasses import dataclass

from testimonia.model.claim import Claim
from testimonia.model.event import EventReport
from testimonia.model.problem import Problem
from testimonia.model.referent import Mention, Referent
from testimonia.model.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Reading:
    """One document's referents, mentions, claims, event reports and problems; `reader` names the reader and its version.

    `refusals` say which readings were thought of and not made, in text order; they are shown on request and not stored.
    """

    document: str
    reader: str
    referents: tuple[Referent, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    reports: tuple[EventReport, ...] = ()
    problems: tuple[Problem, ...] = ()
    refusals: tuple[Refusal, ...] = ()
