"""Decision: what somebody says of a proposed claim or event report; and Standing: what follows from all that was decided of one.

Decisions are appended and never changed. What stands is worked out from them alone:

1. Of each person the latest verdict counts that was not taken back. Comments and withdrawals say nothing of the record.
2. Of these, those do not count that another one settles: who decides knowing that others decided otherwise may name their decisions.
3. No verdict left: the record is `proposed`, as the reader made it. All of one mind: it is `accepted`, `corrected` (the correction stands
   in its place) or `rejected` (nothing stands). Otherwise it is `contested`: the record stands as it was proposed, marked, and counts as
   reviewed for nobody until one of them changes their mind or somebody settles it.

A record added by hand is the one that its author accepted when adding it; where no verdict is left, it stands no more.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from testimonia.model.claim import Claim, Proposal
from testimonia.model.event import EventReport
from testimonia.model.identifiers import identify
from testimonia.model.referent import Mention, Referent

DecisionVerdict = Literal["ACCEPTED", "CORRECTED", "REJECTED", "COMMENTED", "WITHDRAWN"]
ReviewState = Literal["proposed", "accepted", "corrected", "rejected", "contested"]
RecordKind = Literal["claim", "report"]
Said = Claim | EventReport

VERDICTS: tuple[DecisionVerdict, ...] = get_args(DecisionVerdict)
REVIEW_STATES: tuple[ReviewState, ...] = get_args(ReviewState)
REVIEWED: frozenset[ReviewState] = frozenset(("accepted", "corrected"))
"""States in which somebody has looked at a record and stands by what is there."""

_STATES: dict[str, ReviewState] = {"ACCEPTED": "accepted", "CORRECTED": "corrected", "REJECTED": "rejected"}
_NOBODY = Proposal("", "")


@dataclass(frozen=True, slots=True)
class Decision:
    """What one person decided of one record, when (ISO 8601, UTC) and why.

    `record` is the id of the claim or report decided on, `document` where it stands. `made` is what a CORRECTED one puts in its place, or
    the record itself where an ACCEPTED one adds it by hand; `referents` and `mentions` are what its author named anew in the document.
    `withdraws` is the decision that a WITHDRAWN one takes back; `settles` are decisions of others that this one takes the place of.
    A comment on a document itself (`record` is `document`) holds whom and what somebody named in it without saying anything of them.
    """

    record: str
    document: str
    verdict: DecisionVerdict
    by: str
    at: str
    comment: str = ""
    made: Said | None = None
    referents: tuple[Referent, ...] = ()
    mentions: tuple[Mention, ...] = ()
    withdraws: str | None = None
    settles: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """A content hash over all of it."""
        named = (self.referents, self.mentions) if self.referents or self.mentions else ()
        return identify(
            "z", self.record, self.verdict, self.by, self.at, self.comment, self.made, *named, self.withdraws, *sorted(self.settles)
        )

    @property
    def kind(self) -> RecordKind:
        """What it is about."""
        return kind_of(self.record)

    @property
    def is_on_document(self) -> bool:
        """Whether it is about a document itself, and so about no claim or event report."""
        return self.record == self.document

    @property
    def adds(self) -> bool:
        """Whether it adds a record by hand."""
        return self.verdict == "ACCEPTED" and self.made is not None


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands of a record: its state, what people put in its place, and the verdicts that count, oldest first.

    `made` is None where the record stands as it was proposed, or not at all. `latest` is the newest verdict or withdrawal, which whoever
    decides next must have seen; None where there is none.
    """

    state: ReviewState = "proposed"
    made: Said | None = None
    counting: tuple[Decision, ...] = ()
    latest: str | None = None

    @property
    def is_hidden(self) -> bool:
        """Whether the record does not stand as it was proposed."""
        return self.state == "rejected" or self.made is not None


def kind_of(record: str) -> RecordKind:
    """Say whether an identifier is that of a claim or of an event report.

    Args:
        record: The identifier.

    Returns:
        `report` for those that begin with `e-`, `claim` for every other.
    """
    return "report" if record.startswith("e-") else "claim"


def standing_of(decisions: Sequence[Decision]) -> Standing:
    """Work out what stands of a record.

    Args:
        decisions: All decisions on it, oldest first.

    Returns:
        Its standing, by the rule at the head of this module.
    """
    moved = [decision for decision in decisions if decision.verdict != "COMMENTED"]
    latest = moved[-1].id if moved else None
    counting = _counting(decisions)
    if not counting:
        return Standing(latest=latest)
    minds = {(decision.verdict, _content(decision.made) if decision.verdict == "CORRECTED" else None) for decision in counting}
    state: ReviewState = _STATES[counting[-1].verdict] if len(minds) == 1 else "contested"
    made = None if state == "rejected" else counting[-1].made if state == "corrected" else _added(decisions)
    return Standing(state, made, counting, latest)


def live_decisions(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Give the decisions that were not taken back.

    Args:
        decisions: Decisions, oldest first.

    Returns:
        Verdicts and comments that stand, in the same order.
    """
    taken = list(decisions)
    withdrawn = {decision.withdraws for decision in taken if decision.verdict == "WITHDRAWN"}
    return tuple(decision for decision in taken if decision.verdict != "WITHDRAWN" and decision.id not in withdrawn)


def same_content(left: Said, right: Said) -> bool:
    """Say whether two records say the same, whoever proposed them.

    Args:
        left: A claim or a report.
        right: Another one.

    Returns:
        True if nothing but the proposals differs.
    """
    return _content(left) == _content(right)


def _counting(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    last: dict[str, Decision] = {}
    for decision in live_decisions(decisions):
        if decision.verdict in _STATES:
            last.pop(decision.by, None)  # so that the order is that of the latest verdicts
            last[decision.by] = decision
    settled = {named for decision in last.values() for named in decision.settles}
    return tuple(decision for decision in last.values() if decision.id not in settled)


def _content(made: Said | None) -> Said | None:
    return None if made is None else replace(made, proposal=_NOBODY)


def _added(decisions: Iterable[Decision]) -> Said | None:
    """The record as it was first added by hand, if it was: others may stand by it after its author took it back."""
    return next((decision.made for decision in decisions if decision.adds), None)
