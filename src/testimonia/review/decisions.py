"""Decisions on claims and event reports: accept, correct, reject, remark, take back. To skip one is no decision.

Each function makes a decision for the store to append; nothing here changes anything. What follows from the decisions on a record is told
in `testimonia.model.decision`.
"""

from collections.abc import Iterable

from testimonia.errors import DecisionError
from testimonia.model.decision import Decision, Said, Standing, same_content
from testimonia.review.decider import Decider
from testimonia.review.making import Made


def accept(record: Said, decider: Decider, *, settling: Standing | None = None) -> Decision:
    """Decide that a record says what its words say.

    Args:
        record: The claim or report, as proposed or added.
        decider: Who, when, why.
        settling: What stands of a contested record, to decide between those who differ.

    Returns:
        The decision to append.
    """
    return Decision(record.id, record.document, "ACCEPTED", decider.by, decider.at, decider.because, settles=_settled(settling, decider))


def reject(record: Said, decider: Decider, *, settling: Standing | None = None) -> Decision:
    """Decide that a record does not say what its words say, and that nothing takes its place.

    Args:
        record: The claim or report, as proposed or added.
        decider: Who, when, why.
        settling: What stands of a contested record, to decide between those who differ.

    Returns:
        The decision to append.
    """
    return Decision(record.id, record.document, "REJECTED", decider.by, decider.at, decider.because, settles=_settled(settling, decider))


def correct(record: Said, made: Made, decider: Decider, *, settling: Standing | None = None) -> Decision:
    """Decide that another record takes the place of a proposed one, which is kept.

    Args:
        record: The claim or report, as proposed or added.
        made: What its words say, made by hand.
        decider: Who, when, why.
        settling: What stands of a contested record, to decide between those who differ.

    Returns:
        The decision to append.

    Raises:
        DecisionError: Nothing differs.
    """
    if same_content(record, made.record):
        raise DecisionError(f"{record.id}: nothing differs from the proposal; accept it instead")
    return Decision(
        record.id,
        record.document,
        "CORRECTED",
        decider.by,
        decider.at,
        decider.because,
        made.record,
        made.referents,
        made.mentions,
        settles=_settled(settling, decider),
    )


def add(made: Made, decider: Decider) -> Decision:
    """Add a record by hand; its author stands by it.

    Args:
        made: The claim or report, with whom it names anew.
        decider: Who, when, why.

    Returns:
        The decision to append.
    """
    record = made.record
    return Decision(record.id, record.document, "ACCEPTED", decider.by, decider.at, decider.because, record, made.referents, made.mentions)


def remark(record: Said, decider: Decider) -> Decision:
    """Say something of a record without deciding.

    Args:
        record: The claim or report.
        decider: Who, when, and what they say.

    Returns:
        The decision to append.

    Raises:
        DecisionError: Nothing is said.
    """
    if not decider.because.strip():
        raise DecisionError("a comment says something")
    return Decision(record.id, record.document, "COMMENTED", decider.by, decider.at, decider.because)


def withdraw(decision: Decision | None, decider: Decider) -> Decision:
    """Take a decision or a comment back, so that everything is as it was before it.

    Args:
        decision: What is taken back, such as `Store.last_decision` gives; None where there is nothing.
        decider: Whose decision it was, and when it is taken back.

    Returns:
        The decision to append.

    Raises:
        DecisionError: There is nothing to take back, or it is somebody else's.
    """
    if decision is None:
        raise DecisionError(f"{decider.by} has decided nothing that could be taken back")
    if decision.by != decider.by:
        raise DecisionError(f"{decision.id} is the decision of {decision.by}; decide otherwise instead of taking it back")
    return Decision(decision.record, decision.document, "WITHDRAWN", decider.by, decider.at, decider.because, withdraws=decision.id)


def _settled(standing: Standing | None, decider: Decider) -> tuple[str, ...]:
    counting: Iterable[Decision] = () if standing is None else standing.counting
    return tuple(sorted(decision.id for decision in counting if decision.by != decider.by))
